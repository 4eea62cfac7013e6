// Owns the decision whether columns make an indicator table, how sure that is, and the reasons for refusing near misses.
import type { Sentence } from '../text/sentence';
import { isAnswer, readableShare, signShare, type Column, type Columns } from './columns';
import { endsLikeIndicator, isFigure, plain, targetLook } from './content';

const REFUSALS = {
  score: {
    zh: '这是评分表，只有分值没有目标值，无法判定是否达标',
    en: 'A score sheet: points but no targets to judge by',
  },
  sample: { zh: '这是抽样或检查数量表，没有指标的目标值', en: 'A table of sample sizes, not of targets' },
  money: { zh: '这是经费类表格，没有指标的目标值', en: 'A table of money, not of targets' },
  person: { zh: '这是人员名单，没有指标的目标值', en: 'A list of people, not of targets' },
  ranking: { zh: '这是红黑榜或排名表，不是指标表', en: 'A list of praise and blame or a ranking, not of indicators' },
  task: {
    zh: '有任务或指标名称，但没有目标值列，无法判定是否达标',
    en: 'It names tasks or indicators but has no column of targets',
  },
  wordy: {
    zh: '目标一列多为文字说明，没有可以判定的目标值',
    en: 'The target column holds prose, not targets that can be judged',
  },
  empty: { zh: '有表头，但目标值一列是空的', en: 'There is a header, but its target column is empty' },
  nameless: { zh: '有目标值，但没有指标名称列', en: 'There are targets but no column that names indicators' },
  transposed: {
    zh: '表格行列倒置（指标横排），请转置后再检查：复制后用“选择性粘贴—转置”',
    en: 'Indicators run across: transpose the table first (Paste Special, Transpose)',
  },
} as const satisfies Record<string, Sentence>;
export type RefusalReason = keyof typeof REFUSALS;

export function refusalSentence(reason: RefusalReason): Sentence {
  return REFUSALS[reason];
}

/** null when the table may be claimed. */
export function whyNotATable(columns: Columns, titles: readonly string[], isForced: boolean): RefusalReason | null {
  const { target } = columns;
  const hasIndicator = columns.byRole.has('indicator');
  if (isForced) return hasIndicator && target ? null : 'task';
  if (columns.columns.some((column) => isRoster(column))) return 'person';
  const words = plain([...titles, ...columns.columns.map((column) => column.heading.text)].join(' '));
  if (/红黑榜|红榜|黑榜/.test(words)) return 'ranking';
  if (!target) return hasIndicator ? subjectOf(columns) : 'nameless';
  if (!hasIndicator) return 'nameless';
  if (target.content.filled === 0) return 'empty';
  if (!namesIndicators(target, columns)) return subjectOf(columns);
  if (!readsAsTargets(target, columns)) return subjectOf(columns) === 'task' ? 'wordy' : subjectOf(columns);
  if (/抽样|样本量|抽查数/.test(words) && target.heading.rank < 3) return 'sample';
  return null;
}

function isRoster(column: Column): boolean {
  return /^(姓名|性别|身份证号码?|出生年月|民族|学历|年龄)$/.test(column.heading.text);
}

/** Under head words that say neither indicator nor, for sure, target, the names must read like indicators'. */
function namesIndicators(target: Column, columns: Columns): boolean {
  const indicator = columns.columns.find((column) => column.column === columns.byRole.get('indicator'));
  if (!indicator || indicator.heading.text === '' || target.heading.text === '') return true;
  const { role, or, level } = indicator.heading;
  if (role === 'indicator' || or === 'indicator' || role === 'category' || level > 0) return true;
  if (target.heading.role === 'target' && target.heading.rank >= 3) return true;
  const names = indicator.samples.filter((text) => text !== '');
  return names.filter(endsLikeIndicator).length * 2 >= names.length;
}

/** A sure heading needs cells that can be read; a vague one (标准, 要求) needs signs; none at all needs them in most cells. */
function readsAsTargets(target: Column, columns: Columns): boolean {
  const { heading, content } = target;
  const isSure = (heading.role === 'target' && heading.rank >= 3) || heading.year !== null;
  const hasScores = columns.columns.some((column) => column.heading.about === 'score');
  if (!hasScores && isPlainHeader(target, columns)) return true;
  if (isSure) return readableShare(content) >= (hasScores ? 0.6 : 0.5);
  const measured = (content.sign + content.quantity) / content.filled;
  if (heading.isKnown) return measured >= (hasScores ? 0.6 : 0.45) && readableShare(content) >= 0.5;
  return signShare(content) >= 0.6 && content.sign >= 2;
}

/** `评价指标` and `目标值` over short phrases, with values beside them: a table whatever the wording of its targets. */
function isPlainHeader({ heading, samples }: Column, columns: Columns): boolean {
  const indicator = columns.columns.find((column) => column.column === columns.byRole.get('indicator'));
  const isNamed = indicator?.heading.role === 'indicator' && indicator.heading.rank >= 3;
  if (!isNamed || heading.role !== 'target' || heading.rank < 3) return false;
  const targets = samples.filter((text) => text !== '');
  if (targets.filter(isShortPhrase).length * 10 < targets.length * 9) return false;
  return columns.columns.some(
    (column) =>
      isValueColumn(column, columns) && valueCount(column) * 2 >= Math.max(column.content.filled, targets.length),
  );
}

const isShortPhrase = (text: string): boolean =>
  targetLook(text) !== 'none' || (plain(text).length <= 20 && !/[。；;]/.test(text));

const isValueColumn = ({ column }: Column, { readings }: Columns): boolean =>
  readings.some((reading) => reading.column === column && (reading.role === 'actual' || reading.role === 'history'));

/** Cells that hold a number or an answer (`是`, `达标`). */
const valueCount = ({ samples }: Column): number => samples.filter((text) => isFigure(text) || isAnswer(text)).length;

function subjectOf(columns: Columns): RefusalReason {
  const subjects = new Set(columns.columns.map((column) => column.heading.about));
  return (['score', 'sample', 'money', 'person'] as const).find((subject) => subjects.has(subject)) ?? 'task';
}

/** How sure, from 0 to 1: sure headings, readable targets, numbered rows. */
export function confidenceOf(columns: Columns, hasHeader: boolean, rowCount: number): number {
  const { target } = columns;
  if (!target) return 0;
  const indicator = columns.columns.find((column) => column.column === columns.byRole.get('indicator'));
  let sum = hasHeader ? 0.45 : 0.3;
  sum += 0.25 * readableShare(target.content);
  if (target.heading.role === 'target') sum += target.heading.rank >= 3 ? 0.12 : 0.06;
  if (indicator?.heading.role === 'indicator') sum += 0.1;
  if (columns.byRole.has('seq')) sum += 0.03;
  if (columns.byRole.has('departments') || columns.byRole.has('actual')) sum += 0.03;
  if (rowCount >= 3) sum += 0.02;
  return Math.round(Math.min(1, sum) * 100) / 100;
}
