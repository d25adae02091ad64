const MOST_KEPT = 2000;

/** A pure function of two numbers that keeps its latest answers. */
export function remembered(answer: (a: number, b: number) => number): (a: number, b: number) => number {
  const kept = new Map<number, Map<number, number>>();
  let count = 0;
  return (a, b) => {
    const known = kept.get(a)?.get(b);
    if (known !== undefined) return known;
    if (count >= MOST_KEPT) {
      kept.clear();
      count = 0;
    }
    const value = answer(a, b);
    const row = kept.get(a) ?? new Map<number, number>();
    kept.set(a, row.set(b, value));
    count += 1;
    return value;
  };
}
