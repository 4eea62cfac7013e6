// Owns the text of 整改通知单 and 情况通报 as data: every figure in it comes from the counts. Must not write files, nor blame.
import { VERDICT_LABELS, type Verdict } from '../verdict/judgement';
import {
  breakdownByDepartment,
  type Breakdown,
  type DepartmentBreakdown,
  type DepartmentCounts,
  type DepartmentRow,
} from './breakdown';
import type { JudgedRow, JudgedTable } from './judged';
import { responsibilities } from './ledger';
import { rankDepartments, redAndBlackList, type ListThresholds, type RankedDepartment } from './ranking';
import { gapText, listText, rateText } from './wording';

/** `widths` are shares of the page. */
export interface DocumentTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

export type DocumentBlock =
  { readonly kind: 'heading' | 'paragraph'; readonly text: string } | (DocumentTable & { readonly kind: 'table' });

/** A formal document. What a person must fill in stands as blanks before 年, 月 and 日. */
export interface OfficialDocument {
  /** What the file is to be called, without extension; not yet safe for every system. */
  readonly name: string;
  readonly title: string;
  /** The title broken where it reads well. */
  readonly titleLines: readonly string[];
  /** Line under the title: the document's number, to be filled in. */
  readonly number: string;
  readonly addressee: string;
  readonly blocks: readonly DocumentBlock[];
  /** Who signs; a placeholder when nobody is given. */
  readonly office: string;
  readonly date: string;
  /** The slip to be returned, on a page of its own; null when none is asked for. */
  readonly reply: ReplySlip | null;
}

export interface ReplySlip extends DocumentTable {
  readonly title: string;
  readonly text: string;
  /** Lines under the table, for name, telephone, seal and date. */
  readonly signatures: readonly string[];
}

export interface NoticeOptions {
  /** The programme in the titles: 国家卫生城市, 国家卫生县 … */
  readonly programme: string;
  /** The office that signs and receives the replies; a placeholder when absent. */
  readonly office?: string;
  /** As it should be printed (`2024年6月30日`); blanks to fill in when absent. */
  readonly deadline?: string;
  /** Red and black lists stand in the 通报 only where a person has set their thresholds. */
  readonly thresholds?: ListThresholds;
}

const BLANK_DATE = '　　　　年　　月　　日';
const OFFICE_PLACEHOLDER = '（发文单位）';
const NUMBER_PLACEHOLDER = '〔　　　　〕第　　号';

