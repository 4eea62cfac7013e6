// Owns the texts of the pane's frame, its jobs and its failures, in both languages. Those of a report stand in
// report-messages.ts, which is loaded with it. Must not decide when one is shown.
import type { Collection } from '../jobs/collection';
import type { Summary } from '../report/summary';
import type { Profile } from '../table/table';
import type { Sentence } from '../text/sentence';

/** Fixed texts. Names of controls and regions are a contract: they are what people and checks look for. */
export const MESSAGES = {
  product: { zh: '达标', en: 'Dabiao' },
  check: { zh: '检查达标', en: 'Check compliance' },
  departmentSheets: { zh: '生成部门分表', en: 'Department sheets' },
  exportDepartments: { zh: '导出部门工作簿', en: 'Export department workbooks' },
  collect: { zh: '汇总回收', en: 'Collect returned workbooks' },
  prepare: { zh: '准备填报列', en: 'Add columns to fill in' },
  clear: { zh: '清除标记', en: 'Clear marks' },
  more: { zh: '更多', en: 'More' },
  clearAnyway: { zh: '仍然清除', en: 'Clear anyway' },
  keep: { zh: '不清除', en: 'Keep' },
  insertExample: { zh: '插入示例表', en: 'Insert an example table' },
  actions: { zh: '更多操作', en: 'More actions' },
  profile: { zh: '适用范围', en: 'Profile' },
  cancel: { zh: '取消', en: 'Cancel' },
  dismiss: { zh: '知道了', en: 'Dismiss' },
  firstRun: {
    zh: '打开指标表，点“检查达标”：逐项判定是否达到目标值，写明理由，标出颜色；原有内容不动，可随时清除。',
    en: 'Open the sheet with the indicators and click “Check compliance”: each one is judged against its target, with the reason, and coloured. Your own cells stay as they are; the marks can be cleared at any time.',
  },
  limits: {
    zh: '判定只看表中的目标值和实际值；看不懂的一律标“需人工判定”，不会当作未达标。数据不离开本工作簿。',
    en: 'Only the targets and values in the table are judged; what cannot be read needs review and is never called a failure. Nothing leaves the workbook.',
  },
  noTables: {
    zh: '没有找到指标表。表中应有“评价指标”列和“目标值”列；请切换到有这两列的工作表再检查。',
    en: 'No indicator table was found. It needs a column of indicators and one of targets; go to the sheet that has them and check again.',
  },
  noDepartments: {
    zh: '表中没有写明责任部门，请先补上“责任部门”一列再试。',
    en: 'The table names no responsible department; add a 责任部门 column and try again.',
  },
  checkFirst: {
    zh: '没有找到指标表，未生成分表。请切换到有“评价指标”和“目标值”列的工作表再试。',
    en: 'No indicator table was found, so no sheets were made. Go to the sheet that has indicators and targets and try again.',
  },
  tasksOnly: {
    zh: '没有找到指标表，只有任务清单；任务请点“导出部门工作簿”分给各部门。',
    en: 'There is no indicator table, only a task list; click “Export department workbooks” to hand its tasks out.',
  },
  reading: { zh: '正在读取工作表…', en: 'Reading the sheet…' },
  judging: { zh: '正在逐项判定…', en: 'Judging…' },
  marking: { zh: '正在写入结果…', en: 'Writing the results…' },
  makingSheets: { zh: '正在生成部门分表…', en: 'Making department sheets…' },
  makingFiles: { zh: '正在生成部门工作簿…', en: 'Making department workbooks…' },
  collecting: { zh: '正在汇总回收的工作簿…', en: 'Collecting returned workbooks…' },
  preparing: { zh: '正在添加填报列…', en: 'Adding columns to fill in…' },
  clearing: { zh: '正在清除标记…', en: 'Clearing marks…' },
  insertingExample: { zh: '正在插入示例表…', en: 'Inserting the example…' },
  remembering: { zh: '正在记住您的选择…', en: 'Remembering your choice…' },
  cleared: { zh: '已清除全部标记，工作簿已恢复原样。', en: 'All marks are cleared; the workbook is as it was.' },
  nothingToClear: { zh: '没有需要清除的标记。', en: 'There is nothing to clear.' },
  prepared: {
    zh: '已添加填报列，请填入实际值后再检查。',
    en: 'Columns are added. Fill in the actual values, then check again.',
  },
  nothingToPrepare: {
    zh: '各表都已有实际值列，无需添加。',
    en: 'Every table has its column of actual values already.',
  },
  exampleInserted: {
    zh: '已插入示例表（数值为演示用），请点“检查达标”。',
    en: 'The example is inserted (its values are made up). Now click “Check compliance”.',
  },
  cancelled: { zh: '已取消，工作簿没有改动。', en: 'Cancelled; the workbook was not changed.' },
  changedMeanwhile: {
    zh: '表格在检查后有改动，已按现在的内容重新检查。',
    en: 'The table changed after the check, so it was checked again as it is now.',
  },
  layoutChanged: {
    zh: '表格的结构有变化，请重新点“检查达标”。',
    en: 'The layout of the table changed. Please click “Check compliance” again.',
  },
  outsideExcel: {
    zh: '请在 Excel 中打开：在“开始”选项卡的“创卫达标”组点“打开面板”。',
    en: 'Please open this in Excel: on the Home tab, in the group “Hygienic city”, click “Open pane”.',
  },
  loadFailed: {
    zh: '面板的一部分没有加载成功。请检查网络后重新打开面板；工作簿没有改动。',
    en: 'A part of the pane did not load. Check the network and reopen the pane; the workbook was not changed.',
  },
  noAnswer: {
    zh: '已取消等待，但 Excel 没有回应。请看一下工作表，再点“清除标记”或重新检查。',
    en: 'Stopped waiting, but Excel did not answer. Look at the sheet, then clear the marks or check again.',
  },
  unexpected: {
    zh: '出现意外错误，本次操作没有完成。请重试；如仍不行，请重新打开面板。',
    en: 'Something unexpected happened and the action did not finish. Try again; if it fails again, reopen the pane.',
  },
} as const satisfies Record<string, Sentence>;

