// Owns where a cell is cut: separators, blanks, line breaks, labels, numbering. Joins what a line wrap broke; reads no roles.
import { bracketStep, mendBrackets, outsideBrackets } from './brackets';
import { endsWithConnector, startsWithConnector } from './connectors';
import { labelLength, loneDuty, readLabel, readPhrase } from './duty';
import { isBareName, isKnownName } from './known';
import { isCollective, isCompleteName, isFragment, isGoverningBody, leadingLevel } from './name';
import { OFFICE, OTHER_ROWS_STARTS, OTHER_ROWS_TOPICS } from './vocabulary';

/** How strongly a piece is cut from the next: `blank` as by one space, `list` as by `、`, `clause` as by `，` `；` or a line break. */
export type Strength = 'blank' | 'list' | 'clause';

export interface Piece {
  readonly text: string;
  readonly after: Strength;
}

export interface Cut {
  readonly pieces: readonly Piece[];
  /** Sentences about other rows (`以下工作均需各镇、街道落实`). */
  readonly sentences: readonly string[];
}

const LIST = '、､/／|｜①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const CLAUSE = '，,；;。';
const DIGITS = '0123456789';
/** What `clean` leaves of white space. */
const BLANKS = ' \n\t';
const NUMBERING = /\d{1,2}(?:[.．)）]|、)\s*(?=\p{Script=Han})/uy;
/** `（一）区卫健局（二）区教体局`: only where the cell begins so, since later it may be part of a name. */
const BRACKETED_NUMBER = /[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[）)]\s*(?=\p{Script=Han})/gu;
const BEGINS_NUMBERED = /^[（(](?:一|1)[）)]/u;
/** Longer than any name: text this long is neither joined over blanks nor cut at 和. */
export const LONGEST_NAME = 60;

const alternatives = (words: readonly string[]): string => words.join('|');
const otherRows = new RegExp(
  `(?:注[:：]|备注[:：]|说明[:：]|(?:${alternatives(OTHER_ROWS_STARTS)})[^，。；;\\n]{0,4}?(?:${alternatives(OTHER_ROWS_TOPICS)}))[^。；;\\n]*`,
  'uy',
);

/** One kind of line break, plain blanks, no invisible characters, brackets in pairs, `【牵头】` or `（牵头）` before a name as a label. */
const clean = (text: string): string => {
  const plain = text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\S\n\t]/gu, ' ')
    .trim();
  const listed = BEGINS_NUMBERED.test(plain) ? plain.replace(BRACKETED_NUMBER, '、') : plain;
  const mended = mendBrackets(listed, LIST + CLAUSE + '\n');
  const labelled = mended.replace(dutyBeforeBracket, (raw, duty: string, inside: string) =>
    loneDuty(duty) !== null && isCompleteName(inside.split(/[、，,；;/\s]/u)[0] ?? '') ? `${duty}：${inside}；` : raw,
  );
  const first = boxed.exec(labelled);
  if (first?.index !== 0 || loneDuty(first[1] ?? '') === null) return labelled;
  return labelled.replace(new RegExp(boxed, 'gu'), (raw, inside: string) =>
    loneDuty(inside) === null ? raw : `${inside}：`,
  );
};
/** `牵头（区卫健局）配合（区教体局、区财政局）` */
const dutyBeforeBracket = /(?<!\p{Script=Han})(\p{Script=Han}{2,6})[（(]([^（()）]{3,200})[）)]/gu;
/** A bracket with a name right behind it: `（牵头）区卫健局 （配合）区教体局`. */
const boxed = /[（(【〔［[]([^（(【〔［[）)】〕］\]]{2,12})[）)】〕］\]](?=\s?[\p{L}×○])/u;

type Separator = Strength | 'break' | 'end';
/** Weakest first: of several separators in a row the strongest counts. */
const STRENGTHS: readonly Separator[] = ['blank', 'break', 'list', 'clause'];
interface Raw {
  readonly text: string;
  readonly after: Separator;
}

