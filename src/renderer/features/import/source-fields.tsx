import { useEffect, useRef } from 'react';
import type { Source } from '@shared/records';
import { Notice, SelectField, TextField } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import styles from './import.module.css';

const kinds = ['database', 'register', 'website', 'organisation', 'citation', 'other'] as const;

/** Where records came from, as PRISMA-S asks (Rethlefsen et al. 2021, items 1, 8, 9, 13, 15). */
export function SourceFields({
  source,
  records,
  open = false,
  onChange,
}: {
  readonly source: Source;
  /** How many records came, to compare with the hits the database reported. */
  readonly records: number | null;
  readonly open?: boolean;
  readonly onChange: (change: Partial<Source>) => void;
}) {
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { hits } = source;
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What is missing is asked for, unless something is being typed already.
    if (source.database === '' && !(document.activeElement instanceof HTMLInputElement))
      fields.current?.querySelector('input')?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it comes in sight
  }, []);
  return (
    <>
      <div ref={fields} className={styles['sourceFields']}>
        <TextField
          label={words.database}
          hint={source.database.trim() === '' ? words.databaseNeeded : undefined}
          value={source.database}
          onChange={(database) => onChange({ database: database.slice(0, 300) })}
        />
        <TextField
          label={words.platform}
          placeholder={words.platformHint}
          value={source.platform}
          onChange={(platform) => onChange({ platform: platform.slice(0, 300) })}
        />
        <SelectField
          label={words.kind}
          value={source.kind}
          choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          label={words.searchedOn}
          type="date"
          value={source.searchedOn}
          onChange={(searchedOn) => onChange({ searchedOn })}
        />
      </div>
      <details className={styles['prismaS']} open={open}>
        <summary>{words.more}</summary>
        <div className={styles['prismaSFields']}>
          <TextField
            label={words.strategy}
            hint={words.strategyHint}
            rows={4}
            value={source.strategy}
            onChange={(strategy) => onChange({ strategy: strategy.slice(0, 100_000) })}
          />
          <TextField
            label={words.limits}
            hint={words.limitsHint}
            rows={4}
            value={source.limits}
            onChange={(limits) => onChange({ limits: limits.slice(0, 5_000) })}
          />
          <TextField
            label={words.hits}
            hint={words.hitsHint}
            inputMode="numeric"
            value={hits === null ? '' : String(hits)}
            onChange={(text) => {
              const digits = text.replace(/\D/gu, '').slice(0, 9);
              onChange({ hits: digits === '' ? null : Number(digits) });
            }}
          />
        </div>
      </details>
      {hits !== null && records !== null && hits !== records ? (
        <Notice tone="warn">{words.hitsDiffer(formats.count(hits), formats.count(records))}</Notice>
      ) : null}
    </>
  );
}
