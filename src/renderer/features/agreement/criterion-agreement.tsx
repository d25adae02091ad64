import { CriterionAnswer } from '@shared/protocol';
import { tableOfRatings, twoRaterAgreement } from '@shared/reconciliation';
import { currentProtocol } from '@shared/review';
import { criterionPairs, type SignedVote } from '@shared/screening';
import { useReview, useTexts } from '../../app/app-context';
import { ChosenByName, FigureTable, useFigures } from './figure-table';
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
  const { count, share, coefficient } = useFigures();
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
  return (
    <section>
      <h2>{words.perCriterion}</h2>
      <p className={styles['hint']}>{words.criterionHint}</p>
      <FigureTable
        of={words.criterion}
        columns={[words.ratedBoth, words.percent, words.kappa, words.ac1]}
        rows={rows.map(({ criterion, result }) => ({
          key: criterion.id,
          name: <ChosenByName onChoose={() => onChoose(criterion.id)}>{criterion.label}</ChosenByName>,
          figures: [
            count(result.n),
            share(result.percentAgreement),
            coefficient(result.kappa.value),
            coefficient(result.gwetAc1.value),
          ],
        }))}
      />
    </section>
  );
}
