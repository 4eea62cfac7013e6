// Owns turning sheet rows below a header into indicators: merges, pasted paragraphs, page breaks, categories, notes, the end.
// Must not decide what a column is.
import type { Cell } from '../sheet/sheet';
import type { Sentence } from '../text/sentence';
import type { Columns } from './columns';
import {
  endsLikeIndicator,
  isNote,
  isOpenEnded,
  isOrganisations,
  isPageFurniture,
  isSectionHeading,
  isSequence,
  isSubtotal,
  isTargetTail,
  isUnit,
  joinName,
  plain,
  sequenceNumber,
  targetLook,
} from './content';
import { indexFrom, type Grid } from './grid';
import type { ColumnRole, IndicatorRow, PeriodCell } from './table';

export interface Frame {
  readonly left: number;
  readonly right: number;
  /** First row below the header. */
  readonly first: number;
  /** Rows from here on are another table's. */
  readonly limit: number;
  /** Rows of the header repeated after a page break. */
  readonly repeated: ReadonlySet<number>;
  readonly actualYear: number | null;
  /** Category of the first rows, from above the header. */
  readonly section: string | null;
  /** Unit from the heading, for targets that carry none. */
  readonly unit: string | null;
}

const LONGEST_PAUSE = 40;
const ROWS_TO_LOOK_DOWN = 6;
/** No indicator takes more sheet rows than this. */
const MOST_ROWS = 60;

const BROKEN: Sentence = {
  zh: '指标分在多行，已按一条读取',
  en: 'The indicator stands in several rows and is read as one',
};
const SPILL: Sentence = {
  zh: '分页后单独一行的内容已并入本行',
  en: 'A row left alone after a page break was joined to this one',
};
const DITTO: Sentence = { zh: '空白单元格按与上一行相同读取', en: 'Blank cells are read as the same as the row above' };
const NO_TARGET: Sentence = {
  zh: '目标值为空，未按上一行填补',
  en: 'The target is blank and was not filled from the row above',
};

/** One indicator while it grows. */
interface Item {
  readonly rows: number[];
  readonly category: string | null;
  readonly doubts: Set<Sentence>;
}

/** What a sheet row holds of its own, not through a merge from a row above. */
interface RowView {
  readonly row: number;
  readonly seq: string;
  readonly name: string;
  readonly target: string;
  /** Something stands in a column other than seq, category, indicator, target. */
  readonly hasRest: boolean;
}

/** The indicators between a header and the end of the table. */
export function readRows(grid: Grid, columns: Columns, frame: Frame): IndicatorRow[] {
  const reader = new BodyReader(grid, columns, frame);
  return reader.read();
}

class BodyReader {
  private readonly items: Item[] = [];
  private section: string | null;
  /** Columns that number, name or aim; what stands elsewhere is the rest of a row. */
  private readonly naming: ReadonlySet<number | null>;
  private readonly isSequenceReliable: boolean;
  /** Rows with a target are numbered 一, 二, 三: such a number is no mark of a section. */
  private readonly countsInChinese: boolean;

  constructor(
    private readonly grid: Grid,
    private readonly columns: Columns,
    private readonly frame: Frame,
  ) {
    this.section = frame.section;
    const naming = (['seq', 'indicator', 'target', 'category'] as const).map((role) => this.column(role));
    this.naming = new Set([...naming, ...columns.outerIndicators]);
    const { isReliable, isChinese } = this.measureSequence();
    this.isSequenceReliable = isReliable;
    this.countsInChinese = isChinese;
  }

