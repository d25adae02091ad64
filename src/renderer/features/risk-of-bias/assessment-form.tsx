import { useState } from 'react';
import type { StudyId } from '@shared/kernel';
import { currentProtocol } from '@shared/review';
import { assess, judgements, type AssessedDomain, type Judgement, type Question } from '@shared/risk-of-bias';
import type { AssessmentContent } from '@shared/risk-of-bias';
import { Badge, Button, Notice, Segments, TextField, type Tone } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import styles from './risk-of-bias.module.css';

const answerOrder = ['Y', 'PY', 'PN', 'N', 'NI'] as const;
type Answer = (typeof answerOrder)[number];
const asAnswer = (text: string | undefined): Answer | null =>
  answerOrder.find((answer) => answer === text) ?? null;

export const judgementTone: { readonly [J in Judgement]: Tone } = {
  Low: 'include',
  'Some concerns': 'maybe',
  High: 'exclude',
};
export const judgementSign: { readonly [J in Judgement]: string } = {
  Low: '+',
  'Some concerns': '−',
  High: '✕',
};

export function JudgementBadge({ judgement }: { readonly judgement: Judgement }) {
  const { bias: words } = useTexts();
  return (
    <Badge tone={judgementTone[judgement]}>
      <span aria-hidden="true">{judgementSign[judgement]}</span> {words.judgements[judgement]}
    </Badge>
  );
}

/** One coder's own assessment: answers, proposals, judgements. Saved as it is filled in. */
export function AssessmentForm({ studyId }: { readonly studyId: StudyId }) {
  const { bias: words } = useTexts();
  const { state, viewer, session, dispatch } = useReview();
  const { say } = useApp();
  const saved = state.assessments.get(studyId)?.get(viewer.authorId)?.body;
  const rules = currentProtocol(state)?.protocol.riskOfBias;
  const [content, setContent] = useState<AssessmentContent>(
    () =>
      saved?.content ?? {
        tool: 'rob2',
        variant: rules?.variant ?? 'parallel',
        effect: rules?.effect ?? 'assignment',
        ...(rules?.effect === 'adhering' ? { deviations: ['non-adherence'] } : {}),
        answers: {},
        judgements: {},
      },
  );
  const assessed = assess(content);
  const complete = saved?.complete ?? false;
  const locked = session.readOnly || viewer.role === 'observer' || complete;

  const change = (next: AssessmentContent, save: boolean): void => {
    setContent(next);
    if (save)
      void dispatch({ do: 'saveAssessment', studyId, resultId: null, content: next, complete: false });
  };
  const finish = async (done: boolean): Promise<void> => {
    const ids = await dispatch({ do: 'saveAssessment', studyId, resultId: null, content, complete: done });
    if (ids && done) say({ text: words.finished });
  };

  return (
    <div className={styles['form']}>
      <fieldset disabled={locked} className={styles['domains']}>
        {assessed.domains.map((domain) => (
          <DomainForm key={domain.domain.id} assessed={domain} content={content} onChange={change} />
        ))}
        <section className={styles['domain']}>
          <header className={styles['domainHead']}>
            <h3>{words.overall}</h3>
            {assessed.overall.standing ? <JudgementBadge judgement={assessed.overall.standing} /> : null}
          </header>
          {assessed.overall.considerHigh ? <Notice tone="warn">{words.considerHigh}</Notice> : null}
          <JudgementChoice
            id="overall"
            suggested={assessed.overall.suggested}
            judgement={assessed.overall.judgement}
            needsReason={assessed.overall.needsReason}
            content={content}
            onChange={change}
          />
        </section>
      </fieldset>
      <footer className={styles['finish']}>
        {complete ? (
          <Button onPress={() => void finish(false)}>{words.reopen}</Button>
        ) : (
          <>
            {assessed.complete ? null : <span className={styles['hint']}>{words.incomplete}</span>}
            <Button
              kind="primary"
              disabled={!assessed.complete || session.readOnly}
              onPress={() => void finish(true)}
            >
              {words.finish}
            </Button>
          </>
        )}
      </footer>
    </div>
  );
}

type Change = (next: AssessmentContent, save: boolean) => void;

