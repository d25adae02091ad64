/** Rows first rater, columns second rater, in the order of the categories. */
export type Table = readonly (readonly number[])[];

/** Items without a rating: by the first, by the second, by both. */
export type MissingRatings = { readonly a: number; readonly b: number; readonly both: number };

/** The table of two raters' ratings of the same items; null is a missing rating. Only items rated by both count. */
export function tableOfRatings(
  categories: readonly string[],
  first: readonly (string | null)[],
  second: readonly (string | null)[],
): { readonly table: number[][]; readonly missing: MissingRatings } {
  const table = categories.map(() => categories.map(() => 0));
  const missing = { a: 0, b: 0, both: 0 };
  for (const [index, a] of first.entries()) {
    const b = second[index] ?? null;
    if (a === null || b === null) {
      missing[a === null ? (b === null ? 'both' : 'a') : 'b'] += 1;
      continue;
    }
    const row = table[categories.indexOf(a)];
    const column = categories.indexOf(b);
    if (row && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return { table, missing };
}

/**
 * How often each item was put in each category, whoever did it: rows items, columns categories. `ratings` is one list
 * per rater over the same items; null is a missing rating.
 */
export function countsOfRatings(
  categories: readonly string[],
  ratings: readonly (readonly (string | null)[])[],
): number[][] {
  const items = Math.max(0, ...ratings.map((list) => list.length));
  return Array.from({ length: items }, (_, item) =>
    categories.map((category) => ratings.filter((list) => list[item] === category).length),
  );
}
