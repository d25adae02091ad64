import { useState } from 'react';
import { designsOf, guidanceKey, type RatingTool, type RiskOfBiasRules } from '@shared/protocol';
import { toolOf } from '@shared/risk-of-bias';
import { SelectField, TextField } from '../../ui-kit';
import { useApp, useTexts } from '../../app/app-context';
import styles from './protocol.module.css';

/** What the team agreed on per question or domain of a tool; coders see it under the question. */
export function GuidanceEditor({
  rules,
  onEdit,
}: {
  readonly rules: RiskOfBiasRules;
  readonly onEdit: (change: Partial<RiskOfBiasRules>) => void;
}) {
  const { tools: words } = useTexts();
  const { language } = useApp().settings;
  const [chosen, setChosen] = useState<string | null>(null);
  const tools = new Map<string, RatingTool>();
  for (const design of designsOf(rules)) {
    const tool = toolOf(design, language, rules.ownTools);
    if (tool) tools.set(tool.id, tool);
  }
  const [first] = tools.values();
  const tool = (chosen === null ? undefined : tools.get(chosen)) ?? first;
  if (!tool) return null;
  const guidance = rules.guidance ?? {};
  const write = (id: string, text: string): void => {
    const { [guidanceKey(tool.id, id)]: _before, ...others } = guidance;
    onEdit({ guidance: text === '' ? others : { ...others, [guidanceKey(tool.id, id)]: text } });
  };
  const places = tool.domains.flatMap(({ id, name, questions }) => [
    ...(questions.length === 0 ? [{ id, label: `${id} ${name}` }] : []),
    ...questions.map((question) => ({ id: question.id, label: `${question.id} ${question.ask}` })),
  ]);
  return (
    <section className={styles['part']}>
      <div>
        <h2>{words.guidance}</h2>
        <p className={styles['hint']}>{words.guidanceHint}</p>
      </div>
      {tools.size > 1 ? (
        <SelectField
          label={words.guidanceTool}
          value={tool.id}
          choices={[...tools.values()].map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      ) : null}
      <details>
        <summary className={styles['hint']}>{words.guidanceOpen}</summary>
        <div className={styles['fields']}>
          {places.map(({ id, label }) => (
            <TextField
              key={`${tool.id} ${id}`}
              label={label}
              rows={1}
              value={guidance[guidanceKey(tool.id, id)] ?? ''}
              onChange={(text) => write(id, text)}
            />
          ))}
        </div>
      </details>
    </section>
  );
}
