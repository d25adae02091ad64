/** A place on the gain curve: so many relevant records found after so many read. */
export type ReadingStep = { readonly read: number; readonly found: number };

/** The corners of the gain curve: before and after every relevant record, the beginning and the end. */
export function stepsOf(order: readonly boolean[]): ReadingStep[] {
  const steps: ReadingStep[] = [{ read: 0, found: 0 }];
  let found = 0;
  for (const [at, isRelevant] of order.entries()) {
    if (!isRelevant) continue;
    if (at > (steps.at(-1)?.read ?? 0)) steps.push({ read: at, found });
    found += 1;
    steps.push({ read: at + 1, found });
  }
  if ((steps.at(-1)?.read ?? 0) < order.length) steps.push({ read: order.length, found });
  return steps;
}

/** How many of each `size` records read one after another were relevant; the last bin may be shorter. */
export function foundPerBin(
  order: readonly boolean[],
  size: number,
): { readonly from: number; readonly read: number; readonly found: number }[] {
  const bins = [];
  for (let from = 0; from < order.length; from += size) {
    const part = order.slice(from, from + size);
    bins.push({ from, read: part.length, found: part.filter(Boolean).length });
  }
  return bins;
}

/** Gain curves as a table, one row per corner: which run, records read, relevant found, recall (0 to 1). */
export function curvesCsv(
  runs: readonly { readonly seed: number; readonly order: readonly boolean[] }[],
): string {
  const rows = ['seed,read,found,recall'];
  for (const { seed, order } of runs) {
    const all = order.filter(Boolean).length;
    for (const { read, found } of stepsOf(order))
      rows.push(`${seed},${read},${found},${all === 0 ? 'NA' : (found / all).toFixed(6)}`);
  }
  return `${rows.join('\r\n')}\r\n`;
}
