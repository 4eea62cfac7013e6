// Owns the lines above a header: the title, a unit line, the period of the report.
import { isSequence, isUnit, plain } from './content';
import type { Grid } from './grid';

const MOST_TITLE_ROWS = 8;

/** Lines above row `top` and below row `after`, top to bottom, as far as they read like titles and not like a table. */
export function titlesAbove(grid: Grid, top: number, left: number, right: number, after: number): string[] {
  const titles: string[] = [];
  let blanks = 0;
  for (let row = top - 1; row > after && top - row <= MOST_TITLE_ROWS && blanks < 3; row -= 1) {
    const columns = grid.columns(row);
    const from = columns.length > 1 ? left : Math.min(left, 1);
    const texts = columns
      .filter((column) => column <= right && (grid.merge(row, column)?.right ?? column) >= from)
      .map((column) => grid.text(row, column));
    if (texts.length === 0) blanks += 1;
    else if (isTableRow(texts)) break;
    else titles.unshift(texts.join(' '));
  }
  return titles;
}

function isTableRow(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  return isSequence(texts[0] ?? '') || (texts.length > 2 && !texts.some((text) => /[:：]/.test(text)));
}

const PERIODS = [
  /(?:报告期|统计期|数据年份|数据年度|统计时间|数据时间|统计年度|评价年度|考核年度|报告年度|数据截止|数据截至|截止|截至)[^\d]{0,6}((?:19|20)\d{2})/,
  /((?:19|20)\d{2})年?[-~—–至]((?:19|20)\d{2})年?度?(?!.{0,6}规划)/,
  /((?:19|20)\d{2})年?度/,
  /((?:19|20)\d{2})年(?:上半年|下半年|第?[一二三四1-4]季度|前三季度|\d{1,2}[-~—至]\d{1,2}月|\d{1,2}月份?(?!\d{1,2}日)|底|末|全年)/,
  /((?:19|20)\d{2})年(?!\d|版|修订|规划|\d{1,2}月\d{1,2}日)/,
];
const NOT_A_PERIOD =
  /[〔[(【](?:19|20)\d{2}[〕\])】]\d+号|\((?:19|20)\d{2}年?(?:版|修订|修订版)\)|(?:19|20)\d{2}年?(?:版|修订)|(?:填报|填表|制表|印发|报送|上报|发布|打印)(?:日期|时间)?[:：]?.{0,4}(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?|(?:19|20)\d{2}年?[-~—–至](?:19|20)\d{2}年?\)?规划|(?:到|至)?(?:19|20)\d{2}年(?:规划)?目标值?|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/g;

/** The year that the titles give as the period of the values; never a document number, an edition or a date of filing. */
export function reportYear(titles: readonly string[]): number | null {
  const lines = titles.map((title) => plain(title));
  const labelled = lines.map((line) => PERIODS[0]?.exec(line)?.[1]).find((year) => year !== undefined);
  if (labelled) return Number(labelled);
  const cleaned = lines.map((line) => line.replace(NOT_A_PERIOD, ''));
  for (const form of PERIODS) {
    for (const line of [...cleaned].reverse()) {
      const match = form.exec(line);
      if (match) return Number(match[2] ?? match[1]);
    }
  }
  return null;
}

/** `单位：%` above a table; null when it names none or several. */
export function unitLine(titles: readonly string[]): string | null {
  for (const title of titles) {
    const unit = /单位:([^\s,、;]{1,10})$/.exec(title.normalize('NFKC').trim())?.[1];
    if (unit && isUnit(unit)) return unit;
  }
  return null;
}
