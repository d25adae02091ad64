import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PoolingSheet } from '@shared/export';
import { readRows } from '@shared/formats/delimited';
import { analysesToRepeat, plannedAnalysesScript } from '@shared/hand-off';
import { dependenceHandlings, plannedOutcome, usualPlan, type AnalysisPlan } from '@shared/protocol';
import { fillPlan, type Pooled } from '@shared/synthesis';
import { inventedRow, inventedSheet } from '../../support/invented-sheet';
import { protocol } from '../../support/review-events';

/** Fourteen invented trials, three of them with two instruments, in one outcome; four in another. */
const trials: readonly (readonly [
  study: string,
  effects: readonly number[],
  se: number,
  format: string,
  weeks: number,
])[] = [
  ['Aalberts 2009', [0.42], 0.21, 'group', 8],
  ['Boer 2010', [0.11, 0.29], 0.15, 'group', 12],
  ['Cramer 2011', [0.58], 0.28, 'individual', 10],
  ['Dekker 2012', [-0.12], 0.18, 'individual', 26],
  ['Evers 2013', [0.36, 0.05], 0.19, 'group', 8],
  ['Faber 2014', [0.71], 0.33, 'individual', 6],
  ['Groen 2014', [0.02], 0.12, 'online', 20],
  ['Hoek 2015', [0.25], 0.17, 'individual', 12],
  ['Idema 2016', [0.47], 0.24, 'group', 10],
  ['Jonker 2017', [-0.05, 0.18], 0.14, 'individual', 52],
  ['Koster 2018', [0.33], 0.2, 'online', 16],
  ['Lange 2019', [0.94], 0.31, 'group', 6],
  ['Mol 2020', [0.15], 0.11, 'individual', 24],
  ['Noot 2022', [0.21], 0.16, 'online', 12],
];

const plan: AnalysisPlan = {
  ...usualPlan,
  outcomes: [
    plannedOutcome({
      id: 'clinical',
      label: 'Clinical recovery',
      domainId: 'clinical',
      sign: 'benefit-negative',
    }),
    plannedOutcome({ id: 'personal', label: 'Personal recovery, as "told"', domainId: 'personal' }),
  ],
  subgroups: [{ id: 'format', label: 'Format', field: 'format', levels: [] }],
  moderators: [
    { id: 'weeks', label: 'Weeks of support', field: 'duration' },
    { id: 'how', label: 'How', field: 'format' },
  ],
  sensitivity: ['without-high-risk', 'without-outliers', 'common-effect', ...dependenceHandlings],
};

const rows = trials.flatMap(([study, effects, se, format, weeks], i) =>
  effects.flatMap((estimate, which) =>
    (['clinical', 'personal'] as const)
      .filter((domainId) => domainId === 'clinical' || i < 4)
      .map((domainId) =>
        inventedRow({
          study,
          domainId,
          domain: domainId,
          resultId: `${domainId}-${which}`,
          instrument: which === 0 ? 'Harbour Scale' : "Pilot's \\ Scale",
          estimate: domainId === 'clinical' ? estimate : estimate / 2 + 0.1,
          se,
          values: {},
          riskOfBias: { overall: i % 5 === 2 ? 'High' : 'Low' },
          characteristics: { format, duration: String(weeks) },
        }),
      ),
  ),
);

const sheetWith = (change: Partial<AnalysisPlan>, test: string): PoolingSheet =>
  inventedSheet(protocol, rows, {
    pooling: { method: 'REML', test },
    planned: {
      plan: { ...plan, ...change },
      stated: true,
      predictionInterval: true,
      domains: [],
      windows: [],
      codebook: [],
    },
  });

const variants = [
  { name: 'independent-hk-common', sheet: sheetWith({ subgroupVariance: 'common' }, 'hk') },
  { name: 'aggregate-z-separate', sheet: sheetWith({ dependence: 'aggregate' }, 'z') },
  { name: 'three-level-t', sheet: sheetWith({ dependence: 'three-level' }, 'hk') },
  { name: 'robust', sheet: sheetWith({ dependence: 'robust' }, 'hk') },
];

/** What the window says, by analysis, part and item, under the names of the script's columns. */
type Numbers = { readonly [column: string]: number | null };

