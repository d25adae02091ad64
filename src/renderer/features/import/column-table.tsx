import { SelectField, controls, type Choice } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './import.module.css';

/** A column of a table: its heading, some of its values, and what it was taken for. */
export type ShownColumn = {
  readonly heading: string;
  readonly values: readonly string[];
  readonly holds: string;
};

/** The columns of a table, each with what it holds, to be changed. */
export function ColumnTable({
  columns,
  choices,
  onChoose,
}: {
  readonly columns: readonly ShownColumn[];
  readonly choices: readonly Choice<string>[];
  /** @param column place in `columns` */
  readonly onChoose: (column: number, holds: string) => void;
}) {
  const { imports: words } = useTexts();
  return (
    <div className={styles['columnList']} tabIndex={0} role="region" aria-label={words.columns}>
      <table className={controls['table']}>
        <thead>
          <tr>
            <th>{words.column}</th>
            <th>{words.firstValues}</th>
            <th>{words.holds}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, values, holds }, column) => (
            <tr key={column}>
              <td className={styles['columnName']}>{heading}</td>
              <td className={styles['columnValues']}>
                {values.map((value, index) => (
                  <div key={index}>{value.slice(0, 160)}</div>
                ))}
              </td>
              <td className={styles['columnField']}>
                <SelectField
                  label={`${words.holds}: ${heading}`}
                  hideLabel
                  value={holds}
                  choices={choices}
                  onChange={(value) => onChoose(column, value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
