import type { Result } from '../kernel';
import { metaRegression, poolSubgroups, type MetaRegressionResult, type PoolError } from '../pooling';
import { numberAsPrinted } from '../extraction';
import type { AnalysisPlan, PlannedModerator, PlannedSubgroup } from '../protocol';
import { chiSquareUpperTail } from '../statistics';
import { fieldOf, type AnalysedRow } from './analysed-rows';
import { pooledBy, type Model, type Pooled } from './pooled';

/** A level with its pooled effect, or why there is none: too few trials, or an error of the analysis. */
export type Level = {
  readonly label: string;
  readonly keys: readonly string[];
  readonly rows: number;
  readonly trials: number;
  readonly pooled: Result<Pooled, PoolError> | null;
};

/** A planned subgroup analysis. `between` is null where fewer than two levels were pooled. */
export type SubgroupAnalysis = {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly Level[];
  readonly withoutValue: number;
  readonly between: {
    readonly Q: number;
    readonly df: number;
    readonly p: number;
    readonly F: boolean;
  } | null;
};

/** The level of a row under a planned subgroup; null where it has no value or no level takes it. */
export function levelOf(row: AnalysedRow['row'], { field, levels }: PlannedSubgroup): string | null {
  const value = fieldOf(row, field).trim();
  if (value === '' || value === 'NA') return null;
  if (levels.length === 0) return value;
  const same = (other: string): boolean => other.trim().toLowerCase() === value.toLowerCase();
  return (
    levels.find(({ values }) => values.some(same))?.label ??
    levels.find(({ values }) => values.length === 0)?.label ??
    null
  );
}

/** Levels in the order of the plan, else by name. */
function levelsIn(rows: readonly AnalysedRow[], subgroup: PlannedSubgroup): [string, AnalysedRow[]][] {
  const found = new Map<string, AnalysedRow[]>();
  for (const { label } of subgroup.levels) found.set(label, []);
  for (const row of rows) {
    const level = levelOf(row.row, subgroup);
    if (level !== null) found.set(level, [...(found.get(level) ?? []), row]);
  }
  const inOrder = [...found].filter(([, own]) => own.length > 0);
  return subgroup.levels.length > 0 ? inOrder : inOrder.sort(([a], [b]) => (a < b ? -1 : 1));
}

export function subgroupAnalysis(
  rows: readonly AnalysedRow[],
  subgroup: PlannedSubgroup,
  model: Model,
  plan: Pick<AnalysisPlan, 'minimumTrials' | 'subgroupVariance'>,
): SubgroupAnalysis {
  const groups = levelsIn(rows, subgroup);
  const levels = groups.map(([label, own]): Level => {
    const trials = new Set(own.map(({ row }) => row.studyId)).size;
    return {
      label,
      keys: own.map(({ key }) => key),
      rows: own.length,
      trials,
      pooled: trials < plan.minimumTrials ? null : pooledBy(own, model),
    };
  });
  const shared = {
    id: subgroup.id,
    label: subgroup.label,
    withoutValue: rows.length - levels.reduce((sum, level) => sum + level.rows, 0),
  };
  if (plan.subgroupVariance === 'common' && model.dependence === 'independent') {
    const common = commonVariance(groups, levels, model);
    if (common) return { ...shared, ...common };
  }
  return { ...shared, levels, between: waldBetween(levels) };
}

/** The inverse-variance Q of the levels' estimates (Borenstein et al. 2009, ch. 19), chi-square on levels - 1. */
function waldBetween(levels: readonly Level[]): SubgroupAnalysis['between'] {
  const pooled = levels.flatMap((level) => (level.pooled?.ok ? [level.pooled.value] : []));
  if (pooled.length < 2 || pooled.some(({ se }) => se === 0)) return null;
  const weights = pooled.map(({ se }) => 1 / se ** 2);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const centre = pooled.reduce((sum, { estimate }, i) => sum + (weights[i] ?? 0) * estimate, 0) / total;
  const Q = pooled.reduce((sum, { estimate }, i) => sum + (weights[i] ?? 0) * (estimate - centre) ** 2, 0);
  const df = pooled.length - 1;
  return { Q, df, p: chiSquareUpperTail(Q, df), F: false };
}

/** One between-study variance for all levels that may be pooled; null where that cannot be fitted. */
function commonVariance(
  groups: readonly (readonly [string, readonly AnalysedRow[]])[],
  levels: readonly Level[],
  model: Model,
): Pick<SubgroupAnalysis, 'levels' | 'between'> | null {
  const usable = groups.filter((_, i) => levels[i]?.pooled);
  const result = poolSubgroups(
    usable.flatMap(([label, own]) => own.map((row) => ({ ...row, fields: { level: label } }))),
    { by: 'level', method: model.method, tau2: 'common', test: model.test === 'z' ? 'z' : 'hk' },
  );
  if (!result.ok) return null;
  const { groups: fitted, Qbetween, df, df2, pval } = result.value;
  return {
    levels: levels.map((level): Level => {
      const fit = fitted.find((candidate) => candidate.level === level.label);
      if (!fit || !level.pooled?.ok) return level;
      const { estimate, se, ciLow, ciHigh, tau2, pval: p } = fit;
      return {
        ...level,
        pooled: {
          ok: true,
          value: {
            ...level.pooled.value,
            estimate,
            se,
            ciLow,
            ciHigh,
            tau2,
            pval: p,
            df: df2,
            prediction: null,
          },
        },
      };
    }),
    between: df === 0 || Qbetween === null ? null : { Q: Qbetween, df, p: pval, F: df2 !== null },
  };
}

/** A meta-regression on one moderator, and how its values were read. */
export type ModeratorAnalysis = {
  readonly id: string;
  readonly label: string;
  readonly as: 'number' | 'category';
  readonly rows: number;
  readonly withoutValue: number;
  /** Values as read, by the keys of the rows that have one. */
  readonly values: { readonly [key: string]: number | string };
  readonly result: Result<MetaRegressionResult, PoolError>;
};

/**
 * Explains effects by one column. Numbers where every value reads as one, else categories. Rows of one trial count as
 * independent here, whatever the model: the result says so where it matters.
 */
export function moderatorAnalysis(
  rows: readonly AnalysedRow[],
  { id, label, field }: PlannedModerator,
  model: Model,
): ModeratorAnalysis {
  const values = rows.map(({ row, fields }) =>
    field === 'year' ? String(fields['year'] ?? '') : fieldOf(row, field).trim(),
  );
  const given = values.filter((value) => value !== '' && value !== 'NA');
  const numeric = given.length > 0 && given.every((value) => numberAsPrinted(value) !== undefined);
  const read = values.map((value): number | string | null =>
    value === '' || value === 'NA' ? null : numeric ? (numberAsPrinted(value)?.value ?? null) : value,
  );
  return {
    id,
    label,
    as: numeric ? 'number' : 'category',
    rows: given.length,
    withoutValue: rows.length - given.length,
    values: Object.fromEntries(
      rows.flatMap(({ key }, i) => {
        const value = read[i] ?? null;
        return value === null ? [] : [[key, value] as const];
      }),
    ),
    result: metaRegression(
      rows.map(({ yi, vi, label: name }, i) => ({
        yi,
        vi,
        label: name,
        fields: { [label]: read[i] ?? null },
      })),
      { moderators: [label], method: model.method, test: model.test === 'z' ? 'z' : 'hk' },
    ),
  };
}
