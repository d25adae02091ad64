import { doAtOnce, mayStop, type RecordId, type Work } from '../kernel';
import type { CoderRow } from './coder-row';
import type { BlindEntry, CoderView } from './context';
import { keepIn, placeIn, type Compare } from './sorted-list';

/** What a view is made of, as it stands now. */
export type ViewSource = {
  /** The reports of the stage, in order; the same array while they are the same. */
  readonly reports: () => readonly RecordId[];
  /** The row of a report; undefined where the report is not of the stage. */
  readonly rowOf: (id: RecordId) => CoderRow | undefined;
  /** The reports whose rows may have changed since this was asked last; null where it takes longer to list them. */
  readonly touched: () => ReadonlySet<RecordId> | null;
  readonly byPosition: Compare<RecordId>;
};

/**
 * A coder's view of a stage that a vote changes in one row: arrays are copied, which costs next to nothing, and no other
 * row is worked out again. Views given out before stay as they were.
 */
export class KeptView {
  readonly #source: ViewSource;
  #view: CoderView | undefined;

  constructor(source: ViewSource) {
    this.#source = source;
  }

  /** Works out beforehand what `now` would take long for; what changes meanwhile is taken in with the next question. */
  *prepare(): Work<void> {
    const touched = this.#source.touched();
    if (this.#view !== undefined && touched !== null) {
      if (touched.size > 0) this.#view = this.#changed(this.#view, touched);
      return;
    }
    this.#view = undefined;
    const view = yield* this.#anew();
    // Somebody may have asked meanwhile, who could not wait.
    this.#view ??= view;
  }

  now(): CoderView {
    const touched = this.#source.touched();
    if (this.#view === undefined || touched === null) this.#view = doAtOnce(this.#anew());
    else if (touched.size > 0) this.#view = this.#changed(this.#view, touched);
    return this.#view;
  }

  *#anew(): Work<CoderView> {
    const reports = this.#source.reports();
    const entries: BlindEntry[] = [];
    const queue: RecordId[] = [];
    let done = 0;
    for (const [turn, id] of reports.entries()) {
      if (mayStop(turn)) yield;
      const row = this.#source.rowOf(id);
      if (row === undefined) continue;
      entries.push(row.entry);
      if (row.entry.voted) done += 1;
      if (row.waits) queue.push(id);
    }
    return { reports, entries, queue, done };
  }

  #changed(view: CoderView, touched: ReadonlySet<RecordId>): CoderView {
    const { rowOf, reports, byPosition } = this.#source;
    const entries = view.entries.slice();
    const queue = view.queue.slice();
    const byReport: Compare<Pick<BlindEntry, 'recordId'>> = (a, b) => byPosition(a.recordId, b.recordId);
    let { done } = view;
    for (const recordId of touched) {
      const row = rowOf(recordId);
      const at = placeIn<Pick<BlindEntry, 'recordId'>>(entries, { recordId }, byReport);
      const before = entries[at]?.recordId === recordId ? entries[at] : undefined;
      entries.splice(at, before ? 1 : 0, ...(row ? [row.entry] : []));
      done += (row?.entry.voted ? 1 : 0) - (before?.voted ? 1 : 0);
      keepIn(queue, recordId, byPosition, row?.waits ?? false);
    }
    return { reports: reports(), entries, queue, done };
  }
}
