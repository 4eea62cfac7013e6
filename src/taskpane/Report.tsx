// Owns the order of the three regions and the way between them. Loaded after the first check, not with the pane.
import { Switch } from '@fluentui/react-components';
import { type MouseEvent, type ReactNode, useId } from 'react';
import type { CheckResult } from '../jobs/check';
import type { Sentence } from '../text/sentence';
import { useController, usePaneState, useText } from './context';
import { Departments } from './Departments';
import { TEXTS } from './report-messages';
import { Results } from './Results';
import { Tables } from './Tables';
import styles from './Report.module.css';

const REGIONS: readonly { readonly title: Sentence; readonly View: (props: { result: CheckResult }) => ReactNode }[] = [
  { title: TEXTS.results, View: Results },
  { title: TEXTS.recognised, View: Tables },
  { title: TEXTS.departments, View: Departments },
];

export default function Report({ result }: { readonly result: CheckResult }) {
  const text = useText();
  const controller = useController();
  const { isLive } = usePaneState();
  const id = useId();
  return (
    <>
      <nav className={styles.ways} aria-label={text(TEXTS.jump)}>
        {REGIONS.map(({ title }, index) => (
          <a key={title.en} className={styles.way} href={`#${id}${index}`} onClick={goTo}>
            {text(title)}
          </a>
        ))}
        <Switch
          className={styles.live}
          size="small"
          label={text(TEXTS.live)}
          checked={isLive}
          onChange={(_, { checked }) => controller.setLive(checked)}
        />
      </nav>
      {REGIONS.map(({ title, View }, index) => (
        <section
          key={title.en}
          id={`${id}${index}`}
          className={styles.region}
          aria-labelledby={`${id}${index}-title`}
          tabIndex={-1}
        >
          <h2 id={`${id}${index}-title`}>{text(title)}</h2>
          <View result={result} />
        </section>
      ))}
    </>
  );
}

/** Moves there without touching the address: office.js keeps its own words in the fragment. */
function goTo(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}
