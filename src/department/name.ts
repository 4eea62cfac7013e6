// Owns the questions about one name: is it complete, a collective, whose level. Must not cut cells.
import { outsideBrackets, partsOf } from './brackets';
import {
  AFTER_COLLECTIVE_PLACE,
  BEFORE_COLLECTIVE_PLACE,
  COLLECTIVE_ENDINGS,
  COLLECTIVE_PLACES,
  COLLECTIVE_WORDS,
  ENDINGS,
  FRAGMENTS,
  GOVERNING_BODIES,
  KINDS_OF_PLACE,
  LEVELS,
  NOT_LEVELS,
} from './vocabulary';

/** Longest first, so that the first word that fits is the right one. */
export const longestFirst = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);

const endings = [...ENDINGS].sort((a, b) => b.ending.length - a.ending.length);
const fragments = new Set(FRAGMENTS);

/** The rest of a wrapped name (`局`), no name of its own. */
export const isFragment = (name: string): boolean => fragments.has(name);

/** Ends as an organisation does, with something before the ending. */
export const endsAsName = (text: string): boolean => {
  const name = outsideBrackets(text);
  if (name.length < 2 || isFragment(name)) return false;
  const found = endings.find(({ ending }) => name.endsWith(ending));
  return found !== undefined && !(found.not ?? []).some((word) => name.endsWith(word));
};

/** Can stand by itself: ends as an organisation does, or means several (`各镇街`). */
export const isCompleteName = (text: string): boolean => endsAsName(text) || (text.length > 1 && isCollective(text));

const collectivePlaces = longestFirst(COLLECTIVE_PLACES);
const isCollectivePlace = (name: string): boolean => {
  const before = BEFORE_COLLECTIVE_PLACE.find((word) => name.startsWith(word)) ?? '';
  const rest = name.slice(before.length);
  const place = collectivePlaces.find((word) => rest.startsWith(word));
  return place !== undefined && AFTER_COLLECTIVE_PLACE.includes(rest.slice(place.length));
};

/** More than one unit behind the name: `各街道办事处`, `区直各部门`, `驻区单位`, `镇（街道）`. */
export const isCollective = (name: string): boolean => {
  const bare = outsideBrackets(name);
  return (
    COLLECTIVE_WORDS.some((word) => bare.includes(word)) ||
    COLLECTIVE_ENDINGS.some((ending) => bare.endsWith(ending)) ||
    isCollectivePlace(bare) ||
    isKindOrKind(name)
  );
};

/** `镇（街道）`: one kind of place and, in brackets, others. */
const isKindOrKind = (name: string): boolean => {
  const [kind, bracket] = partsOf(name);
  return (
    kind?.kind === 'text' &&
    KINDS_OF_PLACE.includes(kind.text) &&
    bracket?.kind === 'bracket' &&
    namesOnlyPlaces(bracket.inside)
  );
};

const kinds = longestFirst(KINDS_OF_PLACE);
/** Nothing but kinds of place, with `、` and the like between: `街道、开发区`. */
export const namesOnlyPlaces = (text: string): boolean => {
  let rest = text;
  if (rest === '') return false;
  while (rest !== '') {
    const kind = kinds.find((word) => rest.startsWith(word));
    if (kind === undefined) return false;
    rest = rest.slice(kind.length).replace(/^[、，,/和及与\s]+/u, '');
  }
  return true;
};
export const endsWithPlace = (name: string): boolean => kinds.some((kind) => name.endsWith(kind));

/** The level a name begins with (`区`), '' when none: `市场监督管理局` has none. */
export const leadingLevel = (name: string): string => {
  const imposter = NOT_LEVELS.find(({ word }) => name.startsWith(word));
  if (imposter !== undefined && !(imposter.unless ?? []).some((word) => name.startsWith(word))) return '';
  const level = LEVELS.find((word) => name.startsWith(word)) ?? '';
  return name.length > level.length + 1 ? level : '';
};

/** `区委`, `镇政府`, `管委会`: its joint office is one office (`区委和区政府办公室`). */
export const isGoverningBody = (name: string): boolean =>
  GOVERNING_BODIES.includes(name) || GOVERNING_BODIES.includes(name.slice(leadingLevel(name).length));
export const isBodysOffice = (name: string): boolean =>
  /(?:办公室|办)$/u.test(name) && isGoverningBody(name.replace(/(?:办公室|办)$/u, ''));
