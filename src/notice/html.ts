// Owns reading HTML into lines and tables, without a DOM: as written by Word, by mammoth and by government sites. Runs no script, loads nothing.
import { expandGrid, type SpanCell } from './grid';
import type { NoticePart } from './notice';

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** Their content is no text of the notice; `del` is what a tracked change took out. */
const SKIPPED = new Set(['script', 'style', 'head', 'title', 'del', 'template', 'noscript', 'svg', 'select', 'xml']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ' +
    'ol p pre section ul br caption'
  ).split(' '),
);
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: '　', thinsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"', apos: "'",
  ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•',
  ge: '≥', le: '≤', ne: '≠', permil: '‰', times: '×', divide: '÷', plusmn: '±', deg: '°', micro: 'μ', mu: 'μ',
  sup2: '²', sup3: '³', radic: '√', laquo: '«', raquo: '»', lang: '〈', rang: '〉', copy: '©', reg: '®', zwnj: '', zwj: '',
}; // prettier-ignore

const FROM_WORD = /urn:schemas-microsoft-com:office|class=["']?MsoNormal/i;
/** Word wraps its pages' source between any two characters; elsewhere such a break is a blank. */
const WORD_WRAP =
  /(?<=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])/g;

const FIRST_ITEM_LEVEL = 3;

/** Lines and tables in the order of the page. Never throws. */
export function readHtml(html: string): NoticePart[] {
  return new HtmlReader().read(html);
}

/** Running text on its way to becoming lines: the page, or one table cell. */
interface Flow {
  readonly parts: NoticePart[];
  line: string;
  level: number | null;
}

interface OpenCell {
  readonly flow: Flow;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

interface OpenTable {
  readonly caption: Flow;
  readonly rows: OpenCell[][];
  isCellOpen: boolean;
}

const newFlow = (): Flow => ({ parts: [], line: '', level: null });

class HtmlReader {
  private readonly page = newFlow();
  private readonly tables: OpenTable[] = [];
  private listDepth = 0;
  private isPreformatted = false;
  private isFromWord = false;

  read(html: string): NoticePart[] {
    this.isFromWord = FROM_WORD.test(html.slice(0, 20_000));
    let skipped: string | null = null;
    for (const token of tokens(html)) {
      if (skipped !== null) {
        if (token.kind === 'close' && token.name === skipped) skipped = null;
        if (token.kind === 'open' && token.name === 'body') skipped = null;
      } else if (token.kind === 'text') this.text(token.text);
      else if (token.kind === 'close') this.close(token.name);
      else if (SKIPPED.has(token.name)) skipped = token.attributes.endsWith('/') ? null : token.name;
      else this.open(token.name, token.attributes);
    }
    while (this.tables.length > 0) this.endTable();
    endLine(this.page);
    return this.page.parts;
  }

  /** Where text goes now. Between the cells of a table there is only its caption. */
  private flow(): Flow {
    const table = this.tables.at(-1);
    if (!table) return this.page;
    return (table.isCellOpen ? table.rows.at(-1)?.at(-1)?.flow : undefined) ?? table.caption;
  }

  private text(raw: string): void {
    const text = decodeEntities(raw);
    const joined = this.isFromWord ? text.replace(WORD_WRAP, '') : text;
    this.flow().line += this.isPreformatted ? text : joined.replace(/[ \r\n\f]+/g, ' ');
  }

  private open(name: string, attributes: string): void {
    if (name === 'table') this.startTable();
    else if (name === 'tr') this.startRow();
    else if (name === 'td' || name === 'th') this.startCell(attributes);
    else if (BLOCKS.has(name)) this.startBlock(name);
  }

  private close(name: string): void {
    if (name === 'table') this.endTable();
    else if (name === 'td' || name === 'th' || name === 'tr') this.endCell();
    else if (name === 'ol' || name === 'ul') this.listDepth = Math.max(0, this.listDepth - 1);
    else if (name === 'pre') this.isPreformatted = false;
    if (BLOCKS.has(name)) endLine(this.flow());
  }

