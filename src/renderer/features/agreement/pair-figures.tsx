import type { TwoRaterAgreement } from '@shared/reconciliation';
import { useFormats, useTexts } from '../../app/app-context';
import { useFigures } from './figure-table';
import { Figure, StatisticFigure } from './figures';
import styles from './agreement.module.css';

/** Every statistic of two coders, and what the numbers mean in words. */
export function PairFigures({ result }: { readonly result: TwoRaterAgreement }) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  const { count, share } = useFigures();
  const { prevalenceIndex: prevalence, biasIndex: bias } = result;
  const skewed = (prevalence ?? 0) > 0.8;
  return (
    <>
      <div className={styles['figures']}>
        <Figure
          label={words.percent}
          value={share(result.percentAgreement)}
          note={words.rated(count(result.n))}
        />
        <StatisticFigure label={words.kappa} statistic={result.kappa} />
        <StatisticFigure label={words.pabak} statistic={result.pabak} />
        <StatisticFigure label={words.ac1} statistic={result.gwetAc1} />
        <StatisticFigure label={words.alpha} statistic={result.alphaNominal} />
      </div>
      <p className={styles['words']}>
        {inWords(words.inWords, result.kappa.value)} {skewed ? words.inWords.skewed : ''}
      </p>
      {typeof prevalence === 'number' && typeof bias === 'number' ? (
        <p className={styles['hint']}>
          {words.indices(formats.decimal(prevalence, 2), formats.decimal(bias, 2))}
        </p>
      ) : null}
    </>
  );
}

type Words = ReturnType<typeof useTexts>['agreement']['inWords'];

/** Steps after Landis & Koch 1977, as sentences about what to do rather than badges. */
function inWords(words: Words, kappa: number | null): string {
  if (kappa === null) return '';
  if (kappa <= 0) return words.none;
  if (kappa <= 0.2) return words.slight;
  if (kappa <= 0.4) return words.fair;
  if (kappa <= 0.6) return words.moderate;
  return kappa <= 0.8 ? words.good : words.veryGood;
}
