// Owns putting returned workbooks together: what is filled into the master, what is left to a person. Never decides between two answers, never overwrites one.
import type { Cell } from '../sheet/sheet';
import type { Profile } from '../table/table';
import type { CellInput, FilledCell, PlanStep, WorkbookSnapshot } from '../workbook/port';
import { doubtAbout, isAnswer, saySame, type Question } from './answers';
import { check } from './check';
import { collectionSheets } from './collection-sheet';
import type {
  Place,
  Answer,
  FilledValue,
  Conflict,
  SuspiciousValue,
  LooseMatch,
  OpenValue,
  MissingReturn,
  Collection,
  CollectResult,
} from './collection';
import { tableFilling, type FillColumn, type TableFilling } from './filling';
import { addColumns, type Addition } from './prepare';
import {
  MasterIndex,
  readReturns,
  type MasterRow,
  type MatchedRow,
  type Return,
  type ReturnedWorkbook,
} from './returns';
import { cellInput, unitsOf } from './split';

export interface CollectOptions {
  readonly profile: Profile;
  /** As when the master was split. */
  readonly members?: ReadonlyMap<string, readonly string[]>;
  readonly year?: number;
}

/** Puts returned workbooks together with the master. Pure: nothing is written before the plan is applied. */
export function collect(
  snapshot: WorkbookSnapshot,
  returned: readonly ReturnedWorkbook[],
  options: CollectOptions,
): CollectResult {
  const { tables } = check(snapshot, { profile: options.profile });
  const master = new MasterIndex(tables);
  const expected = expectedReturns(master, options.members ?? new Map());
  const returns = returned.flatMap((file) => readReturns(file, master, [...expected.keys()], options.profile));
  const fillings = new Map(tables.map((table) => [table, tableFilling(table, options.profile, options.year)]));
  const byRow = new Map<MasterRow, Given[]>();
  for (const one of returns) {
    for (const match of one.matched)
      byRow.set(match.master, [...(byRow.get(match.master) ?? []), { from: one, match }]);
  }
  const backFrom = new Set(returns.flatMap(({ department }) => department ?? []));
  const decisions = master.rows.flatMap((row) => {
    const units = row.row.departments.flatMap(({ id }) => unitsOf(id, options.members ?? new Map()));
    const isBack = units.some((unit) => backFrom.has(unit));
    return decideRow(fillings.get(row.table), { row, given: byRow.get(row) ?? [], isBack, profile: options.profile });
  });
  const collection: Collection = {
    filled: decisions.flatMap(({ filled }) => (filled ? [filled] : [])),
    conflicts: decisions.flatMap(({ conflict }) => (conflict ? [conflict] : [])),
    suspicious: decisions.flatMap(({ suspicious }) => suspicious),
    unmatched: returns.flatMap((one) =>
      one.unmatched.map((row) => ({ department: one.department, file: one.fileName, ...row })),
    ),
    looseMatches: returns.flatMap(looseMatches),
    open: decisions.flatMap(({ open }) => (open ? [open] : [])),
    missing: missingReturns(expected, returns, decisions),
    departments: expected.size,
    unread: [...new Set(returns.filter(({ isUnread }) => isUnread).map(({ fileName }) => fileName))],
  };
  const fillSteps = fillPlan(snapshot, decisions, fillings);
  return {
    ...collection,
    plan: { expectations: [], steps: [...fillSteps, ...collectionSheets(snapshot, collection)] },
  };
}

/** A returned row with its file. */
interface Given {
  readonly from: Return;
  readonly match: MatchedRow;
}

interface Decision {
  readonly row: MasterRow;
  readonly column: FillColumn;
  readonly filled: FilledValue | null;
  readonly conflict: Conflict | null;
  readonly suspicious: readonly SuspiciousValue[];
  readonly open: OpenValue | null;
}

function decideRow(filling: TableFilling | undefined, asked: Omit<Case, 'column'>): Decision[] {
  const needed = filling?.rows[asked.row.index]?.headings ?? new Set<string>();
  const columns = filling?.columns.filter(({ heading }) => needed.has(heading)) ?? [];
  return columns.map((column) => decide({ ...asked, column }));
}

