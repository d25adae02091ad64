import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Projection, replay, screeningContext, studiesOf, type ReviewState } from '@shared/review';
import {
  coderView,
  conflictsAt,
  decideStage,
  includedReports,
  stageCounts,
  stageReports,
  type ScreeningStage,
} from '@shared/screening';
import { anySteps, authors, castVote, first, ledgerOf, recordIds, second } from '../../support/review-events';

const stages: readonly ScreeningStage[] = ['title-abstract', 'full-text'];

/** Everything a screen derives from screening. */
const derivedFrom = (state: ReviewState): unknown => {
  const context = screeningContext(state);
  return stages.map((stage) => ({
    reports: stageReports(context, stage),
    views: authors.map((author) => coderView(context, stage, author)),
    conflicts: conflictsAt(context, stage),
    counts: stageCounts(context, stage),
    included: includedReports(context),
    studies: studiesOf(state, context),
  }));
};

it('derives after every event what a review opened at that moment derives', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const events = ledgerOf(steps);
      const projection = new Projection();
      for (const [index, event] of events.entries()) {
        projection.add([event]);
        if (index % 5 === 4 || index === events.length - 1)
          expect(derivedFrom(projection.state)).toEqual(derivedFrom(replay(events.slice(0, index + 1))));
      }
    }),
    { numRuns: 40 },
  );
});

it('counts every report at title and abstract as its votes decide it', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const state = replay(ledgerOf(steps));
      const context = screeningContext(state);
      const expected = { total: 0, pending: 0, conflict: 0, include: 0, exclude: 0 };
      for (const id of context.reports) {
        expected.total += 1;
        const rules = context.rules['title-abstract'];
        expected[decideStage(state.screening, 'title-abstract', rules, context.membersOf(id)).status] += 1;
      }
      expect(stageCounts(context, 'title-abstract')).toEqual(expected);
    }),
  );
});

it('moves on after a vote and comes back after it is withdrawn', () => {
  const [record] = recordIds;
  if (record === undefined) throw new Error('There are records');
  const events = ledgerOf([
    { author: first, body: castVote(record, 'include') },
    { author: second, body: castVote(record, 'include') },
    { author: first, undo: true },
  ]);
  const projection = new Projection();
  const queueOf = (author: typeof first): unknown =>
    coderView(screeningContext(projection.state), 'title-abstract', author).queue;
  const [voteOfFirst, voteOfSecond, withdrawal] = events.slice(-3);
  projection.add(events.slice(0, -3));
  expect(queueOf(first)).toContain(record);
  if (voteOfFirst) projection.add([voteOfFirst]);
  expect(queueOf(first)).not.toContain(record);
  expect(queueOf(second)).toContain(record);
  if (voteOfSecond) projection.add([voteOfSecond]);
  expect(stageReports(screeningContext(projection.state), 'full-text')).toEqual([record]);
  if (withdrawal) projection.add([withdrawal]);
  expect(queueOf(first)).toContain(record);
  expect(stageReports(screeningContext(projection.state), 'full-text')).toEqual([]);
});
