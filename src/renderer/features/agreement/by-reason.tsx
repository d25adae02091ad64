import { agreementOnCategory, type AgreementReport, type PairAgreement } from '@shared/review';
import { useTexts } from '../../app/app-context';
import { FigureTable, useFigures } from './figure-table';
import { Openable, type OpenedNumber } from './opened';
import styles from './agreement.module.css';

/** Every reason against all others, where both exclude: which one people understand differently. */
export function ByReason({
  pair,
  categories,
  labelOf,
  onOpen,
}: {
  readonly pair: PairAgreement;
  readonly categories: AgreementReport['categories'];
  readonly labelOf: (category: string) => string;
  readonly onOpen: (opened: OpenedNumber) => void;
}) {
  const { agreement: words } = useTexts();
  const { count, share, coefficient } = useFigures();
  const rows = categories.flatMap((category, index) => {
    const { result, differing } = agreementOnCategory(pair, index);
    const [specific = null] = result.specificAgreement;
    if (specific === null) return [];
    const figures = [
      share(specific),
      coefficient(result.kappa.value),
      coefficient(result.gwetAc1.value),
      <Openable
        key="apart"
        count={count(differing.length)}
        title={`${labelOf(category)}, ${words.apart.toLowerCase()}`}
        ids={differing}
        onOpen={onOpen}
      />,
    ];
    return [{ key: category, name: labelOf(category), figures }];
  });
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{words.perReason}</h2>
      <p className={styles['hint']}>{words.reasonHint}</p>
      <FigureTable
        of={words.reason}
        columns={[words.specific, words.kappa, words.ac1, words.apart]}
        rows={rows}
      />
    </section>
  );
}
