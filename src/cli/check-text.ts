// Owns what `check` prints for a person: a table, what to know beside it, the counts. Must not judge.
import type { CheckResult } from '../jobs/check';
import type { JudgedRow, JudgedTable } from '../report/judged';
import { summarise } from '../report/summary';
import { formatArea } from '../sheet/address';
import type { Language, Sentence } from '../text/sentence';
import { VERDICT_LABELS, VERDICTS } from '../verdict/judgement';
import { fit, paint } from './terminal';

const HEADINGS: readonly { readonly label: Sentence; readonly width: number }[] = [
  { label: { zh: '序号', en: 'No.' }, width: 5 },
  { label: { zh: '评价指标', en: 'Indicator' }, width: 36 },
  { label: { zh: '目标值', en: 'Target' }, width: 22 },
  { label: { zh: '实际值', en: 'Actual' }, width: 16 },
  { label: { zh: '达标情况', en: 'Verdict' }, width: 14 },
];
const REASON: Sentence = { zh: '判定说明', en: 'Reason' };

const NO_TABLE: Sentence = {
  zh: '没有找到指标表：表中需要有指标一列，以及内容像目标值的一列。',
  en: 'No indicator table found: one needs a column of indicators and a column whose cells read as targets.',
};

/** Which file has nothing to judge. */
export function noTableIn(file: string): Sentence {
  return { zh: `${file}：${NO_TABLE.zh}`, en: `${file}: ${NO_TABLE.en}` };
}

const NO_ACTUAL: Sentence = {
  zh: '表中没有实际值一列；可用 dabiao prepare 增加填报列。',
  en: 'The table has no column of actual values; dabiao prepare adds the columns to fill in.',
};

export function checkText(file: string, result: CheckResult, language: Language): string {
  if (result.tables.length === 0) {
    const refusals = result.refusals.map(({ sheet, why }) => `  ${sheet}：${why[language]}`);
    return [noTableIn(file)[language], ...refusals].join('\n');
  }
  return [...result.tables.flatMap((table) => tableText(table, language)), summaryText(file, result, language)].join(
    '\n',
  );
}

function tableText(judged: JudgedTable, language: Language): string[] {
  const { table, rows, suggestions } = judged;
  const percent = Math.round(table.confidence * 100);
  const title =
    language === 'zh'
      ? `${table.sheet} ${formatArea(table.area)}　${rows.length} 项指标，识别把握 ${percent}%`
      : `${table.sheet} ${formatArea(table.area)}  ${rows.length} indicators, ${percent}% sure`;
  const head = [...HEADINGS.map(({ label, width }) => fit(label[language], width)), REASON[language]].join(' ');
  const same = suggestions.map(({ names, why }) => `  ${names.join(' / ')}：${why[language]}`);
  const hasActual = table.columns.some(({ role }) => role === 'actual');
  const offer = hasActual ? [] : [`  ${NO_ACTUAL[language]}`];
  return [title, head, ...rows.flatMap((row) => rowText(row, language)), ...same, ...offer, ''];
}

function rowText({ row, judgement, caveats }: JudgedRow, language: Language): string[] {
  const cells = [row.seq ?? '', row.indicator, judgement.target.normal, judgement.actual?.raw ?? '—'];
  const texts = cells.map((cell, index) => fit(cell, HEADINGS[index]?.width ?? 0));
  const verdict = paint(fit(VERDICT_LABELS[judgement.verdict][language], HEADINGS[4]?.width ?? 0), judgement.verdict);
  const notes = caveats.map((caveat) => `${' '.repeat(6)}· ${caveat[language]}`);
  return [[...texts, verdict, judgement.reason[language]].join(' '), ...notes];
}

function summaryText(file: string, result: CheckResult, language: Language): string {
  const summary = summarise(result.tables);
  const counts = VERDICTS.filter((verdict) => summary[verdict] > 0).map(
    (verdict) => `${VERDICT_LABELS[verdict][language]} ${summary[verdict]}`,
  );
  return language === 'zh'
    ? `${file}：共 ${summary.indicators} 项指标，${counts.join('，')}。`
    : `${file}: ${summary.indicators} indicators, ${counts.join(', ')}.`;
}