interface Case {
  readonly row: MasterRow;
  readonly column: FillColumn;
  readonly given: readonly Given[];
  /** One of its departments has sent its workbook back. */
  readonly isBack: boolean;
  readonly profile: Profile;
}

interface GivenAnswer {
  readonly cell: Cell;
  readonly answer: Answer;
  readonly given: Given;
}

/** One cell of the master: nothing said, one thing said, or several. */
function decide(asked: Case): Decision {
  const { row, column, given, profile } = asked;
  const question: Question = { table: row.table.table, row: row.row, profile };
  const place = placeOf(row, column);
  const answers = given.flatMap((one) => answerOf(one, column));
  const said = answers.filter(({ cell }) => isAnswer(cell, question));
  const standing = standingCell(row, column);
  const isStanding = standing !== null && (standing.isFormula || !isUnfilled(standing));
  const none: Decision = { row, column, filled: null, conflict: null, suspicious: [], open: null };
  const [first] = said;
  if (!first)
    return isStanding || column.role !== 'actual' ? none : { ...none, open: openValue(asked, place, answers) };
  const isOneAnswer = said.every(({ cell }) => saySame(first.cell, cell, question));
  const agrees = !isStanding || (standing !== null && saySame(standing, first.cell, question));
  const value = cellInput(first.cell);
  const isFilled = isOneAnswer && !isStanding && value !== null && first.cell.kind !== 'date';
  const last = lastYears(row, given);
  const suspicious = column.role === 'actual' ? doubts(said, last, question, place, isFilled) : [];
  if (!isOneAnswer || !agrees) {
    const conflict: Conflict = {
      ...place,
      standing: isStanding ? (standing?.text ?? null) : null,
      answers: said.map(({ answer }) => answer),
    };
    return { ...none, conflict, suspicious };
  }
  const filled = isFilled ? { ...place, value, sources: said.map(({ answer }) => answer) } : null;
  return { ...none, filled, suspicious };
}

function placeOf({ table, row }: MasterRow, { heading }: FillColumn): Place {
  const { firstRow, seq, indicator } = row.row;
  return { sheet: table.table.sheet, row: firstRow + 1, seq, indicator, column: heading };
}

function answerOf(given: Given, column: FillColumn): GivenAnswer[] {
  const found = given.match.read(column);
  if (!found) return [];
  const { from, match } = given;
  const answer: Answer = {
    department: from.department,
    file: from.fileName,
    sheet: match.sheet,
    cell: found.address,
    value: found.cell.text,
  };
  return [{ cell: found.cell, answer, given }];
}

/** Blank, or a dash in its place. Any word (`12月出数`) is somebody's and stays. */
function isUnfilled({ kind, text }: Cell): boolean {
  return kind === 'blank' || /^[\s—–\-－/／]*$/.test(text);
}

function standingCell({ row: { row } }: MasterRow, { role, existing, heading }: FillColumn): Cell | null {
  if (existing === null) return null;
  if (role !== 'history') return row[role];
  return row.history.find(({ period }) => period !== '' && heading.includes(period))?.cell ?? null;
}

/** The newest earlier value: the master's, else the one that came with the answer. */
function lastYears({ row }: MasterRow, given: readonly Given[]): Cell | null {
  const known = row.row.history.filter(({ period, cell }) => !/平均|均值/.test(period) && cell.kind !== 'blank');
  return (
    known.at(-1)?.cell ?? given.map(({ match }) => match.earlier.at(-1)).find((cell) => cell !== undefined) ?? null
  );
}

function doubts(
  said: readonly GivenAnswer[],
  last: Cell | null,
  question: Question,
  place: Place,
  isFilled: boolean,
): SuspiciousValue[] {
  return said.flatMap(({ cell, answer }) => {
    const why = doubtAbout(cell, last, question);
    return why ? [{ ...place, answer, why, isFilled }] : [];
  });
}

/** Nobody has given the value although a department's workbook is back. */
function openValue(
  { row: { row }, given, isBack }: Case,
  place: Place,
  answers: readonly GivenAnswer[],
): OpenValue | null {
  if (!isBack && given.length === 0) return null;
  const written = [
    ...answers.map(({ cell }) => (isUncomputed(cell) ? NOT_COMPUTED : cell.text.trim())),
    ...given.map(({ match }) => match.explanation),
  ];
  const words = [...new Set(written.filter((text) => text !== ''))];
  return { ...place, departments: row.departments.map(({ id }) => id), words: given.length === 0 ? [ROW_GONE] : words };
}

