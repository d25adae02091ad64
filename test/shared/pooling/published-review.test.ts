import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pool, type PoolingRow } from '../../../src/shared/pooling';

/**
 * Smit et al. 2022, individual and group peer support in mental illness: the published sheet, pooled on its own effects
 * and standard errors. Other people's data, read where it is and never copied here.
 */
const sheet = fileURLToPath(
  new URL('../../../../shared/fixtures/reviews/smit-2022-peer-support/data.csv', import.meta.url),
);
const present = existsSync(sheet);
if (!present) console.warn('Skipped: the published peer-support sheet is not on this machine.');

/** A semicolon-separated line with quoted texts and decimal commas. */
const cellsOf = (line: string): readonly string[] =>
  (line.match(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g) ?? []).map((cell) =>
    cell.replace(/;$/, '').replace(/^"|"$/g, ''),
  );

function rowsOf(domain: string): readonly PoolingRow[] {
  const [head = '', ...lines] = readFileSync(sheet, 'utf8').trim().split(/\r?\n/);
  const names = cellsOf(head);
  const place = (name: string): number => names.indexOf(name);
  const number = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));
  return lines
    .map(cellsOf)
    .filter((cells) => cells[place('outcome_category')] === domain && cells[place('time')] === 'post')
    .map((cells) => ({
      label: cells[place('study')] ?? '',
      yi: number(cells[place('.g')]),
      vi: number(cells[place('.g_se')]) ** 2,
    }));
}

describe.runIf(present)('the published peer-support review', () => {
  const published = [
    { domain: 'Clinical recovery', k: 22, estimate: 0.189, low: 0.111, high: 0.268, i2: 10.0 },
    { domain: 'Personal recovery', k: 19, estimate: 0.154, low: 0.041, high: 0.267, i2: 42.5 },
    { domain: 'Functional recovery', k: 25, estimate: 0.08, low: -0.02, high: 0.179, i2: 36.3 },
  ];
  for (const { domain, k, estimate, low, high, i2 } of published) {
    it(`comes back for ${domain.toLowerCase()}`, () => {
      const result = pool(rowsOf(domain), { method: 'REML' });
      if (!result.ok || result.value.hk === null) throw new Error('no result');
      const { hk, I2Q } = result.value;
      expect(result.value.k).toBe(k);
      expect([hk.estimate, hk.ciLow, hk.ciHigh].map((x) => x.toFixed(3))).toEqual(
        [estimate, low, high].map((x) => x.toFixed(3)),
      );
      expect(I2Q.toFixed(1)).toBe(i2.toFixed(1));
    });
  }
});
