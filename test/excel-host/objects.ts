// Owns which objects, properties and methods of Excel's API the stand-in answers. Anything else is NotImplemented.
import { areasOverlap, columnLetters, formatArea, parseArea, type Area } from '../../src/sheet/address';
import { PLAIN_STYLE, shown, valueType, type Border, type CellValue, type Style } from './cells';
import {
  absolute,
  eachCell,
  freshId,
  MAX_COLUMNS,
  MAX_ROWS,
  quoted,
  refuse,
  type ChartModel,
  type ColourRuleModel,
  type NameModel,
  type SheetModel,
  type TableModel,
  type WorkbookModel,
} from './model';
import { isHostObject, type HostObject, type Scalar } from './richapi';

const MAX_CELLS = 5_000_000;

type Methods = NonNullable<HostObject['methods']>;

function property<Get, Set = Get>(get: () => Get, set?: (value: Set) => void): Scalar {
  // Values over the wire are checked where a wrong one would matter.
  return set ? { get, set: (value) => set(value as Set) } : { get };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : refuse('InvalidArgument', `Not a text: ${JSON.stringify(value)}`);
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? value
    : refuse('InvalidArgument', `Not a whole number: ${JSON.stringify(value)}`);
}

const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

function sheetAddress(sheet: SheetModel, area: Area): string {
  const isWhole =
    area.bottom === WHOLE_SHEET.bottom && area.right === WHOLE_SHEET.right && area.top === 0 && area.left === 0;
  const isColumns = area.top === 0 && area.bottom === WHOLE_SHEET.bottom;
  const local = isWhole
    ? `1:${MAX_ROWS}`
    : isColumns
      ? `${columnLetters(area.left)}:${columnLetters(area.right)}`
      : formatArea(area);
  return `${quoted(sheet.name)}!${local}`;
}

/** `A1:B2`, `C:D`, `3:5`; a sheet name before it is ignored. */
function areaOf(address: string): Area {
  if (address.length > 8192) refuse('InvalidArgument', 'An address has at most 8192 characters.');
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(local);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(local);
  const area = columns
    ? parseArea(`${columns[1]}1:${columns[2]}${MAX_ROWS}`)
    : rows
      ? parseArea(`A${rows[1]}:XFD${rows[2]}`)
      : parseArea(local);
  if (!area || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS || area.top < 0)
    refuse('InvalidArgument', `Not an address: ${address}`);
  return area;
}

function sizeOf(area: Area): { rows: number; columns: number } {
  return { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 };
}

/** A matrix of what stands in the cells; null above five million cells, as Excel answers. */
function matrix<T>(area: Area, read: (row: number, column: number) => T): T[][] | null {
  const { rows, columns } = sizeOf(area);
  if (rows * columns > MAX_CELLS) return null;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) => read(area.top + r, area.left + c)),
  );
}

/** Visits cells with the values set: a matrix of the range's size, or one value for all. null leaves a cell as it is. */
function spread(area: Area, value: unknown, write: (row: number, column: number, one: CellValue) => void): void {
  const { rows, columns } = sizeOf(area);
  if (Array.isArray(value)) {
    const given: readonly unknown[] = value;
    const isRight = given.length === rows && given.every((row) => Array.isArray(row) && row.length === columns);
    if (!isRight) refuse('InvalidArgument', `The array is not ${rows} x ${columns}.`);
  }
  eachCell(area, (row, column) => {
    const line: unknown = Array.isArray(value) ? value[row - area.top] : value;
    const one: unknown = Array.isArray(line) ? line[column - area.left] : line;
    if (one === null || one === undefined) return;
    if (typeof one === 'object') refuse('InvalidArgument', 'A cell holds text, a number or a boolean.');
    write(row, column, one as CellValue);
  });
}

/** Everything Excel has, over one workbook. */
export function excelObjects(workbook: WorkbookModel): {
  root: () => HostObject;
  services: Record<string, HostObject>;
} {
  const service: HostObject = { kind: 'Service', scalars: {}, methods: { NotifyActionHandlerReady: () => null } };
  return {
    root: () => workbookObject(workbook),
    services: {
      'Microsoft.InternalService.AddinInternalService': service,
    },
  };
}

function workbookObject(workbook: WorkbookModel): HostObject {
  return {
    kind: 'Workbook',
    scalars: {
      Name: property(() => workbook.name),
      ReadOnly: property(() => workbook.isReadOnly),
    },
    navigation: {
      Application: () => applicationObject(workbook),
      Worksheets: () => worksheetsObject(workbook),
      Names: () => namesObject(workbook),
      Tables: () => tablesObject(workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })))),
      Protection: () => ({
        kind: 'WorkbookProtection',
        scalars: { Protected: property(() => workbook.isStructureProtected) },
        methods: {},
      }),
    },
    methods: {
      CreateAndOpenWorkbook: (base64) => void workbook.created.push(text(base64)),
      GetSelectedRange: () => rangeObject(workbook.active, workbook.selection),
      GetSelectedRanges: () => areasObject([{ sheet: workbook.active, area: workbook.selection }]),
      GetActiveCell: () => {
        const { top, left } = workbook.selection;
        return rangeObject(workbook.active, { top, left, bottom: top, right: left });
      },
    },
  };
}

function applicationObject(workbook: WorkbookModel): HostObject {
  return {
    kind: 'Application',
    scalars: {
      CalculationMode: property(
        () => workbook.calculationMode,
        (mode: string) => void (workbook.calculationMode = mode),
      ),
    },
    methods: {
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
      CreateWorkbook: (base64) => ({
        kind: 'WorkbookCreated',
        id: freshId(),
        scalars: {},
        methods: { Open: () => void workbook.created.push(text(base64)) },
      }),
    },
  };
}