function DomainForm({
  assessed,
  content,
  onChange,
}: {
  readonly assessed: AssessedDomain;
  readonly content: AssessmentContent;
  readonly onChange: Change;
}) {
  const { app } = useTexts();
  const { domain, evaluation, standing } = assessed;
  const asked = domain.questions.filter(({ id }) => evaluation.normalised[id] !== 'NA');
  const answered = asked.filter(({ id }) => evaluation.normalised[id] !== null);
  return (
    <section className={styles['domain']} aria-label={domain.name}>
      <header className={styles['domainHead']}>
        <h3>
          {domain.id} · {domain.name}
        </h3>
        <span className={`${styles['hint']} numeric`}>
          {app.of(String(answered.length), String(asked.length))}
        </span>
        {standing ? <JudgementBadge judgement={standing} /> : null}
      </header>
      {asked.map((question) => (
        <QuestionForm key={question.id} question={question} content={content} onChange={onChange} />
      ))}
      <JudgementChoice
        id={domain.id}
        suggested={evaluation.suggested}
        judgement={assessed.judgement}
        needsReason={assessed.needsReason}
        content={content}
        onChange={onChange}
      />
    </section>
  );
}

function QuestionForm({
  question,
  content,
  onChange,
}: {
  readonly question: Question;
  readonly content: AssessmentContent;
  readonly onChange: Change;
}) {
  const { bias: words } = useTexts();
  const given = content.answers[question.id];
  const edit = (entry: Partial<AssessmentContent['answers'][string]>, save: boolean): void =>
    onChange(
      {
        ...content,
        answers: { ...content.answers, [question.id]: { ...given, answer: given?.answer ?? '', ...entry } },
      },
      save,
    );
  return (
    <div className={styles['question']}>
      <p>
        <span className={styles['number']}>{question.id}</span> {question.ask}
      </p>
      {question.help ? (
        <details className={styles['help']}>
          <summary>{words.help}</summary>
          {question.help}
        </details>
      ) : null}
      <div className={styles['answer']}>
        <Segments
          label={question.ask}
          value={asAnswer(given?.answer)}
          choices={answerOrder
            .filter((answer) => question.answers.includes(answer))
            .map((value) => ({ value, label: words.answers[value] }))}
          onChange={(answer) => edit({ answer }, true)}
        />
        {given?.answer ? (
          <>
            <TextField
              label={`${question.id} ${words.support}`}
              hideLabel
              placeholder={words.support}
              value={given.support ?? ''}
              onChange={(support) => edit({ support }, false)}
              onCommit={() => onChange(content, true)}
            />
            <TextField
              label={`${question.id} ${words.page}`}
              hideLabel
              placeholder={words.page}
              value={given.page ?? ''}
              onChange={(page) => edit({ page }, false)}
              onCommit={() => onChange(content, true)}
            />
          </>
        ) : null}
      </div>
    </div>
  );
}

function JudgementChoice({
  id,
  suggested,
  judgement,
  needsReason,
  content,
  onChange,
}: {
  readonly id: string;
  readonly suggested: Judgement | null;
  readonly judgement: Judgement | null;
  readonly needsReason: boolean;
  readonly content: AssessmentContent;
  readonly onChange: Change;
}) {
  const { bias: words } = useTexts();
  const differs = judgement !== null && suggested !== null && judgement !== suggested;
  const reason = content.judgements[id]?.reason ?? '';
  const set = (value: Judgement, why: string, save: boolean): void =>
    onChange(
      {
        ...content,
        judgements: {
          ...content.judgements,
          [id]: { ...content.judgements[id], judgement: value, reason: why },
        },
      },
      save,
    );
  return (
    <div className={styles['judgement']}>
      <span className={styles['hint']}>
        {suggested === null ? words.proposalOpen : `${words.proposal}: ${words.judgements[suggested]}`}
      </span>
      <Segments
        label={words.yours}
        value={judgement ?? suggested}
        choices={judgements.map((value) => ({
          value,
          label: `${judgementSign[value]} ${words.judgements[value]}`,
        }))}
        onChange={(value) => set(value, reason, true)}
      />
      {differs ? (
        <TextField
          label={words.reasonFor}
          value={reason}
          error={needsReason ? words.reasonNeeded : undefined}
          onChange={(why) => set(judgement, why, false)}
          onCommit={() => onChange(content, true)}
        />
      ) : null}
    </div>
  );
}
