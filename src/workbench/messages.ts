// Owns what the workbench page says. The pane has its own words.
import type { Language, Sentence } from '../text/sentence';

export const MESSAGES = {
  brand: { zh: '达标工作台', en: 'Dabiao workbench' },
  open: { zh: '打开工作簿', en: 'Open workbook' },
  save: { zh: '保存工作簿', en: 'Save workbook' },
  drop: { zh: '松开鼠标，打开这个工作簿', en: 'Drop to open this workbook' },
  grid: { zh: '工作簿', en: 'Workbook' },
  pane: { zh: '达标面板', en: 'Dabiao pane' },
  opening: { zh: '正在打开……', en: 'Opening …' },
  unsaved: { zh: '未保存', en: 'not saved' },
  keptParts: {
    zh: '这个工作簿还有图表、图片等内容，这里不显示，保存时原样保留。',
    en: 'This workbook also has charts, pictures or the like: not shown here, kept as they are when saving.',
  },
  valuesOnly: {
    zh: '工作台里只改单元格的内容；格式、行列和工作表请在 Excel 或 WPS 中调整。',
    en: 'Here only the content of cells is changed; use Excel or WPS for formats, rows, columns and sheets.',
  },
  stale: {
    zh: '有 {count} 个公式在这里算不出新结果（如 {first}），已标为“#待重算”，相关的行需人工判定；保存后在 Excel 或 WPS 中打开，会自动算好。',
    en: '{count} formulas cannot be worked out again here (as {first}): they read "#待重算" and their rows are for a person to judge; Excel works them out when it opens the saved file.',
  },
  leave: {
    zh: '有改动还没有保存，确定打开另一个工作簿吗？',
    en: 'Changes are not saved. Open another workbook anyway?',
  },
  unreadable: {
    zh: '无法打开这个文件，原来的工作簿仍然开着。',
    en: 'The file cannot be opened; the workbook that was open is still here.',
  },
} as const satisfies Record<string, Sentence>;

export type MessageName = keyof typeof MESSAGES;

/** `?lang=` wins; else the browser's language, Chinese or English. */
export function pageLanguage(): Language {
  const wanted = new URLSearchParams(window.location.search).get('lang') ?? navigator.language;
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
