// Owns the `<cols>` of a worksheet: one column's width set, and what stood there put back. Must not know rows or cells.
import { storedWidth } from './new-sheet';
import { attributesOf, childrenNamed, openTag, parseXml, withAttribute } from './xml';

interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** The whole `<col …/>` element. */
  readonly xml: string;
  readonly style: number;
  /** As stored; null when the run does not say. */
  readonly width: number | null;
}

function runOf(xml: string): ColumnRun {
  const found = attributesOf(xml);
  const style = Number(found.get('style') ?? 0);
  const width = found.get('width');
  return {
    first: Number(found.get('min')) - 1,
    last: Number(found.get('max')) - 1,
    xml,
    style,
    width: width === undefined ? null : Number(width),
  };
}

function narrowed(run: ColumnRun, first: number, last: number): ColumnRun {
  if (run.first === first && run.last === last) return run;
  const xml = withAttribute(withAttribute(run.xml, 'min', String(first + 1)), 'max', String(last + 1));
  return { ...run, first, last, xml };
}

/** Whether two definitions say the same of their columns. */
function isSame(a: ColumnRun, b: ColumnRun): boolean {
  return narrowed(a, 0, 0).xml === narrowed(b, 0, 0).xml;
}

export class ColumnWidths {
  private runs: ColumnRun[];
  /** Points of a row that says nothing. */
  readonly defaultHeight: number;
  private readonly tag: string;
  private readonly defaultWidth: number;

  /** `xml` is the whole `<cols>` element, `sheetFormat` the `<sheetFormatPr>`; '' when there is none. Throws `XmlError`. */
  constructor(
    xml: string,
    private readonly prefix: string,
    sheetFormat = '',
  ) {
    const format = attributesOf(sheetFormat);
    this.defaultHeight = Number(format.get('defaultRowHeight') ?? 15) || 15;
    this.defaultWidth = Number(format.get('defaultColWidth') ?? 8.43) || 8.43;
    const root = xml === '' ? null : parseXml(xml);
    this.tag = root ? openTag(xml, root) : `<${prefix}cols>`;
    this.runs = root
      ? childrenNamed(root, 'col').map((element) => runOf(openTag(xml, element).replace(/([^/])>$/, '$1/>')))
      : [];
  }

  /** The style that cells of the column take when they are made; 0 when it has none. */
  styleOf(column: number): number {
    return this.runs.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
  }

  /** In characters, a little less than what is stored. */
  widthOf(column: number): number {
    const run = this.runs.find(({ first, last }) => column >= first && column <= last);
    return run?.width ?? this.defaultWidth;
  }

  /** The definition of a column as it stands; one of `earlier`, where all that was done to that one is to split it. */
  xmlOver(column: number, earlier: Iterable<string>): string {
    const run = this.runs.find(({ first, last }) => column >= first && column <= last);
    if (!run) return '';
    for (const xml of earlier) {
      const whole = xml === '' ? null : runOf(xml);
      if (whole && column >= whole.first && column <= whole.last && isSame(whole, run)) return xml;
    }
    return run.xml;
  }

  /** `width` in characters, as Excel's dialog shows it. */
  setWidth(column: number, width: number): void {
    const stored = String(storedWidth(width));
    const old = this.cut(column, column)[0];
    const base = old?.xml ?? `<${this.prefix}col min="${column + 1}" max="${column + 1}"/>`;
    const xml = withAttribute(withAttribute(base, 'width', stored), 'customWidth', '1');
    this.put({ first: column, last: column, xml, style: old?.style ?? 0, width: Number(stored) });
  }

  /**
   * Puts back what `xmlOver` gave for a column. A definition of several columns is whole again, but for columns in
   * `kept`; if somebody has changed another of its columns since, only this column reads so again.
   */
  restore(column: number, xml: string, kept: readonly number[]): void {
    this.cut(column, column);
    if (xml === '') return;
    const whole = runOf(xml);
    const saved = kept.flatMap((one) => (one >= whole.first && one <= whole.last ? this.cut(one, one) : []));
    const rest = this.cut(whole.first, whole.last);
    if (rest.every((run) => isSame(run, whole))) {
      this.put(whole);
      for (const run of saved) this.cut(run.first, run.last);
      saved.forEach((run) => this.put(run));
    } else for (const run of [...rest, ...saved, narrowed(whole, column, column)]) this.put(run);
  }

  /** The whole element; '' when no column says anything. */
  toString(): string {
    if (this.runs.length === 0) return '';
    return `${this.tag}${this.runs.map((run) => run.xml).join('')}</${this.prefix}cols>`;
  }

  private put(run: ColumnRun): void {
    this.runs.push(run);
    this.runs.sort((a, b) => a.first - b.first);
  }

  /** Takes these columns out, splitting what reaches over them; answers what was taken. */
  private cut(first: number, last: number): ColumnRun[] {
    const taken: ColumnRun[] = [];
    this.runs = this.runs.flatMap((run) => {
      if (run.last < first || run.first > last) return run;
      taken.push(narrowed(run, Math.max(run.first, first), Math.min(run.last, last)));
      const left = run.first < first ? narrowed(run, run.first, first - 1) : [];
      const right = run.last > last ? narrowed(run, last + 1, run.last) : [];
      return [left, right].flat();
    });
    return taken;
  }
}
