import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludedReportsCsv, recordsOfReview, recordSelections, requestListCsv } from '@shared/export';
import { ratingsOfReview } from '@shared/export/robvis';
import { handOffFiles } from '@shared/hand-off';
import type { RecordId } from '@shared/kernel';
import { deriveFlow } from '@shared/prisma';
import { liberalAccelerated, type Protocol } from '@shared/protocol';
import type { CitationRecord } from '@shared/records';
import {
  decide,
  flowOfReview,
  heldBackIn,
  isClosedTo,
  linkedReports,
  Projection,
  replay,
  reportLines,
  screeningContext,
  seenBy,
  studiesOf,
  studyIdOfReport,
  suggestedLinks,
  type Command,
  type EventBody,
  type ReviewState,
} from '@shared/review';
import {
  coderView,
  conflictsAt,
  isBlind,
  ScreeningStage,
  stageCounts,
  stageReports,
  workAt,
  type Vote,
} from '@shared/screening';
import {
  anySteps,
  castVote,
  first,
  lead,
  ledgerOf,
  opening,
  protocol,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';
import { contentOf, invented, madeFinal, sound } from '../../support/study-events';

const viewer = { authorId: first, role: 'coder' } as const;
const stages = ScreeningStage.options;

const record = (id: RecordId): CitationRecord => ({
  id,
  authors: ['Smit, A.'],
  keywords: [],
  line: 1,
  title: `Peer support, report ${id}`,
  registrations: ['NCT01234567'],
});

const startWith = (changed: Partial<Protocol>): readonly EventBody[] =>
  opening.map((body) =>
    body.kind === 'protocolSaved' ? { ...body, protocol: { ...protocol, ...changed } } : body,
  );

/** What the others say about votes: settlements, having asked, having looked again. */
const anySettling: fc.Arbitrary<Step> = fc
  .record({
    author: fc.constantFrom(lead, second),
    recordId: fc.constantFrom(...recordIds),
    stage: fc.constantFrom(...stages),
    kind: fc.constantFrom(
      'conflictResolved',
      'votesRevealed',
      'exclusionUpheld',
      'poolabilityNoted',
      'commentWritten',
    ),
  })
  .map(({ author, recordId, stage, kind }): Step => ({ author, body: settling(kind, recordId, stage) }));

function settling(kind: string, recordId: RecordId, stage: ScreeningStage, decision = 'include'): EventBody {
  if (kind === 'votesRevealed') return { kind, version: 1, stage, recordId };
  if (kind === 'poolabilityNoted')
    return {
      kind,
      version: 1,
      studyId: studyIdOfReport(recordId),
      poolable: decision === 'include',
      note: '',
    };
  if (kind === 'commentWritten') return { kind, version: 1, stage, recordId, text: decision };
  if (kind === 'exclusionUpheld') return { kind, version: 1, stage, recordId };
  return {
    kind: 'conflictResolved',
    version: 1,
    stage,
    recordId,
    decision: decision === 'include' ? 'include' : 'exclude',
    reasonId: decision === 'include' ? null : 'no-outcome',
    method: 'adjudication',
    settles: ['018bcfe58358-0000-device0000'] as never,
    rationale: '',
  };
}

const finals: Step[] = recordIds.slice(0, 4).map((id): Step => ({
  author: lead,
  body: madeFinal(studyIdOfReport(id), contentOf(invented(sound))),
}));
/** Votes of the viewer on every title, so that full text is reached; as many as drawn. */
const ownTitles = fc
  .nat(recordIds.length)
  .map((many) =>
    recordIds.slice(0, many).map((id): Step => ({ author: first, body: castVote(id, 'include') })),
  );

const anyWork = fc
  .tuple(ownTitles, anySteps, fc.array(anySettling, { maxLength: 12 }))
  .map(([own, steps, settled]) => [...own, ...steps.slice(0, 30), ...settled, ...steps.slice(30), ...finals]);
const replacement = fc.array(fc.constantFrom<Vote>('include', 'exclude', 'maybe'), {
  minLength: 1,
  maxLength: 60,
});
const anyStart = fc.constantFrom<Partial<Protocol>>(
  {},
  { stages: { ...protocol.stages, 'title-abstract': { codersNeeded: 1, allowMaybe: true } } },
  {
    stages: {
      ...protocol.stages,
      'title-abstract': { codersNeeded: 2, allowMaybe: true, routing: liberalAccelerated },
    },
  },
);

/**
 * The same work with everything others said at the stage and after it replaced: votes by other votes, settlements by others
 * or by a mere look. What they said at a stage the viewer has finished stays.
 */
const otherwise = (steps: readonly Step[], votes: readonly Vote[], from: ScreeningStage): Step[] =>
  steps.map((step, index): Step => {
    if (step.author === first || !('body' in step)) return step;
    const vote = votes[index % votes.length] ?? 'exclude';
    const { body } = step;
    if (body.kind === 'poolabilityNoted')
      return { author: step.author, body: { ...body, poolable: !body.poolable } };
    if (!('stage' in body) || stages.indexOf(body.stage as ScreeningStage) < stages.indexOf(from))
      return step;
    if (body.kind === 'voteCast') {
      const replaced = body.stage === 'full-text' && vote === 'maybe' ? 'include' : vote;
      return { author: step.author, body: castVote(body.recordId, replaced, body.stage) };
    }
    if (
      body.kind !== 'conflictResolved' &&
      body.kind !== 'votesRevealed' &&
      body.kind !== 'exclusionUpheld' &&
      body.kind !== 'commentWritten'
    )
      return step;
    const kind = vote === 'maybe' ? 'votesRevealed' : 'conflictResolved';
    return { author: step.author, body: settling(kind, body.recordId, body.stage, vote) };
  });

const plain = (state: ReviewState) => ({ ...state, whole: undefined });

/** Everything the window and the command line make of a review for somebody. */
const shown = (state: ReviewState): unknown => {
  const context = screeningContext(state);
  const label = ({ studyId }: { readonly studyId: string }): string => studyId;
  return {
    blind: stages.map((stage) => isBlind(context, stage, viewer)),
    views: stages.map((stage) => coderView(context, stage, first)),
    work: stages.map((stage) => workAt(context, stage, [lead, first, second], (coder) => coder === first)),
    counts: stages.map((stage) => stageCounts(context, stage)),
    reports: stages.map((stage) => stageReports(context, stage)),
    conflicts: stages.map((stage) => conflictsAt(context, stage)),
    lines: reportLines(state),
    links: linkedReports(state),
    suggested: suggestedLinks(state, record),
    studies: studiesOf(state),
    flow: deriveFlow(flowOfReview(state)),
    excluded: excludedReportsCsv(state, record),
    toFind: requestListCsv(state, record),
    records: recordSelections.map((selection) => recordsOfReview(state, record, selection)),
    ratings: ratingsOfReview(state, label, 'en'),
    files: handOffFiles(state, label, 'en').map(({ name, content }) => [name, content()]),
  };
};

describe('what a coder who still votes blind sees of a review', () => {
  it('is the same, to the last field, however the others voted at that stage and after it', () => {
    let blindRuns = 0;
    fc.assert(
      fc.property(anyWork, replacement, anyStart, (steps, votes, changed) => {
        const start = startWith(changed);
        const one = replay(ledgerOf(steps, start));
        const held = heldBackIn(one, viewer);
        if (held === null) return;
        blindRuns += 1;
        const other = replay(ledgerOf(otherwise(steps, votes, held.stage), start));
        expect(heldBackIn(other, viewer)).toEqual(held);
        expect(plain(seenBy(other, viewer))).toEqual(plain(seenBy(one, viewer)));
      }),
      { numRuns: 150 },
    );
    expect(blindRuns).toBeGreaterThan(20);
  });

  it('makes the same queues, counts, conflicts, flow, studies, sheets and files', () => {
    fc.assert(
      fc.property(anyWork, replacement, anyStart, (steps, votes, changed) => {
        const start = startWith(changed);
        const one = replay(ledgerOf(steps, start));
        const held = heldBackIn(one, viewer);
        if (held === null) return;
        const other = replay(ledgerOf(otherwise(steps, votes, held.stage), start));
        expect(shown(seenBy(other, viewer))).toEqual(shown(seenBy(one, viewer)));
      }),
      { numRuns: 25 },
    );
  });

  it('is refused the same', () => {
    fc.assert(
      fc.property(anyWork, replacement, fc.constantFrom(...recordIds), (steps, votes, id) => {
        const one = replay(ledgerOf(steps));
        const held = heldBackIn(one, viewer);
        if (held === null) return;
        const other = replay(ledgerOf(otherwise(steps, votes, held.stage)));
        const asked = stages.slice(stages.indexOf(held.stage)).flatMap((stage): Command[] => [
          { do: 'revealVotes', stage, recordId: id },
          { do: 'upholdExclusion', stage, recordId: id },
          { do: 'writeComment', stage, recordId: id, text: 'Why?' },
          {
            do: 'resolveConflict',
            stage,
            recordId: id,
            decision: 'include',
            reasonId: null,
            method: 'consensus',
            rationale: '',
          },
        ]);
        for (const command of asked) {
          expect(decide(one, command, viewer)).toMatchObject({ error: { code: 'still-blind' } });
          expect(decide(other, command, viewer)).toMatchObject({ error: { code: 'still-blind' } });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the own work whole, and how much others have done', () => {
    fc.assert(
      fc.property(anyWork, anyStart, fc.boolean(), (steps, changed, settledLeaves) => {
        const routing = { ...liberalAccelerated, settledLeavesQueue: settledLeaves };
        const { stages: rules } = { ...protocol, ...changed };
        const start = startWith({
          stages: { ...rules, 'title-abstract': { ...rules['title-abstract'], routing } },
        });
        const state = replay(ledgerOf(steps, start));
        const held = heldBackIn(state, viewer);
        if (held === null) return;
        const [whole, seen] = [state, seenBy(state, viewer)].map((review) => {
          const context = screeningContext(review);
          return {
            view: coderView(context, held.stage, first),
            work: workAt(context, held.stage, [first, second], (coder) => coder === first).people.map(
              ({ coder, done, lastAt }) => ({ coder, done, lastAt }),
            ),
          };
        });
        expect(seen).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('follows the review event by event as if it were opened anew', () => {
    fc.assert(
      fc.property(anyWork, (steps) => {
        const events = ledgerOf(steps);
        const projection = new Projection();
        for (const [index, event] of events.entries()) {
          projection.add([event]);
          if (index % 7 !== 0 && index !== events.length - 1) continue;
          const anew = replay(events.slice(0, index + 1));
          expect(plain(seenBy(projection.state, viewer))).toEqual(plain(seenBy(anew, viewer)));
          const [now, opened] = [projection.state, anew].map((state) => {
            const context = screeningContext(seenBy(state, viewer));
            return stages.map((stage) => [stageCounts(context, stage), coderView(context, stage, first)]);
          });
          expect(now).toEqual(opened);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('later stages', () => {
  const shared = recordIds.slice(0, 3).flatMap((id) => [
    { author: first, body: castVote(id, 'include') },
    { author: second, body: castVote(id, 'include') },
  ]);
  const rest: Step[] = recordIds.slice(3).map((id) => ({ author: first, body: castVote(id, 'exclude') }));
  const open = (state: ReviewState): number =>
    stageReports(screeningContext(seenBy(state, viewer)), 'full-text').length;

  it('open for a coder with the last own vote', () => {
    expect(open(replay(ledgerOf(shared)))).toBe(0);
    expect(heldBackIn(replay(ledgerOf(shared)), viewer)).toEqual({ stage: 'title-abstract', waiting: 9 });
    expect(open(replay(ledgerOf([...shared, ...rest])))).toBe(3);
  });

  it('open when the lead ends the blindness of the stage, and only then', () => {
    const unblinded = (author: typeof lead): Step => ({
      author,
      body: { kind: 'stageUnblinded', version: 1, stage: 'title-abstract', reason: 'Reading goes on' },
    });
    expect(open(replay(ledgerOf([...shared, unblinded(second)])))).toBe(0);
    expect(open(replay(ledgerOf([...shared, unblinded(lead)])))).toBe(3);
  });

  it('open as records are decided where the protocol says so', () => {
    const start = startWith({ laterStages: { open: 'as-decided' } });
    const state = replay(ledgerOf(shared, start));
    expect(open(state)).toBe(3);
    expect(isBlind(screeningContext(state), 'title-abstract', viewer)).toBe(true);
  });

  it('are never closed to somebody who does not vote', () => {
    const state = replay(ledgerOf(shared));
    for (const role of ['adjudicator', 'observer'] as const)
      expect(seenBy(state, { authorId: first, role })).toBe(state);
    expect(seenBy(state, { authorId: lead, role: 'lead' })).toBe(state);
  });

  it('close what another said, not that it was said, and never the own', () => {
    const projection = new Projection();
    projection.add(ledgerOf(shared));
    const votes = [...projection.readable().values()].filter(({ body }) => body.kind === 'voteCast');
    expect(votes.map((vote) => isClosedTo(projection.state, vote, viewer))).toEqual(
      votes.map(({ authorId }) => authorId !== first),
    );
  });
});
