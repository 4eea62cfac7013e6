// Owns reading and writing of files for the command line: whole or not at all, never over an input. Must not know Excel.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Sentence } from '../text/sentence';

/** Bad usage or input: one sentence for stderr, exit code 2. */
export class CliError extends Error {
  constructor(
    readonly code: string,
    readonly sentence: Sentence,
    options?: ErrorOptions,
  ) {
    super(sentence.zh, options);
  }
}

const READ_FAILURES: Readonly<Record<string, (path: string) => Sentence>> = {
  ENOENT: (path) => ({
    zh: `${path}：找不到这个文件，请检查路径和文件名。`,
    en: `${path}: no such file; check the path and the name.`,
  }),
  EISDIR: (path) => ({
    zh: `${path}：这是一个文件夹，请指定其中的工作簿。`,
    en: `${path}: this is a folder; name a workbook in it.`,
  }),
  EACCES: (path) => ({
    zh: `${path}：没有读取权限，请换一个有权限的位置。`,
    en: `${path}: you may not read it; copy it where you may.`,
  }),
};

const WRITE_FAILURES: Readonly<Record<string, (path: string) => Sentence>> = {
  EACCES: (path) => ({
    zh: `${path}：没有写入权限，请换一个文件夹。`,
    en: `${path}: you may not write there; choose another folder.`,
  }),
  EPERM: (path) => ({
    zh: `${path}：没有写入权限，请换一个文件夹。`,
    en: `${path}: you may not write there; choose another folder.`,
  }),
  EROFS: (path) => ({
    zh: `${path}：磁盘是只读的，请换一个文件夹。`,
    en: `${path}: the disk is read-only; choose another folder.`,
  }),
  ENOSPC: (path) => ({
    zh: `${path}：磁盘空间不足，请清理后重试。`,
    en: `${path}: the disk is full; make room and try again.`,
  }),
  EDQUOT: (path) => ({
    zh: `${path}：磁盘配额已满，请清理后重试。`,
    en: `${path}: the disk quota is used up; make room and try again.`,
  }),
  ENOTDIR: (path) => ({
    zh: `${path}：路径中有一段不是文件夹，请检查路径。`,
    en: `${path}: a part of the path is not a folder; check it.`,
  }),
  EEXIST: (path) => ({
    zh: `${path}：同名文件占用了文件夹的位置，请换一个名称。`,
    en: `${path}: a file of that name stands where a folder is needed; choose another name.`,
  }),
  EISDIR: (path) => ({
    zh: `${path}：这是一个文件夹，请写明输出文件名。`,
    en: `${path}: this is a folder; give a file name.`,
  }),
};

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function readError(path: string, error: unknown): CliError {
  const explain = READ_FAILURES[systemCode(error)];
  const sentence = explain?.(path) ?? {
    zh: `${path}：无法读取（${systemCode(error)}），请换一个位置重试。`,
    en: `${path}: cannot be read (${systemCode(error)}); try another place.`,
  };
  return new CliError('unreadable', sentence, { cause: error });
}

function writeError(path: string, error: unknown): CliError {
  const explain = WRITE_FAILURES[systemCode(error)];
  const sentence = explain?.(path) ?? {
    zh: `${path}：无法写入（${systemCode(error)}），请换一个位置重试。`,
    en: `${path}: cannot be written (${systemCode(error)}); try another place.`,
  };
  return new CliError('unwritable', sentence, { cause: error });
}

/** No workbook of a clerk comes near it; a larger file is refused before it fills the memory. */
const LARGEST_INPUT = 512 * 1024 * 1024;

export async function readInput(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_INPUT) {
      throw new CliError('too-large', {
        zh: `${path}：文件超过 512 MB，无法处理，请先拆分。`,
        en: `${path}: larger than 512 MB; split it first.`,
      });
    }
    const bytes = await readFile(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw error instanceof CliError ? error : readError(path, error);
  }
}

/** One file on disk under two names (a link, another spelling) counts as the same. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([stat(await realpath(one)), stat(await realpath(other))]);
    return a.ino === b.ino && a.dev === b.dev;
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false;
    throw readError(other, error);
  }
}

/** The output must not be one of the inputs: the clerk's file stays as it was. */
export async function refuseInputAsOutput(output: string, inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    if (await isSameFile(input, output)) {
      throw new CliError('same-file', {
        zh: `${output}：输出文件就是输入文件，请另起一个名称，原文件不会被改动。`,
        en: `${output}: the output is the input; choose another name, the input is left as it is.`,
      });
    }
  }
}

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes all files whole, or none: each goes to a temporary name beside its place first. Missing folders are made. */
export async function writeOutputs(files: readonly OutputFile[]): Promise<void> {
  const stamp = randomBytes(4).toString('hex');
  const staged = files.map((file) => ({
    ...file,
    temporary: join(dirname(file.path), `.${basename(file.path)}.${stamp}.tmp`),
  }));
  try {
    for (const { path, bytes, temporary } of staged) {
      await mkdir(dirname(path), { recursive: true }).catch((error: unknown) =>
        Promise.reject(writeError(path, error)),
      );
      await refuseOddPlace(path);
      await writeFile(temporary, bytes).catch((error: unknown) => Promise.reject(writeError(path, error)));
    }
    for (const { path, temporary } of staged) {
      await rename(temporary, path).catch((error: unknown) => Promise.reject(writeError(path, error)));
    }
  } catch (error) {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
}

/** A rename would put our file in the place of a folder, a device or a pipe. */
async function refuseOddPlace(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found || found.isFile()) return;
  if (found.isDirectory()) throw writeError(path, Object.assign(new Error(), { code: 'EISDIR' }));
  throw new CliError('unwritable', {
    zh: `${path}：这不是普通文件，请写明输出文件名。`,
    en: `${path}: this is no regular file; give a file name.`,
  });
}
