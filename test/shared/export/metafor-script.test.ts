import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { metaforScript, metapsyCsv, sheetOfTable, type PoolingSheet } from '@shared/export';
import { decodeBytes } from '@shared/formats';
import { templateById, type Protocol } from '@shared/protocol';
import { fillPlan, type Analysis } from '@shared/synthesis';
import { inventedRow, inventedSheet } from '../../support/invented-sheet';

/** What the script prints for one domain at one time, as numbers. */
type Printed = { readonly name: string; readonly numbers: readonly number[] };

const printedIn = (text: string): Printed[] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line.includes(': k = '))
    .map((line) => ({
      name: line.slice(0, line.indexOf(': k = ')),
      numbers: [
        ...line
          .slice(line.indexOf(': k = '))
          .replace('I2 (Q-based)', 'IQ')
          .replace('tau2', 'tau')
          .matchAll(/-?\d+(?:\.\d+)?/gu),
      ].map(([number]) => Number(number)),
    }));

/** The same numbers from the results page, rounded as the script rounds them. */
const numbersOf = ({ rows, trials, result }: Analysis): readonly number[] => {
  if (!result.ok) throw new Error(`not pooled: ${result.error.why}`);
  const { estimate, ciLow, ciHigh, tau2, Q, I2Q, prediction } = result.value;
  const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;
  return [
    rows.length,
    trials,
    ...[estimate, ciLow, ciHigh].map((value) => rounded(value, 3)),
    rounded(tau2, 4),
    rounded(Q, 2),
    rounded(I2Q, 1),
    ...(prediction ? [prediction.low, prediction.high].map((value) => rounded(value, 3)) : []),
  ];
};

function expectSame(printed: readonly Printed[], sheet: PoolingSheet): void {
  const pooled = fillPlan(sheet).analyses.filter(
    ({ result, outcome }) => result.ok && outcome.outcomes.length === 0,
  );
  expect(printed.length).toBe(pooled.length);
  for (const analysis of pooled) {
    const domain = analysis.rows[0]?.row.domain ?? '';
    const own = printed.find(({ name }) => name === `${domain}, ${analysis.windowId}`);
    const expected = numbersOf(analysis);
    expected.forEach((number, i) =>
      // The last printed digit may fall either way.
      expect(own?.numbers[i], `${domain}: number ${i + 1}`).toBeCloseTo(
        number,
        i < 2 ? 6 : i === 7 ? 0.5 : 2,
      ),
    );
  }
}

const hasMetafor =
  spawnSync('Rscript', ['-e', 'library(metafor)'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
if (!hasMetafor)
  console.log('Not run: Rscript with metafor is not on this machine; its recorded output is compared');

function printedByR(sheet: PoolingSheet): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'concord-metafor-'));
  try {
    writeFileSync(path.join(folder, 'sheet.csv'), metapsyCsv(sheet));
    writeFileSync(path.join(folder, 'pooling.R'), metaforScript(sheet, 'sheet.csv'));
    return execFileSync('Rscript', ['pooling.R'], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const blank = templateById('blank')!.protocol.en;
const protocolWith = (pooling: Partial<Protocol['pooling']>): Protocol => ({
  ...blank,
  outcomeDomains: ['Mood', 'Hope'].map((label) => ({
    id: label.toLowerCase(),
    label,
    definition: '',
    instruments: [],
  })),
  windows: [{ id: 'post', label: 'Post-test', fromWeeks: 0, toWeeks: 25 }],
  pooling: { ...blank.pooling, ...pooling },
});

const rows = Array.from({ length: 11 }, (_, i) =>
  inventedRow({
    study: `Trial ${i + 1}, "quoted"`,
    domainId: i % 3 === 0 ? 'hope' : 'mood',
    domain: i % 3 === 0 ? 'Hope' : 'Mood',
    estimate: 0.2 + 0.4 * Math.sin(i * 1.7),
    se: 0.1 + 0.03 * (i % 4),
    values: { nT: 40, nC: 41 },
  }),
);

/** R starts slowly on a busy machine. */
const patience = { timeout: 240_000 };

describe('the metafor script', patience, () => {
  it.each([
    ['reml-hk', { method: 'REML', test: 'hk' }],
    ['dl-z', { method: 'DL', test: 'z' }],
    ['pm-hk-truncated', { method: 'PM', test: 'hkTruncated' }],
  ] as const)('prints the numbers of the results page: %s', async (name, pooling) => {
    const sheet = inventedSheet(protocolWith(pooling), rows);
    const recorded = `../../golden/metafor/${name}.txt`;
    if (hasMetafor) await expect(printedByR(sheet)).toMatchFileSnapshot(recorded);
    expectSame(printedIn(readFileSync(path.join(import.meta.dirname, recorded), 'utf8')), sheet);
  });
});

const smit = path.resolve('../shared/fixtures/reviews/smit-2022-peer-support/data.csv');
const canRepeatSmit = hasMetafor && existsSync(smit);
if (!canRepeatSmit)
  console.log('Not run: metafor on the sheet of Smit et al. 2022 (needs R with metafor and the sheet)');

describe.runIf(canRepeatSmit)('metafor on the sheet of Smit et al. 2022', patience, () => {
  it('prints the numbers of the results page', () => {
    const table = sheetOfTable(
      decodeBytes(new Uint8Array(readFileSync(smit))).text,
      templateById('peer-support')!.protocol.en,
      'Smit et al. 2022',
    );
    if (!table.ok) throw new Error(table.error.code);
    const printed = printedByR(table.value);
    expect(printed).toContain('g = 0.154 [0.041, 0.267]');
    expectSame(printedIn(printed), table.value);
  });
});
