import { useCallback, useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { databasesOf, screeningContext, sourcesOf } from '@shared/review';
import {
  everyRecord,
  everyState,
  filterRecords,
  isBlind,
  knownLabels,
  recordColumns,
  sortRecords,
  type CoderView,
  type FactsLookup,
  type ListColumn,
  type OwnFilter,
  type RecordColumn,
  type RecordFilter,
  type ScreeningStage,
} from '@shared/screening';
import { useReview } from '../../app/app-context';
import { useWork } from '../../long-work/use-work';
import { useCoderList, type ListedLines } from './use-coder-list';

export type ListSort = { readonly column: ListColumn; readonly descending: boolean };

/** The list view of a coder: what is filtered and sorted how, and the lines that come of it. */
export type RecordList = ListedLines & {
  readonly records: RecordFilter;
  readonly own: OwnFilter;
  readonly filter: (change: {
    readonly records?: Partial<RecordFilter>;
    readonly own?: Partial<OwnFilter>;
  }) => void;
  readonly clear: () => void;
  readonly filtered: boolean;
  readonly sort: ListSort | null;
  /** Sorts by a column: upwards, then downwards, then in the coder's order again. */
  readonly sortBy: (column: ListColumn) => void;
  readonly total: number;
  readonly sources: readonly string[];
  readonly labels: readonly string[];
  readonly factsOf: FactsLookup;
};

const isRecordColumn = (column: ListColumn): column is RecordColumn =>
  (recordColumns as readonly string[]).includes(column);

const nothing: readonly RecordId[] = [];

/** `active`: whether the list is shown; while it is not, nothing is worked out for it. */
export function useRecordList(
  stage: ScreeningStage,
  view: CoderView,
  arranged: readonly RecordId[],
  active: boolean,
): RecordList {
  const { state, session, viewer } = useReview();
  const [records, setRecords] = useState(everyRecord);
  const [own, setOwn] = useState(everyState);
  const [sort, setSort] = useState<ListSort | null>(null);
  const context = screeningContext(state);
  const corrections = state.records.edits.length + state.records.completions.length;

  const factsOf = useMemo<FactsLookup>(
    () => (id) => ({ record: session.records.get(id), sources: sourcesOf(state, id) }),
    [session, state],
  );
  const { reports } = view;
  const ofStage = useMemo(() => {
    if (!active) return nothing;
    if (stage === 'title-abstract') return arranged;
    const here = new Set(reports);
    return arranged.filter((id) => here.has(id));
  }, [active, stage, arranged, reports]);
  const narrow = useCallback(
    function* () {
      const matching = yield* filterRecords(ofStage, records, factsOf);
      return sort !== null && isRecordColumn(sort.column)
        ? yield* sortRecords(matching, sort.column, sort.descending, factsOf)
        : matching;
    },
    // corrected records match anew
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ofStage, records, sort, factsOf, corrections],
  );
  const narrowed = useWork(narrow);
  const ownSort = useMemo(
    () =>
      sort === null || isRecordColumn(sort.column) ? null : { by: sort.column, descending: sort.descending },
    [sort],
  );
  const shown = useCoderList(stage, narrowed.value ?? nothing, own, ownSort);
  const blind = isBlind(context, stage, viewer);
  const annotated = context.changed?.annotated.length;
  const labels = useMemo(
    () => knownLabels(context.slice, stage, viewer.authorId, blind),
    // labels are given and taken in place; `annotated` tells when
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [context, stage, viewer, blind, annotated],
  );
  const sources = useMemo(
    () => databasesOf(state),
    // one object for as long as records and sources are the same
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [state.origins],
  );

  return {
    records,
    own,
    filter(change) {
      if (change.records) setRecords({ ...records, ...change.records });
      if (change.own) setOwn({ ...own, ...change.own });
    },
    clear() {
      setRecords(everyRecord);
      setOwn(everyState);
    },
    filtered:
      Object.entries(everyRecord).some(([name, value]) => records[name as keyof RecordFilter] !== value) ||
      Object.entries(everyState).some(([name, value]) => own[name as keyof OwnFilter] !== value),
    sort,
    sortBy(column) {
      if (sort?.column !== column) setSort({ column, descending: false });
      else setSort(sort.descending ? null : { column, descending: true });
    },
    ...shown,
    ready: narrowed.ready && shown.ready,
    total: view.entries.length,
    sources,
    labels,
    factsOf,
  };
}
