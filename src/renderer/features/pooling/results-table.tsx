import type { Analysis, Results } from '@shared/synthesis';
import { controls } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { usePrinted } from './words-of-pooled';
import styles from './pooling.module.css';

/** Every planned outcome and time in one line, with the corrected result under the extracted one where they differ. */
export function ResultsTable({
  results,
  current,
  onChoose,
}: {
  readonly results: Results;
  readonly current: string | undefined;
  readonly onChoose: (key: string) => void;
}) {
  const { synthesis: words } = useTexts();
  const printed = usePrinted();
  const methods = new Set(results.analyses.flatMap(({ nnt }) => (nnt ? [printed.nntMethod(nnt)] : [])));
  return (
    <>
      <div className={styles['wide']}>
        <table className={`${controls['table']} ${styles['table']}`}>
          <thead>
            <tr>
              <th>{words.outcome}</th>
              <th>{words.window}</th>
              <th className={controls['num']}>{words.rowsTrials}</th>
              <th className={controls['num']}>{words.participants}</th>
              <th className={controls['num']}>{words.effect}</th>
              <th className={controls['num']}>I²</th>
              <th className={controls['num']}>{words.nnt}</th>
              <th>{words.direction}</th>
            </tr>
          </thead>
          {results.analyses.map((analysis) => (
            <Line
              key={analysis.key}
              analysis={analysis}
              withPrediction={results.predictionInterval}
              chosen={analysis.key === current}
              onChoose={() => onChoose(analysis.key)}
            />
          ))}
        </table>
      </div>
      <p className={styles['hint']}>
        {results.predictionInterval ? words.predictionNote : ''}{' '}
        {methods.size > 0 ? words.nntNote([...methods].join('; ')) : ''}
      </p>
    </>
  );
}

type Shown = Pick<Analysis, 'result' | 'nnt'>;

function Line({
  analysis,
  withPrediction,
  chosen,
  onChoose,
}: {
  readonly analysis: Analysis;
  readonly withPrediction: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { synthesis: words } = useTexts();
  const printed = usePrinted();
  const { outcome, window, rows, participants, directions, corrected, instrument } = analysis;
  const named = analysis.besides ? `${outcome.label} (${words.measures[analysis.measure]})` : outcome.label;
  return (
    <tbody className={chosen ? styles['chosen'] : undefined}>
      <tr>
        <td>
          {rows.length === 0 ? (
            <span className={styles['absent']}>{named}</span>
          ) : (
            <button type="button" className={styles['choose']} aria-current={chosen} onClick={onChoose}>
              {named}
            </button>
          )}
          {instrument === null ? null : <div className={styles['hint']}>{instrument}</div>}
        </td>
        <td>{window}</td>
        <td className={controls['num']}>{printed.trialsAndRows(analysis)}</td>
        <td className={controls['num']}>{printed.participants(participants)}</td>
        <Numbers shown={analysis} analysis={analysis} withPrediction={withPrediction} />
        <td>
          {rows.length === 0
            ? '–'
            : words.directionLine(
                words.directions[directions.direction],
                directions.benefit,
                directions.harm,
              )}
        </td>
      </tr>
      {corrected ? (
        <tr className={styles['correctedLine']}>
          <td colSpan={4}>{words.corrected}</td>
          <Numbers shown={corrected} analysis={analysis} withPrediction={withPrediction} />
          <td className={styles['wrapped']}>
            {words.correctedBecause(corrected.changed.map(({ study }) => study).join('; '))}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function Numbers({
  shown: { result, nnt },
  analysis,
  withPrediction,
}: {
  readonly shown: Shown;
  readonly analysis: Analysis;
  readonly withPrediction: boolean;
}) {
  const { synthesis: words } = useTexts();
  const printed = usePrinted();
  if (!result.ok)
    return (
      <td colSpan={3} className={styles['absent']}>
        {printed.why(result.error)}
      </td>
    );
  const { value } = result;
  return (
    <>
      <td className={controls['num']}>
        <strong>{printed.shown(value.estimate, analysis)}</strong>{' '}
        {printed.range(value.ciLow, value.ciHigh, analysis)}
        {withPrediction && value.prediction ? (
          <div className={styles['hint']}>
            {words.predictionShort} {printed.range(value.prediction.low, value.prediction.high, analysis)}
          </div>
        ) : null}
      </td>
      <td className={controls['num']}>{printed.decimal(value.I2Q, 0)}%</td>
      <td className={controls['num']}>
        {nnt ? printed.nnt(nnt) : '–'}
        {nnt ? <div className={styles['hint']}>{printed.nntInterval(nnt)}</div> : null}
      </td>
    </>
  );
}
