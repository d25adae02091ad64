import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { doAtOnce, type Work } from '@shared/kernel';
import { preparing, Projection, replay, screeningContext, seenBy, type ReviewState } from '@shared/review';
import {
  CoderList,
  coderView,
  conflictsAt,
  everyState,
  includedReports,
  isBlind,
  ScreeningStage,
  stageReports,
  type Viewer,
} from '@shared/screening';
import { anySteps, first, lead, ledgerOf, second } from '../../support/review-events';

// A review of twelve records is worked out before work would stop once: here it may stop at every turn.
vi.mock(import('@shared/kernel'), async (load) => ({ ...(await load()), mayStop: () => true }));

const viewers: readonly Viewer[] = [
  { authorId: lead, role: 'lead' },
  { authorId: first, role: 'coder' },
  { authorId: second, role: 'observer' },
];

/** The events before the first step. */
const start = ledgerOf([]).length;

const wish = {
  filter: { ...everyState, state: 'waiting' },
  sort: { by: 'parked', descending: false },
} as const;

/** What screens show a viewer, asked at once. */
function shownTo(state: ReviewState, viewer: Viewer): unknown {
  const context = screeningContext(seenBy(state, viewer));
  return ScreeningStage.options.map((stage) => [
    isBlind(context, stage, viewer),
    stageReports(context, stage),
    coderView(context, stage, viewer.authorId),
    conflictsAt(context, stage),
    includedReports(context),
    new CoderList(context, { ...wish, stage, viewer, ids: context.reports }).shown().lines,
  ]);
}

/** Takes so many steps of work; true when it is done. */
function goOn(work: Work<unknown>, steps: number): boolean {
  for (let step = 0; step < steps; step += 1) if (work.next().done) return true;
  return false;
}

const anyTurn = fc.record({
  what: fc.constantFrom('begin', 'go on', 'ask', 'nothing'),
  viewer: fc.constantFrom(...viewers),
  steps: fc.nat(40),
});

describe('work that is laid down while the review goes on', () => {
  it('shows everybody what a review shows that is worked out at once', () => {
    fc.assert(
      fc.property(anySteps, fc.infiniteStream(anyTurn), (all, turns) => {
        const events = ledgerOf(all);
        const projection = new Projection();
        const begun: Work<unknown>[] = [];
        for (const event of events) {
          projection.add([event]);
          const { what, viewer, steps } = turns.next().value;
          if (what === 'begin') {
            begun.push(preparing(projection.state, viewer));
            const context = screeningContext(seenBy(projection.state, viewer));
            begun.push(
              new CoderList(context, { ...wish, stage: 'full-text', viewer, ids: context.reports }).work(),
            );
          }
          if (what === 'go on') for (const work of begun) goOn(work, steps);
          if (what === 'ask') shownTo(projection.state, viewer);
        }
        for (const work of begun) doAtOnce(work);
        const anew = replay(events);
        for (const viewer of viewers)
          expect(shownTo(projection.state, viewer)).toEqual(shownTo(anew, viewer));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps a list right that is worked out while votes come in', () => {
    fc.assert(
      fc.property(anySteps, fc.nat(60), fc.nat(60), fc.constantFrom(...viewers), (all, at, steps, viewer) => {
        const events = ledgerOf(all.filter((step) => 'undo' in step || step.body.kind === 'voteCast'));
        const projection = new Projection();
        projection.add(events.slice(0, start + at));
        const listOf = (state: ReviewState): CoderList => {
          const context = screeningContext(state);
          return new CoderList(context, { ...wish, stage: 'title-abstract', viewer, ids: context.reports });
        };
        const list = listOf(projection.state);
        const work = list.work();
        const done = goOn(work, steps);
        projection.add(events.slice(start + at));
        if (!done) doAtOnce(work);
        expect(list.shown().lines).toEqual(listOf(replay(events)).shown().lines);
      }),
      { numRuns: 150 },
    );
  });

  it('takes in events in any order, read again or asked for in between', () => {
    fc.assert(
      fc.property(
        anySteps.chain((all) => {
          const events = ledgerOf(all);
          return fc.record({
            events: fc.constant(events),
            parts: fc.array(fc.nat(events.length), { maxLength: 6 }),
            order: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
            steps: fc.infiniteStream(fc.nat(60)),
            meanwhile: fc.infiniteStream(fc.constantFrom('nothing', 'read again', 'ask')),
          });
        }),
        ({ events, parts, order, steps, meanwhile }) => {
          const projection = new Projection();
          const cuts = [0, ...parts.sort((a, b) => a - b), events.length];
          for (const [index, from] of cuts.slice(0, -1).entries()) {
            const work = projection.adding(order.slice(from, cuts[index + 1]));
            const done = goOn(work, steps.next().value);
            const what = meanwhile.next().value;
            if (what === 'read again') projection.readAgain();
            if (what === 'ask') expect(projection.state.origins.size).toBeLessThanOrEqual(12);
            if (!done) doAtOnce(work);
          }
          expect(projection.events).toEqual(events);
          expect(projection.state).toEqual(replay(events));
        },
      ),
      { numRuns: 150 },
    );
  });
});
