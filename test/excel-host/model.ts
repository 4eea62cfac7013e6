// Owns the workbook that the stand-in holds: sheets, cells, names, rules, protection. Enforces what Excel enforces.
// Must not know the protocol.
import { areasOverlap, formatArea, parseArea, type Area } from '../../src/sheet/address';
import {
  BLANK,
  enter,
  InvalidEntry,
  PLAIN_STYLE,
  shown,
  styleOf,
  type CellValue,
  type HostCell,
  type Style,
} from './cells';

/** An error as Excel answers it. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function refuse(code: string, message: string): never {
  throw new ExcelError(code, message);
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
const DEFAULT_WIDTH = 54;
const DEFAULT_HEIGHT = 14.25;

export interface ColourRuleModel {
  readonly id: string;
  readonly type: string;
  readonly area: Area;
  formula: string;
  fill: string;
  font: string;
  borders: Record<string, string>;
  stopIfTrue: boolean;
}

export interface ValidationModel {
  readonly area: Area;
  rule: unknown;
  prompt: unknown;
  errorAlert: unknown;
}

export interface SeriesModel {
  name: string;
  values: string;
  categories: string;
  fill: string;
}

export interface ChartModel {
  readonly id: string;
  name: string;
  readonly type: string;
  title: string;
  hasTitle: boolean;
  legend: { visible: boolean; position: string };
  axes: { isReversed: boolean };
  gapWidth: number;
  overlap: number;
  position: string;
  readonly series: SeriesModel[];
}

export interface PageLayoutModel {
  orientation: string;
  paperSize: string;
  zoom: unknown;
  titleRows: string;
  centerHorizontally: boolean;
  readonly margins: Record<string, number>;
}

export interface TableModel {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
}

export interface NameModel {
  readonly name: string;
  visible: boolean;
  comment: string;
  /** A place, kept by the sheet's id; the area is null once the sheet is gone. */
  place: { readonly sheet: string; readonly area: Area } | null;
  /** Any other formula. */
  formula: string;
}

/** Runs a function over every cell of an area that must be addressed. */
export function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) for (let c = area.left; c <= area.right; c++) visit(row, c);
}

