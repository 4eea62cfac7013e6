// Owns a workbook file: opens it, shows a snapshot, applies plans, saves. Works in Node and in the browser alike.
// Parts that no plan touches go out byte for byte as they came in.
import { formatCell } from '../../sheet/address';
import type { Sheet } from '../../sheet/sheet';
import type { Sentence } from '../../text/sentence';
import type { Plan, ReadOptions, RunOptions, WorkbookHost, WorkbookSnapshot } from '../port';
import { appearanceOf, type SheetAppearance } from './appearance';
import { BEFORE } from './before';
import { themeColours } from './colours';
import { readContent, type Content, type SheetPlace } from './content';
import { REFUSALS } from './errors';
import { Package } from './package';
import { PlanSession } from './plan-session';
import { cellFormulas, withResults, type CellFormula, type CellResult } from './results';
import { SharedStrings } from './shared-strings';
import { SheetCells, sheetOf, unreadSheet, type ReadingContext, type SheetFacts } from './sheet-reader';
import { MINIMAL_STYLES, Styles } from './styles';
import { WorkbookDraft } from './workbook-draft';
import { attributesOf, openTag, parseXml, XmlError } from './xml';
import { parseArea } from '../../sheet/address';

export { readOurRule } from './colour-rules';
export type { CellAppearance, ConditionalFormat, SheetAppearance } from './appearance';
export type { CellFormula, CellResult } from './results';
export { wrappedHeight } from './row-height';
export { couldDepend } from './dependence';
export { newWorkbook } from './new-workbook';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const UNSEEN_PARTS = /^xl\/(?:charts|drawings|media|embeddings|pivotTables|slicers|ctrlProps|vbaProject)/;

