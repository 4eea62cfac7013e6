// Owns the promise that a reason says what was judged: each of the corpus and of the example workbooks is read again by an
// independent reader, which must come to the same verdict, gap and figure, in Chinese and in English.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recogniseTables } from '../../src/table/recognise';
import type { Profile } from '../../src/table/table';
import { judgeRow, type JudgeContext, type JudgeRow } from '../../src/verdict/judge';
import type { Judgement } from '../../src/verdict/judgement';
import { openFile } from '../../src/workbook/file';
import type { Sheet } from '../../src/sheet/sheet';
import { sheetCases, targetCases } from '../corpus/corpus';
import { chineseFaults, englishFaults, englishVerdict, figuresIn, numbersIn, readReason } from './reason-reader';
import { judge } from './support';

const EXAMPLES = ['linzi', 'linzi-filled', 'tianjin', 'tianjin-filled'];

interface Judged {
  readonly about: string;
  readonly cell: string;
  readonly judgement: Judgement;
}

function judged(id: string, row: JudgeRow, context: JudgeContext): Judged {
  const cell = row.actual?.text ?? '';
  const past = row.history.map(({ period, cell: { text } }) => `${period} ${text}`).join(' ');
  return {
    about: `${id}: ${row.indicator} | ${row.target} | ${cell} | ${past}`,
    cell,
    judgement: judgeRow(row, context),
  };
}

function judgedSheet(id: string, sheet: Sheet, profile: Profile): readonly Judged[] {
  return recogniseTables(sheet, { profile }).tables.flatMap(({ rows, actualYear, targetYear }) =>
    rows.map((row) => judged(id, row, { profile, actualYear, targetYear })),
  );
}

function example(name: string): readonly Judged[] {
  const file = `${name}.xlsx`;
  const { sheets } = openFile(new Uint8Array(readFileSync(join(process.cwd(), 'examples', file))), file).snapshot();
  return sheets.flatMap((sheet) => judgedSheet(file, sheet, 'city'));
}

const ALL: readonly Judged[] = [
  ...targetCases('open').map(({ id, row, context }) => judged(id, row, context)),
  ...sheetCases('open').flatMap(({ id, sheet, profile }) => judgedSheet(id, sheet, profile)),
  ...EXAMPLES.flatMap(example),
];

/** What is wrong, row by row: the list is empty when nothing is. */
function faults(find: (one: Judged) => readonly string[]): readonly string[] {
  return ALL.flatMap((one) =>
    find(one).map((fault) => `${fault} :: ${one.about} :: ${one.judgement.reason.zh} :: ${one.judgement.reason.en}`),
  );
}

test('there are many sentences to read', () => {
  expect(new Set(ALL.map(({ judgement }) => judgement.reason.zh)).size).toBeGreaterThan(700);
});

describe('in Chinese', () => {
  test('the sentence alone tells the verdict', () => {
    expect(
      faults(({ cell, judgement: { reason, verdict } }) => {
        const told = readReason(reason.zh, cell).verdict;
        return told === verdict ? [] : [`${verdict} is told as ${told}`];
      }),
    ).toEqual([]);
  });

  test('its numbers, units and direction words agree with one another', () => {
    expect(faults(({ cell, judgement: { reason } }) => readReason(reason.zh, cell).faults)).toEqual([]);
  });

  test('the gap is the distance that it names', () => {
    expect(
      faults(({ cell, judgement: { reason, gap } }) => {
        if (gap === null) return [];
        const { distances } = readReason(reason.zh, cell);
        const isTold = distances.some((distance) => Math.abs(distance - gap) < 6e-5);
        return isTold || /目标 (?:年均|累计)?(?:提高|下降)/.test(reason.zh)
          ? []
          : [`gap ${gap} is told as ${distances.join()}`];
      }),
    ).toEqual([]);
  });

  test('the actual is the figure that was judged', () => {
    expect(
      faults(({ cell, judgement: { reason, actual } }) => {
        const { actual: shown } = readReason(reason.zh, cell);
        if (shown === null || actual === null || actual.value === null) return [];
        const { value, unit } = actual;
        const isTold = figuresIn(shown).some(
          (figure) => Math.abs(figure.value - value) < 1e-3 * Math.max(1, Math.abs(value)),
        );
        return isTold ? [] : [`${value}${unit ?? ''} is told as ${shown}`];
      }),
    ).toEqual([]);
  });

  test('it is one clean sentence', () => {
    expect(faults(({ cell, judgement: { reason } }) => chineseFaults(reason.zh, cell))).toEqual([]);
  });
});

