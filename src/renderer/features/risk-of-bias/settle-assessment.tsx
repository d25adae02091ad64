import { useState } from 'react';
import type { LocalId, StudyId } from '@shared/kernel';
import type { CoderWork } from '@shared/reconciliation';
import {
  compareAssessments,
  lineOf,
  mergedAssessment,
  settledContent,
  type Assessed,
  type AssessmentContent,
  type AssessmentDifference,
  type AssessmentSaved,
  type Settled,
} from '@shared/risk-of-bias';
import { Finish, Notice, Segments, SelectField, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { judgementsFor, judgementWith } from './judgement-mark';
import { useReading } from './use-reading';
import styles from './risk-of-bias.module.css';

type Works = readonly CoderWork<AssessmentSaved>[];
type Side = { readonly content: AssessmentContent; readonly assessed: Assessed; readonly name: string };

/** Two finished assessments side by side: only what differs is asked. Different tools: whose is taken comes first. */
export function SettleAssessment({
  studyId,
  resultId,
  works,
}: {
  readonly studyId: StudyId;
  readonly resultId: LocalId | null;
  readonly works: Works;
}) {
  const { bias: words } = useTexts();
  const { state, dispatch, viewer } = useReview();
  const { say } = useApp();
  const read = useReading();
  const [choices, setChoices] = useState<{ readonly [line: string]: Settled | undefined }>({});
  const [base, setBase] = useState<'first' | 'second' | null>(null);
  const sides = works.flatMap((work): Side[] => {
    const assessed = read(work.body.content);
    const name = state.coders.get(work.authorId)?.name ?? work.authorId;
    return assessed ? [{ content: work.body.content, assessed, name }] : [];
  });
  const [first, second] = sides;
  if (!first) return null;
  const otherTool = second !== undefined && first.assessed.tool.id !== second.assessed.tool.id;
  const differences = second && !otherTool ? compareAssessments(first.assessed, second.assessed) : [];
  const open = differences.filter((difference) => choices[lineOf(difference)] === undefined);

  const settle = async (): Promise<void> => {
    const content =
      second && !otherTool
        ? mergedAssessment(first, second, choices, words.settledReason)
        : settledContent(base === 'second' && second ? second : first, words.settledReason);
    const own = works.some((work) => work.authorId === viewer.authorId);
    const ids = await dispatch({
      do: 'reconcileAssessment',
      studyId,
      resultId,
      content,
      settles: works.map((work) => work.eventId),
      method: second ? (own ? 'consensus' : 'adjudication') : 'single-coder',
      note: '',
    });
    if (ids) say({ text: words.madeFinal });
  };

  return (
    <section className={`${styles['domain']} ${styles['settle']}`}>
      <h3>{words.reconcile}</h3>
      <p className={styles['hint']}>{words.settleHint}</p>
      {second && otherTool ? (
        <>
          <Notice tone="warn">{words.differentTools}</Notice>
          <Segments
            label={words.differentTools}
            value={base}
            choices={[
              { value: 'first', label: `${first.name}: ${first.assessed.tool.name}` },
              { value: 'second', label: `${second.name}: ${second.assessed.tool.name}` },
            ]}
            onChange={setBase}
          />
        </>
      ) : null}
      {second && differences.length > 0 ? (
        <table className={controls['table']}>
          <thead>
            <tr>
              <th>{words.question}</th>
              <th>{first.name}</th>
              <th>{second.name}</th>
              <th>{words.other}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <DifferenceRow
                key={lineOf(difference)}
                difference={difference}
                first={first}
                second={second}
                chosen={choices[lineOf(difference)]}
                onChoose={(side) => setChoices({ ...choices, [lineOf(difference)]: side })}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      <div className={controls['actions']}>
        <Finish disabled={open.length > 0 || (otherTool && base === null)} onPress={() => void settle()}>
          {words.makeFinal}
        </Finish>
      </div>
    </section>
  );
}

/** A difference with what each coder gave for it. */
function DifferenceRow({
  difference,
  first,
  second,
  chosen,
  onChoose,
}: {
  readonly difference: AssessmentDifference;
  readonly first: Side;
  readonly second: Side;
  readonly chosen: Settled | undefined;
  readonly onChoose: (side: Settled | undefined) => void;
}) {
  const { bias: words } = useTexts();
  const { tool } = first.assessed;
  const said = (value: string | null): string => {
    if (value === null) return '–';
    if (difference.about === 'domain') return judgementWith(tool, difference.id, value)?.label ?? value;
    if (value === 'NA') return words.notAsked;
    return tool.answers.find(({ code }) => code === value)?.label ?? value;
  };
  const why = ({ content }: Side): string => {
    const { id } = difference;
    const { quote, page, ...rest } =
      (difference.about === 'question' ? content.answers[id] : content.judgements[id]) ?? {};
    const reason = 'support' in rest ? rest.support : 'reason' in rest ? rest.reason : undefined;
    return [reason, quote && `“${quote}”`, page && `${words.page.toLowerCase()} ${page}`]
      .filter(Boolean)
      .join(' · ');
  };
  const title = titleOf(first.assessed, difference.id, words.overall);
  // What neither said, and both may agree on now.
  const third = thirdWays(first.assessed, difference);
  const cell = (side: 'first' | 'second', value: string | null, from: Side) => (
    <td>
      <label className={styles['side']}>
        <input
          type="radio"
          name={lineOf(difference)}
          checked={chosen === side}
          onChange={() => onChoose(side)}
          aria-label={`${title}: ${from.name}, ${said(value)}`}
        />
        <span>
          {said(value)}
          <small className={styles['hint']}>{why(from)}</small>
        </span>
      </label>
    </td>
  );
  return (
    <tr>
      <td>{title}</td>
      {cell('first', difference.first, first)}
      {cell('second', difference.second, second)}
      <td>
        <SelectField
          label={`${title}: ${words.other}`}
          hideLabel
          value={typeof chosen === 'object' ? chosen.other : ''}
          choices={[{ value: '', label: '–' }, ...third]}
          onChange={(other) => onChoose(other === '' ? undefined : { other })}
        />
      </td>
    </tr>
  );
}

function thirdWays(
  { tool, domains }: Assessed,
  { about, id, first, second }: AssessmentDifference,
): { readonly value: string; readonly label: string }[] {
  const said = new Set([first, second]);
  if (about === 'domain')
    return judgementsFor(tool, id)
      .filter((judgement) => !said.has(judgement.id))
      .map((judgement) => ({ value: judgement.id, label: judgement.label }));
  const question = domains.flatMap(({ domain }) => domain.questions).find((one) => one.id === id);
  return tool.answers
    .filter(({ code }) => question?.answers.includes(code) && !said.has(code))
    .map(({ code, label }) => ({ value: code, label }));
}

function titleOf({ tool }: Assessed, id: string, overall: string): string {
  for (const domain of tool.domains) {
    if (domain.id === id) return `${domain.id} · ${domain.name}`;
    const question = domain.questions.find((candidate) => candidate.id === id);
    if (question) return `${question.id} ${question.ask}`;
  }
  return overall;
}