export interface WorkbookFormulas {
  readonly cells: readonly (CellFormula & { readonly sheet: string })[];
  /** Names that formulas may use; `sheet` when only that sheet's may. */
  readonly names: readonly { readonly name: string; readonly refersTo: string; readonly sheet: string | null }[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

export interface FileWorkbook {
  /** Sheets are read when their cells are first asked for; all of them when `options` says nothing. */
  snapshot(options?: Pick<ReadOptions, 'sheets'>): WorkbookSnapshot;
  /** All of the plan or, when it throws a `HostError`, nothing of it. */
  apply(plan: Plan): void;
  /** What a sheet looks like, for drawing it. Throws a `HostError` when there is no such sheet. */
  appearance(sheet: string): SheetAppearance;
  /** Throws a `HostError` when a part is damaged. */
  formulas(): WorkbookFormulas;
  /** Puts results of formulas where the file keeps them; the formulas stay as they are. */
  setResults(results: readonly (CellResult & { readonly sheet: string })[]): void;
  /** Whether it holds charts, pictures, pivot tables, macros or the like, which a grid of cells does not show. */
  hasUnseenParts(): boolean;
  /** The file's bytes: the very bytes that were opened as long as nothing has changed. */
  save(): Uint8Array;
}

/** Opens .xlsx, .xlsm, .xltx, .xltm. `name` is what the person calls the file. Throws a `HostError` with one sentence. */
export function openFile(bytes: Uint8Array, name: string): FileWorkbook {
  if (bytes.length === 0) throw REFUSALS.empty(name);
  if (COMPOUND_FILE.every((byte, at) => bytes[at] === byte)) {
    throw isEncryptedPackage(bytes) ? REFUSALS.encrypted(name) : REFUSALS.oldExcel(name);
  }
  return new PackagedWorkbook(Package.open(bytes, name), bytes);
}

/** An encrypted workbook is a compound file with a stream named `EncryptedPackage` (UTF-16). */
function isEncryptedPackage(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage');
}

class PackagedWorkbook implements FileWorkbook {
  private content: Content;
  private strings: { readonly part: object | null; readonly value: SharedStrings } | null = null;
  private styles: { readonly part: object | null; readonly value: Styles } | null = null;

  constructor(
    private parts: Package,
    private original: Uint8Array | null,
  ) {
    this.content = readContent(parts);
  }

  snapshot(options: Pick<ReadOptions, 'sheets'> = { sheets: 'all' }): WorkbookSnapshot {
    const { workbook, sheets } = this.content;
    const active = sheets[workbook.activeTab];
    const isWanted = (sheet: SheetPlace): boolean => {
      if (options.sheets === 'all') return true;
      if (options.sheets === 'visible') return sheet.visibility === 'visible';
      return options.sheets === 'active' ? sheet === active : options.sheets.includes(sheet.name);
    };
    const context = this.readingContext();
    const parts = this.parts.copy();
    return {
      sheets: sheets.flatMap((sheet) =>
        sheet.path === null ? [] : readSheet(parts, sheet, sheet.path, context, isWanted(sheet)),
      ),
      activeSheet: active?.path != null ? active.name : null,
      selection: null,
      marks: new WorkbookDraft(workbook.text)
        .marks()
        .filter((mark) => !mark.name.startsWith(BEFORE))
        .map((mark) =>
          mark.place && !sheets.some(({ name }) => name === mark.place?.sheet) ? { ...mark, place: null } : mark,
        ),
      isStructureProtected: workbook.isStructureProtected,
      isReadOnly: false,
    };
  }

  apply(plan: Plan): void {
    this.expect(plan);
    const parts = this.parts.copy();
    new PlanSession(parts).apply(plan);
    this.content = readContent(parts);
    this.parts = parts;
    this.original = null;
  }

  appearance(name: string): SheetAppearance {
    const found = this.content.sheets.find((sheet) => sheet.name === name);
    const sheet = this.snapshot({ sheets: [name] }).sheets.find((one) => one.name === name);
    if (!found?.path || !sheet) throw REFUSALS.missingSheet(name);
    const { styles } = this.readingContext();
    const { rowCount, columnCount } = sheet;
    const themed = this.content.theme === null ? null : this.parts.text(this.content.theme);
    const bytes = this.parts.bytes(found.path);
    return readOrRefuse(this.parts, found.path, () =>
      appearanceOf({ bytes, styles, theme: themeColours(themed), rowCount, columnCount }),
    );
  }

  formulas(): WorkbookFormulas {
    const { sheets, workbook } = this.content;
    const cells = sheets.flatMap(({ name, path }) => {
      if (path === null) return [];
      const bytes = this.parts.bytes(path);
      const found = readOrRefuse(this.parts, path, () => cellFormulas(bytes));
      return found.map((formula) => ({ ...formula, sheet: name }));
    });
    const names = workbook.names.map(({ name, refersTo, localSheet }) => ({
      name,
      refersTo,
      sheet: localSheet === null ? null : (sheets[localSheet]?.name ?? null),
    }));
    return { cells, names: names.filter(({ name }) => !/^_(?:dabiao\.|xlnm\.)/.test(name)), is1904: workbook.is1904 };
  }

  setResults(results: readonly (CellResult & { readonly sheet: string })[]): void {
    if (results.length === 0) return;
    const parts = this.parts.copy();
    for (const { name, path } of this.content.sheets) {
      const own = results.filter(({ sheet }) => sheet === name);
      if (path !== null && own.length > 0) parts.set(path, withResults(path, parts.bytes(path), own));
    }
    this.parts = parts;
    this.original = null;
  }

  hasUnseenParts(): boolean {
    return this.parts.names().some((name) => UNSEEN_PARTS.test(name));
  }

  save(): Uint8Array {
    return this.original ?? this.parts.save();
  }

  private expect(plan: Plan): void {
    if (plan.expectations.length === 0) return;
    const { sheets } = this.snapshot();
    for (const { sheet: name, row, column, text } of plan.expectations) {
      const sheet = sheets.find((found) => found.name === name);
      if (!sheet) throw REFUSALS.missingSheet(name);
      if (sheet.cell(row, column).text !== text) throw REFUSALS.changed(name, formatCell(row, column));
    }
  }

  private readingContext(): ReadingContext {
    const { strings, styles, workbook } = this.content;
    const stringsPart = strings === null ? null : this.parts.identity(strings);
    if (this.strings?.part !== stringsPart || !this.strings) {
      const bytes = strings === null ? new Uint8Array() : this.parts.bytes(strings);
      this.strings = {
        part: stringsPart,
        value: readOrRefuse(this.parts, strings ?? '', () => new SharedStrings(bytes)),
      };
    }
    const stylesPart = styles === null ? null : this.parts.identity(styles);
    if (this.styles?.part !== stylesPart || !this.styles) {
      const value = styles === null ? new Styles(MINIMAL_STYLES) : this.parts.read(styles, (text) => new Styles(text));
      this.styles = { part: stylesPart, value };
    }
    return { strings: this.strings.value, styles: this.styles.value, is1904: workbook.is1904 };
  }
}

function readOrRefuse<Result>(parts: Package, name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlError) throw REFUSALS.damaged(parts.fileName, name);
    throw error;
  }
}

