// Owns the parts of a workbook file: their bytes, content types and relationships, and which of them have changed.
// Must not know what stands in a worksheet.
import { REFUSALS } from './errors';
import { attribute, attributesOf, childrenNamed, encodeAttribute, openTag, parseXml, XmlEdits, XmlError } from './xml';
import { pack, readZip, unpack, writeZip, ZipError, type ZipEntry } from './zip';

/**
 * All parts that are read may be this large together, unpacked: more than twice the largest sheet of a million rows that
 * was met. Short texts, the worst case, take about twice that in memory once read, with the largest part beside them.
 */
const READ_LIMIT = 512 * 2 ** 20;
/** Parts up to this size are kept unpacked once read; of larger ones only the last, up to the second size. */
const KEPT_SIZE = 16 * 2 ** 20;
const KEPT_ONCE_SIZE = 128 * 2 ** 20;

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address (`worksheet`), the same for Transitional and Strict. */
  readonly type: string;
  /** Name of the part, or the address when external. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A part as packed, or not yet packed. Never changed in place, so that a reader may hold on to one. */
interface Part {
  readonly name: string;
  readonly entry: ZipEntry | null;
  unpacked: Uint8Array | null;
}

const key = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** `../drawings/drawing1.xml` as seen from `xl/worksheets/sheet1.xml`. */
export function resolveTarget(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** UTF-16 parts become UTF-8; everything else stays as it is. */
function toUtf8(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!isLittle && !isBig) return bytes;
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])[^"']*\2/, '$1$2UTF-8$2'));
}

const CONTENT_TYPES = '[Content_Types].xml';

export class Package {
  private lastLarge: { readonly part: Part; readonly content: Uint8Array } | null = null;

  private constructor(
    readonly fileName: string,
    private readonly parts: Map<string, Part>,
    private readonly limit = READ_LIMIT,
    /** Shared by copies: what one of them has read stays in memory for all. */
    private readonly partsRead = new WeakSet<Part>(),
  ) {}

  /** Throws a `HostError` with one sentence when the bytes are not a whole zip archive. `limit`: bytes, unpacked. */
  static open(bytes: Uint8Array, fileName: string, limit = READ_LIMIT): Package {
    try {
      const parts = new Map<string, Part>();
      for (const entry of readZip(bytes)) parts.set(key(entry.name), { name: entry.name, entry, unpacked: null });
      return new Package(fileName, parts, limit);
    } catch (error) {
      throw refusalOf(error, fileName);
    }
  }

  static empty(fileName: string): Package {
    return new Package(fileName, new Map());
  }

  /** A package that may be changed without this one changing. */
  copy(): Package {
    const copy = new Package(this.fileName, new Map(this.parts), this.limit, this.partsRead);
    copy.lastLarge = this.lastLarge;
    return copy;
  }

  has(name: string): boolean {
    return this.parts.has(key(name));
  }

  names(): string[] {
    return [...this.parts.values()].map((part) => part.name);
  }

  /** Stands for the part's present content: another object once the part is rewritten. */
  identity(name: string): object | null {
    return this.parts.get(key(name)) ?? null;
  }

  bytes(name: string): Uint8Array {
    const part = this.parts.get(key(name));
    if (!part) throw REFUSALS.damaged(this.fileName, name);
    if (part.unpacked) return part.unpacked;
    if (this.lastLarge?.part === part) return this.lastLarge.content;
    const size = part.entry?.size ?? 0;
    if (this.sizeRead(part) + size > this.limit) throw REFUSALS.tooLarge(this.fileName, part.name);
    try {
      const content = toUtf8(part.entry ? unpack(part.entry, size) : new Uint8Array());
      this.partsRead.add(part);
      if (content.length <= KEPT_SIZE) part.unpacked = content;
      else if (content.length <= KEPT_ONCE_SIZE) this.lastLarge = { part, content };
      return content;
    } catch (error) {
      throw refusalOf(error, this.fileName);
    }
  }

  /** Unpacked bytes of the other parts that have been read. */
  private sizeRead(next: Part): number {
    let size = 0;
    for (const part of this.parts.values())
      if (part !== next && this.partsRead.has(part)) size += part.entry?.size ?? part.unpacked?.length ?? 0;
    return size;
  }

