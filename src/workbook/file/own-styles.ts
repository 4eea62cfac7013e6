// Owns which cell styles are ours and what a cell had before it got one, so that taking our work out gives it back.
// Must not decide how a style looks.
import { LOOKS } from '../looks';
import type { BookBefore } from './before';
import type { Styles } from './styles';
import { attribute } from './xml';

/** What a cell had before us. */
export type CellBefore = number | typeof WITHOUT_STYLE | typeof NO_CELL;
/** The cell stood there without naming a style. */
export const WITHOUT_STYLE = -1;
export const NO_CELL = -2;

/** How our looks read in a file whose styles another program numbered anew: the result look, and the fills of the others. */
const RESULT_LOOK =
  /^<[^>]*numFmtId="0"[^>]*fontId="0"[^>]*fillId="0"[^>]*borderId="0"[^>]*><(?:\w+:)?alignment vertical="center" wrapText="1"\s*\/><\/[^>]*>$/;

const FILLS = [LOOKS.input.fill, LOOKS.head.fill].map((fill) => `<fgColor rgb="FF${fill}"/>`);

export class OwnStyles {
  /** By our style's index: what its cells had; a style that is not named stands in cells that we made. */
  readonly origins: Map<number, CellBefore>;
  private readonly first: number | null;

  /**
   * Styles after the remembered count are ours as long as the file still holds them as we wrote them (`isIntact`).
   * Otherwise only a style that reads like the result look or has one of our fills is taken for ours.
   */
  constructor(
    private readonly styles: Styles,
    { styles: { cellXfs }, origins }: BookBefore,
    isIntact: boolean,
  ) {
    this.first = cellXfs && isIntact ? cellXfs.count : null;
    const known = this.first === null ? [] : Object.entries(origins ?? {});
    this.origins = new Map(known.map(([style, before]) => [Number(style), before]));
  }

  isOurs(style: number): boolean {
    if (this.first !== null) return style >= this.first;
    if (style <= 0) return false;
    const xml = this.styles.itemXml('cellXfs', style);
    const fill = this.styles.itemXml('fills', Number(attribute(xml.slice(0, xml.indexOf('>') + 1), 'fillId') ?? 0));
    return RESULT_LOOK.test(xml) || FILLS.some((ours) => fill.includes(ours));
  }

  /** What a cell with one of our styles had before us. */
  before(style: number): CellBefore {
    return this.origins.get(style) ?? NO_CELL;
  }

  /** The index of a style that reads so, for cells that had `before`. */
  indexOf(xml: string, before: CellBefore): number {
    const first = this.first ?? this.styles.originalCount('cellXfs');
    const index = this.styles.indexOf('cellXfs', xml, first, (style) => this.before(style) === before);
    if (before !== NO_CELL) this.origins.set(index, before);
    return index;
  }
}
