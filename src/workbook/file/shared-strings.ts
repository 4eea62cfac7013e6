// Owns the shared string table: where each string stands, decoded when first asked for. Read only.
import { TagScanner } from './sheet-data';
import { richText } from './rich-text';

export class SharedStrings {
  private readonly bounds: number[] = [];
  private readonly decoded: string[] = [];
  private readonly decoder = new TextDecoder();

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length === 0) return;
    const tags = new TagScanner(bytes, 0, bytes.length);
    if (!tags.next() || tags.isSelfClosed) return;
    while (tags.next() && !tags.isClosing) {
      const isItem = tags.is('si');
      const start = tags.end;
      const end = tags.skipElement();
      if (isItem) this.bounds.push(start, end);
    }
  }

  /** '' for an index that the table does not hold. */
  at(index: number): string {
    const known = this.decoded[index];
    if (known !== undefined) return known;
    const bytes = this.bytes.subarray(this.bounds[2 * index] ?? 0, this.bounds[2 * index + 1] ?? 0);
    return (this.decoded[index] = richText(this.decoder.decode(bytes)));
  }
}
