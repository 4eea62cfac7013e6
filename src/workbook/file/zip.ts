// Owns the zip container: reads its directory, unpacks one entry within bounds, writes entries back as they were packed.
// Must not know what an entry means.
import { Deflate, inflateSync } from 'fflate';

/** One entry as it is packed. Entries are never changed in place. */
export interface ZipEntry {
  readonly name: string;
  /** As stored, whatever its encoding. */
  readonly rawName: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** MS-DOS time (low 16 bits) and date (high 16 bits). */
  readonly modified: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
  readonly attributes: number;
}

export type ZipFault = 'not-zip' | 'truncated' | 'encrypted' | 'damaged' | 'too-large';

export class ZipError extends Error {
  constructor(
    readonly fault: ZipFault,
    readonly entry = '',
  ) {
    super(`${fault} ${entry}`);
    this.name = 'ZipError';
  }
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
const UTF8_NAME = 0x800;
/** 1 January 1980, the zip epoch, as Excel itself writes it: the same content gives the same bytes on any day. */
const FIXED_TIME = 0x00210000;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array, start = 0): number {
  let crc = ~start;
  for (let at = 0; at < bytes.length; at++) crc = (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function findDirectoryEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return -1;
}

interface Directory {
  readonly count: number;
  readonly start: number;
}

function readDirectory(view: DataView): Directory {
  if (view.byteLength < 4 || view.getUint32(0, true) !== LOCAL_HEADER) throw new ZipError('not-zip');
  const end = view.byteLength < 22 ? -1 : findDirectoryEnd(view);
  if (end < 0) throw new ZipError('truncated');
  const directory = { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
  if (directory.start !== 0xffffffff && directory.count !== 0xffff) return directory;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return directory;
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== DIRECTORY_END_64) throw new ZipError('damaged');
  return { count: Number(view.getBigUint64(end64 + 32, true)), start: Number(view.getBigUint64(end64 + 48, true)) };
}

/** The three fields that a zip64 entry keeps in its extra field when they do not fit 32 bits. */
function widen(view: DataView, from: number, to: number, fields: number[]): number[] {
  for (let at = from; at + 4 <= to;) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      return fields.map((field) => {
        if (field !== 0xffffffff || next + 8 > at + 4 + length) return field;
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      });
    }
    at += 4 + length;
  }
  return fields;
}

/** The entries in the directory's order. Throws `ZipError`. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = readDirectory(view);
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  for (let index = 0, at = start; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER) throw new ZipError('truncated');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new ZipError('truncated');
    const rawName = bytes.subarray(at + 46, nameEnd);
    const name = names.decode(rawName);
    const [size = 0, packedSize = 0, offset = 0] = widen(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    if (offset + 30 > bytes.length) throw new ZipError('truncated', name);
    if (view.getUint32(offset, true) !== LOCAL_HEADER) throw new ZipError('damaged', name);
    const data = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (data + packedSize > bytes.length) throw new ZipError('truncated', name);
    const flags = view.getUint16(at + 8, true);
    if (flags & ENCRYPTED) throw new ZipError('encrypted', name);
    entries.push({
      name,
      rawName,
      flags: flags & ~SIZES_FOLLOW,
      method: view.getUint16(at + 10, true),
      modified: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      size,
      packed: bytes.subarray(data, data + packedSize),
      attributes: view.getUint32(at + 38, true),
    });
    at = next;
  }
  return entries;
}

/**
 * The content of an entry, at most `limit` bytes. The declared size only bounds the memory: content that turns out longer
 * or shorter, or fails its checksum, is refused.
 */
export function unpack(entry: ZipEntry, limit: number): Uint8Array {
  if (entry.size > limit) throw new ZipError('too-large', entry.name);
  if (entry.method !== 0 && entry.method !== 8) throw new ZipError('damaged', entry.name);
  let content: Uint8Array;
  try {
    content = entry.method === 0 ? entry.packed : inflateSync(entry.packed, { out: new Uint8Array(entry.size) });
  } catch (cause) {
    throw new ZipError('damaged', `${entry.name} (${String(cause)})`);
  }
  if (content.length !== entry.size || crcOf(content) !== entry.crc) throw new ZipError('damaged', entry.name);
  return content;
}

/** On sheet XML at most an eighth larger than the default (6), in half its time or less; 1 saves little more and is larger. */
const PACKING_LEVEL = 3;

/** Packs as it is fed, so that a large sheet is never held twice. */
export class EntryPacker {
  private readonly chunks: Uint8Array[] = [];
  private readonly deflate: Deflate;
  private crc = 0;
  private size = 0;

  constructor(private readonly name: string) {
    this.deflate = new Deflate({ level: PACKING_LEVEL }, (chunk) => this.chunks.push(chunk));
  }

  /** The packer keeps nothing of `bytes` once this returns. */
  push(bytes: Uint8Array, isLast = false): void {
    this.crc = crcOf(bytes, this.crc);
    this.size += bytes.length;
    this.deflate.push(bytes, isLast);
  }

  /** After the last push. */
  entry(): ZipEntry {
    const { name, crc, size } = this;
    const packed = joinBytes(this.chunks);
    const rawName = new TextEncoder().encode(name);
    return { name, rawName, flags: UTF8_NAME, method: 8, modified: FIXED_TIME, crc, size, packed, attributes: 0 };
  }
}

export function pack(name: string, content: Uint8Array): ZipEntry {
  const packer = new EntryPacker(name);
  packer.push(content, true);
  return packer.entry();
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** The archive, in the given order; the same entries always give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const total = entries.reduce((sum, entry) => sum + 76 + 2 * entry.rawName.length + entry.packed.length, 22);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  const shared = (entry: ZipEntry): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, entry.flags, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint32(at + 6, entry.modified, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.packed.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, entry.rawName.length, true);
  };
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, LOCAL_HEADER, true);
    at += 4;
    shared(entry);
    bytes.set(entry.rawName, at + 26);
    bytes.set(entry.packed, at + 26 + entry.rawName.length);
    at += 26 + entry.rawName.length + entry.packed.length;
  }
  const directory = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, CENTRAL_HEADER, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    shared(entry);
    view.setUint32(at + 32, entry.attributes, true);
    view.setUint32(at + 36, offsets[index] ?? 0, true);
    bytes.set(entry.rawName, at + 40);
    at += 40 + entry.rawName.length;
  });
  view.setUint32(at, DIRECTORY_END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
