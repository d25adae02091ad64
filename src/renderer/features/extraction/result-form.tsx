import type { LocalId } from '@shared/kernel';
import {
  numberAsPrinted,
  resultForms,
  shapeForm,
  type Arm,
  type ExtractedResult,
  type StudyDesignEffect,
} from '@shared/extraction';
import { windowOfWeeks, type Protocol } from '@shared/protocol';
import { Button, Checkbox, SelectField, TextField } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { EffectChain, EffectLine } from './effect-line';
import { formChoices } from './form-words';
import { ResultNumbers } from './result-numbers';
import styles from './extraction.module.css';

type ResultFormProps = {
  readonly result: ExtractedResult;
  readonly number: number;
  readonly arms: readonly Arm[];
  readonly protocol: Protocol;
  /** What was measured is settled; only numbers are asked. */
  readonly settled: boolean;
  /** The design effect of a cluster trial; null where it is one and the report does not say enough. */
  readonly design: StudyDesignEffect | null | undefined;
  readonly onChange: (edit: Partial<ExtractedResult>, now?: boolean) => void;
  readonly onCommit: () => void;
  readonly onRemove: () => void;
  readonly onField: (key: string, name: string) => void;
};

/** A result: what was measured, and the numbers the report gives for it. The effect appears as they are typed. */
export function ResultForm({
  result,
  number,
  arms,
  protocol,
  settled,
  design,
  onChange,
  onCommit,
  onRemove,
  onField,
}: ResultFormProps) {
  const { extraction: words, effectForms } = useTexts();
  const armName = (id: LocalId): string =>
    arms.find((arm) => arm.id === id)?.label ||
    words[arms.find((arm) => arm.id === id)?.role ?? 'comparator'];
  const form = shapeForm(result.shape);
  const timeOf = ({ timepoint: { label, weeks } }: ExtractedResult): string =>
    weeks === null ? label : `${label} (${weeks} ${words.weeks.toLowerCase()})`;

  return (
    <section className={styles['result']} aria-label={`${words.results} ${number}`}>
      {settled ? (
        <h4>
          {[result.instrument, result.outcome, timeOf(result)].filter(Boolean).join(', ')}
          {arms.length > 2
            ? `: ${armName(result.armT)} ${words.structure.against} ${armName(result.armC)}`
            : ''}
        </h4>
      ) : null}
      <header className={styles['resultHead']}>
        <span className={`${styles['hint']} numeric`}>{number}</span>
        <EffectLine result={result} protocol={protocol} designEffect={design?.factor} />
        {settled ? null : (
          <Button small kind="quiet" label={`${words.removeResult} ${number}`} onPress={onRemove}>
            ×
          </Button>
        )}
      </header>
      <div className={styles['what']}>
        {settled ? null : (
          <WhatWasMeasured result={result} protocol={protocol} onChange={onChange} onCommit={onCommit} />
        )}
        <div className={styles['wide']}>
          <SelectField
            label={words.shape}
            value={result.shape}
            choices={formChoices(effectForms, resultForms)}
            onChange={(shape) => onChange({ shape, options: undefined, signAs: undefined }, true)}
          />
        </div>
      </div>
      {form ? (
        <ResultNumbers
          result={result}
          form={form}
          armName={armName}
          onChange={onChange}
          onCommit={onCommit}
          onField={onField}
        />
      ) : null}
      {design === undefined ? null : (
        <div className={styles['placeActions']}>
          <Checkbox
            label={words.structure.heedsClusters}
            checked={result.heedsClusters ?? false}
            onChange={(heeds) => onChange({ heedsClusters: heeds || undefined }, true)}
          />
          {design === null ? <span className={styles['hint']}>{words.structure.designUnknown}</span> : null}
        </div>
      )}
      <EffectChain result={result} protocol={protocol} designEffect={design?.factor} />
    </section>
  );
}

/** Domain, instrument, direction and time, where no structure settled them. */
function WhatWasMeasured({
  result,
  protocol,
  onChange,
  onCommit,
}: Pick<ResultFormProps, 'result' | 'protocol' | 'onChange' | 'onCommit'>) {
  const { extraction: words } = useTexts();
  const domain = protocol.outcomeDomains.find(({ id }) => id === result.domainId);
  const instruments = domain?.instruments ?? [];
  const family = shapeForm(result.shape)?.family;
  const events = family === 'events' || family === 'ratio';
  return (
    <>
      <SelectField
        label={words.domain}
        value={result.domainId ?? ''}
        choices={[
          { value: '', label: words.noDomain },
          ...protocol.outcomeDomains.map((candidate) => ({ value: candidate.id, label: candidate.label })),
        ]}
        onChange={(id) => onChange({ domainId: id === '' ? null : id, instrumentId: null }, true)}
      />
      <div className={styles['wide']}>
        <SelectField
          label={words.instrument}
          value={result.instrumentId ?? ''}
          choices={[
            { value: '', label: words.otherInstrument },
            ...instruments.map((instrument) => ({ value: instrument.id, label: instrument.name })),
          ]}
          onChange={(id) => {
            const instrument = instruments.find((candidate) => candidate.id === id);
            onChange(
              instrument
                ? {
                    instrumentId: instrument.id,
                    instrument: instrument.name,
                    higherIsBetter: instrument.higherIsBetter,
                  }
                : { instrumentId: null, instrument: '' },
              true,
            );
          }}
        />
      </div>
      {result.instrumentId === null ? (
        <TextField
          label={words.instrumentName}
          value={result.instrument}
          onChange={(instrument) => onChange({ instrument })}
          onCommit={onCommit}
        />
      ) : null}
      <SelectField
        label={events ? words.moreEvents : words.direction}
        value={result.higherIsBetter ? 'better' : 'worse'}
        disabled={result.instrumentId !== null}
        choices={[
          { value: 'better', label: words.better },
          { value: 'worse', label: words.worse },
        ]}
        onChange={(value) => onChange({ higherIsBetter: value === 'better' }, true)}
      />
      <TextField
        label={words.weeks}
        inputMode="decimal"
        value={result.timepoint.weeks === null ? '' : String(result.timepoint.weeks)}
        onChange={(text) => {
          const weeks = numberAsPrinted(text)?.value ?? null;
          const window = weeks === null ? undefined : windowOfWeeks(protocol, weeks);
          onChange({
            timepoint: {
              label: window?.label ?? result.timepoint.label,
              weeks,
              windowId: window?.id ?? result.timepoint.windowId,
            },
          });
        }}
        onCommit={onCommit}
      />
      <SelectField
        label={words.window}
        value={result.timepoint.windowId ?? ''}
        choices={[
          { value: '', label: words.noWindow },
          ...protocol.windows.map((window) => ({ value: window.id, label: window.label })),
        ]}
        onChange={(id) =>
          onChange(
            {
              timepoint: {
                ...result.timepoint,
                windowId: id === '' ? null : id,
                label: protocol.windows.find((window) => window.id === id)?.label ?? result.timepoint.label,
              },
            },
            true,
          )
        }
      />
    </>
  );
}
