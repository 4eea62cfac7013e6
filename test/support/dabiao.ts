// Owns running the built command line as a person does: another process, real files, real exit codes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function dabiao(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Outcome {
  const run = spawnSync(process.execPath, [join(ROOT, 'bin/dabiao.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

export function example(name: string): string {
  return join(ROOT, 'examples', `${name}.xlsx`);
}

/** A folder of the test's own, gone afterwards. */
export async function withFolder(work: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-test-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
