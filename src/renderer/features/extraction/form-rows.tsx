import { readField, type Cell, type FormField, type FormRow } from '@shared/extraction';
import { SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { fieldHint, fieldLabel } from './form-words';
import styles from './extraction.module.css';

type Input = { readonly [key: string]: Cell | undefined };

/** The rows of a form: an arm, the comparison, or an entry of a list to a row; numbers as the paper prints them. */
export function FormRows({
  rows,
  input,
  titleOf,
  armNames,
  onCell,
  onCommit,
  onFocus,
}: {
  readonly rows: readonly FormRow[];
  readonly input: Input;
  readonly titleOf: (row: FormRow) => string;
  /** Names of the arms, for fields that ask which one had the higher value. */
  readonly armNames: { readonly T: string; readonly C: string };
  readonly onCell: (field: FormField, edit: Partial<Cell>, now?: boolean) => void;
  readonly onCommit?: () => void;
  readonly onFocus?: (field: FormField) => void;
}) {
  return (
    <>
      {rows.map((row) => (
        <div
          key={`${row.of}${row.list}${row.entry}`}
          className={titleOf(row) === '' ? styles['numbers'] : styles['numberRow']}
          role="group"
          aria-label={titleOf(row) || undefined}
        >
          {titleOf(row) === '' ? null : <span className={styles['armName']}>{titleOf(row)}</span>}
          <div className={styles['numberFields']}>
            {row.fields.map((field) => (
              <FormInput
                key={field.key}
                field={field}
                cell={input[field.key]}
                armNames={armNames}
                onCell={onCell}
                onCommit={onCommit}
                onFocus={onFocus}
              />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

function FormInput({
  field,
  cell,
  armNames,
  onCell,
  onCommit,
  onFocus,
}: {
  readonly field: FormField;
  readonly cell: Cell | undefined;
  readonly armNames: { readonly T: string; readonly C: string };
  readonly onCell: (field: FormField, edit: Partial<Cell>, now?: boolean) => void;
  readonly onCommit?: () => void;
  readonly onFocus?: (field: FormField) => void;
}) {
  const { effectForms: words, extraction } = useTexts();
  const text = cell?.text ?? '';
  const label = fieldLabel(words, field);
  if (field.kind === 'choice' || field.kind === 'flag') {
    const choices =
      field.kind === 'flag'
        ? [
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]
        : field.choices.map((value) => ({
            value,
            label: value === 'T' || value === 'C' ? armNames[value] : value,
          }));
    return (
      <SelectField
        label={label}
        value={text}
        choices={[{ value: '', label: words.notSaid }, ...choices]}
        onChange={(chosen) => onCell(field, { text: chosen, value: null }, true)}
      />
    );
  }
  const read = readField(field, text);
  const problems = {
    'not-a-number': extraction.notANumber,
    'not-a-share': words.notAShare,
    bound: words.boundRefused,
  };
  const notes = { ambiguous: extraction.ambiguous, 'bound-taken': words.boundTaken };
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={text}
      error={read.problem === undefined ? undefined : problems[read.problem]}
      hint={read.note === undefined ? fieldHint(words, field) : notes[read.note]}
      onChange={(typed) => onCell(field, { text: typed, value: readField(field, typed).value })}
      onCommit={onCommit}
      onFocus={onFocus === undefined ? undefined : () => onFocus(field)}
    />
  );
}