/** Cuts at every separator outside brackets, and before labels and numbering. */
const rawPieces = (text: string): { raws: Raw[]; sentences: string[] } => {
  const raws: Raw[] = [];
  const sentences: string[] = [];
  let current = '';
  let depth = 0;
  const hasColon = /[:：]/u.test(text);
  const end = (after: Separator): void => {
    const last = raws.at(-1);
    if (current !== '') raws.push({ text: current, after });
    else if (last !== undefined && STRENGTHS.indexOf(after) > STRENGTHS.indexOf(last.after))
      raws[raws.length - 1] = { ...last, after };
    current = '';
  };
  const matchAt = (pattern: RegExp, index: number): string => {
    pattern.lastIndex = index;
    return pattern.exec(text)?.[0] ?? '';
  };
  for (let index = 0; index < text.length;) {
    const char = text.charAt(index);
    if (depth === 0) {
      const sentence = current === '' ? matchAt(otherRows, index) : '';
      if (sentence !== '') {
        sentences.push(sentence);
        index += sentence.length;
        continue;
      }
      const numbering =
        DIGITS.includes(char) && !DIGITS.includes(text.charAt(index - 1) || ' ') ? matchAt(NUMBERING, index) : '';
      if (numbering !== '') {
        end('list');
        index += numbering.length;
        continue;
      }
      const label = hasColon ? labelLength(text, index) : 0;
      if (label > 0) {
        end('clause');
        current = text.slice(index, index + label);
        index += label;
        continue;
      }
      const blanks = BLANKS.includes(char) ? matchAt(/\s+/uy, index) : '';
      if (blanks !== '') {
        end(blanks === ' ' ? 'blank' : 'break');
        index += blanks.length;
        continue;
      }
      if (LIST.includes(char) || CLAUSE.includes(char)) {
        end(LIST.includes(char) ? 'list' : 'clause');
        index += 1;
        continue;
      }
    }
    depth = Math.max(0, depth + bracketStep(char));
    current += char;
    index += 1;
  }
  end('end');
  return { raws, sentences };
};

const isBranch = (name: string): boolean =>
  /^\p{Script=Han}{2,4}分局$/u.test(name) &&
  !isKnownName(name) &&
  !isBareName(name.slice(0, -2)) &&
  !isBareName(name.slice(2, -2));

/** The name in a raw piece, without label, brackets, duty and tail. */
const nameIn = (text: string): string => {
  const plain = outsideBrackets(text);
  return readPhrase(readLabel(plain)?.rest ?? plain).name;
};

/** Whether blanks between two texts only wrap one name. */
const isWrapped = (before: string, next: string, separator: Separator): boolean => {
  if (separator !== 'break' && separator !== 'blank') return false;
  if (before.length > LONGEST_NAME || next.length > LONGEST_NAME) return false;
  if (bracketStep(next.charAt(0)) > 0 || bracketStep(before.charAt(before.length - 1)) > 0) return true;
  if (/[:：]$/u.test(before)) return true;
  if (startsWithConnector(next) || endsWithConnector(before) || next.startsWith('等')) return true;
  const left = nameIn(before);
  const right = nameIn(next);
  if (left === '' || right === '') return false;
  const isWhole = isCompleteName(left);
  if (isFragment(right)) return !isWhole || right !== OFFICE || isGoverningBody(left);
  const isKnownJoined = isKnownName(left + right);
  if (isWhole && isBranch(right) && left.endsWith('局')) return true;
  if (isWhole) return isKnownJoined && !(isKnownName(left) && isCompleteName(right)) && !startsAnew(right);
  if (isKnownJoined) return true;
  if (isBareName(left) && isBareName(right)) return false;
  if (separator === 'blank') return true;
  const isOther = startsAnew(right) ? isBareName(left) || left.length > 3 : isBareName(left) && isKnownName(right);
  return isCompleteName(right) && !isOther;
};
const startsAnew = (name: string): boolean => isCollective(name) || leadingLevel(name) !== '';

const isAscii = (char: string): boolean => /[A-Za-z0-9]/u.test(char);
const join = (before: string, next: string): string =>
  before + (isAscii(before.charAt(before.length - 1)) && isAscii(next.charAt(0)) ? ' ' : '') + next;

/** Cuts a cell into pieces that each hold one phrase (names joined by 和 still together). Never throws; linear time. */
export const cutCell = (cell: string): Cut => {
  const { raws, sentences } = rawPieces(clean(cell));
  const joined: Raw[] = [];
  for (const raw of raws) {
    const last = joined.at(-1);
    if (last !== undefined && isWrapped(last.text, raw.text, last.after))
      joined[joined.length - 1] = { text: join(last.text, raw.text), after: raw.after };
    else joined.push(raw);
  }
  const pieces = joined.map(({ text, after }): Piece => ({
    text,
    after: after === 'list' || after === 'blank' ? after : 'clause',
  }));
  return { pieces, sentences };
};
