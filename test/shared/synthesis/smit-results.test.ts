import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheetOfTable, type PoolingSheet } from '@shared/export';
import { decodeBytes } from '@shared/formats';
import { templateById } from '@shared/protocol';
import {
  detailOf,
  fillPlan,
  suspectedStandardErrors,
  type Analysis,
  type Pooled,
  type Results,
} from '@shared/synthesis';

/** Smit et al. 2022, read in place: other people's data is never copied here. */
const file = path.resolve('../shared/fixtures/reviews/smit-2022-peer-support/data.csv');
const there = existsSync(file);
if (!there) console.log(`Skipped: the sheet of Smit et al. 2022 is not at ${path.relative('.', file)}`);

const template = templateById('peer-support');
if (!template) throw new Error('There is no peer support template');

function published(): PoolingSheet {
  const text = decodeBytes(new Uint8Array(readFileSync(file))).text;
  const sheet = sheetOfTable(text, template!.protocol.en, 'Smit et al. 2022');
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value;
}

const analysisOf = (results: Results, label: string): Analysis => {
  const found = results.analyses.find(
    ({ outcome, window }) => outcome.label === label && window === 'Post-test',
  );
  if (!found) throw new Error(`No analysis of ${label}`);
  return found;
};
const rounded = ({ estimate, ciLow, ciHigh }: Pick<Pooled, 'estimate' | 'ciLow' | 'ciHigh'>): string =>
  `${estimate.toFixed(3)} [${ciLow.toFixed(3)}, ${ciHigh.toFixed(3)}]`;
const pooledOf = (result: Analysis['result']): Pooled => {
  if (!result.ok) throw new Error(result.error.why);
  return result.value;
};

describe.runIf(there)(
  'the tables of Smit et al. 2022, from the published sheet and the peer support plan',
  () => {
    const sheet = there ? published() : undefined;
    const results = sheet ? fillPlan(sheet) : undefined;

    it.each([
      ['Clinical recovery', 22, 21, '0.189 [0.111, 0.268]', 10.0],
      ['Personal recovery', 19, 18, '0.154 [0.041, 0.267]', 42.5],
      ['Functional recovery', 25, 24, '0.080 [-0.020, 0.179]', 36.3],
    ])('overall: %s', (label, rows, trials, effect, i2) => {
      const analysis = analysisOf(results!, label);
      const pooled = pooledOf(analysis.result);
      expect([analysis.rows.length, analysis.trials]).toEqual([rows, trials]);
      expect(rounded(pooled)).toBe(effect);
      expect(pooled.I2Q).toBeCloseTo(i2, 1);
    });

    it.each([
      ['Clinical recovery', 14, '0.182 [0.104, 0.260]'],
      ['Personal recovery', 17, '0.150 [0.025, 0.276]'],
      ['Functional recovery', 18, '0.085 [-0.033, 0.202]'],
    ])('severe mental illness: %s', (label, rows, effect) => {
      const detail = detailOf(analysisOf(results!, label), results!);
      const level = detail.subgroups
        .find(({ id }) => id === 'illness')
        ?.levels.find(({ label: name }) => name === 'Severe mental illness');
      if (!level?.pooled?.ok) throw new Error('The subgroup was not pooled');
      expect(level.rows).toBe(rows);
      expect(rounded(level.pooled.value)).toBe(effect);
    });

    it('leaves one trial out in turn; without Salzer personal recovery is no longer heterogeneous', () => {
      const analysis = analysisOf(results!, 'Personal recovery');
      const { leaveOneOut } = detailOf(analysis, results!);
      expect(leaveOneOut).toHaveLength(18);
      const whole = pooledOf(analysis.result);
      const salzer = leaveOneOut.find(({ label }) => label.startsWith('Salzer'));
      expect(salzer?.rows).toBe(18);
      expect(salzer?.I2Q).toBeLessThan(1);
      for (const step of leaveOneOut.filter((other) => other !== salzer)) {
        expect(Math.abs(step.estimate - whole.estimate)).toBeLessThan(0.035);
        expect(step.I2Q).toBeGreaterThan(20);
      }
    });

    it('shows the corrected sheet beside the published one and says which rows differ and why', () => {
      const suspects = suspectedStandardErrors(sheet!.rows);
      expect(suspects.map(({ row: { study, domain } }) => `${study}: ${domain}`)).toEqual([
        'Salzer, 2016: Functional recovery',
        'Salzer, 2016: Personal recovery',
      ]);
      const both = fillPlan({
        ...sheet!,
        corrections: suspects.map(({ row: { studyId, resultId } }) => ({
          studyId,
          resultId,
          change: 'sd-is-se',
          reason: 'The standard deviations look like standard errors',
        })),
      });
      const personal = analysisOf(both, 'Personal recovery');
      expect(rounded(pooledOf(personal.result))).toBe('0.154 [0.041, 0.267]');
      if (!personal.corrected) throw new Error('The corrected sheet is not shown');
      const corrected = pooledOf(personal.corrected.result);
      expect(rounded(corrected)).toBe('0.135 [0.060, 0.211]');
      expect([pooledOf(personal.result).I2Q.toFixed(0), corrected.I2Q.toFixed(0)]).toEqual(['43', '0']);
      expect(
        personal.corrected.changed.map(({ study, instrument, correction }) => [
          study,
          instrument,
          correction.change,
        ]),
      ).toEqual([['Salzer, 2016', 'RAS - total', 'sd-is-se']]);
      expect(analysisOf(both, 'Clinical recovery').corrected).toBeNull();
      expect(both.departures).toContainEqual({ code: 'corrected', rows: 2 });
    });

    it('never counts a trial twice in silence', () => {
      const analysis = analysisOf(results!, 'Clinical recovery');
      expect(analysis.dependence).toEqual([
        expect.objectContaining({ study: 'Rogers, 2016', rows: 2, why: ['several-outcomes'] }),
      ]);
      expect(pooledOf(analysis.result).handling).toBe('independent');
      const { sensitivity } = detailOf(analysis, results!);
      const other = sensitivity.find(({ kind }) => kind === 'three-level');
      expect(other?.pooled?.ok).toBe(true);
    });

    it('marks what the plan asked for and the sheet does not give', () => {
      expect(results!.departures).toContainEqual({
        code: 'no-rows',
        label: 'Personal recovery',
        window: '6–9 months',
      });
      expect(results!.departures).toContainEqual({
        code: 'too-few',
        label: 'Hope',
        window: 'Post-test',
        trials: 1,
        minimum: 2,
      });
    });

    it('gives a number needed to treat with its method', () => {
      const { nnt } = analysisOf(results!, 'Clinical recovery');
      expect(nnt).toMatchObject({ method: 'kraemer-kupfer', controlEventRate: null, throughInfinity: false });
      expect(nnt?.nnt).toBeCloseTo(9.4, 1);
      expect(analysisOf(results!, 'Functional recovery').nnt?.throughInfinity).toBe(true);
    });
  },
);
