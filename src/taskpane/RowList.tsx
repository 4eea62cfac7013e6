// Owns the list of judged rows: each goes to its cells and opens its reason. Long lists grow by steps, so that they stay quick.
import { Button } from '@fluentui/react-components';
import { Fragment, memo, useCallback, useId, useState } from 'react';
import { formatArea, type Area } from '../sheet/address';
import type { JudgedRow } from '../report/judged';
import type { IndicatorTable } from '../table/table';
import { useController, useText } from './context';
import { TEXTS, showMore } from './report-messages';
import { VerdictBadge } from './VerdictSign';
import styles from './RowList.module.css';

export interface ShownRow {
  readonly table: IndicatorTable;
  readonly judged: JudgedRow;
}

/** Rows shown at first, and more at each step. */
const STEP = 100;

interface RowListProps {
  readonly rows: readonly ShownRow[];
  readonly hasSeveralTables: boolean;
}

export function RowList({ rows, hasSeveralTables }: RowListProps) {
  const text = useText();
  const controller = useController();
  const [count, setCount] = useState(STEP);
  const [open, setOpen] = useState<string | null>(null);
  const choose = useCallback(
    (shown: ShownRow) => {
      const key = keyOf(shown);
      setOpen((was) => (was === key ? null : key));
      void controller.select(shown.table.sheet, areaOf(shown));
    },
    [controller],
  );
  const rest = rows.length - count;
  return (
    <>
      <ul className={styles.list}>
        {rows.slice(0, count).map((shown) => (
          <Row
            key={keyOf(shown)}
            shown={shown}
            isOpen={open === keyOf(shown)}
            hasPlace={hasSeveralTables}
            onChoose={choose}
          />
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

interface RowProps {
  readonly shown: ShownRow;
  readonly isOpen: boolean;
  readonly hasPlace: boolean;
  readonly onChoose: (shown: ShownRow) => void;
}

/** `7. `, so that 15岁以上人群吸烟率 does not run on from its number. */
function numbered(seq: string): string {
  return /^\d+$/.test(seq) ? `${seq}. ` : `${seq} `;
}

const Row = memo(function Row({ shown, isOpen, hasPlace, onChoose }: RowProps) {
  const text = useText();
  const id = useId();
  const { row, judgement } = shown.judged;
  return (
    <li>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.name}
          aria-expanded={isOpen}
          aria-describedby={`${id}verdict ${id}reason`}
          onClick={() => onChoose(shown)}
        >
          {row.seq && numbered(row.seq)}
          {row.indicator}
        </button>
        <span id={`${id}verdict`}>
          <VerdictBadge verdict={judgement.verdict} />
        </span>
        <span id={`${id}reason`} className={styles.reason}>
          {hasPlace && `${shown.table.sheet} · `}
          {text(judgement.reason)}
        </span>
      </div>
      {isOpen && <Details shown={shown} />}
    </li>
  );
});

function Details({ shown }: { readonly shown: ShownRow }) {
  const text = useText();
  const { row, judgement, departments, caveats } = shown.judged;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [text(TEXTS.target), row.target || text(TEXTS.blank)],
    [text(TEXTS.actual), judgement.actual?.raw ?? text(TEXTS.blank)],
    ...(departments.length > 0
      ? [[text(TEXTS.responsible), departments.map(({ name }) => name).join('、')] as const]
      : []),
    [text(TEXTS.place), `${shown.table.sheet}!${formatArea(areaOf(shown))}`],
    ...caveats.map((caveat) => [text(TEXTS.notice), text(caveat)] as const),
  ];
  return (
    <dl className={styles.details}>
      {facts.map(([label, value], index) => (
        // The facts of one row never move.
        <Fragment key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The row's cells over the width of its table. */
function areaOf({ table, judged }: ShownRow): Area {
  return { top: judged.row.firstRow, bottom: judged.row.lastRow, left: table.area.left, right: table.area.right };
}

function keyOf({ table, judged }: ShownRow): string {
  return `${table.sheet}!${table.area.left}:${judged.row.firstRow}`;
}
