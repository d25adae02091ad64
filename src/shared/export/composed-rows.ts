import { composite } from '../effect-size';
import type { PoolingSheetRow } from './pooling-sheet';

/**
 * Rows of one study in which the instruments of a domain, window and comparison are one: the mean of their effects, with
 * the variance a stated correlation gives (Borenstein et al. 2009, ch. 24). Risk of bias, places and values are those of
 * the first; what it is the mean of stands beside it.
 * @param correlation between instruments, 0 to 1
 */
export function composedRows(rows: readonly PoolingSheetRow[], correlation: number): PoolingSheetRow[] {
  const groups = new Map<string, PoolingSheetRow[]>();
  for (const row of rows) {
    const key = [row.domainId ?? row.resultId, row.windowId ?? row.timepoint, row.armT, row.armC].join(
      '\u0000',
    );
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first || members.length < 2) return members;
    const effect = composite(
      members.map(({ estimate }) => estimate),
      members.map(({ se }) => se * se),
      correlation,
      'equal',
    );
    if (typeof effect === 'string') return members;
    return [
      {
        ...first,
        instrument: members.map(({ instrument }) => instrument).join(' + '),
        estimate: effect.yi,
        se: effect.sei,
        shape: 'generic-se',
        values: {},
        composedOf: members.map(({ instrument, estimate, se }) => ({ instrument, estimate, se })),
        ...(members.some(({ imputed }) => imputed) ? { imputed: true } : {}),
      },
    ];
  });
}