const REGISTRATIONS = [
  'DataChanged',
  'Added',
  'Activated',
  'Deactivated',
  'Deleted',
  'NameChanged',
  'SelectionChanged',
  'Calculated',
];

/** Registering an event needs nothing of the host: all of them are sent. */
function registrations(): Methods {
  const names = REGISTRATIONS.flatMap((name) => [`_Register${name}Event`, `_Unregister${name}Event`]);
  return Object.fromEntries(names.map((name) => [name, () => null]));
}

function worksheetsObject(workbook: WorkbookModel): HostObject {
  const find = (key: unknown) => workbook.byId(text(key)) ?? workbook.find(text(key));
  return {
    kind: 'WorksheetCollection',
    scalars: {},
    items: () => workbook.sheets.map((sheet) => worksheetObject(sheet)),
    methods: {
      ...registrations(),
      GetActiveWorksheet: () => worksheetObject(workbook.active),
      GetItem: (key) => {
        const sheet = find(key);
        return sheet ? worksheetObject(sheet) : refuse('ItemNotFound', `No sheet ${String(key)}`);
      },
      GetItemOrNullObject: (key) => {
        const sheet = find(key);
        return sheet ? worksheetObject(sheet) : null;
      },
      GetCount: () => workbook.sheets.length,
      Add: (name) => {
        workbook.assertStructure();
        return worksheetObject(workbook.addSheet(name === null || name === undefined ? undefined : text(name)));
      },
    },
  };
}

function worksheetObject(sheet: SheetModel): HostObject {
  const { workbook } = sheet;
  const range = (area: Area) => rangeObject(sheet, area);
  const used = (valuesOnly: unknown) => sheet.usedArea(valuesOnly === true);
  return {
    kind: 'Worksheet',
    id: sheet.id,
    scalars: {
      Id: property(() => sheet.id),
      Name: property(
        () => sheet.name,
        (name: string) => {
          workbook.assertStructure();
          workbook.rename(sheet, text(name));
        },
      ),
      Position: property(
        () => workbook.sheets.indexOf(sheet),
        (position: number) => {
          workbook.assertStructure();
          workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
          workbook.sheets.splice(whole(position), 0, sheet);
        },
      ),
      Visibility: property(
        () => sheet.visibility,
        (visibility: 'Visible' | 'Hidden' | 'VeryHidden') => {
          workbook.assertStructure();
          if (visibility !== 'Visible') workbook.assertAnotherVisible(sheet);
          sheet.visibility = visibility;
        },
      ),
      TabColor: property(
        () => sheet.tabColour,
        (colour: string) => void (sheet.tabColour = colour),
      ),
      Gridlines: property(
        () => sheet.showsGridlines,
        (isShown: boolean) => void (sheet.showsGridlines = isShown),
      ),
    },
    navigation: {
      Protection: () => protectionObject(sheet),
      Tables: () => tablesObject(sheet.tables.map((table) => ({ sheet, table }))),
      Charts: () => chartsObject(sheet),
      FreezePanes: () => freezeObject(sheet),
      PageLayout: () => pageLayoutObject(sheet),
    },
    methods: {
      ...registrations(),
      GetRange: (address) => range(address === null || address === undefined ? WHOLE_SHEET : areaOf(text(address))),
      GetRangeByIndexes: (row, column, rows, columns) => {
        const [top, left] = [whole(row), whole(column)];
        const area = { top, left, bottom: top + whole(rows) - 1, right: left + whole(columns) - 1 };
        if (area.bottom < top || area.right < left || area.bottom >= MAX_ROWS)
          refuse('InvalidArgument', 'No such range');
        return range(area);
      },
      GetCell: (row, column) =>
        range({ top: whole(row), bottom: whole(row), left: whole(column), right: whole(column) }),
      GetUsedRange: (valuesOnly) => range(used(valuesOnly) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const area = used(valuesOnly);
        return area ? range(area) : null;
      },
      Activate: () => {
        if (sheet.visibility !== 'Visible') refuse('InvalidOperation', 'A hidden sheet cannot be activated.');
        workbook.active = sheet;
      },
      Delete: () => {
        workbook.assertStructure();
        workbook.removeSheet(sheet);
      },
    },
  };
}

function protectionObject(sheet: SheetModel): HostObject {
  return {
    kind: 'WorksheetProtection',
    scalars: { Protected: property(() => sheet.isProtected) },
    methods: {
      Protect: () => {
        sheet.workbook.assertWritable();
        if (sheet.isProtected) refuse('AccessDenied', 'The sheet is protected already.');
        sheet.isProtected = true;
      },
      Unprotect: () => void (sheet.isProtected = false),
    },
  };
}

function tablesObject(tables: readonly { sheet: SheetModel; table: TableModel }[]): HostObject {
  const object = ({ sheet, table }: { sheet: SheetModel; table: TableModel }): HostObject => ({
    kind: 'Table',
    id: table.id,
    scalars: { Id: property(() => table.id), Name: property(() => table.name) },
    navigation: { Worksheet: () => worksheetObject(sheet) },
    methods: { GetRange: () => rangeObject(sheet, table.area) },
  });
  return {
    kind: 'TableCollection',
    scalars: { Count: property(() => tables.length) },
    items: () => tables.map(object),
    methods: {
      GetItem: (key) => {
        const found = tables.find(({ table }) => table.id === key || table.name === key);
        return found ? object(found) : refuse('ItemNotFound', `No table ${String(key)}`);
      },
    },
  };
}

