// Owns finding the tasks of a notice that name their unit, and who leads, who supports, by when. Must not split a list of units into names.
import { findDeadline } from './dates';
import type { NoticeTask } from './notice';
import type { Paragraph } from './paragraphs';
import {
  areOrganisations,
  CLOSING,
  DUTY_SECTION,
  DUTY_VERB,
  findLabels,
  OPENING,
  withoutBrackets,
  type FieldRole,
} from './words';

export interface TaskReading {
  readonly tasks: readonly NoticeTask[];
  /** Paragraphs that belong to a task, by index. */
  readonly used: ReadonlySet<number>;
}

type Fields = Readonly<Partial<Record<FieldRole, string>>>;

/** What names the unit: where it stands in its paragraph, and what it says. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly fields: Fields;
}

/** A task before its number: its paragraphs' texts, the first of them its title. */
interface Draft {
  readonly texts: readonly string[];
  readonly fields: Fields;
  readonly title?: string;
}

/** Longer first sentences are no titles. */
const LONGEST_TITLE = 60;

/** The tasks in the order of the notice. */
export function readTasks(paragraphs: readonly Paragraph[]): TaskReading {
  const drafts: Draft[] = [];
  const used = new Set<number>();
  /** First paragraph that no task has taken yet. */
  let free = 0;
  let section = '';
  paragraphs.forEach((paragraph, index) => {
    if (isHeading(paragraph)) section = paragraph.text;
    const own = unitMarks(paragraph.text);
    if (own.length === 0) {
      const duty = readDuty(paragraph, paragraphs[index - 1], section);
      if (!duty) return;
      drafts.push(duty);
      used.add(index);
      free = index + 1;
      return;
    }
    const isAlone = own.length === 1 && own[0]?.start === 0;
    const last = drafts.at(-1);
    if (isAlone && free === index && last && used.has(index - 1) && isMarkOnly(paragraphs[index - 1])) {
      drafts[drafts.length - 1] = { ...last, fields: { ...own[0]?.fields, ...last.fields } };
    } else {
      const first = isAlone ? firstOfTask(paragraphs, free, index) : itemStart(paragraphs, free, index);
      const before = paragraphs.slice(first, index).map(({ text }) => text);
      const found = draftsOf(before, paragraph.text, own);
      const end = isAlone && isTitleOnly(found) ? contentEnd(paragraphs, first, index) : index + 1;
      const content = paragraphs.slice(index + 1, end).map(({ text }) => text);
      drafts.push(...found.map((draft) => ({ ...draft, texts: [...draft.texts, ...content] })));
      for (let at = first; at < end; at += 1) used.add(at);
      free = end;
    }
    used.add(index);
    free = Math.max(free, index + 1);
  });
  const named = drafts.filter(({ fields }) => fields.units || fields.lead);
  return { tasks: named.map((draft, index) => taskOf(draft, index + 1)), used };
}

const isHeading = ({ text, level }: Paragraph): boolean =>
  level !== null && level < 3 && text.length <= LONGEST_TITLE && !text.includes('。') && !areOrganisations(text);
const isMarkOnly = (paragraph: Paragraph | undefined): boolean => unitMarks(paragraph?.text ?? '')[0]?.start === 0;

/** Where the numbered item begins that a bracket at the end of this paragraph speaks of. */
function itemStart(paragraphs: readonly Paragraph[], free: number, index: number): number {
  if (index < free) return free;
  let first = index;
  while (first > free && paragraphs[first]?.level === null) first -= 1;
  return paragraphs[first]?.level === null ? index : first;
}

/** `责任单位：` on a line of its own ends its item; where several items before it have none, it ends the item above them. */
function firstOfTask(paragraphs: readonly Paragraph[], free: number, index: number): number {
  const first = itemStart(paragraphs, free, index - 1);
  const level = paragraphs[first]?.level ?? null;
  if (level === null || level <= 2) return first;
  let parent = first - 1;
  let siblings = 0;
  for (; parent >= free; parent -= 1) {
    const above = paragraphs[parent]?.level ?? null;
    if (above === level) siblings += 1;
    if (above !== null && above < level) break;
  }
  return siblings > 0 && parent >= free ? parent : first;
}

/** `健康教育行动` and its units: what is to be done can only stand below. */
const isTitleOnly = ([draft, ...rest]: readonly Draft[]): boolean =>
  draft?.texts.length === 1 && rest.length === 0 && titled(draft.texts).requirement === '';