  read(): IndicatorRow[] {
    let pendingSection: string | null = null;
    let lastSeen = this.frame.first - 1;
    let isAfterNote = false;
    for (const row of this.sheetRows()) {
      if (row >= this.frame.limit || row - lastSeen > LONGEST_PAUSE) break;
      const isAfterGap = row > lastSeen + 1 && !this.isCovered(row - 1);
      const cells = this.cells(row);
      if (this.frame.repeated.has(row)) {
        lastSeen = row;
        continue;
      }
      if (cells.length === 0 || this.isFurniture(cells, row)) continue;
      if (this.isSubtotalRow(row)) {
        lastSeen = row;
        continue;
      }
      const view = this.view(row);
      if (this.isNoteRow(cells, view)) {
        isAfterNote = true;
        continue;
      }
      const section = this.sectionName(cells, view);
      if (section !== null) {
        pendingSection = section;
        if (!isAfterNote) lastSeen = isAfterGap ? lastSeen : row;
        continue;
      }
      if ((isAfterGap || isAfterNote) && !this.fits(view, isAfterNote)) break;
      if (pendingSection !== null) this.section = pendingSection;
      pendingSection = null;
      isAfterNote = false;
      lastSeen = row;
      this.take(view, isAfterGap);
    }
    return this.finish();
  }

  private *sheetRows(): Generator<number> {
    const { rows } = this.grid;
    for (let index = indexFrom(this.grid, this.frame.first); index < rows.length; index += 1) yield rows[index] ?? 0;
  }

  private column(role: ColumnRole): number | null {
    return this.columns.byRole.get(role) ?? null;
  }

  private cells(row: number): number[] {
    return this.grid.columns(row).filter((column) => column >= this.frame.left && column <= this.frame.right);
  }

  /** The text of a role in this very row; a merge across counts for the first of the columns it covers. */
  private own(row: number, column: number | null): string {
    if (column === null) return '';
    const merge = this.grid.merge(row, column);
    if (!merge) return this.grid.text(row, column);
    if (merge.top !== row) return '';
    return merge.left === column || this.isSameKind(merge.left, column) ? this.grid.text(merge.top, merge.left) : '';
  }

  /** A merge across seq and indicator, several indicator levels or several target columns still names this column. */
  private isSameKind(from: number, to: number): boolean {
    const reading = (column: number): ColumnRole | null =>
      this.columns.readings.find((one) => one.column === column)?.role ?? null;
    const heading = (column: number): ColumnRole | null =>
      this.columns.columns.find((one) => one.column === column)?.heading.role ?? null;
    const target = reading(to);
    if (target === 'indicator')
      return ['seq', 'category', 'indicator'].includes(reading(from) ?? '') || heading(from) === 'indicator';
    return heading(from) === heading(to) && target !== null;
  }

  /** Covered by a merge that began in a row above. */
  private isCoveredAt(row: number, column: number | null): boolean {
    if (column === null) return false;
    const merge = this.grid.merge(row, column);
    return merge !== null && merge.top < row && merge.top >= this.frame.first;
  }

  private isCovered(row: number): boolean {
    return this.isCoveredAt(row, this.column('indicator')) || this.isCoveredAt(row, this.column('seq'));
  }

  private view(row: number): RowView {
    const indicator = this.column('indicator');
    const seqColumn = this.column('seq');
    const targetColumn = this.column('target');
    const isSeqMerged =
      seqColumn !== null && indicator !== null && (this.grid.merge(row, seqColumn)?.right ?? -1) >= indicator;
    return {
      row,
      seq: isSeqMerged ? '' : this.own(row, seqColumn),
      name: this.nameAt(row),
      target: this.own(row, targetColumn),
      hasRest: this.cells(row).some((column) => !this.naming.has(column)),
    };
  }

  private nameAt(row: number): string {
    const indicator = this.column('indicator');
    return this.own(row, indicator) || (this.isCoveredAt(row, indicator) ? '' : this.outerName(row));
  }

  /** The nearest indicator level that has words of its own in this row. */
  private outerName(row: number): string {
    const { outerIndicators } = this.columns;
    for (let index = outerIndicators.length - 1; index >= 0; index -= 1) {
      const text = this.own(row, outerIndicators[index] ?? null);
      if (text !== '') return text;
    }
    return '';
  }

