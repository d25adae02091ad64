import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sceneToSvg } from '@shared/figures';
import { decodeBytes } from '@shared/formats';
import {
  buildTextIndex,
  canLearn,
  contributionsOf,
  curvesCsv,
  drawPriors,
  fitModel,
  meanMetrics,
  rankedRows,
  rankingSettings,
  readLabelledSet,
  scoresOf,
  simulateScreening,
  startingScores,
  textsOf,
  type LabelledSet,
} from '@shared/ranking';
import { recallCurve } from '@shared/ranking/figures';
import { textsIn } from '@shared/i18n';
import { z } from '@shared/kernel/schema';
import { parseArguments, print, readBytes, readJson, tell, WrongUsage } from './io';

/** `concord simulate`: how the ranking would have fared on a set whose labels are known. */
export async function simulate(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['seeds', 'priors', 'curves'], ['keywords']);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new WrongUsage('give one labelled table');
  const seeds = Number(options.get('seeds') ?? '5');
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > 1000)
    throw new WrongUsage('--seeds is a number from 1');
  const set = await readSet(file);
  if (set === null) return 1;
  const priorsFile = options.get('priors');
  const given = priorsFile === undefined ? null : await readPriors(priorsFile, file, set);
  if (given === undefined) return 1;
  const index = buildTextIndex(textsOf(set, options.has('keywords')));
  const runs = [];
  for (let seed = 0; seed < seeds; seed += 1) {
    const priors = given === null ? drawPriors(set.isRelevant, seed) : given.get(seed);
    if (priors === undefined) {
      tell(`${priorsFile ?? ''} has no priors for seed ${seed}`);
      return 1;
    }
    const run = simulateScreening(index, set.isRelevant, priors, seed);
    tell(`seed ${seed}: all found after ${run.order.length} of ${set.ids.length - priors.length} records`);
    runs.push(run);
  }
  const curves = options.get('curves');
  if (curves !== undefined)
    await writeCurves(
      curves,
      set,
      runs.map(({ seed, order }) => ({ seed, order: order.map((row) => set.isRelevant[row] === true) })),
    );
  print({
    set: path.basename(file),
    records: set.ids.length,
    relevant: set.isRelevant.filter(Boolean).length,
    model: rankingSettings,
    keywords: options.has('keywords'),
    runs: runs.map(({ seed, priors, order, metrics }) => ({
      seed,
      priors: priors.map((row) => set.ids[row]),
      read: order.length,
      ...metrics,
    })),
    mean: meanMetrics(runs.map(({ metrics }) => metrics)),
  });
  return 0;
}

/** The gain curves of all runs as NAME.svg and NAME.csv. */
async function writeCurves(
  name: string,
  set: LabelledSet<boolean>,
  runs: readonly { readonly seed: number; readonly order: readonly boolean[] }[],
): Promise<void> {
  const [first] = runs;
  if (first === undefined) return;
  const scene = recallCurve(
    {
      orders: runs.map(({ order }) => order),
      records: set.ids.length,
      relevant: { known: first.order.filter(Boolean).length },
    },
    textsIn('en').ranking.curve,
    { language: 'en' },
  );
  await writeFile(`${name}.svg`, sceneToSvg(scene));
  await writeFile(`${name}.csv`, curvesCsv(runs));
  tell(`curves written to ${name}.svg and ${name}.csv`);
}

/** `concord rank`: the records without a label, most likely first, by what the labelled ones teach. */
export async function rank(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['like'], ['keywords']);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new WrongUsage('give one table');
  const set = await readSet(file, 'empty-is-unread');
  if (set === null) return 1;
  const index = buildTextIndex(textsOf(set, options.has('keywords')));
  const labels = new Map(
    set.isRelevant.flatMap((label, row) => (label === null ? [] : [[row, label] as const])),
  );
  const model = fitModel(index, labels);
  const likeRows = [...labels].flatMap(([row, label]) => (label ? [row] : []));
  const scores = model
    ? scoresOf(index, model)
    : startingScores(index, { likeRows, likeText: options.get('like') ?? '', seed: 0 });
  if (!canLearn(labels))
    tell('Both relevant and irrelevant labels are needed to learn; the order is a start.');
  print({
    model: model ? rankingSettings : null,
    labelled: labels.size,
    ranked: rankedRows(scores, labels).map((row) => ({
      id: set.ids[row],
      title: set.titles[row],
      score: scores[row],
      ...(model ? { why: contributionsOf(index, model, row, 5) } : {}),
    })),
  });
  return 0;
}

async function readSet(file: string): Promise<LabelledSet<boolean> | null>;
async function readSet(file: string, missing: 'empty-is-unread'): Promise<LabelledSet<boolean | null> | null>;
async function readSet(
  file: string,
  missing: 'refuse' | 'empty-is-unread' = 'refuse',
): Promise<LabelledSet<boolean | null> | null> {
  const { text } = decodeBytes(await readBytes(file));
  const set = missing === 'refuse' ? readLabelledSet(text) : readLabelledSet(text, missing);
  if (set.ok) return set.value;
  tell(`${file}: ${sentences[set.error.code](set.error.detail)}`);
  return null;
}

const sentences = {
  'no-text-column': (columns: string) =>
    `there is no column for title or abstract; the columns are: ${columns}`,
  'no-label-column': (columns: string) =>
    `there is no column that says which records were included (label_included, included, label …); the columns are: ${columns}`,
  'no-records': () => 'there is a header and no record',
  'label-not-understood': (label: string) => `a label is neither 1 nor 0: ${label}`,
} as const;

const Prior = z.object({
  seed: z.number().int(),
  relevant: z.array(z.union([z.number(), z.string()])),
  irrelevant: z.array(z.union([z.number(), z.string()])),
});
const PriorsFile = z.object({ priors: z.record(z.string(), z.array(Prior)) });

/** The priors of a set by seed, as rows; undefined after saying what is wrong. */
async function readPriors(
  priorsFile: string,
  file: string,
  set: LabelledSet<boolean>,
): Promise<ReadonlyMap<number, number[]> | undefined> {
  const parsed = PriorsFile.safeParse(await readJson(priorsFile));
  if (!parsed.success) {
    tell(`${priorsFile} does not hold priors: ${z.prettifyError(parsed.error)}`);
    return undefined;
  }
  const name = path.basename(file).replace(/\.[^.]*$/u, '');
  const ofSet = parsed.data.priors[name];
  if (!ofSet) {
    tell(`${priorsFile} has no priors for ${name}`);
    return undefined;
  }
  const rowOf = new Map(set.ids.map((id, row) => [id, row]));
  const bySeed = new Map<number, number[]>();
  for (const { seed, relevant, irrelevant } of ofSet) {
    const rows = [...relevant, ...irrelevant].map((id) => rowOf.get(String(id)));
    if (rows.includes(undefined)) {
      tell(`${priorsFile} names a record that ${file} does not have (seed ${seed})`);
      return undefined;
    }
    bySeed.set(
      seed,
      rows.flatMap((row) => row ?? []),
    );
  }
  return bySeed;
}
