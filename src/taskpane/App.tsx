// Owns the frame of the pane: theme, primary action and profile above, status below, regions between. Must not judge.
import { Button, FluentProvider } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Profile } from '../table/table';
import './styles.css';
import { Alert } from './Alert';
import { Boundary } from './Boundary';
import { Choice } from './Choice';
import { useController, usePaneState, useText } from './context';
import { FirstRun } from './FirstRun';
import { MESSAGES, PROFILE_LABELS } from './messages';
import { StatusBar } from './StatusBar';
import { themeFor } from './theme';
import { Toolbar } from './Toolbar';
import styles from './App.module.css';

const PROFILES: readonly Profile[] = ['city', 'county'];

/** The regions, drawn after the first check. */
export const loadReport = () => import(/* webpackChunkName: "report" */ './Report');

const Report = lazy(loadReport);
const DetailView = lazy(() => import(/* webpackChunkName: "more" */ './DetailView'));

export function App() {
  const text = useText();
  const theme = useTheme();
  const { work } = usePaneState();
  const controller = useController();
  return (
    <FluentProvider theme={theme}>
      <div className={styles.frame}>
        <header>
          <h1 className={styles.title}>{text(MESSAGES.product)}</h1>
          <div className={styles.head}>
            <Button appearance="primary" disabledFocusable={work !== null} onClick={() => void controller.check()}>
              {text(MESSAGES.check)}
            </Button>
            <ProfileChoice />
          </div>
          <Toolbar />
        </header>
        <Alert />
        <main className={styles.main} tabIndex={-1}>
          <Content />
        </main>
        <StatusBar />
      </div>
    </FluentProvider>
  );
}

function Content() {
  const { detail, result } = usePaneState();
  if (!detail && !result) return <FirstRun />;
  return (
    <Boundary key={detail?.kind}>
      <Suspense>{detail ? <DetailView detail={detail} /> : result && <Report result={result} />}</Suspense>
    </Boundary>
  );
}

function ProfileChoice() {
  const text = useText();
  const controller = useController();
  const { profile } = usePaneState();
  return (
    <label className={styles.profile}>
      {text(MESSAGES.profile)}
      <Choice
        options={PROFILES.map((value) => ({ value, label: text(PROFILE_LABELS[value]) }))}
        value={profile}
        onChoose={(value) => void controller.setProfile(value)}
      />
    </label>
  );
}

/** Excel tells of no change of theme, so it is read again whenever the pane comes to the front. */
function useTheme() {
  const { environment } = useController();
  const [surroundings, setSurroundings] = useState(environment.surroundings);
  useEffect(() => {
    const read = (): void => setSurroundings(environment.surroundings());
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    window.addEventListener('focus', read);
    scheme.addEventListener('change', read);
    return () => {
      window.removeEventListener('focus', read);
      scheme.removeEventListener('change', read);
    };
  }, [environment]);
  return themeFor(surroundings);
}
