// Owns the pane's actions beside the check, and the way to the further ones. Must not do them (the controller does).
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useId } from 'react';
import type { CheckResult } from '../jobs/check';
import { Action, FileAction } from './Actions';
import { Boundary } from './Boundary';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import styles from './Toolbar.module.css';

/** Opened by few, so it is fetched when it is opened. */
const MoreActions = lazy(() => import(/* webpackChunkName: "more" */ './MoreActions'));

export function Toolbar() {
  const text = useText();
  const controller = useController();
  const { result, isMoreOpen } = usePaneState();
  const id = useId();
  return (
    <div className={styles.bars}>
      <div className={styles.bar} role="group" aria-label={text(MESSAGES.actions)}>
        <Action label={MESSAGES.departmentSheets} onRun={() => controller.buildDepartmentSheets()} />
        <Action label={MESSAGES.exportDepartments} onRun={() => controller.exportDepartments()} />
        <FileAction
          label={MESSAGES.collect}
          accept=".xlsx,.xlsm"
          isMultiple
          onFiles={(files) => controller.collect(files)}
        />
        {lacksActual(result) && <Action label={MESSAGES.prepare} onRun={() => controller.prepare()} />}
        <Action label={MESSAGES.clear} onRun={() => controller.clear()} />
        <Button
          className={`${styles.action} ${styles.more}`}
          appearance="subtle"
          size="small"
          aria-expanded={isMoreOpen}
          aria-controls={id}
          onClick={() => controller.toggleMore()}
        >
          {text(MESSAGES.more)}
        </Button>
      </div>
      <div id={id}>
        {isMoreOpen && (
          <Boundary>
            <Suspense>
              <MoreActions />
            </Suspense>
          </Boundary>
        )}
      </div>
    </div>
  );
}

function lacksActual(result: CheckResult | null): boolean {
  return result?.tables.some(({ table }) => !table.columns.some(({ role }) => role === 'actual')) ?? false;
}
