// Owns the one sentence about what went wrong, and the one question before something is lost. They stay until the next job or an answer.
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Sentence } from '../text/sentence';
import { useController, usePaneState, useText } from './context';
import { MESSAGES } from './messages';
import styles from './Alert.module.css';

export function Alert() {
  const controller = useController();
  const { alert, question } = usePaneState();
  // The region is always there: screen readers only announce what changes inside one they know.
  return (
    <div role="alert">
      {alert && (
        <Box sentence={alert}>
          <Choice label={MESSAGES.dismiss} onChoose={() => controller.dismissAlert()} />
        </Box>
      )}
      {question && (
        <Box sentence={question.sentence}>
          <Choice label={MESSAGES.keep} onChoose={() => controller.answer(false)} />
          <Choice label={question.label} onChoose={() => controller.answer(true)} />
        </Box>
      )}
    </div>
  );
}

function Box({ sentence, children }: { readonly sentence: Sentence; readonly children: ReactNode }) {
  const text = useText();
  return (
    <div className={styles.box}>
      <p className={styles.sentence}>{text(sentence)}</p>
      <span className={styles.choices}>{children}</span>
    </div>
  );
}

function Choice({ label, onChoose }: { readonly label: Sentence; readonly onChoose: () => unknown }) {
  const text = useText();
  return (
    <Button className={styles.action} size="small" appearance="subtle" onClick={() => void onChoose()}>
      {text(label)}
    </Button>
  );
}
