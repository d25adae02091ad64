import { fQuantile, mean, sum } from '../../statistics';

/** Numbers that several raters gave to the same items; only items every rater gave a number for count. */
export type IntraclassCorrelation = {
  readonly n: number;
  readonly raters?: number;
  readonly reason?: 'no-items' | 'too-few-items' | 'no-variation';
  /** Mean squares: between items, between raters, residual, within items. */
  readonly msRows?: number;
  readonly msColumns?: number;
  readonly msError?: number;
  readonly msWithin?: number;
  /** One-way random; two-way random, absolute agreement; two-way, consistency; `k` of the mean of the raters. */
  readonly icc1?: number;
  readonly icc2?: number;
  readonly icc3?: number;
  readonly icc2k?: number;
  readonly icc3k?: number;
  readonly icc1Ci95?: readonly [number, number];
  readonly icc2Ci95?: readonly [number, number];
  readonly icc3Ci95?: readonly [number, number];
};

/**
 * Intraclass correlations (Shrout & Fleiss 1979) with 95 % intervals (icc2: McGraw & Wong 1996, after Satterthwaite).
 * An interval is left out where its mean square is zero. `rows` are items, columns raters, without gaps.
 */
export function intraclassCorrelation(rows: readonly (readonly number[])[]): IntraclassCorrelation {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (n === 0) return { n, reason: 'no-items' };
  if (n < 2 || k < 2) return { n, raters: k, reason: 'too-few-items' };
  const squares = meanSquares(rows, n, k);
  const { msRows, msColumns, msError, msWithin } = squares;
  const known = { n, raters: k, ...squares };
  if (msRows === 0 && msWithin === 0) return { ...known, reason: 'no-variation' };
  const icc2 = (msRows - msError) / (msRows + (k - 1) * msError + (k * (msColumns - msError)) / n);
  return {
    ...known,
    icc1: (msRows - msWithin) / (msRows + (k - 1) * msWithin),
    icc2,
    icc3: (msRows - msError) / (msRows + (k - 1) * msError),
    icc2k: (msRows - msError) / (msRows + (msColumns - msError) / n),
    icc3k: (msRows - msError) / msRows,
    ...(msWithin > 0 ? { icc1Ci95: ratioInterval(msRows / msWithin, n - 1, n * (k - 1), k) } : {}),
    ...(msError > 0
      ? {
          icc3Ci95: ratioInterval(msRows / msError, n - 1, (n - 1) * (k - 1), k),
          icc2Ci95: absoluteInterval(squares, icc2, n, k),
        }
      : {}),
  };
}

type MeanSquares = Required<Pick<IntraclassCorrelation, 'msRows' | 'msColumns' | 'msError' | 'msWithin'>>;

function meanSquares(rows: readonly (readonly number[])[], n: number, k: number): MeanSquares {
  const grand = mean(rows.flat());
  const rowMeans = rows.map((row) => mean(row));
  const columnMeans = Array.from({ length: k }, (_, j) => mean(rows.map((row) => row[j] ?? 0)));
  const total = sum(rows.flat().map((value) => (value - grand) ** 2));
  const between = k * sum(rowMeans.map((value) => (value - grand) ** 2));
  const columns = n * sum(columnMeans.map((value) => (value - grand) ** 2));
  // What rounding leaves of a zero is zero: intervals and reasons depend on it.
  const clean = (square: number): number => (Math.abs(square) < 1e-12 * Math.max(total, 1e-300) ? 0 : square);
  const within = clean(total - between);
  return {
    msRows: clean(between) / (n - 1),
    msColumns: clean(columns) / (k - 1),
    msError: clean(within - columns) / ((n - 1) * (k - 1)),
    msWithin: within / (n * (k - 1)),
  };
}

/** Interval of an ICC that is a function of one F ratio. */
function ratioInterval(f: number, df1: number, df2: number, k: number): [number, number] {
  const low = f / fQuantile(0.975, df1, df2);
  const high = f * fQuantile(0.975, df2, df1);
  return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
}

function absoluteInterval(
  { msRows, msColumns, msError }: MeanSquares,
  icc: number,
  n: number,
  k: number,
): [number, number] {
  const a = (k * icc) / (n * (1 - icc));
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc));
  const df =
    (a * msColumns + b * msError) ** 2 /
    ((a * msColumns) ** 2 / (k - 1) + (b * msError) ** 2 / ((n - 1) * (k - 1)));
  const low = fQuantile(0.975, n - 1, df);
  const high = fQuantile(0.975, df, n - 1);
  const rest = k * msColumns + (k * n - k - n) * msError;
  return [
    (n * (msRows - low * msError)) / (low * rest + n * msRows),
    (n * (high * msRows - msError)) / (rest + n * high * msRows),
  ];
}
