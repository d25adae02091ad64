import type { Result } from '../kernel';
import { pool, type PoolError, type PoolResult } from '../pooling';
import { poolingMethods } from '../protocol';
import { trialsIn, type PoolingSheetRow } from './pooling-sheet';

export type PoolingMethodName = (typeof poolingMethods)[number];

/** The rows of one outcome domain in one time window, pooled. Rows and trials are counted apart. */
export type PooledGroup<Row> = {
  readonly key: string;
  readonly domain: string;
  readonly window: string;
  readonly rows: readonly Row[];
  readonly trials: number;
  readonly result: Result<PoolResult, PoolError>;
};

type Poolable = {
  readonly studyId: string;
  readonly study: string;
  readonly estimate: number;
  readonly se: number;
};

/** Pools rows as independent effects; `vi` is the squared standard error. */
export const poolRows = (
  rows: readonly Poolable[],
  method: PoolingMethodName,
): Result<PoolResult, PoolError> =>
  pool(
    rows.map((row) => ({ label: row.study, yi: row.estimate, vi: row.se * row.se })),
    { method },
  );

/** Pools a sheet by outcome domain and time window, in the order in which they first appear. */
export function poolSheet(
  rows: readonly PoolingSheetRow[],
  method: PoolingMethodName,
): PooledGroup<PoolingSheetRow>[] {
  const groups = new Map<string, PoolingSheetRow[]>();
  for (const row of rows) {
    const key = `${row.domainId ?? row.domain}\u0000${row.windowId ?? row.timepoint}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, members]) => ({
    key,
    domain: members[0]?.domain ?? '',
    window: members[0]?.window || members[0]?.timepoint || '',
    rows: members,
    trials: trialsIn(members),
    result: poolRows(members, method),
  }));
}
