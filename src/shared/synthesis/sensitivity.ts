import type { Result } from '../kernel';
import {
  aggregate,
  beggTest,
  cumulative,
  eggerTest,
  influence,
  leaveOneOut,
  trimAndFill,
  type BeggResult,
  type EggerResult,
  type PoolError,
  type TrimAndFillResult,
} from '../pooling';
import type { AnalysisPlan, SensitivityKind } from '../protocol';
import type { AnalysedRow } from './analysed-rows';
import { pooledBy, type Model, type Pooled } from './pooled';

/** The result under another choice. `leftOut` names what it goes without; null where the choice says nothing here. */
export type SensitivityAnalysis = {
  readonly kind: SensitivityKind;
  readonly leftOut: readonly string[];
  readonly pooled: Result<Pooled, PoolError> | null;
  /** Why there is no other result: nothing to leave out, no rows rated, or the plan's own model already. */
  readonly same: 'nothing-to-leave-out' | 'not-rated' | 'one-row-per-trial' | 'as-planned' | null;
};

/** Forms of reporting whose effect rests on a number nobody reported (a correlation, a distribution, a rate). */
const imputedShapes: ReadonlySet<string> = new Set([
  'median-iqr',
  'median-range',
  'five-number',
  'medians-two-arm',
  't-test-total-n',
  'percentages',
  'pre-post-control',
  'or-to-rr',
  'cluster-means',
  'cluster-two-by-two',
]);

export const isImputed = ({ row }: AnalysedRow): boolean => row.imputed ?? imputedShapes.has(row.shape);

const highJudgements: ReadonlySet<string> = new Set(['High', 'Serious', 'Critical']);

/** Whether a row stands at a high risk of bias overall; undefined where it was not rated. */
export function isHighRisk({ row }: AnalysedRow): boolean | undefined {
  const { overall } = row.riskOfBias;
  return overall === undefined ? undefined : highJudgements.has(overall);
}

export function sensitivityAnalysis(
  kind: SensitivityKind,
  rows: readonly AnalysedRow[],
  whole: Pooled,
  model: Model,
  plan: Pick<AnalysisPlan, 'outlierRule'>,
): SensitivityAnalysis {
  const without = (drop: (row: AnalysedRow, index: number) => boolean): SensitivityAnalysis => {
    const gone = rows.filter(drop);
    return {
      kind,
      leftOut: gone.map(({ label }) => label),
      pooled:
        gone.length === 0
          ? null
          : pooledBy(
              rows.filter((row) => !gone.includes(row)),
              model,
            ),
      same: gone.length === 0 ? 'nothing-to-leave-out' : null,
    };
  };
  const instead = (change: Partial<Model>): SensitivityAnalysis => ({
    kind,
    leftOut: [],
    pooled: pooledBy(rows, { ...model, ...change }),
    same: null,
  });
  switch (kind) {
    case 'without-high-risk':
      return rows.every((row) => isHighRisk(row) === undefined)
        ? { kind, leftOut: [], pooled: null, same: 'not-rated' }
        : without((row) => isHighRisk(row) === true);
    case 'without-imputed':
      return without(isImputed);
    case 'without-outliers': {
      const outliers = outliersOf(rows, whole, model, plan.outlierRule);
      return without((row) => outliers.has(row.key));
    }
    case 'common-effect':
      return model.method === 'CE'
        ? { kind, leftOut: [], pooled: null, same: 'as-planned' }
        : instead({ method: 'CE', test: 'z', dependence: 'independent' });
    case 'independent':
    case 'aggregate':
    case 'three-level':
    case 'robust':
      if (whole.handling === 'none-needed')
        return { kind, leftOut: [], pooled: null, same: 'one-row-per-trial' };
      return model.dependence === kind
        ? { kind, leftOut: [], pooled: null, same: 'as-planned' }
        : instead({ dependence: kind });
  }
}

/** Keys of the rows that stand apart by the plan's rule. */
export function outliersOf(
  rows: readonly AnalysedRow[],
  whole: Pooled,
  model: Model,
  rule: AnalysisPlan['outlierRule'],
): ReadonlySet<string> {
  if (rule === 'interval') {
    return new Set(
      rows
        .filter(({ yi, vi }) => {
          const reach = 1.959964 * Math.sqrt(vi);
          return yi + reach < whole.ciLow || yi - reach > whole.ciHigh;
        })
        .map(({ key }) => key),
    );
  }
  const measured = influence(rows, { method: model.method });
  if (!measured.ok) return new Set();
  return new Set(
    measured.value.rows
      .filter(({ rstudent }) => Math.abs(rstudent) > 1.96)
      .flatMap(({ index }) => rows[index]?.key ?? []),
  );
}

/** The pooled effect without one trial, or of the trials up to one. */
export type Step = {
  readonly label: string;
  readonly key: string;
  readonly rows: number;
  readonly trials: number;
  readonly estimate: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly pval: number;
  readonly tau2: number;
  readonly I2Q: number;
  readonly year: number | null;
};

