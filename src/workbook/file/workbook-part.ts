// Owns the workbook part: the list of sheets, defined names, protection, calculation. Edits keep everything else as it was.
import type { SheetVisibility } from '../../sheet/sheet';
import {
  attribute,
  attributesOf,
  childNamed,
  childrenNamed,
  characterData,
  isTrue,
  openTag,
  parseXml,
  relationshipId,
  type XmlElement,
} from './xml';

export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

export interface SheetEntry {
  readonly name: string;
  readonly id: number;
  readonly relationship: string;
  readonly visibility: SheetVisibility;
  readonly element: XmlElement;
}

export interface DefinedName {
  readonly name: string;
  /** As in the file, entities resolved: `Sheet1!$A$1:$B$2`. */
  readonly refersTo: string;
  readonly localSheet: number | null;
  readonly isHidden: boolean;
  readonly element: XmlElement;
}

export interface WorkbookPart {
  readonly text: string;
  readonly root: XmlElement;
  readonly prefix: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly is1904: boolean;
  readonly isStructureProtected: boolean;
  readonly activeTab: number;
}

/** Throws `XmlError`. */
export function readWorkbook(text: string): WorkbookPart {
  const root = parseXml(text, 3);
  const tagOf = (name: string): string => {
    const element = childNamed(root, name);
    return element ? openTag(text, element) : '';
  };
  const sheets = childNamed(root, 'sheets');
  const names = childNamed(root, 'definedNames');
  const views = childNamed(root, 'bookViews');
  const view = views && childNamed(views, 'workbookView');
  return {
    text,
    root,
    prefix: root.prefix === '' ? '' : `${root.prefix}:`,
    sheets: sheets ? childrenNamed(sheets, 'sheet').map((element) => readSheet(text, element)) : [],
    names: names ? childrenNamed(names, 'definedName').map((element) => readName(text, element)) : [],
    is1904: isTrue(attribute(tagOf('workbookPr'), 'date1904')),
    isStructureProtected: isTrue(attribute(tagOf('workbookProtection'), 'lockStructure')),
    activeTab: Number((view && attribute(openTag(text, view), 'activeTab')) ?? 0),
  };
}

function readSheet(text: string, element: XmlElement): SheetEntry {
  const tag = openTag(text, element);
  const state = attribute(tag, 'state');
  return {
    name: attribute(tag, 'name') ?? '',
    id: Number(attribute(tag, 'sheetId')),
    relationship: relationshipId(tag) ?? '',
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    element,
  };
}

function readName(text: string, element: XmlElement): DefinedName {
  const found = attributesOf(openTag(text, element));
  const local = found.get('localSheetId');
  return {
    name: found.get('name') ?? '',
    refersTo: characterData(text.slice(element.openEnd, element.closeStart)),
    localSheet: local === undefined ? null : Number(local),
    isHidden: isTrue(found.get('hidden') ?? null),
    element,
  };
}
