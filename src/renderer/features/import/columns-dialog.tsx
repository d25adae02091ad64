import { useMemo, useState } from 'react';
import {
  columnFields,
  readTableRows,
  type ColumnField,
  type ColumnMapping,
  type ParsedRecord,
  type ReadOptions,
  type TablePreview,
} from '@shared/formats';
import { Button, Dialog, Notice } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { ColumnTable } from './column-table';
import { Glimpses } from './glimpses';
import styles from './import.module.css';

const own = 'own-name';
/** Fields that several columns may hold together. */
const gathered: ReadonlySet<ColumnField> = new Set(['keywords', 'registration']);

/** What each column of a table holds, chosen by hand, with the first records as they would be read. */
export function ColumnsDialog({
  name,
  table,
  choices,
  onChoose,
  onClose,
}: {
  readonly name: string;
  readonly table: TablePreview;
  readonly choices: ReadOptions;
  readonly onChoose: (choices: ReadOptions) => void;
  readonly onClose: () => void;
}) {
  const { imports: words } = useTexts();
  const [mapping, setMapping] = useState<ColumnMapping>(choices.mapping ?? table.mapping);
  const records = useMemo(() => firstRecords(table, mapping), [table, mapping]);
  const counts = new Map<ColumnField, number>();
  for (const field of Object.values(mapping)) {
    if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const twice = [...counts].filter(([field, count]) => count > 1 && !gathered.has(field));
  return (
    <Dialog
      title={words.columnsTitle(name)}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.cancelChoice}</Button>
          <Button kind="primary" onPress={() => onChoose({ ...choices, mapping })}>
            {words.readSo}
          </Button>
        </>
      }
    >
      <p className={styles['hint']}>{words.columnsHint}</p>
      <ColumnTable
        columns={table.header.map((heading, column) => ({
          heading,
          values: table.rows
            .map((row) => row[column]?.trim() ?? '')
            .filter((value) => value !== '')
            .slice(0, 2),
          holds: mapping[column] ?? own,
        }))}
        choices={[
          { value: own, label: words.keepUnderName },
          ...columnFields.map((field) => ({ value: field, label: words.fields[field] })),
        ]}
        onChoose={(column, value) =>
          setMapping({ ...mapping, [column]: columnFields.find((field) => field === value) })
        }
      />
      {twice.map(([field]) => (
        <Notice key={field} tone="warn">
          {words.twice(words.fields[field])}
        </Notice>
      ))}
      <h3>{words.asRead}</h3>
      {counts.has('title') || counts.has('citation') ? null : <Notice tone="warn">{words.noTitleYet}</Notice>}
      <Glimpses records={records} />
    </Dialog>
  );
}

/** The first rows of the preview, read as chosen: the header stands in line 1, whatever stood before it. */
function firstRecords(table: TablePreview, mapping: ColumnMapping): readonly ParsedRecordGlimpse[] {
  const records: ParsedRecordGlimpse[] = [];
  const rows = [table.header, ...table.rows.slice(0, 3)].map((cells, index) => ({ line: index + 1, cells }));
  readTableRows(
    rows,
    {
      record: ({ title, authors, year }) => records.push({ title, authors, year }),
      problem: () => undefined,
    },
    mapping,
  );
  return records.slice(0, 3);
}

type ParsedRecordGlimpse = {
  readonly title: string | undefined;
  readonly authors: ParsedRecord['authors'];
  readonly year: number | undefined;
};
