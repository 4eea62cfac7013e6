// Owns the comparison of names through their short forms: which full names a name may stand for. Suggests, never decides.
import { isCollective, leadingLevel, longestFirst } from './name';
import { SAME_ENDINGS, SHORT_NAMES, SHORT_STEMS } from './short-forms';
import { BARE_NAMES, CONNECTORS, ENDINGS, NOT_PLACES, PARTY_DEPARTMENTS } from './vocabulary';

/** One spelling for comparing: no blanks, one kind of bracket and width. */
export const spelling = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]/gu, '')
    .replace(/[〔［【]/gu, '(')
    .replace(/[〕］】]/gu, ')');

const innerEnding = /[局委办部](?=[和及与])/gu;
/** `区教育局和体育局`: an ending stands before 和 as well. */
export const hasInnerEnding = (name: string): boolean => spelling(name).search(innerEnding) >= 0;
const joiners = new RegExp(
  CONNECTORS.map(({ word }) => word)
    .filter((word) => word !== '会同')
    .join('|'),
  'gu',
);

/** `区教育局和体育局`, `区教育和体育局` and `区教育体育局` alike: endings before 和 go, then 和 itself. */
export const withoutJoiners = (name: string): string => spelling(name).replace(innerEnding, '').replace(joiners, '');

/** One key for `区教育局和体育局` and `教育和体育局`: no level, no joiners. */
export const mergerKey = (name: string): string => withoutJoiners(name.slice(leadingLevel(name).length));

const endings = longestFirst([
  ...ENDINGS.map(({ ending }) => ending),
  ...SAME_ENDINGS.flatMap(({ full, short }) => [full, ...short]),
]);

interface Stem {
  readonly stem: string;
  readonly ending: string;
}
/** Every way to cut a name into what it does and how it ends, longest ending first. */
const cuts = (name: string): Stem[] =>
  endings
    .filter((ending) => name.endsWith(ending) && name.length > ending.length)
    .map((ending) => ({ stem: name.slice(0, -ending.length), ending }));

const fullEnding = new Map(SAME_ENDINGS.flatMap(({ full, short }) => short.map((word) => [word, full] as const)));
const fullStems = groupFulls(SHORT_STEMS);
const fullNames = groupFulls(SHORT_NAMES);

function groupFulls(table: typeof SHORT_STEMS): ReadonlyMap<string, readonly string[]> {
  const fulls = new Map<string, string[]>();
  for (const { full, short } of table)
    for (const word of [full, ...short]) fulls.set(word, [...(fulls.get(word) ?? []), full]);
  return fulls;
}

/** A name without its level and, for `区委编办`, without the committee it belongs to. */
export const withoutLevel = (name: string): string => {
  const bare = name.slice(leadingLevel(name).length);
  const rest = bare.slice(1);
  const isOfCommittee =
    bare !== name && bare.startsWith('委') && (PARTY_DEPARTMENTS.includes(rest) || fullNames.has(withoutJoiners(rest)));
  return isOfCommittee ? rest : bare;
};

/** The full names (level aside) a name may stand for; its own at least. */
export const fullNamesOf = (name: string): ReadonlySet<string> => {
  const bare = withoutJoiners(withoutLevel(spelling(name)));
  const found = new Set<string>([bare, ...(fullNames.get(bare) ?? [])]);
  for (const { stem, ending } of cuts(bare))
    for (const full of fullStems.get(stem) ?? [stem]) found.add(full + (fullEnding.get(ending) ?? ending));
  return found;
};

/** The table knows the name, in full or short: `区人社局`, `市场监督管理所`, `区委宣传部`. */
export const isKnownName = (name: string): boolean => {
  const level = leadingLevel(name);
  const bare = name.slice(level.length);
  if (/^(?:党|党工)?委/u.test(bare) && PARTY_DEPARTMENTS.includes(bare.replace(/^(?:党|党工)?委/u, ''))) return true;
  const plain = withoutJoiners(bare);
  return fullNames.has(plain) || (!isCollective(plain) && cuts(plain).some(({ stem }) => fullStems.has(stem)));
};

/** `区教育局和体育局`: two endings, but the table of names knows one organisation of both trades. */
export const isKnownMerger = (name: string): boolean => {
  return cuts(mergerKey(name)).some(({ stem }) => fullStems.has(stem));
};

const bareNames = new Set([...BARE_NAMES, ...fullStems.keys()]);
/** A trade without its 局 (`公安`, `区城管`, `卫生健康`), as some clerks write bureaus. */
export const isBareName = (name: string): boolean =>
  bareNames.has(name) || bareNames.has(withoutJoiners(name.slice(leadingLevel(name).length)));

const trades = [...fullStems.keys(), ...BARE_NAMES];
/** Can be the name of a place before a bureau: two or three characters that begin no trade (`综合`) and are no common word. */
export const isPlaceLike = (word: string): boolean =>
  /^\p{Script=Han}{2,3}$/u.test(word) &&
  !NOT_PLACES.some((other) => word.startsWith(other)) &&
  !trades.some((trade) => trade.startsWith(word));
