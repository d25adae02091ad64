import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, recordIdOf } from '@shared/kernel';
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

  it('counts other methods in their own column, and what the version before an update included', () => {
    const cited = hashText('found by hand');
    const [batch] = opening.filter((body) => body.kind === 'batchImported');
    if (batch?.kind !== 'batchImported') throw new Error('nothing was imported');
    const start: EventBody[] = [
      ...opening,
      {
        ...batch,
        source: { ...batch.source, database: 'Reference lists', kind: 'citation' },
        file: { ...batch.file, sha256: cited },
        recordCount: 3,
      },
      {
        kind: 'protocolSaved',
        version: 1,
        protocol: { ...protocol, previousReview: { studies: 4, reports: 5 } },
        note: '',
      },
    ];
    const [one, two, three] = [1, 2, 3].map((ordinal) => recordIdOf(cited, ordinal));
    const [known] = recordIds;
    if (!one || !two || !three || !known) throw new Error('too few records');
    const both = (body: EventBody): Step[] => [first, second].map((author) => ({ author, body }));
    const steps: Step[] = [
      {
        author: first,
        body: { kind: 'duplicatesDecided', version: 1, verdict: 'same', records: [known, three] },
      },
      ...both(castVote(one, 'include')),
      ...both(castVote(two, 'exclude')),
      ...both(castVote(one, 'include', 'full-text')),
    ];
    const { boxes, extra, broken, behind } = deriveFlow(flowOfReview(replay(ledgerOf(steps, start))));
    // Of three found by citation one was known, one is excluded on its title, one is read and included.
    expect(boxes).toMatchObject({
      database_results: 12,
      citations_results: 3,
      other_sought_reports: 1,
      other_assessed: 1,
      new_studies: 1,
      previous_studies: 4,
      previous_reports: 5,
      total_studies: 5,
      total_reports: 6,
    });
    expect(extra).toMatchObject({ other_duplicates: 1, other_screened_out: 1 });
    expect(behind['other_duplicates']).toEqual([three]);
    expect(broken).toEqual([]);
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
