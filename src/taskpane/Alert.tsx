// Owns the one sentence about what went wrong. It stays until the next job or until it is dismissed.
import { Button } from '@fluentui/react-components';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import styles from './Alert.module.css';

export function Alert() {
  const text = useText();
  const controller = useController();
  const { alert } = usePaneState();
  // The region is always there: screen readers only announce what changes inside one they know.
  return (
    <div role="alert">
      {alert && (
        <div className={styles.box}>
          <p className={styles.sentence}>{text(alert)}</p>
          <Button className={styles.action} size="small" appearance="subtle" onClick={() => controller.dismissAlert()}>
            {text(MESSAGES.dismiss)}
          </Button>
        </div>
      )}
    </div>
  );
}
