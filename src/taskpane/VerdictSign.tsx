// Owns the drawing of a verdict: its sign, its badge of sign and word, and the bar of shares.
import type { Summary } from '../report/summary';
import { VERDICT_LABELS, type Verdict } from '../verdict/judgement';
import { VERDICT_COLOURS } from '../workbook/looks';
import { useText } from './context';
import { shareOfVerdicts, verdictOf } from './report-messages';
import { VERDICT_LOOKS, VERDICT_ORDER } from './verdict-look';
import styles from './VerdictSign.module.css';

export function VerdictSign({ verdict, colour }: { readonly verdict: Verdict; readonly colour?: string }) {
  return (
    <svg
      className={styles.sign}
      viewBox="0 0 12 12"
      aria-hidden="true"
      fill="none"
      stroke={colour ?? 'currentColor'}
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={VERDICT_LOOKS[verdict].sign} />
    </svg>
  );
}

/** The same colours as in the sheet, sign and word together. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const text = useText();
  const { fill, font } = VERDICT_COLOURS[verdict];
  return (
    <span className={styles.badge} style={{ backgroundColor: `#${fill}`, color: `#${font}` }}>
      <VerdictSign verdict={verdict} />
      {text(VERDICT_LABELS[verdict])}
    </span>
  );
}

/** A picture of the counts; says them in words to who does not see it. */
export function VerdictBar({ counts, isThin = false }: { readonly counts: Summary; readonly isThin?: boolean }) {
  const text = useText();
  const shown = VERDICT_ORDER.filter((verdict) => counts[verdict] > 0);
  const label = text(shareOfVerdicts(shown.map((verdict) => verdictOf(VERDICT_LABELS[verdict], counts[verdict]))));
  return (
    <div className={isThin ? `${styles.bar} ${styles.thin}` : styles.bar} role="img" aria-label={label}>
      {shown.map((verdict) => (
        <span key={verdict} style={{ flexGrow: counts[verdict], backgroundColor: VERDICT_LOOKS[verdict].bar }} />
      ))}
    </div>
  );
}
