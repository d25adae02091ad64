import { alarm, type Alarm, type Check } from './alarm';
import type { CheckedRow } from './checked-row';
import { scoresOf } from './instrument-scores';

/**
 * GRIM and GRIMMER: scores that are whole numbers give only certain means, and with them only certain SDs, for a given
 * number of people. Holds for instruments scored as a sum of whole numbers; filled-in items and adjusted means escape
 * it, hence a warning.
 */
export const wholeScores: Check = {
  names: ['grim', 'grimmer'],
  source: 'Brown & Heathers 2017 (GRIM); Anaya 2016 and Allard 2018 (GRIMMER)',
  run: (rows) =>
    rows.flatMap((row) =>
      row.shape.startsWith('change') || scoresOf(row.instrument)?.whole !== true
        ? []
        : (['T', 'C'] as const).flatMap((arm) => impossible(row, arm)),
    ),
};

function impossible(row: CheckedRow, arm: 'T' | 'C'): Alarm[] {
  const { [`mean${arm}`]: mean, [`sd${arm}`]: sd, [`n${arm}`]: n } = row.values;
  const decimals = row.decimals[`mean${arm}`];
  if (mean === undefined || n === undefined || decimals === undefined) return [];
  if (!Number.isInteger(n) || n < 2 || n >= 10 ** decimals) return [];
  const sums = wholeSums(mean, n, decimals);
  if (sums.length === 0) return [alarm(row, 'grim', 'warning', [`mean${arm}`, `n${arm}`], { mean, n })];
  const sdDecimals = row.decimals[`sd${arm}`];
  if (
    sd === undefined ||
    sdDecimals === undefined ||
    sums.some((sum) => isPossibleSd(sum, sd, n, sdDecimals))
  )
    return [];
  return [alarm(row, 'grimmer', 'warning', [`sd${arm}`, `mean${arm}`, `n${arm}`], { sd, mean, n })];
}

const rounding = 1e-9;

/** Whole sums whose mean is printed like this, rounded either way at a half. */
export function wholeSums(mean: number, n: number, decimals: number): number[] {
  const half = 0.5 * 10 ** -decimals + rounding;
  const sums: number[] = [];
  for (let sum = Math.ceil((mean - half) * n); sum <= (mean + half) * n; sum += 1) sums.push(sum);
  return sums;
}

/** Whether some whole sum of squares, odd or even as the sum is, gives this SD as printed. */
export function isPossibleSd(sum: number, sd: number, n: number, decimals: number): boolean {
  const half = 0.5 * 10 ** -decimals;
  const squares = (deviation: number): number => (n - 1) * deviation ** 2 + sum ** 2 / n;
  const low = squares(Math.max(0, sd - half)) - rounding * 1e3;
  const high = squares(sd + half) + rounding * 1e3;
  for (let total = Math.ceil(low); total <= high; total += 1) {
    if (Math.abs(total - sum) % 2 === 0) return true;
  }
  return false;
}
