// Owns the example that a first-time user may insert: rows of a published notice, with made-up values. Must not judge.
import { safeSheetName } from '../department/sheet-name';
import type { LookName } from '../workbook/looks';
import type { NewSheet, Plan, WorkbookSnapshot } from '../workbook/port';

const TITLE = '国家卫生城市数据评价指标部门分工表（示例）';
const NOTE = '指标、目标值和责任部门摘自临政办字〔2023〕14号；2021—2023年数值为演示而虚构，不是任何地方的统计数据。';
const HEAD = ['序号', '评价指标', '目标值', '责任部门', '2021年', '2022年', '2023年完成值'];
/** One row for each thing worth seeing: met, short of it, a trend, a plural actual, a due year, no data, words, impossible. */
const ROWS: readonly (readonly string[])[] = [
  ['1', '群众对卫生状况满意率', '≥ 90%', '区卫生健康局 区农业农村局 区综合行政执法局', '', '', '93.2%'],
  ['2', '居民健康素养水平', '≥ 23%或持续提升', '区卫生健康局', '21.5%', '22.4%', '22.9%'],
  ['4', '经常参加体育锻炼人数的比例', '>38.5%', '区教育和体育局', '', '', '38.5%'],
  ['7', '15 岁以上人群吸烟率', '<20%', '区直各部门', '', '', '21.3%'],
  [
    '8',
    '无烟党政机关、无烟医疗卫生机构、无烟学校建成比例',
    '≥ 90%',
    '区卫生健康局 区机关事务服务中心 区教育和体育局',
    '',
    '',
    '党政机关98%、医疗卫生机构100%、学校86%',
  ],
  ['9', '全面控烟法律法规规定', '有', '区卫生健康局', '', '', '已出台'],
  ['20', '主城区回收网点覆盖率', '100%', '区商务局', '', '', '待核实'],
  ['22', '环境空气质量指数 (AQI) 不超过 100 的天数', '≥ 320 天或持续改善', '临淄生态环境分局', '243', '251', '247'],
  ['33', '中小学生肥胖率', '逐年下降', '区卫生健康局 区教育局和体育局', '13.9%', '14.2%', '14.0%'],
  ['40', '孕产妇死亡率', '≤ 18/10 万或持续降低', '区卫生健康局', '0', '14.6/10万', '21.7/10万'],
  ['47', '严重精神障碍患者规范管理率', '≥ 85%', '临淄公安分局 区民政局 区卫生健康局', '', '', '105%'],
  ['48', '每千常住人口医疗卫生机构床位数', '7.74(2025年)', '区卫生健康局', '', '', '7.31'],
];
const LOOKS: readonly LookName[] = ['centre', 'text', 'text', 'text', 'centre', 'centre', 'centre'];
const WIDTHS = [6, 34, 20, 30, 11, 11, 24];

/** Puts the example into a sheet of its own. It carries no mark of ours: from then on it is the person's, like any other. */
export function insertExample(snapshot: WorkbookSnapshot): { readonly plan: Plan; readonly sheet: string } {
  const sheet = safeSheetName('示例指标表', new Set(snapshot.sheets.map(({ name }) => name)));
  return { plan: { expectations: [], steps: [{ kind: 'addSheets', sheets: [exampleSheet(sheet)] }] }, sheet };
}

function exampleSheet(name: string): NewSheet {
  const right = HEAD.length - 1;
  return {
    name,
    blocks: [
      { top: 0, left: 0, values: [[TITLE]], look: 'title' },
      { top: 1, left: 0, values: [[NOTE]], look: 'note' },
      { top: 2, left: 0, values: [HEAD], look: 'head' },
      { top: 3, left: 0, values: ROWS.map((row) => row.map((text) => (text === '' ? null : text))), look: LOOKS },
    ],
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right })),
    columnWidths: WIDTHS,
    rowHeights: [{ row: 0, points: 28 }],
    frozenRows: 3,
    print: { orientation: 'landscape', titleRows: [2, 2] },
  };
}
