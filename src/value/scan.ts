// Owns finding the figures in a text: each with the words before it, its bounds, and whether it is of now. Knows no indicator.
import { quantityAt, type QuantityReading } from '../text/quantity';
import { unlistedUnit } from '../text/units';
import { showDigitNames } from './digit-names';
import type { Amount } from './value';

type Bound = 'exact' | 'about' | 'from' | 'above' | 'upTo' | 'below' | 'near';

const BEFORE: readonly { readonly bound: Bound; readonly pattern: RegExp }[] = [
  { bound: 'near', pattern: /(?:接近|将近|逼近|近|临近)$/ },
  { bound: 'about', pattern: /(?:约为|大约|大概|约|≈|~)$/ },
  { bound: 'from', pattern: /(?:≥|不低于|不少于|不小于|至少|大于等于)$/ },
  { bound: 'upTo', pattern: /(?:≤|不超过|不高于|不大于|不多于|至多|最多|小于等于)$/ },
  { bound: 'above', pattern: /(?:>|超过|高于|大于|多于|超|逾|突破)$/ },
  { bound: 'below', pattern: /(?:<|低于|少于|小于|不足|不到|未达|未达到|不满)$/ },
];
const AFTER: readonly { readonly bound: Bound; readonly pattern: RegExp }[] = [
  { bound: 'about', pattern: /^(?:左右|上下)/ },
  { bound: 'from', pattern: /^(?:及|或)?以上/ },
  { bound: 'upTo', pattern: /^(?:(?:及|或)?以下|以内)/ },
  { bound: 'above', pattern: /^(?:多|余)(?=[^\u4e00-\u9fff]|$)/ },
];
/** What stands before a figure that is no value of now: a comparison, a plan. */
const ASIDE =
  /(?:较|比(?!例|重|率)|同比|环比|高于目标|低于目标|高出|差|距|由|从)[^、,;]*$|(?:提高|提升|上升|增长|增加|上涨|下降|降低|减少|下滑)了?$/;
/** The figure that was come to: 由92%提高到95%. */
const ARRIVED = /(?:到|至|达|达到|为)$/;
const PLANNED = /(?:预计|预期|计划|在建|待建|续建|拟建|筹建|未建|力争|目标|拟|争取|将|应|要求|预测|估计)[^、,;]*$/;
const RANGE_MARK = /^(?:~|-|—|–|至|到)+/;
/** Around a figure, and no name. */
const NAME_EDGES =
  /^(?:[、,;。:=\s]|和|及|与|其中|已|均|都)+|(?:[、,;。:=\s]|已经|已|(?:提高|提升|上升|增长|增加|下降|降低|减少|降)(?:到|至)|达到|达|实际|完成|实现|目前|现为|(?<![发出实])现|共计|共有|共|合计|总计|为|是|有|均|都|全部|约|近|数值|数据|实测|全年|建成|累计|平均|年度|值)+$/g;
export const YEARS = /(?:截至|截止|至|到)?(?:19|20)\d{2}年(?:底|末|度|上半年|下半年|[一二三四]季度|1?\d月(?:底|份)?)?/g;
export interface Found {
  readonly amount: Amount;
  /** The words between the figure before and this one. */
  readonly before: string;
  readonly bound: Bound;
  readonly role: 'value' | 'aside' | 'planned';
}

function boundOf(before: string, after: string): { bound: Bound; length: number } {
  const lead = BEFORE.find(({ pattern }) => pattern.test(before));
  for (const { bound, pattern } of AFTER) {
    const match = pattern.exec(after);
    if (match)
      return {
        bound: lead?.bound === 'above' || lead?.bound === 'below' ? lead.bound : bound,
        length: match[0].length,
      };
  }
  return { bound: lead?.bound ?? 'exact', length: 0 };
}

function withBound(value: number, bound: Bound): Pick<Amount, 'low' | 'high' | 'isLowOpen' | 'isHighOpen'> {
  const open = { isLowOpen: bound === 'above', isHighOpen: bound === 'below' };
  if (bound === 'from' || bound === 'above') return { low: value, high: Infinity, ...open };
  if (bound === 'upTo' || bound === 'below') return { low: -Infinity, high: value, ...open };
  return { low: value, high: value, ...open };
}

