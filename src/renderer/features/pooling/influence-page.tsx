import { baujatPlot } from '@shared/pooling/figures';
import type { AnalysisDetail } from '@shared/synthesis';
import { baujatOfAnalysis, type DrawnAnalysis } from '@shared/synthesis/figures';
import { Badge, controls } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { SavedFigure } from '../../review-kit';
import { fileNameOf, useFigureOptions } from './figure-options';
import { usePrinted } from './words-of-pooled';
import styles from './pooling.module.css';

/** What each trial does to the result, the most unusual first. */
export function InfluencePage({
  detail,
  drawn,
  onStudy,
}: {
  readonly detail: AnalysisDetail;
  readonly drawn: DrawnAnalysis;
  readonly onStudy: (key: string) => void;
}) {
  const { synthesis: words } = useTexts();
  const options = useFigureOptions();
  const { decimal } = usePrinted();
  if (detail.influence.length === 0) return <p className={styles['hint']}>{words.tooFewToLeave}</p>;
  const data = baujatOfAnalysis(drawn, detail, options);
  const rows = [...detail.influence].sort((a, b) => b.cookD - a.cookD);
  return (
    <>
      <SavedFigure scene={baujatPlot(data, options)} fileName={fileNameOf(data.title)} onMark={onStudy} />
      <table className={`${controls['table']} ${styles['table']}`}>
        <caption className="visually-hidden">{words.influence.heading}</caption>
        <thead>
          <tr>
            <th>{words.correction.row}</th>
            <th className={controls['num']}>{words.influence.rstudent}</th>
            <th className={controls['num']}>{words.influence.cookD}</th>
            <th className={controls['num']}>{words.influence.heterogeneity}</th>
            <th className={controls['num']}>{words.influence.influence}</th>
            <th>{words.influence.mark}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, rstudent, cookD, heterogeneity, influence, standsApart }) => (
            <tr key={key}>
              <td>
                <button type="button" className={styles['choose']} onClick={() => onStudy(key)}>
                  {label}
                </button>
              </td>
              <td className={controls['num']}>{decimal(rstudent, 2)}</td>
              <td className={controls['num']}>{decimal(cookD, 2)}</td>
              <td className={controls['num']}>{decimal(heterogeneity, 2)}</td>
              <td className={controls['num']}>{decimal(influence, 2)}</td>
              <td>{standsApart ? <Badge tone="maybe">{words.influence.flagged}</Badge> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['hint']}>
        {words.influence.note} {rows.length < drawn.rows.length ? words.influence.averaged : ''}
      </p>
    </>
  );
}
