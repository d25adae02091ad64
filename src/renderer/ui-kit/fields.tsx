import { useId, type ReactNode } from 'react';
import { Kbd } from './button';
import styles from './controls.module.css';

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** The label is there for screen readers only; the layout shows what the field is. */
  readonly hideLabel?: boolean;
};

function Field({
  id,
  label,
  hint,
  error,
  hideLabel = false,
  children,
}: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

const describedBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ') || undefined;

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Called when the field is left with a text other than it had when it was entered. */
  readonly onCommit?: () => void;
  readonly onFocus?: () => void;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date' | 'search' | 'password';
  readonly inputMode?: 'decimal' | 'numeric';
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly rows?: number;
  /** Texts offered while typing. */
  readonly suggestions?: readonly string[];
};

export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    onCommit,
    placeholder,
    type = 'text',
    inputMode,
    disabled,
    autoFocus,
    rows,
    suggestions,
  } = props;
  const id = useId();
  const shared = {
    id,
    className: styles['input'],
    value,
    placeholder,
    disabled,
    autoFocus,
    'aria-invalid': props.error === undefined ? undefined : true,
    'aria-describedby': describedBy(id, props.hint, props.error),
    onBlur: onCommit,
    onFocus: props.onFocus,
  };
  return (
    <Field id={id} {...props}>
      {rows === undefined ? (
        <>
          <input
            {...shared}
            type={type}
            inputMode={inputMode}
            list={suggestions === undefined ? undefined : `${id}-list`}
            onChange={(event) => onChange(event.target.value)}
          />
          {suggestions === undefined ? null : (
            <datalist id={`${id}-list`}>
              {suggestions.map((suggestion) => (
                <option key={suggestion}>{suggestion}</option>
              ))}
            </datalist>
          )}
        </>
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

export type Choice<V extends string> = {
  readonly value: V;
  readonly label: string;
  /** Choices of one group stand under its name, where a list is long. */
  readonly group?: string;
  /** Printed on the choice it makes where all are visible, and announced. */
  readonly shortcut?: string | undefined;
};

export type SelectFieldProps<V extends string> = FieldProps & {
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
};

export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { value, choices, onChange, disabled } = props;
  const id = useId();
  return (
    <Field id={id} {...props}>
      <select
        id={id}
        className={styles['select']}
        value={value}
        disabled={disabled}
        aria-describedby={describedBy(id, props.hint, props.error)}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {grouped(choices).map(([group, members]) => {
          const options = members.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ));
          return group === '' ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          );
        })}
      </select>
    </Field>
  );
}

/** Choices by group, in order; those without one under the empty name. */
function grouped<V extends string>(choices: readonly Choice<V>[]): [string, Choice<V>[]][] {
  const groups = new Map<string, Choice<V>[]>();
  for (const choice of choices) {
    const group = choice.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups];
}

export function Checkbox({
  label,
  checked,
  onChange,
  disabled,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}) {
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** One of a few choices, all visible. */
export function Segments<V extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: V | null;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['segments']}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles['segment']}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-keyshortcuts={choice.shortcut}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
          {choice.shortcut === undefined ? null : <Kbd>{choice.shortcut}</Kbd>}
        </label>
      ))}
    </div>
  );
}
