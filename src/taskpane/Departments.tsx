// Owns the region 部门: names that may be one department, then counts and a bar for each. Must not decide identity.
import { Button } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { SameDepartmentSuggestion } from '../department/department';
import type { CheckResult } from '../jobs/check';
import { breakdownByDepartment, type DepartmentBreakdown } from '../report/breakdown';
import { useController, usePaneState, useText } from './context';
import { TEXTS, departmentLine } from './report-messages';
import { VerdictBar } from './VerdictSign';
import styles from './Departments.module.css';

export function Departments({ result }: { readonly result: CheckResult }) {
  const text = useText();
  const { departments } = useMemo(() => breakdownByDepartment(result.tables), [result]);
  const suggestions = result.tables.flatMap((table) => table.suggestions);
  if (departments.length === 0) return <p>{text(TEXTS.noDepartments)}</p>;
  return (
    <>
      {suggestions.length > 0 && (
        <ul className={styles.list}>
          {suggestions.map((suggestion) => (
            <Suggestion key={suggestion.names.join('|')} suggestion={suggestion} />
          ))}
        </ul>
      )}
      <ul className={styles.list}>
        {departments.map((department) => (
          <Department key={department.id} department={department} />
        ))}
      </ul>
    </>
  );
}

function Suggestion({ suggestion }: { readonly suggestion: SameDepartmentSuggestion }) {
  const text = useText();
  const controller = useController();
  const { work } = usePaneState();
  const id = useId();
  const choices = [
    { label: TEXTS.merge, same: true },
    { label: TEXTS.keepApart, same: false },
  ];
  return (
    <li className={styles.suggestion}>
      <span id={id}>
        {text(TEXTS.sameDepartment)}
        <span className={styles.names}>{suggestion.names.join(' · ')}</span>
        {text(suggestion.why)}
      </span>
      <span className={styles.choice}>
        {choices.map(({ label, same }) => (
          <Button
            key={label.en}
            className={styles.action}
            size="small"
            aria-describedby={id}
            disabledFocusable={work !== null}
            onClick={() => void controller.decide(suggestion, same)}
          >
            {text(label)}
          </Button>
        ))}
      </span>
    </li>
  );
}

function Department({ department }: { readonly department: DepartmentBreakdown }) {
  const text = useText();
  const controller = useController();
  const { department: shown } = usePaneState();
  const { id, name, counts } = department;
  const isOnly = shown === id;
  return (
    <li>
      <button
        type="button"
        className={styles.department}
        aria-pressed={isOnly}
        onClick={() => controller.showDepartment(isOnly ? null : id)}
      >
        <span className={styles.name}>{name}</span>
        <VerdictBar counts={counts} isThin />
        <span className={styles.line}>{text(departmentLine(counts))}</span>
      </button>
    </li>
  );
}
