import { mayStop, type Work } from '../kernel';

/** Negative where `a` stands before `b`, positive where after, 0 where they are the same. */
export type Compare<T> = (a: T, b: T) => number;

export const byNumber: Compare<number> = (a, b) => a - b;

/** How many entries of a sorted list stand before `entry`: its place, whether it is in the list or not. */
export function placeIn<T>(sorted: readonly T[], entry: T, compare: Compare<T>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts an entry into a sorted list, or takes it out, in place; true where that changed the list. */
export function keepIn<T>(sorted: T[], entry: T, compare: Compare<T>, kept: boolean): boolean {
  const at = placeIn(sorted, entry, compare);
  const there = sorted[at];
  const found = there !== undefined && compare(there, entry) === 0;
  if (found === kept) return false;
  if (kept) sorted.splice(at, 0, entry);
  else sorted.splice(at, 1);
  return true;
}

/** What can be sorted without stopping. */
const runLength = 512;

/** Sorts a list into another one, equals as they were: in runs, which are then merged two by two. */
export function* sortInRuns<T>(list: readonly T[], compare: Compare<T>): Work<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < list.length; from += runLength) {
    runs.push(list.slice(from, from + runLength).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(left: readonly T[], right: readonly T[], compare: Compare<T>): Work<readonly T[]> {
  const merged: T[] = [];
  let [atLeft, atRight] = [0, 0];
  while (atLeft < left.length && atRight < right.length) {
    const [first, second] = [left[atLeft] as T, right[atRight] as T];
    if (compare(first, second) <= 0) {
      merged.push(first);
      atLeft += 1;
    } else {
      merged.push(second);
      atRight += 1;
    }
    if (mayStop(merged.length)) yield;
  }
  return [...merged, ...left.slice(atLeft), ...right.slice(atRight)];
}
