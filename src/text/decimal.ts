// Owns arithmetic on numbers as people typed them: decimal, not binary. Must not round what was typed.

/** At most six decimals and no noise: nothing to tidy. */
function isShort(value: number): boolean {
  return Math.abs(value) < 1e9 && Math.round(value * 1e6) / 1e6 === value;
}

/** No more than four decimals, and no exponent: it is shown as it is. */
function hasFourDecimals(value: number): boolean {
  const size = Math.abs(value);
  return size >= 0.001 && size < 1e9 && Math.round(value * 1e4) / 1e4 === value;
}

/** The number to the 15 digits that a spreadsheet keeps: 0.1 + 0.2 is 0.3. */
export function tidy(value: number): number {
  if (Number.isInteger(value) || isShort(value)) return value;
  return Number(value.toPrecision(15));
}

/** Negative, zero or positive, as a − b. */
export function compare(a: number, b: number): number {
  if (a === b) return 0;
  const left = tidy(a);
  const right = tidy(b);
  return left === right ? 0 : left < right ? -1 : 1;
}

function decimals(value: number): number {
  const text = String(value);
  const exponent = text.indexOf('e-');
  if (exponent >= 0)
    return Math.min(15, Number(text.slice(exponent + 2)) + text.slice(0, exponent).replace(/^-?\d+\.?/, '').length);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** a − b without binary noise: 90.3 − 90 is 0.3. */
export function difference(a: number, b: number): number {
  const left = tidy(a);
  const right = tidy(b);
  const places = Math.max(decimals(left), decimals(right));
  return places > 12 ? tidy(Number((left - right).toFixed(12))) : Number((left - right).toFixed(places));
}

export function mean(values: readonly number[]): number {
  return tidy(Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(13)));
}

/** For people: at most four decimals, no exponent, no trailing zeros. */
export function formatNumber(value: number): string {
  const clean = tidy(value);
  if (Number.isInteger(clean)) return Math.abs(clean) < 1e21 ? String(clean) : clean.toPrecision(15);
  if (hasFourDecimals(clean)) return String(clean);
  const places = Math.abs(clean) < 0.001 ? 8 : 4;
  const short = Number(clean.toFixed(places));
  return short === 0 ? String(clean) : String(short);
}