/** Where the text below a line of units ends: at the next item of its rank, or at the next units. */
function contentEnd(paragraphs: readonly Paragraph[], first: number, index: number): number {
  const level = paragraphs[first]?.level ?? null;
  if (first === index || level === null) return index + 1;
  let end = index + 1;
  for (; end < paragraphs.length; end += 1) {
    const { text, level: own } = paragraphs[end] ?? { text: '', level: 0 };
    if ((own !== null && own <= level) || unitMarks(text).length > 0) break;
  }
  return end;
}

/** One paragraph may name several tasks, each up to its own bracket. */
function draftsOf(before: readonly string[], text: string, marks: readonly Mark[]): Draft[] {
  let from = 0;
  return marks.map(({ start, end, fields }, index) => {
    const rest = index === marks.length - 1 ? text.slice(end) : '';
    const own = trimStops(text.slice(from, start)) + (/[\p{L}\p{N}]/u.test(rest) ? rest : '');
    from = end;
    return { texts: [...(index === 0 ? before : []), own].filter((part) => part !== ''), fields };
  });
}

const trimStops = (text: string): string => text.replace(/^[。；;，,\s]+/, '').trim();

/** Every `（责任单位：…）`, `…。责任单位：…` and `（…牵头，…配合）` of a paragraph. */
function unitMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let from = 0;
  for (const label of findLabels(text)) {
    if (label.start < from) continue;
    const isBracketed = OPENING.includes(text[label.start - 1] ?? ' ');
    if (!isBracketed && label.start > from && !/[。；;，,：:\s）)〕\]]/.test(text[label.start - 1] ?? '')) continue;
    const start = isBracketed ? label.start - 1 : label.start;
    const inner = isBracketed ? closingAt(text, start) : endOfFields(text, label.start);
    const fields = readFields(text.slice(label.start, inner));
    from = isBracketed ? inner + 1 : inner;
    if (Object.keys(fields).length > 0) marks.push({ start, end: from, fields });
  }
  if (marks.length > 0) return joinNeighbours(text, marks);
  const roles = roleBracket(text);
  return roles ? [roles] : [];
}

/** `（牵头单位：…）（配合单位：…）（完成时限：…）` is one. */
function joinNeighbours(text: string, marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (last && /^[\s。；;，,]*$/.test(text.slice(last.end, mark.start))) {
      joined[joined.length - 1] = { start: last.start, end: mark.end, fields: { ...mark.fields, ...last.fields } };
    } else joined.push(mark);
  }
  return joined.filter(({ fields }) => Object.keys(fields).some((role) => role !== 'person'));
}

/** No list of units is longer. */
const LONGEST_LIST = 600;

/** Where the bracket closes; brackets of all kinds are counted alike. The end of the list's longest length when it does not. */
function closingAt(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST_LIST);
  let depth = 0;
  for (let at = open; at < limit; at += 1) {
    const character = text[at] ?? '';
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth -= 1;
    if (depth === 0) return at;
  }
  return limit;
}

/** Without a bracket the list ends with its sentence; a sentence that begins with another label belongs to it. */
function endOfFields(text: string, start: number): number {
  let end = start;
  for (;;) {
    const stop = text.indexOf('。', end);
    if (stop < 0) return text.length;
    const next = findLabels(text.slice(stop + 1, stop + 20))[0];
    if (next?.start !== 0) return stop + 1;
    end = stop + 1;
  }
}

function readFields(text: string): Fields {
  const labels = findLabels(text);
  const fields: Partial<Record<FieldRole, string>> = {};
  labels.forEach(({ role, end }, index) => {
    const value = text
      .slice(end, labels[index + 1]?.start ?? text.length)
      .replace(/[。；;，,\s]+$/, '')
      .trim();
    if (value === '' || /^[—\-－/]+$/.test(value)) return;
    fields[role] = fields[role] ? `${fields[role]}、${value}` : value;
  });
  return fields;
}

const ROLE_WORD = /(?:牵头|主责|配合|负责|落实|协助|参与|参加|指导)$/;
const ROLE_TAIL =
  /(?:等)?(?:部门|单位)?(?:按照?(?:各自)?职责(?:分工)?|分别|共同|具体|组织)*(?:牵头|主责|配合|负责|落实|协助|参与|参加|指导)(?:落实|实施|负责|推进)?$/;
const SUPPORTS = /(?:配合|协助|参与|参加|指导)$/;

/** `（区卫生健康局牵头，区教体局、各镇街配合）` at the end of a sentence: organisations and their part, nothing else. */
function roleBracket(text: string): Mark | null {
  const end = text.replace(/[。；;\s]+$/, '').length;
  if (end === 0 || !CLOSING.includes(text[end - 1] ?? ' ')) return null;
  const start = openingOf(text, end - 1);
  const inner = text.slice(start + 1, end - 1);
  if (start <= 0 || inner.length > 200 || !ROLE_WORD.test(inner.trim())) return null;
  const fields = readRoles(inner);
  return fields ? { start, end: text.length, fields } : null;
}

