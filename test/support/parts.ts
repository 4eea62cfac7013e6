// Owns looking into a workbook file part by part, with a zip library and no code of ours.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

export function partsOf(path: string): Record<string, string> {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes, true)]));
}

export function sheetNames(path: string): string[] {
  const workbook = Buffer.from(partsOf(path)['xl/workbook.xml'] ?? '', 'latin1').toString('utf8');
  return [...workbook.matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name = '']) => name);
}
