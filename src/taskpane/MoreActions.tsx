// Owns the group of further actions. Fetched when it is opened. Must not do them.
import { Action, FileAction } from './Actions';
import { useController, useText } from './context';
import { askForLetters, auditTables, compareWith, makeLedger } from './more-jobs';
import { MORE } from './more-messages';
import styles from './Toolbar.module.css';

export default function MoreActions() {
  const text = useText();
  const controller = useController();
  return (
    <div className={styles.bar} role="group" aria-label={text(MORE.actions)}>
      <Action label={MORE.audit} onRun={() => controller.perform(MORE.auditing, auditTables)} />
      <FileAction
        label={MORE.changes}
        accept=".xlsx,.xlsm"
        onFiles={([earlier]) => earlier && controller.perform(MORE.comparing, compareWith(earlier))}
      />
      <Action label={MORE.importNotice} onRun={() => controller.showDetail({ kind: 'import' })} />
      <Action label={MORE.notices} onRun={() => controller.perform(MORE.makingLetters, askForLetters)} />
      <Action label={MORE.ledger} onRun={() => controller.perform(MORE.makingLedger, makeLedger)} />
    </div>
  );
}
