import { useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { DocumentPlace } from '@shared/documents';
import type { LocalId, StudyId } from '@shared/kernel';
import { designsOf } from '@shared/protocol';
import { hasOpenResult, newAssessment, riskOfBiasRules } from '@shared/review';
import { assessmentTarget, type Assessed, type AssessmentContent } from '@shared/risk-of-bias';
import { Button, Finish, Notice, SelectField, useKeys, type KeyMap } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import type { PdfQuote, ReportPaneHandle } from '../../review-kit';
import { BesideReport, ReportBeside } from './beside-report';
import { ChecklistForm, DomainForm } from './domain-form';
import { DomainStrip } from './domain-strip';
import { JudgementChoice } from './judgement-choice';
import { JudgementLabel, judgementWith } from './judgement-mark';
import { useReading } from './use-reading';
import styles from './risk-of-bias.module.css';

/** `save`: a choice was made or a field left; otherwise it is still being typed. */
export type ChangeAssessment = (next: AssessmentContent, save: boolean) => void;

/** One coder's own assessment of a study or one of its results: answers, proposals, judgements. Saved as it is filled in. */
export function AssessmentForm({
  studyId,
  resultId,
}: {
  readonly studyId: StudyId;
  readonly resultId: LocalId | null;
}) {
  const { bias: words } = useTexts();
  const { state, viewer, session, dispatch } = useReview();
  const { say } = useApp();
  const read = useReading();
  const saved = state.assessments.get(assessmentTarget({ studyId, resultId }))?.get(viewer.authorId)?.body;
  const ofStudy = state.assessments.get(studyId)?.get(viewer.authorId)?.body;
  // A result begins as a copy of what the coder says about its study, and goes its own way from there.
  const [content, setContent] = useState(
    () => (saved && !saved.content.asStudy ? saved.content : ofStudy?.content) ?? newAssessment(state),
  );
  const assessed = content && read(content);
  const apart = resultId !== null && saved !== undefined && saved.content.asStudy !== true;
  const complete = (saved?.complete ?? false) && (resultId === null || apart);
  const locked =
    session.readOnly ||
    viewer.role === 'observer' ||
    complete ||
    (resultId !== null && ofStudy?.complete === true);

  const change: ChangeAssessment = (next, save) => {
    setContent(next);
    if (save)
      void dispatch({
        do: 'saveAssessment',
        studyId,
        resultId,
        content: { ...next, asStudy: undefined },
        complete: false,
      });
  };
  const pane = useRef<ReportPaneHandle>(null);
  const beside = useContext(ReportBeside);
  const [focused, setFocused] = useState<string | null>(null);
  const open = assessed ? openQuestions(assessed) : [];
  const current = focused ?? open[0] ?? assessed?.domains[0]?.domain.id ?? null;
  useAnswerKeys(assessed, content, current, locked, (next, answeredId) => {
    change(next, true);
    const after = read(next);
    const following = after ? openQuestions(after).find((id) => id !== answeredId) : undefined;
    setFocused(following ?? answeredId);
    document.querySelector(`[data-question="${following ?? ''}"]`)?.scrollIntoView({ block: 'nearest' });
  });

  if (!content || !assessed) return <Notice tone="warn">{words.unknownTool(content?.tool ?? '')}</Notice>;
  const finish = async (done: boolean): Promise<void> => {
    const ids = await dispatch({ do: 'saveAssessment', studyId, resultId, content, complete: done });
    if (ids && done) say({ text: words.finished });
  };
  const setBack = async (): Promise<void> => {
    await dispatch({
      do: 'saveAssessment',
      studyId,
      resultId,
      content: { ...content, asStudy: true },
      complete: true,
    });
  };
  const waitsForResult = resultId === null && hasOpenResult(state, studyId, viewer.authorId);
  const { tool, overall } = assessed;
  const overallJudgement =
    overall.standing === null ? undefined : judgementWith(tool, 'overall', overall.standing);
  const parts = {
    tool,
    content,
    onChange: change,
    current: locked ? null : current,
    locked,
    onGoTo: beside ? (place: DocumentPlace) => pane.current?.goTo(place) : undefined,
    onCurrent: setFocused,
  };
  const taken = takenPlaces(content);
  const takeQuote = ({ text, document, page, rects }: PdfQuote): void => {
    if (current === null) return;
    change(
      withQuote(content, assessed, current, {
        quote: text.slice(0, 5_000),
        page: String(page),
        place: { document, page, rects },
      }),
      true,
    );
  };
  return (
    <BesideReport
      studyId={studyId}
      paneRef={pane}
      marks={taken}
      quote={locked || current === null ? undefined : { label: words.quoteFor(current), take: takeQuote }}
    >
      <DomainStrip assessed={assessed} />
      <fieldset disabled={locked} className={styles['domains']}>
        <Preliminaries content={content} assessed={assessed} onChange={change} />
        {tool.byAnswer ? (
          <ChecklistForm domains={assessed.domains} {...parts} />
        ) : (
          assessed.domains.map((domain) => <DomainForm key={domain.domain.id} assessed={domain} {...parts} />)
        )}
        <section className={styles['domain']} id="domain-overall" aria-label={words.overall}>
          <header className={styles['domainHead']}>
            <h3>{tool.overall.judgements ? words.decision : words.overall}</h3>
            {overallJudgement ? <JudgementLabel judgement={overallJudgement} /> : null}
          </header>
          {overall.considerHigh ? <Notice tone="warn">{words.considerHigh}</Notice> : null}
          {overall.confirm ? <Notice tone="warn">{words.confirmOverall}</Notice> : null}
          {overall.belowWorst ? <Notice tone="warn">{words.belowWorst}</Notice> : null}
          <JudgementChoice
            id="overall"
            tool={tool}
            judged={overall}
            content={content}
            onChange={change}
            onCurrent={setFocused}
            onGoTo={parts.onGoTo}
          />
        </section>
      </fieldset>
      <footer className={styles['finish']}>
        {apart && ofStudy?.complete !== true ? (
          <Button kind="quiet" onPress={() => void setBack()}>
            {words.asStudy}
          </Button>
        ) : null}
        {complete ? (
          <Button onPress={() => void finish(false)}>{words.reopen}</Button>
        ) : (
          <>
            {assessed.complete && !waitsForResult ? null : (
              <span className={styles['hint']}>{waitsForResult ? words.resultOpen : words.incomplete}</span>
            )}
            <Finish
              disabled={!assessed.complete || waitsForResult || locked}
              onPress={() => void finish(true)}
            >
              {resultId === null ? words.finish : words.finishResult}
            </Finish>
          </>
        )}
      </footer>
    </BesideReport>
  );
}

/** Places of the report that were quoted, to be marked there. */
const takenPlaces = ({ answers, judgements }: AssessmentContent): DocumentPlace[] =>
  [...Object.values(answers), ...Object.values(judgements)].flatMap(({ place }) => (place ? [place] : []));

type Quoted = Pick<AssessmentContent['answers'][string], 'quote' | 'page' | 'place'>;

/** The quote put where it belongs: at the question, or at the judgement of a domain. */
function withQuote(
  content: AssessmentContent,
  { domains, overall }: Assessed,
  id: string,
  quoted: Quoted,
): AssessmentContent {
  const { answers, judgements } = content;
  if (domains.some(({ domain }) => domain.questions.some((question) => question.id === id)))
    return { ...content, answers: { ...answers, [id]: { answer: '', ...answers[id], ...quoted } } };
  const proposal =
    id === 'overall' ? overall.suggested : domains.find(({ domain }) => domain.id === id)?.suggested;
  return {
    ...content,
    judgements: { ...judgements, [id]: { judgement: proposal ?? '', ...judgements[id], ...quoted } },
  };
}

/** The design of the study, which decides the tool; and what the tool is. */
function Preliminaries({
  content,
  assessed,
  onChange,
}: {
  readonly content: AssessmentContent;
  readonly assessed: Assessed;
  readonly onChange: ChangeAssessment;
}) {
  const { bias: words, app } = useTexts();
  const { state } = useReview();
  const { say } = useApp();
  const rules = riskOfBiasRules(state);
  const designs = rules ? designsOf(rules) : [];
  const choose = (design: string): void => {
    const fresh = newAssessment(state, design);
    if (!fresh) return;
    // Question numbers mean the same within RoB 2; another tool begins anew.
    const kept = fresh.tool === 'rob2' && content.tool === 'rob2' ? { answers: content.answers } : {};
    onChange({ ...fresh, ...kept }, true);
    if (Object.keys(content.answers).length > 0 || Object.keys(content.judgements).length > 0)
      say({ text: words.toolChanged, undo: () => onChange(content, true) });
  };
  const { tool } = assessed;
  return (
    <div className={styles['preliminaries']}>
      {designs.length > 1 ? (
        <SelectField
          label={words.design}
          value={content.design ?? ''}
          choices={[
            ...(designs.some(({ id }) => id === content.design)
              ? []
              : [{ value: content.design ?? '', label: app.none }]),
            ...designs.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={choose}
        />
      ) : null}
      <details className={styles['help']}>
        <summary>
          {tool.name}
          {tool.id.startsWith('rob2') || tool.id.startsWith('robins')
            ? ` · ${words.effects[content.effect ?? 'assignment']}`
            : ''}
        </summary>
        {tool.source}
      </details>
    </div>
  );
}

const openQuestions = ({ domains }: Assessed): string[] =>
  domains.flatMap(({ domain, evaluation }) =>
    domain.questions.map(({ id }) => id).filter((id) => evaluation.normalised[id] === null),
  );

/** Digits answer the question in hand, in the order in which its answers stand. */
function useAnswerKeys(
  assessed: Assessed | undefined,
  content: AssessmentContent | undefined,
  current: string | null,
  locked: boolean,
  onAnswer: (next: AssessmentContent, questionId: string) => void,
): void {
  const answer = useCallback(
    (digit: number): void => {
      const question = assessed?.domains
        .flatMap(({ domain }) => domain.questions)
        .find(({ id }) => id === current);
      if (!assessed || !content || !question) return;
      const offered = assessed.tool.answers.filter(({ code }) => question.answers.includes(code));
      const chosen = offered[digit - 1];
      if (!chosen) return;
      const given = content.answers[question.id];
      onAnswer(
        { ...content, answers: { ...content.answers, [question.id]: { ...given, answer: chosen.code } } },
        question.id,
      );
    },
    [assessed, content, current, onAnswer],
  );
  const keys = useMemo<KeyMap>(
    () => Object.fromEntries([1, 2, 3, 4, 5].map((digit) => [String(digit), () => answer(digit)])),
    [answer],
  );
  useKeys(keys, !locked);
}