/** Multilevel models of this many trials and more are refitted on one averaged effect per trial. */
const refitAtMost = 60;

/**
 * What a series of refits uses: the rows, or where several rows of a trial are modelled together one effect per trial.
 * `averaged` says so.
 */
export type Basis = { readonly rows: readonly AnalysedRow[]; readonly averaged: boolean };

/** One row per trial, averaged with the assumed correlation; the rows themselves where they count as independent. */
export function onePerTrial(rows: readonly AnalysedRow[], model: Model): Basis {
  const trials = new Set(rows.map(({ row }) => row.studyId));
  if (trials.size === rows.length || model.dependence === 'independent') return { rows, averaged: false };
  const composites = aggregate(rows, { cluster: 'trial', rho: model.assumedCorrelation });
  if (!composites.ok) return { rows, averaged: false };
  return {
    averaged: true,
    rows: composites.value.flatMap(({ cluster, yi, vi }) => {
      const first = rows.find(({ row }) => row.studyId === cluster);
      return first ? [{ ...first, label: first.row.study, key: cluster, yi, vi }] : [];
    }),
  };
}

/** Every trial left out in turn, all its rows together, in the order of the rows. */
export function withoutEachTrial(rows: readonly AnalysedRow[], model: Model): readonly Step[] {
  const trials = [...new Set(rows.map(({ row }) => row.studyId))];
  if (trials.length < 2) return [];
  if (trials.length === rows.length && model.test !== 'hkTruncated') {
    const fast = leaveOneOut(rows, { method: model.method, test: model.test });
    if (!fast.ok) return [];
    return fast.value.rows.flatMap((step) => {
      const row = rows[step.index];
      return row
        ? [stepOf({ ...step, I2Q: i2(step.Q, step.k) }, row, rows.length - 1, trials.length - 1)]
        : [];
    });
  }
  const multilevel = model.dependence === 'three-level' || model.dependence === 'robust';
  const basis = multilevel && trials.length > refitAtMost ? onePerTrial(rows, model).rows : rows;
  return trials.flatMap((trial) => {
    const left = basis.find(({ row }) => row.studyId === trial);
    const rest = basis.filter(({ row }) => row.studyId !== trial);
    const pooled = pooledBy(rest, model);
    if (!pooled.ok || !left) return [];
    return [stepOf(pooled.value, { ...left, label: left.row.study }, pooled.value.rows, pooled.value.trials)];
  });
}

/** The trials one after the other by year; trials without a year are left out. */
export function byYear(rows: readonly AnalysedRow[], model: Model): readonly Step[] {
  const basis = onePerTrial(rows, model).rows.filter(({ fields }) => fields['year'] !== undefined);
  if (basis.length < 2) return [];
  const result = cumulative(basis, {
    method: model.method,
    test: model.test === 'z' ? 'z' : 'hk',
    orderBy: 'year',
  });
  if (!result.ok) return [];
  const seen = new Set<string>();
  return result.value.rows.flatMap((step) => {
    const row = basis[step.index];
    if (!row) return [];
    seen.add(row.row.studyId);
    return [stepOf({ ...step, I2Q: i2(step.Q, step.k) }, row, step.k, seen.size)];
  });
}

const i2 = (Q: number, k: number): number => (Q > k - 1 && Q > 0 ? (100 * (Q - (k - 1))) / Q : 0);

const stepOf = (
  {
    estimate,
    ciLow,
    ciHigh,
    pval,
    tau2,
    I2Q,
  }: Pick<Step, 'estimate' | 'ciLow' | 'ciHigh' | 'pval' | 'tau2' | 'I2Q'>,
  row: AnalysedRow,
  count: number,
  trials: number,
): Step => ({
  label: row.label,
  key: row.key,
  rows: count,
  trials,
  estimate,
  ciLow,
  ciHigh,
  pval,
  tau2,
  I2Q,
  year: typeof row.fields['year'] === 'number' ? row.fields['year'] : null,
});

/** Tests of whether small trials show other effects; null below the plan's minimum, where they would say nothing. */
export type SmallStudyAnalysis = {
  readonly minimum: number;
  readonly studies: number;
  readonly averaged: boolean;
  readonly tests: {
    readonly egger: Result<EggerResult, PoolError>;
    readonly begg: Result<BeggResult, PoolError>;
    readonly trimAndFill: Result<TrimAndFillResult, PoolError>;
  } | null;
};

export function smallStudyAnalysis(
  rows: readonly AnalysedRow[],
  model: Model,
  minimum: number,
): SmallStudyAnalysis {
  const basis = onePerTrial(rows, model);
  const trials = new Set(basis.rows.map(({ row }) => row.studyId)).size;
  return {
    minimum,
    studies: trials,
    averaged: basis.averaged,
    tests:
      trials < minimum
        ? null
        : {
            egger: eggerTest(basis.rows, { model: 'classical', predictor: 'sei' }),
            begg: beggTest(basis.rows),
            trimAndFill: trimAndFill(basis.rows, { method: model.method }),
          },
  };
}