function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    const character = text[at] ?? '';
    if (CLOSING.includes(character)) depth += 1;
    else if (OPENING.includes(character)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** `A牵头，B、C配合` → who leads, who supports; null when a part is not organisations with a role word. */
function readRoles(text: string): Fields | null {
  const found: Partial<Record<FieldRole, string>> = {};
  let names = '';
  for (const clause of text.split(/[，,；;]/)) {
    const tail = ROLE_TAIL.exec(clause);
    names = [names, (tail ? clause.slice(0, tail.index) : clause).replace(/^由/, '').trim()]
      .filter((part) => part !== '')
      .join('、');
    if (!tail) continue;
    if (!areOrganisations(names)) return null;
    const role: FieldRole = SUPPORTS.test(tail[0]) ? 'support' : /牵头|主责/.test(tail[0]) ? 'lead' : 'units';
    found[role] = found[role] ? `${found[role]}、${names}` : names;
    names = '';
  }
  return names === '' && (found.units || found.lead) ? found : null;
}

/** `商务局：负责…` · `生态环境组：城环局牵头` · in a section on duties also `各部门、各单位负责…`, `（一）区教育局。负责…`. */
function readDuty(paragraph: Paragraph, before: Paragraph | undefined, section: string): Draft | null {
  const { text } = paragraph;
  const colon = text.search(/[：:]/);
  const head = colon > 0 && colon <= 40 ? text.slice(0, colon).trim() : '';
  const body = colon > 0 ? text.slice(colon + 1).trim() : '';
  const title = section === '' ? '职责' : section;
  if (head !== '' && areOrganisations(head) && DUTY_VERB.test(body))
    return { title, texts: [body], fields: { units: head } };
  if (head !== '' && body.length <= 80 && ROLE_WORD.test(body.replace(/[。；;\s]+$/, ''))) {
    const fields = readRoles(body.replace(/[。；;\s]+$/, ''));
    if (fields) return { title: head, texts: [], fields };
  }
  return DUTY_SECTION.test(section) ? readSectionDuty(paragraph, before, title) : null;
}

function readSectionDuty({ text }: Paragraph, before: Paragraph | undefined, title: string): Draft | null {
  const stop = text.search(/[。\s]/);
  const head = stop > 0 && stop <= 40 ? text.slice(0, stop) : '';
  if (head !== '' && areOrganisations(head) && DUTY_VERB.test(text.slice(stop + 1).trim())) {
    return { title, texts: [text.slice(stop + 1).trim()], fields: { units: head } };
  }
  const verb = text.search(/负责|承担|牵头/);
  const subject = verb > 0 && verb <= 40 ? text.slice(0, verb) : '';
  if (subject !== '' && areOrganisations(subject))
    return { title, texts: [text.slice(verb)], fields: { units: subject } };
  const heading = before && before.level !== null && areOrganisations(before.text) ? before.text : '';
  return heading !== '' && DUTY_VERB.test(text) ? { title, texts: [text], fields: { units: heading } } : null;
}

function taskOf({ texts, fields, title }: Draft, seq: number): NoticeTask {
  const { task, requirement } = title === undefined ? titled(texts) : { task: title, requirement: texts.join('\n') };
  const asked = [requirement, fields.requirement ?? ''].filter((part) => part !== '').join('\n');
  const units = fields.units ?? [fields.lead, fields.support].filter((part) => part !== undefined).join('、');
  return {
    seq,
    task,
    requirement: asked,
    units,
    lead: fields.lead ?? '',
    support: fields.support ?? '',
    deadline: fields.deadline ?? findDeadline(requirement) ?? findDeadline(task) ?? '',
  };
}

/** The first sentence names the task when it is short; else its first clause does, and the requirement is the whole text. */
function titled(texts: readonly string[]): { task: string; requirement: string } {
  const [first = '', ...rest] = texts;
  const stop = first.search(/[。：:；]/);
  const sentence = stop < 0 ? first : first.slice(0, stop);
  if (sentence.length <= LONGEST_TITLE) {
    const requirement = [stop < 0 ? '' : first.slice(stop + 1).trim(), ...rest]
      .filter((part) => part !== '')
      .join('\n');
    return { task: sentence, requirement };
  }
  const clause = withoutBrackets(sentence).split('，')[0] ?? sentence;
  return { task: clause.slice(0, LONGEST_TITLE), requirement: texts.join('\n') };
}
