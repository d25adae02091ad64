import { doAtOnce } from '@shared/kernel';
import { StandingRecords, RecordBlock } from '@shared/records';
import { Projection, screeningContext, sourcesOf } from '@shared/review';
import {
  arrangeReports,
  CoderList,
  everyRecord,
  everyState,
  filterRecords,
  sortRecords,
  type FactsLookup,
  type ListWish,
} from '@shared/screening';
import { inventBlocks } from './generate-blocks';
import { fullTextVote, inventCoders, joined, opening, voteOn } from './generate-review';
import { collectedHeap, lineOf, processorTime, type BenchReport } from './measure';

const sizes = [50_000, 200_000] as const;
const runs = 3;
/** Votes measured together: one alone is over too soon to be measured. */
const votesPerRun = 20;
/** Votes written in one go. */
const atOnce = 5_000;

/**
 * What the list of records works out, without drawing: orders, searches, filters, and from a vote to the next record
 * while the list is shown. The other coder has voted on everything, this one on half. One size after the other, so that
 * the heap told is that of one review.
 */
export function benchScreen(): BenchReport[] {
  const reports = sizes.map((size) => measured(size));
  const first = reports[0]?.times ?? new Map<string, readonly number[]>();
  return reports.map(({ size, heap, times }) => ({
    title: `The list of ${size.toLocaleString('en')} records; ${heap} MB of heap with the whole review in memory`,
    runs,
    lines: [...times.keys()].map((what) =>
      size === sizes[0]
        ? lineOf({ what }, times)
        : lineOf(
            { what, against: named(what) },
            new Map([
              [what, times.get(what) ?? []],
              [named(what), first.get(what) ?? []],
            ]),
          ),
    ),
  }));
}

const named = (what: string): string => `${what}, ${sizes[0].toLocaleString('en')} records`;

function measured(size: number): {
  readonly size: number;
  readonly heap: number;
  readonly times: ReadonlyMap<string, readonly number[]>;
} {
  const { steps, held } = stepsAt(size);
  const heap = Math.round(collectedHeap() / 1_000_000);
  const times = new Map<string, number[]>(steps.map(({ what }) => [what, []]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const { what, times: often = 1, run } of steps) {
      const ms = processorTime(run) / often;
      if (turn > 0) times.get(what)?.push(ms);
    }
  }
  if (held.records.size !== size) throw new Error('Records were lost');
  return { size, heap, times };
}

type ScreenStep = { readonly what: string; readonly times?: number; readonly run: () => unknown };

const waiting = { ...everyState, state: 'waiting' } as const;
const parkedLast = { by: 'parked', descending: false } as const;

function* counting(from: number, by: number): Generator<number, number> {
  for (let at = from; ; at += by) yield at;
}

function stepsAt(size: number): {
  readonly steps: readonly ScreenStep[];
  readonly held: { readonly records: StandingRecords };
} {
  const records = new StandingRecords();
  for (const text of inventBlocks(size)) records.takeImported(RecordBlock.parse(JSON.parse(text)).records);
  const [mine, other] = inventCoders(['first', 'second']);
  if (!mine || !other) throw new Error('Two coders are needed');
  const projection = new Projection();
  const add = (lines: ReturnType<typeof mine.write>): number =>
    projection.add(lines.map(({ event }) => event));
  add(mine.write(...opening(size)));
  add(other.write(joined('Second')));
  for (let start = 0; start < size; start += atOnce) {
    const indices = Array.from({ length: atOnce }, (_, index) => start + index);
    add(other.write(...indices.map((index) => voteOn(index, 1))));
    if (start < size / 2) add(mine.write(...indices.map((index) => voteOn(index, 0))));
  }
  const coder = mine.key.authorId;
  const factsOf: FactsLookup = (id) => ({
    record: records.get(id),
    sources: sourcesOf(projection.state, id),
  });
  const { reports } = screeningContext(projection.state);
  const byTitle = doAtOnce(arrangeReports({ by: 'title' }, reports, (id) => records.get(id)));
  const viewer = { authorId: coder, role: 'coder' } as const;
  /** The list and the queue of a stage, as a window keeps them from vote to vote. */
  const listAt = (stage: ListWish['stage'], sort: ListWish['sort']) => {
    const context = screeningContext(projection.state);
    const wish = { stage, viewer, ids: byTitle };
    return {
      all: new CoderList(context, { ...wish, filter: everyState, sort }),
      queue: new CoderList(context, { ...wish, filter: waiting, sort: parkedLast }),
    };
  };
  const voting = (
    stage: ListWish['stage'],
    sort: ListWish['sort'],
    positions: Iterator<number, number>,
    cast: typeof voteOn,
  ): (() => unknown) => {
    const { all, queue } = listAt(stage, sort);
    return () => {
      const next: unknown[] = [];
      for (let count = 0; count < votesPerRun; count += 1) {
        add(mine.write(cast(positions.next().value, 0)));
        next[0] = [all.shown().waiting, queue.shown().lines[0]];
      }
      return next;
    };
  };
  const upwards = counting(size / 2, 1);
  // These went forward by both votes.
  const forward = counting(3, 10);
  const steps: ScreenStep[] = [
    {
      what: 'order by title',
      run: () => doAtOnce(arrangeReports({ by: 'title' }, reports, (id) => records.get(id))),
    },
    {
      what: 'order by chance',
      run: () => doAtOnce(arrangeReports({ by: 'random', seed: 7 }, reports, () => undefined)),
    },
    { what: 'sort by year', run: () => doAtOnce(sortRecords(reports, 'year', true, factsOf)) },
    {
      what: 'search two words anywhere',
      run: () => doAtOnce(filterRecords(reports, { ...everyRecord, text: 'peer trial' }, factsOf)),
    },
    {
      what: 'search a phrase in titles',
      run: () => doAtOnce(filterRecords(reports, { ...everyRecord, text: 'ti:"peer support"' }, factsOf)),
    },
    {
      what: 'filter by years',
      run: () => doAtOnce(filterRecords(reports, { ...everyRecord, fromYear: 2010 }, factsOf)),
    },
    {
      what: 'lines that wait for the coder',
      run: () => listAt('title-abstract', null).queue.shown(),
    },
    {
      what: 'vote to next record, the list shown',
      times: votesPerRun,
      run: voting('title-abstract', null, upwards, voteOn),
    },
    {
      what: 'the same, sorted by votes',
      times: votesPerRun,
      run: voting('title-abstract', { by: 'vote', descending: false }, upwards, voteOn),
    },
    {
      what: 'vote to next report at full text',
      times: votesPerRun,
      run: voting('full-text', null, forward, fullTextVote),
    },
  ];
  return { steps, held: { records } };
}
