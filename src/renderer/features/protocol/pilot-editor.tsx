import { useState } from 'react';
import type { PilotGate } from '@shared/protocol';
import { TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import type { EditorProps } from './part-list';
import styles from './protocol.module.css';

const none: PilotGate = { size: 50, minKappa: null, minPercent: null };

/** What the pilot round must reach before the rest begins. */
export function PilotEditor({ protocol, onEdit }: EditorProps) {
  const { work: words } = useTexts();
  const gate = protocol.pilot ?? none;
  const change = (changed: Partial<PilotGate>): void => onEdit({ pilot: { ...gate, ...changed } });
  return (
    <section className={styles['part']}>
      <div>
        <h2>{words.gate}</h2>
        <p className={styles['hint']}>{words.gateHint}</p>
      </div>
      <div className={styles['three']}>
        <NumberField
          label={words.size}
          value={gate.size}
          fits={(size) => Number.isInteger(size) && size >= 1 && size <= 2_000}
          onChange={(size) => change({ size: size ?? none.size })}
        />
        <NumberField
          label={words.minKappa}
          value={gate.minKappa}
          fits={(kappa) => kappa >= -1 && kappa <= 1}
          onChange={(minKappa) => change({ minKappa })}
        />
        <NumberField
          label={words.minPercent}
          value={gate.minPercent}
          fits={(percent) => percent >= 0 && percent <= 100}
          onChange={(minPercent) => change({ minPercent })}
        />
      </div>
    </section>
  );
}

/** A number or nothing; what is no number yet stays as typed. */
function NumberField({
  label,
  value,
  fits,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly fits: (value: number) => boolean;
  readonly onChange: (value: number | null) => void;
}) {
  const [text, setText] = useState(value === null ? '' : String(value));
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={text}
      onChange={(typed) => {
        setText(typed);
        const number = Number(typed.trim().replace(',', '.'));
        if (typed.trim() === '') onChange(null);
        else if (Number.isFinite(number) && fits(number)) onChange(number);
      }}
    />
  );
}