  private measureSequence(): { isReliable: boolean; isChinese: boolean } {
    if (this.column('seq') === null) return { isReliable: false, isChinese: false };
    let whole = 0;
    let numbered = 0;
    let chinese = 0;
    let last = this.frame.first - 1;
    for (const row of this.sheetRows()) {
      if (row >= this.frame.limit || whole >= 200 || (whole >= 2 && row > last + 1)) break;
      last = row;
      const view = this.view(row);
      if (view.name === '' || view.target === '') continue;
      whole += 1;
      if (view.seq !== '') numbered += 1;
      if (/[一二三四五六七八九十]/.test(view.seq)) chinese += 1;
    }
    return { isReliable: numbered * 5 >= whole * 3, isChinese: chinese * 2 > numbered };
  }

  private isFurniture(cells: readonly number[], row: number): boolean {
    return (
      cells.length <= 2 &&
      cells.some((column) => isPageFurniture(this.grid.text(row, column))) &&
      cells.every((column) => isPageFurniture(this.grid.text(row, column)) || this.grid.text(row, column).length <= 2)
    );
  }

  private isSubtotalRow(row: number): boolean {
    const naming = [
      this.column('seq'),
      this.column('category'),
      ...this.columns.outerIndicators,
      this.column('indicator'),
    ];
    return naming.some((column) => isSubtotal(this.own(row, column)));
  }

  private isNoteRow(cells: readonly number[], view: RowView): boolean {
    const [first] = cells;
    if (first === undefined) return false;
    const text = this.grid.text(view.row, first);
    if (isNote(text)) return targetLook(view.target) !== 'sign' || view.target === text;
    if (this.isSignatureRow(cells, view)) return true;
    const isOnly = cells.length === 1;
    const isLeft = this.column('indicator') !== null && first < (this.column('indicator') ?? 0);
    return isOnly && text.length > 40 && (isLeft || this.isAcross(view.row, first));
  }

  /** `主要负责人签字：` `填报人：李四`: every cell begins with a label, from the first columns on. */
  private isSignatureRow(cells: readonly number[], view: RowView): boolean {
    const isLeft = (view.seq !== '' || view.name !== '') && !isSectionHeading(view.seq || view.name);
    return isLeft && cells.every((column) => /^[^:：≥≤]{2,12}[:：]/.test(this.grid.text(view.row, column)));
  }

  /** A merge from before or at the indicator over the target. */
  private isAcross(row: number, column: number): boolean {
    const merge = this.grid.merge(row, column);
    const indicator = this.column('indicator') ?? this.frame.left;
    const target = this.column('target') ?? this.frame.right;
    return merge !== null && merge.left <= Math.min(indicator, target) && merge.right >= Math.max(indicator, target);
  }

  /** The category that a row across the table names; null when the row is none. */
  private sectionName(cells: readonly number[], view: RowView): string | null {
    const [first, second] = cells;
    if (first === undefined || cells.length > 2) return null;
    const indicator = this.column('indicator') ?? -1;
    const text = this.grid.text(view.row, first);
    if (second !== undefined) {
      const isInPlaceOfNumber = view.seq !== '' && isSectionHeading(view.seq) && !isSequence(view.seq);
      if (isInPlaceOfNumber && view.name === '' && view.target === '') return view.seq;
      const isNumberAndName = view.seq !== '' && view.name !== '' && view.target === '' && !view.hasRest;
      if (!isNumberAndName || this.isCoveredAt(view.row, this.column('target'))) return null;
      return this.isSectionNumber(view) ? view.name : null;
    }
    if (this.isAcross(view.row, first)) return text;
    if (first > indicator || this.isCovered(view.row)) return null;
    if (this.isCoveredAt(view.row, this.column('target'))) return null;
    if (this.isOfDepartments(first) && !isSectionHeading(text)) return null;
    if (first < indicator) return isSequence(text) ? null : text;
    if (isSectionHeading(text)) return text;
    return this.isLooseSection(text, view.row) ? text : null;
  }

