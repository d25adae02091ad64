import { mean, sum } from '../../statistics';
import { limits95 } from './statistic';

/** How two extractors' numbers of the same items compare. */
export type PairedValues = {
  readonly n: number;
  /** Share that are the same. */
  readonly exact: number | null;
  readonly withinTolerance: number | null;
  /** Concordance correlation (Lin 1989), with n in variances and covariance; null without variation. */
  readonly ccc: number | null;
  /** First minus second. */
  readonly meanDifference: number | null;
  readonly sdDifference?: number | null;
  /** Limits of agreement (Bland & Altman 1986). */
  readonly limits95?: readonly [number, number] | null;
};

/** `absolute` in the unit of the values, `relative` as a share of the larger of the two; the wider one counts. */
export function pairedValues(
  pairs: readonly (readonly [number, number])[],
  tolerance: { readonly absolute: number; readonly relative: number },
): PairedValues {
  const n = pairs.length;
  if (n === 0) return { n, exact: null, withinTolerance: null, ccc: null, meanDifference: null };
  const differences = pairs.map(([a, b]) => a - b);
  const meanDifference = mean(differences);
  const sd =
    n < 2
      ? null
      : Math.sqrt(sum(differences.map((difference) => (difference - meanDifference) ** 2)) / (n - 1));
  const tolerated = pairs.filter(([a, b]) => {
    const allowed = Math.max(tolerance.absolute, tolerance.relative * Math.max(Math.abs(a), Math.abs(b)));
    // 15.5 - 15.4 is 0.1 to a reader, whatever binary fractions make of it.
    return Math.abs(a - b) <= allowed + 1e-9 * Math.max(1, allowed);
  });
  return {
    n,
    exact: pairs.filter(([a, b]) => a === b).length / n,
    withinTolerance: tolerated.length / n,
    ccc: concordance(pairs),
    meanDifference,
    sdDifference: sd,
    limits95: sd === null ? null : limits95(meanDifference, sd),
  };
}

function concordance(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length;
  const meanA = mean(pairs.map(([a]) => a));
  const meanB = mean(pairs.map(([, b]) => b));
  const varianceA = sum(pairs.map(([a]) => (a - meanA) ** 2)) / n;
  const varianceB = sum(pairs.map(([, b]) => (b - meanB) ** 2)) / n;
  const covariance = sum(pairs.map(([a, b]) => (a - meanA) * (b - meanB))) / n;
  const spread = varianceA + varianceB + (meanA - meanB) ** 2;
  return spread === 0 ? null : (2 * covariance) / spread;
}
