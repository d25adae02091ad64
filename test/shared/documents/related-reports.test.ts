import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relatedReports, type RelatedFacts } from '@shared/documents';

const report = (id: string, more: Partial<RelatedFacts> = {}): RelatedFacts => ({
  id,
  title: `Peer workers and hope, paper ${id}`,
  authors: [`Author${id}, A.`, `Second${id}, B.`, `Third${id}, C.`],
  year: 2015,
  registrations: [],
  ...more,
});

describe('reports of one study', () => {
  test('share a trial registration, however it is written', () => {
    const pairs = relatedReports([
      report('a', { registrations: ['ISRCTN12345678'] }),
      report('b', { registrations: ['isrctn 12345678'] }),
      report('c', { registrations: ['ISRCTN87654321'] }),
    ]);
    expect(pairs.map(({ reports, reasons }) => [reports, reasons[0]])).toEqual([
      [['a', 'b'], 'registration'],
    ]);
  });

  test('are by the same people about the same thing', () => {
    const authors = ['Smit, A.', 'Jansen, B.', 'de Vries, C.'];
    const pairs = relatedReports([
      report('a', { authors, title: 'Peer coaching after discharge: one-year outcomes' }),
      report('b', { authors: ['A. Smit', 'B. Jansen'], title: 'Peer coaching after discharge' }),
    ]);
    expect(pairs[0]?.reasons).toEqual(['authors', 'first-author', 'title', 'years']);
  });

  test('are not suggested by a shared first author or year alone', () => {
    const authors = ['Smit, A.', 'Jansen, B.', 'Bakker, C.'];
    expect(
      relatedReports([
        report('a', { authors }),
        report('b', { authors: ['Smit, A.', 'Vos, X.', 'Kuiper, Y.'] }),
      ]),
    ).toEqual([]);
  });
});

test('the suggestions are the same in whatever order the reports come, and between 0 and 1', () => {
  const names = ['Smit', 'Jansen', 'Vos', 'Kuiper', 'Bakker'];
  const reports = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}$/u),
      authors: fc.subarray(names),
      year: fc.integer({ min: 2000, max: 2020 }),
      registrations: fc.subarray(['NCT00000001', 'NCT00000002']),
      title: fc.constantFrom('Peer coaching after discharge', 'Housing and hope for veterans'),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  fc.assert(
    fc.property(reports, (all) => {
      const pairs = relatedReports(all);
      expect(relatedReports([...all].reverse())).toEqual(pairs);
      for (const {
        score,
        reports: [a, b],
      } of pairs) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(1);
        expect(a < b).toBe(true);
      }
    }),
  );
});
