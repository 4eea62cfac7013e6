// Owns what a plan becomes in Excel. `build` can be taken back: sheets are added, columns written, rules laid, and until then
// nothing is deleted. `commit` then takes away what is old; once begun it is carried through. Must not send anything.
import { areasOverlap, columnLetters, type Area } from '../../sheet/address';
import type { Mark, NewSheet, Plan, PlanStep } from '../port';
import { BEFORE, freshStripName, marksOfStrip, namesOfStrip, stripsOf, widthsBeforeFile, type Strip } from './before';
import { entered, enteredAgain } from './cells';
import { coloursSize, deleteRule, layColours } from './colours';
import { REFUSALS } from './errors';
import { setFormat, widthInPoints } from './formats';
import { runsOfCells, writtenArea, type Inspection, type SheetState, type WorkbookState } from './inspect';
import { layValidation, newSheetOperations } from './new-sheet';
import { blockOperations, type Operation } from './operations';
import { formulaOfMark, intersection, MARK_PREFIX, rowsOutside } from './places';
import { rangeOf } from './read';

type Step<Kind extends PlanStep['kind']> = Extract<PlanStep, { kind: Kind }>;

/** Stands in the workbook while a plan is applied, and says how far it got. */
export const APPLYING = 'applying';
/** Names a sheet ours while it is built; should all else fail, the next run finds it and replaces it. */
const BUILDING = 'sheet.building.';

const phaseMark = (text: 'build' | 'commit'): Mark => ({ name: APPLYING, place: null, text });

export class Changes {
  private readonly sheetIds: ReadonlyMap<string, string>;
  private readonly originalNames: ReadonlyMap<string, string>;
  private readonly added: readonly NewSheet[];
  private readonly writes: readonly Step<'write'>[];
  private readonly strips: readonly Strip[];
  /** Every mark that the plan sets, by its last word; null: taken out. */
  private readonly marks = new Map<string, Mark | null>();
  private readonly firstBuilding: number;

  constructor(
    private readonly plan: Plan,
    private readonly before: Inspection,
  ) {
    this.sheetIds = new Map(before.sheets.map(({ name, id }) => [name, id]));
    this.originalNames = new Map(before.sheets.map(({ name, id }) => [id, name]));
    this.added = plan.steps.flatMap((step) => (step.kind === 'addSheets' ? step.sheets : []));
    this.writes = this.stepsOf('write');
    const building = before.marks.filter(({ name }) => name.startsWith(BUILDING));
    this.firstBuilding = Math.max(0, ...building.map(({ name }) => Number(name.slice(BUILDING.length)) || 0)) + 1;
    this.strips = this.freshStrips();
    for (const strip of this.strips) for (const mark of marksOfStrip(strip)) this.marks.set(mark.name, mark);
    for (const step of plan.steps) {
      if (step.kind === 'mark') for (const mark of step.marks) this.marks.set(mark.name, mark);
      if (step.kind === 'unmark') for (const name of step.names) this.marks.set(name, null);
    }
    this.refuseTakenNames();
  }

  get isEmpty(): boolean {
    return this.plan.steps.length === 0;
  }

  /** Sheets added or removed cannot be undone in one step with the rest. */
  get isUndoable(): boolean {
    return (
      this.plan.steps.every(({ kind }) => kind !== 'removeSheets' && kind !== 'renameSheets') &&
      this.added.every((one) => !one.isLocked)
    );
  }

  /** Ids of the sheets whose colour rules are replaced. */
  get ruledSheets(): string[] {
    return [...this.before.rules.keys()];
  }

  build(): Operation[] {
    return [
      this.markOperation([phaseMark('build')], this.before.marks),
      this.markOperation(this.earlyMarks(), this.before.marks),
      ...this.renames(true).map(({ id, to }) => renameOperation(id, to)),
      ...this.added.flatMap((sheet, index) =>
        newSheetOperations(sheet, (added) => {
          const name = MARK_PREFIX + this.buildingName(index);
          const item = added.context.workbook.names.add(name, added.getRange('A1'));
          item.visible = false;
        }),
      ),
      ...this.strips.flatMap((strip) => this.stripOperations(strip)),
      ...this.writes.flatMap((step) => this.writeOperations(step)),
      ...this.stepsOf('fill').flatMap((step) => this.fillOperations(step)),
      ...this.stepsOf('colour').map((step) => this.colourOperation(step)),
    ];
  }