let counter = 0;
/** Ids like Excel's own. */
export function freshId(): string {
  return `{${(++counter).toString(16).padStart(8, '0').toUpperCase()}-0000-4000-8000-000000000000}`;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export class SheetModel {
  readonly id = freshId();
  visibility: Visibility = 'Visible';
  isProtected = false;
  tabColour = '';
  showsGridlines = true;
  frozenRows = 0;
  frozenColumns = 0;
  merges: Area[] = [];
  rules: ColourRuleModel[] = [];
  validations: ValidationModel[] = [];
  charts: ChartModel[] = [];
  tables: TableModel[] = [];
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly pageLayout: PageLayoutModel = {
    orientation: 'Portrait',
    paperSize: '',
    zoom: null,
    titleRows: '',
    centerHorizontally: false,
    margins: {},
  };
  private readonly rows: ((HostCell | undefined)[] | undefined)[] = [];

  constructor(
    readonly workbook: WorkbookModel,
    public name: string,
  ) {}

  cell(row: number, column: number): HostCell {
    return this.rows[row]?.[column] ?? BLANK;
  }

  set(row: number, column: number, change: Partial<HostCell>): void {
    const cells = (this.rows[row] ??= []);
    const next = { ...(cells[column] ?? BLANK), ...change };
    if (next.value === '' && next.formula === null && next.style === PLAIN_STYLE && !next.hyperlink)
      cells[column] = undefined;
    else cells[column] = next;
  }

  /** As a person types it: text becomes a number, date or formula where Excel would make it one. Tells listeners. */
  type(row: number, column: number, typed: CellValue): void {
    this.enterCell(row, column, typed);
    this.workbook.tell(this, { top: row, left: column, bottom: row, right: column }, null);
  }

  /** Without protection checks and without events. */
  enterCell(row: number, column: number, typed: CellValue): void {
    const old = this.cell(row, column);
    try {
      const { numberFormat, ...entry } = enter(typed, old.style.numberFormat);
      const style =
        numberFormat && old.style.numberFormat === 'General' ? styleOf({ numberFormat }, old.style) : old.style;
      this.set(row, column, { ...entry, style });
    } catch (error) {
      if (error instanceof InvalidEntry) refuse('InvalidArgument', error.message);
      throw error;
    }
  }

  restyle(area: Area, change: Partial<Style> | ((style: Style) => Partial<Style>)): void {
    const make = typeof change === 'function' ? change : () => change;
    const made = new Map<Style, Style>();
    eachCell(area, (row, column) => {
      const { style } = this.cell(row, column);
      const next = made.get(style) ?? styleOf(make(style), style);
      made.set(style, next);
      this.set(row, column, { style: next });
    });
  }

  /** First to last row and column that hold something (values only) or are formatted; null when there is nothing. */
  usedArea(valuesOnly: boolean): Area | null {
    let area: Area | null = null;
    this.rows.forEach((cells, row) =>
      cells?.forEach((cell, column) => {
        if (!cell) return;
        if (valuesOnly && cell.value === '' && cell.formula === null) return;
        area = area
          ? {
              top: Math.min(area.top, row),
              bottom: Math.max(area.bottom, row),
              left: Math.min(area.left, column),
              right: Math.max(area.right, column),
            }
          : { top: row, bottom: row, left: column, right: column };
      }),
    );
    return area;
  }

  width(column: number): number {
    return this.columnWidths.get(column) ?? DEFAULT_WIDTH;
  }

  height(row: number): number {
    return this.rowHeights.get(row) ?? DEFAULT_HEIGHT;
  }

  /** True for a cell under a merge that is not its first. */
  isCovered(row: number, column: number): boolean {
    return this.merges.some(
      (m) =>
        row >= m.top &&
        row <= m.bottom &&
        column >= m.left &&
        column <= m.right &&
        !(row === m.top && column === m.left),
    );
  }

  assertUnlocked(area: Area): void {
    this.workbook.assertWritable();
    if (!this.isProtected) return;
    eachCell(area, (row, column) => {
      if (this.cell(row, column).style.locked) refuse('AccessDenied', `Sheet ${this.name} is protected.`);
    });
  }

  /** For formats, rules, merges, charts: refused on any protected sheet. */
  assertUnprotected(): void {
    this.workbook.assertWritable();
    if (this.isProtected) refuse('AccessDenied', `Sheet ${this.name} is protected.`);
  }

  merge(area: Area): void {
    if (this.tables.some((table) => areasOverlap(table.area, area)))
      refuse('InvalidOperation', 'Cells of a table cannot be merged.');
    this.merges = this.merges.filter((old) => !areasOverlap(old, area));
    if (area.top !== area.bottom || area.left !== area.right) this.merges.push(area);
    eachCell(area, (row, column) => {
      if (row !== area.top || column !== area.left)
        this.set(row, column, { value: '', formula: null, isQuoted: false });
    });
  }

  /** The fill a person sees: the last of our colour rules that applies, else the cell's own. */
  shownFill(row: number, column: number): string {
    for (const rule of this.rules) {
      const { area } = rule;
      if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
      const match = /\$([A-Z]{1,3})(\d+)="((?:[^"]|"")*)"/.exec(rule.formula);
      const key = match && parseArea(`${match[1]}${Number(match[2]) + row - area.top}`);
      if (key && shown(this.cell(key.top, key.left)) === match?.[3]?.replaceAll('""', '"')) return rule.fill;
    }
    return this.cell(row, column).style.fill;
  }
}

export interface ChangeEvent {
  readonly sheet: SheetModel;
  readonly area: Area;
  /** 'ThisLocalAddin' for what the add-in did itself. */
  readonly trigger: string | null;
}

export class WorkbookModel {
  name = '创卫指标.xlsx';
  isStructureProtected = false;
  isReadOnly = false;
  isEditingCell = false;
  calculationMode = 'Automatic';
  sheets: SheetModel[] = [];
  names: NameModel[] = [];
  active: SheetModel;
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  /** Base64 of workbooks that the add-in opened in windows of their own. */
  readonly created: string[] = [];
  /** What Excel would have done without saying so: values dropped under a merge, and the like. */
  readonly warnings: string[] = [];
  private readonly listeners = new Set<(event: ChangeEvent) => void>();