  /** A byte-order mark stays in the text, so that an unchanged text gives the same bytes. */
  text(name: string): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes(name));
  }

  /** Reads a part's XML with a reader that may throw `XmlError`. */
  read<Result>(name: string, reader: (text: string) => Result): Result {
    const text = this.text(name);
    try {
      return reader(text);
    } catch (error) {
      if (error instanceof XmlError) throw REFUSALS.damaged(this.fileName, name);
      throw error;
    }
  }

  /** Content equal to what the part holds already leaves the part as it was packed. */
  set(name: string, content: string | Uint8Array | ZipEntry): void {
    const old = this.parts.get(key(name));
    if (typeof content === 'object' && 'packed' in content) {
      this.parts.set(key(name), { name: old?.name ?? name, entry: content, unpacked: null });
      return;
    }
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    if (old && equalBytes(old.unpacked, bytes)) return;
    this.parts.set(key(name), { name: old?.name ?? name, entry: null, unpacked: bytes });
  }

  remove(name: string): void {
    this.parts.delete(key(name));
    this.parts.delete(key(relationshipsName(name)));
  }

  /** Removes a part and the parts that only it leads to (its drawing, the drawing's charts), with their content types. */
  removeWithOwn(name: string): void {
    const own = new Set<string>();
    const collect = (part: string): void => {
      if (own.has(key(part))) return;
      own.add(key(part));
      for (const { target, isExternal } of this.relationships(part)) if (!isExternal) collect(target);
    };
    collect(name);
    const holders = this.names().filter((holder) => !own.has(key(holder)) && this.has(relationshipsName(holder)));
    for (const holder of holders) {
      for (const { target, isExternal } of this.relationships(holder)) if (!isExternal) this.keep(own, target);
    }
    for (const part of own) this.remove(part);
    this.removeContentTypes(own);
  }

  private keep(own: Set<string>, part: string): void {
    if (!own.delete(key(part))) return;
    for (const { target, isExternal } of this.relationships(part)) if (!isExternal) this.keep(own, target);
  }

  /** The first of `xl/worksheets/sheet1.xml`, `…2.xml`, … that is free. */
  freeName(before: string, after: string): string {
    let index = 1;
    while (this.has(`${before}${index}${after}`)) index++;
    return `${before}${index}${after}`;
  }

  relationships(part: string): Relationship[] {
    const name = relationshipsName(part);
    if (!this.has(name)) return [];
    return this.read(name, (text) =>
      childrenNamed(parseXml(text), 'Relationship').map((element) => {
        const found = attributesOf(openTag(text, element));
        const isExternal = found.get('TargetMode') === 'External';
        const target = found.get('Target') ?? '';
        return {
          id: found.get('Id') ?? '',
          type: (found.get('Type') ?? '').split('/').pop() ?? '',
          target: isExternal ? target : resolveTarget(part, target),
          isExternal,
        };
      }),
    );
  }

  /** Adds a relationship to a part inside the package and answers its id. `typeBase` ends with `/`. */
  addRelationship(part: string, typeBase: string, type: string, target: string): string {
    const name = relationshipsName(part);
    const taken = new Set(this.relationships(part).map((relationship) => relationship.id));
    let index = taken.size + 1;
    while (taken.has(`rId${index}`)) index++;
    const id = `rId${index}`;
    const text = this.has(name) ? this.text(name) : EMPTY_RELATIONSHIPS;
    const root = parseXml(text);
    const tag = root.prefix === '' ? 'Relationship' : `${root.prefix}:Relationship`;
    const added = `<${tag} Id="${id}" Type="${typeBase}${type}" Target="/${encodeAttribute(target)}"/>`;
    this.set(name, insertLast(text, added));
    return id;
  }

  removeRelationship(part: string, id: string): void {
    const name = relationshipsName(part);
    const rest = this.read(name, (text) => {
      const edits = new XmlEdits(text);
      for (const element of childrenNamed(parseXml(text), 'Relationship')) {
        if (attribute(openTag(text, element), 'Id') === id) edits.remove(element);
      }
      return edits.toString();
    });
    this.set(name, rest);
  }

  contentType(part: string): string | null {
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    return this.read(CONTENT_TYPES, (text) => {
      let byExtension: string | null = null;
      for (const element of parseXml(text).children) {
        const found = attributesOf(openTag(text, element));
        if (element.name === 'Override' && key(found.get('PartName') ?? '') === key(part))
          return found.get('ContentType') ?? null;
        if (element.name === 'Default' && found.get('Extension')?.toLowerCase() === extension) {
          byExtension = found.get('ContentType') ?? null;
        }
      }
      return byExtension;
    });
  }

  addContentType(part: string, type: string): void {
    const text = this.text(CONTENT_TYPES);
    const root = parseXml(text);
    const tag = root.prefix === '' ? 'Override' : `${root.prefix}:Override`;
    this.set(CONTENT_TYPES, insertLast(text, `<${tag} PartName="/${encodeAttribute(part)}" ContentType="${type}"/>`));
  }

  removeContentTypes(parts: ReadonlySet<string>): void {
    const keys = new Set([...parts].map(key));
    const rest = this.read(CONTENT_TYPES, (text) => {
      const edits = new XmlEdits(text);
      for (const element of parseXml(text).children) {
        const isGone =
          element.name === 'Override' && keys.has(key(attribute(openTag(text, element), 'PartName') ?? ''));
        if (isGone) edits.remove(element);
      }
      return edits.toString();
    });
    this.set(CONTENT_TYPES, rest);
  }

  /** Entries not rewritten go out exactly as they came in, in their old order; new ones follow. */
  save(): Uint8Array {
    for (const part of this.parts.values()) {
      if (part.entry || !part.unpacked) continue;
      this.parts.set(key(part.name), { ...part, entry: pack(part.name, part.unpacked) });
    }
    return writeZip([...this.parts.values()].flatMap((part) => part.entry ?? []));
  }
}

const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function insertLast(text: string, child: string): string {
  const root = parseXml(text);
  if (root.openEnd !== root.end) return text.slice(0, root.closeStart) + child + text.slice(root.closeStart);
  const tag = root.prefix === '' ? root.name : `${root.prefix}:${root.name}`;
  return `${text.slice(0, root.openEnd - 2)}>${child}</${tag}>${text.slice(root.end)}`;
}

function equalBytes(a: Uint8Array | null, b: Uint8Array): boolean {
  if (a?.length !== b.length) return false;
  for (let at = 0; at < b.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function refusalOf(error: unknown, fileName: string): unknown {
  if (!(error instanceof ZipError)) return error;
  const refusals = {
    'not-zip': () => REFUSALS.notWorkbook(fileName),
    truncated: () => REFUSALS.truncated(fileName),
    encrypted: () => REFUSALS.encrypted(fileName),
    damaged: () => REFUSALS.damaged(fileName, error.entry),
    'too-large': () => REFUSALS.tooLarge(fileName, error.entry),
  };
  return refusals[error.fault]();
}
