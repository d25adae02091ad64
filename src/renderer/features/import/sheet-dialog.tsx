import { useMemo, useState } from 'react';
import {
  lookAtSheet,
  missingFields,
  columnsOf,
  sheetFields,
  type ChosenColumns,
  type NamedInSheet,
  type SheetField,
  type SheetLook,
  type SheetPlaces,
} from '@shared/extraction/sheet';
import { Button, Dialog, Notice, SelectField, controls, type Choice } from '../../ui-kit';
import { useFormats, useTexts } from '../../app/app-context';
import { ColumnTable } from './column-table';
import type { OpenedSheet, SheetDesk } from './use-sheet-import';
import styles from './import.module.css';

const other = 'other';
const nowhere = 'nowhere';

/** An extraction sheet before it comes in: what its columns hold, and where its outcomes and times belong. */
export function SheetDialog({
  opened,
  desk: { busy, bringIn, close },
}: {
  readonly opened: OpenedSheet;
  readonly desk: SheetDesk;
}) {
  const { sheets: words, app } = useTexts();
  const formats = useFormats();
  const [place, setPlace] = useState(() => placeOfSheet(opened));
  const [columns, setColumns] = useState<ChosenColumns>(new Map());
  const [domains, setDomains] = useState<Chosen>(new Map());
  const [windows, setWindows] = useState<Chosen>(new Map());
  const [higherIsBetter, setHigherIsBetter] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { protocol } = opened;
  const table = opened.tables[place]?.table;
  const look = useMemo(
    () => (table ? lookAtSheet(table, protocol, columns) : null),
    [table, protocol, columns],
  );
  if (!table || !look) return null;
  const places: SheetPlaces = {
    domains: placesOf(look.outcomes, domains),
    windows: placesOf(look.times, windows),
    higherIsBetter,
  };
  const unassigned = Math.max(
    unplaced(look.outcomes, places.domains),
    protocol.windows.length === 0 ? 0 : unplaced(look.times, places.windows),
  );
  return (
    <Dialog
      title={words.title(opened.fileName)}
      wide
      onClose={close}
      actions={
        <>
          <span className={styles['hint']}>
            {words.summary(
              formats.count(look.sheet.rows.length),
              formats.count(look.studies),
              formats.count(look.withEffect),
            )}
          </span>
          <span className={styles['grow']} />
          <Button onPress={close}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={busy || look.missing.length > 0}
            onPress={() => void bringIn(table, { columns, places })}
          >
            {words.importAction(formats.count(look.studies))}
          </Button>
        </>
      }
    >
      {opened.tables.length > 1 ? (
        <div className={styles['sheetChoice']}>
          <SelectField
            label={words.sheetOfWorkbook}
            value={String(place)}
            choices={opened.tables.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(chosen) => {
              setPlace(Number(chosen));
              setColumns(new Map());
            }}
          />
        </div>
      ) : null}
      <p className={styles['hint']}>{words.hint}</p>
      {look.missing.map((field) => (
        <Notice key={field} tone="warn">
          {words.missing[field]}
        </Notice>
      ))}
      <Columns
        look={look}
        onChoose={(column, field) => setColumns(withField(look, columns, column, field))}
      />
      <Places
        title={words.outcomes}
        named={look.outcomes}
        places={places.domains}
        choices={protocol.outcomeDomains.map(({ id, label }) => ({ value: id, label }))}
        onChoose={(key, id) => setDomains(new Map(domains).set(key, id))}
        higherIsBetter={higherIsBetter}
        onDirection={(key, higher) => setHigherIsBetter(new Map(higherIsBetter).set(key, higher))}
      />
      <Places
        title={words.times}
        named={look.times}
        places={places.windows}
        choices={protocol.windows.map(({ id, label }) => ({ value: id, label }))}
        onChoose={(key, id) => setWindows(new Map(windows).set(key, id))}
      />
      {unassigned > 0 && look.missing.length === 0 ? (
        <Notice tone="warn">{words.unassigned(formats.count(unassigned))}</Notice>
      ) : null}
    </Dialog>
  );
}

type Chosen = ReadonlyMap<string, string | null>;

