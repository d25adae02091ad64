import { doAtOnce, mayStop, type AuthorId, type RecordId, type Work } from '../kernel';
import type { ScreeningContext } from './context';
import type { ScreeningStage } from './events';
import type { NotedChanges } from './noted-changes';
import { sortedBy } from './order';
import { isBlind } from './queue';
import {
  ownKeys,
  passes,
  readableAnnotations,
  type OwnColumn,
  type OwnFilter,
  type OwnLine,
} from './record-list';
import { keepIn, placeIn } from './sorted-list';
import { standingDecisions, type StandingDecisions } from './standing-decisions';

/** Which lines a coder wants to see, and in what order. */
export type ListWish = {
  readonly stage: ScreeningStage;
  readonly viewer: {
    readonly authorId: AuthorId;
    readonly role: 'lead' | 'coder' | 'adjudicator' | 'observer';
  };
  /** Reports in their order; those the stage is not about are passed over. */
  readonly ids: readonly RecordId[];
  readonly filter: OwnFilter;
  /** Equals, and everything where it is null, stay in the order of `ids`. */
  readonly sort: { readonly by: OwnColumn | 'parked'; readonly descending: boolean } | null;
};

/** The lines at one moment. */
export type ShownLines = {
  readonly lines: readonly OwnLine[];
  /** How many of them wait for the coder. */
  readonly waiting: number;
  /** The place among the lines, from 0, of the report a record belongs to; undefined where it is not one of them. */
  readonly placeOf: (id: RecordId) => number | undefined;
};

/**
 * A coder's list of a stage, filtered and sorted, kept up to date: a vote, a note or a label works out its own line, its
 * place and the counts, whatever the length of the list. What was shown before stays as it was.
 */
export class CoderList {
  readonly #context: ScreeningContext;
  readonly #wish: ListWish;
  readonly #changes: NotedChanges;
  #standing: StandingDecisions;
  /** By position of the report, its place in `ids`; -1 where it is not among them. */
  readonly #placeInIds: Int32Array;
  /** By place in `ids`, whether the filter lets it through or not; undefined where the stage is not about the report. */
  #rows: readonly (OwnLine | undefined)[] = [];
  #shown: ShownLines | undefined;
  #blind = true;

  constructor(context: ScreeningContext, wish: ListWish) {
    this.#context = context;
    this.#wish = wish;
    this.#standing = standingDecisions(context);
    this.#changes = this.#standing.changesAt(wish.stage, 'annotated');
    this.#placeInIds = new Int32Array(context.reports.length).fill(-1);
  }

  /** The lines as they are now; the same object where nothing has changed. */
  shown(): ShownLines {
    return doAtOnce(this.work());
  }

  /** The same as work: long where everything has to be worked out. What changes meanwhile is in what is shown next. */
  *work(): Work<ShownLines> {
    const { stage, viewer } = this.#wish;
    yield* this.#standing.prepare(stage, viewer.authorId);
    const touched = this.#changes.touched();
    const blind = isBlind(this.#context, stage, viewer);
    // Once somebody is no longer blind, every line may say more.
    if (this.#shown !== undefined && touched !== null && blind === this.#blind) {
      if (touched.size > 0) this.#shown = this.#changed(this.#shown, touched);
      return this.#shown;
    }
    this.#blind = blind;
    this.#shown = undefined;
    const anew = yield* this.#anew();
    // Somebody may have asked meanwhile, who could not wait.
    if (this.#shown === undefined) {
      this.#rows = anew.rows;
      this.#shown = this.#snapshot(anew.lines, anew.waiting);
    }
    return this.#shown;
  }

  *#anew(): Work<{ rows: (OwnLine | undefined)[]; lines: OwnLine[]; waiting: number }> {
    const { ids, filter, sort } = this.#wish;
    this.#standing = standingDecisions(this.#context);
    const rows: (OwnLine | undefined)[] = [];
    const through: OwnLine[] = [];
    for (const [place, id] of ids.entries()) {
      if (mayStop(place)) yield;
      const position = this.#standing.positionOf(id);
      if (position !== undefined) this.#placeInIds[position] = place;
      const line = this.#lineOf(id);
      rows.push(line);
      if (line !== undefined && passes(line, filter)) through.push(line);
    }
    const lines = sort ? yield* sortedBy(through, ownKeys[sort.by], sort.descending) : through;
    return { rows, lines, waiting: lines.reduce((count, line) => count + waits(line), 0) };
  }

  #changed(before: ShownLines, touched: ReadonlySet<RecordId>): ShownLines {
    const { filter } = this.#wish;
    const rows = this.#rows.slice();
    const lines = before.lines.slice();
    let { waiting } = before;
    const show = (line: OwnLine | undefined, shown: boolean): void => {
      if (line === undefined || !passes(line, filter)) return;
      keepIn(lines, line, this.#compare, shown);
      waiting += shown ? waits(line) : -waits(line);
    };
    for (const id of touched) {
      const place = this.#placeOf(id);
      if (place === undefined) continue;
      const line = this.#lineOf(id);
      show(rows[place], false);
      show(line, true);
      rows[place] = line;
    }
    this.#rows = rows;
    return this.#snapshot(lines, waiting);
  }

  #snapshot(lines: readonly OwnLine[], waiting: number): ShownLines {
    const rows = this.#rows;
    return {
      lines,
      waiting,
      placeOf: (id) => {
        const place = this.#placeOf(id);
        const line = place === undefined ? undefined : rows[place];
        if (line === undefined) return undefined;
        const at = placeIn(lines, line, this.#compare);
        return lines[at] === line ? at : undefined;
      },
    };
  }

  #placeOf(id: RecordId): number | undefined {
    const position = this.#standing.positionOf(id);
    const place = position === undefined ? -1 : (this.#placeInIds[position] ?? -1);
    return place === -1 ? undefined : place;
  }

  /** As `sortedBy` sorts: by key, without one last, equals by their place in `ids`. */
  readonly #compare = (a: OwnLine, b: OwnLine): number => {
    const { sort } = this.#wish;
    if (sort) {
      const [keyA, keyB] = [ownKeys[sort.by](a), ownKeys[sort.by](b)];
      if (keyA !== undefined && keyB !== undefined && keyA !== keyB)
        return keyA < keyB === sort.descending ? 1 : -1;
      if ((keyA === undefined) !== (keyB === undefined)) return keyA === undefined ? 1 : -1;
    }
    return (this.#placeOf(a.entry.recordId) ?? 0) - (this.#placeOf(b.entry.recordId) ?? 0);
  };

  #lineOf(id: RecordId): OwnLine | undefined {
    const { stage, viewer } = this.#wish;
    const row = this.#standing.rowOf(stage, viewer.authorId, id);
    if (row === undefined) return undefined;
    const { slice, membersOf } = this.#context;
    const { entry } = row;
    return {
      entry,
      state: entry.own?.body.vote ?? (row.waits ? 'waiting' : 'passed'),
      ...readableAnnotations(slice, stage, membersOf(id), viewer.authorId, this.#blind),
    };
  }
}

const waits = (line: OwnLine): number => (line.state === 'waiting' ? 1 : 0);