  /** Names of an earlier run that broke off may still be there. */
  private buildingName(index: number): string {
    return `${BUILDING}${this.firstBuilding + index}`;
  }

  /** The workbook as `build` leaves it, as far as the commit needs to know. */
  afterBuild(): WorkbookState {
    const building = this.added.map((_, index): Mark => ({ name: this.buildingName(index), place: null, text: '' }));
    const set = [phaseMark('build'), ...this.earlyMarks(), ...building];
    const kept = this.before.marks.filter((old) => !set.some(({ name }) => name === old.name));
    return { ...this.before, marks: [...kept, ...set] };
  }

  /** Safe to send again: what is gone already in `now` is left out. */
  commit(now: WorkbookState): Operation[] {
    const ids = new Set(now.sheets.map(({ id }) => id));
    const late = [...this.marks.values()].flatMap((mark) => mark ?? []);
    const gone = [...this.marks].flatMap(([name, mark]) => (mark ? [] : name));
    const present = now.marks.map(({ name }) => name);
    const building = present.filter((name) => name.startsWith(BUILDING));
    const restored = this.stepsOf('erase').flatMap((step) => this.eraseOperations(step, now.marks));
    return [
      this.markOperation([phaseMark('commit')], now.marks),
      ...this.oldRules(now),
      ...restored,
      ...this.removals().flatMap((id) => (ids.has(id) ? removeOperation(id) : [])),
      ...this.renames(false).map(({ id, to }) => renameOperation(id, to)),
      unmarkOperation([...gone, ...this.droppedStrips()], present),
      this.markOperation(late, now.marks),
      unmarkOperation([...building, APPLYING], present),
    ];
  }

  /** Takes back what `build` did, as far as it got. A sheet that is protected by now refused it all. */
  rollback(now: WorkbookState): Operation[] {
    const names = new Set(this.added.map(({ name }) => name));
    const isNew = ({ id, name }: SheetState) => !this.originalNames.has(id) && names.has(name);
    const open = new Set(now.sheets.flatMap(({ id, isProtected }) => (isProtected ? [] : id)));
    const touched = new Set([
      ...this.marks.keys(),
      APPLYING,
      ...this.added.map((_, index) => `${BUILDING}${index + 1}`),
    ]);
    const old = this.before.marks.filter(({ name }) => touched.has(name) && name !== APPLYING);
    const surplus = [...touched].filter((name) => !old.some((mark) => mark.name === name));
    return [
      ...now.sheets.filter(isNew).map(({ id }) => removeOperation(id)),
      ...now.sheets.flatMap(({ id, name }) => {
        const original = this.originalNames.get(id);
        return original !== undefined && original !== name && this.isRenamed(id) ? renameOperation(id, original) : [];
      }),
      ...this.newRules(now, open),
      ...this.before.contents.filter(({ sheetId }) => open.has(sheetId)).map(contentsOperation),
      ...this.strips
        .filter(({ sheet }) => open.has(this.idOf(sheet)))
        .map((strip) => this.restoreOperation(strip, strip.area, true)),
      this.markOperation(old, now.marks),
      unmarkOperation(
        surplus,
        now.marks.map(({ name }) => name),
      ),
    ];
  }

  /** Whether the plan has been carried out although Excel's answer was lost. Nothing is half done when this is asked. */
  isDone(now: WorkbookState): boolean {
    if (this.added.length > 0) {
      const names = new Set(this.added.map(({ name }) => name));
      return now.sheets.some(({ id, name }) => names.has(name) && !this.originalNames.has(id));
    }
    const gone = [...this.marks].filter(([name, mark]) => !mark && this.before.marks.some((old) => old.name === name));
    if (gone.length > 0) return gone.every(([name]) => !now.marks.some((mark) => mark.name === name));
    if (this.stepsOf('colour').some(({ colours }) => colours.length > 0)) return this.newRuleIds(now).length > 0;
    const set = [...this.marks.values()].flatMap((mark) => mark ?? []);
    return (
      set.length > 0 &&
      set.every((mark) => now.marks.some((one) => one.name === mark.name && formulaOfMark(one) === formulaOfMark(mark)))
    );
  }

  private stepsOf<Kind extends PlanStep['kind']>(kind: Kind): Step<Kind>[] {
    return this.plan.steps.filter((step): step is Step<Kind> => step.kind === kind);
  }

