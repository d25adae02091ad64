import type { ReactNode } from 'react';
import { controls } from '../../ui-kit';
import { useFormats } from '../../app/app-context';
import styles from './agreement.module.css';

export type FigureRow = {
  readonly key: string;
  readonly name: ReactNode;
  readonly figures: readonly ReactNode[];
};

/** Figures by row under one heading each: the form of every table of agreement. */
export function FigureTable({
  label,
  of,
  columns,
  rows,
}: {
  /** Names the table where no heading above does. */
  readonly label?: string;
  /** What a row stands for. */
  readonly of: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}) {
  return (
    <div className={styles['wide']}>
      <table className={`${controls['table']} ${styles['figureTable']}`} aria-label={label}>
        <thead>
          <tr>
            <th>{of}</th>
            {columns.map((column, index) => (
              <th key={`${index} ${column}`} className={controls['num']}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map((column, index) => (
                <td key={`${index} ${column}`} className={controls['num']}>
                  {figures[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The name of a row that shows it by itself. */
export function ChosenByName({
  children,
  onChoose,
}: {
  readonly children: ReactNode;
  readonly onChoose: () => void;
}) {
  return (
    <button type="button" className={styles['name']} onClick={onChoose}>
      {children}
    </button>
  );
}

/** How figures of agreement are written: coefficients with two decimals, shares with one, a dash for none. */
export function useFigures() {
  const formats = useFormats();
  return {
    count: (value: number): string => formats.count(value),
    coefficient: (value: number | null): string => (value === null ? '–' : formats.decimal(value, 2)),
    share: (value: number | null): string => (value === null ? '–' : formats.percent(value, 1)),
  };
}