/** A formula whose result was never saved, as some programs write it. */
const isUncomputed = ({ kind, isFormula }: Cell): boolean => kind === 'blank' && isFormula;
const NOT_COMPUTED = '单元格是没有算出结果的公式，请用 Excel 打开保存后重新报送';
const ROW_GONE = '交回的表中没有这一行';

function looseMatches({ fileName, matched }: Return): LooseMatch[] {
  return matched.flatMap(({ master, indicator, value, note }) => {
    if (!note || !value || value.kind === 'blank') return [];
    const { firstRow, seq, indicator: name } = master.row.row;
    const place = { sheet: master.table.table.sheet, row: firstRow + 1, seq, indicator: name };
    return [{ ...place, file: fileName, returned: indicator, why: note }];
  });
}

/** Departments that were sent a workbook, with the number of their indicators. */
function expectedReturns(master: MasterIndex, members: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const expected = new Map<string, number>();
  for (const { row } of master.rows) {
    const units = new Set(row.departments.flatMap(({ id }) => unitsOf(id, members)));
    for (const unit of units) expected.set(unit, (expected.get(unit) ?? 0) + 1);
  }
  return expected;
}

function missingReturns(
  expected: ReadonlyMap<string, number>,
  returns: readonly Return[],
  decisions: readonly Decision[],
): MissingReturn[] {
  const keyOf = (file: string, department: string | null): string => `${file}\n${department ?? ''}`;
  const answered = new Set(
    decisions.flatMap(({ filled, conflict, suspicious }) =>
      [...(filled?.sources ?? []), ...(conflict?.answers ?? []), ...suspicious.map(({ answer }) => answer)].map(
        ({ file, department }) => keyOf(file, department),
      ),
    ),
  );
  return [...expected].flatMap(([department, indicators]): MissingReturn[] => {
    const own = returns.filter((one) => one.department === department);
    if (own.length === 0) return [{ department, kind: 'none', indicators }];
    const isBlank = own.every((one) => !answered.has(keyOf(one.fileName, one.department)) && !hasValues(one));
    return isBlank ? [{ department, kind: 'blank', indicators }] : [];
  });
}

/** A value that stands in the master already counts as an answer too. */
function hasValues({ matched, unmatched }: Return): boolean {
  return unmatched.length > 0 || matched.some(({ value }) => value !== null && value.kind !== 'blank');
}

function fillPlan(
  snapshot: WorkbookSnapshot,
  decisions: readonly Decision[],
  fillings: ReadonlyMap<MasterRow['table'], TableFilling>,
): PlanStep[] {
  const values = new Map<string, CellInput>();
  const cells = new Map<string, FilledCell[]>();
  for (const { row, column, filled } of decisions) {
    if (!filled) continue;
    if (column.existing === null) values.set(`${row.mark}\n${column.heading}`, filled.value);
    else {
      const own = cells.get(filled.sheet) ?? [];
      cells.set(filled.sheet, own);
      own.push({ row: filled.row - 1, column: column.existing, value: filled.value });
    }
  }
  const rowsOf = new Map<MasterRow['table'], MasterRow[]>();
  for (const { row } of decisions) rowsOf.set(row.table, [...(rowsOf.get(row.table) ?? []), row]);
  const additions = [...fillings].flatMap(([table, filling]): Addition[] => {
    const columns = filling.columns.filter(({ existing }) => existing === null);
    const marks = new Map((rowsOf.get(table) ?? []).map(({ index, mark }) => [index, mark]));
    const valueAt = (index: number, heading: string): CellInput =>
      values.get(`${marks.get(index) ?? ''}\n${heading}`) ?? null;
    return columns.length === 0 ? [] : [{ table, filling, columns, values: valueAt }];
  });
  const added = addColumns(snapshot, additions).plan.steps;
  return [...[...cells].map(([sheet, own]): PlanStep => ({ kind: 'fill', sheet, cells: own })), ...added];
}
