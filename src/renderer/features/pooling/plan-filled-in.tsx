import { useMemo } from 'react';
import type { PoolingSheet } from '@shared/export';
import { poolErrorText } from '@shared/pooling';
import { fillPlan, type Analysis, type Choices, type Departure, type Results } from '@shared/synthesis';
import { controls } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import styles from './pooling.module.css';

/** The analysis plan filled in: every planned line, pooled or told in words, and everything that departs from it. */
export function PlanFilledIn({
  sheet,
  choices,
}: {
  readonly sheet: PoolingSheet;
  readonly choices: Choices;
}) {
  const { synthesis: words } = useTexts();
  const results = useMemo(() => fillPlan(sheet, choices), [sheet, choices]);
  return (
    <section className={styles['forest']}>
      <h2>{words.title}</h2>
      <table className={`${controls['table']} ${styles['table']}`}>
        <thead>
          <tr>
            <th>{words.outcome}</th>
            <th>{words.measure}</th>
            <th className={controls['num']}>{words.rowsTrials}</th>
            <th className={controls['num']}>{words.effect}</th>
            <th className={controls['num']}>{words.nnt}</th>
            <th>{words.direction}</th>
          </tr>
        </thead>
        <tbody>
          {results.analyses.map((analysis) => (
            <PlannedLine key={analysis.key} analysis={analysis} />
          ))}
        </tbody>
      </table>
      <Departures results={results} />
    </section>
  );
}

function PlannedLine({ analysis }: { readonly analysis: Analysis }) {
  const { synthesis: words, pooling } = useTexts();
  const formats = useFormats();
  const { outcome, window, measure, instrument, rows, trials, result, nnt, directions } = analysis;
  const shown = (value: number): string =>
    formats.decimal(analysis.scale === 'log' ? Math.exp(value) : value, 2);
  const effect = result.ok
    ? `${shown(result.value.estimate)} [${shown(result.value.ciLow)}, ${shown(result.value.ciHigh)}]`
    : result.error.why === 'error'
      ? poolErrorText(result.error.error, pooling.errors)
      : result.error.why === 'too-few'
        ? words.tooFew(result.error.trials, result.error.minimum)
        : words.notPooled[result.error.why];
  return (
    <tr>
      <td>
        {outcome.label}
        {window === '' ? '' : `, ${window}`}
      </td>
      <td>{instrument === null ? measure : `${measure} (${instrument})`}</td>
      <td className={controls['num']}>
        {rows.length} / {trials}
      </td>
      <td className={controls['num']}>{effect}</td>
      <td className={controls['num']}>
        {nnt ? words.nntLine(formats.decimal(Math.abs(nnt.nnt), 1), nnt.nnt < 0, nnt.method) : '–'}
      </td>
      <td>
        {rows.length === 0
          ? '–'
          : words.directionLine(words.directions[directions.direction], directions.benefit, directions.harm)}
      </td>
    </tr>
  );
}

function Departures({ results }: { readonly results: Results }) {
  const { synthesis: words, pooling } = useTexts();
  const sentence = (departure: Departure): string => {
    switch (departure.code) {
      case 'method':
      case 'test':
      case 'dependence':
      case 'assumedCorrelation':
      case 'minimumTrials':
      case 'sharedControls':
        return words.departures.changed(
          words.departures.names[departure.code],
          departure.planned,
          departure.used,
        );
      case 'no-plan':
        return words.departures.noPlan;
      case 'not-in-plan':
        return words.departures.notInPlan(departure.rows, departure.outcomes.join('; '));
      case 'no-rows':
        return words.departures.noRows(departure.label, departure.window);
      case 'too-few':
        return `${departure.label}, ${departure.window}: ${words.tooFew(departure.trials, departure.minimum)}`;
      case 'failed':
        return `${departure.label}, ${departure.window}: ${poolErrorText(departure.error, pooling.errors)}`;
      case 'field-empty':
        return words.departures.fieldEmpty(departure.label, departure.field);
      case 'without-measure':
        return words.departures.withoutMeasure(departure.label, departure.rows, departure.measure);
      case 'corrected':
        return words.departures.corrected(departure.rows);
    }
  };
  if (results.departures.length === 0) return <p className={styles['hint']}>{words.departures.none}</p>;
  return (
    <>
      <h3>{words.departures.title}</h3>
      <ul className={styles['departures']}>
        {results.departures.map((departure, index) => (
          <li key={index}>{sentence(departure)}</li>
        ))}
      </ul>
    </>
  );
}
