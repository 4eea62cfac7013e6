// Owns what the round-trip tests share: the Linzi table with its values taken out, and clerks that fill in a workbook with ExcelJS.
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { check, type CheckResult } from '../../src/jobs/check';
import { split, type DepartmentWorkbook, type SplitOptions } from '../../src/jobs/split';
import { newWorkbook, openFile, type FileWorkbook } from '../../src/workbook/file';

export const CITY = { profile: 'city' } as const;

export const openExample = (name: string): FileWorkbook =>
  openFile(new Uint8Array(readFileSync(`examples/${name}.xlsx`)), `${name}.xlsx`);
export const checkFile = (file: FileWorkbook): CheckResult => check(file.snapshot(), CITY);

/** What each indicator's row holds once everybody has answered: heading → text as typed. */
export type Truth = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The values of an example, by indicator and heading, as people see them. */
export function truthOf(file: FileWorkbook): Truth {
  const [table] = checkFile(file).tables;
  const sheet = file.snapshot().sheets[0]!;
  const columns = table!.table.columns.filter(({ role }) => role === 'actual' || role === 'history');
  return new Map(
    table!.rows.map(({ row }) => [
      row.indicator,
      new Map(columns.map(({ heading, column }) => [heading, sheet.cell(row.firstRow, column).text])),
    ]),
  );
}

/** The example with its values taken out, heads and all else left. */
export async function emptied(name: string): Promise<FileWorkbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(`examples/${name}.xlsx`);
  const sheet = book.worksheets[0]!;
  const [table] = checkFile(openExample(name)).tables;
  for (const { column } of table!.table.columns.filter(({ role }) => role === 'actual' || role === 'history')) {
    for (let row = table!.table.firstDataRow; row <= table!.table.area.bottom; row += 1)
      sheet.getCell(row + 1, column + 1).value = null;
  }
  return openFile(new Uint8Array(await book.xlsx.writeBuffer()), `${name}.xlsx`);
}

export const booksOf = (file: FileWorkbook, options?: SplitOptions): Map<string, DepartmentWorkbook> =>
  new Map(split(checkFile(file), options).map((book) => [book.department, book]));

/** A sent-out sheet as a bureau's clerk sees it. */
export class Clerk {
  private constructor(
    readonly book: ExcelJS.Workbook,
    readonly sheet: ExcelJS.Worksheet,
  ) {}

  static async open(workbook: DepartmentWorkbook): Promise<Clerk> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(newWorkbook(workbook.sheets).buffer as ArrayBuffer);
    return new Clerk(book, book.worksheets[0]!);
  }

  static readonly headRow = 5;

  column(heading: string): number {
    const row = this.sheet.getRow(Clerk.headRow);
    for (let at = 1; at <= this.sheet.columnCount; at += 1) if (row.getCell(at).text.startsWith(heading)) return at;
    throw new Error(`no column ${heading}`);
  }

  /** Sheet rows by indicator. */
  rows(): Map<string, number> {
    const column = this.column('评价指标');
    const found = new Map<string, number>();
    for (let row = Clerk.headRow + 1; row <= this.sheet.rowCount; row += 1) {
      const text = this.sheet.getCell(row, column).text;
      if (text !== '') found.set(text, row);
    }
    return found;
  }

  put(indicator: string, heading: string, value: ExcelJS.CellValue, format?: string): void {
    const row = this.rows().get(indicator);
    if (row === undefined) throw new Error(`no row ${indicator}`);
    const cell = this.sheet.getCell(row, this.column(heading));
    cell.value = value;
    // ExcelJS shares one style object among cells.
    if (format) cell.style = { ...cell.style, numFmt: format };
  }

  /** Types every value that the truth has for this workbook's rows, each as `write` types it. */
  fillAll(truth: Truth, write: (text: string) => ExcelJS.CellValue = (text) => text): void {
    for (const [indicator] of this.rows()) {
      for (const [heading, text] of truth.get(indicator) ?? []) {
        if (text !== '' && this.has(heading) && this.isInput(indicator, heading))
          this.put(indicator, heading, write(text));
      }
    }
  }

  has(heading: string): boolean {
    return (
      this.sheet.getRow(Clerk.headRow).values instanceof Array &&
      (this.sheet.getRow(Clerk.headRow).values as unknown[]).includes(heading)
    );
  }

  isInput(indicator: string, heading: string): boolean {
    return this.sheet.getCell(this.rows().get(indicator) ?? 1, this.column(heading)).protection?.locked === false;
  }

  /** The table's rows as values, top to bottom. */
  values(): ExcelJS.CellValue[][] {
    return [...this.rows().values()].map((row) =>
      Array.from({ length: this.sheet.columnCount }, (_, at) => this.sheet.getCell(row, at + 1).value),
    );
  }

  rewrite(rows: readonly ExcelJS.CellValue[][]): void {
    rows.forEach((values, at) =>
      values.forEach((value, column) => (this.sheet.getCell(Clerk.headRow + 1 + at, column + 1).value = value)),
    );
  }

  async send(fileName: string): Promise<{ fileName: string; snapshot: ReturnType<FileWorkbook['snapshot']> }> {
    const bytes = new Uint8Array(await this.book.xlsx.writeBuffer());
    return { fileName, snapshot: openFile(bytes, fileName).snapshot() };
  }
}
