// Owns the sentences for everything a workbook file can refuse. Must not decide when to refuse.
import { HostError, type HostErrorCode } from '../port';

function badFile(zh: string, en: string): HostError {
  return new HostError('bad-file', { zh, en });
}

function refusal(code: HostErrorCode, zh: string, en: string): HostError {
  return new HostError(code, { zh, en });
}

export const REFUSALS = {
  empty: (file: string) =>
    badFile(`“${file}”是空文件，请重新取得原文件。`, `“${file}” is empty; please get the original again.`),
  notWorkbook: (file: string) =>
    badFile(
      `“${file}”不是 Excel 工作簿，请用 Excel 打开后另存为 .xlsx。`,
      `“${file}” is not an Excel workbook; open it in Excel and save it as .xlsx.`,
    ),
  oldExcel: (file: string) =>
    badFile(
      `“${file}”是旧版 Excel（.xls）文件，请用 Excel 打开后另存为 .xlsx。`,
      `“${file}” is an old Excel (.xls) file; open it in Excel and save it as .xlsx.`,
    ),
  binary: (file: string) =>
    badFile(
      `“${file}”是二进制工作簿（.xlsb），请用 Excel 打开后另存为 .xlsx。`,
      `“${file}” is a binary workbook (.xlsb); open it in Excel and save it as .xlsx.`,
    ),
  encrypted: (file: string) =>
    badFile(
      `“${file}”设有打开密码，请在 Excel 中取消密码并另存后再试。`,
      `“${file}” is encrypted; remove its password in Excel, save it and try again.`,
    ),
  truncated: (file: string) =>
    badFile(
      `“${file}”不完整（可能没有下载完），请重新取得原文件。`,
      `“${file}” is incomplete (perhaps a broken download); please get the original again.`,
    ),
  damaged: (file: string, part: string) =>
    badFile(
      `“${file}”已损坏（其中的 ${part} 读不出来），请在 Excel 中打开修复并另存后再试。`,
      `“${file}” is damaged (its ${part} cannot be read); open it in Excel, let it repair the file, save and try again.`,
    ),
  tooLarge: (file: string, part: string) =>
    refusal(
      'too-large',
      `“${file}”展开后太大（读到其中的 ${part} 时超出上限），可能是整列整行都设了格式，请在 Excel 中删去表格以外的行和列，另存后再试。`,
      `“${file}” is too large once unpacked (the limit was passed at its ${part}); delete the formatted rows and columns outside the table in Excel, save and try again.`,
    ),
  missingSheet: (sheet: string) =>
    refusal(
      'missing-sheet',
      `工作簿里没有工作表“${sheet}”，可能已被删除或改名，请重新检查。`,
      `The workbook has no sheet “${sheet}”; it may have been deleted or renamed. Please check again.`,
    ),
  changed: (sheet: string, cell: string) =>
    refusal(
      'changed',
      `工作表“${sheet}”的 ${cell} 单元格已被改动，没有写入任何内容，请重新检查。`,
      `Cell ${cell} of sheet “${sheet}” has changed, so nothing was written. Please check again.`,
    ),
  protectedSheet: (sheet: string) =>
    refusal(
      'protected',
      `工作表“${sheet}”受保护，请先在“审阅”中撤消工作表保护再试。`,
      `Sheet “${sheet}” is protected; unprotect it under Review and try again.`,
    ),
  protectedStructure: () =>
    refusal(
      'structure-protected',
      '工作簿的结构受保护，不能增删工作表，请先在“审阅”中撤消工作簿保护再试。',
      'The workbook’s structure is protected, so sheets cannot be added or removed; unprotect it under Review and try again.',
    ),
  nameTaken: (sheet: string) =>
    refusal(
      'name-taken',
      `已有名为“${sheet}”的工作表，请先改名再试。`,
      `There is already a sheet named “${sheet}”; rename it and try again.`,
    ),
  badSheetName: (sheet: string) =>
    refusal(
      'unsupported',
      `“${sheet}”不能用作工作表名（最多 31 个字，不能含 : \\ / ? * [ ]）。`,
      `“${sheet}” cannot be a sheet name (at most 31 characters, none of : \\ / ? * [ ]).`,
    ),
  notOurs: (sheet: string) =>
    refusal(
      'unsupported',
      `工作表“${sheet}”不是本工具生成的，没有删除。`,
      `Sheet “${sheet}” was not made by this tool, so it was not removed.`,
    ),
  arrayFormula: (sheet: string, cell: string) =>
    refusal(
      'unsupported',
      `工作表“${sheet}”的 ${cell} 是数组公式的一部分，不能单独改写，请先在 Excel 中处理。`,
      `Cell ${cell} of sheet “${sheet}” is part of an array formula and cannot be changed alone; deal with it in Excel first.`,
    ),
  cancelled: () => refusal('cancelled', '已取消，没有写入任何内容。', 'Cancelled; nothing was written.'),
} as const;