  private startBlock(name: string): void {
    const flow = this.flow();
    endLine(flow);
    if (name === 'ol' || name === 'ul') this.listDepth += 1;
    if (name === 'pre') this.isPreformatted = true;
    if (/^h[1-6]$/.test(name)) flow.level = Number(name[1]);
    if (name === 'li') flow.level = FIRST_ITEM_LEVEL + Math.max(0, this.listDepth - 1);
  }

  private startTable(): void {
    endLine(this.flow());
    this.tables.push({ caption: newFlow(), rows: [], isCellOpen: false });
  }

  private startRow(): void {
    this.endCell();
    this.tables.at(-1)?.rows.push([]);
  }

  private startCell(attributes: string): void {
    this.endCell();
    const table = this.tables.at(-1);
    if (!table) return;
    if (table.rows.length === 0) table.rows.push([]);
    const cell = { flow: newFlow(), rowSpan: span(attributes, 'rowspan'), columnSpan: span(attributes, 'colspan') };
    table.rows.at(-1)?.push(cell);
    table.isCellOpen = true;
  }

  private endCell(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    endLine(this.flow());
    table.isCellOpen = false;
  }

  private endTable(): void {
    this.endCell();
    const table = this.tables.pop();
    if (!table) return;
    endLine(table.caption);
    const { parts } = this.flow();
    for (const part of [...table.caption.parts, ...tableParts(table.rows)]) parts.push(part);
  }
}

function endLine(flow: Flow): void {
  for (const text of flow.line.split('\n')) {
    if (text.trim() !== '') flow.parts.push({ kind: 'line', text, level: flow.level });
  }
  flow.line = '';
  flow.level = null;
}

/** A table of one cell, row or column only lays out the page: what it holds is running text. Tables inside a cell come behind their table. */
function tableParts(rows: readonly (readonly OpenCell[])[]): NoticePart[] {
  const filled = rows.map((row) => row.filter(({ flow }) => flow.parts.length > 0)).filter((row) => row.length > 0);
  const isData = filled.length > 1 && filled.some((row) => row.length > 1);
  if (!isData) return filled.flatMap((row) => row.flatMap(({ flow }) => flow.parts));
  const inner = filled.flatMap((row) => row.flatMap(({ flow }) => flow.parts.filter(({ kind }) => kind === 'table')));
  const grid = rows.map((row) => row.map(({ flow, ...spans }): SpanCell => ({ ...spans, text: cellText(flow) })));
  return [expandGrid(grid), ...inner];
}

function cellText({ parts }: Flow): string {
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.text.replace(/\s+/g, ' ').trim()] : []));
  return lines.join('\n');
}

/** `rowspan="0"` means to the last row. */
function span(attributes: string, name: string): number {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(attributes);
  if (!match) return 1;
  return Number(match[1]) || (name === 'rowspan' ? Number.MAX_SAFE_INTEGER : 1);
}

/** `&ge;` `&#8805;` `&#x2265;`; an unknown one stays as written. */
function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function* tokens(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    const tag = /^<(\/?)([a-z][a-z\d:-]*)/i.exec(html.slice(open, Math.min(end, open + 64)));
    if (tag) {
      const name = (tag[2] ?? '').toLowerCase();
      const attributes = html.slice(open + tag[0].length, end);
      yield { kind: tag[1] ? 'close' : 'open', name, attributes };
      if (!tag[1] && (name === 'script' || name === 'style')) {
        at = closingTag(html, name, end);
        continue;
      }
    }
    at = end + 1;
  }
}

/** The `>` that ends a tag, quoted attributes skipped; the end of the text when there is none. */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (quote) quote = character === quote ? '' : quote;
    else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character;
    else if (character === '>') return at;
  }
  return html.length;
}

/** Where `</script` or `</style` stands: what lies before is no HTML. */
function closingTag(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}
