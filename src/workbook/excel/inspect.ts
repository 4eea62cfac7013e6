// Owns what is asked of Excel just before a plan is applied: whether it still holds, and what would have to be put back.
// Must not write.
import { areasOverlap, formatCell, type Area } from '../../sheet/address';
import type { LookName } from '../looks';
import type { Expectation, Mark, Plan, PlanStep } from '../port';
import { stripsOf, type Strip } from './before';
import type { RawValue } from './cells';
import { loadRules, rulesFound, rulesOneByOne, type RuleFound } from './colours';
import { codeOf, REFUSALS } from './errors';
import { changesFor, loadFormat, type FormatRecord } from './formats';
import type { GridSheet } from './grid';
import { intersection, rowsOutside } from './places';
import { allMarks, rangeOf, type ExcelSnapshot } from './read';
import type { Session } from './session';

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
}

/** The workbook's sheets, marks and colour rules at one moment. */
export interface WorkbookState {
  readonly sheets: readonly SheetState[];
  readonly marks: readonly Mark[];
  /** By sheet id; only for sheets whose rules the plan replaces. */
  readonly rules: ReadonlyMap<string, readonly RuleFound[]>;
}

/** Cells as they were, to be written back if the plan cannot be finished. */
export interface Contents {
  readonly sheetId: string;
  readonly area: Area;
  /** null: they were blank. */
  readonly cells: { readonly formulas: readonly RawValue[][]; readonly values: readonly RawValue[][] } | null;
}

/** A column over some rows that is about to be written for the first time. */
export interface FreshStrip {
  readonly sheet: string;
  readonly area: Area;
  readonly look: LookName;
  readonly old: FormatRecord;
  readonly wanted: FormatRecord;
  /** Width in points; null for the standard width. */
  readonly width: number | null;
  readonly isValidated: boolean;
}

export interface Inspection extends WorkbookState {
  readonly contents: readonly Contents[];
  readonly fresh: readonly FreshStrip[];
  readonly strips: readonly Strip[];
}

const CELLS_AT_ONCE = 60_000;

/** Asks for sheets, marks and the colour rules of some sheets (by id; sheets that are gone are left out). */
function loadState(context: Excel.RequestContext, ruled: readonly string[]): () => WorkbookState {
  const sheets = context.workbook.worksheets.load('items/id,items/name,items/protection/protected');
  const names = context.workbook.names.load('items/name,items/formula');
  const rules = ruled.map((id) => ({ id, found: loadRules(context.workbook.worksheets.getItemOrNullObject(id)) }));
  return () => ({
    sheets: sheets.items.map(({ id, name, protection }) => ({ id, name, isProtected: protection.protected })),
    marks: allMarks(names.items),
    rules: new Map(rules.map(({ id, found }) => [id, found.isNullObject ? [] : rulesFound(found)])),
  });
}

/** Sheets of the clerk's that a plan writes to, by name. */
function touchedSheets(plan: Plan): string[] {
  const names = plan.steps.flatMap((step) => ('sheet' in step ? step.sheet : []));
  return [...new Set([...names, ...plan.expectations.map(({ sheet }) => sheet)])];
}

export async function inspect(session: Session, plan: Plan, known: ExcelSnapshot): Promise<Inspection> {
  const grids = new Map(known.sheets.map((sheet) => [sheet.name, sheet]));
  for (const name of touchedSheets(plan)) if (!grids.has(name)) throw REFUSALS.missingSheet(name);
  const asked = new Questions(plan, grids, known.allMarks);
  const first = await askFirst(session, asked);
  refuse(plan, first);
  asked.check(first.answers);
  for (const rest of asked.later()) {
    asked.check(await session.request((context) => rest.map((question) => ask(context, question))));
  }
  return { ...first.state, contents: asked.contents, fresh: asked.fresh, strips: stripsOf(first.state.marks) };
}

interface FirstAnswer {
  readonly state: WorkbookState;
  readonly isReadOnly: boolean;
  readonly isStructureProtected: boolean;
  readonly answers: readonly Answer[];
}

