// Owns where things stand in a workbook's package: which part is the workbook, which is a sheet, what shares its name space.
import { REFUSALS } from './errors';
import type { Package } from './package';
import { readWorkbook, type SheetEntry, type WorkbookPart } from './workbook-part';
import { parseXml } from './xml';

const BINARY_TYPE = 'application/vnd.ms-excel.sheet.binary';
const MAIN_TYPES = [
  'spreadsheetml.sheet.main',
  'spreadsheetml.template.main',
  'ms-excel.sheet.macro',
  'ms-excel.template.macro',
  'ms-excel.addin',
];

/** The addresses that Transitional and Strict workbooks name things by. */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
  readonly drawing: string;
  readonly chart: string;
  readonly spreadsheetDrawing: string;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

function dialectOf(text: string): Dialect {
  const isStrict = text.slice(0, 4000).includes(`${STRICT}/spreadsheetml/main`);
  if (isStrict) {
    return {
      main: `${STRICT}/spreadsheetml/main`,
      relationships: `${STRICT}/officeDocument/relationships`,
      drawing: `${STRICT}/drawingml/main`,
      chart: `${STRICT}/drawingml/chart`,
      spreadsheetDrawing: `${STRICT}/drawingml/spreadsheetDrawing`,
    };
  }
  return {
    main: `${TRANSITIONAL}/spreadsheetml/2006/main`,
    relationships: `${TRANSITIONAL}/officeDocument/2006/relationships`,
    drawing: `${TRANSITIONAL}/drawingml/2006/main`,
    chart: `${TRANSITIONAL}/drawingml/2006/chart`,
    spreadsheetDrawing: `${TRANSITIONAL}/drawingml/2006/spreadsheetDrawing`,
  };
}

export interface SheetPlace extends SheetEntry {
  /** The part's name; null for chart sheets and other sheets without cells. */
  readonly path: string | null;
}

export interface Content {
  readonly path: string;
  readonly workbook: WorkbookPart;
  readonly sheets: readonly SheetPlace[];
  readonly strings: string | null;
  readonly styles: string | null;
  readonly theme: string | null;
  readonly dialect: Dialect;
}

/** Throws a `HostError` when the package is no workbook that Excel would open. */
export function readContent(parts: Package): Content {
  const { fileName } = parts;
  if (!parts.has('[Content_Types].xml')) throw REFUSALS.notWorkbook(fileName);
  const path = parts.relationships('').find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined || !parts.has(path)) throw REFUSALS.notWorkbook(fileName);
  const contentType = parts.contentType(path) ?? '';
  if (contentType.startsWith(BINARY_TYPE)) throw REFUSALS.binary(fileName);
  if (!MAIN_TYPES.some((type) => contentType.includes(type))) throw REFUSALS.notWorkbook(fileName);
  const workbook = parts.read(path, (text) => {
    if (parseXml(text, 0).name !== 'workbook') throw REFUSALS.notWorkbook(fileName);
    return readWorkbook(text);
  });
  const relationships = parts.relationships(path);
  const targetOf = (type: string): string | null => {
    const target = relationships.find((found) => found.type === type && !found.isExternal)?.target;
    return target !== undefined && parts.has(target) ? target : null;
  };
  return {
    path,
    workbook,
    sheets: workbook.sheets.map((sheet) => {
      const found = relationships.find(({ id, type }) => id === sheet.relationship && type === 'worksheet');
      return { ...sheet, path: found && parts.has(found.target) ? found.target : null };
    }),
    strings: targetOf('sharedStrings'),
    styles: targetOf('styles'),
    theme: targetOf('theme'),
    dialect: dialectOf(workbook.text),
  };
}
