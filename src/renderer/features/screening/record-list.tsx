import { useEffect, useRef, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RecordId } from '@shared/kernel';
import { byline } from '@shared/records';
import type { ListColumn, OwnLine } from '@shared/screening';
import { Button, EmptyState, Loading } from '../../ui-kit';
import { useApp, useTexts } from '../../app/app-context';
import { VoteBadge } from '../../review-kit';
import { gridOf, useShownColumns } from './list-columns';
import { ListFilters } from './list-filters';
import type { RecordList } from './use-record-list';
import styles from './record-list.module.css';

/** Rows beyond the window, so that a step is drawn before the eye is there. */
const overscan = 12;

/** All records of the stage as a table; only the rows in sight exist. */
export function RecordListView({
  list,
  current,
  goTo,
  actions,
}: {
  readonly list: RecordList;
  readonly current: RecordId | null;
  readonly goTo: (id: RecordId) => void;
  readonly actions: ReactNode;
}) {
  const { app, screeningList: words } = useTexts();
  const columns = useShownColumns();
  const grid = { gridTemplateColumns: gridOf(columns.shown) };
  return (
    <section className={styles['list']} aria-label={words.list}>
      <ListFilters list={list} columns={columns} actions={actions} />
      {list.lines.length === 0 && !list.ready ? (
        <Loading>{app.loading}</Loading>
      ) : list.lines.length === 0 ? (
        <EmptyState title={words.emptyTitle} action={<Button onPress={list.clear}>{words.clear}</Button>}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <div
          className={styles['grid']}
          role="grid"
          aria-label={words.records}
          aria-rowcount={list.lines.length + 1}
          aria-colcount={columns.shown.length}
        >
          <div role="rowgroup" className={styles['head']}>
            <div role="row" aria-rowindex={1} className={styles['row']} style={grid}>
              {columns.shown.map((column) => (
                <Heading key={column} column={column} list={list} />
              ))}
            </div>
          </div>
          <Rows list={list} shown={columns.shown} current={current} goTo={goTo} />
        </div>
      )}
    </section>
  );
}

function Heading({ column, list }: { readonly column: ListColumn; readonly list: RecordList }) {
  const { screeningList: words } = useTexts();
  const sorted = list.sort?.column === column ? (list.sort.descending ? 'descending' : 'ascending') : 'none';
  return (
    <div role="columnheader" aria-sort={sorted}>
      <button
        type="button"
        className={styles['sort']}
        title={words.sortBy(words.columnNames[column].toLowerCase())}
        onClick={() => list.sortBy(column)}
      >
        {words.columnNames[column]}
        <span aria-hidden="true">{sorted === 'none' ? '' : sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
      </button>
    </div>
  );
}

function Rows({
  list,
  shown,
  current,
  goTo,
}: {
  readonly list: RecordList;
  readonly shown: readonly ListColumn[];
  readonly current: RecordId | null;
  readonly goTo: (id: RecordId) => void;
}) {
  const { screeningList: words } = useTexts();
  const { settings } = useApp();
  const scroll = useRef<HTMLDivElement>(null);
  const height = settings.density === 'compact' ? 28 : 46;
  // oxlint-disable-next-line react/incompatible-library -- read while drawing and in effects, nowhere kept
  const rows = useVirtualizer({
    count: list.lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan,
  });
  useEffect(() => rows.measure(), [rows, height]);
  // Lines that are about to be others are no place to go to.
  const position = current === null || !list.ready ? undefined : list.placeOf(current);
  useEffect(() => {
    if (position !== undefined) rows.scrollToIndex(position);
  }, [rows, position]);
  const grid = gridOf(shown);
  return (
    <div
      ref={scroll}
      role="rowgroup"
      className={settings.density === 'compact' ? styles['rows'] : `${styles['rows']} ${styles['wrapping']}`}
      tabIndex={0}
      aria-label={words.records}
    >
      <div role="presentation" className={styles['tall']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = list.lines[index];
          if (!line) return null;
          const id = line.entry.recordId;
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- arrows, J and K go from row to row
            <div
              key={id}
              role="row"
              ref={rows.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
              aria-selected={id === current}
              className={styles['row']}
              style={{ gridTemplateColumns: grid, minHeight: height, transform: `translateY(${start}px)` }}
              onClick={() => goTo(id)}
            >
              {shown.map((column) => (
                <div key={column} role="gridcell" className={styles[column]}>
                  <Cell column={column} line={line} list={list} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cell({
  column,
  line,
  list,
}: {
  readonly column: ListColumn;
  readonly line: OwnLine;
  readonly list: RecordList;
}) {
  const { screening, screeningList: words } = useTexts();
  const { record, sources } = list.factsOf(line.entry.recordId);
  switch (column) {
    case 'title':
      return (
        <span title={record?.title} dir="auto">
          {record?.title ?? screening.noTitle}
        </span>
      );
    case 'authors':
      return byline(record?.authors ?? []);
    case 'year':
      return record?.year ?? '';
    case 'journal':
      return record?.journal ?? record?.journalAbbreviation ?? '';
    case 'source':
      return sources.join(', ');
    case 'vote':
      return line.state === 'waiting' ? (
        <span className={styles['quiet']}>{line.parked ? words.parked : words.waitingMark}</span>
      ) : line.state === 'passed' ? (
        <span className={styles['quiet']}>{words.passedMark}</span>
      ) : (
        <VoteBadge vote={line.state} />
      );
    case 'labels':
      return line.labels.map(({ label }) => label).join(', ');
    case 'note':
      return line.notes.at(-1)?.text ?? '';
    case 'others':
      return line.entry.others === 0 ? '' : words.othersVoted(line.entry.others);
  }
}
