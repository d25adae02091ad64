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