// --- ranges ---

const rangeAreas = new WeakMap<HostObject, { readonly sheet: SheetModel; readonly area: Area }>();

function placeOf(value: unknown): { readonly sheet: SheetModel; readonly area: Area } {
  const place = isHostObject(value) ? rangeAreas.get(value) : undefined;
  return place ?? refuse('InvalidArgument', 'Not a range');
}

function rangeObject(sheet: SheetModel, area: Area): HostObject {
  const { rows, columns } = sizeOf(area);
  const at = (part: Area) => rangeObject(sheet, part);
  const cells = <T>(read: (row: number, column: number) => T) => property(() => matrix(area, read));
  const hidden = (set: ReadonlySet<number>, first: number, last: number): boolean | null => {
    const count = [...set].filter((index) => index >= first && index <= last).length;
    return count === 0 ? false : count === last - first + 1 ? true : null;
  };
  const enterAll = (value: unknown) => {
    sheet.assertUnlocked(area);
    spread(area, value, (row, column, one) => {
      if (sheet.isCovered(row, column)) {
        if (one !== '')
          sheet.workbook.warnings.push(
            `Dropped under a merge: ${sheet.name}!${formatArea({ top: row, bottom: row, left: column, right: column })}`,
          );
      } else sheet.enterCell(row, column, one);
    });
    sheet.workbook.tell(sheet, area, 'ThisLocalAddin');
  };
  const object: HostObject = {
    kind: 'Range',
    scalars: {
      Address: property(() => sheetAddress(sheet, area)),
      RowIndex: property(() => area.top),
      ColumnIndex: property(() => area.left),
      RowCount: property(() => rows),
      ColumnCount: property(() => columns),
      CellCount: property(() => (rows * columns > 2 ** 31 - 1 ? -1 : rows * columns)),
      Values: { ...cells((row, column) => sheet.cell(row, column).value), set: enterAll },
      Formulas: {
        ...cells((row, column) => sheet.cell(row, column).formula ?? sheet.cell(row, column).value),
        set: enterAll,
      },
      Text: cells((row, column) => shown(sheet.cell(row, column))),
      ValueTypes: cells((row, column) => valueType(sheet.cell(row, column))),
      NumberFormat: {
        ...cells((row, column) => sheet.cell(row, column).style.numberFormat),
        set: (value) => {
          sheet.assertUnprotected();
          if (typeof value === 'string') return sheet.restyle(area, { numberFormat: value });
          return spread(area, value, (row, column, format) =>
            sheet.restyle({ top: row, bottom: row, left: column, right: column }, { numberFormat: text(format) }),
          );
        },
      },
      RowHidden: property(
        () => hidden(sheet.hiddenRows, area.top, area.bottom),
        (isHidden: boolean) => {
          sheet.assertUnprotected();
          for (let row = area.top; row <= area.bottom; row++) sheet.hiddenRows[isHidden ? 'add' : 'delete'](row);
        },
      ),
      ColumnHidden: property(
        () => hidden(sheet.hiddenColumns, area.left, area.right),
        (isHidden: boolean) => {
          sheet.assertUnprotected();
          for (let column = area.left; column <= area.right; column++)
            sheet.hiddenColumns[isHidden ? 'add' : 'delete'](column);
        },
      ),
      HasSpill: property(() => false),
      Hyperlink: property(
        () => sheet.cell(area.top, area.left).hyperlink,
        (link: { documentReference?: string; address?: string; screenTip?: string; textToDisplay?: string }) => {
          sheet.assertUnprotected();
          const { textToDisplay, ...hyperlink } = link;
          sheet.set(area.top, area.left, { hyperlink });
          if (textToDisplay !== undefined) sheet.enterCell(area.top, area.left, textToDisplay);
          sheet.restyle(area, { underline: 'Single', colour: '#0563C1' });
        },
      ),
    },
    navigation: {
      Format: () => formatObject(sheet, area),
      Worksheet: () => worksheetObject(sheet),
      ConditionalFormats: () => rulesObject(sheet, area),
      DataValidation: () => validationObject(sheet, area),
    },
    methods: {
      _ValidateArraySize: (height, width) => {
        if (height !== rows || width !== columns) refuse('InvalidArgument', `The array is not ${rows} x ${columns}.`);
      },
      GetCell: (row, column) => {
        const [top, left] = [area.top + whole(row), area.left + whole(column)];
        return at({ top, left, bottom: top, right: left });
      },
      GetRow: (row) => at({ ...area, top: area.top + whole(row), bottom: area.top + whole(row) }),
      GetColumn: (column) => at({ ...area, left: area.left + whole(column), right: area.left + whole(column) }),
      GetEntireColumn: () => at({ ...area, top: 0, bottom: MAX_ROWS - 1 }),
      GetBoundingRect: (other) => {
        const second = isHostObject(other) ? placeOf(other).area : areaOf(text(other));
        return at({
          top: Math.min(area.top, second.top),
          left: Math.min(area.left, second.left),
          bottom: Math.max(area.bottom, second.bottom),
          right: Math.max(area.right, second.right),
        });
      },
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const used = sheet.usedArea(valuesOnly === true);
        if (!used || !areasOverlap(used, area)) return null;
        return at({
          top: Math.max(area.top, used.top),
          left: Math.max(area.left, used.left),
          bottom: Math.min(area.bottom, used.bottom),
          right: Math.min(area.right, used.right),
        });
      },
      GetMergedAreasOrNullObject: () => {
        const found = sheet.merges.filter((merge) => areasOverlap(merge, area));
        // Documented: more than 512 merges are not answered. With which code is a guess.
        if (found.length > 512) refuse('GeneralException', 'Too many merged areas.');
        return found.length > 0 ? areasObject(found.map((merge) => ({ sheet, area: merge }))) : null;
      },
      GetSpecialCellsOrNullObject: (kind) => {
        if (kind !== 'Formulas') return refuse('NotImplemented', `The stand-in has no special cells ${String(kind)}`);
        // A single cell asks for the whole sheet, as in Excel.
        const where = rows * columns === 1 ? WHOLE_SHEET : area;
        const found = formulaAreas(sheet, where);
        return found.length > 0 ? areasObject(found.map((one) => ({ sheet, area: one }))) : null;
      },
      GetRowProperties: () =>
        Array.from({ length: rows }, (_, row) => ({ rowHidden: sheet.hiddenRows.has(area.top + row) })),
      GetColumnProperties: () =>
        Array.from({ length: columns }, (_, column) => ({
          columnHidden: sheet.hiddenColumns.has(area.left + column),
          format: { columnWidth: sheet.width(area.left + column) },
        })),
      GetCellProperties: () =>
        ({ value: matrix(area, (row, column) => cellProperties(sheet.cell(row, column).style)) }).value,
      Clear: (applyTo) => {
        const what = applyTo === null || applyTo === undefined || applyTo === '' ? 'All' : text(applyTo);
        if (what === 'Contents') sheet.assertUnlocked(area);
        else sheet.assertUnprotected();
        const cleared = bounded(sheet, area);
        if (!cleared) return;
        eachCell(cleared, (row, column) => {
          if (what !== 'Formats' && what !== 'Hyperlinks')
            sheet.set(row, column, { value: '', formula: null, isQuoted: false });
          if (what === 'All' || what === 'Formats') sheet.set(row, column, { style: PLAIN_STYLE });
          if (what !== 'Formats' && what !== 'Contents') sheet.set(row, column, { hyperlink: null });
        });
        if (what === 'All' || what === 'Formats')
          sheet.rules = sheet.rules.filter((rule) => !areasOverlap(rule.area, area));
        sheet.workbook.tell(sheet, cleared, 'ThisLocalAddin');
      },
      Merge: (across) => {
        sheet.assertUnprotected();
        if (across === true) {
          for (let row = area.top; row <= area.bottom; row++) sheet.merge({ ...area, top: row, bottom: row });
        } else sheet.merge(area);
      },
      Unmerge: () => {
        sheet.assertUnprotected();
        sheet.merges = sheet.merges.filter((merge) => !areasOverlap(merge, area));
      },
      Select: () => {
        if (sheet.visibility !== 'Visible') refuse('InvalidOperation', 'A hidden sheet cannot be selected.');
        sheet.workbook.active = sheet;
        sheet.workbook.selection = area;
      },
    },
  };
  rangeAreas.set(object, { sheet, area });
  return object;
}

