import type { Statistic } from '@shared/reconciliation';
import { useFormats, useTexts } from '../../app/app-context';
import styles from './agreement.module.css';

/** A number of the top row with what it rests on. */
export function Figure({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}) {
  return (
    <div className={styles['figure']}>
      <span className={styles['hint']}>{label}</span>
      <strong className="numeric">{value}</strong>
      <span className={`${styles['hint']} numeric`}>{note}</span>
    </div>
  );
}

/** A statistic with its interval and standard error, or why it has no value. */
export function StatisticFigure({
  label,
  statistic: { value, reason, ci95, se },
}: {
  readonly label: string;
  readonly statistic: Statistic;
}) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  const note =
    value === null
      ? reason
        ? words.noValue[reason]
        : ''
      : [
          ...(ci95 ? [words.interval(formats.decimal(ci95[0], 2), formats.decimal(ci95[1], 2))] : []),
          ...(typeof se === 'number' ? [words.error(formats.decimal(se, 3))] : []),
        ].join('\n');
  return <Figure label={label} value={value === null ? '–' : formats.decimal(value, 2)} note={note} />;
}
