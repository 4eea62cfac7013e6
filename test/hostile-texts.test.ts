// Owns that no text, however long and however it repeats, makes a reader throw or take longer than its length is worth.
// Effort is processor time, held against the same reader's effort on an eighth of the text: no clock is read.
import fc from 'fast-check';
import { splitDepartments } from '../src/department/split';
import { arraySheet, cellOf } from '../src/sheet/array-sheet';
import { betterDirection } from '../src/standard/direction';
import { nationalIndicator } from '../src/standard/national-2021';
import { recogniseTables } from '../src/table/recognise';
import { readTarget } from '../src/target/read';
import { normalise } from '../src/text/normalise';
import { withArabicNumerals } from '../src/text/numerals';
import { readValue } from '../src/value/read';
import { judgeRow } from '../src/verdict/judge';
import { effortOf } from './support/effort';

/** The most that a cell of Excel holds. */
const LONGEST = 32_767;
/** A department cell that is longer is kept whole, unread. */
const LONGEST_DEPARTMENTS = 3000;

const CONTEXT = { unit: null, remark: null, profile: 'county', targetYear: null } as const;
const JUDGING = { profile: 'city', actualYear: null, targetYear: null } as const;
const BLANK = {
  unit: null,
  remark: null,
  history: [],
  reference: null,
  plan: null,
  numerator: null,
  denominator: null,
};

function judged(indicator: string, target: string, actual: string): unknown {
  return judgeRow({ ...BLANK, indicator, target, actual: cellOf(actual) }, JUDGING);
}

interface Reader {
  readonly name: string;
  readonly read: (text: string) => unknown;
  /** The longest text that is read at all; of a cell where not said. */
  readonly longest?: number;
}

const READERS: readonly Reader[] = [
  { name: 'normalise', read: normalise },
  { name: 'numerals', read: withArabicNumerals },
  { name: 'a target', read: (text) => readTarget(text, { ...CONTEXT, indicator: '合格率' }) },
  { name: "a target's indicator", read: (text) => readTarget('90%', { ...CONTEXT, indicator: text }) },
  { name: "a target's remark", read: (text) => readTarget('90%', { ...CONTEXT, indicator: '合格率', remark: text }) },
  { name: 'a value', read: (text) => readValue(cellOf(text), '合格率') },
  { name: "a value's indicator", read: (text) => readValue(cellOf('90%以上，达标'), text) },
  { name: 'an answer', read: (text) => judged('制度', '建立并实施', text) },
  { name: 'an absence', read: (text) => judged('事故', '杜绝', text) },
  { name: 'a grade', read: (text) => judged('密度', '达到C级', text) },
  { name: 'a name that is judged', read: (text) => judged(text, '≥90%', '城区95%、乡镇93%') },
  {
    name: 'departments',
    read: (text) => splitDepartments({ departments: text, support: text }),
    longest: LONGEST_DEPARTMENTS - 2,
  },
  { name: 'a direction', read: betterDirection },
  { name: "the standard's row", read: nationalIndicator },
  {
    name: 'a table',
    read: (text) =>
      recogniseTables(
        arraySheet([
          [text, '目标值'],
          [text, text],
        ]),
        { profile: 'city' },
      ),
  },
];

/** Beginnings of what the readers look for, and pieces that nest, alternate or never end. */
const PIECES = [
  '1', '1,', '1、', '1.', '1-', '1~', '1 ', '1\n', '(', ')', '((', '()', '（', '【', '“', '《', '《a》', '<', '≥', '≥1', '≥1%', '?', '或', '且', '和', '、', '，', '；', ' ', '\n', '\t',
  '\u200b', '&ge;', '１', '一', '百分之', '九成', '十万分之', '万', '亿', '%', '‰', '/', '1/1', '1/10万', '2023年', '2023年12月', '12月', '以上', '左右', '不', '未', '无', '未达到', '没有',
  '提高', '下降', '较上年', '逐年', '持续', '年均', '平均', '达到', '控制在', '每', '每年', '每个', '各', '各县', '以县为单位', '县：', '设区市', '局', '区', '教育局', '局和', '等部门', '牵头', '负责、', '责任单位：',
  'A级', '一级', '合格', '达标', '已', '已建立', '正在', '计划', '检查', '有', '率', '率、', '合格率', '覆盖率98%、', 'PM2.5 1、', 'GB5749-2022', '#', '=1+', '第', '全年共', '其中', '待报', '、南街待报',
]; // prettier-ignore

function repeated(piece: string, length: number, tail: string): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length - tail.length) + tail;
}

/** Eight times the text may take some twenty times the effort, and never more than a few hundredths of a second for nothing. */
function growth(read: (text: string) => unknown, longest: number, piece: string, tail: string): number {
  const least = (length: number, mark: string): number => {
    const text = repeated(piece, length, tail);
    return Math.min(
      effortOf(() => read(`${text}${mark}`)),
      effortOf(() => read(`${text}${mark}${mark}`)),
    );
  };
  return least(longest, 'z') / Math.max(4, least(Math.floor(longest / 8), 'y'));
}

const MOST_GROWTH = 20;

/** Garbage of what ran before may be collected during a measure, so only what is too much three times over counts. */
function leastGrowth(read: (text: string) => unknown, longest: number, piece: string, tail: string): number {
  let least = Infinity;
  for (let tries = 0; tries < 3 && least > MOST_GROWTH; tries += 1) {
    least = Math.min(least, growth(read, longest, piece, tail));
  }
  return least;
}

describe.each(READERS)('$name', ({ read, longest = LONGEST }) => {
  it('takes no more than its length is worth, whatever is repeated', () => {
    const slow = PIECES.flatMap((piece) =>
      ['', '。'].map((tail) => ({ piece, tail, times: leastGrowth(read, longest, piece, tail) })),
    );
    expect(slow.filter(({ times }) => times > MOST_GROWTH)).toEqual([]);
  });

  it('takes no more for two pieces in turn', () => {
    const pieces = fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES));
    fc.assert(
      fc.property(pieces, ([one, other]) => leastGrowth(read, longest, one + other, '') <= MOST_GROWTH),
      { numRuns: 40 },
    );
  });

  it('reads any text without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void read(text)));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => void read(pieces.join(''))),
    );
  });
});
