import { poolErrorText } from '@shared/pooling';
import type { AnalysisDetail } from '@shared/synthesis';
import type { DrawnAnalysis } from '@shared/synthesis/figures';
import { useTexts } from '../../app/app-context';
import { usePrinted } from './words-of-pooled';
import styles from './pooling.module.css';

/** Tests of small-study effects, never without what they cannot tell. */
export function SmallStudiesPage({
  detail: { smallStudies },
  drawn,
}: {
  readonly detail: AnalysisDetail;
  readonly drawn: DrawnAnalysis;
}) {
  const { synthesis: words, pooling } = useTexts();
  const printed = usePrinted();
  const { decimal } = printed;
  const { tests, studies, minimum, averaged } = smallStudies;
  if (!tests) return <p>{words.smallStudies.tooFew(studies, minimum)}</p>;
  const { egger, begg, trimAndFill } = tests;
  const told = [
    egger.ok
      ? words.smallStudies.egger(
          decimal(egger.value.slope, 2),
          `(SE ${decimal(egger.value.slopeSe, 2)})`,
          printed.pIs(egger.value.pval),
        )
      : poolErrorText(egger.error, pooling.errors),
    begg.ok
      ? words.smallStudies.begg(decimal(begg.value.tau, 2), printed.pIs(begg.value.pval), begg.value.exact)
      : poolErrorText(begg.error, pooling.errors),
    trimAndFill.ok
      ? words.smallStudies.trimAndFill(
          trimAndFill.value.k0,
          trimAndFill.value.side,
          printed.effect(trimAndFill.value, drawn),
        )
      : poolErrorText(trimAndFill.error, pooling.errors),
  ];
  return (
    <>
      <ul className={styles['told']}>
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={styles['hint']}>
        {words.smallStudies.limits} {averaged ? words.smallStudies.averaged : ''}
      </p>
    </>
  );
}
