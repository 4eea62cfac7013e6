// Owns who is the same as whom over all rows of a workbook, and what to suggest as the same. Cutting cells stands in split.ts.
import type {
  DepartmentCells,
  DepartmentReading,
  DepartmentsReading,
  Organisation,
  SameDepartmentChoice,
  SameDepartmentSuggestion,
} from './department';
import { fullNamesOf, hasInnerEnding, isKnownName, isPlaceLike, mergerKey, spelling, withoutJoiners } from './known';
import { isCollective, isCompleteName, leadingLevel } from './name';
import { splitDepartments } from './split';
import type { KnownMergers } from './split';
import { LEVELS, SAME_AS_ABOVE } from './vocabulary';
import type { Sentence } from '../text/sentence';

/** A name as it stands in the workbook. */
interface Standing {
  readonly key: string;
  readonly name: string;
  /** Rows that name it. */
  rows: number;
}

const splitAll = (rows: readonly DepartmentCells[], mergers?: KnownMergers): DepartmentReading[] => {
  const readings: DepartmentReading[] = [];
  const known = new Map<string, DepartmentReading>();
  for (const cells of rows) {
    const key = JSON.stringify([cells.departments, cells.support, cells.departmentsLead ?? false]);
    const reading = known.get(key) ?? splitDepartments(cells, readings.at(-1), mergers);
    readings.push(reading);
    const isOfAbove = SAME_AS_ABOVE.some((word) => cells.departments.includes(word) || cells.support?.includes(word));
    if (!isOfAbove) known.set(key, reading);
  }
  return readings;
};

const mergersIn = (standing: ReadonlyMap<string, Standing>): KnownMergers => {
  const isJoined = (key: string): boolean => withoutJoiners(key) !== key && !hasInnerEnding(key);
  return new Set([...standing.keys()].filter(isJoined).map(mergerKey));
};

const standingNames = (readings: readonly DepartmentReading[]): Map<string, Standing> => {
  const standing = new Map<string, Standing>();
  for (const { organisations } of readings)
    for (const { name } of organisations) {
      const key = spelling(name);
      const found = standing.get(key);
      if (found === undefined) standing.set(key, { key, name, rows: 1 });
      else found.rows += 1;
    }
  return standing;
};

// ---------------------------------------------------------------------------------------------- levels and places

const placeAndLevel = new RegExp(`^(\\p{Script=Han}{2,3}?)(${LEVELS.join('|')})(?=\\p{Script=Han}{2})`, 'u');
interface Shortening {
  readonly bare: string;
  /** What was taken off: `区`, `临淄区`, `临淄`. */
  readonly owner: string;
}

/** The names that stand without the level or place this one begins with. */
const shortenings = (key: string, places: ReadonlySet<string>): Shortening[] => {
  const level = leadingLevel(key);
  const placed = placeAndLevel.exec(key);
  const place = [...places].find((word) => key.startsWith(word));
  const found: Shortening[] = [];
  if (level !== '') found.push({ bare: key.slice(level.length), owner: level });
  if (placed?.[1] !== undefined) {
    found.push({ bare: key.slice(placed[1].length), owner: placed[1] });
    found.push({ bare: key.slice(placed[0].length), owner: placed[0] });
  }
  if (place !== undefined) found.push({ bare: key.slice(place.length), owner: place });
  for (const length of [2, 3]) {
    const [owner, bare] = [key.slice(0, length), key.slice(length)];
    if (isPlaceLike(owner) && isKnownName(bare)) found.push({ bare, owner });
  }
  return found.filter(({ bare }) => isCompleteName(bare));
};

/** Names equal but for a leading level or place: key → key without it. Two owners of one bare name stay apart. */
const withoutOwners = (standing: ReadonlyMap<string, Standing>): Map<string, string> => {
  const keys = [...standing.keys()];
  const places = new Set(keys.flatMap((key) => placeAndLevel.exec(key)?.[1] ?? []));
  const owners = new Map<string, Set<string>>();
  const targets = new Map<string, Shortening>();
  for (const key of keys) {
    if (isCollective(key)) continue;
    const target = shortenings(key, places).find(({ bare }) => standing.has(bare));
    if (target === undefined) continue;
    targets.set(key, target);
    owners.set(target.bare, (owners.get(target.bare) ?? new Set()).add(target.owner));
  }
  const isOneOwner = (bare: string): boolean => {
    const [longest = '', ...others] = [...(owners.get(bare) ?? [])].sort((a, b) => b.length - a.length);
    return others.every((owner) => longest.startsWith(owner) || longest.endsWith(owner));
  };
  return new Map([...targets].filter(([, { bare }]) => isOneOwner(bare)).map(([key, { bare }]) => [key, bare]));
};

// ---------------------------------------------------------------------------------------------- one identity

/** Union of keys; every key's root. */
class Groups {
  private readonly parents = new Map<string, string>();
  root(key: string): string {
    let current = key;
    for (let parent = this.parents.get(current); parent !== undefined; parent = this.parents.get(current))
      current = parent;
    return current;
  }
  join(key: string, into: string): void {
    const [from, to] = [this.root(key), this.root(into)];
    if (from !== to) this.parents.set(from, to);
  }
}

