import { seededRandom } from './seeded-random';

/**
 * A ranked order with every n-th place given to a record drawn at random from the rest, so that what is read stays an
 * honest sample too. `everyNth` below 2 leaves the order as it is. Deterministic for a seed.
 */
export function mixedOrder(ranked: readonly number[], everyNth: number, seed: number): number[] {
  if (everyNth < 2) return [...ranked];
  const random = seededRandom(seed);
  const rank = new Map(ranked.map((row, at) => [row, at]));
  // A random order of the same rows that does not depend on their ranks: otherwise a new vote would reshuffle it.
  const drawn = [...ranked].sort((a, b) => a - b);
  for (let at = drawn.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = drawn[at];
    const swapped = drawn[other];
    if (held === undefined || swapped === undefined) continue;
    drawn[at] = swapped;
    drawn[other] = held;
  }
  const taken = new Set<number>();
  const mixed: number[] = [];
  let best = 0;
  let chance = 0;
  while (mixed.length < rank.size) {
    const list = (mixed.length + 1) % everyNth === 0 ? drawn : ranked;
    let at = list === drawn ? chance : best;
    while (taken.has(list[at] ?? -1)) at += 1;
    const row = list[at];
    if (row === undefined) break;
    taken.add(row);
    mixed.push(row);
    if (list === drawn) chance = at + 1;
    else best = at + 1;
  }
  return mixed;
}
