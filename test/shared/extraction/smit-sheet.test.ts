import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { poolRows } from '@shared/export';
import { checkTable, findingOf } from '@shared/checks';
import { readSheet, sheetResults } from '@shared/extraction/sheet';
import { decodeBytes } from '@shared/formats';

/** Smit et al. 2022, read in place: other people's data is never copied here. */
const file = path.resolve('../shared/fixtures/reviews/smit-2022-peer-support/data.csv');
const there = existsSync(file);
if (!there) console.log(`Skipped: the sheet of Smit et al. 2022 is not at ${path.relative('.', file)}`);

describe.runIf(there)('the sheet of Smit et al. 2022', () => {
  const read = there ? readSheet(decodeBytes(new Uint8Array(readFileSync(file))).text) : undefined;
  const sheet = read?.ok ? read.value : undefined;
  const results = sheet ? sheetResults(sheet) : [];
  const findings = sheet ? checkTable(sheet, results).map(findingOf) : [];
  const codesOf = (row: number): string[] =>
    findings.filter((finding) => finding.row === row).map(({ code }) => code);

  it('is read whole: semicolons, decimal commas, 66 rows of 28 trials', () => {
    expect(sheet).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(results).toHaveLength(66);
    expect(new Set(results.map(({ study }) => study)).size).toBe(28);
  });

  it.each([
    ['Clinical recovery', 22, 21, 0.189, 0.111, 0.268, 10.0],
    ['Personal recovery', 19, 18, 0.154, 0.041, 0.267, 42.5],
    ['Functional recovery', 25, 24, 0.08, -0.02, 0.179, 36.3],
  ])('gives the published %s', (domain, rows, trials, estimate, low, high, i2) => {
    const members = results.filter((result) => result.domain === domain);
    expect(members).toHaveLength(rows);
    expect(new Set(members.map(({ study }) => study)).size).toBe(trials);
    const pooled = poolRows(
      members.map(({ study, g, se }) => ({
        studyId: study,
        study,
        estimate: g ?? Number.NaN,
        se: se ?? Number.NaN,
      })),
      'REML',
    );
    if (!pooled.ok || !pooled.value.hk) throw new Error('The domain was not pooled');
    expect(pooled.value.hk.estimate).toBeCloseTo(estimate, 3);
    expect(pooled.value.hk.ciLow).toBeCloseTo(low, 3);
    expect(pooled.value.hk.ciHigh).toBeCloseTo(high, 3);
    expect(pooled.value.I2Q).toBeCloseTo(i2, 1);
  });

  it('agrees with effects recomputed from means and SDs, but for the flagged rows', () => {
    const recomputed = results.filter((result) => result.recomputed && result.g !== undefined);
    expect(recomputed.length).toBeGreaterThan(45);
    for (const { row, g, recomputed: own } of recomputed) {
      const agrees = Math.abs(Math.abs(g ?? 0) - Math.abs(own?.g ?? 0)) < 0.0075;
      expect(agrees || codesOf(row.number).includes('g-differs'), `row ${row.number}`).toBe(true);
    }
  });

  it('finds what is wrong in it', () => {
    expect(codesOf(16)).toContain('sign'); // Davidson 2004, BPRS
    expect(codesOf(17)).toContain('sign'); // Davidson 2004, GAF
    expect(codesOf(59)).toContain('se-as-sd'); // Salzer 2016, quality of life
    expect(codesOf(60)).toContain('se-as-sd'); // Salzer 2016, RAS
    expect(codesOf(12)).toContain('events-in-wrong-row');
    expect(codesOf(26)).toContain('ready-effect-of-other-row');
    expect([51, 53, 55].every((row) => codesOf(row).includes('shared-control'))).toBe(true); // Rogers 2016
    expect(codesOf(0)).toEqual(['months-as-weeks']);
  });

  it('raises no alarm on most rows', () => {
    const alarmed = new Set(findings.filter(({ severity }) => severity === 'error').map(({ row }) => row));
    expect(alarmed.size).toBeLessThan(25);
  });
});

describe('an extraction sheet', () => {
  const csv = (rows: string): string =>
    `study,outcome_category,instrument,time,condition_arm2,.g,.g_se,mean_arm1,sd_arm1,n_arm1,mean_arm2,sd_arm2,n_arm2,outcome_type\n${rows}`;
  const check = (rows: string): string[] => {
    const sheet = readSheet(csv(rows));
    if (!sheet.ok) throw new Error(sheet.error.code);
    return checkTable(sheet.value, sheetResults(sheet.value)).map(({ row, check: code }) => `${row} ${code}`);
  };

  it('passes when its numbers fit together', () => {
    expect(check('Vos 2020,Personal recovery,RAS,post,CAU,0.29,0.199,90,10,50,87,10.5,52,msd\n')).toEqual([]);
  });

  it('is flagged where g, sign or SD do not fit', () => {
    expect(check('Vos 2020,Personal recovery,RAS,post,CAU,0.60,0.2,90,10,50,87,10.5,52,msd\n')).toContain(
      '1 g-differs',
    );
    expect(check('Vos 2020,Clinical recovery,BPRS,post,CAU,0.29,0.199,40,10,50,37,10.5,52,msd\n')).toContain(
      '1 sign',
    );
    expect(
      check(
        'Vos 2020,Personal recovery,RAS - total,post,CAU,0.29,0.199,90,10,50,87,10.5,52,msd\nKuiper 2021,Personal recovery,RAS - total,post,CAU,1.96,0.243,90,1.5,50,87,1.5,52,msd\n',
      ),
    ).toContain('2 se-as-sd');
  });

  it('is refused with the missing columns named', () => {
    expect(readSheet('a,b\n1,2\n')).toEqual({
      ok: false,
      error: { code: 'not-an-extraction-sheet', missing: ['study', 'instrument'] },
    });
  });

  it('with a shifted row is read and the row flagged', () => {
    expect(check('Vos 2020,Personal recovery,RAS,post,CAU,0.29,0.199,90,10,50,87,10.5,52\n')).toContain(
      '1 row-shape',
    );
  });
});
