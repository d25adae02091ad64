/**
 * How well a screening order found the relevant records. Positions count from 1; n is the number of records screened
 * after the prior knowledge, R the relevant ones among them.
 */
export type OrderMetrics = {
  /** (mean position - (R + 1) / 2) / (n - R): 0 is perfect, 0.5 random (ASReview insights). */
  readonly loss: number;
  /** Discounted gain against that of the perfect order, 0 to 1 (Järvelin & Kekäläinen 2002). */
  readonly ndcg: number;
  /** Work saved over sampling at 95 % recall: (n - k) / n - 0.05 (Cohen et al. 2006). */
  readonly wss95: number;
  /** Share of the relevant records among the first tenth. */
  readonly recall10: number;
  /** Average time to discovery: mean position / n (Ferdinands et al. 2023). */
  readonly atd: number;
};

/** Metrics of an order given as labels in the order of screening; NaN where nothing was relevant. */
export function orderMetrics(order: readonly boolean[]): OrderMetrics {
  const n = order.length;
  const positions: number[] = [];
  for (const [at, isRelevant] of order.entries()) if (isRelevant) positions.push(at + 1);
  const found = positions.length;
  const meanPosition = positions.reduce((sum, position) => sum + position, 0) / found;
  let gain = 0;
  let best = 0;
  for (const [at, position] of positions.entries()) {
    gain += 1 / Math.log2(position + 1);
    best += 1 / Math.log2(at + 2);
  }
  const at95 = positions[Math.ceil(0.95 * found) - 1] ?? Number.NaN;
  const early = positions.filter((position) => position <= Math.floor(0.1 * n)).length;
  return {
    loss: found === n ? 0 : (meanPosition - (found + 1) / 2) / (n - found),
    ndcg: gain / best,
    wss95: (n - at95) / n - 0.05,
    recall10: early / found,
    atd: meanPosition / n,
  };
}

const metricNames = ['loss', 'ndcg', 'wss95', 'recall10', 'atd'] as const;

/** The plain mean of each metric. */
export function meanMetrics(all: readonly OrderMetrics[]): OrderMetrics {
  const mean = (name: (typeof metricNames)[number]): number =>
    all.reduce((sum, metrics) => sum + metrics[name], 0) / all.length;
  return {
    loss: mean('loss'),
    ndcg: mean('ndcg'),
    wss95: mean('wss95'),
    recall10: mean('recall10'),
    atd: mean('atd'),
  };
}
