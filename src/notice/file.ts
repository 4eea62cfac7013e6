// Owns opening a notice's file: what format it really is, its encoding, and which formats are refused with advice. Must not judge its text.
import type { Sentence } from '../text/sentence';
import { readDocx } from './docx';
import { readHtml } from './html';
import { NoticeError, type Notice, type NoticePart } from './notice';
import { readNotice, readPlainText } from './read';

export interface NoticeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a .doc; only the command line has one. */
export type Word97Reader = (bytes: Uint8Array) => Promise<string>;

interface Content {
  readonly parts: readonly NoticePart[];
  readonly remarks: readonly Sentence[];
}

const MOST_BYTES = 200_000_000;

/** A .docx, .doc, .html or .txt notice. What the file holds decides, not its name. Rejects with a `NoticeError`. */
export async function readNoticeFile(file: NoticeFile, readWord97?: Word97Reader): Promise<Notice> {
  const { parts, remarks } = await readContent(file, readWord97);
  const notice = readNotice(parts);
  if (notice.tables.length + notice.tasks.length + notice.phases.length > 0)
    return { ...notice, remarks: [...remarks, ...notice.remarks] };
  const hasText = parts.some((part) => part.kind === 'table' || part.text.trim() !== '');
  return { ...notice, remarks: [...remarks, hasText ? NOTHING_FOUND : EMPTY] };
}

async function readContent(file: NoticeFile, readWord97: Word97Reader | undefined): Promise<Content> {
  const { name, bytes } = file;
  const refusal = refusalOf(name.toLowerCase(), bytes);
  if (refusal) throw new NoticeError(refusal);
  if (startsWith(bytes, ZIP)) {
    const { html, hasMacros } = await readDocx(bytes);
    return { parts: readHtml(html), remarks: hasMacros ? [MACROS] : [] };
  }
  if (startsWith(bytes, COMPOUND)) return { parts: await readOldWord(bytes, readWord97), remarks: [OLD_WORD] };
  const text = decodeText(bytes);
  const isHtml =
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype html|<html|<head|<body|<meta|<table|<div|<p[\s>])/i.test(
      text.slice(0, 1000),
    );
  return { parts: isHtml || /\.html?$/i.test(name) ? readHtml(text) : readPlainText(text), remarks: [] };
}

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

async function readOldWord(bytes: Uint8Array, readWord97: Word97Reader | undefined): Promise<NoticePart[]> {
  if (!readWord97) throw new NoticeError(NO_OLD_WORD);
  try {
    return readPlainText(await readWord97(bytes));
  } catch (cause) {
    throw new NoticeError(NO_OLD_WORD, { cause });
  }
}

/** By what the file begins with, then by its ending; null when it can be read. */
function refusalOf(name: string, bytes: Uint8Array): Sentence | null {
  if (bytes.length === 0) return EMPTY;
  if (bytes.length > MOST_BYTES) return TOO_LARGE;
  if (/\.wpsx?$/.test(name) && !startsWith(bytes, ZIP)) return advice('WPS 文字（.wps）', 'A WPS file (.wps)');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return PDF;
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return advice('RTF 文件', 'An RTF file');
  if (/\.mht(?:ml)?$/.test(name)) return advice('单一网页文件（.mht）', 'A single-file web page (.mht)');
  if (startsWith(bytes, COMPOUND))
    return holdsUtf16(bytes, 'EncryptedPackage') ? ENCRYPTED : holdsUtf16(bytes, 'WordDocument') ? null : NO_WORD;
  const isText = startsWith(bytes, ZIP) || isUtf16(bytes) || !bytes.subarray(0, 4096).includes(0);
  return isText ? null : NO_WORD;
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  const wanted = [...word].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

const isUtf16 = (bytes: Uint8Array): boolean => startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);

/** A file cut in the middle of a character, or with a damaged one, is still UTF-8; text in another encoding has far more that is none. */
const FEW = 0.02;

/** Share of unreadable characters among those that are not ASCII. */
function damage(text: string): number {
  const others = text.replace(/\p{ASCII}+/gu, '');
  return (others.split('\ufffd').length - 1) / others.length;
}

/** UTF-8 and UTF-16 by their mark, HTML by its own word, else UTF-8 where it is valid, else GB 18030 (which holds GBK and GB 2312). */
export function decodeText(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lossy = new TextDecoder('utf-8').decode(bytes);
    if (damage(lossy) < FEW) return lossy;
    const declared = /charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(
      new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
    )?.[1];
    return new TextDecoder(/^big5/i.test(declared ?? '') ? 'big5' : 'gb18030').decode(bytes);
  }
}

const advice = (zh: string, en: string): Sentence => ({
  zh: `${zh}不能直接导入，请用 WPS 或 Word 打开后“另存为” .docx，再导入。`,
  en: `${en} cannot be imported. Open it in WPS or Word, save it as .docx and import that.`,
});
const PDF: Sentence = {
  zh: 'PDF 不能导入（表格的单元格会错位）。请向发文单位索取 .docx 电子版，或用 WPS、Word 将 PDF 转为 .docx 并核对后再导入。',
  en: 'A PDF cannot be imported (table cells would shift). Ask for the .docx, or convert the PDF in WPS or Word, check it and import that.',
};
const ENCRYPTED: Sentence = {
  zh: '这个文件设有打开密码，请在 Word 或 WPS 中取消密码、另存后再导入。',
  en: 'This file has a password. Remove it in Word or WPS, save and import again.',
};
const NO_WORD: Sentence = {
  zh: '这不是 Word 文档、网页或文本文件，请用 Word 或 WPS 另存为 .docx 再导入。',
  en: 'This is no Word document, web page or text file. Save it as .docx in Word or WPS and import that.',
};
const NO_OLD_WORD: Sentence = {
  zh: '这个 .doc 文件在这里读不了，请用 Word 或 WPS 打开后“另存为” .docx，再导入。',
  en: 'This .doc file cannot be read here. Open it in Word or WPS, save it as .docx and import that.',
};
const TOO_LARGE: Sentence = {
  zh: '文件超过 200 MB，未予打开。请只保留通知正文和表格，另存后再导入。',
  en: 'The file is larger than 200 MB and was not opened. Keep only the notice and its tables, save and import again.',
};
const EMPTY: Sentence = {
  zh: '这个文件里没有文字，请检查是否选对了文件。',
  en: 'There is no text in this file; check that it is the right one.',
};
const MACROS: Sentence = {
  zh: '文件含有宏，宏没有运行，只读取了文字和表格。',
  en: 'The file holds macros; they were not run, only text and tables were read.',
};
const OLD_WORD: Sentence = {
  zh: '旧版 .doc 中合并的单元格可能错位，请核对表格；最好用 Word 或 WPS 另存为 .docx 后再导入。',
  en: 'Merged cells of an old .doc may have shifted: check the tables, or save it as .docx and import that.',
};
const NOTHING_FOUND: Sentence = {
  zh: '没有找到表格、写明责任单位的任务或进度安排。',
  en: 'No table, no task that names its unit and no phase was found.',
};
