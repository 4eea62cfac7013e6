// Owns the reading of one row's department cells: cell → organisations with roles and notes. Identity stands in identity.ts.
import type { DepartmentCells, DepartmentReading, DepartmentRole, Organisation } from './department';
import type { Sentence } from '../text/sentence';
import { outsideBrackets, partsOf, unwrapBrackets } from './brackets';
import { connectorsIn } from './connectors';
import { LONGEST_NAME, cutCell } from './cut';
import type { Strength } from './cut';
import { loneDuty, readLabel, readPhrase } from './duty';
import { isKnownMerger, isKnownName, mergerKey } from './known';
import {
  endsWithPlace,
  isBodysOffice,
  isCollective,
  isCompleteName,
  isGoverningBody,
  leadingLevel,
  namesOnlyPlaces,
} from './name';
import { BRACKET_TAILS, NOBODY, OFFICE, REPEATED_ENDINGS, SAME_AS_ABOVE, ZONE_BODY_ENDINGS } from './vocabulary';
import type { Duty } from './vocabulary';

/** What stands in a cell, in order, before roles are settled. */
type Item =
  | { readonly kind: 'name'; readonly name: string; readonly note: string | null; readonly duty: Duty | null }
  | { readonly kind: 'duty'; readonly duty: Duty }
  | { readonly kind: 'label'; readonly duty: Duty | null }
  | { readonly kind: 'clauseEnd' }
  | { readonly kind: 'above' }
  | { readonly kind: 'caveat'; readonly caveat: Sentence };

/** Names that the workbook also writes as one (`区教育和体育局`), by `mergerKey`. */
export type KnownMergers = ReadonlySet<string>;

// ------------------------------------------------------------------------------------------------ phrase → items

const caveat = (zh: string, en: string): Item => ({ kind: 'caveat', caveat: { zh, en } });

/**
 * The phrase cut at every 和 between two complete names. `区教育局和体育局` stays whole where the workbook, or only the second
 * half lacking its level and the table of names, says that it is one bureau.
 */
const cutAtConnectors = (text: string, mergers: KnownMergers): string[] => {
  if (text.length > LONGEST_NAME) return [text];
  const connectors = connectorsIn(text);
  const phrases: string[] = [];
  let start = 0;
  connectors.forEach(({ index, length }, which) => {
    const left = nameOf(text.slice(start, index));
    const right = nameOf(text.slice(index + length));
    const pair = nameOf(text.slice(start, connectors[which + 1]?.index));
    const isHalf = leadingLevel(left) !== '' && leadingLevel(right) === '';
    const isOne =
      mergers.has(mergerKey(pair)) ||
      (isHalf && isKnownMerger(pair)) ||
      (isGoverningBody(left) && isBodysOffice(right));
    const isName = isCompleteName(right) || right === OFFICE || (isCollective(left) && namesOnlyPlaces(right));
    const isLeading = index === start && (leadingLevel(right) !== '' || isCollective(right) || isKnownName(right));
    if (!isLeading && (!isCompleteName(left) || !isName || isOne)) return;
    if (!isLeading) phrases.push(text.slice(start, index));
    start = index + length;
  });
  return [...phrases, text.slice(start)];
};
const nameOf = (text: string): string => readPhrase(outsideBrackets(text)).name;

/** A name being read, with what its brackets said. */
interface Draft {
  /** As written, brackets that belong to it included. */
  name: string;
  /** Without brackets. */
  plain: string;
  brackets: string[];
  notes: string[];
  duty: Duty | null;
  /** Names found in its brackets. */
  inner: Item[];
}
const emptyDraft = (duty: Duty | null = null): Draft => ({
  name: '',
  plain: '',
  brackets: [],
  notes: [],
  duty,
  inner: [],
});

/** Blanks beside a Chinese mark say nothing. */
const withoutStrayBlanks = (text: string): string => text.trim().replace(/\s*([、，；：。])\s*/gu, '$1');

/**
 * Marks before and behind a name: ★, —, …, a full stop; not `××` and `○○`, which stand for a name. Behind it no more than
 * forty, or a long run of marks that ends in none would be looked at from each of them anew.
 */
