/**
 * How well a partition of records meets the true one, counted per removed record: in every cluster one record stays.
 * `lost` are works that would vanish (FP), `missed` copies that stay (FN), both as in `../shared/fixtures/dedupe/README.md`:
 * FN = over true groups the clusters each is spread over, minus 1; FP = over clusters the true works in each, minus 1.
 */
export function measure(
  ids: readonly string[],
  truth: readonly (readonly string[])[],
  joined: Iterable<readonly [string, string]>,
): { readonly lost: number; readonly missed: number; readonly sensitivity: number } {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  for (const [a, b] of joined) {
    const [x, y] = [root(a), root(b)];
    if (x !== y) parent.set(x, y);
  }
  const work = new Map<string, string>();
  for (const [index, group] of truth.entries()) for (const id of group) work.set(id, `work ${index}`);
  const clusters = new Map<string, Set<string>>();
  for (const id of ids) {
    const works = clusters.get(root(id)) ?? new Set();
    clusters.set(root(id), works.add(work.get(id) ?? id));
  }
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
  const removable = sum(truth.map((group) => group.length - 1));
  const missed = sum(truth.map((group) => new Set(group.map(root)).size - 1));
  const lost = sum([...clusters.values()].map((works) => works.size - 1));
  return { lost, missed, sensitivity: removable === 0 ? 1 : (removable - missed) / removable };
}

/** The pairs that a list of groups joins. */
export const pairsOf = (groups: readonly (readonly string[])[]): [string, string][] =>
  groups.flatMap((group) => group.slice(1).map((id): [string, string] => [group[0] ?? id, id]));
