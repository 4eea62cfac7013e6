// Owns the audit: the clerk's tables against the national standard (2021), row by row. Must not change the clerk's targets.
import type { JudgedRow, JudgedTable } from '../report/judged';
import { EDITION, NATIONAL_2021, nameKey, nationalIndicator, type NationalIndicator } from '../standard/national-2021';
import type { Profile } from '../table/table';
import { readTarget } from '../target/read';
import type { Condition } from '../target/target';
import { normalise } from '../text/normalise';
import type { Sentence } from '../text/sentence';
import { compareTargets, isSignLost, withSignOf } from './audit-targets';

/**
 * `spelling`: the name with other letters (學, and); `plan-value`: the standard leaves the number to the local plan and the
 * table states one; `not-for-profile`: counties are not judged by it.
 */
export const AUDIT_KINDS = [
  'missing',
  'extra',
  'repeated',
  'renamed',
  'spelling',
  'target-missing',
  'sign-lost',
  'target-weaker',
  'target-stronger',
  'target-changed',
  'plan-value',
  'not-for-profile',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditFinding {
  readonly kind: AuditKind;
  /** The standard's row; null for `extra`. */
  readonly standard: { readonly no: number; readonly name: string; readonly target: string } | null;
  /** The clerk's row; null for `missing`. */
  readonly own: {
    readonly sheet: string;
    /** First and last sheet row, 1-based. */
    readonly rows: readonly [number, number];
    readonly seq: string | null;
    readonly indicator: string;
    readonly target: string;
  } | null;
  readonly sentence: Sentence;
}

export interface Audit {
  readonly edition: string;
  readonly profile: Profile;
  /** The clerk's rows in order, then what is missing. */
  readonly findings: readonly AuditFinding[];
  readonly summary: {
    /** Rows of the standard for the profile, of the clerk's tables, and how many found each other. */
    readonly standard: number;
    readonly own: number;
    readonly matched: number;
    readonly counts: Readonly<Record<AuditKind, number>>;
    /** Too little in common for the table to be this standard's. */
    readonly isOtherProgramme: boolean;
    readonly sentence: Sentence;
  };
}

interface OwnRow {
  readonly judged: JudgedRow;
  readonly table: JudgedTable['table'];
}

/** The standard's row as it holds for the profile. */
interface Expected {
  readonly national: NationalIndicator;
  readonly name: string;
  readonly target: string;
}

const expectedOf = (national: NationalIndicator, profile: Profile): Expected | null => {
  if (profile === 'city') return { national, name: national.name, target: national.city };
  if (national.county === null) return null;
  return { national, name: national.countyIndicator ?? national.name, target: national.county };
};

// ------------------------------------------------------------------------------------------------ who is whom

const pairsOf = (key: string): string[] =>
  Array.from({ length: Math.max(0, key.length - 1) }, (_, index) => key.slice(index, index + 2));

/** Share of letter pairs in common (Dice), 0 to 1. */
const likeness = (a: string, b: string): number => {
  const [mine, theirs] = [pairsOf(a), pairsOf(b)];
  const left = [...theirs];
  let common = 0;
  for (const pair of mine) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return mine.length + theirs.length === 0 ? 0 : (2 * common) / (mine.length + theirs.length);
};

/** Below this, two names of the standard itself are as alike (主次干道 / 街巷路面每日保洁时间: 0.56). */
const LEAST_LIKENESS = 0.62;

/** The standard's row of each clerk's row: by name first, then the most alike of what is left. */
const matchRows = (rows: readonly OwnRow[], expected: readonly Expected[], profile: Profile): Map<OwnRow, Expected> => {
  const matches = new Map<OwnRow, Expected>();
  const open = new Set(expected);
  const take = (row: OwnRow, found: Expected | undefined): void => {
    if (found === undefined || !open.has(found)) return;
    matches.set(row, found);
    open.delete(found);
  };
  for (const row of rows) {
    const key = nameKey(row.judged.row.indicator);
    const no = nationalIndicator(row.judged.row.indicator)?.no;
    take(
      row,
      expected.find(({ name, national }) => nameKey(name) === key || national.no === no),
    );
  }
  const candidates = rows
    .filter((row) => !matches.has(row) && expectedNo(row, profile) === null)
    .flatMap((row) =>
      [...open].map((one) => ({ row, one, score: likeness(nameKey(row.judged.row.indicator), nameKey(one.name)) })),
    )
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((a, b) => b.score - a.score);
  for (const { row, one } of candidates) if (!matches.has(row)) take(row, one);
  return matches;
};

/** Number of the standard's row that bears the clerk's name, whatever the profile; null when none does. */
const expectedNo = ({ judged }: OwnRow, profile: Profile): number | null => {
  const key = nameKey(judged.row.indicator);
  const byCounty =
    profile === 'county'
      ? NATIONAL_2021.find(({ countyIndicator }) => countyIndicator !== null && nameKey(countyIndicator) === key)
      : undefined;
  return (byCounty ?? nationalIndicator(judged.row.indicator))?.no ?? null;
};

// ------------------------------------------------------------------------------------------------ findings

type Draft = Omit<AuditFinding, 'standard' | 'own'>;
const draft = (kind: AuditKind, zh: string, en: string): Draft => ({ kind, sentence: { zh, en } });

const letters = (name: string): string =>
  normalise(name)
    .replace(/^\d{1,3}[.、)]/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const nameFindings = (own: string, { national, name }: Expected): Draft[] => {
  const names = [name, national.name].map(letters);
  if (names.includes(letters(own))) return [];
  const isSpelling = [name, national.name].some((other) => nameKey(other) === nameKey(own));
  return isSpelling
    ? [
        draft(
          'spelling',
          `国家标准第${national.no}项“${name}”在表中写作“${own}”，用字不同`,
          `No. ${national.no} “${name}” is spelt “${own}” in the table`,
        ),
      ]
    : [
        draft(
          'renamed',
          `国家标准第${national.no}项“${name}”在表中名称为“${own}”，请核对是否为同一指标`,
          `No. ${national.no} “${name}” is called “${own}” in the table; see whether it is the same indicator`,
        ),
      ];
};

const conditionOf = (
  { judged: { row }, table }: OwnRow,
  profile: Profile,
): { condition: Condition | null; isExempt: boolean } => {
  const { indicator, unit, remark, target } = row;
  const reading = readTarget(target, { indicator, unit, remark, profile, targetYear: table.targetYear });
  return { condition: reading.condition, isExempt: reading.notApplicable !== null };
};

const COMPARED: Readonly<
  Record<'weaker' | 'stronger' | 'changed', { readonly kind: AuditKind; readonly zh: string; readonly en: string }>
> = {
  weaker: { kind: 'target-weaker', zh: '比国家标准宽松', en: 'is weaker than the standard’s' },
  stronger: { kind: 'target-stronger', zh: '比国家标准严格', en: 'is stronger than the standard’s' },
  changed: { kind: 'target-changed', zh: '与国家标准不同', en: 'differs from the standard’s' },
};

const targetFindings = (row: OwnRow, { national, name, target }: Expected, profile: Profile): Draft[] => {
  const own = row.judged.row.target.trim();
  const place = `第${national.no}项“${name}”`;
  const standard = readTarget(target, {
    indicator: name,
    unit: null,
    remark: null,
    profile,
    targetYear: null,
  }).condition;
  const { condition } = conditionOf(row, profile);
  if (condition === null || standard === null)
    return [
      draft(
        'target-missing',
        `${place}表中没有目标值，国家标准为“${target}”`,
        `No. ${national.no} has no target in the table; the standard says “${target}”`,
      ),
    ];
  if (standard.kind === 'plan' && condition.kind !== 'plan')
    return [
      draft(
        'plan-value',
        `${place}国家标准为“${target}”，表中为“${own}”，请与当地规划核对`,
        `No. ${national.no}: the standard leaves it to the local plan; the table says “${own}”; check it with the plan`,
      ),
    ];
  const isLost = isSignLost(own, target);
  const difference = compareTargets(isLost ? withSignOf(condition, standard) : condition, standard);
  if (difference === 'same')
    return isLost
      ? [
          draft(
            'sign-lost',
            `${place}目标写作“${own}”，国家标准为“${target}”，符号可能在复制时丢失`,
            `No. ${national.no}: the target reads “${own}”, the standard’s “${target}”; the sign may have been lost in copying`,
          ),
        ]
      : [];
  const { kind, zh, en } = COMPARED[difference];
  const lost = isLost ? { zh: '，且缺少符号', en: ', and lacks its sign' } : { zh: '', en: '' };
  return [
    draft(
      kind,
      `${place}目标为“${own}”，${zh}“${target}”${lost.zh}`,
      `No. ${national.no}: the target “${own}” ${en} “${target}”${lost.en}`,
    ),
  ];
};

const unmatchedFindings = (row: OwnRow, profile: Profile): Draft[] => {
  const { indicator } = row.judged.row;
  const no = expectedNo(row, profile);
  const national = no === null ? undefined : NATIONAL_2021[no - 1];
  if (national === undefined)
    return [
      draft(
        'extra',
        `“${indicator}”不在国家标准（2021版）的评价指标之内`,
        `“${indicator}” is no indicator of the national standard (2021)`,
      ),
    ];
  if (expectedOf(national, profile) !== null)
    return [
      draft(
        'repeated',
        `“${indicator}”与国家标准第${national.no}项重复出现`,
        `“${indicator}” stands for No. ${national.no} a second time`,
      ),
    ];
  if (conditionOf(row, profile).isExempt) return [];
  return [
    draft(
      'not-for-profile',
      `国家标准第${national.no}项“${national.name}”县级不考核，表中未注明`,
      `Counties are not judged by No. ${national.no} “${national.name}”, and the table does not say so`,
    ),
  ];
};

const ownOf = ({ judged: { row }, table }: OwnRow): AuditFinding['own'] => ({
  sheet: table.sheet,
  rows: [row.firstRow + 1, row.lastRow + 1],
  seq: row.seq,
  indicator: row.indicator,
  target: row.target,
});
const standardOf = ({ national, name, target }: Expected): AuditFinding['standard'] => ({
  no: national.no,
  name,
  target,
});

// ------------------------------------------------------------------------------------------------ the audit

const NO_COUNTS = Object.fromEntries(AUDIT_KINDS.map((kind) => [kind, 0])) as Record<AuditKind, number>; // every kind is in the list

/** Compares the tables of one workbook, taken together, with the standard. A difference is for a person to weigh: local targets may rightly differ. */
export const audit = (tables: readonly JudgedTable[], { profile }: { readonly profile: Profile }): Audit => {
  const rows = tables.flatMap(({ table, rows: judgedRows }) => judgedRows.map((judged): OwnRow => ({ judged, table })));
  const expected = NATIONAL_2021.flatMap((national) => expectedOf(national, profile) ?? []);
  const matches = matchRows(rows, expected, profile);
  const found = rows.flatMap((row) => {
    const match = matches.get(row);
    const drafts =
      match === undefined
        ? unmatchedFindings(row, profile)
        : [...nameFindings(row.judged.row.indicator, match), ...targetFindings(row, match, profile)];
    return drafts.map((one): AuditFinding => ({
      ...one,
      standard: match === undefined ? null : standardOf(match),
      own: ownOf(row),
    }));
  });
  const matched = new Set(matches.values());
  const missing = expected
    .filter((one) => !matched.has(one))
    .map((one): AuditFinding => ({
      kind: 'missing',
      standard: standardOf(one),
      own: null,
      sentence: {
        zh: `国家标准第${one.national.no}项“${one.name}”（目标 ${one.target}）在表中没有`,
        en: `No. ${one.national.no} “${one.name}” (target ${one.target}) is not in the table`,
      },
    }));
  const findings = [...found, ...missing];
  const counts = { ...NO_COUNTS };
  for (const { kind } of findings) counts[kind] += 1;
  const isOtherProgramme = matched.size * 2 < Math.min(rows.length, expected.length);
  return {
    edition: EDITION.title,
    profile,
    findings,
    summary: {
      standard: expected.length,
      own: rows.length,
      matched: matched.size,
      counts,
      isOtherProgramme,
      sentence: summaryOf(expected.length, rows.length, matched.size, findings.length, isOtherProgramme),
    },
  };
};

const summaryOf = (
  standard: number,
  own: number,
  matched: number,
  findings: number,
  isOtherProgramme: boolean,
): Sentence => {
  const zh = `表中 ${own} 项指标，与${EDITION.title}的 ${standard} 项对应 ${matched} 项，`;
  const en = `${own} indicators in the table, ${matched} of the standard’s ${standard} found, `;
  if (isOtherProgramme)
    return {
      zh: `${zh}重合不多，可能不是这一标准的指标表`,
      en: `${en}little in common: perhaps not a table of this standard`,
    };
  return findings === 0
    ? { zh: `${zh}没有不一致`, en: `${en}no difference` }
    : { zh: `${zh}不一致 ${findings} 处`, en: `${en}${findings} differences` };
};