/** Cells already read from a part that has not changed since. */
const cellsOfPart = new WeakMap<object, { readonly context: ReadingContext; readonly cells: SheetCells }>();

function readSheet(parts: Package, sheet: SheetPlace, path: string, context: ReadingContext, isWanted: boolean): Sheet {
  const tables = tablesOf(parts, path);
  const facts: SheetFacts = { name: sheet.name, visibility: sheet.visibility, tables };
  if (!isWanted) return unreadSheet(facts);
  let cells: SheetCells | null = null;
  return sheetOf(facts, () => (cells ??= readCells(parts, path, context)));
}

function readCells(parts: Package, path: string, context: ReadingContext): SheetCells {
  const part = parts.identity(path) ?? parts;
  const known = cellsOfPart.get(part);
  if (known?.context.strings === context.strings && known.context.styles === context.styles) return known.cells;
  const bytes = parts.bytes(path);
  const cells = readOrRefuse(parts, path, () => new SheetCells(bytes, context));
  cellsOfPart.set(part, { context, cells });
  return cells;
}

function tablesOf(parts: Package, path: string): Sheet['tables'] {
  return parts.relationships(path).flatMap(({ type, target }) => {
    if (type !== 'table' || !parts.has(target)) return [];
    const found = parts.read(target, (text) => attributesOf(openTag(text, parseXml(text, 0))));
    const area = parseArea(found.get('ref') ?? '');
    return area ? { name: found.get('displayName') ?? found.get('name') ?? '', area } : [];
  });
}

const READING: Sentence = { zh: '正在读取工作簿', en: 'Reading the workbook' };
const WRITING: Sentence = { zh: '正在写入工作簿', en: 'Writing to the workbook' };

/** Lets the page draw and a cancel through. */
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

function refuseIfCancelled({ signal }: RunOptions): void {
  if (signal?.aborted === true) throw REFUSALS.cancelled();
}

/** The port over a file that is open in memory. Nobody selects or edits in it, so nothing is ever observed. */
export function fileHost(workbook: FileWorkbook): WorkbookHost {
  return {
    read: async (options) => {
      refuseIfCancelled(options);
      const snapshot = workbook.snapshot(options);
      const total = snapshot.sheets.length;
      for (const [done, sheet] of snapshot.sheets.entries()) {
        options.onProgress?.({ stage: READING, done, total });
        await pause();
        refuseIfCancelled(options);
        // Asking for its extent reads the sheet.
        void sheet.rowCount;
      }
      options.onProgress?.({ stage: READING, done: total, total });
      return snapshot;
    },
    apply: async (plan, options = {}) => {
      options.onProgress?.({ stage: WRITING, done: 0, total: 1 });
      await pause();
      refuseIfCancelled(options);
      workbook.apply(plan);
      options.onProgress?.({ stage: WRITING, done: 1, total: 1 });
    },
    select: async () => undefined,
    observe: async () => async () => undefined,
  };
}
