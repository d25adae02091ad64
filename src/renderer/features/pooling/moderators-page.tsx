import { poolErrorText } from '@shared/pooling';
import { bubblePlot } from '@shared/pooling/figures';
import type { AnalysisDetail, ModeratorAnalysis } from '@shared/synthesis';
import { bubbleOfModerator, type DrawnAnalysis } from '@shared/synthesis/figures';
import { controls } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { SavedFigure } from '../../review-kit';
import { fileNameOf, useFigureOptions } from './figure-options';
import { usePrinted } from './words-of-pooled';
import styles from './pooling.module.css';

/** Fewer rows than this per coefficient: a description rather than evidence (Cochrane Handbook 10.11.4). */
const rowsPerModerator = 10;

/** A meta-regression per planned moderator. */
export function ModeratorsPage({
  detail,
  drawn,
  onStudy,
}: {
  readonly detail: AnalysisDetail;
  readonly drawn: DrawnAnalysis;
  readonly onStudy: (key: string) => void;
}) {
  const { synthesis: words } = useTexts();
  if (detail.moderators.length === 0) return <p className={styles['hint']}>{words.noModerators}</p>;
  const repeated = new Set(drawn.rows.map(({ row }) => row.studyId)).size < drawn.rows.length;
  return (
    <>
      {detail.moderators.map((moderator) => (
        <Moderator key={moderator.id} moderator={moderator} drawn={drawn} onStudy={onStudy} />
      ))}
      {repeated ? <p className={styles['hint']}>{words.moderator.independent}</p> : null}
    </>
  );
}

function Moderator({
  moderator,
  drawn,
  onStudy,
}: {
  readonly moderator: ModeratorAnalysis;
  readonly drawn: DrawnAnalysis;
  readonly onStudy: (key: string) => void;
}) {
  const { label, rows, withoutValue, result } = moderator;
  const options = useFigureOptions();
  const bubble = bubbleOfModerator(drawn, moderator, options);
  const { synthesis: words, pooling } = useTexts();
  const printed = usePrinted();
  const { decimal } = printed;
  return (
    <section className={styles['part']}>
      <h3>{words.moderator.heading(label)}</h3>
      {result.ok ? (
        <>
          <table className={`${controls['table']} ${styles['table']}`}>
            <thead>
              <tr>
                <th>{words.moderator.term}</th>
                <th className={controls['num']}>{words.moderator.coefficient}</th>
                <th className={controls['num']}>{words.figures.p}</th>
              </tr>
            </thead>
            <tbody>
              {result.value.coefficients.map(({ term, estimate, ciLow, ciHigh, pval }) => (
                <tr key={term}>
                  <td>{term === 'intercept' ? words.moderator.intercept : term}</td>
                  <td className={controls['num']}>
                    {decimal(estimate, 3)} {printed.interval(decimal(ciLow, 3), decimal(ciHigh, 3))}
                  </td>
                  <td className={controls['num']}>{printed.p(pval)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            {result.value.QM === null
              ? ''
              : words.moderator.omnibus(
                  result.value.df === null
                    ? `QM(${result.value.QMdf}) = ${decimal(result.value.QM, 2)}`
                    : `F(${result.value.QMdf}; ${result.value.df}) = ${decimal(result.value.QM, 2)}`,
                  printed.pIs(result.value.QMp ?? 1),
                  result.value.R2 === null ? null : decimal(result.value.R2, 0),
                )}{' '}
            {words.moderator.residual(decimal(result.value.tau2, 3), decimal(result.value.I2, 0))}
          </p>
          {rows < rowsPerModerator * (result.value.coefficients.length - 1) ? (
            <p className={styles['hint']}>{words.moderator.few}</p>
          ) : null}
        </>
      ) : (
        <p className={styles['hint']}>{poolErrorText(result.error, pooling.errors)}</p>
      )}
      {bubble ? (
        <SavedFigure
          scene={bubblePlot(bubble, options)}
          fileName={fileNameOf(bubble.title)}
          onMark={onStudy}
        />
      ) : null}
      {withoutValue > 0 ? <p className={styles['hint']}>{words.withoutValue(label, withoutValue)}</p> : null}
    </section>
  );
}
