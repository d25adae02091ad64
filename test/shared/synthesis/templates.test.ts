import { describe, expect, it } from 'vitest';
import type { PoolingSheetRow } from '@shared/export';
import { Protocol, protocolTemplates, templateById, type TemplateLanguage } from '@shared/protocol';
import { detailOf, fillPlan, type Results } from '@shared/synthesis';
import { inventedRow, inventedSheet } from '../../support/invented-sheet';

/** Each of the four reviews, from its protocol template to a results page, with small invented data of our own. */
const protocolOf = (id: string, language: TemplateLanguage = 'en'): Protocol => {
  const template = templateById(id);
  if (!template) throw new Error(`There is no template ${id}`);
  return template.protocol[language];
};
const means = (meanT: number, meanC: number, sd: number, n: number) => ({
  shape: 'means-sds',
  values: { meanT, sdT: sd, nT: n, meanC, sdC: sd, nC: n },
});
/** A row with its effect under the template's own measure, by what its means say. */
const measured = (
  study: string,
  domainId: string,
  instrument: string,
  higherIsBetter: boolean,
  [meanT, meanC, sd, n]: readonly [number, number, number, number],
  more: Partial<PoolingSheetRow> = {},
): PoolingSheetRow => {
  const g = (meanT - meanC) / sd;
  return inventedRow({
    study,
    domainId,
    instrument,
    higherIsBetter,
    ...means(meanT, meanC, sd, n),
    estimate: higherIsBetter ? g : -g,
    se: Math.sqrt(2 / n + g ** 2 / (4 * n)),
    ...more,
  });
};
const lineOf = (results: Results, label: string, window: string, measure = 'SMD') =>
  results.analyses.filter(
    (analysis) =>
      analysis.outcome.label === label && analysis.window === window && analysis.measure === measure,
  );