function nameOf(segment: string): string | null {
  let name = segment;
  for (const { pattern } of BEFORE) name = name.replace(pattern, '');
  name = name.replace(YEARS, '').replace(NAME_EDGES, '').replace(NAME_EDGES, '');
  return name === '' ? null : showDigitNames(name);
}

/** The next figure at or after `from`: digits that are no year, no part of a Latin word, no part of a longer name. */
function nextQuantity(text: string, from: number): QuantityReading | null {
  for (let index = from; index < text.length;) {
    const code = text.charCodeAt(index);
    const isPoint = code === 46 && /\d/.test(text.charAt(index + 1));
    if ((code < 48 || code > 57) && !isPoint) {
      index += 1;
      continue;
    }
    const quantity = quantityAt(text, isSigned(text, index, from) ? index - 1 : index);
    if (quantity !== null && !isInName(text, quantity)) return quantity;
    index = quantity?.end ?? afterDigits(text, index + 1);
  }
  return null;
}

function afterDigits(text: string, start: number): number {
  let index = start;
  while (/\d/.test(text.charAt(index))) index += 1;
  return index;
}

/** A minus belongs to a number only where nothing but a separator stands before it. */
function isSigned(text: string, index: number, from: number): boolean {
  const sign = text.charAt(index - 1);
  if ((sign !== '-' && sign !== '+') || index - 1 < from) return false;
  return index === 1 || /[、,;:为\u4e00-\u9fff=]/.test(text.charAt(index - 2));
}

function isInName(text: string, quantity: QuantityReading): boolean {
  if (/[A-Za-z]/.test(text.charAt(quantity.start - 1)) || text.charAt(quantity.start - 1) === '第') return true;
  if (quantity.unit?.dimension === 'ratio') return false;
  const rest = text.slice(quantity.end);
  return (
    /^(?:以[上下]|及以上|满|周)*[\u4e00-\u9fff]/.test(rest) &&
    !/^(?:左右|以上|以下|以内|至|到)[^\u4e00-\u9fff]*$/.test(rest) &&
    /\d/.test(rest.replace(YEARS, '')) &&
    !/^(?:至|到)\d/.test(rest)
  );
}

interface Scan {
  readonly found: readonly Found[];
  readonly tail: string;
}

export function scan(text: string): Scan {
  const found: Found[] = [];
  let position = 0;
  for (;;) {
    const quantity = nextQuantity(text, position);
    if (quantity === null) break;
    const before = text.slice(position, quantity.start);
    const mark = RANGE_MARK.exec(text.slice(quantity.end));
    const second = mark === null ? null : quantityAt(text, quantity.end + mark[0].length);
    const end = second?.end ?? quantity.end;
    const { bound, length } = boundOf(before, text.slice(end));
    const shape =
      second === null
        ? withBound(quantity.value, bound)
        : {
            low: Math.min(quantity.value, second.value),
            high: Math.max(quantity.value, second.value),
            isLowOpen: false,
            isHighOpen: false,
          };
    const shown = text.slice(quantity.start, end + length);
    const lead =
      second === null
        ? (BEFORE.find((record) => record.bound === bound && record.pattern.test(before))?.pattern.exec(before)?.[0] ??
          '')
        : '';
    found.push({
      before,
      amount: { name: nameOf(before), ...shape, unit: second?.unit ?? quantity.unit, text: lead + shown },
      bound: second === null ? bound : 'exact',
      role: ASIDE.test(before) && !ARRIVED.test(before) ? 'aside' : PLANNED.test(before) ? 'planned' : 'value',
    });
    position = end + length;
  }
  return { found, tail: text.slice(position) };
}

/** 520盏: one figure and a measure word that no list has. */
export function withUnlistedUnit({ found, tail }: Scan): Scan {
  const [only] = found;
  const unit = only !== undefined && found.length === 1 && only.amount.unit === null ? unlistedUnit(tail) : null;
  if (only === undefined || unit === null) return { found, tail };
  return { found: [{ ...only, amount: { ...only.amount, unit, text: only.amount.text + unit.id } }], tail: '' };
}
