import type { AuthorId } from '@shared/kernel';
import type { AgreementReport } from '@shared/review';
import { useTexts } from '../../app/app-context';
import { ChosenByName, FigureTable, useFigures } from './figure-table';
import { Figure, StatisticFigure } from './figures';
import { Openable, type OpenedNumber } from './opened';
import styles from './agreement.module.css';

/** More than two coders: all of them together, and every pair, which can be chosen. */
export function TeamAgreement({
  report: { several, pairs, differing },
  coders,
  nameOf,
  onPair,
  onOpen,
}: {
  readonly report: AgreementReport;
  readonly coders: readonly AuthorId[];
  readonly nameOf: (coder: AuthorId) => string;
  readonly onPair: (first: AuthorId, second: AuthorId) => void;
  readonly onOpen: (opened: OpenedNumber) => void;
}) {
  const { agreement: words } = useTexts();
  const { count, share, coefficient } = useFigures();
  if (several === null) return null;
  return (
    <section>
      <h2>{words.team}</h2>
      <p className={styles['hint']}>
        {words.teamOf(coders.map(nameOf).join(', '), count(several.itemsWithTwoOrMore))}{' '}
        <Openable count={count(differing.length)} title={words.apart} ids={differing} onOpen={onOpen} />{' '}
        {words.apart.toLowerCase()}
      </p>
      <div className={styles['figures']}>
        <Figure label={words.pairwise} value={share(several.pairwiseAgreement)} note="" />
        <StatisticFigure label={words.fleiss} statistic={several.fleiss} />
        <StatisticFigure label={words.ac1} statistic={several.gwetAc1} />
        <StatisticFigure label={words.alpha} statistic={several.alphaNominal} />
      </div>
      <FigureTable
        label={words.pairs}
        of={words.pair}
        columns={[words.records, words.percent, words.kappa, words.pabak, words.ac1, words.alpha]}
        rows={pairs.map(({ first, second, result }) => ({
          key: `${first} ${second}`,
          name: (
            <ChosenByName onChoose={() => onPair(first, second)}>
              {nameOf(first)} · {nameOf(second)}
            </ChosenByName>
          ),
          figures: [
            count(result.n),
            share(result.percentAgreement),
            coefficient(result.kappa.value),
            coefficient(result.pabak.value),
            coefficient(result.gwetAc1.value),
            coefficient(result.alphaNominal.value),
          ],
        }))}
      />
    </section>
  );
}