/** The part of an area that holds or looks like something: whole columns and sheets are not walked. */
function bounded(sheet: SheetModel, area: Area): Area | null {
  const { rows, columns } = sizeOf(area);
  if (rows * columns <= MAX_CELLS) return area;
  const used = sheet.usedArea(false);
  return used && areasOverlap(used, area) ? used : null;
}

function formulaAreas(sheet: SheetModel, area: Area): Area[] {
  const used = sheet.usedArea(true);
  const found: Area[] = [];
  if (!used) return found;
  for (let column = Math.max(used.left, area.left); column <= Math.min(used.right, area.right); column++) {
    const last = Math.min(used.bottom, area.bottom);
    let start = -1;
    for (let row = Math.max(used.top, area.top); row <= last + 1; row++) {
      const isFormula = row <= last && sheet.cell(row, column).formula !== null;
      if (isFormula && start < 0) start = row;
      if (!isFormula && start >= 0) {
        found.push({ top: start, bottom: row - 1, left: column, right: column });
        start = -1;
      }
    }
  }
  return found;
}

function areasObject(places: readonly { readonly sheet: SheetModel; readonly area: Area }[]): HostObject {
  return {
    kind: 'RangeAreas',
    scalars: {
      Address: property(() => places.map(({ sheet, area }) => sheetAddress(sheet, area)).join(',')),
      AreaCount: property(() => places.length),
    },
    navigation: {
      Areas: () => ({
        kind: 'RangeCollection',
        scalars: {},
        items: () => places.map(({ sheet, area }) => rangeObject(sheet, area)),
        methods: {
          GetItemAt: (index) => {
            const place = places[whole(index)];
            return place ? rangeObject(place.sheet, place.area) : refuse('ItemNotFound', 'No such area');
          },
        },
      }),
    },
    methods: {},
  };
}

// --- formats ---

function uniform<T>(sheet: SheetModel, area: Area, read: (style: Style) => T): T | null {
  const walked = bounded(sheet, area);
  const first = read(sheet.cell(area.top, area.left).style);
  let isUniform = true;
  if (walked) {
    eachCell(walked, (row, column) => {
      if (read(sheet.cell(row, column).style) !== first) isUniform = false;
    });
  }
  return isUniform ? first : null;
}

/** All widths or heights the same, else null. */
function uniformSize(first: number, last: number, size: (index: number) => number): number | null {
  for (let index = first; index <= last; index++) if (size(index) !== size(first)) return null;
  return size(first);
}

