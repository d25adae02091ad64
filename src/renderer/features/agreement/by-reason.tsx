import { agreementOnCategory, type AgreementReport, type PairAgreement } from '@shared/review';
import { controls } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
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
  const formats = useFormats();
  const rows = categories.flatMap((category, index) => {
    const { result, differing } = agreementOnCategory(pair, index);
    return result.specificAgreement[0] === null ? [] : [{ category, result, differing }];
  });
  if (rows.length === 0) return null;
  const figure = (value: number | null): string => (value === null ? '–' : formats.decimal(value, 2));
  return (
    <section>
      <h2>{words.perReason}</h2>
      <p className={styles['hint']}>{words.reasonHint}</p>
      <table className={`${controls['table']} ${styles['votes']}`}>
        <thead>
          <tr>
            <th>{words.reason}</th>
            <th className={controls['num']}>{words.specific}</th>
            <th className={controls['num']}>{words.kappa}</th>
            <th className={controls['num']}>{words.ac1}</th>
            <th className={controls['num']}>{words.apart}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ category, result, differing }) => (
            <tr key={category}>
              <th scope="row">{labelOf(category)}</th>
              <td className={controls['num']}>{formats.percent(result.specificAgreement[0] ?? 0, 1)}</td>
              <td className={controls['num']}>{figure(result.kappa.value)}</td>
              <td className={controls['num']}>{figure(result.gwetAc1.value)}</td>
              <td className={controls['num']}>
                <Openable
                  count={formats.count(differing.length)}
                  title={`${labelOf(category)}, ${words.apart.toLowerCase()}`}
                  ids={differing}
                  onOpen={onOpen}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
