// Owns XML text of small parts: an offset tree over the source, and edits that leave every other character as it was.
// Must not know spreadsheets. Sheet data has its own byte scanner (sheet-data.ts).

/** An element and where it stands in the source. Names are local names; the prefix is kept apart. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly start: number;
  /** Just after the opening tag's `>`. */
  readonly openEnd: number;
  /** At the `<` of the closing tag; equals `openEnd` when the element closes itself. */
  readonly closeStart: number;
  readonly end: number;
  readonly children: readonly XmlElement[];
}

export class XmlError extends Error {}

const NAME_END = /[\s/>]/g;

/** Offset just after the `>` that ends the tag at `at`, quoted attribute values respected; -1 when there is none. */
function tagEnd(text: string, at: number): number {
  let quote = 0;
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return index + 1;
  }
  return -1;
}

/** What is not an element: comment, CDATA, processing instruction. Document types are refused (no entities of their own). */
function skipMarkup(text: string, at: number): number {
  const close = text.startsWith('<!--', at)
    ? '-->'
    : text.startsWith('<![CDATA[', at)
      ? ']]>'
      : text[at + 1] === '?'
        ? '?>'
        : '';
  const end = close === '' ? -1 : text.indexOf(close, at + 2);
  if (end < 0) throw new XmlError('unexpected markup');
  return end + close.length;
}

interface OpenElement {
  name: string;
  prefix: string;
  start: number;
  openEnd: number;
  children: XmlElement[];
  qualified: string;
}

/** The root element. Elements deeper than `depth` (root = 0) are checked but not kept. Throws `XmlError`. */
export function parseXml(text: string, depth = Infinity): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  const close = (element: OpenElement, closeStart: number, end: number): void => {
    const { name, prefix, start, openEnd, children } = element;
    const done = { name, prefix, start, openEnd, closeStart, end, children };
    if (open.length === 0) root ??= done;
    else if (open.length <= depth) open[open.length - 1]?.children.push(done);
  };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = text.charCodeAt(at + 1);
    if (next === 33 || next === 63) {
      at = skipMarkup(text, at);
      continue;
    }
    const end = tagEnd(text, at + 1);
    if (end < 0) throw new XmlError('unclosed tag');
    NAME_END.lastIndex = at + 1;
    if (next === 47) {
      NAME_END.lastIndex = at + 2;
      const qualified = text.slice(at + 2, NAME_END.exec(text)?.index);
      const element = open.pop();
      if (element?.qualified !== qualified) throw new XmlError(`unexpected </${qualified}>`);
      close(element, at, end);
    } else {
      const qualified = text.slice(at + 1, NAME_END.exec(text)?.index);
      const colon = qualified.indexOf(':');
      const name = qualified.slice(colon + 1);
      const prefix = colon < 0 ? '' : qualified.slice(0, colon);
      const element: OpenElement = { name, prefix, start: at, openEnd: end, children: [], qualified };
      if (text.charCodeAt(end - 2) === 47) close(element, end, end);
      else open.push(element);
    }
    at = end;
  }
  if (open.length > 0 || root === null) throw new XmlError('unclosed element');
  return root;
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name && child.prefix === element.prefix);
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name && child.prefix === element.prefix);
}

export function openTag(text: string, element: XmlElement): string {
  return text.slice(element.start, element.openEnd);
}

export function outerXml(text: string, element: XmlElement): string {
  return text.slice(element.start, element.end);
}

export function isSelfClosed(text: string, element: XmlElement): boolean {
  return text.charCodeAt(element.openEnd - 2) === 47;
}

const ATTRIBUTE = /\s([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/** Attributes of an opening tag by their name as written (`r:id`), entities resolved. */
export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted = ''] of tag.matchAll(ATTRIBUTE))
    found.set(name, decodeEntities(quoted.slice(1, -1)));
  return found;
}

export function attribute(tag: string, name: string): string | null {
  return attributesOf(tag).get(name) ?? null;
}

/** The relationship id: the attribute `id` in another namespace than the element's own. */
export function relationshipId(tag: string): string | null {
  for (const [name, value] of attributesOf(tag)) if (name.endsWith(':id') && !name.startsWith('xmlns:')) return value;
  return null;
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The opening tag with an attribute set, or taken out when `value` is null; all else as it was. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    const rest = tag.slice(match.index + match[0].length);
    return tag.slice(0, match.index) + (value === null ? '' : ` ${name}="${encodeAttribute(value)}"`) + rest;
  }
  if (value === null) return tag;
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, end).trimEnd()} ${name}="${encodeAttribute(value)}"${tag.slice(end)}`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, named) => {
    if (typeof named === 'string') return ENTITIES[named] ?? whole;
    const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function encodeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

export function encodeAttribute(text: string): string {
  return encodeText(text).replace(/["\n\r\t]/g, (sign) => (sign === '"' ? '&quot;' : `&#${sign.charCodeAt(0)};`));
}

/** Character data with comments left out, CDATA opened and entities resolved. */
export function characterData(text: string): string {
  if (!text.includes('<')) return decodeEntities(text);
  let shown = '';
  let at = 0;
  for (let mark = text.indexOf('<'); mark >= 0; mark = text.indexOf('<', at)) {
    shown += decodeEntities(text.slice(at, mark));
    const isData = text.startsWith('<![CDATA[', mark);
    const close = isData ? ']]>' : text.startsWith('<!--', mark) ? '-->' : '>';
    const found = text.indexOf(close, mark);
    const end = found < 0 ? text.length : found;
    if (isData) shown += text.slice(mark + 9, end);
    at = end + close.length;
  }
  return shown + decodeEntities(text.slice(at));
}

/** Replacements on one source text, applied together; all positions are the source's. */
export class XmlEdits {
  private readonly edits: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly order: number;
  }[] = [];

  constructor(private readonly source: string) {}

  replace(start: number, end: number, text: string): this {
    this.edits.push({ start, end, text, order: this.edits.length });
    return this;
  }

  insert(at: number, text: string): this {
    return this.replace(at, at, text);
  }

  remove(element: XmlElement): this {
    return this.replace(element.start, element.end, '');
  }

  toString(): string {
    const sorted = [...this.edits].sort((a, b) => a.start - b.start || a.order - b.order);
    let result = '';
    let at = 0;
    for (const edit of sorted) {
      result += this.source.slice(at, edit.start) + edit.text;
      at = Math.max(at, edit.end);
    }
    return result + this.source.slice(at);
  }
}

/**
 * Where a new child belongs so that the schema's order holds: after the last top-level child that may stand before it.
 * Only children of the root count; the same names inside extensions do not.
 */
export function insertionPoint(root: XmlElement, order: readonly string[], name: string): number {
  const rank = order.indexOf(name);
  let at = root.openEnd;
  for (const child of root.children) {
    const childRank = child.prefix === root.prefix ? order.indexOf(child.name) : -1;
    if (childRank >= 0 && childRank <= rank) at = child.end;
  }
  return at;
}
