// Owns a workbook made from nothing: the parts that every workbook has, ready for sheets of ours.
import type { Mark, NewSheet } from '../port';
import { XML_HEAD } from './new-sheet';
import { Package } from './package';
import { PlanSession } from './plan-session';
import { MINIMAL_STYLES } from './styles';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels':
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    '<bookViews><workbookView/></bookViews><sheets/></workbook>',
  'xl/_rels/workbook.xml.rels':
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': MINIMAL_STYLES,
};

/** The bytes of an .xlsx that holds these sheets (at least one) and marks; the same input gives the same bytes. */
export function newWorkbook(sheets: readonly NewSheet[], marks: readonly Mark[] = []): Uint8Array {
  const parts = Package.empty(sheets[0]?.name ?? '');
  for (const [name, content] of Object.entries(PARTS)) parts.set(name, content);
  new PlanSession(parts).apply({
    expectations: [],
    steps: [
      { kind: 'addSheets', sheets },
      { kind: 'mark', marks },
    ],
  });
  return parts.save();
}
