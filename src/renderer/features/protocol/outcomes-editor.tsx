import type { Instrument } from '@shared/protocol';
import { Button, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { NumberInput } from './number-input';
import { freshId, PartList, type EditorProps } from './part-list';
import styles from './protocol.module.css';

export function DomainsEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  return (
    <PartList
      title={words.parts.outcomeDomains}
      entries={protocol.outcomeDomains}
      addLabel={words.addDomain}
      onChange={(outcomeDomains) => onEdit({ outcomeDomains })}
      make={(id) => ({ id, label: words.newDomain, definition: '', instruments: [] })}
    >
      {(domain, change) => (
        <>
          <div className={styles['two']}>
            <TextField
              label={words.domainLabel}
              value={domain.label}
              onChange={(label) => change({ label })}
            />
            <TextField
              label={words.domainDefinition}
              value={domain.definition}
              onChange={(definition) => change({ definition })}
            />
          </div>
          <Instruments instruments={domain.instruments} onChange={(instruments) => change({ instruments })} />
        </>
      )}
    </PartList>
  );
}

function Instruments({
  instruments,
  onChange,
}: {
  readonly instruments: readonly Instrument[];
  readonly onChange: (instruments: Instrument[]) => void;
}) {
  const { protocol: words, app } = useTexts();
  const edit = (index: number, change: Partial<Instrument>): void =>
    onChange(instruments.map((instrument, at) => (at === index ? { ...instrument, ...change } : instrument)));
  return (
    <div className={styles['instruments']}>
      {instruments.map((instrument, index) => (
        <div key={instrument.id} className={styles['instrument']}>
          <TextField
            label={words.instrument}
            hideLabel={index > 0}
            value={instrument.name}
            onChange={(name) => edit(index, { name })}
          />
          <SelectField
            label={words.higherIsBetter}
            hideLabel={index > 0}
            value={instrument.higherIsBetter ? 'better' : 'worse'}
            choices={[
              { value: 'better', label: words.better },
              { value: 'worse', label: words.worse },
            ]}
            onChange={(value) => edit(index, { higherIsBetter: value === 'better' })}
          />
          <NumberInput
            label={words.from}
            hideLabel={index > 0}
            value={instrument.min ?? null}
            onChange={(min) => edit(index, { min: min ?? undefined })}
          />
          <NumberInput
            label={words.to}
            hideLabel={index > 0}
            value={instrument.max ?? null}
            onChange={(max) => edit(index, { max: max ?? undefined })}
          />
          <Button
            small
            kind="quiet"
            label={app.remove}
            onPress={() => onChange(instruments.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button
          small
          kind="quiet"
          onPress={() =>
            onChange([
              ...instruments,
              { id: freshId(instruments), name: words.newInstrument, higherIsBetter: true },
            ])
          }
        >
          + {words.addInstrument}
        </Button>
      </div>
    </div>
  );
}

export function WindowsEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  return (
    <PartList
      title={words.parts.windows}
      entries={protocol.windows}
      addLabel={words.addWindow}
      onChange={(windows) => onEdit({ windows })}
      make={(id) => ({ id, label: words.newWindow, fromWeeks: null, toWeeks: null })}
    >
      {(window, change) => (
        <div className={styles['window']}>
          <TextField label={words.windowLabel} value={window.label} onChange={(label) => change({ label })} />
          <NumberInput
            label={`${words.from} (${words.weeks})`}
            value={window.fromWeeks}
            onChange={(fromWeeks) => change({ fromWeeks })}
          />
          <NumberInput
            label={`${words.to} (${words.weeks})`}
            value={window.toWeeks}
            onChange={(toWeeks) => change({ toWeeks })}
          />
        </div>
      )}
    </PartList>
  );
}

export function ComparatorsEditor({ protocol, onEdit }: EditorProps) {
  const { protocol: words } = useTexts();
  return (
    <PartList
      title={words.parts.comparators}
      entries={protocol.comparators}
      addLabel={words.addComparator}
      onChange={(comparators) => onEdit({ comparators })}
      make={(id) => ({ id, label: words.newComparator })}
    >
      {(comparator, change) => (
        <TextField
          label={words.comparatorLabel}
          hideLabel
          value={comparator.label}
          onChange={(label) => change({ label })}
        />
      )}
    </PartList>
  );
}