const COUNTED: readonly Verdict[] = ['met', 'unmet', 'pending', 'missing', 'review', 'notApplicable'];
/** `达标 3 项，未达标 1 项`: kinds that occur. */
const countsText = (counts: DepartmentCounts): string =>
  COUNTED.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${VERDICT_LABELS[verdict].zh} ${String(counts[verdict])} 项`)
    .join('，');

const isOf =
  (verdict: Verdict) =>
  ({ judgement }: JudgedRow): boolean =>
    judgement.verdict === verdict;
const quoted = (rows: readonly JudgedRow[]): string => rows.map(({ row }) => `“${row.indicator}”`).join('、');
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
const heading = (text: string): DocumentBlock => ({ kind: 'heading', text });

// ------------------------------------------------------------------------------------------------ 整改通知单

const ROLE_LABELS = { lead: '牵头', joint: '共同', support: '配合' } as const;

const problemRow = ({ judged, role, others }: DepartmentRow, index: number): string[] => [
  String(index + 1),
  judged.row.indicator,
  judged.judgement.target.normal,
  judged.judgement.actual?.raw ?? '',
  gapText(judged.judgement),
  judged.judgement.reason.zh,
  others.length === 0 ? ROLE_LABELS[role] : `${ROLE_LABELS[role]}（${others.join('、')}）`,
];
const PROBLEM_HEAD = ['序号', '指标', '目标值', '实际值', '差距', '判定说明', '你单位职责（其他责任单位）'];
const PROBLEM_WIDTHS = [8, 20, 14, 12, 11, 22, 13];

/** Asked for besides, each in one sentence: what is missing, to be confirmed, or not yet due. */
const OTHER_REQUESTS: readonly { readonly verdict: Verdict; readonly say: (count: number, names: string) => string }[] =
  [
    { verdict: 'missing', say: (count, names) => `另有 ${String(count)} 项指标尚无数据，请一并报送：${names}。` },
    {
      verdict: 'review',
      say: (count, names) => `另有 ${String(count)} 项指标需人工判定，请核实数据口径并提供依据：${names}。`,
    },
    { verdict: 'pending', say: (count, names) => `另有 ${String(count)} 项指标尚未到期，请按计划推进：${names}。` },
  ];

const rectificationNotice = (department: DepartmentBreakdown, options: NoticeOptions): OfficialDocument => {
  const { name, counts, rows } = department;
  const failing = rows.filter(({ judged }) => isOf('unmet')(judged));
  const deadline = options.deadline ?? BLANK_DATE;
  const office = options.office ?? OFFICE_PLACEHOLDER;
  const titleLines = [`关于${options.programme}数据评价指标`, '未达标问题的整改通知单'];
  const title = titleLines.join('');
  const shared = failing.filter(({ others }) => others.length > 0).length;
  const others = OTHER_REQUESTS.flatMap(({ verdict, say }) => {
    const found = rows.map(({ judged }) => judged).filter(isOf(verdict));
    return found.length === 0 ? [] : [paragraph(say(found.length, quoted(found)))];
  });
  return {
    name: `整改通知单-${name}`,
    title,
    titleLines,
    number: NUMBER_PLACEHOLDER,
    addressee: `${name}：`,
    blocks: [
      paragraph(
        `经对照${options.programme}数据评价指标目标值逐项核对，你单位承担的 ${String(counts.indicators)} 项指标中，${countsText(counts)}。现将未达标的 ${String(counts.unmet)} 项指标通知如下：`,
      ),
      { kind: 'table', head: PROBLEM_HEAD, rows: failing.map(problemRow), widths: PROBLEM_WIDTHS },
      paragraph(
        `请逐项分析原因，制定整改措施，明确责任人，于${deadline}前完成整改，并将《整改回执》及佐证材料报送${office}。`,
      ),
      ...(shared > 0
        ? [paragraph(`上述指标中有 ${String(shared)} 项涉及多个单位，请与表列单位会商，协调推进整改。`)]
        : []),
      ...others,
    ],
    office,
    date: BLANK_DATE,
    reply: {
      title: '整改回执',
      text: `${office}：\n《${title}》收悉，我单位整改情况如下：`,
      head: ['序号', '指标', '整改措施', '整改结果', '完成时间', '责任人'],
      rows: failing.map(({ judged }, index) => [String(index + 1), judged.row.indicator, '', '', '', '']),
      widths: [8, 28, 24, 16, 14, 10],
      signatures: ['单位（盖章）：', '负责人（签字）：', '联系人及电话：', BLANK_DATE],
    },
  };
};

/** A 整改通知单 for each department that has an indicator not met, worst first. What is unknown is asked for, never listed as a failure. */
export const rectificationNotices = (tables: readonly JudgedTable[], options: NoticeOptions): OfficialDocument[] =>
  breakdownByDepartment(tables)
    .departments.filter(({ counts }) => counts.unmet > 0)
    .map((department) => rectificationNotice(department, options));

// ------------------------------------------------------------------------------------------------ 情况通报

/** 不适用 stands in the table only where there is one; else it is a column of zeros. */
const departmentTable = ({ departments, total }: Breakdown): DocumentBlock => {
  const verdicts = COUNTED.filter((verdict) => verdict !== 'notApplicable' || total.notApplicable > 0);
  const cells = (name: string, counts: DepartmentCounts): string[] => [
    name,
    String(counts.indicators),
    ...verdicts.map((verdict) => String(counts[verdict])),
    rateText(counts.rate),
  ];
  return {
    kind: 'table',
    head: ['责任部门', '指标数', ...verdicts.map((verdict) => VERDICT_LABELS[verdict].zh), '达标率'],
    rows: [...departments.map(({ name, counts }) => cells(name, counts)), cells('合计（每项指标计一次）', total)],
    widths: [26, 10, ...verdicts.map((verdict) => (verdict === 'review' ? 13 : 11)), 11],
  };
};

const unmetTable = (rows: readonly JudgedRow[]): DocumentBlock => ({
  kind: 'table',
  head: ['序号', '指标', '目标值', '实际值', '差距', '责任单位', '配合单位'],
  rows: rows.map(({ row, judgement, departments }, index) => {
    const { lead, support } = responsibilities(departments);
    return [
      String(index + 1),
      row.indicator,
      judgement.target.normal,
      judgement.actual?.raw ?? '',
      gapText(judgement),
      listText(lead),
      listText(support),
    ];
  }),
  widths: [8, 23, 15, 13, 11, 17, 13],
});

const rankingBlocks = (breakdown: Breakdown, thresholds: ListThresholds | undefined): DocumentBlock[] => {
  const ranking = rankDepartments(breakdown);
  const names = (list: readonly RankedDepartment[]): string =>
    list.length === 0 ? '无' : list.map(({ department }) => department.name).join('、');
  const lists = thresholds === undefined ? null : redAndBlackList(ranking, thresholds);
  const table: DocumentBlock = {
    kind: 'table',
    head: ['名次', '责任部门', '指标数', '达标', '达标率'],
    rows: ranking.ranked.map(({ rank, department: { name, counts } }) => [
      String(rank),
      name,
      String(counts.indicators),
      String(counts.met),
      rateText(counts.rate),
    ]),
    widths: [12, 40, 16, 16, 16],
  };
  return [
    paragraph(ranking.method.zh),
    table,
    ...(lists === null
      ? []
      : [
          paragraph(lists.rule.zh),
          paragraph(`红榜：${names(lists.red)}。`),
          paragraph(`黑榜：${names(lists.black)}。`),
        ]),
  ];
};

/** Sections of the circular that list what is not settled. */
const UNSETTLED: readonly { readonly verdict: Verdict; readonly title: string }[] = [
  { verdict: 'missing', title: '缺数据' },
  { verdict: 'review', title: '需人工判定' },
  { verdict: 'pending', title: '未到期' },
];

/** Asks for what the figures call for, and for nothing else. */
const nextSteps = (total: DepartmentCounts, deadline: string | undefined): string => {
  const by = deadline === undefined ? '' : `，于${deadline}前完成`;
  const asked = [
    ...(total.unmet > 0 ? [`对照未达标指标逐项整改${by}`] : []),
    ...(total.missing > 0 ? ['及时报送尚缺的数据'] : []),
    ...(total.review > 0 ? ['核实需人工判定的指标'] : []),
    ...(total.pending > 0 ? ['按计划推进未到期的指标'] : []),
    ...(total.met > 0 ? ['巩固已达标指标'] : []),
  ];
  return `请各责任部门${asked.join('；')}。`;
};

const CHINESE_NUMBERS = '一二三四五六七八九';

/** The 情况通报: figures in total, what is not met, what is unknown, each department, and the ranking with its method. */
export const circular = (tables: readonly JudgedTable[], options: NoticeOptions): OfficialDocument => {
  const breakdown = breakdownByDepartment(tables);
  const { total, unassigned } = breakdown;
  const all = tables.flatMap(({ rows }) => rows);
  const unmet = all.filter(isOf('unmet'));
  const unsettled = UNSETTLED.flatMap(({ verdict, title }) => {
    const rows = all.filter(isOf(verdict));
    return rows.length === 0 ? [] : [paragraph(`${title} ${String(rows.length)} 项：${quoted(rows)}。`)];
  });
  const sections: { title: string; blocks: DocumentBlock[] }[] = [
    {
      title: '总体情况',
      blocks: [
        paragraph(
          `本次共核对 ${String(total.indicators)} 项指标，${countsText(total)}，达标率 ${rateText(total.rate)}（达标÷（指标数－不适用））。`,
        ),
      ],
    },
    {
      title: '未达标指标',
      blocks:
        unmet.length === 0
          ? [paragraph('本次未发现未达标指标。')]
          : [paragraph(`未达标 ${String(unmet.length)} 项，具体如下：`), unmetTable(unmet)],
    },
    ...(unsettled.length === 0 ? [] : [{ title: '尚未确定达标与否的指标', blocks: unsettled }]),
    ...(breakdown.departments.length === 0
      ? []
      : [
          {
            title: '各部门情况',
            blocks: [
              departmentTable(breakdown),
              paragraph('共同承担的指标在各部门分别计数，合计中每项指标只计一次。'),
              ...(unassigned.length === 0
                ? []
                : [paragraph(`有 ${String(unassigned.length)} 项指标未列责任部门：${quoted(unassigned)}。`)]),
            ],
          },
          { title: '达标率排名', blocks: rankingBlocks(breakdown, options.thresholds) },
        ]),
    { title: '下一步工作', blocks: [paragraph(nextSteps(total, options.deadline))] },
  ];
  const titleLines = [`关于${options.programme}数据评价指标`, '达标情况的通报'];
  return {
    name: '情况通报',
    title: titleLines.join(''),
    titleLines,
    number: NUMBER_PLACEHOLDER,
    addressee: '各有关单位：',
    blocks: sections.flatMap(({ title, blocks }, index) => [
      heading(`${CHINESE_NUMBERS[index] ?? ''}、${title}`),
      ...blocks,
    ]),
    office: options.office ?? OFFICE_PLACEHOLDER,
    date: BLANK_DATE,
    reply: null,
  };
};
