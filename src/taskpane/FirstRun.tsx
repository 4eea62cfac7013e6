// Owns what a person sees before the first check: one sentence, and an example to try it on.
import { Button } from '@fluentui/react-components';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import styles from './FirstRun.module.css';

export function FirstRun() {
  const text = useText();
  const controller = useController();
  const { work } = usePaneState();
  return (
    <div className={styles.page}>
      <p>{text(MESSAGES.firstRun)}</p>
      <Button disabledFocusable={work !== null} onClick={() => void controller.insertExample()}>
        {text(MESSAGES.insertExample)}
      </Button>
      <p className={styles.limits}>{text(MESSAGES.limits)}</p>
    </div>
  );
}
