import { alarm, type Alarm, type Check } from './alarm';
import type { CheckedRow } from './checked-row';
import { scoresOf } from './instrument-scores';

/**
 * Means and SDs that the instrument cannot give: a mean outside its range; an SD above the largest that scores with
 * this mean can have (all at either end, Bhatia & Davis 2000); a mean that equals its SD to the last digit.
 */
export const possibleScores: Check = {
  names: ['mean-outside-range', 'sd-outside-range', 'mean-equals-sd'],
  source: 'Bhatia & Davis 2000; Heathers et al. 2018 (SPRITE)',
  run: (rows) => rows.flatMap((row) => [...outsideRange(row), ...equal(row)]),
};

function outsideRange(row: CheckedRow): Alarm[] {
  const known = scoresOf(row.instrument);
  const min = row.range.min ?? known?.min;
  const max = row.range.max ?? known?.max;
  if (min === undefined || max === undefined || !(max > min)) return [];
  return (['T', 'C'] as const).flatMap((arm): Alarm[] => {
    const { [`mean${arm}`]: mean, [`sd${arm}`]: sd, [`n${arm}`]: n } = row.values;
    if (mean === undefined) return [];
    if (mean < min || mean > max)
      return [alarm(row, 'mean-outside-range', 'error', [`mean${arm}`], { mean, min, max })];
    if (sd === undefined || n === undefined || n < 2) return [];
    const largest = Math.sqrt(((mean - min) * (max - mean) * n) / (n - 1));
    return sd > largest * 1.02 + 0.005
      ? [alarm(row, 'sd-outside-range', 'error', [`sd${arm}`], { sd, largest, mean, min, max })]
      : [];
  });
}

/** One-digit numbers meet by chance; longer ones were typed twice. */
const equal = (row: CheckedRow): Alarm[] =>
  (['T', 'C'] as const).flatMap((arm) => {
    const { [`mean${arm}`]: mean, [`sd${arm}`]: sd } = row.values;
    const digits = String(Math.abs(mean ?? 0)).replace(/\D/gu, '').length;
    return mean !== undefined && mean === sd && mean !== 0 && digits >= 2
      ? [alarm(row, 'mean-equals-sd', 'warning', [`mean${arm}`, `sd${arm}`], { mean })]
      : [];
  });
