import { useState } from 'react';
import { weeksOfText, type Timepoint } from '@shared/extraction';
import { windowOfWeeks, type Protocol } from '@shared/protocol';
import { Button, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import styles from './extraction.module.css';

/** When was measured: exactly, and in which window of the protocol that falls. */
export function TimepointsEditor({
  timepoints,
  protocol,
  onChange,
  onCommit,
  onAdd,
}: {
  readonly timepoints: readonly Timepoint[];
  readonly protocol: Protocol;
  readonly onChange: (timepoints: Timepoint[], now?: boolean) => void;
  readonly onCommit: () => void;
  readonly onAdd: () => void;
}) {
  const { extraction: words, app } = useTexts();
  const edit = (index: number, change: Partial<Timepoint>, now = false): void =>
    onChange(
      timepoints.map((one, at) => (at === index ? { ...one, ...change } : one)),
      now,
    );
  return (
    <>
      {timepoints.map((one, index) => (
        <div key={one.id} className={styles['when']} role="group" aria-label={one.label}>
          <WhenField
            weeks={one.weeks}
            protocol={protocol}
            onChange={(weeks) => {
              const window = weeks === null ? undefined : windowOfWeeks(protocol, weeks);
              edit(index, {
                weeks,
                windowId: weeks === null ? one.windowId : (window?.id ?? null),
                label: one.label === '' ? (window?.label ?? '') : one.label,
              });
            }}
            onCommit={onCommit}
          />
          <SelectField
            label={words.window}
            value={one.windowId ?? ''}
            choices={[
              { value: '', label: words.structure.noWindowFits },
              ...protocol.windows.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(id) =>
              edit(
                index,
                {
                  windowId: id === '' ? null : id,
                  label: one.label || (protocol.windows.find((window) => window.id === id)?.label ?? ''),
                },
                true,
              )
            }
          />
          <TextField
            label={words.timepoint}
            value={one.label}
            onChange={(label) => edit(index, { label })}
            onCommit={onCommit}
          />
          <Button
            small
            kind="quiet"
            label={`${app.remove} ${one.label}`}
            onPress={() =>
              onChange(
                timepoints.filter((_, at) => at !== index),
                true,
              )
            }
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button small onPress={onAdd}>
          {words.structure.addTimepoint}
        </Button>
      </div>
    </>
  );
}

function WhenField({
  weeks,
  protocol,
  onChange,
  onCommit,
}: {
  readonly weeks: number | null;
  readonly protocol: Protocol;
  readonly onChange: (weeks: number | null) => void;
  readonly onCommit: () => void;
}) {
  const { extraction } = useTexts();
  const words = extraction.structure;
  const [text, setText] = useState(weeks === null ? '' : String(weeks));
  const read = weeksOfText(text);
  const window = read === undefined ? undefined : windowOfWeeks(protocol, read);
  const said = read === undefined ? undefined : window ? words.inWindow(window.label) : words.noWindowFits;
  const inWeeks =
    read === undefined || /^[\d.,\s]*$/u.test(text) ? '' : `${read} ${extraction.weeks.toLowerCase()}, `;
  return (
    <TextField
      label={words.when}
      value={text}
      error={text.trim() !== '' && read === undefined ? words.notATime : undefined}
      hint={said === undefined ? words.whenHint : `${inWeeks}${said}`}
      onChange={(typed) => {
        setText(typed);
        onChange(weeksOfText(typed) ?? null);
      }}
      onCommit={onCommit}
    />
  );
}
