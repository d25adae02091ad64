import type { DocumentPlace } from '@shared/documents';
import { guidanceKey, type RatingTool, type ToolQuestion } from '@shared/protocol';
import { riskOfBiasRules } from '@shared/review';
import type { AssessedDomain, AssessmentContent } from '@shared/risk-of-bias';
import { Button, Segments, whenReachedByKey } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import type { ChangeAssessment } from './assessment-form';
import { EvidenceFields } from './evidence-fields';
import { JudgementChoice } from './judgement-choice';
import { JudgementLabel, judgementWith } from './judgement-mark';
import styles from './risk-of-bias.module.css';

type Props = {
  readonly tool: RatingTool;
  readonly content: AssessmentContent;
  readonly onChange: ChangeAssessment;
  /** The question that the digits answer. */
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly locked: boolean;
  readonly onGoTo: ((place: DocumentPlace) => void) | undefined;
};

/** A domain: the questions that are asked, what they propose, what the coder judges. */
export function DomainForm({ assessed, ...props }: Props & { readonly assessed: AssessedDomain }) {
  const { app, bias: words } = useTexts();
  const { tool, content, onChange } = props;
  const { domain, evaluation, standing } = assessed;
  const asked = domain.questions.filter(({ id }) => evaluation.normalised[id] !== 'NA');
  const answered = asked.filter(({ id }) => evaluation.normalised[id] !== null);
  const judgement = standing === null ? undefined : judgementWith(tool, domain.id, standing);
  const criteria = tool.judgements.flatMap(({ id, label }) => {
    const text = domain.criteria?.[id];
    return text === undefined ? [] : [{ id, label, text }];
  });
  return (
    <section className={styles['domain']} id={`domain-${domain.id}`} aria-label={domain.name}>
      <header className={styles['domainHead']}>
        <h3>
          {domain.id} · {domain.name}
        </h3>
        {asked.length > 0 ? (
          <span className={`${styles['hint']} numeric`}>
            {app.of(String(answered.length), String(asked.length))}
          </span>
        ) : null}
        {judgement ? <JudgementLabel judgement={judgement} /> : null}
      </header>
      {domain.question === '' ? null : <p className={styles['hint']}>{domain.question}</p>}
      <TeamGuidance toolId={tool.id} id={domain.id} />
      {criteria.length > 0 ? (
        <details className={styles['help']}>
          <summary>{words.criteria}</summary>
          <dl>
            {criteria.map(({ id, label, text }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {asked.map((question) => (
        <QuestionForm key={question.id} question={question} {...props} />
      ))}
      <JudgementChoice
        id={domain.id}
        tool={tool}
        judged={assessed}
        content={content}
        onChange={onChange}
        onCurrent={props.onCurrent}
        onGoTo={props.onGoTo}
      />
    </section>
  );
}

/** A checklist: one question per line, its answer is the judgement. */
export function ChecklistForm({
  domains,
  ...props
}: Props & { readonly domains: readonly AssessedDomain[] }) {
  const { bias: words } = useTexts();
  return (
    <section className={styles['domain']} aria-label={words.checklist}>
      {domains.flatMap(({ domain }) =>
        domain.questions.map((question) => <QuestionForm key={question.id} question={question} {...props} />),
      )}
    </section>
  );
}

function QuestionForm({
  question,
  tool,
  content,
  onChange,
  current,
  onCurrent,
  locked,
  onGoTo,
}: Props & { readonly question: ToolQuestion }) {
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
  const filledIn = Boolean(given?.support || given?.quote || given?.page);
  const shown = given !== undefined && given.answer !== '' && (filledIn || current === question.id);
  const offered = tool.answers.filter(({ code }) => question.answers.includes(code));
  return (
    <div
      className={styles['question']}
      data-question={question.id}
      data-current={current === question.id}
      onFocus={whenReachedByKey(() => onCurrent(question.id))}
    >
      <p>
        <span className={styles['number']}>{question.id}</span> {question.ask}
      </p>
      {question.help ? (
        <details className={styles['help']}>
          <summary>{words.help}</summary>
          {question.help}
        </details>
      ) : null}
      <TeamGuidance toolId={tool.id} id={question.id} />
      <div className={styles['answer']}>
        <Segments
          label={question.ask}
          value={offered.find(({ code }) => code === given?.answer)?.code ?? null}
          choices={offered.map(({ code, label }, index) => ({
            value: code,
            label,
            shortcut: current === question.id ? String(index + 1) : undefined,
          }))}
          onChange={(answer) => {
            onCurrent(question.id);
            edit({ answer }, true);
          }}
        />
        {given?.answer && !shown && !locked ? (
          <span>
            <Button
              small
              kind="quiet"
              label={`${question.id} ${words.addEvidence}`}
              onPress={() => onCurrent(question.id)}
            >
              + {words.addEvidence}
            </Button>
          </span>
        ) : null}
        {shown ? (
          <EvidenceFields
            about={question.id}
            evidence={given}
            onChange={(change) => edit(change, false)}
            onCommit={() => onChange(content, true)}
            onGoTo={onGoTo}
          />
        ) : null}
      </div>
    </div>
  );
}

/** What the team agreed on for this question, from the protocol. */
function TeamGuidance({ toolId, id }: { readonly toolId: string; readonly id: string }) {
  const { bias: words } = useTexts();
  const { state } = useReview();
  const text = riskOfBiasRules(state)?.guidance?.[guidanceKey(toolId, id)];
  return text ? (
    <p className={styles['guidance']}>
      <strong>{words.teamGuidance}</strong> {text}
    </p>
  ) : null;
}