  constructor(sheetNames: readonly string[] = ['Sheet1']) {
    for (const name of sheetNames) this.sheets.push(new SheetModel(this, name));
    const [first] = this.sheets;
    if (!first) throw new Error('A workbook has at least one sheet.');
    this.active = first;
  }

  /** The sheet with that name, for tests; throws when there is none. */
  sheet(name: string): SheetModel {
    const found = this.find(name);
    if (!found) throw new Error(`No sheet ${name}: ${this.sheets.map((one) => one.name).join(', ')}`);
    return found;
  }

  find(name: string): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  byId(id: string): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  onChange(listener: (event: ChangeEvent) => void): void {
    this.listeners.add(listener);
  }

  tell(sheet: SheetModel, area: Area, trigger: string | null): void {
    for (const listener of this.listeners) listener({ sheet, area, trigger });
  }

  assertWritable(): void {
    if (this.isReadOnly) refuse('AccessDenied', 'The workbook is read-only.');
  }

  assertStructure(): void {
    this.assertWritable();
    if (this.isStructureProtected) refuse('AccessDenied', 'The structure of the workbook is protected.');
  }

  addSheet(name?: string): SheetModel {
    let wish = name;
    for (let n = this.sheets.length + 1; wish === undefined; n++) if (!this.find(`Sheet${n}`)) wish = `Sheet${n}`;
    this.assertName(wish);
    const sheet = new SheetModel(this, wish);
    this.sheets.push(sheet);
    return sheet;
  }

  rename(sheet: SheetModel, name: string): void {
    if (name === sheet.name) return;
    this.assertName(name, sheet);
    sheet.name = name;
  }

  removeSheet(sheet: SheetModel): void {
    if (sheet.visibility === 'VeryHidden') refuse('InvalidOperation', 'A very hidden sheet cannot be deleted.');
    this.assertAnotherVisible(sheet);
    const at = this.sheets.indexOf(sheet);
    this.sheets.splice(at, 1);
    if (this.active === sheet) {
      const next = [...this.sheets.slice(at), ...this.sheets.slice(0, at).reverse()].find(
        (one) => one.visibility === 'Visible',
      );
      if (next) this.active = next;
      this.selection = { top: 0, left: 0, bottom: 0, right: 0 };
    }
    for (const name of this.names) {
      if (name.place?.sheet !== sheet.id) continue;
      name.formula = `=#REF!${absolute(name.place.area)}`;
      name.place = null;
    }
  }

  assertAnotherVisible(sheet: SheetModel): void {
    if (!this.sheets.some((one) => one !== sheet && one.visibility === 'Visible')) {
      refuse('InvalidOperation', 'A workbook has at least one visible sheet.');
    }
  }

  formulaOf(name: NameModel): string {
    const { place } = name;
    const sheet = place && this.byId(place.sheet);
    return place && sheet ? `=${quoted(sheet.name)}!${absolute(place.area)}` : name.formula;
  }

  /** Sets what a name refers to, from a formula text. */
  setName(name: NameModel, formula: string): void {
    const match = /^=(?:'((?:[^']|'')+)'|([^'!"]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/i.exec(formula);
    const sheet = match && this.find((match[1] ?? match[2] ?? '').replaceAll("''", "'"));
    const area = match && parseArea(match[3] ?? '');
    if (match && !sheet) refuse('InvalidArgument', `No such sheet: ${formula}`);
    name.place = sheet && area ? { sheet: sheet.id, area } : null;
    if (!name.place && (!/^=/.test(formula) || /^="(?:[^"]|""){256,}"$/.test(formula))) {
      refuse('InvalidArgument', `Not a reference or formula: ${formula}`);
    }
    name.formula = formula;
  }

  private assertName(name: string, except?: SheetModel): void {
    const isBad =
      name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name) || /^history$/i.test(name);
    if (isBad) refuse('InvalidArgument', `Not a sheet name: ${name}`);
    const taken = this.find(name);
    if (taken && taken !== except) refuse('ItemAlreadyExists', `A sheet named ${name} exists.`);
  }
}

export function quoted(sheet: string): string {
  return /^[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff.]*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

export function absolute(area: Area): string {
  return formatArea(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
