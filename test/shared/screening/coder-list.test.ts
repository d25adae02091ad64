import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel';
import { Projection, replay, screeningContext, type EventBody, type ReviewState } from '@shared/review';
import {
  CoderList,
  coderView,
  everyState,
  isBlind,
  ownStates,
  readableAnnotations,
  type ListWish,
  type OwnLine,
  type ScreeningContext,
  type ScreeningStage,
  type ShownLines,
} from '@shared/screening';
import {
  anyStep,
  authors,
  castVote,
  first,
  ledgerOf,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

/** What the list should show, said as plainly as can be: from the state alone, all at once. */
function linesBy(state: ReviewState, { stage, viewer, ids, filter, sort }: ListWish): OwnLine[] {
  const context = screeningContext(state);
  const view = coderView(context, stage, viewer.authorId);
  const blind = isBlind(context, stage, viewer);
  const lines = ids.flatMap((id): OwnLine[] => {
    const entry = view.entries.find(({ recordId }) => recordId === id);
    if (!entry) return [];
    const waits = view.queue.includes(id);
    return [
      {
        entry,
        state: entry.own?.body.vote ?? (waits ? 'waiting' : 'passed'),
        ...readableAnnotations(context.slice, stage, context.membersOf(id), viewer.authorId, blind),
      },
    ];
  });
  const through = lines.filter(
    ({ state: own, notes, labels, parked }) =>
      (filter.state === null || own === filter.state) &&
      (!filter.noted || notes.length > 0) &&
      (!filter.parked || parked) &&
      (filter.label === null || labels.some(({ label }) => label === filter.label)),
  );
  if (sort === null) return through;
  const keyOf = (line: OwnLine): string | number => {
    switch (sort.by) {
      case 'vote':
        return ownStates.indexOf(line.state);
      case 'labels':
        return line.labels.map(({ label }) => label).join(' ');
      case 'note':
        return line.notes.at(-1)?.text ?? '';
      case 'others':
        return line.entry.others;
      case 'parked':
        return line.parked ? 1 : 0;
    }
  };
  const having = through.filter((line) => keyOf(line) !== '');
  const way = sort.descending ? -1 : 1;
  having.sort((a, b) => (keyOf(a) < keyOf(b) ? -way : keyOf(a) > keyOf(b) ? way : 0));
  return [...having, ...through.filter((line) => keyOf(line) === '')];
}

const anyRecord = fc.constantFrom(...recordIds);
const anyStage = fc.constantFrom<ScreeningStage>('title-abstract', 'full-text');
/** Words that sort as they are written, so that the plain description above can compare them. */
const word = fc.constantFrom('a', 'b', 'c');
const anyRemark: fc.Arbitrary<EventBody> = fc.oneof(
  fc
    .record({ stage: anyStage, recordId: anyRecord, label: word, on: fc.boolean(), shared: fc.boolean() })
    .map((given): EventBody => ({ kind: 'recordLabelled', version: 1, ...given })),
  fc
    .record({ stage: anyStage, recordId: anyRecord, parked: fc.boolean() })
    .map((given): EventBody => ({ kind: 'recordParked', version: 1, ...given })),
  fc
    .record({ stage: anyStage, recordId: anyRecord, text: word, shared: fc.boolean() })
    .map((given): EventBody => ({ kind: 'noteWritten', version: 1, ...given })),
);
const anyPilot: fc.Arbitrary<EventBody> = fc
  .uniqueArray(anyRecord, { minLength: 1, maxLength: 4 })
  .map((ids): EventBody => ({
    kind: 'pilotDrawn',
    version: 1,
    seed: 1,
    recordIds: ids,
    coders: [first, second],
  }));
const ofSomebody = (body: fc.Arbitrary<EventBody>): fc.Arbitrary<Step> =>
  fc.tuple(fc.constantFrom(...authors), body).map(([author, given]) => ({ author, body: given }));
const steps = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: anyStep },
    { weight: 6, arbitrary: ofSomebody(anyRemark) },
    { weight: 1, arbitrary: ofSomebody(anyPilot) },
  ),
  { maxLength: 60 },
);