export const PROFILE_LABELS: Readonly<Record<Profile, Sentence>> = {
  city: { zh: '国家卫生城市', en: 'Hygienic city' },
  county: { zh: '国家卫生县', en: 'Hygienic county' },
};

export function checked({ indicators, unmet, missing, review }: Summary): Sentence {
  return {
    zh: `已检查 ${indicators} 项：未达标 ${unmet}，缺数据 ${missing}，需人工判定 ${review}。`,
    en: `Checked ${indicators}: ${unmet} not met, ${missing} missing, ${review} to review.`,
  };
}

export function rejudged(rows: number): Sentence {
  return { zh: `已重新判定 ${rows} 项。`, en: `Judged ${rows} again.` };
}

export function sheetsMade(count: number): Sentence {
  return { zh: `已生成部门汇总和 ${count} 张部门分表。`, en: `Made the summary and ${count} department sheets.` };
}

/** Of the one file that holds all workbooks. */
export const ARCHIVE_NAME = '部门工作簿.zip';

export function filesMade(count: number, delivery: 'download' | 'window'): Sentence {
  return delivery === 'download'
    ? { zh: `已导出 ${count} 个部门的工作簿。`, en: `Exported the workbooks of ${count} departments.` }
    : {
        zh: `已打开 ${count} 个部门的工作簿，请分别保存后发送。`,
        en: `Opened the workbooks of ${count} departments; save each before sending it.`,
      };
}

export function collected({ filled, conflicts, missing }: Collection): Sentence {
  const without = missing.length;
  return {
    zh: `已填入 ${filled.length} 个数，不一致 ${conflicts.length} 处，未报部门 ${without} 个；详见“回收情况”表。`,
    en: `Filled ${filled.length} values; ${conflicts.length} disagree, ${without} departments are missing. See the sheet “回收情况”.`,
  };
}
