import { designsOf, deviationKinds, type DesignRule, type RiskOfBiasRules } from '@shared/protocol';
import { hasEffectOfInterest, publishedTools, toolOf } from '@shared/risk-of-bias';
import { Checkbox, SelectField, TextField } from '../../ui-kit';
import { useApp, useTexts } from '../../app/app-context';
import { GuidanceEditor } from './guidance-editor';
import { OwnToolsEditor } from './own-tool-editor';
import { PartList, type EditorProps } from './part-list';
import styles from './protocol.module.css';

const effects = ['assignment', 'adhering'] as const;
const thresholds = ['0', '2', '3', '4', '5'] as const;

/** Which tool for which design, and the rules a review adds to the tools. */
export function RiskOfBiasEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words, tools: toolWords } = useTexts();
  const { language } = useApp().settings;
  const rules = protocol.riskOfBias;
  const edit = (change: Partial<RiskOfBiasRules>): void => onEdit({ riskOfBias: { ...rules, ...change } });
  const designs = rules.designs && rules.designs.length > 0 ? rules.designs : [];
  const tools = designsOf(rules);
  const rob1 = tools.some(({ tool }) => tool === 'rob1') ? toolOf({ tool: 'rob1' }, language) : undefined;
  const key = rules.keyDomains ?? [];
  return (
    <>
      <PartList
        title={`${words.parts.riskOfBias}: ${words.designs.toLowerCase()}`}
        hint={words.designsHint}
        entries={designs}
        addLabel={words.addDesign}
        onChange={(next) => edit({ designs: next })}
        make={(id) => ({ id, label: words.newDesign, ...toolChoice(designs.at(-1) ?? rules) })}
      >
        {(design, change) => (
          <>
            <TextField
              label={words.designLabel}
              value={design.label}
              onChange={(label) => change({ label })}
            />
            <ToolFields rules={rules} choice={design} onChange={change} />
          </>
        )}
      </PartList>
      <section className={styles['part']}>
        <h2>{words.parts.riskOfBias}</h2>
        {designs.length === 0 ? <ToolFields rules={rules} choice={rules} onChange={edit} /> : null}
        <SelectField
          label={words.severalAt}
          value={thresholds.find((one) => Number(one) === (rules.severalAt ?? 0)) ?? '0'}
          choices={thresholds.map((value) => ({
            value,
            label: value === '0' ? words.severalNever : words.severalFrom(value),
          }))}
          onChange={(value) => edit({ severalAt: value === '0' ? null : Number(value) })}
        />
        {tools.some(({ tool, effect }) => tool === 'rob2' && effect === 'adhering') ? (
          <fieldset className={styles['fields']}>
            <legend className={styles['hint']}>{words.deviations}</legend>
            {deviationKinds.map((kind) => {
              const chosen = rules.deviations ?? ['non-adherence'];
              return (
                <Checkbox
                  key={kind}
                  label={words.deviationKinds[kind]}
                  checked={chosen.includes(kind)}
                  onChange={(on) =>
                    edit({
                      deviations: deviationKinds.filter((one) => (one === kind ? on : chosen.includes(one))),
                    })
                  }
                />
              );
            })}
          </fieldset>
        ) : null}
        {rob1 ? (
          <fieldset className={styles['fields']}>
            <legend className={styles['hint']}>{words.keyDomains}</legend>
            {rob1.domains.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={key.length === 0 || key.includes(id)}
                onChange={(on) => {
                  const all = rob1.domains.map((domain) => domain.id);
                  const before = key.length === 0 ? all : key;
                  edit({ keyDomains: all.filter((one) => (one === id ? on : before.includes(one))) });
                }}
              />
            ))}
          </fieldset>
        ) : null}
        <Checkbox
          label={toolWords.unit}
          checked={rules.unit === 'result'}
          onChange={(on) => edit({ unit: on ? 'result' : 'study' })}
        />
      </section>
      <GuidanceEditor rules={rules} onEdit={edit} />
      <OwnToolsEditor rules={rules} onEdit={edit} />
    </>
  );
}

const toolChoice = ({ tool, variant, effect }: Pick<DesignRule, 'tool' | 'variant' | 'effect'>) => ({
  tool,
  variant,
  effect,
});

/** A tool, and the effect of interest where it asks about one. */
function ToolFields({
  rules,
  choice,
  onChange,
}: {
  readonly rules: RiskOfBiasRules;
  readonly choice: Pick<DesignRule, 'tool' | 'variant' | 'effect'>;
  readonly onChange: (change: Partial<Pick<DesignRule, 'tool' | 'variant' | 'effect'>>) => void;
}) {
  const { protocol: words } = useTexts();
  const { language } = useApp().settings;
  const own = rules.ownTools ?? [];
  const offered = [...publishedTools, ...own.map(({ id }) => ({ tool: id, variant: '' }))];
  const keyOf = ({ tool, variant }: Pick<DesignRule, 'tool' | 'variant'>): string => `${tool} ${variant}`;
  return (
    <div className={styles['two']}>
      <SelectField
        label={words.tool}
        value={keyOf(choice)}
        choices={offered.map((one) => ({
          value: keyOf(one),
          label: toolOf(one, language, own)?.name ?? one.tool,
        }))}
        onChange={(value) => {
          const chosen = offered.find((one) => keyOf(one) === value);
          if (chosen) onChange(chosen);
        }}
      />
      {hasEffectOfInterest(choice.tool) ? (
        <SelectField
          label={words.effectOfInterest}
          value={choice.effect}
          choices={effects.map((value) => ({ value, label: words[value] }))}
          onChange={(effect) => onChange({ effect })}
        />
      ) : null}
    </div>
  );
}
