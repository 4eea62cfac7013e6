// Owns reading a workbook from Excel in as few requests as its size allows. Must not write.
import type { Area } from '../../sheet/address';
import type { SheetVisibility } from '../../sheet/sheet';
import type { Mark, ReadOptions, WorkbookSnapshot } from '../port';
import type { RawValue } from './cells';
import { codeOf, REFUSALS } from './errors';
import { GridSheet, type SheetFacts, type Stretch } from './grid';
import { areasOfAddress, markOfName } from './places';
import { stopIfCancelled, type Session } from './session';

/** Marks that only this adapter needs; jobs do not see them. */
export const PRIVATE_MARKS = ['before.excel.', 'applying'];

/** Cells a request: a value and a format take about 60 bytes, and an answer has at most 5 MB. */
const CELLS_AT_ONCE = 75_000;
/** Excel fails to list more than 512 merges at once. */
const ROWS_FOR_MERGES = 128;

const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** A snapshot with its sheets as this adapter knows them. */
export interface ExcelSnapshot extends WorkbookSnapshot {
  readonly sheets: readonly GridSheet[];
  /** The private ones too. */
  readonly allMarks: readonly Mark[];
}

interface UsedRange {
  readonly sheet: SheetFacts;
  readonly range: Excel.Range;
  readonly merges: Excel.RangeAreas | null;
}

export async function readWorkbook(session: Session, options: ReadOptions): Promise<ExcelSnapshot> {
  const reader = new Reader(session, options);
  return reader.read();
}

class Reader {
  private mergesFailed = false;
  private formulasFailed = false;
  /** Tables whose area is still to be asked for. */
  private grids: ReadonlyMap<string, GridSheet> = new Map();
  private tables: readonly { readonly name: string; readonly sheet: string }[] = [];

  constructor(
    private readonly session: Session,
    private readonly options: ReadOptions,
  ) {}

  async read(): Promise<ExcelSnapshot> {
    this.report(0, 1);
    const outline = await this.outline();
    const { facts } = outline;
    stopIfCancelled(this.options);
    const wanted = facts.filter((sheet) => this.isWanted(sheet, outline.activeSheet));
    const ranges = outline.used ?? (await this.withoutMergesOnFailure(() => this.usedRanges(wanted)));
    const sheets = new Map(facts.map((sheet) => [sheet.id, new GridSheet(sheet, usedArea(ranges, sheet))]));
    this.grids = sheets;
    const read = ranges.flatMap(({ sheet, range, merges }) => {
      const grid = sheets.get(sheet.id);
      if (!grid || range.isNullObject) return [];
      if (merges && !merges.isNullObject) grid.addMerges(mergeAreas(merges));
      return { grid, hidesRows: range.rowHidden !== false, hidesColumns: range.columnHidden !== false };
    });
    await this.cells(read);
    await this.texts(read.map(({ grid }) => grid));
    const { selection, allMarks, activeSheet, isReadOnly, isStructureProtected } = outline;
    const marks = allMarks.filter(({ name }) => !PRIVATE_MARKS.some((own) => name.startsWith(own)));
    return { sheets: [...sheets.values()], activeSheet, selection, marks, allMarks, isStructureProtected, isReadOnly };
  }

  private isWanted(sheet: SheetFacts, active: string | null): boolean {
    const { sheets } = this.options;
    if (sheets === 'all') return true;
    if (sheets === 'visible') return sheet.visibility === 'visible';
    return sheets === 'active' ? sheet.name === active : sheets.includes(sheet.name);
  }

  private report(done: number, total: number): void {
    this.options.onProgress?.({ stage: { zh: '正在读取工作簿', en: 'Reading the workbook' }, done, total });
  }

  /** Sheets, names and marks; for the active sheet already what it uses. */
  private async outline() {
    return this.withoutMergesOnFailure(async () => {
      try {
        return await this.requestOutline(true);
      } catch (error) {
        // A chart or picture is selected: there is no selection of cells.
        if (!['InvalidSelection', 'InvalidOperation', 'ItemNotFound'].includes(codeOf(error))) throw error;
        return this.requestOutline(false);
      }
    });
  }