  private idOf(name: string): string {
    const id = this.sheetIds.get(name);
    if (id === undefined) throw REFUSALS.missingSheet(name);
    return id;
  }

  // --- sheets ---

  /** Renames before anything is removed make room for new sheets; those after it are part of the commit. */
  private renames(isEarly: boolean): { id: string; to: string }[] {
    const removal = this.plan.steps.findIndex(({ kind }) => kind === 'removeSheets');
    return this.plan.steps.flatMap((step, index) => {
      if (step.kind !== 'renameSheets') return [];
      if ((removal < 0 || index < removal) !== isEarly) return [];
      return step.names.map(({ from, to }) => ({ id: this.idAt(from, index), to }));
    });
  }

  private isRenamed(id: string): boolean {
    return [...this.renames(true), ...this.renames(false)].some((one) => one.id === id);
  }

  /** The sheet that is called so when the plan has come to this step. */
  private idAt(name: string, step: number): string {
    let wanted = name;
    for (const earlier of this.plan.steps.slice(0, step).reverse()) {
      if (earlier.kind !== 'renameSheets') continue;
      wanted = earlier.names.find(({ to }) => to === wanted)?.from ?? wanted;
    }
    return this.sheetIds.get(wanted) ?? wanted;
  }

  private removals(): string[] {
    return this.plan.steps.flatMap((step, index) =>
      step.kind === 'removeSheets' ? step.names.map((name) => this.idAt(name, index)) : [],
    );
  }

  private refuseTakenNames(): void {
    const ours = new Set(
      this.before.marks.flatMap(({ name, place }) => (name.startsWith('sheet.') && place ? place.sheet : [])),
    );
    for (const id of this.removals()) {
      const name = this.originalNames.get(id);
      if (name === undefined) throw REFUSALS.missingSheet(id);
      if (!ours.has(name)) throw REFUSALS.notOurs(name);
    }
    const early = new Map(this.renames(true).map(({ id, to }) => [id, to]));
    const taken = new Set(this.before.sheets.map(({ id, name }) => (early.get(id) ?? name).toLowerCase()));
    for (const { name } of this.added) {
      if (taken.has(name.toLowerCase())) throw REFUSALS.nameTaken(name);
      taken.add(name.toLowerCase());
    }
  }

  // --- marks ---

  /** Marks on the clerk's own sheets come first: whatever happens then, our cells are known as ours. */
  private earlyMarks(): Mark[] {
    const names = new Set(this.added.map(({ name }) => name));
    return [...this.marks.values()].flatMap((mark) =>
      mark && !(mark.place && names.has(mark.place.sheet)) ? mark : [],
    );
  }

  private markOperation(marks: readonly Mark[], present: readonly Mark[]): Operation {
    const known = new Map(present.map((mark) => [mark.name, mark]));
    const newSheets = new Set(this.added.map(({ name }) => name));
    const changed = marks.filter((mark) => {
      const old = known.get(mark.name);
      // A name follows its sheet: what read so before may have gone with an old sheet of the same name.
      if (mark.place && newSheets.has(mark.place.sheet)) return true;
      return !old || formulaOfMark(old) !== formulaOfMark(mark);
    });
    return {
      size: changed.length * 500,
      run: ({ workbook }) => {
        for (const mark of changed) {
          const formula = formulaOfMark(mark);
          if (known.has(mark.name)) workbook.names.getItem(MARK_PREFIX + mark.name).formula = formula;
          else workbook.names.add(MARK_PREFIX + mark.name, formula).visible = false;
        }
      },
    };
  }

  // --- cells ---

  private freshStrips(): Strip[] {
    const taken = new Set(this.before.marks.map(({ name }) => name));
    const widened = new Set(
      this.before.strips.flatMap(({ sheet, area, was }) => (was.width === undefined ? [] : `${sheet} ${area.left}`)),
    );
    return this.before.fresh.flatMap(({ sheet, area, old, width, isValidated }) => {
      const key = `${sheet} ${area.left}`;
      const setsWidth = this.widthOf(sheet, area.left) !== null && !widened.has(key);
      if (setsWidth) widened.add(key);
      const was = { ...(setsWidth && { width }), formats: old, ...(isValidated && { validated: true }) };
      if (!setsWidth && Object.keys(old).length === 0 && !isValidated) return [];
      return { name: freshStripName(taken), sheet, area, was };
    });
  }

