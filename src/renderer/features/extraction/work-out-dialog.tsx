import { useState } from 'react';
import { computeEffect } from '@shared/effect-size';
import {
  entriesIn,
  inputOfForm,
  optionsOfForm,
  resultForms,
  shapeForm,
  toolForms,
  type Cell,
} from '@shared/extraction';
import { Button, Dialog, SelectField } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import { FormOptions } from './form-options';
import { FormRows } from './form-rows';
import { formChoices, optionChoice, shapeWords, valueLabel } from './form-words';
import styles from './extraction.module.css';

/** Any form with its answer beside it: an SD from an SE, arms put together, a correlation, a number needed to treat. */
export function WorkOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { app, effectForms: words, extraction } = useTexts();
  const [id, setId] = useState('median-iqr');
  const [input, setInput] = useState<{ readonly [key: string]: Cell }>({});
  const [options, setOptions] = useState<{ readonly [name: string]: string }>({});
  const [entries, setEntries] = useState(2);
  const form = shapeForm(id);
  if (!form) return null;
  const answer = computeEffect(id, inputOfForm(form, input), optionsOfForm(form, options));
  return (
    <Dialog
      wide
      title={words.workOut}
      onClose={onClose}
      actions={
        <>
          {form.hasEntries ? <Button onPress={() => setEntries(entries + 1)}>{words.addEntry}</Button> : null}
          <Button onPress={onClose}>{app.close}</Button>
        </>
      }
    >
      <div className={styles['workOut']}>
        <SelectField
          label={words.whatToWorkOut}
          value={id}
          choices={formChoices(words, [...toolForms, ...resultForms])}
          onChange={(chosen) => {
            setId(chosen);
            setInput({});
            setOptions({});
            setEntries(2);
          }}
        />
        <p>{shapeWords(words, id)}</p>
        <p className={styles['hint']}>
          {words.formula}: <span className={styles['formula']}>{form.formula}</span> · {form.source}
        </p>
        <FormRows
          rows={form.rows(form.hasEntries ? Math.max(entries, entriesIn(input)) : 0)}
          input={input}
          titleOf={(row) => {
            if (row.of === 'entry') return words.entry(row.entry);
            if (row.of === 'both') return '';
            return row.of === 'T' ? extraction.intervention : extraction.comparator;
          }}
          armNames={{ T: extraction.intervention, C: extraction.comparator }}
          onCell={(field, edit) =>
            setInput({
              ...input,
              [field.key]: { ...(input[field.key] ?? { text: '', value: null }), ...edit },
            })
          }
        />
        <FormOptions
          all
          form={form}
          chosen={options}
          onChoose={(name, value) => setOptions({ ...options, [name]: value })}
        />
        <Answer answer={answer} />
        <p className={styles['hint']}>{words.workOutHint}</p>
      </div>
    </Dialog>
  );
}

/** Every value a form gives, by name. */
function Answer({ answer }: { readonly answer: ReturnType<typeof computeEffect> }) {
  const { effectForms: words, extraction } = useTexts();
  const formats = useFormats();
  if (!answer.ok) return <p className={styles['hint']}>{extraction.errors[answer.error.code]}</p>;
  const worded = (value: unknown): string => {
    if (typeof value === 'number') return formats.decimal(value, 4);
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (Array.isArray(value)) return value.map(worded).join('; ');
    if (typeof value === 'object' && value !== null) return Object.values(value).map(worded).join(', ');
    return optionChoice(words, String(value));
  };
  return (
    <dl className={styles['facts']} aria-live="polite">
      {Object.entries(answer.value).map(([name, value]) => {
        const arm = /[a-zN](?=[TC]$)/u.test(name) ? name.at(-1) : undefined;
        const side = arm === undefined ? '' : arm === 'T' ? extraction.intervention : extraction.comparator;
        return (
          <div key={name}>
            <dt>
              {valueLabel(words, arm === undefined ? name : name.slice(0, -1))} {side.toLowerCase()}
            </dt>
            <dd className="numeric">{worded(value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
