import {
  buildTextIndex,
  fitModel,
  LinearSvm,
  rankedRows,
  refit,
  scoresOf,
  type Labels,
  type TextIndex,
} from '@shared/ranking';
import { lineOf, processorTime, type BenchReport } from './measure';

const runs = 3;
const sizes = [2_000, 10_000, 50_000, 100_000] as const;
const labelled = 2_000;

/**
 * Prioritised screening by size of the review: building the index, fitting 2,000 labels from nothing and after ten more,
 * scoring and sorting every record.
 */
export function benchRank(): BenchReport[] {
  return sizes.map((size) => {
    const texts = inventTexts(size);
    const times = new Map<string, number[]>();
    const note = (what: string, ms: number): void => {
      times.set(what, [...(times.get(what) ?? []), ms]);
    };
    for (let turn = 0; turn <= runs; turn += 1) {
      const measured = measureOnce(texts);
      if (turn > 0) for (const [what, ms] of measured) note(what, ms);
    }
    return {
      title: `${size.toLocaleString('en')} records, ${Math.min(labelled, size / 2).toLocaleString('en')} labels`,
      runs,
      lines: [...times.keys()].map((what) =>
        lineOf(what === yardstick ? { what } : { what, against: yardstick }, times),
      ),
    };
  });
}

const yardstick = 'cut the texts into words';

function measureOnce(texts: readonly string[]): [string, number][] {
  const words = processorTime(() =>
    texts.reduce((sum, text) => sum + (text.toLowerCase().match(/\w\w+/gu)?.length ?? 0), 0),
  );
  let index: TextIndex | undefined;
  const build = processorTime(() => {
    index = buildTextIndex(texts);
    return index;
  });
  if (!index) throw new Error('There is an index');
  const built = index;
  const labels = labelsFor(texts, Math.min(labelled, texts.length / 2));
  const cold = processorTime(() => fitModel(built, labels));
  const svm = new LinearSvm(built);
  refit(svm, new Map([...labels].slice(0, -10)));
  const warm = processorTime(() => refit(svm, labels));
  const scores = scoresOf(built, svm.model);
  const score = processorTime(() => scoresOf(built, svm.model));
  const sort = processorTime(() => rankedRows(scores, labels));
  return [
    [yardstick, words],
    ['build the index', build],
    ['fit from nothing', cold],
    ['fit after ten more votes', warm],
    ['score every record', score],
    ['sort what is unread', sort],
  ];
}

/** Every k-th record is labelled; one topic is the relevant one. */
function labelsFor(texts: readonly string[], count: number): Labels {
  const step = Math.floor(texts.length / count);
  return new Map(
    Array.from({ length: count }, (_, at) => [at * step, texts[at * step]?.includes(' topic0word') === true]),
  );
}

/**
 * Texts like abstracts: 40 to 330 words, drawn by Zipf's law from 60,000, one word in eight from the record's own topic
 * (one record in thirty is on topic 0). The same every time.
 */
function inventTexts(count: number): string[] {
  let state = 20_261_125;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  return Array.from({ length: count }, () => {
    const topic = Math.floor(random() * 30);
    const words: string[] = [];
    for (let left = 40 + Math.floor(random() * 290); left > 0; left -= 1) {
      words.push(
        random() < 0.125
          ? `topic${topic}word${Math.floor(40 * random() ** 2)}`
          : `w${Math.floor(Math.exp(random() * Math.log(60_000)))}`,
      );
    }
    return words.join(' ');
  });
}