  /** The width in characters that the plan gives a column; null for none. */
  private widthOf(sheet: string, column: number): number | null {
    for (const step of this.writes) {
      const width = step.sheet === sheet ? step.widths?.[column - step.block.left] : undefined;
      if (width !== undefined && width !== null) return width;
    }
    return null;
  }

  private stripOperations({ sheet, area }: Strip): Operation[] {
    const fresh = this.before.fresh.find((one) => one.sheet === sheet && one.area === area);
    const id = this.idOf(sheet);
    if (!fresh) return [];
    return [
      {
        size: 2500,
        run: ({ workbook }) => setFormat(rangeOf(workbook.worksheets.getItem(id), area), fresh.wanted),
      },
    ];
  }

  private writeOperations(step: Step<'write'>): Operation[] {
    const area = writtenArea(step);
    if (!area) return [];
    const id = this.idOf(step.sheet);
    const sheetIn = ({ workbook }: Excel.RequestContext) => workbook.worksheets.getItem(id);
    const widths = step.widths ?? [];
    const validated = (step.validations ?? []).filter((one) => this.mayValidate(step.sheet, one.area));
    return [
      {
        size: 300 + widths.length * 400,
        run: (context) => {
          widths.forEach((width, across) => {
            if (width === null) return;
            const cell = sheetIn(context).getCell(area.top, area.left + across);
            cell.getEntireColumn().format.columnWidth = widthInPoints(width);
          });
        },
      },
      ...blockOperations(sheetIn, step.block, entered),
      {
        size: validated.length * 900,
        run: (context) => {
          for (const one of validated) layValidation(rangeOf(sheetIn(context), one.area), one);
        },
      },
    ];
  }

  /** Only where there was no rule of the clerk's, or where the rule is ours. */
  private mayValidate(sheet: string, area: Area): boolean {
    const strips = [...this.strips, ...this.before.strips];
    return strips.some((strip) => strip.sheet === sheet && strip.was.validated && areasOverlap(strip.area, area));
  }

  private fillOperations({ sheet, cells }: Step<'fill'>): Operation[] {
    const id = this.idOf(sheet);
    const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
    return runsOfCells(cells).flatMap((area) => {
      const values = Array.from({ length: area.bottom - area.top + 1 }, (_, down) => [
        byPlace.get(`${area.top + down} ${area.left}`) ?? null,
      ]);
      const block = { top: area.top, left: area.left, values, look: 'input' as const };
      return blockOperations(({ workbook }) => workbook.worksheets.getItem(id), block, entered);
    });
  }

  private eraseOperations({ sheet, area }: Step<'erase'>, marks: readonly Mark[]): Operation[] {
    const id = this.sheetIds.get(sheet);
    if (id === undefined) return [];
    const rewritten = this.writes.flatMap((step) => (step.sheet === sheet ? (writtenArea(step) ?? []) : []));
    const isWhole = !rewritten.some((one) => areasOverlap(one, area));
    const columns = Array.from({ length: area.right - area.left + 1 }, (_, across) => area.left + across);
    const parts = isWhole
      ? [area]
      : columns.flatMap((column) => {
          const strip = { ...area, left: column, right: column };
          return rowsOutside(
            strip,
            rewritten.filter((one) => areasOverlap(one, strip)),
          );
        });
    const touched = stripsOf(marks).filter(
      (strip) => strip.sheet === sheet && this.before.strips.some(({ name }) => name === strip.name),
    );
    const fileWidths = widthsBeforeFile(this.before.marks);
    const widened = columns.flatMap((column) => {
      const width = fileWidths.get(columnLetters(column));
      const isOurs = this.before.strips.some((strip) => strip.sheet === sheet && strip.area.left === column);
      return width === undefined || isOurs || this.widthOf(sheet, column) !== null ? [] : { column, width };
    });
    const widths: Operation = {
      size: widened.length * 500,
      run: ({ workbook }) => {
        for (const { column, width } of widened) {
          setWidth(workbook.worksheets.getItem(id).getCell(0, column).getEntireColumn(), width);
        }
      },
    };
    const cleared = parts.flatMap((part): Operation[] => [
      {
        size: 500,
        run: ({ workbook }: Excel.RequestContext) =>
          rangeOf(workbook.worksheets.getItem(id), part).clear(Excel.ClearApplyTo.contents),
      },
      ...touched.flatMap((strip) => {
        const both = intersection(strip.area, part);
        return both ? this.restoreOperation(strip, both, this.widthOf(sheet, both.left) === null) : [];
      }),
    ]);
    return [...cleared, widths];
  }

