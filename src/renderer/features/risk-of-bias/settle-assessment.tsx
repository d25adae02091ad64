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
  type SettledSide,
} from '@shared/risk-of-bias';
import { Button, Notice, Segments, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { judgementWith } from './judgement-mark';
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
  const [choices, setChoices] = useState<{ readonly [line: string]: SettledSide | undefined }>({});
  const [base, setBase] = useState<SettledSide | null>(null);
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
        <Button
          kind="primary"
          disabled={open.length > 0 || (otherTool && base === null)}
          onPress={() => void settle()}
        >
          {words.makeFinal}
        </Button>
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
  readonly chosen: SettledSide | undefined;
  readonly onChoose: (side: SettledSide) => void;
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
  const cell = (side: SettledSide, value: string | null, from: Side) => (
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
    </tr>
  );
}

function titleOf({ tool }: Assessed, id: string, overall: string): string {
  for (const domain of tool.domains) {
    if (domain.id === id) return `${domain.id} · ${domain.name}`;
    const question = domain.questions.find((candidate) => candidate.id === id);
    if (question) return `${question.id} ${question.ask}`;
  }
  return overall;
}
