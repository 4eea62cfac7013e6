// Owns annual means of pollutants against the air quality standard. Knows no other standard.
import { cite, quote, type Sentence } from '../text/sentence';
import { readUnit, type Unit } from '../text/units';
import type { AirQuality } from '../target/target';
import type { Facts } from './facts';
import { judgeOne, type Goal } from './numbers';
import { outcome, type Outcome } from './outcome';
import { join, say } from './reason';
import { differentUnits } from './figures';
import { unsure, judgeGrade } from './words';

/** Annual means of GB 3095-2012, level 2, in 微克/立方米. */
const AIR_LIMITS: ReadonlyMap<string, number> = new Map([
  ['SO2', 60],
  ['NO2', 40],
  ['PM10', 70],
  ['PM2.5', 35],
]);
const CONCENTRATION = readUnit('微克/立方米');

/** No town's air has an annual mean below it, in 微克/立方米: such a figure is in another unit. */
const LEAST_IN_AIR = 1;

/** The unit column's, where it is one of concentrations. */
function concentrationOf({ unit }: Facts): Unit | null {
  return unit !== null && unit.dimension === CONCENTRATION?.dimension ? unit : null;
}

/** 达到国家二级标准, of an indicator of the air: the four pollutants, though the target does not name the standard. */
export function asksOfAir(words: string, { indicator, actual }: Facts): boolean {
  if (!/空气/.test(indicator) || !/二级|2级/.test(words) || actual.kind !== 'amounts') return false;
  return actual.amounts.some(({ name }) => name !== null && AIR_LIMITS.has(pollutantOf(name)));
}

export function judgeAir(asked: Pick<AirQuality, 'words'>, facts: Facts): Outcome {
  const { actual } = facts;
  if (actual.kind !== 'amounts') return judgeGradeOfAir(asked, facts);
  const values = new Map(
    actual.amounts.flatMap((amount) => (amount.name === null ? [] : [[pollutantOf(amount.name), amount] as const])),
  );
  const over: Sentence[] = [];
  const lost: string[] = [];
  for (const [name, limit] of AIR_LIMITS) {
    const amount = values.get(name);
    if (amount === undefined) {
      lost.push(name);
      continue;
    }
    const shown = `${name}限值 ${limit}微克/立方米`;
    const goal: Goal = { kind: 'limit', limit: { sign: '≤', value: limit, unit: CONCENTRATION, shown } };
    const unit = amount.unit ?? concentrationOf(facts);
    if (unit === null && amount.low < LEAST_IN_AIR)
      return outcome(
        'review',
        say(
          `${name} ${amount.text}未带单位，可能是毫克/立方米，需人工判定`,
          `${name} ${amount.text} has no unit and may be in mg/m³`,
        ),
      );
    const result = judgeOne({ ...amount, unit }, goal, facts);
    if (result === null) return differentUnits(amount, CONCENTRATION);
    if (result.state === 'review') return result;
    if (result.state === 'unmet') {
      over.push(
        say(
          `${name} ${amount.text}超过二级标准限值 ${limit}微克/立方米`,
          `${name} ${cite(amount.text)} is over the second-level limit of ${limit} µg/m³`,
        ),
      );
    }
  }
  if (over.length > 0) return outcome('unmet', join(over, '、'));
  if (lost.length === AIR_LIMITS.size) return unsure(asked.words);
  if (lost.length > 0)
    return outcome('missing', say(`缺${lost.join('、')}年均值`, `annual means of ${lost.join(', ')} are missing`));
  return outcome(
    'met',
    say(
      `SO2、NO2、PM10、PM2.5均符合目标${quote(asked.words)}`,
      `SO2, NO2, PM10 and PM2.5 are within the limits of ${quote(asked.words)}`,
    ),
  );
}

function pollutantOf(name: string): string {
  return [...AIR_LIMITS.keys()].find((key) => name.includes(key)) ?? name;
}

function judgeGradeOfAir({ words }: Pick<AirQuality, 'words'>, facts: Facts): Outcome {
  return judgeGrade({ kind: 'grade', scale: 'number', level: 1, words }, facts);
}
