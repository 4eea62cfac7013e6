// Owns the texts of the further actions and what they show, in both languages. Loaded with them. Must not decide when one is shown.
import type { AuditKind } from '../jobs/audit';
import type { ChangeKind } from '../report/changes';
import type { Sentence } from '../text/sentence';

export const MORE = {
  actions: { zh: '更多功能', en: 'Further actions' },
  audit: { zh: '与国家标准比对', en: 'Compare with the standard' },
  changes: { zh: '与上次对比', en: 'Compare with last time' },
  importNotice: { zh: '导入通知', en: 'Import a notice' },
  notices: { zh: '整改通知单', en: 'Rectification notices' },
  ledger: { zh: '问题台账', en: 'Problem ledger' },
  close: { zh: '关闭', en: 'Close' },
  auditing: { zh: '正在与国家标准比对…', en: 'Comparing with the standard…' },
  comparing: { zh: '正在与上次对比…', en: 'Comparing with last time…' },
  importing: { zh: '正在导入通知…', en: 'Importing the notice…' },
  makingLetters: { zh: '正在写文书…', en: 'Writing the letters…' },
  makingLedger: { zh: '正在生成问题台账…', en: 'Making the ledger…' },
  noTables: {
    zh: '没有找到指标表，请切换到有“评价指标”和“目标值”列的工作表再试。',
    en: 'No indicator table was found; go to the sheet that has indicators and targets and try again.',
  },
  nothingMet: { zh: '没有未达标的指标，不需要台账。', en: 'No indicator is unmet; no ledger is needed.' },
  noDownloads: {
    zh: '桌面版 Excel 的面板里不能保存 Word 文件：请用浏览器工作台或网页版 Excel 打开这个工作簿，再点“整改通知单”。',
    en: 'The pane of desktop Excel cannot save Word files: open this workbook in the browser workbench or in Excel on the web, then click “Rectification notices” there.',
  },
  noChanges: { zh: '没有变化。', en: 'Nothing changed.' },
  importHelp: {
    zh: '选 .docx、.html、.txt 文件，或粘贴文字、表格；导入到新工作表，不动原有的表。',
    en: 'Choose a .docx, .html or .txt file, or paste text or tables; they go to new sheets, yours stay as they are.',
  },
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  paste: { zh: '或粘贴在这里', en: 'Or paste here' },
  importText: { zh: '导入粘贴的内容', en: 'Import what is pasted' },
  nothingPasted: { zh: '还没有粘贴内容。', en: 'Nothing is pasted yet.' },
  lettersHelp: {
    zh: '有未达标指标的部门各一份整改通知单，另有一份情况通报（Word）；不填的留空待填，发出前请人工审核。',
    en: 'A letter to each department with indicators not met, and the circular (Word); what is left empty stays to be filled in. Read them before sending.',
  },
  office: { zh: '发文单位', en: 'Signed by' },
  deadline: { zh: '整改时限', en: 'Deadline' },
  deadlineExample: { zh: '2024年6月30日', en: '2024年6月30日' },
  write: { zh: '生成文书', en: 'Write the letters' },
} as const satisfies Record<string, Sentence>;

/** Of the one file that holds all letters. */
export const LETTERS_NAME = '整改文书.zip';

/** In the order in which they are read: what weakens the table first. */
export const AUDIT_LABELS: readonly (readonly [AuditKind, Sentence])[] = [
  ['target-weaker', { zh: '目标比标准宽松', en: 'Target weaker' }],
  ['sign-lost', { zh: '符号在复制时丢失', en: 'Sign lost in copying' }],
  ['target-missing', { zh: '没有目标值', en: 'No target' }],
  ['target-changed', { zh: '目标与标准不同', en: 'Target differs' }],
  ['target-stronger', { zh: '目标比标准严格', en: 'Target stronger' }],
  ['plan-value', { zh: '须与当地规划核对', en: 'Check with the local plan' }],
  ['missing', { zh: '表中缺少', en: 'Missing in the table' }],
  ['extra', { zh: '标准中没有', en: 'Not in the standard' }],
  ['repeated', { zh: '重复', en: 'Repeated' }],
  ['renamed', { zh: '名称不同', en: 'Renamed' }],
  ['spelling', { zh: '用字不同', en: 'Spelt differently' }],
  ['not-for-profile', { zh: '县级不考核', en: 'Not for counties' }],
];

export const CHANGE_LABELS: readonly (readonly [ChangeKind, Sentence])[] = [
  ['newlyLost', { zh: '由达标转未达标', en: 'Newly lost' }],
  ['newlyFailing', { zh: '新出现未达标', en: 'Newly failing' }],
  ['stillFailing', { zh: '仍未达标', en: 'Still failing' }],
  ['noLongerKnown', { zh: '本次无法判定', en: 'No longer known' }],
  ['newlyMet', { zh: '新达标', en: 'Newly met' }],
  ['stillMet', { zh: '持续达标，数值有变动', en: 'Still met, value moved' }],
  ['stillUnknown', { zh: '仍无法判定', en: 'Still unknown' }],
  ['appeared', { zh: '新增指标', en: 'Appeared' }],
  ['disappeared', { zh: '本次没有', en: 'Disappeared' }],
];

export const counted = ({ zh, en }: Sentence, count: number): Sentence => ({
  zh: `${zh} ${count} 项`,
  en: `${en}: ${count}`,
});

/** The clerk's own number beside the standard's; either may be lacking. */
export function numbers(own: string | null | undefined, standard: number | undefined): Sentence {
  const zh = [...(own ? [`本表 ${own}`] : []), ...(standard === undefined ? [] : [`标准 ${standard}`])];
  const en = [...(own ? [`table ${own}`] : []), ...(standard === undefined ? [] : [`standard ${standard}`])];
  return { zh: zh.join(' · '), en: en.join(' · ') };
}

export const ownNumber = (seq: string | null | undefined): Sentence => ({ zh: seq ?? '', en: seq ?? '' });

export const audited = (count: number): Sentence => ({
  zh: `比对完成：不一致 ${count} 处；没有改动工作簿。`,
  en: `Compared: ${count} differences. The workbook was not changed.`,
});

export const compared = (earlier: string): Sentence => ({
  zh: `已与“${earlier}”对比，详见“与上次对比”表。`,
  en: `Compared with “${earlier}”; see the sheet 与上次对比.`,
});

export const noTableIn = (file: string): Sentence => ({
  zh: `“${file}”里没有找到指标表，请选择上次检查的工作簿。`,
  en: `No indicator table was found in “${file}”; choose the workbook of the last check.`,
});

export function imported(tables: number, tasks: number, phases: number, sheets: readonly string[]): Sentence {
  return {
    zh: `已导入：表格 ${tables} 张，任务 ${tasks} 项，进度 ${phases} 条；新工作表 ${sheets.length} 张。`,
    en: `Imported ${tables} tables, ${tasks} tasks and ${phases} phases on ${sheets.length} new sheets.`,
  };
}

export const lettersMade = (letters: number): Sentence => ({
  zh: `已生成整改通知单 ${letters} 份、情况通报 1 份，请在下载的 zip 里查看。`,
  en: `Wrote ${letters} letters and the circular; see the downloaded zip.`,
});

export const ledgerMade = (problems: number, kept: number): Sentence => ({
  zh: `已生成“问题台账”：未达标 ${problems} 项${kept > 0 ? `，保留以前的 ${kept} 项` : ''}。`,
  en: `Made the sheet 问题台账: ${problems} not met${kept > 0 ? `, ${kept} earlier rows kept` : ''}.`,
});