describe('protocol templates', () => {
  for (const { id, protocol } of protocolTemplates) {
    it(`${id} is a protocol in both languages, with the same ids and plan`, () => {
      const { en, nl } = { en: Protocol.parse(protocol.en), nl: Protocol.parse(protocol.nl) };
      const bones = (read: Protocol) => ({
        criteria: read.criteria.map((criterion) => criterion.id),
        reasons: read.exclusionReasons.map((reason) => [reason.id, reason.criterionId]),
        domains: read.outcomeDomains.map(({ id: domain, instruments }) => [domain, instruments]),
        windows: read.windows.map(({ id: window, fromWeeks, toWeeks }) => [window, fromWeeks, toWeeks]),
        plan: read.analysis && {
          ...read.analysis,
          outcomes: read.analysis.outcomes.map((outcome) => ({ ...outcome, label: '' })),
          subgroups: read.analysis.subgroups.map(({ id: subgroup, field }) => [subgroup, field]),
          moderators: read.analysis.moderators.map(({ id: moderator, field }) => [moderator, field]),
        },
        codes: read.codebook?.map((group) => group.codes.map((code) => code.id)),
      });
      expect(bones(nl)).toEqual(bones(en));
    });
  }

  it('peer support: three domains and hope at two times, divided by illness, format, control and bias', () => {
    const rows = ['Adams 2015', 'Baker 2017', 'Cole 2019', 'Drake 2021'].flatMap((study, i) => [
      measured(study, 'personal', i === 0 ? 'Herth Hope Index' : 'RAS', true, [52 + i, 50, 10, 60], {
        characteristics: { disorder: i < 3 ? 'SMI' : 'depression', format: i % 2 ? 'Group' : 'Individual' },
        comparator: i % 2 ? 'Waiting list' : 'Care as usual',
        riskOfBias: { overall: i === 0 ? 'High' : 'Low' },
      }),
      measured(study, 'personal', 'RAS', true, [53, 50, 10, 50], {
        resultId: 'later',
        windowId: 'follow-up',
        timepoint: '6 months',
      }),
    ]);
    const results = fillPlan(inventedSheet(protocolOf('peer-support'), rows));
    const [post] = lineOf(results, 'Personal recovery', 'Post-test');
    const [later] = lineOf(results, 'Personal recovery', '6–9 months');
    expect(post?.result.ok && later?.result.ok).toBe(true);
    expect(post?.nnt?.method).toBe('kraemer-kupfer');
    expect(post?.participants).toEqual({ known: 480, trialsWithout: 0 });
    const { subgroups } = detailOf(post!, results);
    expect(subgroups.map(({ label, levels }) => [label, levels.map((level) => level.label)])).toEqual([
      ['Severe mental illness', ['Severe mental illness', 'Other mental illness']],
      ['Format', ['Group', 'Individual']],
      ['Control condition', ['Care as usual', 'Waiting list']],
      ['Risk of bias', ['High', 'Low']],
    ]);
    expect(lineOf(results, 'Hope', 'Post-test')[0]?.result).toMatchObject({ error: { why: 'too-few' } });
    expect(results.departures.map(({ code }) => code)).not.toContain('not-in-plan');
  });

  it('group peer support: SMD and MD side by side, by type, from three trials on, each outcome in its own sign', () => {
    const types = ['mutual support', 'self-management', 'self-management', 'self-management'];
    const rows = ['Ash 2010', 'Beech 2012', 'Clover 2014', 'Daisy 2016'].flatMap((study, i) => [
      measured(study, 'symptoms', 'BSI', false, [1.0, 1.2 + i / 20, 0.6, 50], {
        characteristics: { typology: types[i] ?? '' },
      }),
      ...(i < 2 ? [measured(study, 'hope', 'State Hope Scale', true, [30, 28, 6, 40])] : []),
      ...(i < 1 ? [measured(study, 'social', 'UCLA Loneliness Scale', false, [40, 44, 9, 40])] : []),
    ]);
    const results = fillPlan(inventedSheet(protocolOf('group-peer-support'), rows));
    const [smd] = lineOf(results, 'Symptoms', 'End of intervention', 'SMD');
    const [md] = lineOf(results, 'Symptoms', 'End of intervention', 'MD');
    if (!smd?.result.ok || !md?.result.ok) throw new Error('Symptoms were not pooled');
    // Fewer symptoms in the groups: printed below zero, read as a benefit.
    expect(smd.result.value.estimate).toBeLessThan(0);
    expect(smd.directions.direction).toBe('benefit');
    expect([md.instrument, md.besides]).toEqual(['BSI', true]);
    expect(md.result.value.estimate).toBeGreaterThan(-0.4);
    expect(md.result.value.estimate).toBeLessThan(-0.2);
    const [typology] = detailOf(smd, results).subgroups;
    expect(typology?.levels.map(({ label, trials, pooled }) => [label, trials, pooled !== null])).toEqual([
      ['Mutual support', 1, false],
      ['Peer support: self-management', 3, true],
    ]);
    expect(lineOf(results, 'Hope', 'End of intervention')[0]?.result).toEqual({
      ok: false,
      error: { why: 'too-few', trials: 2, minimum: 3 },
    });
    expect(lineOf(results, 'Social outcomes', 'End of intervention')[0]?.result).toEqual({
      ok: false,
      error: { why: 'narrative' },
    });
    expect(results.directions.columns.find(({ label }) => label === 'Social outcomes')).toMatchObject({
      trials: 1,
      benefit: 1,
    });
  });

  it('social support: randomised and not, several interventions of a study, moderators, forest by intervention', () => {
    const design = ['randomised', 'randomised', 'cohort', 'cohort', 'randomised'];
    const rows = ['Elder 2008', 'Fern 2010', 'Gorse 2013', 'Hazel 2015', 'Iris 2018'].flatMap((study, i) => {
      const characteristics = {
        design: design[i] ?? '',
        personalised: i % 2 ? 'yes' : 'no',
        duration: String(10 + 6 * i),
      };
      return [
        measured(study, 'support', 'MSPSS', true, [50 + i, 48, 10, 45], {
          armT: 'Befriending',
          characteristics,
        }),
        ...(i === 1
          ? [
              measured(study, 'support', 'MSPSS', true, [51, 48, 10, 45], {
                armT: 'Peer group',
                characteristics,
              }),
              measured(study, 'support', 'MSPSS', true, [51, 50, 10, 45], {
                armT: 'Peer group',
                armC: 'Befriending',
                comparator: 'Another intervention of the study',
                resultId: 'head-to-head',
                characteristics,
              }),
            ]
          : []),
      ];
    });
    const results = fillPlan(inventedSheet(protocolOf('social-support'), rows));
    const [support] = lineOf(results, 'Social support', 'End of intervention');
    if (!support?.result.ok) throw new Error('Social support was not pooled');
    expect(support.result.value).toMatchObject({ handling: 'robust', rows: 7, trials: 5 });
    expect(support.dependence).toEqual([
      expect.objectContaining({ study: 'Fern 2010', why: ['shared-control'] }),
    ]);
    const { subgroups, moderators } = detailOf(support, results);
    expect(subgroups.map(({ levels }) => levels.map(({ label, rows: k }) => [label, k]))).toEqual([
      [
        ['Randomised', 5],
        ['Not randomised', 2],
      ],
      [
        ['Befriending', 5],
        ['Peer group', 2],
      ],
      [
        ['Another intervention of the study', 1],
        ['Usual care', 6],
      ],
    ]);
    expect(moderators.map(({ label, as, result }) => [label, as, result.ok])).toEqual([
      ['Personalised', 'category', true],
      ['Duration in weeks', 'number', true],
    ]);
    expect(results.plan.forestBy).toBe('intervention');
  });

  it('recovery training: nothing pooled; directions, sign tests, and passages under every code', () => {
    const rows = ['Kale 2006', 'Leek 2009', 'Maple 2012'].flatMap((study, i) => [
      measured(study, 'staff-knowledge', 'RKI', true, [3.6, 3.3, 0.5, 30]),
      measured(study, 'client-clinical', 'HoNOS', false, [12, 11 + i, 5, 40]),
    ]);
    const protocol = protocolOf('recovery-training', 'nl');
    const results = fillPlan(
      inventedSheet(protocol, rows, {
        codings: [
          {
            studyId: 'Kale 2006',
            study: 'Kale 2006',
            codeId: 'hope',
            quote: 'Staff spoke of hope first.',
            page: '4',
          },
          { studyId: 'Leek 2009', study: 'Leek 2009', codeId: 'role-play', quote: 'Role plays in pairs.' },
        ],
      }),
    );
    expect(results.analyses.every(({ result }) => !result.ok)).toBe(true);
    expect(
      results.directions.columns.map(({ label, trials, benefit, harm }) => [label, trials, benefit, harm]),
    ).toEqual([
      ['Medewerkers: kennis en houding', 3, 3, 0],
      ['Medewerkers: handelen', 0, 0, 0],
      ['Cliënten: herstel', 0, 0, 0],
      ['Cliënten: klachten en functioneren', 3, 1, 1],
    ]);
    expect(results.directions.columns[0]?.signTestP).toBeCloseTo(0.25, 10);
    expect(results.codes).toHaveLength(10);
    expect(results.codes.find(({ codeId }) => codeId === 'hope')).toMatchObject({
      code: 'Hoop en optimisme',
      trials: 1,
      passages: [{ study: 'Kale 2006', quote: 'Staff spoke of hope first.', page: '4' }],
    });
    expect(results.codes.find(({ codeId }) => codeId === 'meaning')?.passages).toEqual([]);
  });
});
