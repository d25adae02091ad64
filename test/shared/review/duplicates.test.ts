import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, type RecordId } from '@shared/kernel';
import { joinAudits, openQuestions, pairVerdicts } from '@shared/records';
import {
  decide,
  duplicateAccount,
  flowOfReview,
  mustLookFirst,
  Projection,
  questionsOf,
  relatedTo,
  replay,
  type Command,
  type EventBody,
} from '@shared/review';
import { deriveFlow } from '@shared/prisma';
import { fileHash, first, lead, ledgerOf, recordIds, second, type Step } from '../../support/review-events';

const [a, b, c, d] = recordIds as [RecordId, RecordId, RecordId, RecordId, ...RecordId[]];
const found = (
  groups: readonly (readonly RecordId[])[],
  questions: readonly (readonly [RecordId, RecordId])[] = [],
  run?: string,
): EventBody => ({
  kind: 'duplicatesFound',
  version: 1,
  method: 'concord-duplicates-1',
  groups: groups.map((records) => ({ records: [...records], why: 'place' })),
  questions: questions.map(([x, y]) => ({ records: [x, y], score: 0.9, why: 'other-year' })),
  files: [fileHash],
  ...(run === undefined ? {} : { run }),
});
const said = (
  verdict: 'same' | 'different',
  records: RecordId[],
  more: { leaving?: RecordId; lead?: RecordId } = {},
): EventBody => ({ kind: 'duplicatesDecided', version: 1, verdict, records, ...more });
const by = (author: typeof lead, body: EventBody): Step => ({ author, body });
const state = (...bodies: EventBody[]) => replay(ledgerOf(bodies.map((body) => by(lead, body))));

/** Runs and words of people in any mixture, about few records so that they contradict each other. */
const few = fc.constantFrom(...recordIds.slice(0, 6));
const pair = fc.tuple(few, few).filter(([x, y]) => x !== y);
const anyBody: fc.Arbitrary<EventBody> = fc.oneof(
  fc
    .tuple(fc.array(pair, { maxLength: 3 }), fc.array(pair, { maxLength: 3 }))
    .map(([groups, questions]) => found(groups, questions)),
  fc
    .tuple(fc.constantFrom<'same' | 'different'>('same', 'different'), pair)
    .map(([verdict, records]) => said(verdict, [...records])),
  fc
    .uniqueArray(few, { minLength: 3, maxLength: 3 })
    .map((records) => said('different', records, { leaving: records[1] ?? a })),
);
const anySteps = fc.array(
  fc.tuple(fc.constantFrom(lead, first, second), anyBody).map(([author, body]): Step => ({ author, body })),
  { maxLength: 12 },
);

describe('further pairs of a run', () => {
  const run: EventBody = {
    kind: 'duplicatesFound',
    version: 1,
    method: 'concord-duplicates-1',
    groups: [
      { records: [a, b], why: 'place' },
      { records: [b, c], why: 'place' },
    ],
    backing: [{ records: [a, c], why: 'place' }],
  };

  it('hold the rest of a group together when one record leaves it, and are no copies of their own', () => {
    expect(duplicateAccount(state(run))).toMatchObject({ byRules: 2, left: recordIds.length - 2 });
    const left = state(run, said('different', [b, a, c], { leaving: b }));
    expect([...left.duplicates.groups.values()].map((members) => [...members].sort())).toEqual([
      [a, c].sort(),
    ]);
  });
});

describe('whatever rules found and people said', () => {
  it('a pair told to be different is in no group, and never asked, directly or through copies', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const review = replay(ledgerOf(steps));
        const { different } = pairVerdicts(review.records.decisions);
        const apart = (x: RecordId, y: RecordId): boolean => different.get(x)?.has(y) === true;
        for (const members of review.duplicates.groups.values())
          for (const x of members) for (const y of members) expect(apart(x, y)).toBe(false);
        for (const { left, right } of questionsOf(review)) {
          expect(left).not.toEqual(right);
          for (const x of left) for (const y of right) expect(apart(x, y)).toBe(false);
        }
      }),
    );
  });

  it('the account adds up, and with the flow', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const review = replay(ledgerOf(steps));
        const { identified, byRules, byPeople, left, runs } = duplicateAccount(review);
        expect(byRules + byPeople + left).toBe(identified);
        expect(runs.reduce((sum, run) => sum + run.copies, 0)).toBe(byRules);
        expect(deriveFlow(flowOfReview(review)).boxes['duplicates']).toBe(byRules + byPeople);
      }),
    );
  });

  it('taking the last word back leaves what was there before it', () => {
    fc.assert(
      fc.property(
        anySteps,
        pair,
        fc.constantFrom<'same' | 'different'>('same', 'different'),
        (steps, records, verdict) => {
          const events = ledgerOf([...steps, by(lead, said(verdict, [...records]))]);
          const told = events.at(-1);
          if (!told) throw new Error('no event');
          const undone = ledgerOf([
            ...steps,
            by(lead, said(verdict, [...records])),
            by(first, { kind: 'judgementWithdrawn', version: 1, target: told.eventId }),
          ]);
          const kept = new Projection();
          for (const event of undone) kept.add([event]);
          const before = replay(ledgerOf(steps));
          for (const review of [kept.state, replay(undone)]) {
            expect([...review.duplicates.groups]).toEqual([...before.duplicates.groups]);
            expect(openQuestions(review.records, review.duplicates, review.origins)).toEqual(
              openQuestions(before.records, before.duplicates, before.origins),
            );
          }
        },
      ),
    );
  });
});

