// Owns what a stored number looks like through its format, in Chinese Excel. Must not know cells or styles.
import { format as formatNumber, getFormatDateInfo, isDateFormat } from 'numfmt';

/** Formats that a file names by number only (ECMA-376, 18.8.30), as Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

/** A format with what follows from it, worked out once. */
export interface NumberFormat {
  readonly code: string;
  /** The code in the formatter's words. */
  readonly pattern: string;
  readonly isDate: boolean;
  /** Shows a calendar day, not only a time: such a number moves with the 1904 date system. */
  readonly hasDay: boolean;
}

export function numberFormat(code: string): NumberFormat {
  const pattern = patternOf(code);
  try {
    const isDate = isDateFormat(pattern);
    const info = isDate ? getFormatDateInfo(pattern) : null;
    return { code, pattern, isDate, hasDay: info !== null && (info.year || info.month || info.day) };
  } catch {
    return { code, pattern, isDate: false, hasDay: false };
  }
}

/** Written forms that the formatter does not know, in its own words. */
function patternOf(code: string): string {
  return code.replaceAll('上午/下午', 'AM/PM').replaceAll('G/通用格式', 'General');
}

const GENERAL_LENGTH = 11;

/** What Excel shows for a number; a format that cannot be read shows the number plainly. `serial` is in the 1900 system. */
export function showNumber(serial: number, format: NumberFormat): string {
  if (format.pattern === 'General') {
    // Most cells of most sheets: what JavaScript writes in at most 11 signs, Excel shows too.
    const plain = String(serial);
    if (plain.length <= GENERAL_LENGTH && !plain.includes('e')) return plain;
  }
  if (format.isDate && (serial < 0 || serial >= 2958466)) return '#'.repeat(8);
  try {
    return formatNumber(format.pattern, serial, { locale: 'zh-CN', nbsp: false });
  } catch {
    return formatNumber('General', serial);
  }
}
