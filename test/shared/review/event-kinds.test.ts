import { describe, expect, it } from 'vitest';
import golden from '../../golden/events/bodies-v1.json';
import { EventBody, eventKinds, replay, understand } from '@shared/review';
import { LedgerEvent } from '@shared/ledger';
import { ledgerOf } from '../../support/review-events';

/** One golden body per kind of event, as version 1 wrote it: every later version must understand each. */
describe('event kinds', () => {
  it('have a golden body each', () => {
    expect(Object.keys(golden).sort()).toEqual([...eventKinds].sort());
  });

  for (const [kind, body] of Object.entries(golden)) {
    it(`${kind} is understood, and written back as it was`, () => {
      const parsed = EventBody.safeParse(body);
      expect(parsed.error).toBeUndefined();
      expect(parsed.data).toEqual(body);
    });
  }

  it('from the future are kept and reported, and do not count', () => {
    const [event] = ledgerOf([]);
    if (!event) throw new Error('no event');
    const future = LedgerEvent.parse({ ...event, body: { kind: 'thoughtRead', version: 1, aloud: true } });
    const newer = LedgerEvent.parse({ ...event, body: { ...event.body, version: 2 } });
    expect(understand(future)).toEqual({ unknown: 'newer' });
    expect(understand(newer)).toEqual({ unknown: 'newer' });
    expect(future.body).toHaveProperty('aloud', true);
    expect(replay([future]).notUnderstood).toEqual([{ eventId: event.eventId, why: 'newer' }]);
  });

  it('that do not fit their kind are reported as malformed', () => {
    const [event] = ledgerOf([]);
    if (!event) throw new Error('no event');
    expect(understand({ ...event, body: { kind: 'voteCast', version: 1, vote: 'perhaps' } })).toEqual({
      unknown: 'malformed',
    });
  });
});