function cellProperties(style: Style): unknown {
  return {
    format: {
      wrapText: style.wrap,
      horizontalAlignment: style.horizontal,
      verticalAlignment: style.vertical,
      fill: { color: style.fill },
      font: { bold: style.bold, color: style.colour, size: style.size },
      protection: { locked: style.locked },
    },
  };
}

function styled<K extends keyof Style>(sheet: SheetModel, area: Area, key: K): Scalar {
  return {
    get: () => uniform(sheet, area, (style) => style[key]),
    set: (value) => {
      sheet.assertUnprotected();
      const { rows, columns } = sizeOf(area);
      if (rows * columns > MAX_CELLS) refuse('OperationCellsExceedLimit', 'Too many cells to format.');
      const change: Partial<Style> = { [key]: value };
      sheet.restyle(area, change);
    },
  };
}

function formatObject(sheet: SheetModel, area: Area): HostObject {
  return {
    kind: 'RangeFormat',
    scalars: {
      WrapText: styled(sheet, area, 'wrap'),
      HorizontalAlignment: styled(sheet, area, 'horizontal'),
      VerticalAlignment: styled(sheet, area, 'vertical'),
      ColumnWidth: property(
        () => uniformSize(area.left, Math.min(area.right, 1000), (column) => sheet.width(column)),
        (width: number) => {
          sheet.assertUnprotected();
          if (typeof width !== 'number' || width < 0 || width > 1790) refuse('InvalidArgument', 'No such width');
          for (let column = area.left; column <= area.right; column++) sheet.columnWidths.set(column, width);
        },
      ),
      RowHeight: property(
        () => uniformSize(area.top, area.bottom, (row) => sheet.height(row)),
        (height: number) => {
          sheet.assertUnprotected();
          if (typeof height !== 'number' || height < 0 || height > 409.5) refuse('InvalidArgument', 'No such height');
          for (let row = area.top; row <= area.bottom; row++) sheet.rowHeights.set(row, height);
        },
      ),
      UseStandardWidth: property(
        () => !sheet.columnWidths.has(area.left),
        (isStandard: boolean) => {
          sheet.assertUnprotected();
          for (let column = area.left; isStandard && column <= area.right; column++) sheet.columnWidths.delete(column);
        },
      ),
    },
    navigation: {
      Fill: () => ({
        kind: 'RangeFill',
        scalars: {
          Color: {
            ...styled(sheet, area, 'fill'),
            // A cell without a fill reads as white.
            get: () => uniform(sheet, area, (style) => style.fill || '#FFFFFF'),
          },
          Pattern: property(() => uniform(sheet, area, (style) => (style.fill === '' ? 'None' : 'Solid'))),
        },
        methods: {
          Clear: () => {
            sheet.assertUnprotected();
            sheet.restyle(area, { fill: '' });
          },
        },
      }),
      Font: () => ({
        kind: 'RangeFont',
        scalars: {
          Bold: styled(sheet, area, 'bold'),
          Italic: styled(sheet, area, 'italic'),
          Underline: styled(sheet, area, 'underline'),
          Color: styled(sheet, area, 'colour'),
          Size: styled(sheet, area, 'size'),
          Name: styled(sheet, area, 'fontName'),
        },
      }),
      Protection: () => ({ kind: 'FormatProtection', scalars: { Locked: styled(sheet, area, 'locked') } }),
      Borders: () => bordersObject(sheet, area),
    },
    methods: {
      AutofitRows: () => null,
      AutofitColumns: () => null,
    },
  };
}

/** Side of a range → which side of which of its cells. */
const SIDES: Readonly<Record<string, readonly { readonly side: Border; readonly inside: boolean }[]>> = {
  EdgeTop: [{ side: 'top', inside: false }],
  EdgeBottom: [{ side: 'bottom', inside: false }],
  EdgeLeft: [{ side: 'left', inside: false }],
  EdgeRight: [{ side: 'right', inside: false }],
  InsideHorizontal: [
    { side: 'top', inside: true },
    { side: 'bottom', inside: true },
  ],
  InsideVertical: [
    { side: 'left', inside: true },
    { side: 'right', inside: true },
  ],
};

function strip(area: Area, side: Border, inside: boolean): Area | null {
  const edge: Record<Border, Area> = {
    top: { ...area, bottom: area.top },
    bottom: { ...area, top: area.bottom },
    left: { ...area, right: area.left },
    right: { ...area, left: area.right },
  };
  const inner: Record<Border, Area> = {
    top: { ...area, top: area.top + 1 },
    bottom: { ...area, bottom: area.bottom - 1 },
    left: { ...area, left: area.left + 1 },
    right: { ...area, right: area.right - 1 },
  };
  const found = inside ? inner[side] : edge[side];
  return found.top > found.bottom || found.left > found.right ? null : found;
}

function bordersObject(sheet: SheetModel, area: Area): HostObject {
  const item = (name: string): HostObject => {
    const sides = SIDES[name] ?? refuse('InvalidArgument', `No border ${name}`);
    const [first] = sides;
    const where = first ? strip(area, first.side, first.inside) : null;
    const read = () => (where && first ? uniform(sheet, where, (style) => style.borders[first.side] ?? '') : '');
    const write = (colour: string) => {
      sheet.assertUnprotected();
      for (const { side, inside } of sides) {
        const part = strip(area, side, inside);
        if (part) {
          sheet.restyle(part, ({ borders }) => {
            const others = Object.entries(borders).filter(([name]) => name !== side);
            return { borders: Object.fromEntries(colour === '' ? others : [...others, [side, colour]]) };
          });
        }
      }
    };
    return {
      kind: 'RangeBorder',
      scalars: {
        SideIndex: property(() => name),
        Style: property(
          () => (read() === '' ? 'None' : read() === null ? null : 'Continuous'),
          (style: string | null) => write(style === 'None' ? '' : read() || '#000000'),
        ),
        Color: property(read, (colour: string | null) => write(colour ?? '')),
        Weight: property(
          () => 'Thin',
          () => undefined,
        ),
      },
    };
  };
  return {
    kind: 'RangeBorderCollection',
    scalars: {},
    items: () => Object.keys(SIDES).map(item),
    methods: { GetItem: (name) => item(text(name)) },
  };
}

