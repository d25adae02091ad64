import type { LocalId } from '@shared/kernel';
import {
  effectOfResult,
  extractionShapes,
  numberAsPrinted,
  type Arm,
  type Cell,
  type ExtractedResult,
  type ExtractionShapeId,
} from '@shared/extraction';
import { windowOfWeeks, type Protocol } from '@shared/protocol';
import { Badge, Button, SelectField, TextField } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import styles from './extraction.module.css';

type ResultFormProps = {
  readonly result: ExtractedResult;
  readonly number: number;
  readonly arms: readonly Arm[];
  readonly protocol: Protocol;
  readonly onChange: (edit: Partial<ExtractedResult>, now?: boolean) => void;
  readonly onCommit: () => void;
  readonly onRemove: () => void;
};

/** A result: what was measured, and the numbers the report gives for it. The effect appears as they are typed. */
export function ResultForm({
  result,
  number,
  arms,
  protocol,
  onChange,
  onCommit,
  onRemove,
}: ResultFormProps) {
  const { extraction: words } = useTexts();
  const domain = protocol.outcomeDomains.find(({ id }) => id === result.domainId);
  const instruments = domain?.instruments ?? [];
  const armName = (id: LocalId): string =>
    arms.find((arm) => arm.id === id)?.label ||
    words[arms.find((arm) => arm.id === id)?.role ?? 'comparator'];
  const shape = extractionShapes.find(({ id }) => id === result.shape) ?? extractionShapes[0];
  const events = result.shape === 'two-by-two';

  return (
    <section className={styles['result']} aria-label={`${words.results} ${number}`}>
      <header className={styles['resultHead']}>
        <span className={`${styles['hint']} numeric`}>{number}</span>
        <EffectLine result={result} protocol={protocol} />
        <Button small kind="quiet" label={`${words.removeResult} ${number}`} onPress={onRemove}>
          ×
        </Button>
      </header>
      <div className={styles['what']}>
        <SelectField
          label={words.domain}
          value={result.domainId ?? ''}
          choices={[
            { value: '', label: words.noDomain },
            ...protocol.outcomeDomains.map((candidate) => ({ value: candidate.id, label: candidate.label })),
          ]}
          onChange={(id) => onChange({ domainId: id === '' ? null : id, instrumentId: null }, true)}
        />
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
        <SelectField<ExtractionShapeId>
          label={words.shape}
          value={shape.id}
          choices={extractionShapes.map(({ id }) => ({ value: id, label: words.shapes[id] }))}
          onChange={(id) => onChange({ shape: id }, true)}
        />
      </div>
      {result.shape.startsWith('generic') ? <p className={styles['hint']}>{words.readyHint}</p> : null}
      <Numbers
        result={result}
        armName={armName}
        onChange={onChange}
        onCommit={onCommit}
        fields={shape.fields}
      />
    </section>
  );
}

type NumberField = keyof ReturnType<typeof useTexts>['extraction']['numbers'];

const isCount = (field: NumberField): boolean => field.startsWith('n') || field.startsWith('events');

/** A number that can be computed with: "<.001" is a bound and stands for no mean, deviation or count. */
function exactNumber(text: string, expects: 'number' | 'count'): ReturnType<typeof numberAsPrinted> {
  const read = numberAsPrinted(text, expects);
  return read?.bound === undefined ? read : undefined;
}

function Numbers({
  result,
  fields,
  armName,
  onChange,
  onCommit,
}: {
  readonly result: ExtractedResult;
  readonly fields: readonly NumberField[];
  readonly armName: (id: LocalId) => string;
  readonly onChange: ResultFormProps['onChange'];
  readonly onCommit: () => void;
}) {
  const { extraction: words } = useTexts();
  const perArm = fields.some((field) => field.endsWith('T'));
  const rows = perArm
    ? [
        { title: armName(result.armT), fields: fields.filter((field) => field.endsWith('T')) },
        { title: armName(result.armC), fields: fields.filter((field) => field.endsWith('C')) },
      ]
    : [{ title: words.effect, fields }];
  const first = fields[0];
  const place = first === undefined ? undefined : result.input[first];
  const setCell = (field: NumberField, edit: Partial<Cell>): void => {
    const before = result.input[field] ?? { text: '', value: null };
    onChange({ input: { ...result.input, [field]: { ...before, ...edit } } });
  };
  return (
    <div className={styles['numbers']}>
      {rows.map((row, index) => (
        <div key={index} className={styles['numberRow']} role="group" aria-label={row.title}>
          <span className={styles['armName']}>{row.title}</span>
          {row.fields.map((field) => {
            const cell = result.input[field];
            const expects = isCount(field) ? 'count' : 'number';
            const read = cell ? exactNumber(cell.text, expects) : undefined;
            const wrong = cell !== undefined && cell.text.trim() !== '' && read === undefined;
            return (
              <TextField
                key={field}
                label={words.numbers[field]}
                inputMode="decimal"
                value={cell?.text ?? ''}
                error={wrong ? words.notANumber : undefined}
                hint={read?.ambiguous ? words.ambiguous : undefined}
                onChange={(text) =>
                  setCell(field, { text, value: exactNumber(text, expects)?.value ?? null })
                }
                onCommit={onCommit}
              />
            );
          })}
        </div>
      ))}
      {first === undefined ? null : (
        <div className={styles['place']}>
          <TextField
            label={words.page}
            value={place?.page ?? ''}
            onChange={(page) => setCell(first, { page })}
            onCommit={onCommit}
          />
          <TextField
            label={words.quote}
            value={place?.quote ?? ''}
            onChange={(quote) => setCell(first, { quote })}
            onCommit={onCommit}
          />
        </div>
      )}
    </div>
  );
}

/** g, SE and interval as they stand, or why there is none. */
export function EffectLine({
  result,
  protocol,
}: {
  readonly result: ExtractedResult;
  readonly protocol: Protocol;
}) {
  const { extraction: words } = useTexts();
  const formats = useFormats();
  const effect = effectOfResult(result, protocol.effect);
  if (!effect.ok) {
    return <span className={`${styles['effect']} ${styles['hint']}`}>{words.errors[effect.error.code]}</span>;
  }
  const { estimate, se, ciLow, ciHigh, turned, source } = effect.value;
  return (
    <span className={styles['effect']} aria-live="polite">
      <strong className="numeric" data-testid="effect">
        {protocol.effect.measure === 'SMD' ? 'g' : protocol.effect.measure} = {formats.decimal(estimate, 3)}
      </strong>
      <span className="numeric">SE {formats.decimal(se, 3)}</span>
      <span className="numeric">
        [{formats.decimal(ciLow, 3)}, {formats.decimal(ciHigh, 3)}]
      </span>
      {turned ? <Badge>{words.turned}</Badge> : null}
      <span className={styles['hint']} title={source}>
        {words.positiveFavours}
      </span>
    </span>
  );
}