  /** What stands alone there is a spill, not a name of a section. */
  private isOfDepartments(column: number): boolean {
    return column === this.column('departments') || column === this.column('support');
  }

  /** `一 | 健康水平` among `1 2 3`, or `1 | 健康水平` above `1.1`. */
  private isSectionNumber(view: RowView): boolean {
    if (/[一二三四五六七八九十]/.test(view.seq)) return !this.countsInChinese;
    const next = this.nextSequence(view.row);
    const own = plain(view.seq).replace(/[.、]$/, '');
    return next !== null && new RegExp(`^${own.replace(/[^\w]/g, '\\$&')}[.-]\\d`).test(plain(next));
  }

  private nextSequence(row: number): string | null {
    for (let next = row + 1; next <= row + 5; next += 1) {
      const text = this.own(next, this.column('seq'));
      if (text !== '') return text;
    }
    return null;
  }

  /** A lone name without a number: a heading of what follows, unless it ends the name begun above. */
  private isLooseSection(text: string, row: number): boolean {
    const item = this.items[this.items.length - 1];
    if (item && (this.isBroken(item, text) || this.isMiddle(item, row))) return false;
    return !endsLikeIndicator(text) || this.isSequenceReliable;
  }

  /** The middle of a name in three rows: the row below it, without number and target, ends what the rows above began. */
  private isMiddle(item: Item, row: number): boolean {
    const next = this.view(row + 1);
    return next.seq === '' && next.target === '' && next.name !== '' && this.isBroken(item, next.name);
  }

  private isBroken(item: Item, rest: string): boolean {
    const name = this.nameOf(item);
    return isOpenEnded(name) || /^[（(，、,)）]/.test(rest) || (!endsLikeIndicator(name) && endsLikeIndicator(rest));
  }

  /** After a blank row or a note only what plainly goes on belongs to the table. */
  private fits(view: RowView, isAfterNote: boolean): boolean {
    const isReadable = targetLook(view.target) !== 'none';
    const goesOn = this.goesOn(view.seq);
    const isNumbered = this.column('seq') === null || view.seq !== '' || !this.isSequenceReliable;
    if (view.name !== '' && isReadable && isNumbered) return true;
    if (view.name !== '' && goesOn) return true;
    if (isAfterNote) return false;
    const item = this.items[this.items.length - 1];
    if (!item) return view.name !== '';
    if (view.name === '' && view.seq === '') return this.isSpill(view);
    if (view.name !== '' && view.seq === '' && view.target === '' && !view.hasRest && this.isBroken(item, view.name))
      return true;
    if (view.name !== '' && this.isCoveredAt(view.row, this.column('target'))) return true;
    if (view.name === '' || (view.target !== '' && !isReadable)) return false;
    return (endsLikeIndicator(view.name) && this.isFilledLike(view, item)) || this.goesOnBelow(view);
  }

  /** A row that someone put in: its value and department stand where the row above has its own. */
  private isFilledLike(view: RowView, item: Item): boolean {
    const isInBoth = (role: ColumnRole): boolean =>
      this.own(view.row, this.column(role)) !== '' && this.textOf(item, role) !== '';
    const [departments, actual] = [this.column('departments'), this.column('actual')];
    if (departments === null) return actual !== null && isInBoth('actual');
    const isNamed = isOrganisations(this.own(view.row, departments)) && isInBoth('departments');
    return isNamed && (actual === null || isInBoth('actual') || targetLook(view.target) !== 'none');
  }

  /** A few rows further down the numbers go on, before any other head words. */
  private goesOnBelow(view: RowView): boolean {
    for (let row = view.row + 1; row < Math.min(view.row + ROWS_TO_LOOK_DOWN, this.frame.limit); row += 1) {
      const next = this.view(row);
      if (this.isNoteRow(this.cells(row), next)) return false;
      const isWhole = next.name !== '' && targetLook(next.target) !== 'none';
      if (isWhole && this.column('seq') !== null && this.goesOn(next.seq, 2)) return true;
    }
    return false;
  }

