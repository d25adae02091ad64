import { CriterionAnswer } from '@shared/protocol';
import { tableOfRatings, twoRaterAgreement, type Statistic } from '@shared/reconciliation';
import { currentProtocol } from '@shared/review';
import { criterionPairs, type SignedVote } from '@shared/screening';
import { Button, controls } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import styles from './agreement.module.css';

/** Agreement of two coders criterion by criterion: where the differences come from. */
export function CriterionAgreement({
  pairs,
  onChoose,
}: {
  readonly pairs: readonly { readonly first: SignedVote; readonly second: SignedVote }[];
  /** Shows one criterion by itself: its table, every statistic, the records behind. */
  readonly onChoose: (criterionId: string) => void;
}) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  const rows = (currentProtocol(state)?.protocol.criteria ?? []).flatMap((criterion) => {
    const answers = criterionPairs(pairs, criterion.id);
    if (answers.length === 0) return [];
    const { table } = tableOfRatings(
      CriterionAnswer.options,
      answers.map(({ first }) => first),
      answers.map(({ second }) => second),
    );
    return [{ criterion, result: twoRaterAgreement(table, false) }];
  });
  if (rows.length === 0) return null;
  const figure = ({ value }: Statistic): string => (value === null ? '–' : formats.decimal(value, 2));
  return (
    <section>
      <h2>{words.perCriterion}</h2>
      <p className={styles['hint']}>{words.criterionHint}</p>
      <table className={`${controls['table']} ${styles['votes']}`}>
        <thead>
          <tr>
            <th>{words.criterion}</th>
            <th className={controls['num']}>{words.ratedBoth}</th>
            <th className={controls['num']}>{words.percent}</th>
            <th className={controls['num']}>{words.kappa}</th>
            <th className={controls['num']}>{words.ac1}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ criterion, result }) => (
            <tr key={criterion.id}>
              <th scope="row">
                <Button small kind="quiet" onPress={() => onChoose(criterion.id)}>
                  {criterion.label}
                </Button>
              </th>
              <td className={controls['num']}>{formats.count(result.n)}</td>
              <td className={controls['num']}>
                {result.percentAgreement === null ? '–' : formats.percent(result.percentAgreement, 1)}
              </td>
              <td className={controls['num']}>{figure(result.kappa)}</td>
              <td className={controls['num']}>{figure(result.gwetAc1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
