import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findDuplicates } from '@shared/deduplication';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCitations } from '../../../src/cli/read-citations';
import { measure, pairsOf } from './measure';

/** Labelled sets of others; they stay outside the repository. */
const folder = fileURLToPath(new URL('../../../../shared/fixtures/dedupe/', import.meta.url));
const groupsFile = z.object({ groups: z.array(z.array(z.string())) });

/**
 * What must hold: the certain band loses no work, and finds this share of the copies; certain and probable together find
 * that share, if a person answers the questions rightly; and the questions stay below 3 % of the records.
 */
const sets = [
  { name: 'haematology', certain: 0.87, together: 0.91 },
  { name: 'respiratory', certain: 0.92, together: 0.98 },
  { name: 'diabetes', certain: 0.98, together: 1 },
  { name: 'tafenoquine', certain: 1, together: 1 },
  { name: 'special_cases', certain: 1, together: 1 },
] as const;

if (!existsSync(folder)) console.log('No ../shared/fixtures/dedupe here: the labelled sets are not tried.');

/** What `npm run dedupe-quality` prints. */
type Row = { readonly [heading: string]: string | number };
const table: Row[] = [];
const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

describe.runIf(existsSync(folder))('labelled sets of others', () => {
  afterAll(() => {
    if (process.env['CONCORD_TABLE'] === '1') console.table(table);
  });

  it.each(sets)(
    '$name: no work lost, the copies found, few questions',
    async ({ name, certain, together }) => {
      const { records, unreadable } = await readCitations(`${folder}${name}/records.jsonl`);
      expect(unreadable).toBe(0);
      const { groups } = groupsFile.parse(JSON.parse(readFileSync(`${folder}${name}/groups.json`, 'utf8')));
      const ids = records.map(({ citation }) => citation.id);
      const found = findDuplicates(records.map(({ citation }) => citation));

      const alone = measure(ids, groups, pairsOf(found.groups));
      expect(alone.lost).toBe(0);
      expect(alone.sensitivity).toBeGreaterThanOrEqual(certain);
      // The pairs printed as certain prove the same groups.
      expect(
        measure(
          ids,
          groups,
          found.certain.map(({ a, b }) => [a, b] as const),
        ),
      ).toEqual(alone);

      const asked = found.probable.length;
      const rightly = found.probable.filter(({ a, b }) =>
        groups.some((group) => group.includes(a) && group.includes(b)),
      );
      const answered = measure(ids, groups, [
        ...pairsOf(found.groups),
        ...rightly.map(({ a, b }) => [a, b] as const),
      ]);
      table.push({
        set: name,
        records: ids.length,
        'works lost': alone.lost,
        'copies found': share(alone.sensitivity),
        'must be': share(certain),
        'with answers': share(answered.sensitivity),
        'must be ': share(together),
        'pairs asked': asked,
        'of records': share(asked / ids.length),
      });
      expect(answered.lost).toBe(0);
      expect(answered.sensitivity).toBeGreaterThanOrEqual(together);
      expect(asked).toBeLessThan(0.03 * ids.length);
    },
  );
});
