// Owns the grid's formula engine without the grid: cells in, results out. Must not decide which results are believed.
import {
  CellValueType,
  IUniverInstanceService,
  Univer,
  UniverInstanceType,
  type ICellData,
  type Nullable,
  type Workbook,
} from '@univerjs/core';
import {
  ERROR_TYPE_SET,
  FormulaDataModel,
  ICalculateFormulaService,
  IDefinedNamesService,
  UniverFormulaEnginePlugin,
  type IAllRuntimeData,
  type IRuntimeUnitDataType,
} from '@univerjs/engine-formula';
import type { Cell, Sheet } from '../sheet/sheet';
import type { CellResult, WorkbookFormulas } from '../workbook/file';
import type { CellPlace } from './calculation';

export interface Engine {
  /** A cell that is no formula. */
  set(place: CellPlace, cell: Cell): void;
  /** Formulas that read these cells, or formulas in them, with what reads those; the engine keeps the results. */
  run(changed: readonly CellPlace[] | 'all'): Promise<(CellResult & CellPlace)[]>;
}

/** The engine keeps what it read of a unit over all its instances, so each has a unit of its own. */
let started = 0;

/** Functions newer than the file format carry such a prefix in files. */
const FILE_PREFIXES = /\b_xl(?:fn|ws|pm)\./g;

export function startEngine(sheets: readonly Sheet[], formulas: WorkbookFormulas): Engine {
  const unit = `workbook-${(started += 1)}`;
  const univer = new Univer();
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: unit,
    sheetOrder: sheets.map(({ name }) => name),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetModel(sheet, formulas)])),
  });
  const injector = univer.__getInjector();
  const names = injector.get(IDefinedNamesService);
  formulas.names.forEach(({ name, refersTo, sheet }, index) => {
    const place = sheet === null ? {} : { localSheetId: sheet };
    names.registerDefinedName(unit, { id: `name-${index}`, name, formulaOrRefString: refersTo, ...place });
  });
  const service = injector.get(ICalculateFormulaService);
  const model = injector.get(FormulaDataModel);
  const workbook = injector.get(IUniverInstanceService).getUnit<Workbook>(unit);
  const matrixOf = (sheet: string) => workbook?.getSheetBySheetId(sheet)?.getCellMatrix();

  return {
    set({ sheet, row, column }, cell) {
      matrixOf(sheet)?.setValue(row, column, cellModel(cell));
    },
    async run(changed) {
      const completed = new Promise<IAllRuntimeData>((resolve) => {
        const subscription = service.executionCompleteListener$.subscribe((data) => {
          subscription.unsubscribe();
          resolve(data);
        });
      });
      await service.execute({
        formulaData: model.getFormulaData(),
        arrayFormulaCellData: model.getArrayFormulaCellData(),
        arrayFormulaRange: model.getArrayFormulaRange(),
        forceCalculate: changed === 'all',
        dirtyRanges: changed === 'all' ? [] : changed.map((place) => ({ unitId: unit, ...rangeOf(place) })),
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
      });
      const results = resultsOf((await completed).unitData[unit] ?? {});
      for (const { sheet, row, column, ...result } of results) {
        const matrix = matrixOf(sheet);
        const { f } = matrix?.getValue(row, column) ?? {};
        if (f) matrix?.setValue(row, column, { f, v: valueModel(result.value) });
      }
      return results;
    },
  };
}

function rangeOf({ sheet, row, column }: CellPlace) {
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  return { sheetId: sheet, range };
}

function sheetModel(sheet: Sheet, { cells }: WorkbookFormulas) {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.kind !== 'blank') (cellData[row] ??= {})[column] = cellModel(cell);
    }
  }
  for (const { row, column, formula, sheet: name } of cells) {
    if (name !== sheet.name || formula === null) continue;
    const known = ((cellData[row] ??= {})[column] ??= {});
    known.f = `=${formula.replace(FILE_PREFIXES, '')}`;
  }
  // Formulas may ask for whole columns: what is not there is blank.
  return {
    id: sheet.name,
    name: sheet.name,
    rowCount: sheet.rowCount + 1,
    columnCount: sheet.columnCount + 1,
    cellData,
  };
}

function cellModel({ kind, value }: Cell): ICellData {
  if (kind === 'blank') return {};
  const t =
    kind === 'boolean'
      ? CellValueType.BOOLEAN
      : typeof value === 'number'
        ? CellValueType.NUMBER
        : CellValueType.STRING;
  return { v: valueModel(value), t };
}

function valueModel(value: CellResult['value']): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

function resultsOf(sheets: IRuntimeUnitDataType[string] & object): (CellResult & CellPlace)[] {
  const found: (CellResult & CellPlace)[] = [];
  for (const [sheet, rows] of Object.entries(sheets)) {
    rows?.forValue((row, column, cell) => {
      found.push({ sheet, row, column, ...resultOf(cell) });
    });
  }
  return found;
}

function resultOf(cell: Nullable<ICellData>): Pick<CellResult, 'value' | 'isError'> {
  const value = cell?.v ?? null;
  if (cell?.t === CellValueType.BOOLEAN) return { value: value === true || value === 1 || value === '1' };
  if (typeof value === 'string' && ERROR_TYPES.has(value)) return { value, isError: true };
  return { value };
}

const ERROR_TYPES: ReadonlySet<string> = ERROR_TYPE_SET;
