// Owns taking back everything that we wrote: result columns, colours, sheets, marks. Must not touch what a person made.
import type { Mark, Plan, PlanStep, WorkbookSnapshot } from '../workbook/port';
import { marksOf, ourSheetNames } from './marks';

/** After it the workbook is what the user had; values that a person typed or accepted into their own cells stay. */
export function clear(snapshot: WorkbookSnapshot): Plan {
  const untouched = marksOf(snapshot, 'fill').filter((mark) => !isFilledIn(snapshot, mark));
  const erased = [...marksOf(snapshot, 'result'), ...marksOf(snapshot, 'guide'), ...untouched].flatMap(
    ({ place }): PlanStep[] => (place ? [{ kind: 'erase', ...place }] : []),
  );
  const ours = ourSheetNames(snapshot);
  const coloured = snapshot.sheets.map(({ name }) => name).filter((name) => !ours.has(name));
  const steps: PlanStep[] = [...coloured.map((sheet): PlanStep => ({ kind: 'colour', sheet, colours: [] })), ...erased];
  if (ours.size > 0) steps.push({ kind: 'removeSheets', names: [...ours] });
  if (snapshot.marks.length > 0) steps.push({ kind: 'unmark', names: snapshot.marks.map(({ name }) => name) });
  return { expectations: [], steps };
}

/** A column that we added to be filled in, and somebody has: its values are theirs. */
function isFilledIn(snapshot: WorkbookSnapshot, { place }: Mark): boolean {
  const sheet = snapshot.sheets.find(({ name }) => name === place?.sheet);
  if (!sheet || !place) return false;
  const { top, bottom, left, right } = place.area;
  for (let row = top + 1; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) if (sheet.cell(row, column).kind !== 'blank') return true;
  }
  return false;
}