async function askFirst(session: Session, asked: Questions): Promise<FirstAnswer> {
  const request = async (ruled: readonly string[]): Promise<FirstAnswer> => {
    const { workbook, state, answers } = await session.request((context) => {
      const workbook = context.workbook.load('readOnly');
      workbook.protection.load('protected');
      return {
        workbook,
        answers: asked.now().map((question) => ask(context, question)),
        state: loadState(context, ruled),
      };
    });
    return {
      state: state(),
      answers,
      isReadOnly: workbook.readOnly,
      isStructureProtected: workbook.protection.protected,
    };
  };
  return withRules(
    session,
    asked.ruledSheets,
    () => request(asked.ruledSheets),
    async (rules) => {
      const answer = await request([]);
      return { ...answer, state: { ...answer.state, rules } };
    },
  );
}

/** The workbook as it is now. */
export function readState(session: Session, ruled: readonly string[]): Promise<WorkbookState> {
  const request = async (sheets: readonly string[]) => {
    const state = await session.request((context) => loadState(context, sheets));
    return state();
  };
  return withRules(
    session,
    ruled,
    () => request(ruled),
    async (rules) => ({ ...(await request([])), rules }),
  );
}

/** Reads all rules at once where Excel can, else one by one. */
async function withRules<Result>(
  session: Session,
  ruled: readonly string[],
  atOnce: () => Promise<Result>,
  apart: (rules: ReadonlyMap<string, readonly RuleFound[]>) => Promise<Result>,
): Promise<Result> {
  try {
    return await atOnce();
  } catch (error) {
    if (ruled.length === 0 || !RULES_UNREADABLE.has(codeOf(error))) throw error;
    return apart(await rulesOneByOne(session, ruled));
  }
}

/** What Excel answers when it stumbles over a rule. */
const RULES_UNREADABLE: ReadonlySet<string> = new Set(['GeneralException', 'InvalidOperation', 'InvalidArgument']);

/** Everything that can be known to fail is refused before anything is written. */
function refuse(plan: Plan, { state, isReadOnly, isStructureProtected }: FirstAnswer): void {
  if (plan.steps.length > 0 && isReadOnly) throw REFUSALS.readOnly();
  const structural = plan.steps.some(
    (step) =>
      (step.kind === 'addSheets' && step.sheets.length > 0) ||
      ((step.kind === 'removeSheets' || step.kind === 'renameSheets') && step.names.length > 0),
  );
  if (structural && isStructureProtected) throw REFUSALS.protectedStructure();
  const byName = new Map(state.sheets.map((sheet) => [sheet.name, sheet]));
  for (const step of plan.steps) {
    if (!('sheet' in step)) continue;
    const sheet = byName.get(step.sheet);
    if (!sheet) throw REFUSALS.missingSheet(step.sheet);
    // Unlocked cells of a protected sheet may be filled; rules may be absent there anyway.
    const isNothing =
      step.kind === 'colour' &&
      step.colours.length === 0 &&
      !(state.rules.get(sheet.id) ?? []).some((rule) => rule.isOurs);
    if (sheet.isProtected && step.kind !== 'fill' && !isNothing) throw REFUSALS.protectedSheet(step.sheet);
  }
}

type Question =
  | {
      readonly kind: 'expect';
      readonly grid: GridSheet;
      readonly area: Area;
      readonly expected: ReadonlyMap<number, string>;
    }
  | { readonly kind: 'blank' | 'contents'; readonly grid: GridSheet; readonly area: Area; readonly unlocked?: boolean }
  | {
      readonly kind: 'format';
      readonly grid: GridSheet;
      readonly area: Area;
      readonly look: LookName;
      readonly isValidated: boolean;
    };

type Answer = { readonly question: Question; readonly range: Excel.Range; readonly isTextAsked: boolean };

function ask(context: Excel.RequestContext, question: Question): Answer {
  const sheet = context.workbook.worksheets.getItem(question.grid.id);
  const range = rangeOf(sheet, question.area);
  const isTextAsked = question.kind === 'expect' && !isAsRead(question);
  switch (question.kind) {
    case 'expect':
      range.load(isTextAsked ? 'text' : 'values');
      break;
    case 'blank':
      return { question, range: range.getUsedRangeOrNullObject(true).load('address'), isTextAsked };
    case 'contents':
      range.load('formulas,values');
      if (question.unlocked && question.grid.isProtected) range.load('format/protection/locked');
      break;
    case 'format':
      loadFormat(range, question.look).load('format/columnWidth,format/useStandardWidth');
      if (question.isValidated) range.dataValidation.load('type');
      break;
  }
  return { question, range, isTextAsked };
}

