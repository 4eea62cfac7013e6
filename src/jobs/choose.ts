// Owns remembering in the workbook whether two names are one department. Must not touch a host.
import type { SameDepartmentChoice } from '../department/department';
import type { Mark, Plan, WorkbookSnapshot } from '../workbook/port';
import { choiceText, freshMarkName, marksOf } from './marks';

/** Sets a decision; an earlier one on the same names is replaced. */
export function choose(snapshot: WorkbookSnapshot, choice: SameDepartmentChoice): Plan {
  const texts = new Set([true, false].map((same) => choiceText({ names: choice.names, same })));
  const earlier = marksOf(snapshot, 'choice').find(({ text }) => text !== null && texts.has(text));
  const name = earlier?.name ?? freshMarkName('choice', new Set(snapshot.marks.map((mark) => mark.name)));
  const mark: Mark = { name, place: null, text: choiceText(choice) };
  return { expectations: [], steps: [{ kind: 'mark', marks: [mark] }] };
}
