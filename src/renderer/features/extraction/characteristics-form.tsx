import {
  chosenIn,
  entriesOf,
  isAsked,
  problemWith,
  withChosen,
  withEntries,
  type CharacteristicField,
} from '@shared/protocol';
import { typedNumber } from '@shared/extraction';
import { Button, Checkbox, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './extraction.module.css';

type Answers = { readonly [id: string]: string };

/** What the protocol's codebook asks about a study; a field that hangs on another appears with its answer. */
export function CharacteristicsForm({
  fields,
  answers,
  onChange,
  onCommit,
}: {
  readonly fields: readonly CharacteristicField[];
  readonly answers: Answers;
  readonly onChange: (answers: { [id: string]: string }, now?: boolean) => void;
  readonly onCommit: () => void;
}) {
  const { extraction: words } = useTexts();
  return (
    <div className={styles['characteristics']}>
      {fields
        .filter((field) => isAsked(field, fields, answers))
        .map((field) => {
          const entries = entriesOf(field, answers[field.id]);
          const setEntry = (at: number, text: string, now?: boolean): void => {
            const next = entries.map((entry, index) => (index === at ? text : entry));
            onChange({ ...answers, [field.id]: withEntries(next) }, now);
          };
          return (
            <div key={field.id} className={styles['answers']}>
              {entries.map((entry, at) => (
                <Answer
                  key={at}
                  field={field}
                  nth={field.repeats ? at + 1 : 0}
                  entry={entry}
                  onChange={(text, now) => setEntry(at, text, now)}
                  onCommit={onCommit}
                />
              ))}
              {field.repeats ? (
                <Button
                  small
                  kind="quiet"
                  onPress={() => onChange({ ...answers, [field.id]: withEntries([...entries, '']) })}
                >
                  + {words.addAnother(field.label)}
                </Button>
              ) : null}
            </div>
          );
        })}
    </div>
  );
}

function Answer({
  field,
  nth,
  entry,
  onChange,
  onCommit,
}: {
  readonly field: CharacteristicField;
  /** 1, 2, ... where the field repeats, else 0. */
  readonly nth: number;
  readonly entry: string;
  readonly onChange: (text: string, now?: boolean) => void;
  readonly onCommit: () => void;
}) {
  const { extraction: words, effectForms } = useTexts();
  const unit = field.unit === undefined || field.unit === '' ? '' : ` (${field.unit})`;
  const label = `${field.label}${unit}${nth > 1 ? ` ${nth}` : ''}`;
  const hint = field.hint === '' || nth > 1 ? undefined : field.hint;
  const problem = problemWith(field, entry, typedNumber);
  const error = problem === undefined ? undefined : words.answerProblems[problem];
  if (field.kind === 'choice')
    return (
      <SelectField
        label={label}
        hint={hint}
        error={error}
        value={entry}
        choices={[
          { value: '', label: effectForms.notSaid },
          ...field.choices,
          // What is no choice (any more) is shown as it was answered.
          ...(problem === 'not-a-choice' ? [{ value: entry, label: entry }] : []),
        ]}
        onChange={(value) => onChange(value, true)}
      />
    );
  if (field.kind === 'choices') {
    const chosen = chosenIn(entry);
    return (
      <fieldset className={styles['choices']}>
        <legend>{label}</legend>
        {field.choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            checked={chosen.includes(choice.value)}
            onChange={(checked) =>
              onChange(
                withChosen(
                  checked ? [...chosen, choice.value] : chosen.filter((value) => value !== choice.value),
                ),
                true,
              )
            }
          />
        ))}
      </fieldset>
    );
  }
  return (
    <TextField
      label={label}
      hint={field.kind === 'date' ? (hint ?? words.dateHint) : hint}
      error={error}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      value={entry}
      onChange={(text) => onChange(text.replaceAll('\n', ' '))}
      onCommit={onCommit}
    />
  );
}
