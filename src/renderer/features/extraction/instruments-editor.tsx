import { useState } from 'react';
import { numberAsPrinted, type MeasuredInstrument } from '@shared/extraction';
import type { Protocol } from '@shared/protocol';
import { Button, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './extraction.module.css';

/** What was measured with what: domain, instrument, direction and range. */
export function InstrumentsEditor({
  instruments,
  protocol,
  onChange,
  onCommit,
  onAdd,
}: {
  readonly instruments: readonly MeasuredInstrument[];
  readonly protocol: Protocol;
  readonly onChange: (instruments: MeasuredInstrument[], now?: boolean) => void;
  readonly onCommit: () => void;
  readonly onAdd: () => void;
}) {
  const { extraction: words, app } = useTexts();
  const edit = (index: number, change: Partial<MeasuredInstrument>, now = false): void =>
    onChange(
      instruments.map((one, at) => (at === index ? { ...one, ...change } : one)),
      now,
    );
  return (
    <>
      {instruments.map((one, index) => {
        const known = protocol.outcomeDomains.find(({ id }) => id === one.domainId)?.instruments ?? [];
        return (
          <div key={one.id} className={styles['measuredWith']} role="group" aria-label={one.name}>
            <SelectField
              label={words.domain}
              value={one.domainId ?? ''}
              choices={[
                { value: '', label: words.noDomain },
                ...protocol.outcomeDomains.map(({ id, label }) => ({ value: id, label })),
              ]}
              onChange={(id) => edit(index, { domainId: id === '' ? null : id, instrumentId: null }, true)}
            />
            <SelectField
              label={words.instrument}
              value={one.instrumentId ?? ''}
              choices={[
                { value: '', label: words.otherInstrument },
                ...known.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(id) => {
                const chosen = known.find((candidate) => candidate.id === id);
                edit(
                  index,
                  chosen
                    ? {
                        instrumentId: chosen.id,
                        name: chosen.name,
                        higherIsBetter: chosen.higherIsBetter,
                        min: chosen.min ?? null,
                        max: chosen.max ?? null,
                      }
                    : { instrumentId: null, name: '' },
                  true,
                );
              }}
            />
            {one.instrumentId === null ? (
              <TextField
                label={words.instrumentName}
                value={one.name}
                onChange={(name) => edit(index, { name })}
                onCommit={onCommit}
              />
            ) : null}
            <TextField
              label={words.structure.outcome}
              value={one.outcome}
              onChange={(outcome) => edit(index, { outcome })}
              onCommit={onCommit}
            />
            <SelectField
              label={words.direction}
              value={one.higherIsBetter ? 'better' : 'worse'}
              disabled={one.instrumentId !== null}
              choices={[
                { value: 'better', label: words.better },
                { value: 'worse', label: words.worse },
              ]}
              onChange={(value) => edit(index, { higherIsBetter: value === 'better' }, true)}
            />
            <RangeField
              key={`min ${one.instrumentId}`}
              label={words.structure.min}
              value={one.min}
              onChange={(min) => edit(index, { min })}
              onCommit={onCommit}
            />
            <RangeField
              key={`max ${one.instrumentId}`}
              label={words.structure.max}
              value={one.max}
              onChange={(max) => edit(index, { max })}
              onCommit={onCommit}
            />
            <Button
              small
              kind="quiet"
              label={`${app.remove} ${one.name}`}
              onPress={() =>
                onChange(
                  instruments.filter((_, at) => at !== index),
                  true,
                )
              }
            >
              ×
            </Button>
          </div>
        );
      })}
      <div>
        <Button small onPress={onAdd}>
          {words.structure.addInstrument}
        </Button>
      </div>
    </>
  );
}

function RangeField({
  label,
  value,
  onChange,
  onCommit,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onCommit: () => void;
}) {
  const { extraction: words } = useTexts();
  const [text, setText] = useState(value === null ? '' : String(value));
  const read = numberAsPrinted(text);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={text}
      error={text.trim() !== '' && !read ? words.notANumber : undefined}
      onChange={(typed) => {
        setText(typed);
        onChange(numberAsPrinted(typed)?.value ?? null);
      }}
      onCommit={onCommit}
    />
  );
}