/** Best name first: one without an inner 局, then the more frequent, then the fuller. */
const byPreference = (a: Standing, b: Standing): number =>
  Number(hasInnerEnding(a.name)) - Number(hasInnerEnding(b.name)) || b.rows - a.rows || b.key.length - a.key.length;

/** Joins what is the same; a choice's first standing name becomes the root. */
const groupNames = (standing: ReadonlyMap<string, Standing>, choices: readonly SameDepartmentChoice[]): Groups => {
  const groups = new Groups();
  for (const [key, bare] of withoutOwners(standing)) groups.join(key, bare);
  for (const { names, same } of choices) {
    const [kept, ...others] = names.map(spelling).filter((key) => standing.has(key));
    if (same && kept !== undefined) {
      const into = groups.root(kept);
      for (const other of others) groups.join(other, into);
    }
  }
  return groups;
};

// ---------------------------------------------------------------------------------------------- suggestions

interface Member {
  readonly standing: Standing;
  readonly root: string;
  readonly levels: ReadonlySet<string>;
  readonly fullNames: ReadonlySet<string>;
}

const membersOf = (standing: ReadonlyMap<string, Standing>, groups: Groups): Member[] => {
  const byRoot = new Map<string, Standing[]>();
  for (const one of standing.values()) {
    const root = groups.root(one.key);
    byRoot.set(root, [...(byRoot.get(root) ?? []), one]);
  }
  return [...byRoot].map(([root, all]) => ({
    root,
    standing: standing.get(root) ?? { key: root, name: root, rows: 0 },
    levels: new Set(all.map(({ key }) => leadingLevel(key)).filter((level) => level !== '')),
    fullNames: new Set(all.flatMap(({ key }) => [...fullNamesOf(key)])),
  }));
};

const mayBeSame = (a: Member, b: Member): boolean =>
  a.levels.size === 0 || b.levels.size === 0 || [...a.levels].some((level) => b.levels.has(level));

const isRejected = (a: Member, b: Member, choices: readonly SameDepartmentChoice[]): boolean =>
  choices.some(({ names, same }) => {
    const keys = names.map(spelling);
    return !same && keys.includes(a.standing.key) && keys.includes(b.standing.key);
  });

const whyOf = (names: readonly string[]): Sentence => {
  const [first = ''] = names;
  const others = names.slice(1).map((name) => `“${name}”`);
  const isWritingOnly = names.every((name) => withoutJoiners(name) === withoutJoiners(first));
  return isWritingOnly
    ? {
        zh: `${others.join('、')}与“${first}”只差“局”“和”的写法，可能是同一个部门`,
        en: `${names.join(', ')} differ only in how 局 and 和 are written; they may be one department`,
      }
    : {
        zh: `${others.join('、')}与“${first}”可能是同一个部门的全称与简称`,
        en: `${names.join(', ')} may be the full and the short name of one department`,
      };
};

const suggest = (
  standing: ReadonlyMap<string, Standing>,
  groups: Groups,
  choices: readonly SameDepartmentChoice[],
): SameDepartmentSuggestion[] => {
  const members = membersOf(standing, groups);
  const byFullName = new Map<string, Member[]>();
  for (const member of members)
    for (const full of member.fullNames) byFullName.set(full, [...(byFullName.get(full) ?? []), member]);

  const suggestions: SameDepartmentSuggestion[] = [];
  const seen = new Set<Member>();
  for (const member of members) {
    if (seen.has(member)) continue;
    const alike = [...new Set([...member.fullNames].flatMap((full) => byFullName.get(full) ?? []))].filter(
      (other) =>
        other === member || (!seen.has(other) && mayBeSame(member, other) && !isRejected(member, other, choices)),
    );
    if (alike.length < 2) continue;
    alike.forEach((one) => seen.add(one));
    const names = alike
      .map((one) => one.standing)
      .sort(byPreference)
      .map(({ name }) => name);
    suggestions.push({ kind: 'same-department', names, why: whyOf(names) });
  }
  return suggestions;
};

// ---------------------------------------------------------------------------------------------- the workbook

/**
 * Reads the department cells of all rows of a workbook, in sheet order, and gives every organisation its identity.
 *
 * The same: names that differ in blanks, width or kind of bracket; a name with a leading level or the place's own name when
 * it also stands without (`街道城管中队` = `城管中队`, id without the level); names a person accepted as the same (id: the
 * first of the choice's names that stands). Suggested, never applied: short forms and `局和…局` writings, best name first.
 */
export const readDepartments = (
  rows: readonly DepartmentCells[],
  choices: readonly SameDepartmentChoice[] = [],
): DepartmentsReading => {
  const first = splitAll(rows);
  const mergers = mergersIn(standingNames(first));
  const readings = mergers.size === 0 ? first : splitAll(rows, mergers);
  const standing = standingNames(readings);
  const groups = groupNames(standing, choices);
  const idOf = (name: string): string => {
    const root = groups.root(spelling(name));
    return standing.get(root)?.name ?? name;
  };
  const withId = (organisation: Organisation): Organisation => ({ ...organisation, id: idOf(organisation.name) });
  // Rows with the same cells share one reading.
  const identified = new Map(
    [...new Set(readings)].map((reading) => [
      reading,
      { ...reading, organisations: reading.organisations.map(withId) },
    ]),
  );
  return {
    rows: readings.map((reading) => identified.get(reading) ?? reading),
    suggestions: suggest(standing, groups, choices),
  };
};
