import { useCallback, useState } from 'react';
import { tableOfRatings, twoRaterAgreement, type Statistic } from '@shared/reconciliation';
import { screeningContext, type ReviewState } from '@shared/review';
import { isBlind, votePairs, type ScreeningStage, type Vote } from '@shared/screening';
import { EmptyState, Segments, SelectField, controls } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { CriterionAgreement } from './criterion-agreement';
import styles from './agreement.module.css';

const forwardOrNot = ['include', 'exclude'] as const;
const direction = (vote: Vote): (typeof forwardOrNot)[number] => (vote === 'exclude' ? 'exclude' : 'include');

/** How far two coders agree at a stage, from their original votes. */
export function AgreementScreen() {
  const { agreement: words, screening } = useTexts();
  const formats = useFormats();
  const { state, viewer, session } = useReview();
  const [stage, setStage] = useState<ScreeningStage>('title-abstract');
  const coders = [...state.coders.values()].filter((coder) => coder.role !== 'observer');
  const [firstId, setFirst] = useState<string>(coders[0]?.authorId ?? '');
  const [secondId, setSecond] = useState<string>(coders[1]?.authorId ?? '');
  const first = coders.find((coder) => coder.authorId === firstId);
  const second = coders.find((coder) => coder.authorId === secondId);
  const derive = useCallback(
    (review: ReviewState) => {
      const context = screeningContext(review);
      if (isBlind(context, stage, viewer)) return null;
      if (!first || !second) return [];
      return votePairs(context, stage, first.authorId, second.authorId);
    },
    [stage, viewer, first, second],
  );
  const pairs = useDerived(derive);

  const chooser = (
    <header className={styles['head']}>
      <h1>{words.title}</h1>
      <Segments
        label={words.stage}
        value={stage}
        choices={[
          { value: 'title-abstract', label: screening.titles['title-abstract'] },
          { value: 'full-text', label: screening.titles['full-text'] },
        ]}
        onChange={setStage}
      />
      <SelectField
        label={words.first}
        hideLabel
        value={firstId}
        choices={coders.map((coder) => ({ value: coder.authorId as string, label: coder.name }))}
        onChange={setFirst}
      />
      <SelectField
        label={words.second}
        hideLabel
        value={secondId}
        choices={coders.map((coder) => ({ value: coder.authorId as string, label: coder.name }))}
        onChange={setSecond}
      />
    </header>
  );
  if (pairs === null) {
    return (
      <div className={styles['agreement']}>
        {chooser}
        <EmptyState title={words.blindTitle}>{words.blindText}</EmptyState>
      </div>
    );
  }
  if (pairs.length === 0 || firstId === secondId) {
    return (
      <div className={styles['agreement']}>
        {chooser}
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      </div>
    );
  }
  const { table } = tableOfRatings(
    forwardOrNot,
    pairs.map((pair) => direction(pair.first.body.vote)),
    pairs.map((pair) => direction(pair.second.body.vote)),
  );
  const result = twoRaterAgreement(table, false);
  const differing = pairs.filter(
    (pair) => direction(pair.first.body.vote) !== direction(pair.second.body.vote),
  );
  const skewed = (result.prevalenceIndex ?? 0) > 0.8;

  return (
    <div className={styles['agreement']}>
      {chooser}
      <div className={styles['figures']}>
        <Figure
          label={words.percent}
          value={result.percentAgreement === null ? '–' : formats.percent(result.percentAgreement, 1)}
          note={words.rated(formats.count(result.n))}
        />
        <StatisticFigure label={words.kappa} statistic={result.kappa} />
        <StatisticFigure label={words.pabak} statistic={result.pabak} />
        <StatisticFigure label={words.ac1} statistic={result.gwetAc1} />
      </div>
      <p className={styles['words']}>
        {inWords(words.inWords, result.kappa.value)} {skewed ? words.inWords.skewed : ''}
      </p>
      <p className={styles['hint']}>{words.maybeRule}</p>
      <CriterionAgreement pairs={pairs} />
      <div className={styles['tables']}>
        <section>
          <h2>{words.table}</h2>
          <table className={`${controls['table']} ${styles['votes']}`}>
            <thead>
              <tr>
                <th>
                  {first?.name} ↓ · {second?.name} →
                </th>
                <th className={controls['num']}>{words.include}</th>
                <th className={controls['num']}>{words.exclude}</th>
              </tr>
            </thead>
            <tbody>
              {forwardOrNot.map((vote, row) => (
                <tr key={vote}>
                  <th scope="row">{words[vote]}</th>
                  {forwardOrNot.map((other, column) => (
                    <td key={other} className={controls['num']}>
                      {formats.count(table[row]?.[column] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section>
          <h2>{words.differing(formats.count(differing.length))}</h2>
          <ul className={styles['differing']}>
            {differing.slice(0, 100).map(({ recordId }) => (
              <li key={recordId}>{session.records.get(recordId)?.title ?? screening.noTitle}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function StatisticFigure({ label, statistic }: { readonly label: string; readonly statistic: Statistic }) {
  const { agreement: words } = useTexts();
  const formats = useFormats();
  const { value, reason, ci95 } = statistic;
  const note =
    value === null
      ? reason
        ? words.noValue[reason]
        : ''
      : ci95
        ? words.interval(formats.decimal(ci95[0], 2), formats.decimal(ci95[1], 2))
        : '';
  return <Figure label={label} value={value === null ? '–' : formats.decimal(value, 2)} note={note} />;
}

function Figure({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}) {
  return (
    <div className={styles['figure']}>
      <span className={styles['hint']}>{label}</span>
      <strong className="numeric">{value}</strong>
      <span className={`${styles['hint']} numeric`}>{note}</span>
    </div>
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
