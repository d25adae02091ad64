import type { RatingTool, ToolDomain, ToolQuestion } from '@shared/protocol';
import { isRuled } from '@shared/risk-of-bias';
import { Button, Checkbox, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { freshId } from './part-list';
import styles from './protocol.module.css';

/** A domain: its name, its questions, and whether the tool proposes its judgement. */
export function ToolDomainFields({
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