/** The plan was made from what we read: then the raw values decide, which Excel gives without formatting them. */
function isAsRead({ grid, area, expected }: Extract<Question, { kind: 'expect' }>): boolean {
  return [...expected].every(([row, text]) => grid.cell(row, area.left).text === text);
}

class Questions {
  readonly ruledSheets: readonly string[];
  readonly contents: Contents[] = [];
  readonly fresh: FreshStrip[] = [];
  private readonly requests: Question[][] = [[]];

  constructor(
    plan: Plan,
    private readonly grids: ReadonlyMap<string, GridSheet>,
    private readonly marks: readonly Mark[],
  ) {
    this.ruledSheets = [
      ...new Set(plan.steps.flatMap((step) => (step.kind === 'colour' ? (grids.get(step.sheet)?.id ?? []) : []))),
    ];
    const questions = [...this.expectations(plan.expectations), ...plan.steps.flatMap((step) => this.ofStep(step))];
    let room = CELLS_AT_ONCE;
    for (const question of questions.flatMap(inPieces)) {
      const cells = cellsOf(question);
      if (cells > room) {
        this.requests.push([]);
        room = CELLS_AT_ONCE;
      }
      this.requests.at(-1)?.push(question);
      room -= cells;
    }
  }

  now(): readonly Question[] {
    return this.requests[0] ?? [];
  }

  later(): readonly (readonly Question[])[] {
    return this.requests.slice(1);
  }

  /** Throws when a cell does not read as expected, a cell that should be blank is not, or may not be written. */
  check(answers: readonly Answer[]): void {
    for (const answer of answers) this.take(answer);
  }

  private take({ question, range, isTextAsked }: Answer): void {
    const { grid, area } = question;
    switch (question.kind) {
      case 'expect':
        for (const [row, text] of question.expected) {
          const now: unknown = (isTextAsked ? range.text : range.values)[row - area.top]?.[0];
          const then = isTextAsked ? text : grid.rawValue(row, area.left);
          if (now !== then) throw REFUSALS.changed(grid.name, formatCell(row, area.left));
        }
        return;
      case 'blank':
        if (!range.isNullObject)
          throw REFUSALS.occupied(grid.name, range.address.slice(range.address.lastIndexOf('!') + 1));
        this.contents.push({ sheetId: grid.id, area, cells: null });
        return;
      case 'contents': {
        const isLocked = question.unlocked && grid.isProtected && range.format.protection.locked !== false;
        if (isLocked) throw REFUSALS.protectedSheet(grid.name);
        // What Excel answers for `formulas` and `values` is text, numbers and booleans.
        const cells = { formulas: range.formulas as RawValue[][], values: range.values as RawValue[][] };
        this.contents.push({ sheetId: grid.id, area, cells });
        return;
      }
      case 'format': {
        const { old, wanted } = changesFor(range, question.look);
        const isValidated = question.isValidated && range.dataValidation.type === Excel.DataValidationType.none;
        const width = range.format.useStandardWidth ? null : range.format.columnWidth;
        this.fresh.push({ sheet: grid.name, area, look: question.look, old, wanted, width, isValidated });
      }
    }
  }

  /** One question a column, over the rows that matter. */
  private expectations(expectations: readonly Expectation[]): Question[] {
    const columns = new Map<string, { grid: GridSheet; column: number; expected: Map<number, string> }>();
    for (const { sheet, row, column, text } of expectations) {
      const grid = this.gridOf(sheet);
      const key = `${grid.id} ${column}`;
      const found = columns.get(key) ?? { grid, column, expected: new Map<number, string>() };
      columns.set(key, found);
      found.expected.set(row, text);
    }
    return [...columns.values()].map(({ grid, column, expected }) => {
      const rows = [...expected.keys()];
      const top = rows.reduce((least, row) => Math.min(least, row), Infinity);
      const bottom = rows.reduce((most, row) => Math.max(most, row), 0);
      return { kind: 'expect', grid, area: { top, bottom, left: column, right: column }, expected };
    });
  }