const anyWish: fc.Arbitrary<ListWish> = fc.record({
  stage: anyStage,
  viewer: fc.record({
    authorId: fc.constantFrom(...authors),
    role: fc.constantFrom<ListWish['viewer']['role']>('coder', 'lead', 'observer'),
  }),
  ids: fc.shuffledSubarray([...recordIds]),
  filter: fc.oneof(
    fc.constant(everyState),
    fc.record({
      state: fc.constantFrom(null, ...ownStates),
      noted: fc.boolean(),
      parked: fc.boolean(),
      label: fc.option(word),
    }),
  ),
  sort: fc.option(
    fc.record({
      by: fc.constantFrom<NonNullable<ListWish['sort']>['by']>('vote', 'labels', 'note', 'others', 'parked'),
      descending: fc.boolean(),
    }),
  ),
});

/** A list as a window keeps it: made anew only where records, duplicates, the protocol or a pilot are others. */
function keeping(projection: Projection, wish: ListWish): () => ShownLines {
  let kept: { readonly context: ScreeningContext; readonly list: CoderList } | undefined;
  return () => {
    const context = screeningContext(projection.state);
    // A list is of reports; a record that became a copy is none of its own.
    const ids = wish.ids.filter((id) => context.reports.includes(id));
    if (kept?.context !== context) kept = { context, list: new CoderList(context, { ...wish, ids }) };
    return kept.list.shown();
  };
}

const idsOf = ({ lines }: ShownLines): RecordId[] => lines.map(({ entry }) => entry.recordId);

describe('a list that is kept up to date', () => {
  it('shows after any events, looked at at any moment, what a list made at that moment shows', () => {
    fc.assert(
      fc.property(
        steps,
        fc.array(anyWish, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat(3)),
        (all, wishes, pauses) => {
          const projection = new Projection();
          const lists = wishes.map((wish) => ({ wish, now: keeping(projection, wish) }));
          const events = ledgerOf(all);
          for (const [index, event] of events.entries()) {
            projection.add([event]);
            if (index < events.length - 1 && pauses.next().value !== 0) continue;
            const anew = replay(events.slice(0, index + 1));
            const { reports } = screeningContext(anew);
            for (const { wish, now } of lists) {
              const expected = linesBy(anew, { ...wish, ids: wish.ids.filter((id) => reports.includes(id)) });
              const shown = now();
              expect(shown.lines).toEqual(expected);
              expect(shown.waiting).toBe(expected.filter(({ state }) => state === 'waiting').length);
              for (const id of reports)
                expect(shown.placeOf(id) ?? -1).toBe(
                  expected.findIndex(({ entry }) => entry.recordId === id),
                );
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('leaves what it showed before as it was, so that one can step on from a line that has gone', () => {
    const [one, two, three] = recordIds;
    if (one === undefined || two === undefined || three === undefined) throw new Error('There are records');
    const events = ledgerOf([{ author: first, body: castVote(two, 'include') }]);
    const projection = new Projection();
    projection.add(events.slice(0, -1));
    const now = keeping(projection, {
      stage: 'title-abstract',
      viewer: { authorId: first, role: 'coder' },
      ids: recordIds,
      filter: { ...everyState, state: 'waiting' },
      sort: null,
    });
    const before = now();
    projection.add(events.slice(-1));
    const after = now();
    expect(idsOf(before)).toEqual(recordIds);
    expect(before.placeOf(two)).toBe(1);
    expect(before.placeOf(three)).toBe(2);
    expect(idsOf(after)).toEqual(recordIds.filter((id) => id !== two));
    expect(after.placeOf(two)).toBeUndefined();
    expect(after.placeOf(three)).toBe(1);
    expect([before.waiting, after.waiting]).toEqual([recordIds.length, recordIds.length - 1]);
  });

  it('works out nothing again where nothing has changed', () => {
    const projection = new Projection();
    projection.add(ledgerOf([]));
    const now = keeping(projection, {
      stage: 'title-abstract',
      viewer: { authorId: first, role: 'coder' },
      ids: recordIds,
      filter: everyState,
      sort: { by: 'parked', descending: false },
    });
    expect(now()).toBe(now());
  });

  it('shows the same after many votes at once as after few', () => {
    const many = Array.from({ length: 60 }, () =>
      recordIds.map((id): Step => ({ author: first, body: castVote(id, 'include') })),
    ).flat();
    const events = ledgerOf(many);
    const projection = new Projection();
    const now = keeping(projection, {
      stage: 'title-abstract',
      viewer: { authorId: first, role: 'coder' },
      ids: recordIds,
      filter: { ...everyState, state: 'waiting' },
      sort: null,
    });
    projection.add(events.slice(0, -many.length));
    expect(idsOf(now())).toEqual(recordIds);
    projection.add(events.slice(-many.length));
    expect(idsOf(now())).toEqual([]);
  });
});