function numbersOfTheWindow(sheet: PoolingSheet): ReadonlyMap<string, Numbers> {
  const found = new Map<string, Numbers>();
  analysesToRepeat(fillPlan(sheet)).forEach(({ analysis, detail }, i) => {
    const put = (part: string, item: string, numbers: Numbers): void => {
      found.set([i + 1, part, item].join(' | '), numbers);
    };
    const effect = ({ estimate, se, ciLow, ciHigh, pval, tau2 }: Omit<Pooled, 'I2'> | Pooled): Numbers => ({
      estimate,
      se,
      ci_low: ciLow,
      ci_high: ciHigh,
      p: pval,
      tau2,
    });
    if (!analysis.result.ok) throw new Error('not pooled');
    put('pooled', 'all', effect(analysis.result.value));
    if (analysis.result.value.handling !== 'aggregate')
      put('heterogeneity', 'Q', { statistic: analysis.result.value.Q, p: analysis.result.value.Qp });
    for (const { label, levels, between } of detail.subgroups) {
      for (const level of levels) {
        if (level.pooled?.ok) put('subgroup', `${label}: ${level.label}`, effect(level.pooled.value));
      }
      if (between) put('between', label, { statistic: between.Q, df: between.df, p: between.p });
    }
    for (const { label, result } of detail.moderators) {
      if (!result.ok) continue;
      for (const { term, estimate, se, ciLow, ciHigh, pval } of result.value.coefficients) {
        const item = term === 'intercept' ? term : term === label ? 'slope' : term.slice(label.length + 2);
        put('moderator', `${label}: ${item}`, { estimate, se, ci_low: ciLow, ci_high: ciHigh, p: pval });
      }
      put('moderators', label, { statistic: result.value.QM, p: result.value.QMp });
    }
    for (const { kind, pooled } of detail.sensitivity)
      if (pooled?.ok) put('sensitivity', kind, effect(pooled.value));
    const tests = detail.smallStudies.tests;
    if (tests?.egger.ok && tests.begg.ok && tests.trimAndFill.ok) {
      const { slope, slopeSe, pval } = tests.egger.value;
      put('small-study', 'Egger', { estimate: slope, se: slopeSe, p: pval });
      put('small-study', 'Begg', { estimate: tests.begg.value.tau, p: tests.begg.value.pval });
      const { estimate, ciLow, ciHigh, k0 } = tests.trimAndFill.value;
      put('small-study', 'trim and fill', { estimate, ci_low: ciLow, ci_high: ciHigh, statistic: k0 });
    }
    for (const step of detail.leaveOneOut) {
      const trial = analysis.rows.find(({ key }) => key === step.key)?.row.studyId ?? step.key;
      put('without', trial, { estimate: step.estimate, ci_low: step.ciLow, ci_high: step.ciHigh });
    }
  });
  return found;
}

const hasPackages =
  spawnSync('Rscript', ['-e', 'library(metafor); library(clubSandwich)'], { stdio: 'ignore' }).status === 0;
if (!hasPackages) console.log('R with metafor and clubSandwich is not here: its recorded output is compared');

function resultsOfR(sheet: PoolingSheet): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planned-analyses-'));
  try {
    writeFileSync(path.join(folder, 'planned-analyses.R'), plannedAnalysesScript(sheet));
    const run = spawnSync('Rscript', ['planned-analyses.R'], { cwd: folder, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return readFileSync(path.join(folder, 'planned-analyses-results.csv'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const linesOf = (text: string): { readonly [column: string]: string }[] => {
  const [head, ...body] = readRows(text, ',').rows;
  return body.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, column) => [name, cells[column] ?? ''])),
  );
};

describe.each(variants)('the script of every planned analysis, $name,', ({ name, sheet }) => {
  const recorded = path.resolve('test/golden/metafor', `planned-${name}.csv`);
  const fresh = hasPackages ? resultsOfR(sheet) : undefined;
  if (fresh !== undefined && (process.env['RECORD_GOLDEN'] === '1' || !existsSync(recorded)))
    writeFileSync(recorded, fresh);
  const given = [
    { from: 'as recorded', text: readFileSync(recorded, 'utf8') },
    ...(fresh === undefined ? [] : [{ from: 'as R gives it here', text: fresh }]),
  ];

  it.each(given)('gives the numbers of the window, $from', ({ text }) => {
    const window = numbersOfTheWindow(sheet);
    const lines = linesOf(text).filter(
      ({ part }) => part !== 'heterogeneity' || sheet.planned?.plan.dependence !== 'aggregate',
    );
    const keyOf = (line: (typeof lines)[number]): string =>
      [line['analysis'], line['part'], line['item']].join(' | ');
    expect(lines.map(keyOf).toSorted()).toEqual([...window.keys()].toSorted());
    for (const line of lines) {
      for (const [column, number] of Object.entries(window.get(keyOf(line)) ?? {})) {
        const printed = Number(line[column]);
        const off = Math.abs(printed - (number ?? Number.NaN));
        expect(off, `${keyOf(line)}: ${column} ${printed} is not ${number}`).toBeLessThan(
          1e-5 + 1e-4 * Math.abs(printed),
        );
      }
    }
  });
});
