// Owns the foot of the pane: what is being done and how far, then what was done.
import { Button } from '@fluentui/react-components';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import styles from './StatusBar.module.css';

export function StatusBar() {
  const text = useText();
  const controller = useController();
  const { work, status } = usePaneState();
  const sentence = work?.stage ?? status;
  // Without a total the bar moves on its own.
  const share = work && work.total > 0 ? { max: work.total, value: work.done } : {};
  return (
    <div className={styles.foot}>
      {work?.isLong && <progress className={styles.progress} aria-label={text(work.stage)} {...share} />}
      <div className={styles.line}>
        <div role="status" className={styles.status}>
          {sentence && text(sentence)}
          {work && work.total > 0 && ` ${work.done}/${work.total}`}
        </div>
        {work?.isLong && (
          <Button className={styles.cancel} size="small" onClick={() => controller.cancel()}>
            {text(MESSAGES.cancel)}
          </Button>
        )}
      </div>
    </div>
  );
}