// --- colour rules, validation ---

function rulesObject(sheet: SheetModel, area: Area): HostObject {
  const list = () => sheet.rules.filter((rule) => areasOverlap(rule.area, area));
  return {
    kind: 'ConditionalFormatCollection',
    scalars: {},
    items: () => list().map((rule) => ruleObject(sheet, rule)),
    methods: {
      GetCount: () => list().length,
      GetItem: (id) => {
        const found = sheet.rules.find((rule) => rule.id === id);
        return found ? ruleObject(sheet, found) : refuse('ItemNotFound', `No conditional format ${String(id)}`);
      },
      GetItemAt: (index) => {
        const found = list()[whole(index)];
        return found ? ruleObject(sheet, found) : refuse('ItemNotFound', 'No such conditional format');
      },
      Add: (type) => {
        sheet.assertUnprotected();
        if (type !== 'Custom') refuse('NotImplemented', `The stand-in adds custom rules only, not ${String(type)}`);
        const rule: ColourRuleModel = {
          id: freshId(),
          type: 'Custom',
          area,
          formula: '',
          fill: '',
          font: '',
          borders: {},
          stopIfTrue: false,
        };
        sheet.rules.unshift(rule);
        return ruleObject(sheet, rule);
      },
      ClearAll: () => {
        sheet.assertUnprotected();
        sheet.rules = sheet.rules.filter((rule) => !areasOverlap(rule.area, area));
      },
    },
  };
}

function ruleObject(sheet: SheetModel, rule: ColourRuleModel): HostObject {
  const guarded =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      sheet.assertUnprotected();
      set(value);
    };
  const custom = (): HostObject => ({
    kind: 'CustomConditionalFormat',
    scalars: {},
    navigation: {
      Rule: () => ({
        kind: 'ConditionalFormatRule',
        scalars: {
          Formula: property(
            () => rule.formula,
            guarded((formula: string) => {
              if (!text(formula).startsWith('=')) refuse('InvalidArgument', `Not a formula: ${formula}`);
              rule.formula = formula;
            }),
          ),
        },
      }),
      Format: () => ({
        kind: 'ConditionalRangeFormat',
        scalars: {},
        navigation: {
          Fill: () => ({
            kind: 'ConditionalRangeFill',
            scalars: {
              Color: property(
                () => rule.fill,
                guarded((colour: string) => void (rule.fill = text(colour))),
              ),
            },
          }),
          Font: () => ({
            kind: 'ConditionalRangeFont',
            scalars: {
              Color: property(
                () => rule.font,
                guarded((colour: string) => void (rule.font = text(colour))),
              ),
            },
          }),
          Borders: () => ({
            kind: 'ConditionalRangeBorderCollection',
            scalars: {},
            methods: {
              GetItem: (name) => ({
                kind: 'ConditionalRangeBorder',
                scalars: {
                  Style: property(
                    () => (rule.borders[text(name)] === undefined ? 'None' : 'Continuous'),
                    guarded(() => void (rule.borders[text(name)] ??= '#000000')),
                  ),
                  Color: property(
                    () => rule.borders[text(name)] ?? '',
                    guarded((colour: string) => void (rule.borders[text(name)] = text(colour))),
                  ),
                },
              }),
            },
          }),
        },
      }),
    },
  });
  return {
    kind: 'ConditionalFormat',
    id: rule.id,
    scalars: {
      Id: property(() => rule.id),
      Type: property(() => rule.type),
      Priority: property(
        () => sheet.rules.indexOf(rule),
        guarded((priority: number) => {
          sheet.rules.splice(sheet.rules.indexOf(rule), 1);
          sheet.rules.splice(whole(priority), 0, rule);
        }),
      ),
      StopIfTrue: property(
        () => rule.stopIfTrue,
        guarded((stops: boolean) => void (rule.stopIfTrue = stops)),
      ),
    },
    navigation: {
      Custom: () => (rule.type === 'Custom' ? custom() : refuse('InvalidOperation', 'Not a custom rule')),
      CustomOrNullObject: () => (rule.type === 'Custom' ? custom() : null),
    },
    methods: {
      GetRange: () => rangeObject(sheet, rule.area),
      Delete: () => {
        sheet.assertUnprotected();
        sheet.rules = sheet.rules.filter((one) => one !== rule);
      },
    },
  };
}