const STRAY_MARKS =
  /^(?:(?!○○)[^\p{L}\p{N}×（(“"《〔[【〃″])+|(?<![×○])(?!××|○○)[^\p{L}\p{N}）)”"》〕\]】〃″]{1,40}$/gu;
/** Left of `一、区卫健局` when cut at 、. */
const isNumbering = (name: string): boolean => /^[一二三四五六七八九十]{1,3}$/u.test(name);

const finished = (draft: Draft): Item[] => {
  const { duty } = draft;
  const name = draft.name.replace(/([^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])/gu, '$1').replace(STRAY_MARKS, '');
  if (SAME_AS_ABOVE.includes(name)) return [{ kind: 'above' }];
  if (NOBODY.includes(name))
    return [caveat(`责任部门写的是“${name}”，没有列出单位`, `The department cell says “${name}” and names nobody`)];
  if (!/\p{L}/u.test(name) || isNumbering(name)) return [...namesInBracketsAlone(draft), ...draft.inner];
  const note = [...draft.notes, ...draft.brackets.map((raw) => raw.slice(1, -1))].map(withoutStrayBlanks).join('；');
  return [{ kind: 'name', name, note: note === '' ? null : note, duty }, ...draft.inner];
};

/** `（区卫健局）、（区财政局）`: with no name before it, a bracket of complete names holds them. */
const namesInBracketsAlone = ({ brackets, duty }: Draft): Item[] =>
  brackets
    .flatMap((raw) => withDuties(itemsOfCell(raw.slice(1, -1), new Set(), true)))
    .filter(({ name }) => isCompleteName(name))
    .map((named) => ({ kind: 'name', ...named, duty: named.duty ?? duty }));

/** What one bracket says about the name before it: its duty, more names, a kind of place, or a note. */
const readBracket = (draft: Draft, inside: string, raw: string, isNested: boolean): void => {
  if (inside === '' || BRACKET_TAILS.includes(inside)) return;
  const [head = '', ...rest] = inside.split(/[，,；;、]/u).map((part) => part.trim());
  const duty = loneDuty(head);
  const names = isNested || duty !== null ? [] : namesInBracket(inside);
  if (duty !== null) draft.duty = duty;
  if (duty !== null && rest.join('').length > 2) draft.notes.push(rest.join('、'));
  if (duty !== null) return;
  if (names.length > 0) draft.inner.push(...names);
  else if (endsWithPlace(draft.plain) && namesOnlyPlaces(inside)) draft.name += raw;
  else draft.brackets.push(raw);
};

/** Names with a duty of their own inside a bracket: `（配合单位：区教育局、区财政局）`, `（区教育局配合）`. */
const namesInBracket = (inside: string): Item[] => {
  const read = readPhrase(inside);
  const hasLabel = /[:：]/u.test(inside) && readLabel(inside) !== null;
  const hasDuty = read.duty !== null && read.object === '' && isCompleteName(read.name);
  return hasLabel || hasDuty
    ? withDuties(itemsOfCell(inside, new Set(), true)).map((named) => ({ kind: 'name', ...named }))
    : [];
};

/** `由区卫健局负责`, `本项工作由各镇街落实`, `以区卫健局为主`: from the name on. */
const withoutLead = (phrase: string): string =>
  readPhrase(outsideBrackets(phrase)).duty === null
    ? phrase
    : phrase.replace(/^(?:(?:[本该此][项条]?(?:工作|任务|指标))?由|以)/u, '');

/** One phrase with no 和 between names. */
const itemsOfPhrase = (phrase: string, isNested: boolean): Item[] => {
  const items: Item[] = [];
  let draft = emptyDraft();
  const next = (): void => {
    items.push(...finished(draft));
    draft = emptyDraft();
  };
  for (const part of partsOf(withoutLead(phrase))) {
    if (part.kind === 'bracket') {
      if (/^\d{1,2}$/u.test(part.inside)) next();
      else readBracket(draft, part.inside, part.raw, isNested);
      continue;
    }
    const read = readPhrase(draft.plain + part.text.trim());
    const more = read.name.slice(draft.plain.length);
    const hasBracketDuty = draft.plain !== '' && (draft.duty !== null || draft.inner.length > 0);
    if (
      more !== '' &&
      isCompleteName(draft.plain) &&
      isCompleteName(more) &&
      (hasBracketDuty || leadingLevel(more) !== '' || areAlike(draft.plain, more))
    )
      next();
    draft.name += more === '' ? '' : draft.brackets.splice(0).join('') + more;
    draft.plain += more;
    if (read.duty === null) continue;
    const isNextName =
      (leadingLevel(read.object) !== '' || draft.plain === '') && isCompleteName(readPhrase(read.object).name);
    if (read.object !== '' && !isNextName) draft.notes.push(read.object);
    next();
    items.push({ kind: isNextName && items.length === 0 ? 'label' : 'duty', duty: read.duty });
    if (isNextName) items.push(...itemsOfPhrase(read.object, true));
  }
  next();
  return items;
};

/** Two names the table knows, of one kind (`卫健局（疾控）教体局（学校）`). */
const areAlike = (a: string, b: string): boolean => a.at(-1) === b.at(-1) && isKnownName(a) && isKnownName(b);

/** Longer than any list of departments; a text pasted by mistake is kept whole, and said to be too long. */
const LONGEST_CELL = 3000;

const tooLong = (cell: string): Item[] => [
  { kind: 'name', name: cell, note: null, duty: null },
  caveat(
    `责任部门单元格有${cell.length}个字，太长，未拆分`,
    `The department cell has ${cell.length} characters, too many to split; it is kept whole`,
  ),
];

/** A cell's items in order. */
const itemsOfCell = (cell: string, mergers: KnownMergers, isNested = false): Item[] => {
  if (cell.length > LONGEST_CELL) return tooLong(cell.trim());
  const { pieces, sentences } = cutCell(unwrapBrackets(cell.trim()));
  const items: Item[] = [];
  let isPerson = false;
  let before: Strength = 'clause';
  for (const { text, after } of pieces) {
    const label = readLabel(text);
    const isBare = label !== null && label.rest === '' && !label.isMarked;
    if (label !== null) isPerson = label.isPerson;
    else if (isCompleteName(text)) isPerson = false;
    if (isPerson)
      items.push(
        caveat(`“${text}”是人员或电话，未列为部门`, `“${text}” is a person or a telephone number, not a department`),
      );
    else if (isBare && before === 'blank' && label.duty !== null && !items.some(({ kind }) => kind === 'label'))
      items.push({ kind: 'duty', duty: label.duty });
    else if (isBare && (before === 'list' || after === 'list'))
      items.push({ kind: 'name', name: text, note: null, duty: null });
    else {
      if (label !== null) items.push({ kind: 'label', duty: label.duty });
      for (const phrase of cutAtConnectors(label?.rest ?? text, mergers))
        items.push(...itemsOfPhrase(phrase, isNested));
    }
    if (after === 'clause') items.push({ kind: 'clauseEnd' });
    before = after;
  }
  for (const sentence of sentences)
    items.push(
      caveat(
        `“${sentence}”是对其他各行的说明，未列为部门`,
        `“${sentence}” speaks of other rows and names no department of this one`,
      ),
    );
  return items;
};

// ------------------------------------------------------------------------------------------------ items → roles

interface Named {
  readonly name: string;
  readonly note: string | null;
  readonly duty: Duty | null;
}

/**
 * Gives every name the duty that is said of it: its own bracket's, else the verb's behind it, else the label's before.
 * A verb speaks of the names of its clause; once a verb has been met, of all names since (`A牵头，B，C配合`).
 */
const withDuties = (items: readonly Item[]): Named[] => {
  const names: { name: string; note: string | null; duty: Duty | null; label: Duty | null; endsClause: boolean }[] = [];
  let label: Duty | null = null;
  let first = 0;
  let wasDuty = false;
  for (const item of items) {
    const last = names.at(-1);
    if (item.kind === 'name') names.push({ ...item, label, endsClause: false });
    else if (item.kind === 'clauseEnd' && last !== undefined) last.endsClause = true;
    else if (item.kind === 'label') [label, first, wasDuty] = [item.duty, names.length, false];
    else if (item.kind === 'duty') {
      if (names.length === first) label = item.duty;
      for (let index = names.length - 1; index >= first; index -= 1) {
        const named = names[index];
        if (named === undefined || (index < names.length - 1 && named.endsClause && !wasDuty)) break;
        named.duty ??= item.duty;
      }
      [first, wasDuty] = [names.length, true];
    }
  }
  return names.map(({ name, note, duty, label: said }) => ({ name, note, duty: duty ?? said }));
};

type Column = 'departments' | 'support';
const roleOf = (
  duty: Duty | null,
  column: Column,
  everyoneLeads: boolean,
  hasLead: boolean,
  hasSupport: boolean,
): DepartmentRole => {
  if (duty === 'lead') return 'lead';
  if (duty === 'support' || column === 'support') return 'support';
  if (everyoneLeads) return 'lead';
  return hasSupport && !(duty === null && hasLead) ? 'lead' : 'joint';
};

// ------------------------------------------------------------------------------------------------ the row

const isRunTogether = (name: string): boolean => {
  if (connectorsIn(name).length > 0) return false;
  const plain = outsideBrackets(name);
  const endings = REPEATED_ENDINGS.find((group) => group.some((word) => plain.endsWith(word))) ?? [];
  return endings.some((ending) => {
    const at = plain.indexOf(ending);
    const end = at + ending.length;
    if (at <= 0 || end >= plain.length || plain.endsWith(`分${ending}`)) return false;
    const rest = plain.slice(end);
    return !endings.includes(rest) && isCompleteName(plain.slice(0, end)) && isCompleteName(rest);
  });
};

const namesOneBody = (name: string): boolean => ZONE_BODY_ENDINGS.some((ending) => name.endsWith(ending));
/** A kind of place behind 各… is as many (`各镇街、开发区`); the body of a zone is one (`各镇街、高新区管委会`). */
const markCollectives = (organisations: readonly Organisation[]): Organisation[] => {
  let isEach = false;
  return organisations.map((organisation) => {
    isEach =
      organisation.collective || (isEach && namesOnlyPlaces(organisation.name) && !namesOneBody(organisation.name));
    return { ...organisation, collective: isEach };
  });
};

const caveatsOf = (items: readonly Item[]): Sentence[] =>
  items.flatMap((item) => (item.kind === 'caveat' ? [item.caveat] : []));

/**
 * The organisations of one row, ids equal to names. Never throws; time is linear in the length of the cells.
 * @param above the reading of the row above, for `同上` and `下同`
 * @param mergers names the workbook writes as one, so that `区教育局和体育局` beside `区教育和体育局` stays one
 */
export const splitDepartments = (
  cells: DepartmentCells,
  above?: DepartmentReading,
  mergers: KnownMergers = new Set(),
): DepartmentReading => {
  const items = {
    departments: itemsOfCell(cells.departments, mergers),
    support: itemsOfCell(cells.support ?? '', mergers),
  };
  const named = { departments: withDuties(items.departments), support: withDuties(items.support) };
  const everyone = [...named.departments, ...named.support];
  const copiesSupport =
    items.support.some(({ kind }) => kind === 'above') &&
    (above?.organisations ?? []).some(({ role }) => role === 'support');
  const hasSupport =
    copiesSupport || named.support.length > 0 || named.departments.some(({ duty }) => duty === 'support');
  const hasLead = everyone.some(({ duty }) => duty === 'lead');

  const caveats: Sentence[] = [...caveatsOf(items.departments), ...caveatsOf(items.support)];
  const organisations: Organisation[] = [];
  const add = (organisation: Organisation): void => {
    if (organisations.every(({ name }) => name !== organisation.name)) organisations.push(organisation);
  };
  for (const column of ['departments', 'support'] as const) {
    if (items[column].some(({ kind }) => kind === 'above')) {
      const isOfColumn = ({ role }: Organisation): boolean =>
        cells.support === null || (role === 'support') === (column === 'support');
      const copied = (above?.organisations ?? []).filter(isOfColumn);
      copied.forEach(add);
      caveats.push(
        copied.length > 0
          ? {
              zh: `责任部门按“同上”取自上一行：${copied.map(({ name }) => name).join('、')}`,
              en: 'Departments taken from the row above, as the cell says “the same”',
            }
          : {
              zh: '责任部门写的是“同上”，但上一行没有部门',
              en: 'The cell says “the same as above”, but the row above names no department',
            },
      );
    }
    for (const { name, note, duty } of named[column])
      add({
        name,
        id: name,
        role: roleOf(duty, column, cells.departmentsLead === true, hasLead, hasSupport),
        collective: isCollective(name),
        note,
      });
  }
  for (const { name } of organisations)
    if (isRunTogether(name))
      caveats.push({
        zh: `“${name}”中间没有分隔，可能是几个单位连写，已按一个保留`,
        en: `“${name}” has no separator and may be several units written together; kept as one`,
      });
  return { organisations: markCollectives(organisations), caveats };
};
