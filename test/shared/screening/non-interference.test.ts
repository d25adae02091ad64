import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAtOnce, type RecordId } from '@shared/kernel';
import { decide, replay, screeningContext, sourcesOf, type Command, type ReviewState } from '@shared/review';
import * as screening from '@shared/screening';
import type { Vote } from '@shared/screening';
import {
  anySteps,
  castVote,
  first,
  lead,
  ledgerOf,
  protocol,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

/**
 * Everything the core of screening offers, in three lists. What a coder can call while blind must come out the same
 * whatever the others vote; what depends on votes is closed to the blind; the rest takes no review. A new function has to
 * be put in one of them.
 */
const stage = 'title-abstract';
const viewer = { authorId: first, role: 'coder' } as const;
const ownVote = (vote: { readonly body: unknown } | undefined): unknown => vote?.body;

const forTheBlind: { readonly [name: string]: (state: ReviewState) => unknown } = {
  coderView: (state) => viewShown(state),
  isBlind: (state) => screening.isBlind(screeningContext(state), stage, viewer),
  heldBack: (state) => screening.heldBack(screeningContext(state), viewer),
  hasVoted: (state) =>
    recordIds.map((id) =>
      [first, second].map((author) => screening.hasVoted(state.screening, stage, [id], author)),
    ),
  votesPerCoder: (state) => [...screening.votesPerCoder(screeningContext(state), stage)],
  readingOf: (state) =>
    screening
      .readingOf(screeningContext(state), stage, viewer)
      .map(({ recordId, relevant, seconds }) => ({ recordId, relevant, seconds })),
  othersVoted: (state) => recordIds.map((id) => screening.othersVoted(state.screening, stage, [id], first)),
  countOthers: (state) =>
    recordIds.map((id) =>
      screening.countOthers(first, screening.votesOn(state.screening, stage, [id]), new Set()),
    ),
  sealedVoters: (state) => recordIds.map((id) => [...screening.sealedVoters(state.screening, stage, [id])]),
  unreadReports: (state) => screening.unreadReports(screeningContext(state)),
  knownRelevant: (state) => [...screening.knownRelevant(screeningContext(state))],
  touchedVotes: (state) =>
    screening
      .touchedVotes(screeningContext(state), protocol, { ...protocol, criteria: [] }, first)
      .map(ownVote),
  pilotProgress: (state) => {
    const context = screeningContext(state);
    return context.pilot && [...screening.pilotProgress(context, context.pilot)];
  },
  pilotUnderWay: (state) => screening.pilotUnderWay(screeningContext(state)),
  workAt: (state) => work(state),
  hoursLeft: (state) => work(state).people.map(screening.hoursLeft),
  CoderList: (state) => [
    ...[...screening.ownColumns, 'parked' as const].map((by) =>
      shown(state, { sort: { by, descending: true } }),
    ),
    ...screening.ownStates.map((own) => shown(state, { filter: { ...screening.everyState, state: own } })),
  ],
  prepareStage: (state) => {
    const context = screeningContext(state);
    doAtOnce(screening.prepareStage(context, stage, first));
    return screening.coderView(context, stage, first);
  },
  passes: (state) =>
    screening.ownStates.map((own) =>
      listOf(state, {}).lines.map((line) => screening.passes(line, { ...screening.everyState, state: own })),
    ),
  readableAnnotations: (state) =>
    recordIds.map((id) => screening.readableAnnotations(state.screening, stage, [id], first, true)),
  knownLabels: (state) => screening.knownLabels(state.screening, stage, first, true),
  suggestWords: (state) => {
    const read = screening.readingOf(screeningContext(state), stage, viewer);
    const texts = (kept: boolean): string[] =>
      read.filter(({ relevant }) => relevant === kept).map(({ recordId }) => `peer support ${recordId}`);
    return doAtOnce(screening.suggestWords(texts(true), texts(false), () => false));
  },
  filterRecords: (state) =>
    doAtOnce(
      screening.filterRecords(recordIds, { ...screening.everyRecord, source: 'PubMed' }, (id) => ({
        record: undefined,
        sources: sourcesOf(state, id),
      })),
    ),
};

/** Depend on how others voted. Screens and commands ask `isBlind` before they call them. */
const closedToTheBlind = [
  'votesOn',
  'originalVote',
  'criterionPairs',
  'votePairs',
  'votersAmong',
  'pairWithMostInCommon',
  'decideStage',
  'stageDecision',
  'stageReports',
  'stageCounts',
  'conflictsAt',
  'includedReports',
  'movesUnder',
  'routeVotes',
  'resolutionHolds',
  'standingStop',
  'hasUpheld',
  'discussionOf',
  'staleResolution',
  'isDiscussed',
  'differencesAt',
  'hasAsked',
];

/** Take records, protocols, files or choices, and no review. */
const withoutVotes = [
  'allocate',
  'isOffered',
  'arrangeReports',
  'changedCriteria',
  'documentsOf',
  'drawSample',
  'earlierCoders',
  'highlighterOf',
  'isNotRetrieved',
  'proposeVote',
  'retrievalOf',
  'sortedBy',
  'sortRecords',
  'stageRules',
  'titleKey',
  'voteKey',
  'votesOfEarlierDecisions',
];

function viewShown(state: ReviewState): unknown {
  const view = screening.coderView(screeningContext(state), stage, first);
  return {
    ...view,
    entries: view.entries.map(({ recordId, own, others }) => ({ recordId, own: ownVote(own), others })),
  };
}

function listOf(state: ReviewState, wish: Partial<screening.ListWish>): screening.ShownLines {
  const context = screeningContext(state);
  const ids = screening.drawSample(context.reports, recordIds.length, 5);
  const filter = screening.everyState;
  return new screening.CoderList(context, { stage, viewer, ids, filter, sort: null, ...wish }).shown();
}

function shown(state: ReviewState, wish: Partial<screening.ListWish>): unknown {
  const { lines, waiting } = listOf(state, wish);
  return [
    waiting,
    lines.map(({ entry, state: own, notes, labels, parked }) => [
      entry.recordId,
      entry.others,
      own,
      notes,
      labels,
      parked,
    ]),
  ];
}

const work = (state: ReviewState) =>
  screening.workAt(screeningContext(state), stage, [first, second], (coder) => coder === first);

/** What a blind coder may ask for, and what is refused alike whatever the others voted. */
const commands = (id: RecordId): readonly Command[] => [
  { do: 'revealVotes', stage, recordId: id },
  {
    do: 'resolveConflict',
    stage,
    recordId: id,
    decision: 'include',
    reasonId: null,
    method: 'consensus',
    rationale: '',
  },
  { do: 'upholdExclusion', stage, recordId: id },
  { do: 'closePilot', reason: '' },
  { do: 'parkRecord', stage, recordId: id, parked: true },
  { do: 'labelRecord', stage, recordId: id, label: 'a', on: true, shared: false },
  { do: 'castVotes', stage, recordIds: [id], vote: 'include', reasonId: null, together: 't' },
];

/** The same work by others, with every vote, reason, answer and time in focus of theirs replaced. */
const otherwise = (steps: readonly Step[], votes: readonly Vote[]): Step[] =>
  steps.map((step, index): Step => {
    if (step.author === first || !('body' in step) || step.body.kind !== 'voteCast') return step;
    const vote = votes[index % votes.length] ?? 'exclude';
    return { author: step.author, body: castVote(step.body.recordId, vote, step.body.stage) };
  });

const titleAbstractOnly = anySteps.map((steps) =>
  steps.filter((step) => !('body' in step) || step.body.kind !== 'voteCast' || step.body.stage === stage),
);
const pilot: Step = {
  author: lead,
  body: {
    kind: 'pilotDrawn',
    version: 1,
    seed: 1,
    recordIds: recordIds.slice(0, 5),
    coders: [first, second],
  },
};
const withPilot = fc
  .tuple(titleAbstractOnly, fc.boolean())
  .map(([steps, drawn]) => (drawn ? [pilot, ...steps] : steps));
const replacement = fc.array(fc.constantFrom<Vote>('include', 'exclude', 'maybe'), {
  minLength: 1,
  maxLength: 60,
});

describe('a blind coder', () => {
  it('is told of by every function of the core, in one of three lists', () => {
    const functions = Object.entries(screening)
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => name);
    expect(functions.sort()).toEqual(
      [...Object.keys(forTheBlind), ...closedToTheBlind, ...withoutVotes].sort(),
    );
  });

  for (const [name, look] of Object.entries(forTheBlind)) {
    it(`learns nothing of others’ votes from ${name}`, () => {
      fc.assert(
        fc.property(withPilot, replacement, (steps, votes) => {
          const [one, other] = [steps, otherwise(steps, votes)].map((all) => replay(ledgerOf(all)));
          if (!one || !other || !screening.isBlind(screeningContext(one), stage, viewer)) return;
          expect(look(other)).toEqual(look(one));
        }),
        { numRuns: 60 },
      );
    });
  }

  it('is refused and allowed the same, whatever the others voted', () => {
    fc.assert(
      fc.property(withPilot, replacement, fc.constantFrom(...recordIds), (steps, votes, id) => {
        const [one, other] = [steps, otherwise(steps, votes)].map((all) => replay(ledgerOf(all)));
        if (!one || !other || !screening.isBlind(screeningContext(one), stage, viewer)) return;
        for (const command of commands(id))
          expect(decide(other, command, viewer)).toEqual(decide(one, command, viewer));
      }),
      { numRuns: 100 },
    );
  });

  it('would be found out: a function that tells differs', () => {
    const steps: Step[] = [
      { author: first, body: castVote(recordIds[0] ?? raise(), 'include') },
      { author: second, body: castVote(recordIds[0] ?? raise(), 'include') },
    ];
    const [one, other] = [steps, otherwise(steps, ['exclude'])].map((all) => replay(ledgerOf(all)));
    const tell = (state: ReviewState | undefined): number =>
      screening.conflictsAt(screeningContext(state ?? raise()), stage).length;
    expect(tell(other)).not.toBe(tell(one));
  });
});

function raise(): never {
  throw new Error('The test has no such value');
}
