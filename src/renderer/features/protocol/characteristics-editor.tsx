import { useState } from 'react';
import {
  characteristicKinds,
  usualExtraction,
  type CharacteristicField,
  type ExtractionPlan,
} from '@shared/protocol';
import { Checkbox, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { NumberInput } from './number-input';
import { PartList, type EditorProps } from './part-list';
import styles from './protocol.module.css';

/** The codebook of study characteristics: fields, their kind, when they are asked. */
export function CharacteristicsEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  const plan = protocol.extraction ?? usualExtraction;
  const fields = plan.characteristics ?? [];
  const edit = (change: Partial<ExtractionPlan>): void => onEdit({ extraction: { ...plan, ...change } });
  return (
    <PartList
      title={words.characteristics}
      hint={words.characteristicsHint}
      entries={fields}
      addLabel={words.addCharacteristic}
      onChange={(characteristics) => edit({ characteristics })}
      make={(id): CharacteristicField => ({
        id,
        label: words.newCharacteristic,
        hint: '',
        kind: 'text',
        choices: [],
      })}
    >
      {(field, change) => (
        <>
          <div className={styles['two']}>
            <TextField
              label={words.characteristicLabel}
              value={field.label}
              onChange={(label) => change({ label })}
            />
            <SelectField
              label={words.characteristicKind}
              value={field.kind}
              choices={characteristicKinds.map((kind) => ({
                value: kind,
                label: words.characteristicKinds[kind],
              }))}
              onChange={(kind) => change({ kind })}
            />
          </div>
          <TextField
            label={words.characteristicHint}
            value={field.hint}
            onChange={(hint) => change({ hint })}
          />
          {field.kind === 'number' ? (
            <div className={styles['three']}>
              <TextField
                label={words.toleranceUnit}
                value={field.unit ?? ''}
                onChange={(unit) => change({ unit: unit === '' ? undefined : unit })}
              />
              <NumberInput
                label={words.from}
                value={field.min ?? null}
                onChange={(min) => change({ min: min ?? undefined })}
              />
              <NumberInput
                label={words.to}
                value={field.max ?? null}
                onChange={(max) => change({ max: max ?? undefined })}
              />
            </div>
          ) : null}
          {field.kind === 'choice' || field.kind === 'choices' ? (
            <ChoicesField choices={field.choices} onChange={(choices) => change({ choices })} />
          ) : null}
          <div className={styles['two']}>
            <Condition field={field} fields={fields} onChange={(onlyIf) => change({ onlyIf })} />
            <Checkbox
              label={words.characteristicRepeats}
              checked={field.repeats ?? false}
              onChange={(repeats) => change({ repeats: repeats || undefined })}
            />
          </div>
        </>
      )}
    </PartList>
  );
}

/** Choices as lines of text; the text stays as it is typed. */
function ChoicesField({
  choices,
  onChange,
}: {
  readonly choices: CharacteristicField['choices'];
  readonly onChange: (choices: CharacteristicField['choices']) => void;
}) {
  const { protocol: words } = useTexts();
  const [text, setText] = useState(() => choicesAsText(choices));
  return (
    <TextField
      label={words.characteristicChoices}
      hint={words.characteristicChoicesHint}
      rows={Math.max(3, choices.length + 1)}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(choicesOfText(typed));
      }}
    />
  );
}

/** One choice to a line: the label, or the value analyses see and the label apart by an equals sign. */
const choicesAsText = (choices: CharacteristicField['choices']): string =>
  choices.map(({ value, label }) => (value === label ? label : `${value} = ${label}`)).join('\n');

function choicesOfText(text: string): CharacteristicField['choices'] {
  const seen = new Set<string>();
  return text.split('\n').flatMap((line) => {
    const [value = '', label] = line.split(/\s*=\s*/u, 2);
    const choice = value.replaceAll(';', ',').slice(0, 120);
    if (choice.trim() === '' || seen.has(choice)) return [];
    seen.add(choice);
    return [{ value: choice, label: (label ?? value) || choice }];
  });
}

/** Asked always, or only where another field has one of some values. */
function Condition({
  field,
  fields,
  onChange,
}: {
  readonly field: CharacteristicField;
  readonly fields: readonly CharacteristicField[];
  readonly onChange: (onlyIf: CharacteristicField['onlyIf']) => void;
}) {
  const { protocol: words } = useTexts();
  const parents = fields.filter(({ id, choices }) => id !== field.id && choices.length > 0);
  return (
    <SelectField
      label={words.characteristicOnlyIf}
      value={field.onlyIf ? `${field.onlyIf.field} ${field.onlyIf.values.join(';')}` : ''}
      choices={[
        { value: '', label: words.characteristicAlways },
        ...(field.onlyIf && field.onlyIf.values.length > 1
          ? [
              {
                value: `${field.onlyIf.field} ${field.onlyIf.values.join(';')}`,
                label: field.onlyIf.values.join(', '),
              },
            ]
          : []),
        ...parents.flatMap((parent) =>
          parent.choices.map((choice) => ({
            value: `${parent.id} ${choice.value}`,
            label: choice.label,
            group: parent.label,
          })),
        ),
      ]}
      onChange={(chosen) => {
        const [parent = '', ...value] = chosen.split(' ');
        onChange(chosen === '' ? undefined : { field: parent, values: value.join(' ').split(';') });
      }}
    />
  );
}
