// Owns a list of findings by kind; each that stands in the workbook goes to its cells. Must not weigh them.
import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Sentence } from '../text/sentence';
import { useController, useText } from './context';
import { showMore } from './report-messages';
import type { Finding, FindingGroup } from './state';
import styles from './RowList.module.css';
import own from './DetailView.module.css';

/** Shown of one kind at first, and more at each step. */
const STEP = 100;

interface FindingListProps {
  readonly summary: Sentence;
  readonly groups: readonly FindingGroup[];
}

export function FindingList({ summary, groups }: FindingListProps) {
  const text = useText();
  return (
    <>
      <p className={own.summary}>{text(summary)}</p>
      {groups.map((group) => (
        <Group key={group.title.en} group={group} />
      ))}
    </>
  );
}

function Group({ group: { title, findings } }: { readonly group: FindingGroup }) {
  const text = useText();
  const [count, setCount] = useState(STEP);
  const rest = findings.length - count;
  return (
    <>
      <h3 className={own.kind}>{text(title)}</h3>
      <ul className={styles.list}>
        {findings.slice(0, count).map((finding, index) => (
          // Findings of one run never move.
          <Row key={index} finding={finding} />
        ))}
      </ul>
      {rest > 0 && (
        <Button className={styles.more} size="small" onClick={() => setCount(count + STEP)}>
          {text(showMore(Math.min(STEP, rest), rest))}
        </Button>
      )}
    </>
  );
}

function Row({ finding: { name, label, sentence, place } }: { readonly finding: Finding }) {
  const text = useText();
  const controller = useController();
  const id = useId();
  return (
    <li className={styles.row}>
      {place ? (
        <button
          type="button"
          className={styles.name}
          aria-describedby={`${id}label ${id}sentence`}
          onClick={() => void controller.select(place.sheet, place.area)}
        >
          {name}
        </button>
      ) : (
        <span className={own.nameOnly}>{name}</span>
      )}
      <span id={`${id}label`} className={own.label}>
        {text(label)}
      </span>
      <span id={`${id}sentence`} className={own.sentence}>
        {text(sentence)}
      </span>
    </li>
  );
}
