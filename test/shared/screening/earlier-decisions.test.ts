import { describe, expect, it } from 'vitest';
import { readDecisions } from '@shared/formats';
import { readDelimited } from '@shared/formats/delimited';
import { readRis } from '@shared/formats/tagged';
import { AuthorId, type RecordId } from '@shared/kernel';
import { decide, replay } from '@shared/review';
import { earlierCoders, votesOfEarlierDecisions, type ScreeningStage } from '@shared/screening';
import { collect } from '../formats/xml/expect-fixture';
import {
  castVote,
  first,
  lead,
  ledgerOf,
  protocol,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

const rayyan = [
  'key,title,year,authors,notes',
  'rayyan-1,One,2001,"Vos, A","RAYYAN-INCLUSION: {""Emily""=>""Included"", ""Bo""=>""Excluded""} | RAYYAN-LABELS: pilot | RAYYAN-EXCLUSION-REASONS: participants not adults | USER-NOTES: {""Emily""=>[""look again""]}"',
  'rayyan-2,Two,2002,"Vos, A","RAYYAN-INCLUSION: {""Emily""=>""Maybe"", ""Bo""=>""Excluded""} | RAYYAN-EXCLUSION-REASONS: too old"',
  'rayyan-3,Three,2003,"Vos, A",',
  '',
].join('\n');
const covidence =
  'Title,Authors,Published Year,Covidence #,Study,Notes,Tags\nOne,"Vos, A",2001,#1,Vos 2001,Exclusion reason: No outcome of interest; ,\nTwo,"Vos, A",2002,#2,Vos 2002,,\n';
const asreviewCsv =
  'title,authors,year,included\nOne,"Vos, A",2001,1\nTwo,"Vos, A",2002,0\nThree,"Vos, A",2003,\n';
const asreviewRis =
  'TY  - JOUR\nTI  - One\nN1  - ASReview_relevant\nER  - \n\nTY  - JOUR\nTI  - Two\nN1  - ASReview_irrelevant\nER  - \n';

const csv = (text: string) => readDecisions(collect((sink) => readDelimited(text, sink)).records);
const recordOf = (index: number): RecordId | undefined => recordIds[index];
const people = new Map([
  ['Emily', first],
  ['Bo', second],
  ['Covidence', first],
  ['ASReview', first],
]);

const votesOf = (
  decisions: ReturnType<typeof readDecisions>,
  stage: ScreeningStage = 'title-abstract',
  otherReason: string | null = null,
  hasVoted: (author: AuthorId, id: RecordId) => boolean = () => false,
) => votesOfEarlierDecisions(decisions, recordOf, people, { stage, protocol, otherReason, hasVoted });

describe('decisions of another program', () => {
  it('name their coders, who has most first', () => {
    expect(earlierCoders(csv(rayyan))).toEqual([
      { name: 'Bo', decisions: 2 },
      { name: 'Emily', decisions: 2 },
    ]);
  });

  it('of Rayyan become the votes of the people they are mapped to, with reasons found by label', () => {
    const { votes } = votesOf(csv(rayyan));
    expect(votes.get(first)?.map(({ recordId, vote, note }) => [recordId, vote, note])).toEqual([
      [recordIds[0], 'include', 'look again'],
      [recordIds[1], 'maybe', ''],
    ]);
    expect(votes.get(second)?.map(({ vote, reasonId }) => [vote, reasonId])).toEqual([
      ['exclude', 'not-adults'],
      ['exclude', null],
    ]);
  });

  it('at full text need a reason, and have no maybe where the stage has none', () => {
    const strict = votesOf(csv(rayyan), 'full-text');
    expect(strict.withoutReason).toBe(1);
    expect(strict.maybeAsInclude).toBe(protocol.stages['full-text'].allowMaybe ? 0 : 1);
    const filled = votesOf(csv(rayyan), 'full-text', 'no-outcome');
    expect(filled.votes.get(second)?.map(({ reasonId }) => reasonId)).toEqual(['not-adults', 'no-outcome']);
  });

  it('of Covidence and ASReview are those of one name', () => {
    expect(votesOf(csv(covidence)).votes.get(first)).toMatchObject([
      { vote: 'exclude', reasonId: 'no-outcome' },
    ]);
    expect(
      votesOf(csv(asreviewCsv))
        .votes.get(first)
        ?.map(({ vote }) => vote),
    ).toEqual(['include', 'exclude']);
    const ris = readDecisions(collect((sink) => readRis(asreviewRis, sink)).records);
    expect(
      votesOf(ris)
        .votes.get(first)
        ?.map(({ vote }) => vote),
    ).toEqual(['include', 'exclude']);
  });

  it('leave out what somebody said here, and names without a person', () => {
    const taken = votesOf(csv(rayyan), 'title-abstract', null, (author) => author === first);
    expect(taken.alreadyVoted).toBe(2);
    expect(taken.votes.has(first)).toBe(false);
    expect(
      votesOfEarlierDecisions(csv(rayyan), recordOf, new Map([['Bo', second]]), {
        stage: 'title-abstract',
        protocol,
        otherReason: null,
        hasVoted: () => false,
      }).votes.size,
    ).toBe(1);
  });
});

describe('votes cast together', () => {
  const state = replay(
    ledgerOf([
      { author: first, body: { ...castVote(recordIds[0] ?? raise(), 'include'), together: 'step' } as never },
      { author: first, body: { ...castVote(recordIds[1] ?? raise(), 'exclude'), together: 'step' } as never },
      { author: first, body: castVote(recordIds[2] ?? raise(), 'include') },
      {
        author: second,
        body: { ...castVote(recordIds[0] ?? raise(), 'include'), together: 'step' } as never,
      },
    ]),
  );

  it('are taken back together, those of their author alone', () => {
    const undone = decide(state, { do: 'withdrawTogether', together: 'step' }, { authorId: first });
    expect(undone.ok && undone.value).toHaveLength(2);
    expect(decide(state, { do: 'withdrawTogether', together: 'other' }, { authorId: first })).toEqual({
      ok: false,
      error: { code: 'nothing-to-take-back' },
    });
  });

  it('of a take-over leave neither notes nor labels behind; what was written since stays', () => {
    const id = recordIds[3] ?? raise();
    const votes = [
      { recordId: id, vote: 'include', reasonId: null, coder: 'Emily', note: 'theirs', labels: ['a', 'b'] },
    ] as const;
    const taken = decide(
      state,
      { do: 'takeOverVotes', stage: 'title-abstract', votes, program: 'Rayyan', together: 's' },
      { authorId: second },
    );
    const given: Step[] = (taken.ok ? taken.value : []).map((body) => ({ author: second, body }));
    const stage = 'title-abstract';
    const since: Step[] = [
      {
        author: second,
        body: { kind: 'noteWritten', version: 1, stage, recordId: id, text: 'own', shared: false },
      },
      // Put on again by hand, the label is the coder's own.
      {
        author: second,
        body: {
          kind: 'recordLabelled',
          version: 1,
          stage,
          recordId: id,
          label: 'b',
          on: true,
          shared: false,
        },
      },
    ];
    const events = ledgerOf([...given, ...since]);
    const before = replay(events);
    expect(before.screening.notes.get(id)).toHaveLength(2);
    const back = decide(before, { do: 'withdrawTogether', together: 's' }, { authorId: second });
    const after = replay(
      ledgerOf([
        ...given,
        ...since,
        ...(back.ok ? back.value : []).map((body) => ({ author: second, body })),
      ]),
    ).screening;
    expect(after.votes[stage].get(id)).toBeUndefined();
    expect(after.notes.get(id)?.map(({ body }) => body.text)).toEqual(['own']);
    expect([...(after.labels[stage].get(id)?.get(second)?.keys() ?? [])]).toEqual(['b']);
  });

  it('carry their step and where they came from; an adjudicator casts none', () => {
    const votes = [
      {
        recordId: recordIds[3] ?? raise(),
        vote: 'include',
        reasonId: null,
        coder: 'Emily',
        note: 'n',
        labels: ['a', 'a'],
      },
    ] as const;
    const command = {
      do: 'takeOverVotes',
      stage: 'title-abstract',
      votes,
      program: 'Rayyan',
      together: 's',
    } as const;
    const taken = decide(state, command, { authorId: second });
    expect(taken.ok && taken.value.map(({ kind }) => kind)).toEqual([
      'voteCast',
      'noteWritten',
      'recordLabelled',
    ]);
    expect(taken.ok && taken.value[0]).toMatchObject({
      together: 's',
      earlier: { program: 'Rayyan', coder: 'Emily' },
      seconds: null,
    });
    expect(decide(state, { ...command, votes: [] }, { authorId: AuthorId.parse('nobody') }).ok).toBe(false);
    expect(
      decide(
        state,
        {
          do: 'castVotes',
          stage: 'title-abstract',
          recordIds: [...recordIds],
          vote: 'exclude',
          reasonId: null,
          together: 'b',
        },
        { authorId: lead },
      ),
    ).toMatchObject({ ok: true });
  });
});

function raise(): never {
  throw new Error('The test has no such value');
}
