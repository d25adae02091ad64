import { Projection, screeningContext, studiesOf, type Coder, type ReviewState } from '@shared/review';
import {
  CoderList,
  coderView,
  conflictsAt,
  everyState,
  isBlind,
  type ScreeningContext,
  type ShownLines,
} from '@shared/screening';
import type { RecordId } from '@shared/kernel';
import { fullTextVote, inventCoders, joined, opening, voteOn } from './generate-review';
import { lineOf, processorTime, type BenchReport } from './measure';

const sizes = [1_000, 10_000, 50_000] as const;
const runs = 5;
const votesPerRun = 40;
const stages = ['title-abstract', 'full-text'] as const;

/**
 * From a vote to the next record, without storage and drawing: the vote is sealed and folded into the state, the
 * coder's queue is worked out anew and so are the counts beside every screen. The other coder has voted on everything,
 * this one on half,
 * and half of what went forward has passed full text.
 */
export function benchVote(): BenchReport[] {
  const steps = sizes.flatMap((size) => stepsAt(size));
  const times = new Map<string, number[]>(steps.map(({ what }) => [what, []]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const { what, run } of steps) {
      const ms = run();
      if (turn > 0) times.get(what)?.push(ms);
    }
  }
  return [
    {
      title: 'From a vote to the next record, by size of the review',
      runs,
      lines: steps.map((step) => lineOf(step, times)),
    },
  ];
}

type VoteStep = { readonly what: string; readonly against?: string; readonly run: () => number };

function stepsAt(size: number): VoteStep[] {
  const [mine, other] = inventCoders(['first', 'second']);
  if (!mine || !other) throw new Error('Two coders are needed');
  const projection = new Projection();
  const add = (lines: ReturnType<typeof mine.write>): number =>
    projection.add(lines.map(({ event }) => event));
  add(mine.write(...opening(size)));
  add(other.write(joined('Second')));
  add(other.write(...Array.from({ length: size }, (_, index) => voteOn(index, 1))));
  add(mine.write(...Array.from({ length: size / 2 }, (_, index) => voteOn(index, 0))));
  const forward = Array.from({ length: size / 4 }, (_, index) => index).filter((index) => index % 10 === 3);
  for (const coder of [mine, other]) add(coder.write(...forward.map((index) => fullTextVote(index))));
  let next = size / 2;
  const viewer: Coder = { authorId: mine.key.authorId, name: 'First', role: 'coder' };
  const fold = (): void => {
    add(mine.write(voteOn(next, 0)));
    next += 1;
  };
  const each = (work: () => unknown, votes = votesPerRun): number =>
    processorTime(() => {
      const results: unknown[] = [];
      for (let vote = 0; vote < votes; vote += 1) results[0] = work();
      return results;
    }) / votes;
  const name = (what: string, at: number): string => `${what}, ${at.toLocaleString('en')} records`;
  const step = (what: string, work: () => unknown): VoteStep => ({
    what: name(what, size),
    ...(size === sizes[0] ? {} : { against: name(what, sizes[0]) }),
    run: () => each(work),
  });
  const arranged = screeningContext(projection.state).reports;
  // Any order will do: what counts is that it is not that of the import.
  const ranked = [...arranged].reverse();
  const queueIn = (ids: readonly RecordId[]): CoderList =>
    new CoderList(screeningContext(projection.state), {
      stage: 'title-abstract',
      viewer,
      ids,
      filter: { ...everyState, state: 'waiting' },
      sort: { by: 'parked', descending: false },
    });
  const queues = { imported: queueIn(arranged), ranked: queueIn(ranked) };
  const nextIn = (queue: CoderList): ShownLines['lines'][number] | undefined => {
    fold();
    return queue.shown().lines[0];
  };
  return [
    step('seal the vote and fold it', fold),
    step('vote to next record', () => {
      fold();
      return nextFor(screeningContext(projection.state), projection.state, viewer);
    }),
    step('next record, as imported', () => nextIn(queues.imported)),
    {
      what: name('next record, most likely first', size),
      against: name('next record, as imported', size),
      run: () => each(() => nextIn(queues.ranked)),
    },
    ...(size === 50_000
      ? [
          {
            what: decidedAnew,
            against: name('vote to next record', size),
            run: () =>
              each(() => {
                fold();
                const { changed: _, ...unnoted } = screeningContext(projection.state);
                return nextFor(unnoted, projection.state, viewer);
              }, 4),
          },
        ]
      : []),
  ];
}

const decidedAnew = 'the same, every report decided anew, 50,000 records';

/** The next record, and what waits for the coder by screen, as the frame of an open review counts it. */
function nextFor(context: ScreeningContext, state: ReviewState, viewer: Coder): readonly unknown[] {
  const { authorId } = viewer;
  const conflicts = stages
    .filter((stage) => !isBlind(context, stage, viewer))
    .reduce((count, stage) => count + conflictsAt(context, stage).length, 0);
  const studies = studiesOf(state, context);
  const unrated = studies.filter(
    ({ studyId }) => !state.assessments.get(studyId)?.get(authorId)?.body.complete,
  );
  const unread = studies.filter(
    ({ studyId }) => !state.extractions.get(studyId)?.get(authorId)?.body.complete,
  );
  return [
    coderView(context, 'title-abstract', authorId).queue[0],
    ...stages.map((stage) => coderView(context, stage, authorId).queue.length),
    conflicts,
    unrated.length,
    unread.length,
  ];
}
