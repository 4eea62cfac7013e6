// Owns the pane's further actions. Must not do them (the controller does).
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Sentence } from '../text/sentence';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import type { CheckResult } from '../jobs/check';
import styles from './Toolbar.module.css';

export function Toolbar() {
  const text = useText();
  const controller = useController();
  const { result } = usePaneState();
  return (
    <div className={styles.bar} role="group" aria-label={text(MESSAGES.actions)}>
      <Action label={MESSAGES.departmentSheets} onRun={() => controller.buildDepartmentSheets()} />
      <Action label={MESSAGES.exportDepartments} onRun={() => controller.exportDepartments()} />
      <Collect />
      {lacksActual(result) && <Action label={MESSAGES.prepare} onRun={() => controller.prepare()} />}
      <Action label={MESSAGES.clear} onRun={() => controller.clear()} />
    </div>
  );
}

function Action({ label, onRun }: { readonly label: Sentence; readonly onRun: () => unknown }) {
  const text = useText();
  const { work } = usePaneState();
  return (
    <Button
      className={styles.action}
      appearance="subtle"
      size="small"
      disabledFocusable={work !== null}
      onClick={() => void onRun()}
    >
      {text(label)}
    </Button>
  );
}

/** Asks for the files first; the same ones may be chosen again. */
function Collect() {
  const controller = useController();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Action label={MESSAGES.collect} onRun={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        multiple
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) void controller.collect(files);
        }}
      />
    </>
  );
}

function lacksActual(result: CheckResult | null): boolean {
  return result?.tables.some(({ table }) => !table.columns.some(({ role }) => role === 'actual')) ?? false;
}
