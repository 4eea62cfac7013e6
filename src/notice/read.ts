// Owns reading a notice: its parts in, its tables, tasks and phases out. Pure; files are opened elsewhere.
import type { Notice, NoticePart } from './notice';
import { readBody, type Paragraph } from './paragraphs';
import { readPhases } from './phases';
import { tableTasks } from './task-tables';
import { readTasks } from './tasks';

/** Plain text, as pasted or from a file; any line ends, page breaks too. */
export function readPlainText(text: string): NoticePart[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n\f\v\u2028\u2029]/);
  return lines.map((line) => ({ kind: 'line', text: line, level: null }));
}

/** Everything that can be found. Never throws. */
export function readNotice(parts: readonly NoticePart[]): Notice {
  const { paragraphs, tables } = readBody(parts);
  const { tasks, used } = readTasks(paragraphs);
  const all = [...tasks, ...tableTasks(tables)].map((task, index) => ({ ...task, seq: index + 1 }));
  return { title: titleOf(paragraphs), tables, tasks: all, phases: readPhases(paragraphs, used), remarks: [] };
}

const LONGEST_TITLE = 80;
const DOCUMENT = /(?:方案|意见|办法|计划|要点|规划|细则)$/;

/** The document that the notice passes on (`现将《…》印发`), else the first line that names one. */
function titleOf(paragraphs: readonly Paragraph[]): string {
  const passedOn = paragraphs
    .map(({ text }) => /(?:^|现将)《([^》]{4,80})》/.exec(text)?.[1])
    .find((title) => title && DOCUMENT.test(title));
  if (passedOn) return passedOn;
  const at = paragraphs.findIndex(({ text }) => text.length <= LONGEST_TITLE && DOCUMENT.test(text));
  const title = paragraphs[at]?.text ?? '';
  const above = paragraphs[at - 1];
  const isBroken = title.length < 14 && above?.level === null && /^[\u4e00-\u9fff“”（）\d\s]{6,}$/.test(above.text);
  return (isBroken ? above.text : '') + title;
}
