import { decodeBytes } from '@shared/formats';
import {
  buildTextIndex,
  contributionsOf,
  drawPriors,
  meanMetrics,
  readingOrder,
  readLabelledSet,
  secondLooks,
  simulateScreening,
  textsOf,
  type LinearModel,
  type TextIndex,
} from '@shared/ranking';
import type { RankingReply, RankingRequest, RowLabels, SimulatedCurve } from './ranking-protocol';

/** Learns and ranks off the main thread: the next record never waits for it. One request is answered after another. */
let texts: string[] = [];
let index: TextIndex | undefined;
let model: LinearModel | undefined;

self.addEventListener('message', (event: MessageEvent<RankingRequest>) => {
  void answer(event.data);
});

async function answer(request: RankingRequest): Promise<void> {
  switch (request.ask) {
    case 'texts':
      texts.push(...request.texts);
      return;
    case 'build':
      index = buildTextIndex(texts, (share) => reply({ kind: 'progress', share }));
      model = undefined;
      texts = [];
      reply({ kind: 'built', rows: index.rowCount });
      return;
    case 'order': {
      const order = readingOrder(built(), { ...request, read: labelsOf(request.read) });
      model = order.model;
      reply({ kind: 'ordered', rows: Int32Array.from(order.rows), learned: model !== undefined });
      return;
    }
    case 'why':
      reply({
        kind: 'why',
        why: model === undefined ? null : contributionsOf(built(), model, request.row, request.most),
      });
      return;
    case 'second-looks':
      reply({ kind: 'second-looks', looks: secondLooks(built(), labelsOf(request.read), request.seed) });
      return;
    case 'simulate-file':
      await simulateFile(request.file, request.seeds);
      return;
    case 'simulate-texts':
      simulate(
        buildTextIndex(request.texts),
        [...request.relevant].map((label) => label === 1),
        request.seeds,
      );
  }
}

async function simulateFile(file: Blob, seeds: number): Promise<void> {
  try {
    const { text } = decodeBytes(new Uint8Array(await file.arrayBuffer()));
    const set = readLabelledSet(text);
    if (!set.ok) {
      reply({ kind: 'not-simulated', failure: set.error });
      return;
    }
    simulate(buildTextIndex(textsOf(set.value, true)), set.value.isRelevant, seeds);
  } catch (cause) {
    reply({ kind: 'not-simulated', failure: { code: 'failed', detail: String(cause) } });
  }
}

function simulate(ofSet: TextIndex, isRelevant: readonly boolean[], seeds: number): void {
  const relevant = isRelevant.filter(Boolean).length;
  // One relevant record is the prior knowledge; without a second there is nothing to find.
  if (relevant < 2 || relevant === isRelevant.length) {
    reply({ kind: 'not-simulated', failure: { code: 'one-sided', detail: '' } });
    return;
  }
  const runs: SimulatedCurve[] = [];
  for (let seed = 0; seed < seeds; seed += 1) {
    let told = 0;
    const run = simulateScreening(ofSet, isRelevant, drawPriors(isRelevant, seed), seed, (found) => {
      if (found === told) return;
      told = found;
      reply({ kind: 'simulating', run: seed + 1, found, relevant });
    });
    runs.push({ seed, order: run.order.map((row) => isRelevant[row] === true), metrics: run.metrics });
  }
  const mean = meanMetrics(runs.map(({ metrics }) => metrics));
  reply({ kind: 'simulated', simulation: { records: isRelevant.length, relevant, runs, mean } });
}

function built(): TextIndex {
  if (index === undefined) throw new Error('The index was not built');
  return index;
}

const labelsOf = ({ rows, relevant }: RowLabels): Map<number, boolean> =>
  new Map([...rows].map((row, at) => [row, relevant[at] === 1]));

function reply(message: RankingReply): void {
  self.postMessage(message);
}