  /** The next number, or one of the next few where rows without a number stand between. */
  private goesOn(seq: string, few = 1): boolean {
    const number = sequenceNumber(seq);
    const last = this.items[this.items.length - 1];
    const before = last ? sequenceNumber(this.textOf(last, 'seq')) : null;
    return number !== null && before !== null && number > before && number <= before + few;
  }

  private isSpill(view: RowView): boolean {
    const departments = [this.column('departments'), this.column('support')].map((column) =>
      this.own(view.row, column),
    );
    if (departments.some((text) => text !== '' && (isOrganisations(text) || text.length <= 3))) return true;
    return view.target !== '' && isTargetTail(view.target);
  }

  private take(view: RowView, isAfterGap: boolean): void {
    const item = this.items[this.items.length - 1];
    const isPutIn = isAfterGap && view.name !== '' && view.target === '' && !this.isSameTarget(view, item);
    if (item && item.rows.length < MOST_ROWS && !isPutIn && !this.isNewItem(view, item)) {
      item.rows.push(view.row);
      item.doubts.add(isAfterGap ? SPILL : BROKEN);
      return;
    }
    const isNameless = view.name === '' && !this.isCoveredAt(view.row, this.column('indicator'));
    if (isNameless && (view.target === '' || view.seq === '')) return;
    this.items.push({ rows: [view.row], category: this.categoryAt(view.row), doubts: new Set() });
  }

  /** Beyond a blank row a name without a target goes on only where the name above is plainly unfinished or merged down. */
  private isSameTarget(view: RowView, item: Item | undefined): boolean {
    if (!item) return false;
    const isMerged = [this.column('target'), this.column('seq')].some((column) => this.isCoveredAt(view.row, column));
    return isMerged || this.isBroken(item, view.name);
  }

  private isNewItem(view: RowView, item: Item): boolean {
    if (view.seq !== '')
      return (
        view.name !== '' || view.target !== '' || this.isCoveredAt(view.row, this.column('indicator')) || !view.hasRest
      );
    if (view.name === '') return false;
    if (this.isCoveredAt(view.row, this.column('seq'))) return this.areBothWhole(view, item);
    const target = this.column('target');
    if (view.target !== '') {
      if (isTargetTail(view.target) || isOpenEnded(this.nameOf(item))) return false;
      const hadTarget = this.textOf(item, 'target') !== '';
      if (!hadTarget && !endsLikeIndicator(this.nameOf(item))) return false;
      return !(this.isSequenceReliable && targetLook(view.target) === 'none');
    }
    if (this.isCoveredAt(view.row, target))
      return this.isSequenceReliable ? this.areWholeNames(view, item) : !this.isParagraph(view, item);
    if (this.hasOwnValue(view, item) || this.hasOwnDepartments(view, item)) return true;
    if (this.isSequenceReliable) return false;
    return !this.isBroken(item, view.name);
  }

  /** A row put in without number and target, with a value beside its name as the row above has: an indicator, no fragment. */
  private hasOwnValue(view: RowView, item: Item): boolean {
    const actual = this.column('actual');
    const isOwn = this.own(view.row, actual) !== '' && this.parts(item, actual).length > 0;
    return isOwn && !this.isBroken(item, view.name);
  }

  /** Two whole names, each with organisations of its own. */
  private hasOwnDepartments(view: RowView, item: Item): boolean {
    const departments = this.column('departments');
    const isOwn = isOrganisations(this.own(view.row, departments)) && this.parts(item, departments).length > 0;
    return isOwn && this.areWholeNames(view, item) && !this.isBroken(item, view.name);
  }

  private areBothWhole(view: RowView, item: Item): boolean {
    const hasTargets = view.target !== '' && !isTargetTail(view.target) && targetLook(view.target) !== 'none';
    return hasTargets && this.textOf(item, 'target') !== '' && this.areWholeNames(view, item);
  }

