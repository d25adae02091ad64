import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFlow } from '@shared/prisma';
import { flowOfReview, replay, type EventBody } from '@shared/review';
import {
  anySteps,
  castVote,
  first,
  ledgerOf,
  opening,
  protocol,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

describe('the flow of a review', () => {
  it('always adds up, whatever was decided in whatever order', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const flow = deriveFlow(flowOfReview(replay(ledgerOf(steps))));
        expect(flow.broken).toEqual([]);
        expect(flow.issues.filter(({ level }) => level === 'error')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('adds up when full text needs one coder', () => {
    const single: EventBody = {
      kind: 'protocolSaved',
      version: 1,
      protocol: {
        ...protocol,
        stages: { ...protocol.stages, 'full-text': { codersNeeded: 1, allowMaybe: false } },
      },
      note: '',
    };
    fc.assert(
      fc.property(anySteps, (steps) => {
        const flow = deriveFlow(flowOfReview(replay(ledgerOf(steps, [...opening, single]))));
        expect(flow.broken).toEqual([]);
      }),
    );
  });

  it('counts a small review as one would by hand', () => {
    const [a, b, c, d] = recordIds;
    if (!a || !b || !c || !d) throw new Error('too few records');
    const both = (body: EventBody): Step[] => [first, second].map((author) => ({ author, body }));
    const steps: Step[] = [
      { author: first, body: { kind: 'duplicatesDecided', version: 1, verdict: 'same', records: [a, b] } },
      ...both(castVote(a, 'include')),
      ...both(castVote(c, 'exclude')),
      ...both(castVote(d, 'include')),
      ...both(castVote(a, 'include', 'full-text')),
      ...both(castVote(d, 'exclude', 'full-text', 'no-outcome')),
    ];
    const { boxes, pending, behind } = deriveFlow(flowOfReview(replay(ledgerOf(steps))));
    expect(boxes).toMatchObject({
      database_results: 12,
      duplicates: 1,
      records_screened: 3,
      records_excluded: 1,
      dbr_sought_reports: 2,
      dbr_assessed: 2,
      dbr_excluded: { 'No outcome of interest': 1 },
      new_studies: 1,
      new_reports: 1,
    });
    expect(pending).toMatchObject({ records_unscreened: 8 });
    expect(behind['dbr_excluded: No outcome of interest']).toEqual([d]);
  });
});
