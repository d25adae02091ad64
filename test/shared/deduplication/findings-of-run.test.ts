import { portionsOf, type RunFindings } from '@shared/deduplication';
import { recordIdOf, type Sha256 } from '@shared/kernel';
import type { RecordPair } from '@shared/records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const file = 'a'.repeat(64) as Sha256;
const pairs = (count: number): RecordPair[] =>
  Array.from({ length: count }, (_, at) => [recordIdOf(file, at + 1), recordIdOf(file, at + 2)]);

describe('findings in portions', () => {
  it('are the findings, in order, a few at a time', () => {
    const counts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), ([groups, backing, questions, related], size) => {
        const findings: RunFindings = {
          groups: pairs(groups).map((records) => ({ records, why: 'doi' })),
          backing: pairs(backing).map((records) => ({ records, why: 'place' })),
          questions: pairs(questions).map((records) => ({ records, score: 0.5, why: 'other-year' })),
          related: pairs(related).map((records) => ({ records, relation: 'reports' })),
        };
        const portions = [...portionsOf(findings, size)];
        expect({
          groups: portions.flatMap((portion) => portion.groups),
          backing: portions.flatMap((portion) => portion.backing),
          questions: portions.flatMap((portion) => portion.questions),
          related: portions.flatMap((portion) => portion.related),
        }).toEqual(findings);
        for (const lists of portions)
          expect(Object.values(lists).every((list) => list.length <= size)).toBe(true);
      }),
    );
  });
});