  private restoreOperation({ sheet, was }: Strip, area: Area, restoresWidth: boolean): Operation {
    const id = this.idOf(sheet);
    return {
      size: 3000,
      run: ({ workbook }) => {
        const range = rangeOf(workbook.worksheets.getItem(id), area);
        setFormat(range, was.formats);
        if (was.validated) range.dataValidation.clear();
        if (was.width !== undefined && restoresWidth) setWidth(range.getEntireColumn(), was.width);
      },
    };
  }

  /** Names of strips whose cells are all erased and not written again, or whose sheet is gone. */
  private droppedStrips(): string[] {
    const erased = this.stepsOf('erase');
    const orphans = this.before.marks.flatMap(({ name, place, text }) =>
      name.startsWith(BEFORE) && !place && text === null ? namesOfStrip({ name }) : [],
    );
    const dropped = this.before.strips.filter(
      (strip) =>
        erased.some(({ sheet, area }) => sheet === strip.sheet && areasOverlap(area, strip.area)) &&
        !this.writes.some((step) => {
          const area = writtenArea(step);
          return step.sheet === strip.sheet && area !== null && areasOverlap(area, strip.area);
        }),
    );
    return [...orphans, ...dropped.flatMap(namesOfStrip)];
  }

  // --- colour rules ---

  private colourOperation({ sheet, colours }: Step<'colour'>): Operation {
    const id = this.idOf(sheet);
    const others = (this.before.rules.get(id) ?? []).filter(({ isOurs }) => !isOurs).length;
    return {
      size: 300 + coloursSize(colours, true),
      run: ({ workbook }) => layColours(workbook.worksheets.getItem(id), colours, others, true),
    };
  }

  private oldRules(now: WorkbookState): Operation[] {
    return [...this.before.rules].flatMap(([id, rules]) => {
      const present = new Set(now.rules.get(id)?.map((rule) => rule.id));
      return rules
        .filter((rule) => rule.isOurs && present.has(rule.id))
        .map(
          (rule) =>
            ({
              size: 700,
              run: ({ workbook }) => deleteRule(workbook.worksheets.getItem(id), rule.id),
            }) satisfies Operation,
        );
    });
  }

  private newRuleIds(now: WorkbookState): { sheet: string; rule: string }[] {
    return [...now.rules].flatMap(([sheet, rules]) => {
      const old = new Set(this.before.rules.get(sheet)?.map((rule) => rule.id));
      return rules.flatMap((rule) =>
        (rule.isOurs || rule.isUnfinished) && !old.has(rule.id) ? { sheet, rule: rule.id } : [],
      );
    });
  }

  private newRules(now: WorkbookState, open: ReadonlySet<string>): Operation[] {
    const found = this.newRuleIds(now).filter(({ sheet }) => open.has(sheet));
    return found.map(({ sheet, rule }) => ({
      size: 700,
      run: ({ workbook }) => deleteRule(workbook.worksheets.getItem(sheet), rule),
    }));
  }
}

/** In points; null for the standard width. */
function setWidth({ format }: Excel.Range, width: number | null): void {
  if (width === null) format.useStandardWidth = true;
  else format.columnWidth = width;
}

function renameOperation(id: string, to: string): Operation {
  return { size: 400, run: ({ workbook }) => void (workbook.worksheets.getItem(id).name = to) };
}

function removeOperation(id: string): Operation {
  return { size: 400, run: ({ workbook }) => workbook.worksheets.getItem(id).delete() };
}

function unmarkOperation(names: readonly string[], present: readonly string[]): Operation {
  const found = names.filter((name) => present.includes(name));
  return {
    size: found.length * 400,
    run: ({ workbook }) => {
      for (const name of found) workbook.names.getItem(MARK_PREFIX + name).delete();
    },
  };
}

function contentsOperation({ sheetId, area, cells }: Inspection['contents'][number]): Operation {
  const matrix = cells?.formulas.map((row, down) =>
    row.map((formula, across) => enteredAgain(formula, cells.values[down]?.[across] ?? '')),
  );
  return {
    size: 500 + (matrix ? JSON.stringify(matrix).length * 2 : 0),
    run: ({ workbook }) => {
      const range = rangeOf(workbook.worksheets.getItem(sheetId), area);
      if (matrix) range.formulas = matrix;
      else range.clear(Excel.ClearApplyTo.contents);
    },
  };
}
