import type { ShapeForm } from '@shared/extraction';
import { SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { optionChoice, optionLabel } from './form-words';
import styles from './extraction.module.css';

type Chosen = { readonly [name: string]: string | undefined };

/** What the protocol decides is not asked again in a form. */
const ofTheProtocol = ['measure', 'varianceFormula', 'convertTo', 'smallSample'];

/** Choices that a form leaves to the analyst; empty is the usual one. */
export function FormOptions({
  form,
  chosen,
  all = false,
  onChoose,
}: {
  readonly form: ShapeForm;
  readonly chosen: Chosen;
  /** Also those the protocol would decide. */
  readonly all?: boolean;
  readonly onChoose: (name: string, value: string) => void;
}) {
  const { effectForms: words } = useTexts();
  const options = form.options.filter(({ name }) => all || !ofTheProtocol.includes(name));
  if (options.length === 0) return null;
  return (
    <div className={styles['analystChoices']} role="group" aria-label={words.analystChoices}>
      {options.map(({ name, choices, defaultValue }) => {
        const value = chosen[name] ?? '';
        const label = optionLabel(words, name);
        if (choices.length === 0 && typeof defaultValue !== 'boolean')
          return (
            <TextField
              key={name}
              label={label}
              inputMode="decimal"
              value={value}
              onChange={(text) => onChoose(name, text)}
            />
          );
        const values = choices.length > 0 ? choices : ['yes', 'no'];
        const usual =
          typeof defaultValue === 'boolean' ? (defaultValue ? 'yes' : 'no') : String(defaultValue);
        return (
          <SelectField
            key={name}
            label={label}
            value={value === '' ? usual : value}
            choices={values.map((choice) => ({
              value: choice,
              label:
                choices.length > 0 ? optionChoice(words, choice) : choice === 'yes' ? words.yes : words.no,
            }))}
            onChange={(choice) => onChoose(name, choice === usual ? '' : choice)}
          />
        );
      })}
    </div>
  );
}
