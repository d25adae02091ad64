import type { AuthorId } from '@shared/kernel';
import type { AgreementReport } from '@shared/review';
import { Button, controls } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
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
  const formats = useFormats();
  if (several === null) return null;
  const figure = (value: number | null): string => (value === null ? '–' : formats.decimal(value, 2));
  return (
    <section>
      <h2>{words.team}</h2>
      <p className={styles['hint']}>
        {words.teamOf(coders.map(nameOf).join(', '), formats.count(several.itemsWithTwoOrMore))}{' '}
        <Openable
          count={formats.count(differing.length)}
          title={words.apart}
          ids={differing}
          onOpen={onOpen}
        />{' '}
        {words.apart.toLowerCase()}
      </p>
      <div className={styles['figures']}>
        <Figure
          label={words.pairwise}
          value={several.pairwiseAgreement === null ? '–' : formats.percent(several.pairwiseAgreement, 1)}
          note=""
        />
        <StatisticFigure label={words.fleiss} statistic={several.fleiss} />
        <StatisticFigure label={words.ac1} statistic={several.gwetAc1} />
        <StatisticFigure label={words.alpha} statistic={several.alphaNominal} />
      </div>
      <table className={`${controls['table']} ${styles['votes']}`} aria-label={words.pairs}>
        <thead>
          <tr>
            <th>{words.pair}</th>
            <th className={controls['num']}>{words.records}</th>
            <th className={controls['num']}>{words.percent}</th>
            <th className={controls['num']}>{words.kappa}</th>
            <th className={controls['num']}>{words.pabak}</th>
            <th className={controls['num']}>{words.ac1}</th>
            <th className={controls['num']}>{words.alpha}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ first, second, result }) => (
            <tr key={`${first} ${second}`}>
              <th scope="row">
                <Button small kind="quiet" onPress={() => onPair(first, second)}>
                  {nameOf(first)} · {nameOf(second)}
                </Button>
              </th>
              <td className={controls['num']}>{formats.count(result.n)}</td>
              <td className={controls['num']}>
                {result.percentAgreement === null ? '–' : formats.percent(result.percentAgreement, 1)}
              </td>
              <td className={controls['num']}>{figure(result.kappa.value)}</td>
              <td className={controls['num']}>{figure(result.pabak.value)}</td>
              <td className={controls['num']}>{figure(result.gwetAc1.value)}</td>
              <td className={controls['num']}>{figure(result.alphaNominal.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
