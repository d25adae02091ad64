import { describe, expect, it } from 'vitest';
import { conflictsCsv } from '@shared/export';
import {
  decide,
  isClosedTo,
  Projection,
  replay,
  screeningContext,
  seenBy,
  type Command,
  type EventBody,
  type ReviewState,
} from '@shared/review';
import { conflictsAt, discussionOf, staleResolution, type ScreeningStage } from '@shared/screening';
import { castVote, first, lead, ledgerOf, recordIds, second, type Step } from '../../support/review-events';

const [one, other] = recordIds;
if (!one || !other) throw new Error('too few records');
const stage: ScreeningStage = 'title-abstract';

/** Both have voted on everything and differ on the first record. */
const voted: Step[] = recordIds.flatMap((id): Step[] => [
  { author: first, body: castVote(id, 'include') },
  { author: second, body: castVote(id, id === one ? 'exclude' : 'include') },
]);
const said = (text: string): EventBody => ({
  kind: 'commentWritten',
  version: 1,
  stage,
  recordId: one,
  text,
});
const texts = (state: ReviewState): string[] =>
  discussionOf(state.screening, stage, [one]).map(({ body }) => body.text);

describe('the discussion of a conflict', () => {
  it('keeps what was said in order of time, whoever’s events arrive first', () => {
    const events = ledgerOf([
      ...voted,
      { author: second, body: said('Peers deliver only half.') },
      { author: first, body: said('The protocol says entirely.') },
    ]);
    expect(texts(replay(events))).toEqual(['Peers deliver only half.', 'The protocol says entirely.']);
    expect(texts(replay([...events].reverse()))).toEqual(texts(replay(events)));
  });

  it('is taken back by its author alone', () => {
    const after = (author: typeof first): ReviewState => {
      const events = ledgerOf([...voted, { author: second, body: said('A mistake') }]);
      const target = events.at(-1)?.eventId ?? '';
      return replay(
        ledgerOf([
          ...voted,
          { author: second, body: said('A mistake') },
          { author, body: { kind: 'judgementWithdrawn', version: 1, target: target as never } },
        ]),
      );
    };
    expect(texts(after(first))).toEqual(['A mistake']);
    expect(texts(after(second))).toEqual([]);
  });

  it('does not count from an observer', () => {
    const state = replay(
      ledgerOf([
        ...voted,
        { author: lead, body: { kind: 'roleGiven', version: 1, coder: second, role: 'observer' } },
        { author: second, body: said('From outside') },
      ]),
    );
    expect(texts(state)).toEqual([]);
    expect(state.uncounted.map(({ kind }) => kind)).toContain('commentWritten');
  });

  it('is neither read nor written by somebody still blind, and there must be something to discuss', () => {
    const write = (recordId = one): Command => ({ do: 'writeComment', stage, recordId, text: ' Why? ' });
    // The first coder has everything before them but the first two votes.
    const blind = ledgerOf([...voted.slice(0, 2), { author: lead, body: said('Secret') }]);
    const state = replay(blind);
    expect(texts(state)).toEqual(['Secret']);
    const viewer = { authorId: first, role: 'coder' } as const;
    expect(texts(seenBy(state, viewer))).toEqual([]);
    const projection = new Projection();
    projection.add(blind);
    const comment = [...projection.readable().values()].find(({ body }) => body.kind === 'commentWritten');
    expect(comment && isClosedTo(state, comment, viewer)).toBe(true);
    expect(decide(state, write(), viewer)).toMatchObject({ error: { code: 'still-blind' } });

    const open = replay(ledgerOf(voted));
    expect(decide(open, write(), viewer)).toMatchObject({
      value: [{ kind: 'commentWritten', text: 'Why?' }],
    });
    expect(decide(open, write(other), viewer)).toMatchObject({ error: { code: 'nothing-to-discuss' } });
  });
});

describe('a settlement', () => {
  const settled = (events: ReturnType<typeof ledgerOf>): Step => ({
    author: lead,
    body: {
      kind: 'conflictResolved',
      version: 1,
      stage,
      recordId: one,
      decision: 'include',
      reasonId: null,
      method: 'adjudication',
      settles: events
        .filter(({ body }) => body.kind === 'voteCast' && 'recordId' in body && body['recordId'] === one)
        .map(({ eventId }) => eventId),
      rationale: 'Trained peers',
    },
  });

  it('holds, and reopens by itself, event by event, if one vote it settles changes', () => {
    const before = ledgerOf(voted);
    const all = ledgerOf([
      ...voted,
      settled(before),
      { author: second, body: castVote(one, 'maybe') },
      { author: second, body: castVote(one, 'exclude') },
    ]);
    const projection = new Projection();
    const conflicts = (): number => conflictsAt(screeningContext(projection.state), stage).length;
    projection.add(all.slice(0, before.length));
    expect(conflicts()).toBe(1);
    projection.add(all.slice(before.length, before.length + 1));
    expect(conflicts()).toBe(0);
    expect(staleResolution(screeningContext(projection.state), stage, one)).toBeUndefined();
    projection.add(all.slice(before.length + 1));
    expect(conflicts()).toBe(1);
    expect(staleResolution(screeningContext(projection.state), stage, one)?.authorId).toBe(lead);
  });

  it('stands in the exported list with the discussion; how others voted only where asked or settled', () => {
    const open = [...voted, { author: first, body: said('Look at page 3, please') } as const];
    const list = (steps: readonly Step[]): string =>
      conflictsCsv(replay(ledgerOf(steps)), () => undefined, first, [stage]).split('\r\n')[1] ?? '';
    expect(list(open)).toContain('open,decision,"first; second",,');
    expect(list(open)).toMatch(/first, \S+Z: Look at page 3, please/u);
    const asked: Step = { author: first, body: { kind: 'votesRevealed', version: 1, stage, recordId: one } };
    expect(list([...open, asked])).toContain('first: include; second: exclude (');
    const line = list([...voted, settled(ledgerOf(voted))]);
    expect(line).toContain('settled');
    expect(line).toContain('include,,adjudication,Trained peers,Lead');
  });
});
