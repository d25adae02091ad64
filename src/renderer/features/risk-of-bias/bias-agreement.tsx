import { useCallback, useState } from 'react';
import type { AuthorId } from '@shared/kernel';
import {
  assessmentAgreement,
  type RatingAgreement,
  type Statistic,
  type ToolAgreement,
} from '@shared/reconciliation';
import { assessmentPairs, ratersOf, type ReviewState } from '@shared/review';
import { EmptyState, SelectField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import styles from './risk-of-bias.module.css';

/** How far two coders agree per domain and per question, from what each finished before they met. */
export function BiasAgreement() {
  const { bias: words, agreement } = useTexts();
  const { state, viewer } = useReview();
  const { language } = useApp().settings;
  const raters = useDerived(ratersOf);
  const [chosen, setChosen] = useState<{ readonly first?: AuthorId; readonly second?: AuthorId }>({});
  const first = chosen.first ?? raters[0];
  const second = chosen.second ?? raters.find((id) => id !== first);
  const tables = useDerived(
    useCallback(
      (review: ReviewState) =>
        first === undefined || second === undefined || first === second
          ? []
          : assessmentAgreement(assessmentPairs(review, [first, second], viewer.authorId, language)),
      [first, second, viewer.authorId, language],
    ),
  );
  const choices = raters.map((id) => ({ value: id as string, label: state.coders.get(id)?.name ?? id }));
  const choose = (side: 'first' | 'second') => (value: string) => {
    const id = raters.find((rater) => rater === value);
    if (id) setChosen({ ...chosen, [side]: id });
  };
  return (
    <div className={styles['plots']} tabIndex={0} role="region" aria-label={words.agreementTitle}>
      <header>
        <h1>{words.agreementTitle}</h1>
        <p className={styles['hint']}>{words.agreementIntro}</p>
      </header>
      {raters.length > 2 ? (
        <div className={styles['preliminaries']}>
          <SelectField
            label={agreement.first}
            value={first ?? ''}
            choices={choices}
            onChange={choose('first')}
          />
          <SelectField
            label={agreement.second}
            value={second ?? ''}
            choices={choices}
            onChange={choose('second')}
          />
        </div>
      ) : null}
      {tables.length === 0 ? (
        <EmptyState title={words.agreementEmptyTitle}>{words.agreementEmptyText}</EmptyState>
      ) : (
        tables.map((table) => <AgreementOfTool key={table.tool.id} table={table} />)
      )}
    </div>
  );
}

function AgreementOfTool({ table }: { readonly table: ToolAgreement }) {
  const { bias: words } = useTexts();
  const { tool, pairs, domains, questions } = table;
  const asked = questions.filter(({ n }) => n > 0);
  return (
    <section className={styles['domain']} aria-label={tool.name}>
      <header className={styles['domainHead']}>
        <h2>{tool.name}</h2>
        <span className={styles['hint']}>{words.pairs(pairs)}</span>
      </header>
      <AgreementTable heading={words.domain} lines={domains} />
      {asked.length > 0 ? <AgreementTable heading={words.signallingQuestion} lines={asked} /> : null}
    </section>
  );
}

function AgreementTable({
  heading,
  lines,
}: {
  readonly heading: string;
  readonly lines: readonly RatingAgreement[];
}) {
  const { bias: words, agreement } = useTexts();
  const formats = useFormats();
  const value = (statistic: Statistic | undefined): string =>
    statistic?.value === undefined || statistic.value === null ? '–' : formats.decimal(statistic.value, 2);
  const why = (statistic: Statistic | undefined): string | undefined =>
    statistic?.reason === undefined
      ? statistic?.ci95
        ? agreement.interval(formats.decimal(statistic.ci95[0], 2), formats.decimal(statistic.ci95[1], 2))
        : undefined
      : agreement.noValue[statistic.reason];
  return (
    <table className={controls['table']}>
      <thead>
        <tr>
          <th>{heading}</th>
          <th className={controls['num']}>{words.ratedByBoth}</th>
          <th className={controls['num']}>{words.differ}</th>
          <th className={controls['num']}>{agreement.percent}</th>
          <th className={controls['num']}>{agreement.kappa}</th>
          <th className={controls['num']}>{words.kappaWeighted}</th>
          <th className={controls['num']}>{agreement.ac1}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.about} ${line.id}`}>
            <td>{line.id === 'overall' ? <strong>{words.overall}</strong> : `${line.id} · ${line.name}`}</td>
            <td className={controls['num']}>{formats.count(line.n)}</td>
            <td className={controls['num']}>{formats.count(line.differing)}</td>
            <td className={controls['num']}>
              {line.percentAgreement === null ? '–' : formats.percent(line.percentAgreement)}
            </td>
            {[line.kappa, line.kappaWeighted, line.gwetAc1].map((statistic, index) => (
              <td key={index} className={controls['num']} title={why(statistic)}>
                {value(statistic)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