  private areWholeNames(view: RowView, item: Item): boolean {
    return endsLikeIndicator(view.name) && endsLikeIndicator(this.nameOf(item)) && !isOpenEnded(this.nameOf(item));
  }

  /** Every other column is merged down over this row, a value too, or the name plainly goes on: only it has paragraphs. */
  private isParagraph(view: RowView, item: Item): boolean {
    const others = this.columns.readings.filter(
      ({ role }) => role !== null && role !== 'indicator' && role !== 'category',
    );
    if (!others.every(({ column }) => this.isCoveredAt(view.row, column))) return false;
    return this.isCoveredAt(view.row, this.column('actual')) || this.isBroken(item, view.name);
  }

  private categoryAt(row: number): string | null {
    const column = this.column('category');
    const shown = column === null ? '' : this.grid.shown(row, column);
    if (shown !== '') {
      const isOwnName = this.own(row, this.column('indicator')) === '' && shown === this.view(row).name;
      if (!isOwnName) return shown;
    }
    const previous = this.items[this.items.length - 1];
    if (column !== null && previous?.category && !this.hasSectionSince(previous)) return previous.category;
    return this.section;
  }

  private hasSectionSince(item: Item): boolean {
    return this.section !== null && this.section !== item.category && this.column('category') === null;
  }

  private nameOf(item: Item): string {
    return joinName(this.parts(item, this.column('indicator'), true));
  }

  /** Own texts of an item's rows; the first row also looks through a merge from above. */
  private parts(item: Item, column: number | null, isName = false): string[] {
    if (column === null) return [];
    return item.rows.map((row, index) => this.part(row, column, index === 0, isName)).filter((text) => text !== '');
  }

  private part(row: number, column: number, isFirst: boolean, isName: boolean): string {
    const own = isName ? this.nameAt(row) : this.own(row, column);
    if (own !== '' || !isFirst) return own;
    return isName || this.isCoveredAt(row, column) ? this.grid.shown(row, column) : '';
  }

  private textOf(item: Item, role: ColumnRole): string {
    const [first = '', ...others] = this.parts(item, this.column(role));
    return others.length === 0 ? first : [...new Set([first, ...others])].join('\n');
  }

  private finish(): IndicatorRow[] {
    const dittos = new Map<ColumnRole, readonly (string | null)[]>();
    for (const role of ['target', 'departments', 'support', 'unit'] as const) {
      if (this.column(role) !== null) dittos.set(role, this.filledDown(role));
    }
    return this.items.map((item, index) => this.indicatorRow(item, index, dittos));
  }

  /** Texts of a column with blanks filled from above, where the column leaves out what repeats; null where as it stands. */
  private filledDown(role: ColumnRole): (string | null)[] {
    const texts = this.items.map((item) => this.textOf(item, role));
    const isDitto =
      role === 'unit'
        ? false
        : leavesOutRepeats(
            texts,
            this.items.map((item) => item.category),
          );
    let above = '';
    return texts.map((text) => {
      const isMark = role === 'departments' ? /^[〃″"]$/.test(text) : /^(〃|″|"|同上|同前)$/.test(text);
      if (text !== '' && !isMark) {
        above = text;
        return null;
      }
      return above !== '' && (isMark || (isDitto && text === '')) ? above : null;
    });
  }