  private async requestOutline(hasSelection: boolean) {
    const isActiveOnly = this.options.sheets === 'active';
    const { sheets, names, workbook, active, selection, tables, range, merges } = await this.session.request(
      (context) => {
        const workbook = context.workbook.load('readOnly');
        workbook.protection.load('protected');
        const active = workbook.worksheets.getActiveWorksheet().load('id,name');
        const range = isActiveOnly ? this.loadUsed(active) : null;
        return {
          workbook,
          sheets: workbook.worksheets.load('items/id,items/name,items/visibility,items/protection/protected'),
          names: workbook.names.load('items/name,items/formula'),
          tables: workbook.tables.load('items/name,items/worksheet/id'),
          active,
          range,
          merges: range && this.loadMerges(range),
          selection: hasSelection ? workbook.getSelectedRanges().load('address') : null,
        };
      },
    );
    const facts = sheets.items.map((sheet): SheetFacts => ({
      id: sheet.id,
      name: sheet.name,
      visibility: VISIBILITIES[sheet.visibility] ?? 'visible',
      isProtected: sheet.protection.protected,
    }));
    this.tables = tables.items.map(({ name, worksheet }) => ({ name, sheet: worksheet.id }));
    const activeFacts = facts.find(({ id }) => id === active.id);
    return {
      facts,
      activeSheet: activeFacts?.name ?? null,
      selection: selection ? (areasOfAddress(selection.address)[0] ?? null) : null,
      allMarks: allMarks(names.items),
      isReadOnly: workbook.readOnly,
      isStructureProtected: workbook.protection.protected,
      used: range && activeFacts ? [{ sheet: activeFacts, range, merges }] : null,
    };
  }

  private loadUsed(sheet: Excel.Worksheet): Excel.Range {
    return sheet
      .getUsedRangeOrNullObject(true)
      .load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  }

  private loadMerges(range: Excel.Range): Excel.RangeAreas | null {
    return this.mergesFailed ? null : range.getMergedAreasOrNullObject().load('areas/items/address');
  }

  private async usedRanges(sheets: readonly SheetFacts[]): Promise<UsedRange[]> {
    if (sheets.length === 0) return [];
    return this.session.request((context) =>
      sheets.map((sheet) => {
        const range = this.loadUsed(context.workbook.worksheets.getItem(sheet.id));
        return { sheet, range, merges: this.loadMerges(range) };
      }),
    );
  }

  /** Where Excel cannot list the merges at once, they are asked for in bands of rows later. */
  private async withoutMergesOnFailure<Result>(request: () => Promise<Result>): Promise<Result> {
    try {
      return await request();
    } catch (error) {
      if (this.mergesFailed || !MERGE_FAILURES.has(codeOf(error))) throw error;
      this.mergesFailed = true;
      return request();
    }
  }

  /** Values and formats, as many rows a request as fit. */
  private async cells(read: readonly { grid: GridSheet; hidesRows: boolean; hidesColumns: boolean }[]): Promise<void> {
    const total = read.reduce((sum, { grid }) => sum + grid.rowCount, 0);
    let done = 0;
    let room = CELLS_AT_ONCE;
    const waiting = read.flatMap((one) => (one.grid.used ? [{ ...one, rest: one.grid.used }] : []));
    while (waiting.length > 0) {
      stopIfCancelled(this.options);
      this.report(done, total);
      const parts = takeParts(waiting, room);
      try {
        await this.requestCells(parts);
      } catch (error) {
        const code = codeOf(error);
        const isTooLarge = code === 'ResponsePayloadSizeLimitExceeded';
        if (isTooLarge && room > 1000) room = Math.floor(room / 2);
        else if (!this.formulasFailed && !isTooLarge && MERGE_FAILURES.has(code)) this.formulasFailed = true;
        else throw error;
        waiting.unshift(...parts.map((part) => ({ ...part, rest: part.area })));
        continue;
      }
      done += parts.reduce((sum, { area }) => sum + area.bottom - area.top + 1, 0);
    }
    this.report(total, total);
  }

  private async requestCells(parts: readonly Part[]): Promise<void> {
    const { loaded, tables } = await this.session.request((context) => ({
      loaded: parts.map((part) => this.loadPart(context, part)),
      tables: this.tables.map((table) => ({
        ...table,
        range: context.workbook.tables.getItem(table.name).getRange().load('address'),
      })),
    }));
    this.tables = [];
    for (const { name, sheet, range } of tables) {
      const [area] = areasOfAddress(range.address);
      const grid = this.grids.get(sheet);
      if (area && grid) grid.tables = [...grid.tables, { name, area }];
    }
    parts.forEach(({ grid, area }, index) => {
      const part = loaded[index];
      if (!part) return;
      const { range, formulas, merges, rows, columns } = part;
      // Above five million cells Excel answers null and no error.
      const values = range.values as RawValue[][] | null;
      if (!values) throw REFUSALS.silent();
      grid.addRows(area.top, values, range.numberFormat as string[][]);
      if (formulas && !formulas.isNullObject) grid.addFormulas(areasIn(formulas));
      if (!formulas) grid.addFormulas(formulaCells(area, range.formulas as RawValue[][], values));
      grid.addMerges(
        newOnes(
          grid.merges,
          merges.flatMap((band) => (band.isNullObject ? [] : mergeAreas(band))),
        ),
      );
      rows?.value.forEach((row, down) => row.rowHidden && grid.hideRow(area.top + down));
      columns?.value.forEach((column, across) => column.columnHidden && grid.hideColumn(area.left + across));
    });
  }

