// Owns the names of our marks in a workbook and what each means. Must not read or write a host.
import { areasOverlap, type Area } from '../sheet/address';
import type { SameDepartmentChoice } from '../department/department';
import type { Mark, WorkbookSnapshot } from '../workbook/port';

/**
 * `result` the two result columns of one table · `fill` columns added to be filled in · `guide` the column beside them that says
 * what goes in · `sheet` a sheet of ours, `sheet.list` one that a person works on ·
 * `written` what we wrote into the department sheets, as digests · `choice` a person's decision on two department names · `before` what a host needs to put formats back.
 */
export type MarkKind = 'result' | 'fill' | 'guide' | 'sheet' | 'sheet.list' | 'written' | 'choice' | 'before';

export function marksOf(snapshot: WorkbookSnapshot, kind: MarkKind): Mark[] {
  return snapshot.marks.filter((mark) => mark.name.startsWith(`${kind}.`));
}

/** Places of one kind of mark on a sheet. */
export function markedAreas(snapshot: WorkbookSnapshot, kind: MarkKind, sheet: string): Area[] {
  return marksOf(snapshot, kind).flatMap(({ place }) => (place?.sheet === sheet ? [place.area] : []));
}

/** The first name of this kind that no mark has yet; `taken` grows by it. */
export function freshMarkName(kind: MarkKind, taken: Set<string>): string {
  let number = 1;
  while (taken.has(`${kind}.${number}`)) number += 1;
  const name = `${kind}.${number}`;
  taken.add(name);
  return name;
}

/** Sheets that we made, by the place their mark points to (renaming does not hide them). */
export function ourSheetNames(snapshot: WorkbookSnapshot): Set<string> {
  return new Set(marksOf(snapshot, 'sheet').flatMap(({ place }) => (place ? [place.sheet] : [])));
}

/** Marks of 部门汇总 and the department sheets: those that a new run replaces. */
export function departmentSheetMarks(snapshot: WorkbookSnapshot): Mark[] {
  const lists = new Set(marksOf(snapshot, 'sheet.list'));
  return marksOf(snapshot, 'sheet').filter((mark) => !lists.has(mark));
}

/** The result mark of an earlier run that belongs to the table over these rows. */
export function resultMarkFor(snapshot: WorkbookSnapshot, sheet: string, area: Area): Mark | undefined {
  const band: Area = { ...area, left: area.right + 1, right: Number.MAX_SAFE_INTEGER };
  return marksOf(snapshot, 'result').find(({ place }) => place?.sheet === sheet && areasOverlap(place.area, band));
}

const SAME = '=';
const DIFFERENT = '≠';

/** A decision as mark text: `=区教育和体育局|区教育局和体育局`. Names hold no bar, it is a separator in every cell. */
export function choiceText(choice: SameDepartmentChoice): string {
  return `${choice.same ? SAME : DIFFERENT}${choice.names.join('|')}`;
}

export function readChoices(snapshot: WorkbookSnapshot): SameDepartmentChoice[] {
  return marksOf(snapshot, 'choice').flatMap(({ text }) => {
    if (!text || (text[0] !== SAME && text[0] !== DIFFERENT)) return [];
    return [{ same: text[0] === SAME, names: text.slice(1).split('|') }];
  });
}
