// Owns units: which wordings name one, which units convert into each other, and by what factor. Data first.
import { tidy } from './decimal';

export interface Unit {
  /** Canonical Chinese spelling, shown to people. */
  readonly id: string;
  /** Only units of one dimension are ever compared. */
  readonly dimension: string;
  /** value × factor is the value in the dimension's base unit. */
  readonly factor: number;
}

interface UnitRecord extends Unit {
  readonly wordings: readonly string[];
}

function unit(id: string, dimension: string, factor: number, ...wordings: string[]): UnitRecord {
  return { id, dimension, factor, wordings: [id, ...wordings] };
}

/** The base of the ratio family is one per cent. */
const TABLE: readonly UnitRecord[] = [
  unit('%', 'ratio', 1, '百分比'),
  unit('‰', 'ratio', 0.1, '千分比', '0/00', '%0'),
  unit('/万', 'ratio', 0.01, '1/万', '‱', '/1万'),
  unit('/10万', 'ratio', 0.001, ...perHundredThousand()),
  unit('/百万', 'ratio', 0.0001, '/100万', '1/100万', '1/百万'),
  unit('个百分点', 'point', 1, '百分点', 'pct'),
  unit('个千分点', 'point', 0.1, '千分点'),
  unit('小时', 'time', 60, 'h', 'H', '个小时', '学时'),
  unit('分钟', 'time', 1, 'min', 'MIN'),
  unit('天', 'day', 1, '日', '个工作日', '工作日', 'd'),
  unit('周', 'week', 1, '个星期', '星期'),
  unit('个月', 'month', 1, '月'),
  unit('岁', 'year', 1, '年', '周岁'),
  unit('平方米', 'area', 1, 'm2', '平米', '㎡', 'm²', '平方'),
  unit('万平方米', 'area', 10_000, '万m2', '万平米'),
  unit('公顷', 'area', 10_000, 'ha', 'hm2'),
  unit('亩', 'area', 666.6666666666667),
  unit('平方公里', 'area', 1_000_000, 'km2', '平方千米'),
  unit('立方米', 'volume', 1, 'm3', 'm³'),
  unit('升', 'volume', 0.001, 'L', 'l'),
  unit('分贝', 'sound', 1, 'dB(A)', 'dB', 'db', 'DB', 'dBA', 'db(A)', '分贝(A)'),
  unit('毫克/立方米', 'concentration', 1000, 'mg/m3', 'mg/立方米', '毫克/m3', 'mg/m^3'),
  unit('微克/立方米', 'concentration', 1, 'μg/m3', 'ug/m3', 'μg/立方米', '微克/m3', 'ug/m^3', 'μg/m^3', '微克每立方米'),
  unit('毫克/升', 'solution', 1, 'mg/L', 'mg/l', '毫克每升'),
  unit('微克/升', 'solution', 0.001, 'μg/L', 'ug/L', 'μg/l', 'ug/l', 'µg/L', '微克每升'),
  unit('元', 'money', 1),
  unit('千元', 'money', 1000),
  unit('万元', 'money', 10_000),
  unit('亿元', 'money', 100_000_000),
  unit('公里', 'length', 1000, 'km', '千米'),
  unit('米', 'length', 1, 'm'),
  unit('厘米', 'length', 0.01, 'cm'),
  unit('吨', 'mass', 1_000_000, 't'),
  unit('千克', 'mass', 1000, 'kg', '公斤', 'Kg', 'KG'),
  unit('克', 'mass', 1, 'g'),
  unit('分', 'score', 1),
  unit('级', 'grade', 1),
  unit('勒克斯', 'illuminance', 1, 'lx', 'lux', 'Lx', 'LX'),
  unit('兆帕', 'pressure', 1, 'MPa', 'Mpa'),
  unit('千瓦', 'power', 1, 'kW', 'KW'),
  unit('℃', 'temperature', 1, '°C', '摄氏度'),
  unit('倍', 'times-as-much', 1),
  unit('人', 'count:person', 1, '名', '人数', '位'),
  unit('人次', 'count:person-time', 1),
  unit('个', 'count:place', 1, '处', '所', '座', '家', '间', '栋', '块'),
  unit('起', 'count:event', 1, '例', '件', '宗', '起事件'),
  unit('次', 'count:time', 1, '回', '趟'),
  unit('批次', 'count:batch', 1, '批'),
  unit('张', 'count:bed', 1, '床'),
  unit('篇', 'count:article', 1),
  unit('户', 'count:household', 1),
  unit('项', 'count:item', 1, '条'),
  unit('期', 'count:issue', 1),
  unit('场', 'count:event-held', 1, '场次'),
  unit('支', 'count:team', 1),
  unit('台', 'count:machine', 1, '套'),
  unit('辆', 'count:vehicle', 1),
  unit('部', 'count:law', 1),
  unit('份', 'count:copy', 1),
  unit('只', 'count:animal', 1),
  unit('株', 'count:tree', 1, '棵'),
  unit('头', 'count:head', 1),
  unit('吨标准煤', 'coal', 1000, '吨标煤', 'tce'),
  unit('千克标准煤', 'coal', 1, '公斤标准煤', 'kgce'),
  unit('千瓦时', 'energy', 1, 'kWh', 'kW·h', '度'),
];

