// Owns a button that starts an action, and one that asks for files first. Must not do the action.
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Sentence } from '../text/sentence';
import { usePaneState, useText } from './context';
import styles from './Toolbar.module.css';

export function Action({ label, onRun }: { readonly label: Sentence; readonly onRun: () => unknown }) {
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

interface FileActionProps {
  readonly label: Sentence;
  /** Endings, as `.xlsx,.xlsm`. */
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly File[]) => unknown;
}

/** The same files may be chosen again. */
export function FileAction({ label, accept, isMultiple = false, onFiles }: FileActionProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Action label={label} onRun={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={isMultiple}
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) void onFiles(files);
        }}
      />
    </>
  );
}
