// Owns raw workbook files for tests, written out as XML by hand: the product's own writer has no part in them.
import { strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type Parts = Record<string, string>;

export interface RawSheet {
  readonly name: string;
  /** What stands inside `<worksheet>`. */
  readonly xml: string;
  readonly state?: string;
  /** Relationships of the sheet: id → type and target. */
  readonly relationships?: Readonly<Record<string, readonly [type: string, target: string]>>;
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly styles?: string;
  /** Inner XML of each `<si>`. */
  readonly strings?: readonly string[];
  /** Before and after `<sheets>` in the workbook part. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly parts?: Parts;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** Two fonts, two fills, a few formats: 0 General, 1 percent, 2 zh-CN date 31, 3 custom, 4 bordered, 5 unlocked. */
export const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.0&quot;分&quot;"/></numFmts>` +
  '<fonts count="2"><font><sz val="12"/><name val="宋体"/></font><font><b/><sz val="12"/><name val="黑体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';

export function rawParts(book: RawWorkbook): Parts {
  const overrides = Object.entries(book.overrides ?? {}).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`,
  );
  const sheets = book.sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (items: readonly string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
  const parts: Parts = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${book.beforeSheets ?? ''}<sheets>${sheets.join('')}</sheets>${book.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...book.sheets.map((_, at) => relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relationship('rId90', 'styles', 'styles.xml'),
      ...(book.strings ? [relationship('rId91', 'sharedStrings', 'sharedStrings.xml')] : []),
    ]),
    'xl/styles.xml': book.styles ?? STYLES,
  };
  if (book.strings) {
    parts['xl/sharedStrings.xml'] =
      `<sst xmlns="${MAIN}">${book.strings.map((xml) => `<si>${xml}</si>`).join('')}</sst>`;
  }
  book.sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet.xml}</worksheet>`;
    if (!sheet.relationships) return;
    const items = Object.entries(sheet.relationships).map(([id, [type, target]]) => relationship(id, type, target));
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(items);
  });
  return { ...parts, ...book.parts };
}

export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(
    ([name, text]) => [name, [typeof text === 'string' ? strToU8(text) : text, { mtime: '2024-01-01' }]] as const,
  );
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0]);
}

export function rawWorkbook(book: RawWorkbook): Uint8Array {
  return zipParts(rawParts(book));
}

export function unzipParts(bytes: Uint8Array): Parts {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decoder.decode(content)]));
}