/** What each column holds, known by its name or chosen. */
function Columns({
  look,
  onChoose,
}: {
  readonly look: SheetLook;
  readonly onChoose: (column: string, field: SheetField | null) => void;
}) {
  const { sheets: words } = useTexts();
  const held = fieldsOfColumns(look);
  const columns = look.sheet.header.flatMap((heading, column) =>
    heading === ''
      ? []
      : {
          heading,
          values: [look.firstValues[column]?.join(' · ') ?? ''],
          holds: held.get(heading.toLowerCase()) ?? other,
        },
  );
  return (
    <ColumnTable
      columns={columns}
      choices={[
        { value: other, label: words.other },
        ...sheetFields.map((field) => ({ value: field, label: words.fields[field] })),
      ]}
      onChoose={(column, value) =>
        onChoose(columns[column]?.heading ?? '', sheetFields.find((field) => field === value) ?? null)
      }
    />
  );
}

/** The outcomes or times a sheet names, each with its place in the protocol. */
function Places({
  title,
  named,
  places,
  choices,
  onChoose,
  higherIsBetter,
  onDirection,
}: {
  readonly title: string;
  readonly named: readonly NamedInSheet[];
  readonly places: Chosen;
  readonly choices: readonly Choice<string>[];
  readonly onChoose: (key: string, id: string | null) => void;
  readonly higherIsBetter?: ReadonlyMap<string, boolean>;
  readonly onDirection?: (key: string, higher: boolean) => void;
}) {
  const { sheets: words } = useTexts();
  const formats = useFormats();
  const asksDirection =
    onDirection !== undefined && named.some(({ withoutDirection }) => withoutDirection > 0);
  if (choices.length === 0 || named.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <div className={styles['columnList']} tabIndex={0} role="region" aria-label={title}>
        <table className={controls['table']}>
          <thead>
            <tr>
              <th>{words.inSheet}</th>
              <th>
                <span className="visually-hidden">{words.count}</span>
              </th>
              <th>{words.belongsTo}</th>
              {asksDirection ? <th>{words.scores}</th> : null}
            </tr>
          </thead>
          <tbody>
            {named.map(({ key, name, weeks, rows, withoutDirection }) => {
              const label =
                weeks === undefined
                  ? name || words.unnamed
                  : words.weeks(name, formats.decimal(weeks, Number.isInteger(weeks) ? 0 : 1));
              return (
                <tr key={key}>
                  <td className={styles['columnName']}>{label}</td>
                  <td className={controls['num']}>{words.rows(formats.count(rows))}</td>
                  <td className={styles['columnField']}>
                    <SelectField
                      label={`${title}: ${label}`}
                      hideLabel
                      value={places.get(key) ?? nowhere}
                      choices={[{ value: nowhere, label: words.nowhere }, ...choices]}
                      onChange={(id) => onChoose(key, id === nowhere ? null : id)}
                    />
                  </td>
                  {asksDirection ? (
                    <td className={styles['columnField']}>
                      {withoutDirection > 0 ? (
                        <SelectField
                          label={`${words.scores}: ${label}`}
                          hideLabel
                          value={higherIsBetter?.get(key) === false ? 'lower' : 'higher'}
                          choices={[
                            { value: 'higher', label: words.higher },
                            { value: 'lower', label: words.lower },
                          ]}
                          onChange={(value) => onDirection(key, value === 'higher')}
                        />
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The first sheet of a workbook whose header is one of effects by study; else the first. */
function placeOfSheet({ tables }: OpenedSheet): number {
  const found = tables.findIndex(({ table }) =>
    table.rows.slice(0, 10).some((cells) => missingFields(columnsOf(cells)).length === 0),
  );
  return Math.max(0, found);
}

const fieldsOfColumns = ({ sheet }: SheetLook): ReadonlyMap<string, SheetField> =>
  new Map([...sheet.columns].flatMap(([field, names]) => names.map((name) => [name, field] as const)));

/** The choice that a column holds a field: what it held before is given up, and so is the field's column until now. */
function withField(
  look: SheetLook,
  chosen: ChosenColumns,
  column: string,
  field: SheetField | null,
): ChosenColumns {
  const next = new Map(chosen);
  const before = fieldsOfColumns(look).get(column.toLowerCase());
  if (before !== undefined && before !== field) next.set(before, null);
  if (field !== null) next.set(field, column);
  return next;
}

const placesOf = (named: readonly NamedInSheet[], chosen: Chosen): Chosen =>
  new Map(
    named.map(({ key, placeId }) => {
      const choice = chosen.get(key);
      return [key, choice === undefined ? placeId : choice];
    }),
  );

const unplaced = (named: readonly NamedInSheet[], places: Chosen): number =>
  named.reduce((sum, { key, rows }) => sum + (places.get(key) === null ? rows : 0), 0);
