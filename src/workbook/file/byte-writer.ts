// Owns the output of a part that is being rewritten: runs of the source and new text. A large part is packed on the way,
// so that it is never held whole a second time.
import { EntryPacker, type ZipEntry } from './zip';

/** Parts beyond this size are packed while they are written. */
const LARGE = 48 * 2 ** 20;
const CHUNK = 4 * 2 ** 20;

export class ByteWriter {
  private buffer: Uint8Array;
  private length = 0;
  private flushed = 0;
  private readonly encoder = new TextEncoder();
  private readonly packer: EntryPacker | null;

  /** `name` is the part's, `expected` about how many bytes it will have. */
  constructor(name: string, expected: number) {
    this.packer = expected > LARGE ? new EntryPacker(name) : null;
    this.buffer = new Uint8Array(this.packer ? 2 * CHUNK : expected);
  }

  copy(source: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end;) {
      const piece = this.packer ? Math.min(end - at, CHUNK) : end - at;
      this.reserve(piece);
      this.buffer.set(source.subarray(at, at + piece), this.length);
      this.length += piece;
      at += piece;
    }
  }

  text(text: string): void {
    this.reserve(text.length * 3);
    this.length += this.encoder.encodeInto(text, this.buffer.subarray(this.length)).written;
  }

  get position(): number {
    return this.flushed + this.length;
  }

  /** Forgets what was written after `position`, unless it is packed already. */
  rewind(position: number): boolean {
    if (position < this.flushed) return false;
    this.length = position - this.flushed;
    return true;
  }

  finish(): Uint8Array | ZipEntry {
    const rest = this.buffer.subarray(0, this.length);
    if (!this.packer) return rest;
    this.packer.push(rest, true);
    return this.packer.entry();
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    if (this.packer && this.length > 0) {
      this.packer.push(this.buffer.subarray(0, this.length));
      this.flushed += this.length;
      this.length = 0;
      this.reserve(more);
      return;
    }
    const larger = new Uint8Array(Math.ceil((this.length + more) * 1.25));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
