import type { RatingTool, RiskOfBiasRules, ToolDomain } from '@shared/protocol';
import { isRuled, isSummed, reviewTool, withRules } from '@shared/risk-of-bias';
import { Button, Checkbox, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { ToolDomainFields } from './own-tool-domain';
import { ToolScale } from './own-tool-scale';
import { PartList } from './part-list';
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
      <ToolScale tool={tool} onEdit={edit} />
      {tool.domains.map((domain, index) => (
        <ToolDomainFields
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
