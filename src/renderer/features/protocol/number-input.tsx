import { useState } from 'react';
import { TextField } from '../../ui-kit';

/** A number that may be left open. What is not a number stays in the field and is not taken over. */
export function NumberInput({
  label,
  hideLabel,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) {
  const [text, setText] = useState(value === null ? '' : String(value));
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      inputMode="decimal"
      value={text}
      onChange={(typed) => {
        setText(typed);
        const parsed = Number(typed.replace(',', '.'));
        if (typed.trim() === '') onChange(null);
        else if (Number.isFinite(parsed)) onChange(parsed);
      }}
    />
  );
}
