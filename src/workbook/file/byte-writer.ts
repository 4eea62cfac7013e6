// Owns the output of a part that is being rewritten: runs of the source and new text, one growing buffer.

export class ByteWriter {
  private buffer: Uint8Array;
  private length = 0;
  private readonly encoder = new TextEncoder();

  constructor(expected: number) {
    this.buffer = new Uint8Array(expected);
  }

  copy(source: Uint8Array, start: number, end: number): void {
    if (end <= start) return;
    this.reserve(end - start);
    this.buffer.set(source.subarray(start, end), this.length);
    this.length += end - start;
  }

  text(text: string): void {
    this.reserve(text.length * 3);
    this.length += this.encoder.encodeInto(text, this.buffer.subarray(this.length)).written;
  }

  get position(): number {
    return this.length;
  }

  /** Forgets what was written after `position`. */
  rewind(position: number): void {
    this.length = position;
  }

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.ceil((this.length + more) * 1.25));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
