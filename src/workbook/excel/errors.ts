// Owns what every refusal of Excel means to the person: code → kind and sentence with a next step. Must not catch anything.
import type { Sentence } from '../../text/sentence';
import { HostError, type HostErrorCode } from '../port';

interface Meaning {
  readonly code: HostErrorCode;
  readonly sentence: Sentence;
}

const meaning = (code: HostErrorCode, zh: string, en: string): Meaning => ({ code, sentence: { zh, en } });

const PROTECTED = meaning(
  'protected',
  'Excel 不允许改动：工作表或工作簿可能受保护，或以只读方式打开。请在“审阅”中撤消保护，或另存一份后再试。',
  'Excel does not allow changes: the sheet or workbook may be protected or read-only. Unprotect it under Review, or save a copy, and try again.',
);
const EDITING = meaning(
  'editing-cell',
  '有单元格正在编辑，请按回车键或 Esc 键结束编辑后再试。',
  'A cell is being edited; press Enter or Esc to finish and try again.',
);
const DIALOG = meaning(
  'busy',
  'Excel 中有对话框打开着，请先关闭对话框再试。',
  'A dialog is open in Excel; close it and try again.',
);
const TOO_LARGE = meaning(
  'too-large',
  '内容太多，超过了 Excel 一次能处理的大小，请把表格分到几张工作表后再试。',
  'There is more than Excel can handle at once; split the table into several sheets and try again.',
);
const GONE = meaning(
  'missing-sheet',
  '要处理的工作表或区域已不存在，可能已被删除或改名，请重新检查。',
  'The sheet or cells are no longer there; they may have been deleted or renamed. Please check again.',
);
const NAME_TAKEN = meaning(
  'name-taken',
  '工作簿里已有同名的工作表或名称，请先改名再试。',
  'The workbook already has a sheet or name called so; rename it and try again.',
);
const OLD = meaning(
  'unsupported',
  '这个版本的 Excel 不支持所需的功能，请升级到 Excel 2021、Microsoft 365 或使用网页版 Excel。',
  'This version of Excel lacks what is needed; please use Excel 2021, Microsoft 365 or Excel on the web.',
);
const INACTIVE = meaning(
  'busy',
  '当前显示的是另一个工作簿，请切换回原来的工作簿再试。',
  'Another workbook is in front; switch back to this one and try again.',
);
const BUSY = meaning('busy', 'Excel 正忙，请稍候再试。', 'Excel is busy; please wait a moment and try again.');
const SILENT = meaning(
  'busy',
  'Excel 很久没有回应，请看看是否有对话框打开或单元格正在编辑，然后再试。',
  'Excel has not answered for a long time; see whether a dialog is open or a cell is being edited, then try again.',
);
const OFFLINE = meaning(
  'connection',
  '与 Excel 的连接中断，请检查网络，重新打开面板后再试。',
  'The connection to Excel was lost; check the network, reopen the pane and try again.',
);
const MERGED = meaning(
  'changed',
  '表格旁边的单元格被合并或筛选，写不进去，请取消合并或筛选后重新检查。',
  'Cells beside the table are merged or filtered and cannot be written; undo that and check again.',
);
const SELECTION = meaning(
  'unsupported',
  '当前选中的不是单元格，请先选中一个单元格再试。',
  'What is selected is not a cell; select a cell and try again.',
);
const OUR_FAULT = meaning(
  'unknown',
  'Excel 没有接受这次操作，请重新检查；如果再次出现，请把这句话告诉管理员。',
  'Excel did not accept this; check again, and if it comes back, tell your administrator.',
);

/** Every code that Excel, Office or office.js itself can answer to what this adapter asks. */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  AccessDenied: PROTECTED,
  BadPassword: PROTECTED,
  InvalidOperationInCellEditMode: EDITING,
  WriteNotSupportedWhenModalDialogOpen: DIALOG,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  OperationCellsExceedLimit: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  FormulaLengthExceedsLimit: TOO_LARGE,
  NonBlankCellOffSheet: TOO_LARGE,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  InvalidBinding: GONE,
  InvalidObjectPath: GONE,
  UnsupportedSheet: GONE,
  ItemAlreadyExists: NAME_TAKEN,
  ApiNotFound: OLD,
  ApiNotAvailable: OLD,
  NotImplemented: OLD,
  UnsupportedFeature: OLD,
  UnsupportedOperation: OLD,
  UndoNotSupported: OLD,
  InactiveWorkbook: INACTIVE,
  ActivityLimitReached: BUSY,
  RequestAborted: BUSY,
  Conflict: BUSY,
  ServiceNotAvailable: OFFLINE,
  InvalidOrTimedOutSession: OFFLINE,
  HostRestartNeeded: OFFLINE,
  ConnectionFailure: OFFLINE,
  Timeout: SILENT,
  Unauthenticated: OFFLINE,
  InsertDeleteConflict: MERGED,
  MergedRangeConflict: MERGED,
  FilteredRangeConflict: MERGED,
  PivotTableRangeConflict: MERGED,
  InvalidSelection: SELECTION,
  EmptyChartSeries: OUR_FAULT,
  InvalidArgument: OUR_FAULT,
  InvalidOperation: OUR_FAULT,
  InvalidRequest: OUR_FAULT,
  GeneralException: OUR_FAULT,
  PropertyNotLoaded: OUR_FAULT,
  ValueNotLoaded: OUR_FAULT,
};

/** What a thrown error is called; '' when it has no name of Excel's. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Any error as one sentence. The original stays as its cause, for whoever debugs. */
export function hostErrorOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const { code, sentence } = MEANINGS[codeOf(error)] ?? OUR_FAULT;
  return new HostError(code, sentence, { cause: error });
}

const refusal = (code: HostErrorCode, zh: string, en: string): HostError => new HostError(code, { zh, en });

/** What the adapter refuses by itself, before anything is written. */
export const REFUSALS = {
  silent: () => new HostError(SILENT.code, SILENT.sentence),
  tooOld: () => new HostError(OLD.code, OLD.sentence),
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
  occupied: (sheet: string, cells: string) =>
    refusal(
      'changed',
      `工作表“${sheet}”的 ${cells} 已有内容，没有写入任何内容，请重新检查。`,
      `${cells} of sheet “${sheet}” is no longer empty, so nothing was written. Please check again.`,
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
  readOnly: () =>
    refusal(
      'read-only',
      '工作簿以只读方式打开，请另存一份，在副本中再试。',
      'The workbook is read-only; save a copy and try again there.',
    ),
  nameTaken: (sheet: string) =>
    refusal(
      'name-taken',
      `已有名为“${sheet}”的工作表，请先改名再试。`,
      `There is already a sheet named “${sheet}”; rename it and try again.`,
    ),
  notOurs: (sheet: string) =>
    refusal(
      'unsupported',
      `工作表“${sheet}”不是本工具生成的，没有删除。`,
      `Sheet “${sheet}” was not made by this tool, so it was not removed.`,
    ),
  cancelled: () => refusal('cancelled', '已取消，没有写入任何内容。', 'Cancelled; nothing was written.'),
  unfinished: (first: HostError) =>
    new HostError(
      first.code,
      {
        zh: `${first.sentence.zh}已写入的部分没能全部撤回，再次检查会自动补齐；也可以点“清除标记”。`,
        en: `${first.sentence.en} What had been written could not all be taken back; checking again completes it, or use Clear marks.`,
      },
      { cause: first },
    ),
} as const;