describe('in English', () => {
  test('the sentence alone tells the verdict', () => {
    expect(
      faults(({ judgement: { reason, verdict } }) => {
        const told = englishVerdict(reason.en);
        return told === verdict ? [] : [`${verdict} is told as ${told}`];
      }),
    ).toEqual([]);
  });

  test('it has the numbers of the Chinese', () => {
    expect(
      faults(({ judgement: { reason } }) => {
        const [zh, en] = [numbersIn(reason.zh).join(' '), numbersIn(reason.en).join(' ')];
        return zh === en ? [] : [`${zh} became ${en}`];
      }),
    ).toEqual([]);
  });

  test('it and its caveats have Chinese only in quotation marks', () => {
    expect(
      faults(({ judgement: { reason, caveats } }) => [reason, ...caveats].flatMap(({ en }) => englishFaults(en))),
    ).toEqual([]);
  });
});

describe('the reader is not taken in', () => {
  test.each([
    ['a wrong distance', '88.5%', '实际 88.5%，低于目标 ≥90%，差 1.4 个百分点'],
    ['the wrong direction', '88.5%', '实际 88.5%，高于目标 ≥90%，超 1.5 个百分点'],
    ['a target that is not reached', '88.5%', '实际 88.5%，达到目标 ≥90%'],
    ['a limit that is not the value', '21%', '实际 21%，与目标 <20% 的界限值相等，目标不含本数'],
    ['per cent for points', '88.5%', '实际 88.5%，低于目标 ≥90%，差 1.5 %'],
    ['another unit', '150分钟', '实际 150分钟，高于目标 ≤2小时，超 30 分钟'],
    ['the wrong end of a range', '83%', '实际 83%，低于目标 85~90%，差 7 个百分点'],
    ['a series that does not fall', '15%', '实际 15%，2021年 14%、2022年 16%、本期 15%，逐年下降'],
    ['a series that does', '51.2%', '实际 51.2%，2021年 54.1%、2022年 52.6%、本期 51.2%，未逐年下降'],
    ['a step the wrong way', '25.9', '实际 25.9，本期 25.9较2022年 26上升，未逐年提升'],
    ['another year that is lower', '85.5%', '实际 85.5%，高于上年 86%，符合目标'],
    ['a change that is too small', '191', '实际 191，2022年 200，下降 4.5%，符合目标 较上年下降5%'],
    ['a change that is miscounted', '191', '实际 191，2022年 200，下降 5%，符合目标 较上年下降5%'],
  ])('%s', (_, cell, reason) => {
    expect(readReason(reason, cell).faults).not.toEqual([]);
  });

  test.each([
    ['实际 95%%，达到目标 ≥90%%', '95%'],
    ['实际 95%，达到目标 ≥90%，', '95%'],
    ['实际 95%，达到目标  ≥90%', '95%'],
    ['实际 95%，，达到目标 ≥90%', '95%'],
    ['实际 95%，达到目标 ≥NaN%', '95%'],
    ['实际 84%，本期 84%较2022年 85%下降，未不下降', '84%'],
    ['实际 95%，符合目标（“有”', '95%'],
    ['实际 95%，达到目标,符合要求', '95%'],
  ])('%s', (reason, cell) => {
    expect(chineseFaults(reason, cell)).not.toEqual([]);
  });
});

describe('rows made by chance are told as they are judged', () => {
  const share = fc.integer({ min: 1, max: 1200 }).map((tenths) => tenths / 10);
  const TARGETS = [
    '≥90%',
    '<20%',
    '85%～90%',
    '≥23%或持续提升',
    '≤25%或持续降低',
    '逐年下降',
    '不下降',
    '呈下降趋势',
    '总体上升',
    '较上年下降5%',
    '较上年提高2个百分点',
    '不低于上年',
    '低于上年',
    '不高于近3年平均水平',
    '≥90%，且不低于上年',
    '到2025年达到90%',
    '90%左右',
    '不低于全省平均水平',
  ];
  const NAMES = ['群众对卫生状况满意率', '15岁以上人群吸烟率', '居民健康素养水平', '工作日车流量'];
  test('in both languages', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TARGETS),
        fc.constantFrom(...NAMES),
        fc.array(fc.option(share, { freq: 6 }), { minLength: 5, maxLength: 5 }),
        (target, name, values) => {
          const [actual, first, second, third, reference] = values.map((value) => (value === null ? '' : `${value}%`));
          const row = {
            name,
            target,
            actual: actual ?? '',
            history: { 2020: first, 2021: second, 2022: third },
            reference,
          };
          const { reason, verdict } = judge(row);
          const told = readReason(reason.zh, actual ?? '');
          expect([told.verdict, englishVerdict(reason.en), told.faults]).toEqual([verdict, verdict, []]);
          expect([...chineseFaults(reason.zh, actual ?? ''), ...englishFaults(reason.en)]).toEqual([]);
          expect(numbersIn(reason.en)).toEqual(numbersIn(reason.zh));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
