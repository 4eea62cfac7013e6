// Owns brackets in department cells: mending them, looking past them, taking text apart at them. Knows no organisation.

export const OPENING = '（(〔[［【';
export const CLOSING = '）)〕]］】';

const closerOf = (opener: string): string => CLOSING[OPENING.indexOf(opener)] ?? '）';

/** +1 for an opening bracket, −1 for a closing one, 0 for anything else. */
export const bracketStep = (char: string): number => (OPENING.includes(char) ? 1 : CLOSING.includes(char) ? -1 : 0);

const hasBracket = (text: string): boolean => /[（(〔[［【）)〕\]］】]/u.test(text);

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const char of text) {
    depth += bracketStep(char);
    if (depth < 0) return false;
  }
  return depth === 0;
};

/** Every bracket has its partner: one left open closes before the next separator, one closed without opening goes. */
export const mendBrackets = (text: string, separators: string): string => {
  if (isBalanced(text)) return text;
  const isEverClosed = [...text].some((char) => CLOSING.includes(char));
  let open = '';
  let mended = '';
  for (const char of text) {
    const step = bracketStep(char);
    if ((step > 0 && open !== '') || (step < 0 && open === '')) continue;
    if (step === 0 && open !== '' && !isEverClosed && separators.includes(char)) {
      mended += closerOf(open);
      open = '';
    }
    if (step > 0) open = char;
    if (step < 0) open = '';
    mended += char;
  }
  return open === '' ? mended : mended + closerOf(open);
};

/** What stands inside, when one pair of brackets holds the whole text; else the text itself. */
export const unwrapBrackets = (text: string): string => {
  if (bracketStep(text.charAt(0)) <= 0 || bracketStep(text.charAt(text.length - 1)) >= 0) return text;
  const inside = text.slice(1, -1);
  return isBalanced(inside) ? inside.trim() : text;
};

/** The text without brackets and what they hold. */
export const outsideBrackets = (text: string): string => {
  if (!hasBracket(text)) return text;
  let depth = 0;
  let kept = '';
  for (const char of text) {
    const step = bracketStep(char);
    if (step === 0 && depth === 0) kept += char;
    depth = Math.max(0, depth + step);
  }
  return kept;
};

/** A stretch of text, or what one pair of brackets holds (`raw` with the brackets). */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bracket'; readonly inside: string; readonly raw: string };

/** The text as stretches outside brackets and brackets, in order; nested brackets stay inside the outer one. */
export const partsOf = (text: string): Part[] => {
  if (!hasBracket(text)) return text === '' ? [] : [{ kind: 'text', text }];
  const parts: Part[] = [];
  let depth = 0;
  let current = '';
  for (const char of text) {
    const step = bracketStep(char);
    if (step > 0 && depth === 0) {
      if (current !== '') parts.push({ kind: 'text', text: current });
      current = '';
    }
    current += char;
    depth = Math.max(0, depth + step);
    if (step < 0 && depth === 0) {
      parts.push({ kind: 'bracket', inside: current.slice(1, -1).trim(), raw: current });
      current = '';
    }
  }
  if (current !== '') parts.push({ kind: 'text', text: current });
  return parts;
};