  private indicatorRow(
    item: Item,
    index: number,
    dittos: ReadonlyMap<ColumnRole, readonly (string | null)[]>,
  ): IndicatorRow {
    const first = item.rows[0] ?? 0;
    const filled = (role: ColumnRole): string => {
      const above = dittos.get(role)?.[index] ?? null;
      if (above !== null) item.doubts.add(DITTO);
      return above ?? this.textOf(item, role);
    };
    const optional = (role: ColumnRole): string | null => (this.column(role) === null ? null : filled(role) || null);
    const target = filled('target');
    if (target === '' && index > 0 && (dittos.get('target') ?? []).every((text) => text === null))
      item.doubts.add(NO_TARGET);
    return {
      firstRow: first,
      lastRow: this.lastRow(item, index),
      seq: this.textOf(item, 'seq') || null,
      category: item.category,
      indicator: this.nameOf(item),
      target,
      departments: filled('departments'),
      support: this.column('support') === null ? null : filled('support'),
      unit: optional('unit') ?? this.unitBeside(item, target),
      remark: optional('remark'),
      actual: this.cellOf(item, this.column('actual')),
      history: this.historyOf(item),
      reference: this.cellOf(item, this.column('reference')),
      referenceHeading: this.columns.readings.find(({ role }) => role === 'reference')?.heading ?? null,
      plan: this.cellOf(item, this.column('plan')),
      numerator: this.cellOf(item, this.column('numerator')),
      denominator: this.cellOf(item, this.column('denominator')),
      doubts: [...item.doubts],
    };
  }

  /** Without a unit column, a bare number takes the unit in the name's or the heading's brackets. */
  private unitBeside(item: Item, target: string): string | null {
    if (this.column('unit') !== null || !/^[-\d.,~～—至\s≥≤><＞＜=]+$/.test(target)) return null;
    const named = /[（(]([^（()）]{1,10})[)）]$/.exec(this.nameOf(item))?.[1];
    return named && isUnit(named) ? named : this.frame.unit;
  }

  private lastRow(item: Item, index: number): number {
    const first = item.rows[0] ?? 0;
    const next = this.items[index + 1]?.rows[0] ?? this.frame.limit;
    let last = item.rows[item.rows.length - 1] ?? first;
    for (const column of [this.column('indicator'), this.column('seq')]) {
      const merge = column === null ? null : this.grid.merge(first, column);
      if (merge && merge.top === first) last = Math.max(last, Math.min(merge.bottom, next - 1));
    }
    return last;
  }

  /** One cell; several filled ones in an item's rows become one cell of several lines. */
  private cellOf(item: Item, column: number | null): Cell | null {
    if (column === null) return null;
    const cells = this.anchors(item, column)
      .map(({ row, column: at }) => this.grid.cell(row, at))
      .filter((cell) => cell.kind !== 'blank');
    const [first, ...others] = cells;
    if (!first) return this.grid.cell(item.rows[0] ?? 0, column);
    if (others.length === 0) return first;
    const text = cells.map((cell) => cell.text).join('\n');
    return { kind: 'text', value: text, text, format: first.format, isFormula: false };
  }

  /** The places whose cells show in a column of an item, each once. */
  private anchors(item: Item, column: number): { readonly row: number; readonly column: number }[] {
    const anchors = item.rows.map((row) => this.grid.anchor(row, column));
    if (anchors.length < 2) return anchors;
    return [...new Map(anchors.map((anchor) => [`${anchor.row}:${anchor.column}`, anchor])).values()];
  }

  private historyOf(item: Item): PeriodCell[] {
    return this.columns.history.flatMap(({ column, period, year, back }) => {
      const cell = this.cellOf(item, column);
      const counted = back !== null && this.frame.actualYear !== null ? this.frame.actualYear - back : null;
      return cell ? [{ period, year: year ?? counted, cell }] : [];
    });
  }
}

/** Blanks mean the same only where the column never writes the same twice in a row and leaves out more than once. */
function leavesOutRepeats(texts: readonly string[], categories: readonly (string | null)[]): boolean {
  if (texts[0] === '') return false;
  let runs = 0;
  let blanks = 0;
  for (let index = 1; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    const before = texts[index - 1] ?? '';
    if (text === '') {
      blanks += 1;
      if (before !== '') runs += 1;
    } else if (plain(text) === plain(before)) return false;
    if (text === '' && categories[index] !== categories[index - 1]) return false;
  }
  return runs >= 2 || (runs === 1 && blanks >= 3 && blanks * 2 > texts.length);
}
