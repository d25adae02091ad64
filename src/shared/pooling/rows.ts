import { err, ok, type Result } from '../kernel/result';
import type { PoolError } from './errors';

/** What a further column of a row may hold: a moderator, a subgroup, a cluster, a year. */
export type Cell = string | number | boolean | null | undefined;

/**
 * One row of a pooling sheet: an effect on the analysis scale (ratios as natural logarithms) with its sampling
 * variance. A row without one of the two is left out of every analysis.
 */
export type PoolingRow = {
  readonly label?: string | undefined;
  readonly yi: number | null | undefined;
  readonly vi: number | null | undefined;
  readonly fields?: { readonly [name: string]: Cell } | undefined;
};

/** A row that can be pooled. `index` is its place in the rows it came from, from 0. */
export type Study = {
  readonly index: number;
  readonly label: string;
  readonly yi: number;
  readonly vi: number;
  readonly fields: { readonly [name: string]: Cell };
};

const LARGEST = 1e60;

/**
 * The rows that have an effect and a variance, in order. Errors: `no-studies` when there is none,
 * `variance-not-positive` when one has a variance of zero or below, `number-out-of-range` when sums of squares of one
 * would not fit a number (an effect beyond ±1e60, a variance outside 1e-60 to 1e60): no measurement is like that. An
 * effect within ±1e-60 is 0.
 */
export function studiesOf(rows: readonly PoolingRow[]): Result<readonly Study[], PoolError> {
  const studies: Study[] = [];
  for (const [index, row] of rows.entries()) {
    const { yi, vi } = row;
    if (typeof yi !== 'number' || typeof vi !== 'number' || !Number.isFinite(yi) || !Number.isFinite(vi))
      continue;
    if (vi <= 0) return err({ code: 'variance-not-positive', label: row.label });
    if (Math.abs(yi) > LARGEST || vi > LARGEST || vi < 1 / LARGEST)
      return err({ code: 'number-out-of-range', label: row.label });
    const effect = yi !== 0 && Math.abs(yi) < 1 / LARGEST ? 0 : yi;
    studies.push({
      index,
      label: row.label ?? String(index + 1),
      yi: effect,
      vi,
      fields: row.fields ?? {},
    });
  }
  return studies.length === 0 ? err({ code: 'no-studies' }) : ok(studies);
}

/**
 * The studies that have a value in every one of the named columns. Error `field-missing` when no study has a value in
 * a column: then the name is wrong rather than the data incomplete.
 */
export function studiesWith(
  studies: readonly Study[],
  fields: readonly string[],
): Result<readonly Study[], PoolError> {
  for (const field of fields) {
    if (studies.every((study) => isBlank(study.fields[field]))) return err({ code: 'field-missing', field });
  }
  const complete = studies.filter((study) => fields.every((field) => !isBlank(study.fields[field])));
  return complete.length === 0 ? err({ code: 'no-studies' }) : ok(complete);
}

const isBlank = (cell: Cell): boolean =>
  cell === null || cell === undefined || cell === '' || Number.isNaN(cell);

/** A group of studies that share a value of a column, the value written as text. */
export type Group = { readonly level: string; readonly studies: readonly Study[] };

/** Groups by a column, in order of first appearance. Every study must have the column. */
export function groupsByFirstAppearance(studies: readonly Study[], field: string): readonly Group[] {
  const groups = new Map<string, Study[]>();
  for (const study of studies) {
    const level = String(study.fields[field]);
    const group = groups.get(level);
    if (group) group.push(study);
    else groups.set(level, [study]);
  }
  return [...groups].map(([level, members]) => ({ level, studies: members }));
}

/** Groups by a column in ascending order: by size when every level is a number, else by code unit. */
export function groupsAscending(studies: readonly Study[], field: string): readonly Group[] {
  const groups = groupsByFirstAppearance(studies, field);
  const numeric = studies.every((study) => typeof study.fields[field] === 'number');
  return [...groups].sort((a, b) =>
    numeric ? Number(a.level) - Number(b.level) : a.level < b.level ? -1 : a.level > b.level ? 1 : 0,
  );
}
