import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { metaforScript, metapsyCsv, poolSheet, type PoolingSheet } from '@shared/export';
import { readRows } from '@shared/formats/delimited';
import { inventedRow, inventedSheet } from '../../support/invented-sheet';
import { protocol } from '../../support/review-events';

/** Twelve invented rows of eight trials in two outcomes. */
const numbers: readonly (readonly [string, string, number, number])[] = [
  ['Vos 2019', 'Personal recovery', 0.31, 0.19],
  ['Kuiper 2020', 'Personal recovery', 0.08, 0.14],
  ['Meijer 2021', 'Personal recovery', 0.52, 0.22],
  ['Bakker 2018', 'Personal recovery', -0.04, 0.17],
  ['Smeets 2022', 'Personal recovery', 0.27, 0.11],
  ['Visser 2017', 'Personal recovery', 0.61, 0.3],
  ['Vos 2019', 'Clinical recovery', 0.12, 0.19],
  ['Kuiper 2020', 'Clinical recovery', -0.33, 0.15],
  ['Peters 2016', 'Clinical recovery', 0.44, 0.21],
  ['Jansen 2015', 'Clinical recovery', 0.02, 0.16],
  ['Smeets 2022', 'Clinical recovery', 0.18, 0.12],
  ['Bakker 2018', 'Clinical recovery', 0.7, 0.26],
];
const sheet: PoolingSheet = inventedSheet(
  protocol,
  numbers.map(([study, domain, estimate, se]) =>
    inventedRow({
      study,
      domain,
      domainId: domain === 'Personal recovery' ? 'personal' : 'clinical',
      estimate,
      se,
      values: { estimate, se },
    }),
  ),
);

const golden = path.resolve('test/golden/metafor-pooling-results.csv');

function resultsOfR(): string | undefined {
  try {
    execFileSync('Rscript', ['-e', 'library(metafor)'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'metafor-'));
  try {
    writeFileSync(path.join(folder, 'pooling-sheet.csv'), metapsyCsv(sheet));
    writeFileSync(path.join(folder, 'pooling.R'), metaforScript(sheet, 'pooling-sheet.csv'));
    execFileSync('Rscript', ['pooling.R'], { cwd: folder, stdio: 'ignore' });
    return readFileSync(path.join(folder, 'pooling-results.csv'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fresh = resultsOfR();
if (fresh === undefined) console.log('R with metafor is not here: its recorded output stands in');

const tableOf = (text: string): { readonly [column: string]: string }[] => {
  const [head, ...body] = readRows(text, ',').rows;
  return body.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, index) => [name, cells[index] ?? ''])),
  );
};

describe.each([
  { given: 'as recorded', text: readFileSync(golden, 'utf8') },
  ...(fresh === undefined ? [] : [{ given: 'as R gives it here', text: fresh }]),
])('the metafor script, $given,', ({ text }) => {
  it.each(poolSheet(sheet.rows, 'REML'))('gives the numbers of the window for $domain', (group) => {
    const line = tableOf(text).find(({ outcome_category }) => outcome_category === group.domain);
    if (!line || !group.result.ok || !group.result.value.hk) throw new Error('The outcome was not pooled');
    const { k, Q, tau2, I2Q, hk } = group.result.value;
    expect(Number(line['k'])).toBe(k);
    expect(Number(line['trials'])).toBe(group.trials);
    for (const [name, own] of [
      ['g', hk.estimate],
      ['ci_low', hk.ciLow],
      ['ci_high', hk.ciHigh],
      ['pi_low', hk.piLow],
      ['pi_high', hk.piHigh],
      ['tau2', tau2],
      ['Q', Q],
      ['i2_q', I2Q],
    ] as const)
      expect(Number(line[name]), name).toBeCloseTo(own ?? Number.NaN, name === 'i2_q' ? 3 : 4);
  });
});
