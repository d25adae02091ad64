import { useState } from 'react';
import type { StudyId } from '@shared/kernel';
import type { CoderWork } from '@shared/reconciliation';
import { assess, compareAssessments, type AssessmentSaved } from '@shared/risk-of-bias';
import type { AssessmentContent } from '@shared/risk-of-bias';
import { Button, Segments, controls } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import styles from './risk-of-bias.module.css';

type Works = readonly CoderWork<AssessmentSaved>[];

/** Two finished assessments side by side: only what differs is asked. */
export function SettleAssessment({ studyId, works }: { readonly studyId: StudyId; readonly works: Works }) {
  const { bias: words } = useTexts();
  const { state, dispatch, viewer } = useReview();
  const { say } = useApp();
  const [first, second] = works;
  const [choices, setChoices] = useState<{ readonly [line: string]: 'first' | 'second' | undefined }>({});
  if (!first) return null;
  const nameOf = (work: CoderWork<AssessmentSaved>): string =>
    state.coders.get(work.authorId)?.name ?? work.authorId;
  const differences = second ? compareAssessments(first.body.content, second.body.content) : [];
  const open = differences.filter((difference) => choices[lineOf(difference)] === undefined);

  const settle = async (): Promise<void> => {
    const content = second ? merged(first.body.content, second.body.content, choices) : first.body.content;
    const own = works.some((work) => work.authorId === viewer.authorId);
    const ids = await dispatch({
      do: 'reconcileAssessment',
      studyId,
      resultId: null,
      content,
      settles: works.map((work) => work.eventId),
      method: second ? (own ? 'consensus' : 'adjudication') : 'single-coder',
      note: '',
    });
    if (ids) say({ text: words.madeFinal });
  };

  return (
    <section className={styles['domain']}>
      <h3>{words.reconcile}</h3>
      <p className={styles['hint']}>{words.settleHint}</p>
      {second && differences.length > 0 ? (
        <table className={controls['table']}>
          <thead>
            <tr>
              <th>{words.question}</th>
              <th>
                {nameOf(first)} · {nameOf(second)}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={lineOf(difference)}>
                <td>{titleOf(first.body.content, difference.id, words.overall)}</td>
                <td>
                  <Segments
                    label={difference.id}
                    value={choices[lineOf(difference)] ?? null}
                    choices={[
                      { value: 'first', label: said(difference.first, words) },
                      { value: 'second', label: said(difference.second, words) },
                    ]}
                    onChange={(side) => setChoices({ ...choices, [lineOf(difference)]: side })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className={controls['actions']}>
        <Button kind="primary" disabled={open.length > 0} onPress={() => void settle()}>
          {words.makeFinal}
        </Button>
      </div>
    </section>
  );
}

const lineOf = (difference: { readonly about: string; readonly id: string }): string =>
  `${difference.about} ${difference.id}`;

type Words = ReturnType<typeof useTexts>['bias'];

function said(value: string | null, words: Words): string {
  if (value === null) return '–';
  const answers: { readonly [code: string]: string | undefined } = words.answers;
  const judged: { readonly [judgement: string]: string | undefined } = words.judgements;
  return answers[value] ?? judged[value] ?? value;
}

function titleOf(content: AssessmentContent, id: string, overall: string): string {
  for (const { domain } of assess(content).domains) {
    if (domain.id === id) return `${domain.id} · ${domain.name}`;
    const question = domain.questions.find((candidate) => candidate.id === id);
    if (question) return `${question.id} ${question.ask}`;
  }
  return overall;
}

/** The first coder's assessment with the second's entries where those were chosen. */
function merged(
  first: AssessmentContent,
  second: AssessmentContent,
  choices: { readonly [line: string]: 'first' | 'second' | undefined },
): AssessmentContent {
  const answers = { ...first.answers };
  const judgements = { ...first.judgements };
  const standingOfSecond = assess(second);
  for (const [line, side] of Object.entries(choices)) {
    const [about, id = ''] = line.split(' ');
    if (about === 'question' && side === 'second') {
      const answer = second.answers[id];
      if (answer) answers[id] = answer;
      else delete answers[id];
    }
    if (about === 'domain') {
      const chosen = side === 'second' ? second : first;
      const assessed = side === 'second' ? standingOfSecond : assess(first);
      const standing =
        id === 'overall'
          ? assessed.overall.standing
          : assessed.domains.find(({ domain }) => domain.id === id)?.standing;
      if (standing)
        judgements[id] = { reason: 'Settled between coders', ...chosen.judgements[id], judgement: standing };
    }
  }
  return { ...first, answers, judgements };
}
