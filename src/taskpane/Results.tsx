// Owns the region 检查结果: counts as a picture and as filters, then the rows. Must not judge.
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { CheckResult } from '../jobs/check';
import type { JudgedRow } from '../report/judged';
import { summarise } from '../report/summary';
import { VERDICT_LABELS, type Verdict } from '../verdict/judgement';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import { TEXTS } from './report-messages';
import { RowList, type ShownRow } from './RowList';
import { VERDICT_LOOKS, VERDICT_ORDER } from './verdict-look';
import { VerdictBar, VerdictSign } from './VerdictSign';
import styles from './Results.module.css';

export function Results({ result }: { readonly result: CheckResult }) {
  const text = useText();
  const controller = useController();
  const { verdicts, department } = usePaneState();
  const rows = useMemo(
    () => result.tables.flatMap(({ table, rows: judged }): ShownRow[] => judged.map((row) => ({ table, judged: row }))),
    [result],
  );
  const counts = useMemo(() => summarise(result.tables), [result]);
  const shown = useMemo(
    () => rows.filter(({ judged }) => isShown(judged, verdicts, department)),
    [rows, verdicts, department],
  );
  if (rows.length === 0) return <p>{text(MESSAGES.noTables)}</p>;
  return (
    <>
      <VerdictBar counts={counts} />
      <div className={styles.filters} role="group" aria-label={text(TEXTS.filters)}>
        {VERDICT_ORDER.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className={styles.filter}
            aria-pressed={verdicts.has(verdict)}
            onClick={() => controller.toggleVerdict(verdict)}
          >
            <VerdictSign verdict={verdict} colour={VERDICT_LOOKS[verdict].bar} />
            <span className={styles.label}>{text(VERDICT_LABELS[verdict])}</span>{' '}
            <span className={styles.count}>{counts[verdict]}</span>
          </button>
        ))}
      </div>
      {department !== null && (
        <div className={styles.only}>
          <span>{nameOf(department, rows)}</span>
          <Button size="small" onClick={() => controller.showDepartment(null)}>
            {text(TEXTS.allDepartments)}
          </Button>
        </div>
      )}
      {shown.length > 0 ? (
        <RowList rows={shown} hasSeveralTables={result.tables.length > 1} />
      ) : (
        <p>{text(TEXTS.nothingFiltered)}</p>
      )}
    </>
  );
}

function isShown(
  { judgement, departments }: JudgedRow,
  verdicts: ReadonlySet<Verdict>,
  department: string | null,
): boolean {
  if (verdicts.size > 0 && !verdicts.has(judgement.verdict)) return false;
  return department === null || departments.some(({ id }) => id === department);
}

function nameOf(department: string, rows: readonly ShownRow[]): string {
  const organisations = rows.flatMap(({ judged }) => judged.departments);
  return organisations.find(({ id }) => id === department)?.name ?? department;
}
