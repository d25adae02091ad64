import { ownStates, type OwnState } from '@shared/screening';
import type { ReactNode } from 'react';
import { Button, Checkbox, SelectField, TextField } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import { listColumns, type ShownColumns } from './list-columns';
import type { RecordList } from './use-record-list';
import styles from './record-list.module.css';

/** What narrows the list down, and how much is left. */
export function ListFilters({
  list,
  columns,
  actions,
}: {
  readonly list: RecordList;
  readonly columns: ShownColumns;
  /** What can be done with all that is shown. */
  readonly actions: ReactNode;
}) {
  const { screeningList: words } = useTexts();
  const formats = useFormats();
  return (
    <div className={styles['filters']} role="search">
      <div className={styles['search']} data-search>
        <TextField
          label={words.search}
          hideLabel
          type="search"
          placeholder={words.searchHint}
          value={list.records.text}
          onChange={(text) => list.filter({ records: { text } })}
        />
      </div>
      <SelectField
        label={words.state}
        hideLabel
        value={list.own.state ?? 'any'}
        choices={(['any', ...ownStates] as const).map((value) => ({
          value,
          label: value === 'any' ? `${words.state}: ${words.states.any}` : words.states[value],
        }))}
        onChange={(state) => list.filter({ own: { state: stateOf(state) } })}
      />
      {list.sources.length > 1 ? (
        <SelectField
          label={words.source}
          hideLabel
          value={list.records.source ?? ''}
          choices={[
            { value: '', label: words.anySource },
            ...list.sources.map((source) => ({ value: source, label: source })),
          ]}
          onChange={(source) => list.filter({ records: { source: source === '' ? null : source } })}
        />
      ) : null}
      <div className={styles['years']}>
        <YearField
          label={words.fromYear}
          year={list.records.fromYear}
          onChange={(fromYear) => list.filter({ records: { fromYear } })}
        />
        <span aria-hidden="true">–</span>
        <YearField
          label={words.toYear}
          year={list.records.toYear}
          onChange={(toYear) => list.filter({ records: { toYear } })}
        />
      </div>
      {list.labels.length > 0 ? (
        <SelectField
          label={words.label}
          hideLabel
          value={list.own.label ?? ''}
          choices={[
            { value: '', label: words.anyLabel },
            ...list.labels.map((label) => ({ value: label, label })),
          ]}
          onChange={(label) => list.filter({ own: { label: label === '' ? null : label } })}
        />
      ) : null}
      <Checkbox
        label={words.parked}
        checked={list.own.parked}
        onChange={(parked) => list.filter({ own: { parked } })}
      />
      <Checkbox
        label={words.noted}
        checked={list.own.noted}
        onChange={(noted) => list.filter({ own: { noted } })}
      />
      <span className={`${styles['shown']} numeric`} role="status">
        {words.shown(formats.count(list.lines.length), formats.count(list.total))}
      </span>
      {list.filtered ? (
        <Button small kind="quiet" onPress={list.clear}>
          {words.clear}
        </Button>
      ) : null}
      {actions}
      <ColumnChoice columns={columns} />
    </div>
  );
}

const stateOf = (choice: 'any' | OwnState): OwnState | null => (choice === 'any' ? null : choice);

function YearField({
  label,
  year,
  onChange,
}: {
  readonly label: string;
  readonly year: number | null;
  readonly onChange: (year: number | null) => void;
}) {
  return (
    <TextField
      label={label}
      hideLabel
      inputMode="numeric"
      placeholder={label}
      value={year === null ? '' : String(year)}
      onChange={(text) => {
        const digits = text.replace(/\D/gu, '').slice(0, 4);
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}

function ColumnChoice({ columns }: { readonly columns: ShownColumns }) {
  const { screeningList: words } = useTexts();
  return (
    <details className={styles['columns']}>
      <summary>{words.columns}</summary>
      <div className={styles['columnList']}>
        {listColumns
          .filter((column) => column !== 'title')
          .map((column) => (
            <Checkbox
              key={column}
              label={words.columnNames[column]}
              checked={columns.shown.includes(column)}
              onChange={(shown) => columns.show(column, shown)}
            />
          ))}
      </div>
    </details>
  );
}
