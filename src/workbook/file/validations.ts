// Owns data validation: how a list or note is written, and ours beside the clerk's on one sheet. The clerk's never change.
import { areasOverlap, formatArea, parseArea, type Area } from '../../sheet/address';
import type { Validation } from '../port';
import {
  attribute,
  characterData,
  childrenNamed,
  encodeAttribute,
  encodeText,
  isSelfClosed,
  openTag,
  parseXml,
  withAttribute,
  XmlEdits,
  type XmlElement,
} from './xml';

/** Heads the message about a value that is not on our list, and says that a validation is ours. */
const ERROR_TITLE = '达标';

/** Excel's own limits: a list of 255 characters, a title of 32, a note of 255. */
export function validationXml({ area, list: choices, promptTitle, prompt }: Validation, p = ''): string {
  const note =
    (promptTitle === undefined ? '' : ` promptTitle="${encodeAttribute(promptTitle.slice(0, 32))}"`) +
    (prompt === undefined ? '' : ` prompt="${encodeAttribute(prompt.slice(0, 255))}"`);
  const joined = choices?.join(',') ?? '';
  const isList = joined !== '' && joined.length <= 255 && choices?.every((choice) => !choice.includes(',')) === true;
  const shared = ` allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${ERROR_TITLE}"${note} sqref="${formatArea(area)}"`;
  if (!isList) return `<${p}dataValidation${shared}/>`;
  return (
    `<${p}dataValidation type="list"${shared}>` +
    `<${p}formula1>"${encodeText(joined.replaceAll('"', '""'))}"</${p}formula1></${p}dataValidation>`
  );
}

function areasIn(text: string): Area[] {
  return text.split(/\s+/).flatMap((area) => parseArea(area) ?? []);
}

interface Present {
  readonly element: XmlElement;
  readonly areas: readonly Area[];
  readonly isOurs: boolean;
}

function presentIn(xml: string, root: XmlElement): Present[] {
  return childrenNamed(root, 'dataValidation').map((element) => {
    const tag = openTag(xml, element);
    const areas = areasIn(attribute(tag, 'sqref') ?? '');
    return { element, areas, isOurs: attribute(tag, 'errorTitle') === ERROR_TITLE };
  });
}

/** Where the clerk's newer validations stand, which Excel keeps among the worksheet's extensions. */
export function extendedAreas(extensions: string): Area[] {
  if (!extensions.includes('dataValidation')) return [];
  const found: Area[] = [];
  const visit = (element: XmlElement, isInside: boolean): void => {
    if (isInside && element.name === 'sqref')
      found.push(...areasIn(characterData(extensions.slice(element.openEnd, element.closeStart))));
    for (const child of element.children) visit(child, isInside || element.name === 'dataValidation');
  };
  visit(parseXml(extensions), false);
  return found;
}

export interface ValidationChanges {
  /** Ours go from here. */
  readonly erased: readonly Area[];
  /** Laid where the clerk has none; they take the place of ours. */
  readonly laid: readonly Validation[];
  /** Other places where the clerk has validations. */
  readonly occupied: readonly Area[];
}

/** The sheet's `<dataValidations>` after the changes; `xml` is what stands there, '' for nothing. Throws `XmlError`. */
export function changedValidations(xml: string, { erased, laid, occupied }: ValidationChanges, p: string): string {
  const root = xml === '' ? null : parseXml(xml);
  const present = root ? presentIn(xml, root) : [];
  const clerks = [...occupied, ...present.flatMap(({ isOurs, areas }) => (isOurs ? [] : areas))];
  const added = laid.filter(({ area }) => !clerks.some((one) => areasOverlap(one, area)));
  const cleared = [...erased, ...laid.map(({ area }) => area)];
  const removed = present.filter(
    ({ isOurs, areas }) => isOurs && areas.some((area) => cleared.some((one) => areasOverlap(one, area))),
  );
  if (added.length + removed.length === 0) return xml;
  const inner = added.map((validation) => validationXml(validation, p)).join('');
  if (!root) return `<${p}dataValidations count="${added.length}">${inner}</${p}dataValidations>`;
  if (added.length === 0 && removed.length === present.length) return '';
  const edits = new XmlEdits(xml);
  for (const { element } of removed) edits.remove(element);
  const stated = attribute(openTag(xml, root), 'count');
  const count = stated === null ? null : String(Number(stated) + added.length - removed.length);
  const tag = withAttribute(openTag(xml, root), 'count', count);
  if (isSelfClosed(xml, root)) return `${tag.replace(/\s*\/>$/, '>')}${inner}</${p}dataValidations>`;
  edits.replace(root.start, root.openEnd, tag).insert(root.closeStart, inner);
  return edits.toString();
}
