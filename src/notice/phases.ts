// Owns finding the phases of a plan and the single dates by which something is due. Must not reckon with dates.
import { findDeadline, findDeadlines, findPeriod, type Period } from './dates';
import type { NoticePhase } from './notice';
import type { Paragraph } from './paragraphs';
import { CLOSING, OPENING, SCHEDULE_SECTION } from './words';

const LONGEST_TITLE = 60;
export const DEADLINE_NAME = '时间节点';
/** `第一阶段：…` counts like `（一）`. */
const PHASE_NUMBER = /^第[一二三四五六七八九\d]{1,2}(?:阶段|步)/;
const PHASE_LEVEL = 2;

/** In the order of the notice. A date inside a task is that task's own (`used`). */
export function readPhases(paragraphs: readonly Paragraph[], used: ReadonlySet<number>): NoticePhase[] {
  const found: NoticePhase[] = [];
  let schedule: number | null = null;
  /** Where the text of the phase at hand is gathered, and its depth. */
  let open: { index: number; level: number } | null = null;
  paragraphs.forEach((paragraph, index) => {
    const { text } = paragraph;
    const level = paragraph.level ?? (PHASE_NUMBER.test(text) ? PHASE_LEVEL : null);
    if (/^附\s?件/.test(text)) [schedule, open] = [null, null];
    if (level !== null && schedule !== null && level <= schedule) schedule = null;
    if (level !== null && open && level <= open.level) open = null;
    if (level !== null && text.length <= LONGEST_TITLE && SCHEDULE_SECTION.test(text)) {
      schedule = level;
      return;
    }
    const phase = used.has(index) || open ? null : readPhase({ text, level }, schedule);
    if (phase) {
      found.push(phase);
      open = { index: found.length - 1, level: level ?? Number.MAX_SAFE_INTEGER };
    } else if (open) {
      const whole = found[open.index];
      if (whole) found[open.index] = { ...whole, text: [whole.text, text].filter((part) => part !== '').join('\n') };
    }
    if (!used.has(index)) found.push(...dueDates(phase ? text.slice(titleOf(text).length) : text));
  });
  return found;
}

/** A numbered item of a schedule, or anywhere a title with 阶段 and a date. */
function readPhase({ text, level }: Paragraph, schedule: number | null): NoticePhase | null {
  const title = titleOf(text);
  const isInSchedule = schedule !== null && level !== null && level > schedule;
  const isNamed = /阶段|第[一二三四五六]步/.test(title);
  if (title.length > LONGEST_TITLE || !(isInSchedule || (isNamed && findPeriod(title)))) return null;
  const dates = datesOf(title);
  return { ...dates, name: nameOf(title), text: text.slice(title.length).replace(/^[。：:；\s]+/, '') };
}

/** `（3月15日前）` has an end and no beginning. */
function datesOf(title: string): Period {
  const due = findDeadline(title);
  if (due !== null) return { period: due, from: '', to: due.replace(/(?:之|以)?前$/, '') };
  return findPeriod(title) ?? { period: '', from: '', to: '' };
}

/** Up to its full stop; a colon behind a date ends it too (`第一阶段（2023年4月）：动员部署`). */
function titleOf(text: string): string {
  const stop = text.search(/[。；\n]/);
  return stop < 0 ? text : text.slice(0, stop);
}

/** The title without its date. */
function nameOf(title: string): string {
  const bracket = new RegExp(
    `[${OPENING.replace(/[[\]]/g, '\\$&')}][^${CLOSING.replace(/[[\]]/g, '\\$&')}]*\\d[^${CLOSING.replace(/[[\]]/g, '\\$&')}]*[${CLOSING.replace(/[[\]]/g, '\\$&')}]`,
  );
  const bare = title.replace(bracket, '');
  const period = findPeriod(bare)?.period;
  const name = period === undefined ? bare : bare.replace(/\s+/g, '').replace(period, '');
  return name.replace(/^[：:，,、为\s]+|[：:，,、\s]+$/g, '');
}

/** Sentences with a date by which something is due. */
function dueDates(text: string): NoticePhase[] {
  return text.split(/(?<=[。；])/).flatMap((sentence) =>
    findDeadlines(sentence).map((deadline) => ({
      name: DEADLINE_NAME,
      period: deadline,
      from: '',
      to: deadline.replace(/(?:之|以)?前$/, ''),
      text: sentence.trim(),
    })),
  );
}
