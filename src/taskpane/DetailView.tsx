// Owns what stands instead of the report: a list of findings, or a question before a job. Fetched when first shown. Must not do a job.
import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Sentence } from '../text/sentence';
import { FileAction } from './Actions';
import { useController, usePaneState, useText } from './context';
import { FindingList } from './FindingList';
import { importNotice, writeLetters } from './more-jobs';
import { MORE } from './more-messages';
import type { Detail } from './state';
import styles from './DetailView.module.css';

export default function DetailView({ detail }: { readonly detail: Detail }) {
  if (detail.kind === 'import')
    return (
      <Frame title={MORE.importNotice}>
        <ImportForm />
      </Frame>
    );
  if (detail.kind === 'notices')
    return (
      <Frame title={MORE.notices}>
        <LettersForm />
      </Frame>
    );
  return (
    <Frame title={detail.title}>
      <FindingList summary={detail.summary} groups={detail.groups} />
    </Frame>
  );
}

function Frame({ title, children }: { readonly title: Sentence; readonly children: ReactNode }) {
  const text = useText();
  const controller = useController();
  const id = useId();
  const section = useRef<HTMLElement>(null);
  // What was pressed may be gone: a person goes on from here.
  useEffect(() => section.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={section} className={styles.frame} aria-labelledby={id} tabIndex={-1}>
      <div className={styles.head}>
        <h2 id={id}>{text(title)}</h2>
        <Button
          className={styles.close}
          size="small"
          onClick={({ currentTarget }) => {
            // The button goes: whoever works by keyboard goes on from what comes back.
            currentTarget.closest('main')?.focus();
            controller.showDetail(null);
          }}
        >
          {text(MORE.close)}
        </Button>
      </div>
      {children}
    </section>
  );
}

/** `.wps` and `.pdf` may be chosen, so that the answer says what to do with them. */
const NOTICE_FILES = '.docx,.doc,.html,.htm,.txt,.wps,.pdf';

function ImportForm() {
  const text = useText();
  const controller = useController();
  const { work } = usePaneState();
  const [pasted, setPasted] = useState('');
  /** The same with its tables, as long as nobody has changed the text. */
  const [html, setHtml] = useState<string | null>(null);
  const id = useId();
  const start = (file: File): void => void controller.perform(MORE.importing, importNotice(file));
  return (
    <div className={styles.form}>
      <p>{text(MORE.importHelp)}</p>
      <FileAction label={MORE.chooseFile} accept={NOTICE_FILES} onFiles={([file]) => file && start(file)} />
      <label htmlFor={id}>{text(MORE.paste)}</label>
      <textarea
        id={id}
        className={styles.field}
        rows={2}
        value={pasted}
        onPaste={({ clipboardData, currentTarget }) => {
          const rich = clipboardData.getData('text/html');
          if (!/<table/i.test(rich) || currentTarget.value.trim() !== '') return;
          setHtml(rich);
        }}
        onChange={({ target, nativeEvent }) => {
          setPasted(target.value);
          if (!('inputType' in nativeEvent) || nativeEvent.inputType !== 'insertFromPaste') setHtml(null);
        }}
      />
      <Button
        className={styles.go}
        size="small"
        disabledFocusable={work !== null || pasted.trim() === ''}
        onClick={() => start(html ? new File([html], '粘贴.html') : new File([pasted], '粘贴.txt'))}
      >
        {text(MORE.importText)}
      </Button>
    </div>
  );
}

function LettersForm() {
  const text = useText();
  const controller = useController();
  const { work } = usePaneState();
  const [office, setOffice] = useState('');
  const [deadline, setDeadline] = useState('');
  return (
    <div className={styles.form}>
      <p>{text(MORE.lettersHelp)}</p>
      <label>
        {text(MORE.office)}
        <input className={styles.field} value={office} onChange={({ target }) => setOffice(target.value)} />
      </label>
      <label>
        {text(MORE.deadline)}
        <input
          className={styles.field}
          value={deadline}
          placeholder={text(MORE.deadlineExample)}
          onChange={({ target }) => setDeadline(target.value)}
        />
      </label>
      <Button
        className={styles.go}
        size="small"
        disabledFocusable={work !== null}
        onClick={() => void controller.perform(MORE.makingLetters, writeLetters(office.trim(), deadline.trim()))}
      >
        {text(MORE.write)}
      </Button>
    </div>
  );
}