describe('a group', () => {
  it('keeps together when one record leaves it', () => {
    const { duplicates } = state(
      found([
        [a, b],
        [b, c],
        [a, c],
      ]),
      said('different', [a, b, c], { leaving: a }),
    );
    expect([...duplicates.groups.values()]).toEqual([[b, c]]);
  });

  it('is led by the record a person chose, the last choice counting', () => {
    const { duplicates } = state(
      found([[a, b, c]]),
      said('same', [a, b, c], { lead: c }),
      said('same', [a, b, c], { lead: b }),
    );
    expect([...duplicates.groups.values()]).toEqual([[b, a, c]]);
    expect(duplicates.leadOf.get(a)).toBe(b);
  });

  it('is not joined again through a third record by a later run', () => {
    const { duplicates } = state(said('different', [a, c]), found([[a, b]]), found([[b, c]]));
    expect([...duplicates.groups.values()]).toEqual([[a, b]]);
  });
});

describe('a run of rules', () => {
  it('is one, however many events it takes, and is taken apart by taking back each', () => {
    const many = Array.from({ length: 3_000 }, () => ({ records: [a, b], why: 'doi' }));
    const decided = decide(
      state(),
      { do: 'joinDuplicates', method: 'm', run: 'one', files: [hashText('f')], groups: many },
      { authorId: lead },
    );
    if (!decided.ok) throw new Error(decided.error.code);
    expect(decided.value).toHaveLength(3);
    const [run] = duplicateAccount(replay(ledgerOf(decided.value.map((body) => by(lead, body))))).runs;
    expect(run?.events).toHaveLength(3);
    expect(run?.copies).toBe(1);
  });

  it('that was taken apart makes the next one wait for a look, until one stands again', () => {
    const events = ledgerOf([by(lead, found([[a, b]]))]);
    const target = events.at(-1)?.eventId;
    if (!target) throw new Error('no event');
    expect(mustLookFirst(replay(events))).toBe(false);
    const undo: Step = by(first, { kind: 'judgementWithdrawn', version: 1, target });
    expect(mustLookFirst(replay(ledgerOf([by(lead, found([[a, b]])), undo])))).toBe(true);
    const again = ledgerOf([by(lead, found([[a, b]])), undo, by(lead, found([[a, b]]))]);
    expect(mustLookFirst(replay(again))).toBe(false);
  });

  it('found twice asks once; what is one group by now is not asked', () => {
    const review = state(
      found(
        [],
        [
          [a, b],
          [c, d],
        ],
      ),
      found([], [[a, b]]),
      said('same', [c, d]),
    );
    expect(questionsOf(review).map((question) => [question.a, question.b])).toEqual([[a, b]]);
  });
});

describe('what belongs together without being copies', () => {
  const notice = (records: [RecordId, RecordId]): EventBody => ({
    kind: 'duplicatesFound',
    version: 1,
    method: 'm',
    groups: [],
    related: [{ records, relation: 'notice' }],
  });

  it('is named from both sides, by the records that stand for the groups', () => {
    const review = state(found([[a, b]]), notice([b, c]));
    expect(relatedTo(review, b)).toEqual([{ relation: 'notice', lead: c }]);
    expect(relatedTo(review, a)).toEqual(relatedTo(review, b));
    expect(relatedTo(review, c)).toEqual([{ relation: 'notice', lead: a }]);
  });

  it('is not named once a person joined the two, and goes with the run that found it', () => {
    expect(relatedTo(state(notice([b, c]), said('same', [b, c])), b)).toEqual([]);
    const events = ledgerOf([by(lead, notice([b, c]))]);
    const target = events.at(-1)?.eventId;
    if (!target) throw new Error('no event');
    const undone = [by(lead, notice([b, c])), by(lead, { kind: 'judgementWithdrawn', version: 1, target })];
    expect(relatedTo(replay(ledgerOf(undone)), b)).toEqual([]);
  });
});

describe('a checked sample', () => {
  it('names joins of rules, the same for the same seed, and a wrong one is taken apart', () => {
    const review = state(
      found([
        [a, b],
        [c, d],
      ]),
    );
    const draw = (seed: string) =>
      decide(review, { do: 'drawJoinSample', size: 2, seed }, { authorId: lead });
    expect(draw('x')).toEqual(draw('x'));
    const drawn = draw('x');
    if (!drawn.ok) throw new Error(drawn.error.code);
    const events = ledgerOf([
      by(
        lead,
        found([
          [a, b],
          [c, d],
        ]),
      ),
      ...drawn.value.map((body) => by(lead, body)),
    ]);
    const sample = events.at(-1)?.eventId;
    if (!sample) throw new Error('no event');
    const wrong = decide(
      replay(events),
      { do: 'checkJoin', sample, records: [a, b], verdict: 'wrong' },
      { authorId: lead },
    );
    if (!wrong.ok) throw new Error(wrong.error.code);
    const after = replay(
      ledgerOf([
        by(
          lead,
          found([
            [a, b],
            [c, d],
          ]),
        ),
        ...drawn.value.map((body) => by(lead, body)),
        ...wrong.value.map((body) => by(lead, body)),
      ]),
    );
    expect([...after.duplicates.groups.values()]).toEqual([[c, d]]);
    expect(joinAudits(after.records)).toMatchObject([{ checked: 1, right: 0 }]);
  });

  it('cannot be answered for a pair that was not drawn', () => {
    const events = ledgerOf([
      by(lead, found([[a, b]])),
      by(lead, { kind: 'joinSampleDrawn', version: 1, of: 1, pairs: [[a, b]] }),
    ]);
    const sample = events.at(-1)?.eventId;
    if (!sample) throw new Error('no event');
    const command: Command = { do: 'checkJoin', sample, records: [c, d], verdict: 'right' };
    expect(decide(replay(events), command, { authorId: lead })).toMatchObject({ ok: false });
  });
});
