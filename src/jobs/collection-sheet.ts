// Owns the sheet 回收情况: what a person has to decide, then where every value came from. Must not decide anything.
import type { Sheet } from '../sheet/sheet';
import { nameKey } from '../standard/national-2021';
import type { Verdict } from '../verdict/judgement';
import { VERDICT_COLOURS, type LookName } from '../workbook/looks';
import type { CellInput, NewSheet, PlanStep, WorkbookSnapshot } from '../workbook/port';
import type { Answer, Collection, LooseMatch, Place } from './collection';
import { LIST_FIRST_ROW, LIST_HEADER_ROW, listSheet, ownList, replaceOwnList } from './own-lists';

export const COLLECTION_SHEET = '回收情况';

const HEADINGS = ['类别', '序号', '评价指标', '填报项', '内容', '来源', '说明', '处理意见'];
const WIDTHS = [12, 6, 34, 14, 30, 44, 44, 16];
const LOOKS: readonly LookName[] = ['centre', 'centre', 'text', 'centre', 'text', 'text', 'text', 'input'];

/** The steps that put the sheet in. What a person wrote under 处理意见 in an earlier one goes along. */
export function collectionSheets(snapshot: WorkbookSnapshot, collection: Collection): PlanStep[] {
  const opinions = readOpinions(ownList(snapshot, COLLECTION_SHEET));
  return replaceOwnList(snapshot, COLLECTION_SHEET, (name) => collectionSheet(name, collection, opinions));
}

/** Coloured like the verdict that calls for the same care, in the first column only: the rest is for reading. */
const COLOURS: readonly { readonly label: string; readonly like: Verdict }[] = [
  { label: '冲突', like: 'unmet' },
  { label: '可疑数值', like: 'review' },
  { label: '未能对应', like: 'review' },
  { label: '未能识别', like: 'review' },
  { label: '未填报', like: 'missing' },
  { label: '未回收', like: 'missing' },
  { label: '交回空表', like: 'missing' },
  { label: '已汇总', like: 'met' },
];

const OPINION = HEADINGS.length - 1;

/** A line's text without its opinion: what the opinion was about. */
const keyOf = (line: readonly CellInput[]): string =>
  line
    .slice(0, OPINION)
    .map((cell) => String(cell ?? ''))
    .join('\n');

/** Lines with an opinion, by what they are about. */
function readOpinions(sheet: Sheet | null): Map<string, readonly CellInput[]> {
  const found = new Map<string, readonly CellInput[]>();
  for (let row = LIST_FIRST_ROW; row < (sheet?.rowCount ?? 0); row += 1) {
    const line = HEADINGS.map((_, column) => sheet?.cell(row, column).text ?? '');
    if (line[OPINION] !== '') found.set(keyOf(line), line);
  }
  return found;
}

/** Every opinion at its line; those whose line is gone stand below. */
function withOpinions(
  lines: readonly CellInput[][],
  opinions: ReadonlyMap<string, readonly CellInput[]>,
): CellInput[][] {
  const keys = new Set(lines.map(keyOf));
  const kept = lines.map((line) => [...line.slice(0, OPINION), opinions.get(keyOf(line))?.[OPINION] ?? null]);
  const gone = [...opinions].filter(([key]) => !keys.has(key));
  return [...kept, ...gone.map(([, line]) => [SETTLED, ...line.slice(1)])];
}

const SETTLED = '已不再列出';

function collectionSheet(
  name: string,
  collection: Collection,
  opinions: ReadonlyMap<string, readonly CellInput[]>,
): NewSheet {
  const rows = withOpinions(linesOf(collection), opinions);
  return {
    ...listSheet(name, {
      title: COLLECTION_SHEET,
      note: summaryOf(collection),
      headings: HEADINGS,
      rows,
      looks: LOOKS,
      widths: WIDTHS,
    }),
    colours: [
      {
        area: { top: LIST_FIRST_ROW, bottom: LIST_HEADER_ROW + Math.max(1, rows.length), left: 0, right: 0 },
        keyColumn: 0,
        rules: COLOURS.map(({ label, like }) => ({ equals: label, ...VERDICT_COLOURS[like] })),
      },
    ],
  };
}

/** Counts of everything, in one line. */
export function summaryOf(collection: Collection): string {
  const { filled, conflicts, suspicious, unmatched, open, missing, departments, unread } = collection;
  const notBack = missing.filter(({ kind }) => kind === 'none').length;
  const blank = missing.length - notBack;
  return [
    `应报 ${departments} 个单位，已报 ${departments - missing.length} 个`,
    `未回收 ${notBack} 个单位`,
    ...(blank > 0 ? [`交回空表 ${blank} 个单位`] : []),
    `已汇总 ${filled.length} 个数值`,
    `冲突 ${conflicts.length} 处（未填入，待确定）`,
    `可疑数值 ${suspicious.length} 个`,
    `未能对应 ${unmatched.length} 行`,
    `未填报 ${open.length} 项`,
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
    ...looseLines(looseMatches),
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

/** A changed name is a line of its own; rows of a file that only lost their marks are one, or a long file would bury the rest. */
function looseLines(matches: readonly LooseMatch[]): CellInput[][] {
  const groups = new Map<string, LooseMatch[]>();
  matches.forEach((one, at) => {
    const isSameName = nameKey(one.returned) === nameKey(one.indicator);
    const key = isSameName ? `${one.file}\n${one.why.zh}` : String(at);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  });
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    if (!one) return [];
    if (group.length === 1)
      return [['请核对对应', one.seq, one.indicator, null, one.returned, one.file, one.why.zh, null]];
    const places = group.map(({ seq, indicator }) => seq ?? indicator).join('、');
    return [
      ['请核对对应', null, `${group.length} 项指标，名称相同`, null, `序号 ${places}`, one.file, one.why.zh, null],
    ];
  });
}

const sourceOf = ({ department, file, sheet, cell }: Answer): string =>
  `${department ?? '未知单位'}\u3000${file}\u3000${sheet}!${cell}`;
