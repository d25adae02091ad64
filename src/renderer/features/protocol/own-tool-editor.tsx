import {
  judgementSigns,
  type RatingTool,
  type RiskOfBiasRules,
  type ToolDomain,
  type ToolQuestion,
} from '@shared/protocol';
import { isRuled, isSummed, reviewTool, withRules } from '@shared/risk-of-bias';
import { Button, Checkbox, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { freshId, PartList } from './part-list';
import styles from './protocol.module.css';

/** The team's own tools: domains, questions, answers, judgements and, where wanted, the rule that proposes. */
export function OwnToolsEditor({
  rules,
  onEdit,
}: {
  readonly rules: RiskOfBiasRules;
  readonly onEdit: (change: Partial<RiskOfBiasRules>) => void;
}) {
  const { tools: words } = useTexts();
  return (
    <PartList
      title={words.title}
      hint={words.hint}
      entries={rules.ownTools ?? []}
      addLabel={words.add}
      onChange={(ownTools) => onEdit({ ownTools })}
      make={(id) => newTool(`own-${id}`, words)}
    >
      {(tool, change) => <ToolFields tool={tool} onChange={change} />}
    </PartList>
  );
}

type Words = ReturnType<typeof useTexts>['tools'];

function newTool(id: string, words: Words): RatingTool {
  return withRules(
    {
      id,
      name: words.newTool,
      answers: [
        { code: 'a1', label: words.yes, judgement: 'j1' },
        { code: 'a2', label: words.unclear, judgement: 'j2' },
        { code: 'a3', label: words.no, judgement: 'j3' },
      ],
      judgements: [
        { id: 'j1', label: words.low, sign: 'low' },
        { id: 'j2', label: words.some, sign: 'some' },
        { id: 'j3', label: words.high, sign: 'high' },
      ],
      domains: [newDomain('D1', '1.1', words)],
      overall: { rules: [], keyDomains: false },
      directions: false,
    },
    () => true,
    true,
  );
}

const newDomain = (id: string, question: string, words: Words): ToolDomain => ({
  id,
  short: id,
  name: words.newDomain,
  question: '',
  questions: [{ id: question, ask: '', answers: ['a1'], askIf: null }],
  parts: [],
});

function ToolFields({
  tool,
  onChange,
}: {
  readonly tool: RatingTool;
  readonly onChange: (tool: RatingTool) => void;
}) {
  const { tools: words } = useTexts();
  const edit = (change: Partial<RatingTool>): void => onChange(withRules({ ...tool, ...change }));
  const problems = reviewTool(tool);
  return (
    <>
      <TextField label={words.name} value={tool.name} onChange={(name) => edit({ name })} />
      <TextField label={words.source} value={tool.source ?? ''} onChange={(source) => edit({ source })} />
      <Scale tool={tool} onEdit={edit} />
      {tool.domains.map((domain, index) => (
        <DomainFields
          key={domain.id}
          domain={domain}
          tool={tool}
          onChange={(next) => edit({ domains: tool.domains.map((one, at) => (at === index ? next : one)) })}
          onRuled={(on) => onChange(withRules(tool, (one) => (one.id === domain.id ? on : isRuled(one))))}
          onRemove={() => edit({ domains: tool.domains.filter((one) => one.id !== domain.id) })}
        />
      ))}
      <div>
        <Button
          small
          onPress={() => {
            const number = nextNumber(tool);
            const added = newDomain(`D${number}`, `${number}.1`, words);
            onChange(
              withRules(
                { ...tool, domains: [...tool.domains, added] },
                (one) => one.id === added.id || isRuled(one),
              ),
            );
          }}
        >
          + {words.addDomain}
        </Button>
      </div>
      <Checkbox
        label={words.summed}
        checked={isSummed(tool)}
        onChange={(on) => onChange(withRules(tool, isRuled, on))}
      />
      <Checkbox
        label={words.supportRequired}
        checked={tool.supportRequired === true}
        onChange={(supportRequired) => edit({ supportRequired })}
      />
      {problems.length > 0 ? (
        <ul className={styles['problems']}>
          {problems.map(({ code, subject }, index) => (
            <li key={index}>{words.problems[code](subject)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The first number no domain has: ids must not come back for another domain. */
function nextNumber({ domains }: RatingTool): number {
  const taken = new Set(domains.map(({ id }) => id));
  let number = domains.length + 1;
  while (taken.has(`D${number}`)) number += 1;
  return number;
}

/** Judgements best first, and answers with the judgement each stands for. */
function Scale({
  tool,
  onEdit,
}: {
  readonly tool: RatingTool;
  readonly onEdit: (change: Partial<RatingTool>) => void;
}) {
  const { tools: words, app } = useTexts();
  const { judgements, answers } = tool;
  const none = '';
  return (
    <>
      <div className={styles['fields']}>
        <span className={styles['hint']}>{words.judgements}</span>
        {judgements.map((judgement, index) => {
          const change = (to: Partial<typeof judgement>): void =>
            onEdit({ judgements: judgements.map((one, at) => (at === index ? { ...one, ...to } : one)) });
          return (
            <div key={judgement.id} className={styles['toolRow']}>
              <TextField
                label={`${words.judgement} ${index + 1}`}
                hideLabel
                value={judgement.label}
                onChange={(label) => change({ label })}
              />
              <SelectField
                label={`${words.sign} ${index + 1}`}
                hideLabel
                value={judgement.sign}
                choices={judgementSigns.map((value) => ({ value, label: words.signs[value] }))}
                onChange={(sign) => change({ sign })}
              />
              <Button
                small
                kind="quiet"
                label={`${app.remove}: ${judgement.label}`}
                disabled={judgements.length < 2}
                onPress={() => onEdit({ judgements: judgements.filter((_, at) => at !== index) })}
              >
                ×
              </Button>
            </div>
          );
        })}
        <div>
          <Button
            small
            kind="quiet"
            onPress={() =>
              onEdit({
                judgements: [
                  ...judgements,
                  {
                    id: freshCode(
                      'j',
                      judgements.map(({ id }) => id),
                    ),
                    label: words.judgement,
                    sign: 'critical',
                  },
                ],
              })
            }
          >
            + {words.addJudgement}
          </Button>
        </div>
      </div>
      <div className={styles['fields']}>
        <span className={styles['hint']}>{words.answers}</span>
        {answers.map((answer, index) => {
          const change = (to: Partial<typeof answer>): void =>
            onEdit({ answers: answers.map((one, at) => (at === index ? { ...one, ...to } : one)) });
          return (
            <div key={answer.code} className={styles['toolRow']}>
              <TextField
                label={`${words.answer} ${index + 1}`}
                hideLabel
                value={answer.label}
                onChange={(label) => change({ label })}
              />
              <SelectField
                label={`${words.standsFor} ${index + 1}`}
                hideLabel
                value={answer.judgement ?? none}
                choices={[
                  { value: none, label: words.standsForNothing },
                  ...judgements.map(({ id, label }) => ({ value: id, label })),
                ]}
                onChange={(judgement) => change({ judgement: judgement === none ? undefined : judgement })}
              />
              <Button
                small
                kind="quiet"
                label={`${app.remove}: ${answer.label}`}
                disabled={answers.length < 2}
                onPress={() => onEdit({ answers: answers.filter((_, at) => at !== index) })}
              >
                ×
              </Button>
            </div>
          );
        })}
        <div>
          <Button
            small
            kind="quiet"
            onPress={() =>
              onEdit({
                answers: [
                  ...answers,
                  {
                    code: freshCode(
                      'a',
                      answers.map(({ code }) => code),
                    ),
                    label: words.answer,
                  },
                ],
              })
            }
          >
            + {words.addAnswer}
          </Button>
        </div>
      </div>
    </>
  );
}

function freshCode(letter: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

function DomainFields({
  domain,
  tool,
  onChange,
  onRuled,
  onRemove,
}: {
  readonly domain: ToolDomain;
  readonly tool: RatingTool;
  readonly onChange: (domain: ToolDomain) => void;
  readonly onRuled: (on: boolean) => void;
  readonly onRemove: () => void;
}) {
  const { tools: words, app } = useTexts();
  const { questions } = domain;
  return (
    <fieldset className={styles['toolDomain']}>
      <legend>{domain.id}</legend>
      <div className={styles['toolRow']}>
        <TextField
          label={`${words.domain} ${domain.id}`}
          hideLabel
          placeholder={words.domain}
          value={domain.name}
          onChange={(name) => onChange({ ...domain, name })}
        />
        <Checkbox label={words.ruled} checked={isRuled(domain)} onChange={onRuled} />
        <Button small kind="quiet" label={`${app.remove}: ${domain.name}`} onPress={onRemove}>
          ×
        </Button>
      </div>
      {questions.map((question, index) => (
        <QuestionFields
          key={question.id}
          question={question}
          before={questions.slice(0, index)}
          tool={tool}
          onChange={(next) =>
            onChange({ ...domain, questions: questions.map((one, at) => (at === index ? next : one)) })
          }
          onRemove={() => onChange({ ...domain, questions: questions.filter((_, at) => at !== index) })}
        />
      ))}
      <div>
        <Button
          small
          kind="quiet"
          onPress={() => {
            const prefix = domain.id.replace(/^D/u, '');
            const taken = questions.map(({ id }) => ({ id: id.split('.')[1] ?? id }));
            const id = `${prefix}.${freshId(taken).replace(/^n/u, '')}`;
            onChange({
              ...domain,
              questions: [...questions, { id, ask: '', answers: ['a1'], askIf: null }],
            });
          }}
        >
          + {words.addQuestion}
        </Button>
      </div>
    </fieldset>
  );
}

/** A question, with the answer to an earlier one it may depend on. */
function QuestionFields({
  question,
  before,
  tool,
  onChange,
  onRemove,
}: {
  readonly question: ToolQuestion;
  readonly before: readonly ToolQuestion[];
  readonly tool: RatingTool;
  readonly onChange: (question: ToolQuestion) => void;
  readonly onRemove: () => void;
}) {
  const { tools: words, app } = useTexts();
  const { askIf } = question;
  const always = '';
  const chosen = askIf && 'q' in askIf ? `${askIf.q} ${askIf.in[0] ?? ''}` : always;
  const conditions = before.flatMap(({ id }) =>
    tool.answers.map(({ code, label }) => ({ value: `${id} ${code}`, label: words.onlyIf(id, label) })),
  );
  return (
    <div className={styles['toolRow']}>
      <TextField
        label={`${words.question} ${question.id}`}
        hideLabel
        placeholder={`${words.question} ${question.id}`}
        value={question.ask}
        onChange={(ask) => onChange({ ...question, ask })}
      />
      <SelectField
        label={`${words.when} ${question.id}`}
        hideLabel
        value={chosen}
        choices={[{ value: always, label: words.always }, ...conditions]}
        onChange={(value) => {
          const [q = '', code = ''] = value.split(' ');
          onChange({ ...question, askIf: value === always ? null : { q, in: [code] } });
        }}
      />
      <Button small kind="quiet" label={`${app.remove}: ${question.id}`} onPress={onRemove}>
        ×
      </Button>
    </div>
  );
}