  private ofStep(step: PlanStep): Question[] {
    if (step.kind === 'fill') {
      return runsOfCells(step.cells).map((area) => ({
        kind: 'contents',
        grid: this.gridOf(step.sheet),
        area,
        unlocked: true,
      }));
    }
    if (step.kind !== 'write') return [];
    const grid = this.gridOf(step.sheet);
    const area = writtenArea(step);
    if (!area) return [];
    const results = this.places(grid.name, (name) => name.startsWith('result.'));
    const fills = this.places(grid.name, (name) => name.startsWith('fill.'));
    const ours = [...results, ...fills];
    const strips = this.places(grid.name, (name) => name.startsWith('before.excel.'));
    const questions: Question[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const strip: Area = { ...area, left: column, right: column };
      const overlaps = (areas: readonly Area[]) => areas.filter((one) => areasOverlap(one, strip));
      for (const part of rowsOutside(strip, overlaps(ours))) questions.push({ kind: 'blank', grid, area: part });
      for (const part of overlaps(results).flatMap((one) => intersection(one, strip) ?? [])) {
        if (!grid.used) questions.push({ kind: 'contents', grid, area: part });
        else this.contents.push({ sheetId: grid.id, area: part, cells: contentsRead(grid, part) });
      }
      for (const part of overlaps(fills).flatMap((one) => intersection(one, strip) ?? [])) {
        questions.push({ kind: 'contents', grid, area: part });
      }
      const look = lookOf(step, column - area.left);
      const isValidated = (step.validations ?? []).some((one) => one.area.left <= column && one.area.right >= column);
      for (const part of rowsOutside(strip, overlaps(strips))) {
        questions.push({ kind: 'format', grid, area: part, look, isValidated });
      }
    }
    return questions;
  }

  private places(sheet: string, isWanted: (name: string) => boolean): Area[] {
    return this.marks.flatMap(({ name, place }) => (place?.sheet === sheet && isWanted(name) ? place.area : []));
  }

  private gridOf(name: string): GridSheet {
    const grid = this.grids.get(name);
    if (!grid) throw REFUSALS.missingSheet(name);
    return grid;
  }
}

/** Our own results as they were read; they hold no formulas. */
function contentsRead(grid: GridSheet, area: Area): NonNullable<Contents['cells']> {
  const values = Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
    Array.from({ length: area.right - area.left + 1 }, (_unused, across) =>
      grid.rawValue(area.top + down, area.left + across),
    ),
  );
  return { formulas: values, values };
}

export function lookOf({ block }: Extract<PlanStep, { kind: 'write' }>, across: number): LookName {
  return typeof block.look === 'string' ? block.look : (block.look[across] ?? 'text');
}

/** The cells that a step writes; null for none. */
export function writtenArea({ block, widths }: Extract<PlanStep, { kind: 'write' }>): Area | null {
  const width = Math.max(0, widths?.length ?? 0, ...block.values.map((row) => row.length));
  if (width === 0 || block.values.length === 0) return null;
  const { top, left } = block;
  return { top, left, bottom: top + block.values.length - 1, right: left + width - 1 };
}

/** Cells of one column that stand below each other, together. */
export function runsOfCells(cells: readonly { readonly row: number; readonly column: number }[]): Area[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.left === column && row <= last.bottom + 1)
      runs[runs.length - 1] = { ...last, bottom: Math.max(row, last.bottom) };
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  return runs;
}

/** Only these questions are answered with a value a cell. */
function cellsOf({ kind, area }: Question): number {
  const count = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  return kind === 'blank' || kind === 'format' ? 10 : kind === 'contents' ? count * 2 : count;
}

function inPieces(question: Question): Question[] {
  const rows = kindRows(question);
  const { area } = question;
  if (area.bottom - area.top < rows) return [question];
  const pieces: Question[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) {
    const part = { ...area, top, bottom: Math.min(top + rows - 1, area.bottom) };
    pieces.push(
      question.kind === 'expect'
        ? {
            ...question,
            area: part,
            expected: new Map([...question.expected].filter(([row]) => row >= part.top && row <= part.bottom)),
          }
        : { ...question, area: part },
    );
  }
  return pieces;
}

function kindRows({ kind }: Question): number {
  return kind === 'expect' || kind === 'contents' ? 20_000 : Infinity;
}
