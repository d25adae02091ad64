import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '@shared/kernel';
import { deriveFlow } from '@shared/prisma';
import { decide, flowOfReview, replay, screeningContext, type Command, type EventBody } from '@shared/review';
import { coderView, documentsOf, includedReports, retrievalOf } from '@shared/screening';
import { castVote, first, ledgerOf, recordIds, second, type Step } from '../../support/review-events';

const [a, b] = recordIds;
if (!a || !b) throw new Error('too few records');

const file = (name: string, more: Partial<Extract<Command, { do: 'attachDocument' }>> = {}): Command => ({
  do: 'attachDocument',
  recordId: a,
  name: `${name}.pdf`,
  sha256: hashText(name),
  bytes: 10,
  ...more,
});

const note = (status: 'sought' | 'retrieved' | 'not-retrieved'): EventBody => ({
  kind: 'retrievalNoted',
  version: 1,
  recordId: a,
  status,
  note: '',
  ...(status === 'not-retrieved' ? { reason: 'no-access' } : {}),
});

const attached = (name: string): EventBody => ({
  kind: 'documentAttached',
  version: 1,
  recordId: a,
  name,
  sha256: hashText(name),
  bytes: 1,
});

/** The review after these commands of the first coder, one by one. */
function after(commands: readonly Command[]) {
  const steps: Step[] = [];
  for (const command of commands) {
    const decided = decide(replay(ledgerOf(steps)), command, { authorId: first });
    if (!decided.ok) throw new Error(decided.error.code);
    steps.push(...decided.value.map((body) => ({ author: first, body })));
  }
  return replay(ledgerOf(steps));
}

describe('documents of a report', () => {
  it('are one where the bytes are one', () => {
    const state = after([file('x'), file('x'), file('y')]);
    expect(documentsOf(state.screening, [a]).map(({ body }) => body.name)).toEqual(['x.pdf', 'y.pdf']);
  });

  it('stand the report first, then supplements, then what was replaced', () => {
    const one = after([file('scan')]);
    const scan = documentsOf(one.screening, [a])[0];
    const state = after([
      file('scan'),
      file('tables', { role: 'supplement' }),
      file('good', scan ? { replaces: scan.eventId } : {}),
    ]);
    expect(documentsOf(state.screening, [a]).map(({ body, replaced }) => [body.name, replaced])).toEqual([
      ['good.pdf', false],
      ['tables.pdf', false],
      ['scan.pdf', true],
    ]);
  });

  it('can replace only what is there', () => {
    const [event] = ledgerOf([]);
    if (!event) throw new Error('no event');
    expect(decide(after([]), file('x', { replaces: event.eventId }), { authorId: first })).toEqual({
      ok: false,
      error: { code: 'document-unknown' },
    });
  });
});

describe('the search for a report', () => {
  const statusAfter = (...bodies: readonly EventBody[]): string =>
    retrievalOf(replay(ledgerOf(bodies.map((body) => ({ author: first, body })))).screening, [a]).status;

  it('stands where it was noted last, and a file is the report', () => {
    expect(statusAfter()).toBe('to-seek');
    expect(statusAfter(note('sought'))).toBe('sought');
    expect(statusAfter(note('sought'), attached('x'))).toBe('retrieved');
    expect(statusAfter(note('not-retrieved'), attached('x'))).toBe('retrieved');
    expect(statusAfter(attached('x'), note('not-retrieved'))).toBe('not-retrieved');
    expect(statusAfter(note('not-retrieved'), note('sought'))).toBe('sought');
  });

  it('does not end with a supplement alone', () => {
    const supplement = { ...attached('x'), role: 'supplement' } as EventBody;
    expect(statusAfter(note('sought'), supplement)).toBe('sought');
  });

  it('needs a reason when it is given up', () => {
    const giveUp: Command = { do: 'noteRetrieval', recordId: a, status: 'not-retrieved', note: '' };
    expect(decide(after([]), giveUp, { authorId: first })).toEqual({
      ok: false,
      error: { code: 'retrieval-reason-required' },
    });
  });

  const forward: Step[] = [first, second].map((author) => ({ author, body: castVote(a, 'include') }));

  it('takes a report that could not be had out of every queue and count, whoever voted before', () => {
    const votes: Step[] = [first, second].map((author) => ({
      author,
      body: castVote(a, 'include', 'full-text'),
    }));
    const state = replay(ledgerOf([...forward, ...votes, { author: first, body: note('not-retrieved') }]));
    const context = screeningContext(state);
    expect(includedReports(context)).toEqual([]);
    expect(coderView(context, 'full-text', first).queue).toEqual([]);
    const { boxes, issues, broken } = deriveFlow(flowOfReview(state));
    expect(boxes).toMatchObject({ dbr_sought_reports: 1, dbr_notretrieved_reports: 1, dbr_assessed: 0 });
    expect([...issues, ...broken]).toEqual([]);
    const vote: Command = {
      do: 'castVote',
      stage: 'full-text',
      recordId: a,
      vote: 'include',
      reasonId: null,
      answers: {},
      overruled: null,
      seconds: null,
    };
    expect(decide(state, vote, { authorId: first })).toEqual({
      ok: false,
      error: { code: 'report-not-retrieved' },
    });
  });

  it('counts the same whichever copy of the report it was noted on, in any order of arrival', () => {
    const same: Step = {
      author: first,
      body: { kind: 'duplicatesDecided', version: 1, verdict: 'same', records: [a, b] },
    };
    const anyNote = fc.record({
      author: fc.constantFrom(first, second),
      body: fc
        .tuple(
          fc.constantFrom(a, b),
          fc.constantFrom<EventBody>(note('sought'), note('retrieved'), note('not-retrieved'), attached('x')),
        )
        .map(([recordId, body]) => ({ ...body, recordId }) as EventBody),
    });
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 12 }), (notes) => {
        const events = ledgerOf([same, ...forward, ...notes]);
        const state = replay(events);
        const status = retrievalOf(state.screening, [a, b]).status;
        expect(retrievalOf(state.screening, [b, a]).status).toBe(status);
        expect(retrievalOf(replay([...events].reverse()).screening, [a, b]).status).toBe(status);
        const { boxes, broken } = deriveFlow(flowOfReview(state));
        expect(broken).toEqual([]);
        expect(boxes['dbr_notretrieved_reports']).toBe(status === 'not-retrieved' ? 1 : 0);
      }),
    );
  });
});