function validationObject(sheet: SheetModel, area: Area): HostObject {
  const same = (other: Area) => formatArea(other) === formatArea(area);
  const find = () => sheet.validations.find((one) => same(one.area));
  const make = () => {
    sheet.assertUnprotected();
    const found = find() ?? { area, rule: {}, prompt: {}, errorAlert: {} };
    if (!sheet.validations.includes(found)) sheet.validations.push(found);
    return found;
  };
  return {
    kind: 'DataValidation',
    scalars: {
      Rule: property(
        () => find()?.rule ?? {},
        (rule: { list?: { source?: unknown } }) => {
          const source = rule.list?.source;
          if (typeof source === 'string' && source.length > 255)
            refuse('InvalidArgument', 'A list has at most 255 characters.');
          make().rule = rule;
        },
      ),
      Prompt: property(
        () => find()?.prompt ?? {},
        (prompt: { title?: string; message?: string }) => {
          if ((prompt.title?.length ?? 0) > 32 || (prompt.message?.length ?? 0) > 255)
            refuse('InvalidArgument', 'The prompt is too long.');
          make().prompt = prompt;
        },
      ),
      ErrorAlert: property(
        () => find()?.errorAlert ?? {},
        (alert: unknown) => void (make().errorAlert = alert),
      ),
      Type: property(() => {
        const found = sheet.validations.filter((one) => areasOverlap(one.area, area));
        return found.length === 0 ? 'None' : found.some((one) => 'list' in Object(one.rule)) ? 'List' : 'Inconsistent';
      }),
      IgnoreBlanks: property(
        () => true,
        () => undefined,
      ),
    },
    methods: {
      Clear: () => {
        sheet.assertUnprotected();
        sheet.validations = sheet.validations.filter((one) => !areasOverlap(one.area, area));
      },
    },
  };
}

// --- names ---

function namesObject(workbook: WorkbookModel): HostObject {
  const find = (name: unknown) => workbook.names.find((one) => one.name.toLowerCase() === text(name).toLowerCase());
  return {
    kind: 'NamedItemCollection',
    scalars: {},
    items: () => workbook.names.map((name) => nameObject(workbook, name)),
    methods: {
      GetCount: () => workbook.names.length,
      GetItem: (name) => {
        const found = find(name);
        return found ? nameObject(workbook, found) : refuse('ItemNotFound', `No name ${String(name)}`);
      },
      GetItemOrNullObject: (name) => {
        const found = find(name);
        return found ? nameObject(workbook, found) : null;
      },
      Add: (name, reference, comment) => {
        workbook.assertWritable();
        if (!/^[A-Za-z_\\\u4e00-\u9fff][\w.\\\u4e00-\u9fff]{0,254}$/.test(text(name)))
          refuse('InvalidArgument', `Not a name: ${String(name)}`);
        if (find(name)) refuse('ItemAlreadyExists', `The name ${String(name)} exists.`);
        const item: NameModel = {
          name: text(name),
          visible: true,
          comment: String(comment ?? ''),
          place: null,
          formula: '',
        };
        const place = isHostObject(reference) ? placeOf(reference) : null;
        if (place) item.place = { sheet: place.sheet.id, area: place.area };
        else workbook.setName(item, text(reference));
        workbook.names.push(item);
        return nameObject(workbook, item);
      },
    },
  };
}

function nameObject(workbook: WorkbookModel, name: NameModel): HostObject {
  const kind = () =>
    name.place ? 'Range' : /^="/.test(name.formula) ? 'String' : /#REF!/.test(name.formula) ? 'Error' : 'Double';
  const range = () => {
    const sheet = name.place && workbook.byId(name.place.sheet);
    return name.place && sheet ? rangeObject(sheet, name.place.area) : null;
  };
  return {
    kind: 'NamedItem',
    id: name.name,
    scalars: {
      Name: property(() => name.name),
      Type: property(kind),
      Scope: property(() => 'Workbook'),
      Comment: property(
        () => name.comment,
        (comment: string) => void (name.comment = comment),
      ),
      Formula: property(
        () => workbook.formulaOf(name),
        (formula: string) => {
          workbook.assertWritable();
          workbook.setName(name, text(formula));
        },
      ),
      Value: property(() => (name.place ? workbook.formulaOf(name).slice(1) : name.formula.slice(1))),
      Visible: property(
        () => name.visible,
        (isVisible: boolean) => {
          workbook.assertWritable();
          name.visible = isVisible;
        },
      ),
    },
    methods: {
      GetRangeOrNullObject: range,
      GetRange: () => range() ?? refuse('InvalidReference', `${name.name} is no range`),
      Delete: () => {
        workbook.assertWritable();
        workbook.names = workbook.names.filter((one) => one !== name);
      },
    },
  };
}

// --- windows, printing, charts ---

function freezeObject(sheet: SheetModel): HostObject {
  return {
    kind: 'WorksheetFreezePanes',
    scalars: {},
    methods: {
      FreezeRows: (count) => void (sheet.frozenRows = whole(count)),
      FreezeColumns: (count) => void (sheet.frozenColumns = whole(count)),
      Unfreeze: () => void ([sheet.frozenRows, sheet.frozenColumns] = [0, 0]),
    },
  };
}

function pageLayoutObject(sheet: SheetModel): HostObject {
  const layout = sheet.pageLayout;
  return {
    kind: 'PageLayout',
    scalars: {
      Orientation: property(
        () => layout.orientation,
        (orientation: string) => void (layout.orientation = orientation),
      ),
      PaperSize: property(
        () => layout.paperSize,
        (size: string) => void (layout.paperSize = size),
      ),
      Zoom: property(
        () => layout.zoom,
        (zoom: unknown) => void (layout.zoom = zoom),
      ),
      ...Object.fromEntries(
        ['LeftMargin', 'RightMargin', 'TopMargin', 'BottomMargin', 'HeaderMargin', 'FooterMargin'].map((name) => [
          name,
          property(
            () => layout.margins[name] ?? 50.4,
            (points: number) => void (layout.margins[name] = points),
          ),
        ]),
      ),
      CenterHorizontally: property(
        () => layout.centerHorizontally,
        (isCentred: boolean) => void (layout.centerHorizontally = isCentred),
      ),
    },
    methods: {
      SetPrintTitleRows: (rows) => {
        const address = isHostObject(rows) ? formatArea(placeOf(rows).area) : text(rows);
        if (!/^\$?\d+:\$?\d+$/.test(address)) refuse('InvalidArgument', `Not rows: ${address}`);
        layout.titleRows = address;
      },
    },
  };
}

