// Owns the region 识别结果: which tables were found, what each column was taken for and why; a person may correct it.
import type { CheckResult } from '../jobs/check';
import { columnLetters, formatArea } from '../sheet/address';
import { COLUMN_ROLES, type ColumnReading, type IndicatorTable } from '../table/table';
import { Choice } from './Choice';
import { useController, usePaneState, useText } from './context';
import { ROLE_LABELS, TEXTS, columnUse, tableLine } from './report-messages';
import styles from './Tables.module.css';

export function Tables({ result }: { readonly result: CheckResult }) {
  const text = useText();
  return (
    <>
      {result.tables.map(({ table }) => (
        <TableCard key={`${table.sheet}!${formatArea(table.area)}`} table={table} />
      ))}
      {result.refusals.length > 0 && (
        <ul className={styles.refusals}>
          {result.refusals.map(({ sheet, why }) => (
            <li key={`${sheet}${why.en}`}>
              {sheet}：{text(why)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function TableCard({ table }: { readonly table: IndicatorTable }) {
  const text = useText();
  return (
    <div className={styles.table}>
      <h3>
        {table.sheet}!{formatArea(table.area)}
      </h3>
      <p>{text(tableLine(table.rows.length, table.confidence))}</p>
      <ul className={styles.columns}>
        {table.columns.map((reading) => (
          // One-column tables give several roles to one letter.
          <Column key={`${reading.column} ${reading.role}`} table={table} reading={reading} />
        ))}
      </ul>
    </div>
  );
}

/** The value of 不使用 in the list of roles. */
const NO_ROLE = '';

function Column({ table, reading }: { readonly table: IndicatorTable; readonly reading: ColumnReading }) {
  const text = useText();
  const controller = useController();
  const { work } = usePaneState();
  const roles = [
    { value: NO_ROLE, label: text(TEXTS.noRole) } as const,
    ...COLUMN_ROLES.map((value) => ({ value, label: text(ROLE_LABELS[value]) })),
  ];
  const letters = columnLetters(reading.column);
  return (
    <li className={styles.column}>
      <span>
        <span className={styles.letters}>{letters}</span>
        {reading.heading}
      </span>
      <Choice
        label={text(columnUse(letters, reading.heading))}
        options={roles}
        value={reading.role ?? NO_ROLE}
        isDisabled={work !== null}
        onChoose={(role) => void controller.setRole(table, reading.column, role === NO_ROLE ? null : role)}
      />
      <span className={styles.why}>{text(reading.why)}</span>
    </li>
  );
}
