import { useState } from 'react';
import { TextField } from '../../ui-kit';

/** Several words in one field with a separator between them; what is typed stays as typed. */
export function WordList({
  label,
  hint,
  words,
  separator = ',',
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly words: readonly string[];
  readonly separator?: ',' | ';';
  readonly onChange: (words: string[]) => void;
}) {
  const [text, setText] = useState(words.join(`${separator} `));
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(
          typed
            .split(separator)
            .map((word) => word.trim())
            .filter((word) => word !== ''),
        );
      }}
    />
  );
}