function perHundredThousand(): string[] {
  const amounts = ['10万', '十万', '100000', '10^5'];
  const wordings = amounts.flatMap((amount) => [`/${amount}`, `1/${amount}`, `每${amount}`, `/每${amount}`]);
  const counted = ['人', '例', '名', '例数'].flatMap((noun) => ['10万', '十万'].map((amount) => `${noun}/${amount}`));
  return [...wordings, ...counted].flatMap((wording) => [`${wording}人口`, `${wording}活产`, `${wording}人`, wording]);
}

/** What a unit may be per. `base` units carry on as themselves: a yearly count is what a year's table holds. */
const PER: readonly {
  readonly wordings: readonly string[];
  readonly id: string;
  readonly dimension: string;
  readonly factor: number;
}[] = [
  { wordings: ['千常住人口', '千人口', '千人'], id: '/千人', dimension: '/population', factor: 1 },
  { wordings: ['万常住人口', '万人口', '万人'], id: '/万人', dimension: '/population', factor: 0.1 },
  { wordings: ['百人'], id: '/百人', dimension: '/population', factor: 10 },
  {
    wordings: ['人·日', '人·天', '人·d', '(人·日)', '(人·d)', '人日'],
    id: '/人·日',
    dimension: '/person-day',
    factor: 1,
  },
  { wordings: ['人'], id: '', dimension: '', factor: 1 },
  { wordings: ['年', 'a', '每年'], id: '/年', dimension: '', factor: 1 },
  { wordings: ['季度', '季'], id: '/季', dimension: '/quarter', factor: 1 },
  { wordings: ['学期', '每学期'], id: '/学期', dimension: '/term', factor: 1 },
  { wordings: ['半年', '每半年'], id: '/半年', dimension: '/half-year', factor: 1 },
  { wordings: ['月', '每月'], id: '/月', dimension: '/month', factor: 1 },
  { wordings: ['周', '星期', '每周'], id: '/周', dimension: '/week', factor: 1 },
  { wordings: ['天', '日', 'd', '每天', '每日'], id: '/天', dimension: '/day', factor: 1 },
  { wordings: ['户'], id: '/户', dimension: '/household', factor: 1 },
  { wordings: ['平方公里', 'km2'], id: '/平方公里', dimension: '/km2', factor: 1 },
  { wordings: ['次'], id: '/次', dimension: '/time', factor: 1 },
];
/** A day's hours and minutes are told with and without `/天`. */
const DAILY = new Set(['time']);

/** Per anything else (只/灯·夜, 吨标准煤/万元): comparable only with itself. */
const OTHER_PER = /^\/(?:[\u4e00-\u9fff·]|[A-Za-z]\d?){1,6}/;

export interface UnitReading {
  readonly unit: Unit;
  readonly length: number;
}

interface Wording {
  readonly text: string;
  readonly unit: Unit;
}

/** 岁 and 年, 天 and 工作日 convert, yet a reason keeps the word that was written. */
const AS_TYPED = new Set(['year', 'day']);

