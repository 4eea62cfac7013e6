// Owns a sheet as it was read from Excel: matrices of values and formats, cells made when asked for. Must not call Excel.
import { areaContains, areasOverlap, type Area } from '../../sheet/address';
import { BLANK_CELL, type Cell, type Sheet, type SheetTable, type SheetVisibility } from '../../sheet/sheet';
import { cellOf, needsText, type RawValue } from './cells';

export interface SheetFacts {
  /** Excel's own id; it outlives a rename. */
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
}

/** Where texts that only Excel knows are missing: one stretch of a column. */
export type Stretch = Area;

export class GridSheet implements Sheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  tables: readonly SheetTable[] = [];
  readonly rowCount: number;
  readonly columnCount: number;
  merges: readonly Area[] = [];
  private readonly values: (readonly RawValue[])[] = [];
  private readonly formats: (readonly string[])[] = [];
  private readonly texts = new Map<number, string>();
  private formulas: readonly Area[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private covers: Map<number, Area[]> | null = null;

  /** `used` is the area that holds something; null for an empty or unread sheet. */
  constructor(
    facts: SheetFacts,
    readonly used: Area | null,
  ) {
    ({ id: this.id, name: this.name, visibility: this.visibility, isProtected: this.isProtected } = facts);
    this.rowCount = used ? used.bottom + 1 : 0;
    this.columnCount = used ? used.right + 1 : 0;
  }

  /** Rows of the used area, from sheet row `top` on. */
  addRows(top: number, values: readonly (readonly RawValue[])[], formats: readonly (readonly string[])[]): void {
    values.forEach((row, down) => (this.values[top + down] = row));
    formats.forEach((row, down) => (this.formats[top + down] = row));
  }

  addTexts(stretch: Stretch, texts: readonly (readonly string[])[]): void {
    texts.forEach((row, down) =>
      row.forEach((text, across) => this.texts.set(this.key(stretch.top + down, stretch.left + across), text)),
    );
  }

  addFormulas(areas: readonly Area[]): void {
    this.formulas = [...this.formulas, ...areas];
  }

  addMerges(areas: readonly Area[]): void {
    this.merges = [...this.merges, ...areas];
    this.covers = null;
  }

  hideRow(row: number): void {
    this.hiddenRows.add(row);
  }

  hideColumn(column: number): void {
    this.hiddenColumns.add(column);
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.has(column);
  }

  cell(row: number, column: number): Cell {
    const { used } = this;
    if (!used || !areaContains(used, row, column)) return BLANK_CELL;
    const value = this.rawValue(row, column);
    const isFormula = this.formulas.some((area) => areaContains(area, row, column));
    if ((value === '' && !isFormula) || this.isCovered(row, column)) return BLANK_CELL;
    const format = this.formats[row]?.[column - used.left] ?? 'General';
    return cellOf(value, format, this.texts.get(this.key(row, column)), isFormula);
  }

  /** As Excel gave it; '' for blank or unread. */
  rawValue(row: number, column: number): RawValue {
    return this.values[row]?.[column - (this.used?.left ?? 0)] ?? '';
  }

  /** The shortest stretches of columns that hold every number shown in a format of its own. */
  stretchesNeedingText(): Stretch[] {
    const { used } = this;
    if (!used) return [];
    const found: Stretch[] = [];
    for (let column = used.left; column <= used.right; column++) {
      let [top, bottom] = [-1, -1];
      for (let row = used.top; row <= used.bottom; row++) {
        const format = this.formats[row]?.[column - used.left] ?? 'General';
        if (!needsText(this.rawValue(row, column), format)) continue;
        if (top < 0) top = row;
        bottom = row;
      }
      if (top >= 0) found.push({ top, bottom, left: column, right: column });
    }
    return found;
  }

  private key(row: number, column: number): number {
    return row * 16_384 + column;
  }

  /** Under a merge and not its first cell. */
  private isCovered(row: number, column: number): boolean {
    this.covers ??= this.mergesByRow();
    return (this.covers.get(row) ?? []).some(
      (merge) => areaContains(merge, row, column) && !(merge.top === row && merge.left === column),
    );
  }

  private mergesByRow(): Map<number, Area[]> {
    const byRow = new Map<number, Area[]>();
    const { used } = this;
    if (!used) return byRow;
    for (const merge of this.merges) {
      if (!areasOverlap(merge, used)) continue;
      for (let row = merge.top; row <= Math.min(merge.bottom, used.bottom); row++) {
        byRow.set(row, [...(byRow.get(row) ?? []), merge]);
      }
    }
    return byRow;
  }
}
