// Owns a list to choose from. The browser's own control: it opens beyond the narrow pane, and costs the first script nothing.
import styles from './Choice.module.css';

interface ChoiceProps<Value extends string> {
  /** Accessible name, where no label element stands around it. */
  readonly label?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly isDisabled?: boolean;
  readonly onChoose: (value: Value) => void;
}

export function Choice<Value extends string>({ label, options, value, isDisabled, onChoose }: ChoiceProps<Value>) {
  const choose = (index: number): void => {
    const option = options[index];
    if (option) onChoose(option.value);
  };
  return (
    <select
      className={styles.choice}
      aria-label={label}
      disabled={isDisabled}
      value={value}
      onChange={({ target }) => choose(target.selectedIndex)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