  private loadPart(context: Excel.RequestContext, { grid, area, hidesRows, hidesColumns }: Part) {
    const sheet = context.workbook.worksheets.getItem(grid.id);
    const range = rangeOf(sheet, area);
    // Excel does not look for special cells on a protected sheet.
    const asksForFormulas = grid.isProtected || this.formulasFailed;
    range.load(asksForFormulas ? 'values,numberFormat,formulas' : 'values,numberFormat');
    const isOneCell = area.top === area.bottom && area.left === area.right;
    return {
      range,
      formulas: asksForFormulas
        ? null
        : (isOneCell ? rangeOf(sheet, { ...area, bottom: area.bottom + 1 }) : range)
            .getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas)
            .load('areas/items/address'),
      merges: this.mergesFailed
        ? bands(area).map((band) => rangeOf(sheet, band).getMergedAreasOrNullObject().load('areas/items/address'))
        : [],
      rows: hidesRows ? range.getRowProperties({ rowHidden: true }) : null,
      columns: hidesColumns && area.top === grid.used?.top ? range.getColumnProperties({ columnHidden: true }) : null,
    };
  }

  /** What numbers look like where only Excel knows it. */
  private async texts(grids: readonly GridSheet[]): Promise<void> {
    const stretches = grids.flatMap((grid) => grid.stretchesNeedingText().map((area) => ({ grid, area })));
    const waiting = stretches.map(({ grid, area }) => ({ grid, rest: area, hidesRows: false, hidesColumns: false }));
    while (waiting.length > 0) {
      stopIfCancelled(this.options);
      const parts = takeParts(waiting, CELLS_AT_ONCE * 2);
      const ranges = await this.session.request((context) =>
        parts.map(({ grid, area }) => rangeOf(context.workbook.worksheets.getItem(grid.id), area).load('text')),
      );
      parts.forEach(({ grid, area }, index) => grid.addTexts(area, ranges[index]?.text ?? []));
    }
  }
}

/** What Excel answers when there are too many merges, or formulas in too many places, to list. */
const MERGE_FAILURES: ReadonlySet<string> = new Set([
  'GeneralException',
  'InvalidOperation',
  'InvalidArgument',
  'AccessDenied',
]);

interface Waiting {
  readonly grid: GridSheet;
  readonly hidesRows: boolean;
  readonly hidesColumns: boolean;
  rest: Area;
}

interface Part {
  readonly grid: GridSheet;
  readonly hidesRows: boolean;
  readonly hidesColumns: boolean;
  readonly area: Stretch;
}

/** Takes rows off the front of the queue until `room` cells are together. */
function takeParts(waiting: Waiting[], room: number): Part[] {
  const parts: Part[] = [];
  let left = room;
  for (let first = waiting[0]; first && (left > 0 || parts.length === 0); first = waiting[0]) {
    const { rest } = first;
    const width = rest.right - rest.left + 1;
    const rows = Math.min(rest.bottom - rest.top + 1, Math.max(Math.floor(left / width), parts.length === 0 ? 1 : 0));
    if (rows === 0) break;
    const area = { ...rest, bottom: rest.top + rows - 1 };
    parts.push({ ...first, area });
    left -= rows * width;
    if (area.bottom === rest.bottom) waiting.shift();
    else first.rest = { ...rest, top: area.bottom + 1 };
  }
  return parts;
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
}

function usedArea(ranges: readonly UsedRange[], sheet: SheetFacts): Area | null {
  const found = ranges.find((one) => one.sheet.id === sheet.id)?.range;
  if (!found || found.isNullObject) return null;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = found;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

function areasIn(areas: Excel.RangeAreas): Area[] {
  return areas.areas.items.flatMap(({ address }) => areasOfAddress(address));
}

function mergeAreas(areas: Excel.RangeAreas): Area[] {
  return areasIn(areas).filter(({ top, bottom, left, right }) => top < bottom || left < right);
}

function newOnes(known: readonly Area[], found: readonly Area[]): Area[] {
  const key = (area: Area) => `${area.top}:${area.left}:${area.bottom}:${area.right}`;
  const keys = new Set(known.map(key));
  return found.filter((area) => !keys.has(key(area)) && keys.add(key(area)));
}

function formulaCells(area: Area, formulas: readonly RawValue[][], values: readonly RawValue[][]): Area[] {
  return formulas.flatMap((row, down) =>
    row.flatMap((formula, across) => {
      const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== values[down]?.[across];
      const [top, left] = [area.top + down, area.left + across];
      return isFormula ? [{ top, left, bottom: top, right: left }] : [];
    }),
  );
}

function bands(area: Area): Area[] {
  const count = Math.ceil((area.bottom - area.top + 1) / ROWS_FOR_MERGES);
  return Array.from({ length: count }, (_, index) => {
    const top = area.top + index * ROWS_FOR_MERGES;
    return { ...area, top, bottom: Math.min(top + ROWS_FOR_MERGES - 1, area.bottom) };
  });
}

export function allMarks(names: readonly Excel.NamedItem[]): Mark[] {
  return names.flatMap(({ name, formula }) => markOfName(name, String(formula)) ?? []);
}