function byFirstCharacter(records: readonly UnitRecord[]): ReadonlyMap<string, readonly Wording[]> {
  const index = new Map<string, Wording[]>();
  for (const { id, dimension, factor, wordings } of records) {
    for (const text of wordings) {
      const shown = dimension.startsWith('count:') || AS_TYPED.has(dimension) ? text : id;
      const list = index.get(text.charAt(0)) ?? [];
      list.push({ text, unit: { id: shown, dimension, factor } });
      index.set(text.charAt(0), list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.text.length - a.text.length);
  return index;
}

const WORDINGS = byFirstCharacter(TABLE);
const compounds = new Map<string, Unit>();

function compound(base: Unit, per: (typeof PER)[number]): Unit {
  const isDaily = per.dimension === '/day' && DAILY.has(base.dimension);
  const id = isDaily ? base.id : base.id + per.id;
  const known = compounds.get(id);
  if (known) return known;
  const made = {
    id,
    dimension: base.dimension + (isDaily ? '' : per.dimension),
    factor: tidy(base.factor * per.factor),
  };
  compounds.set(id, made);
  return made;
}

/** The unit that starts at `position` of a normalised text, the longest wording first; null when none does. */
export function unitAt(text: string, position: number): UnitReading | null {
  const wordings = WORDINGS.get(text.charAt(position));
  if (wordings === undefined) return null;
  for (const { text: wording, unit: base } of wordings) {
    if (!text.startsWith(wording, position)) continue;
    const after = position + wording.length;
    // A Latin unit is not the head of a longer Latin word.
    if (/[A-Za-z]$/.test(wording) && /[A-Za-z]/.test(text.charAt(after))) continue;
    const separator = text.charAt(after);
    const other = separator === '/' && base.dimension !== 'ratio' ? OTHER_PER.exec(text.slice(after)) : null;
    const isPerSeveral = other !== null && other[0].includes('·');
    if ((separator === '/' || separator === '每') && base.dimension !== 'ratio') {
      for (const per of PER) {
        const found = per.wordings.find((candidate) => text.startsWith(candidate, after + 1));
        if (found !== undefined && !(isPerSeveral && text.startsWith('·', after + 1 + found.length)))
          return { unit: compound(base, per), length: wording.length + 1 + found.length };
      }
    }
    if (other) {
      // 吨/月·平方公里 is 吨/平方公里·月.
      const per = other[0].slice(1).split('·').sort().join('·');
      const unit = { id: base.id + other[0], dimension: `${base.dimension}/${per}`, factor: base.factor };
      return { unit, length: wording.length + other[0].length };
    }
    return { unit: base, length: wording.length };
  }
  return null;
}

/** A whole text that is one unit (`%`, `1/10万`, `单位：张/千人` without its label); null otherwise. */
export function readUnit(text: string): Unit | null {
  const reading = unitAt(text, 0);
  return reading !== null && reading.length === text.length ? reading.unit : null;
}

/** 盏, 面, 吨次/月: a measure word that no list has. */
const UNLISTED = /^[\u4e00-\u9fff]{1,2}(?:\/[\u4e00-\u9fffA-Za-z·]{1,8})?$/;
const NO_UNIT =
  /^(?:以|及|或|左右|上下|达标|合格|完成|覆盖|符合|以上|不等|不到|整|多|余|成|折|半|番|强|弱|优|良|差|好|中|高|低)|[吧吗呢啊了的得着过不没未无否差欠少缺约近待拟预估率比度]/;

/** A whole text as a unit of its own, comparable only with itself; null when it is no measure word. */
export function unlistedUnit(text: string): Unit | null {
  return UNLISTED.test(text) && !NO_UNIT.test(text) ? { id: text, dimension: `unlisted:${text}`, factor: 1 } : null;
}

export const PERCENT: Unit = { id: '%', dimension: 'ratio', factor: 1 };

/** Counts of one thing per so many people: what an indicator's 每千 / 每万 makes of a plain count. */
function perPopulation(unitOf: Unit, population: number | null): Unit {
  if (population === null || !unitOf.dimension.startsWith('count:') || unitOf.dimension.includes('/')) return unitOf;
  return {
    id: unitOf.id,
    dimension: `${unitOf.dimension}/population`,
    factor: tidy((unitOf.factor * 1000) / population),
  };
}

/**
 * `value` of unit `from` in unit `to`; null when they are of different dimensions.
 * `population` is what the indicator counts by (每千 → 1000), so that 名 and 名/千人 meet.
 */
export function convert(value: number, from: Unit, to: Unit, population: number | null = null): number | null {
  if (from.id === to.id) return value;
  const source = perPopulation(from, population);
  const goal = perPopulation(to, population);
  if (source.dimension !== goal.dimension) return null;
  return source.factor === goal.factor ? value : tidy((value * source.factor) / goal.factor);
}
