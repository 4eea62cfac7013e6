// Owns the sheet 回收情况: what a person has to decide, then where every value came from. Must not decide anything.
import { safeSheetName } from '../department/sheet-name';
import type { LookName } from '../workbook/looks';
import type { CellInput, Mark, NewSheet, PlanStep, WorkbookSnapshot } from '../workbook/port';
import type { Answer, Collection, Place } from './collect';
import { freshMarkName, marksOf } from './marks';

export const COLLECTION_SHEET = '回收情况';

const HEADINGS = ['类别', '序号', '评价指标', '填报项', '内容', '来源', '说明', '处理意见'];
const WIDTHS = [12, 6, 34, 14, 30, 44, 44, 16];
const LOOKS: readonly LookName[] = ['centre', 'centre', 'text', 'centre', 'text', 'text', 'text', 'input'];
const HEADER_ROW = 2;

/** The steps that put the sheet in: an earlier one of ours steps aside first and goes last. */
export function collectionSheets(snapshot: WorkbookSnapshot, collection: Collection): PlanStep[] {
  const old = marksOf(snapshot, 'sheet').filter(({ place }) => place !== null && isCollectionSheet(place.sheet));
  const oldNames = old.flatMap(({ place }) => (place ? [place.sheet] : []));
  const taken = new Set(snapshot.sheets.map(({ name }) => name));
  const aside = oldNames.map((from) => {
    const to = safeSheetName(`~${from}`, taken);
    taken.add(to);
    return { from, to };
  });
  for (const name of oldNames) taken.delete(name);
  const name = safeSheetName(COLLECTION_SHEET, taken);
  const oldMarks = new Set(old.map((mark) => mark.name));
  const takenMarks = new Set(snapshot.marks.map((mark) => mark.name).filter((one) => !oldMarks.has(one)));
  const mark: Mark = {
    name: freshMarkName('sheet', takenMarks),
    place: { sheet: name, area: { top: 0, left: 0, bottom: 0, right: 0 } },
    text: null,
  };
  return [
    ...(aside.length > 0 ? [{ kind: 'renameSheets', names: aside } satisfies PlanStep] : []),
    { kind: 'addSheets', sheets: [collectionSheet(name, collection)] },
    ...(aside.length > 0
      ? [
          { kind: 'removeSheets', names: aside.map(({ to }) => to) } satisfies PlanStep,
          { kind: 'unmark', names: [...oldMarks] } satisfies PlanStep,
        ]
      : []),
    { kind: 'mark', marks: [mark] },
  ];
}

const isCollectionSheet = (name: string): boolean =>
  name === COLLECTION_SHEET || name.startsWith(`${COLLECTION_SHEET} (`);

function collectionSheet(name: string, collection: Collection): NewSheet {
  const rows = linesOf(collection);
  const across = (row: number) => ({ top: row, bottom: row, left: 0, right: HEADINGS.length - 1 });
  return {
    name,
    blocks: [
      { top: 0, left: 0, values: [[COLLECTION_SHEET]], look: 'title' },
      { top: 1, left: 0, values: [[summaryOf(collection)]], look: 'note' },
      { top: HEADER_ROW, left: 0, values: [HEADINGS], look: 'head' },
      ...(rows.length > 0 ? [{ top: HEADER_ROW + 1, left: 0, values: rows, look: LOOKS }] : []),
    ],
    columnWidths: WIDTHS,
    rowHeights: [
      { row: 0, points: 30 },
      { row: 1, points: 34 },
    ],
    merges: [0, 1].map(across),
    frozenRows: HEADER_ROW + 1,
    print: { orientation: 'landscape', titleRows: [HEADER_ROW, HEADER_ROW] },
  };
}

/** Counts of everything, in one line. */
export function summaryOf({ filled, conflicts, suspicious, unmatched, open, missing, unread }: Collection): string {
  const notBack = missing.filter(({ kind }) => kind === 'none').length;
  const blank = missing.length - notBack;
  return [
    `已汇总 ${filled.length} 个数值`,
    `冲突 ${conflicts.length} 处（未填入，待确定）`,
    `可疑数值 ${suspicious.length} 个`,
    `未能对应 ${unmatched.length} 行`,
    `未填报 ${open.length} 项`,
    `未回收 ${notBack} 个单位`,
    ...(blank > 0 ? [`交回空表 ${blank} 个单位`] : []),
    ...(unread.length > 0 ? [`未能识别 ${unread.length} 个文件`] : []),
  ].join('，');
}

/** What must be decided first, then what to chase, then where the values came from. */
function linesOf(collection: Collection): CellInput[][] {
  const place = ({ seq, indicator, column }: Place): CellInput[] => [seq, indicator, column];
  const { conflicts, suspicious, unmatched, looseMatches, open, missing, unread, filled } = collection;
  return [
    ...conflicts.map((one) => [
      '冲突',
      ...place(one),
      [
        ...(one.standing === null ? [] : [`总表现有：${one.standing}`]),
        ...one.answers.map(({ department, value }) => `${department ?? '未知单位'}：${value}`),
      ].join('\n'),
      one.answers.map(sourceOf).join('\n'),
      one.standing === null
        ? '各单位填报不一致，未填入，请核实后确定'
        : '与总表现有数值不一致，总表未改动，请核实后确定',
      null,
    ]),
    ...suspicious.map((one) => [
      '可疑数值',
      ...place(one),
      one.answer.value,
      sourceOf(one.answer),
      `${one.why.zh}${one.isFilled ? '（已填入，请核实）' : '（未填入）'}`,
      null,
    ]),
    ...unmatched.map((one) => [
      '未能对应',
      one.seq,
      one.indicator,
      null,
      one.value,
      `${one.department ?? '未知单位'}\u3000${one.file}\u3000${one.sheet} 第${one.row}行`,
      one.why.zh,
      null,
    ]),
    ...looseMatches.map((one) => [
      '请核对对应',
      one.seq,
      one.indicator,
      null,
      one.returned,
      one.file,
      one.why.zh,
      null,
    ]),
    ...open.map((one) => [
      '未填报',
      ...place(one),
      one.words.join('；') || null,
      one.departments.join('、'),
      '交回的表中没有数值',
      null,
    ]),
    ...missing.map(({ department, kind, indicators }) => [
      kind === 'none' ? '未回收' : '交回空表',
      null,
      null,
      null,
      `${indicators} 项指标`,
      department,
      null,
      null,
    ]),
    ...unread.map((file) => ['未能识别', null, null, null, null, file, '没有找到指标表，请打开核对', null]),
    ...filled.map((one) => ['已汇总', ...place(one), one.value, one.sources.map(sourceOf).join('\n'), null, null]),
  ];
}

const sourceOf = ({ department, file, sheet, cell }: Answer): string =>
  `${department ?? '未知单位'}\u3000${file}\u3000${sheet}!${cell}`;
