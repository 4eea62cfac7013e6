// Owns the pane's further actions. Must not do them (the controller does).
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import type { CheckResult } from '../jobs/check';
import styles from './Toolbar.module.css';

export function Toolbar() {
  const text = useText();
  const controller = useController();
  const { work, result } = usePaneState();
  const files = useRef<HTMLInputElement>(null);
  const actions = [
    { label: MESSAGES.departmentSheets, run: () => void controller.buildDepartmentSheets() },
    { label: MESSAGES.exportDepartments, run: () => void controller.exportDepartments() },
    { label: MESSAGES.collect, run: () => files.current?.click() },
    ...(lacksActual(result) ? [{ label: MESSAGES.prepare, run: () => void controller.prepare() }] : []),
    { label: MESSAGES.clear, run: () => void controller.clear() },
  ];
  return (
    <div className={styles.bar} role="group" aria-label={text(MESSAGES.actions)}>
      {actions.map(({ label, run }) => (
        <Button
          key={label.en}
          className={styles.action}
          appearance="subtle"
          size="small"
          disabledFocusable={work !== null}
          onClick={run}
        >
          {text(label)}
        </Button>
      ))}
      <input
        ref={files}
        type="file"
        accept=".xlsx,.xlsm"
        multiple
        hidden
        onChange={({ target }) => {
          if (target.files?.length) void controller.collect([...target.files]);
          // The same files may be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
}

function lacksActual(result: CheckResult | null): boolean {
  return result?.tables.some(({ table }) => !table.columns.some(({ role }) => role === 'actual')) ?? false;
}