function reference(value: unknown): string {
  const { sheet, area } = placeOf(value);
  return `${quoted(sheet.name)}!${absolute(area)}`;
}

function chartsObject(sheet: SheetModel): HostObject {
  return {
    kind: 'ChartCollection',
    scalars: { Count: property(() => sheet.charts.length) },
    items: () => sheet.charts.map((chart) => chartObject(sheet, chart)),
    methods: {
      GetItem: (key) => {
        const found = sheet.charts.find((chart) => chart.id === key || chart.name === key);
        return found ? chartObject(sheet, found) : refuse('ItemNotFound', `No chart ${String(key)}`);
      },
      GetItemAt: (index) => {
        const found = sheet.charts[whole(index)];
        return found ? chartObject(sheet, found) : refuse('ItemNotFound', 'No such chart');
      },
      Add: (type, source) => {
        sheet.assertUnprotected();
        const { area } = placeOf(source);
        const columns = Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left + at);
        const chart: ChartModel = {
          id: freshId(),
          name: `图表 ${sheet.charts.length + 1}`,
          type: text(type),
          title: '',
          hasTitle: true,
          legend: { visible: true, position: 'Right' },
          axes: { isReversed: false },
          gapWidth: 150,
          overlap: 0,
          position: '',
          series: columns.map((column) => ({
            name: '',
            values: `${quoted(sheet.name)}!${absolute({ ...area, left: column, right: column })}`,
            categories: '',
            fill: '',
          })),
        };
        sheet.charts.push(chart);
        return chartObject(sheet, chart);
      },
    },
  };
}

function chartObject(sheet: SheetModel, chart: ChartModel): HostObject {
  const plain = (kind: string, scalars: Record<string, Scalar>, navigation?: HostObject['navigation']): HostObject => ({
    kind,
    scalars,
    ...(navigation && { navigation }),
  });
  const series = (index: number): HostObject => {
    const item = chart.series[index] ?? refuse('ItemNotFound', 'No such series');
    return {
      kind: 'ChartSeries',
      scalars: {
        Name: property(
          () => item.name,
          (name: string) => void (item.name = name),
        ),
        GapWidth: property(
          () => chart.gapWidth,
          (width: number) => void (chart.gapWidth = width),
        ),
        Overlap: property(
          () => chart.overlap,
          (overlap: number) => void (chart.overlap = overlap),
        ),
        HasDataLabels: property(
          () => false,
          () => undefined,
        ),
      },
      navigation: {
        Format: () =>
          plain(
            'ChartSeriesFormat',
            {},
            {
              Fill: () => ({
                kind: 'ChartFill',
                scalars: {},
                methods: { SetSolidColor: (colour) => void (item.fill = text(colour)) },
              }),
            },
          ),
      },
      methods: {
        SetValues: (range) => void (item.values = reference(range)),
        SetXAxisValues: (range) => void (item.categories = reference(range)),
        Delete: () => void chart.series.splice(chart.series.indexOf(item), 1),
      },
    };
  };
  return {
    kind: 'Chart',
    id: chart.id,
    scalars: {
      Id: property(() => chart.id),
      Name: property(
        () => chart.name,
        (name: string) => void (chart.name = name),
      ),
    },
    navigation: {
      Title: () =>
        plain('ChartTitle', {
          Text: property(
            () => chart.title,
            (title: string) => void (chart.title = title),
          ),
          Visible: property(
            () => chart.hasTitle,
            (isVisible: boolean) => void (chart.hasTitle = isVisible),
          ),
        }),
      Legend: () =>
        plain('ChartLegend', {
          Position: property(
            () => chart.legend.position,
            (position: string) => void (chart.legend.position = position),
          ),
          Visible: property(
            () => chart.legend.visible,
            (isVisible: boolean) => void (chart.legend.visible = isVisible),
          ),
        }),
      Axes: () =>
        plain(
          'ChartAxes',
          {},
          {
            CategoryAxis: () =>
              plain('ChartAxis', {
                ReversePlotOrder: property(
                  () => chart.axes.isReversed,
                  (isReversed: boolean) => void (chart.axes.isReversed = isReversed),
                ),
              }),
          },
        ),
      Series: () => ({
        kind: 'ChartSeriesCollection',
        scalars: { Count: property(() => chart.series.length) },
        items: () => chart.series.map((_, index) => series(index)),
        methods: {
          GetItemAt: (index) => series(whole(index)),
          Add: (name) => {
            chart.series.push({ name: String(name ?? ''), values: '', categories: '', fill: '' });
            return series(chart.series.length - 1);
          },
        },
      }),
    },
    methods: {
      SetPosition: (start, end) => {
        const first = isHostObject(start) ? formatArea(placeOf(start).area) : text(start);
        const last = isHostObject(end) ? formatArea(placeOf(end).area) : text(end ?? start);
        chart.position = `${first}:${last}`;
      },
      Delete: () => {
        sheet.assertUnprotected();
        sheet.charts = sheet.charts.filter((one) => one !== chart);
      },
    },
  };
}
