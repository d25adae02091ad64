import { forestPlot } from '@shared/pooling/figures';
import type { Analysis } from '@shared/synthesis';
import { forestOfAnalysis, titleOf } from '@shared/synthesis/figures';
import { controls } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { SavedFigure } from '../../review-kit';
import { fileNameOf, useFigureOptions } from './figure-options';
import { usePrinted } from './words-of-pooled';
import styles from './pooling.module.css';

/** The sheet as extracted beside the corrected one, row by row why they differ, and the corrected forest plot. */
export function CorrectionPage({ analysis }: { readonly analysis: Analysis }) {
  const { synthesis: words } = useTexts();
  const options = useFigureOptions();
  const printed = usePrinted();
  const { corrected, result } = analysis;
  if (!corrected) return null;
  const row = ({ estimate, se }: { readonly estimate: number; readonly se: number }): string =>
    `${printed.decimal(estimate, 2)} (SE ${printed.decimal(se, 2)})`;
  const data = forestOfAnalysis({ ...analysis, ...corrected }, options);
  return (
    <>
      {result.ok && corrected.result.ok ? (
        <p>
          {words.correction.summary(
            printed.effect(result.value, analysis, 3),
            printed.effect(corrected.result.value, analysis, 3),
            printed.decimal(result.value.I2Q, 0),
            printed.decimal(corrected.result.value.I2Q, 0),
          )}
        </p>
      ) : null}
      <section className={styles['part']}>
        <h3>{words.correction.heading}</h3>
        <table className={`${controls['table']} ${styles['table']} ${styles['wrapping']}`}>
          <thead>
            <tr>
              <th>{words.correction.row}</th>
              <th>{words.correction.change}</th>
              <th className={controls['num']}>{words.correction.before}</th>
              <th className={controls['num']}>{words.correction.after}</th>
              <th>{words.correction.reason}</th>
            </tr>
          </thead>
          <tbody>
            {corrected.changed.map(({ correction, study, instrument, before, after }) => (
              <tr key={`${correction.studyId} ${correction.resultId}`}>
                <td>
                  {study}
                  <div className={styles['hint']}>{instrument}</div>
                </td>
                <td>{words.correction.changes[correction.change]}</td>
                <td className={controls['num']}>{row(before)}</td>
                <td className={controls['num']}>{after ? row(after) : words.correction.gone}</td>
                <td>{correction.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SavedFigure
        scene={forestPlot(data, options)}
        fileName={`forest-${fileNameOf(titleOf(analysis))}-corrected`}
      />
    </>
  );
}
