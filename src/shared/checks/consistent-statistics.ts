import { normalQuantile, tTwoSidedP } from '../statistics';
import { alarm, type Alarm, type Check } from './alarm';
import { meansOf, type CheckedRow } from './checked-row';

const z975 = normalQuantile(0.975);

/**
 * Numbers of one result that cannot all be right: SD against SE, the t and p of two independent groups against those
 * reported, an interval that does not lie around its estimate or does not fit its standard error.
 */
export const consistentStatistics: Check = {
  names: ['sd-se-differ', 't-differs', 'p-differs', 'ci-asymmetric', 'ci-se-differ'],
  source: 'Cochrane Handbook 6.5.2.2-6.5.2.3, 6.3.1; Nuijten et al. 2016 (statcheck)',
  run: (rows) => rows.flatMap((row) => [...deviations(row), ...test(row), ...interval(row)]),
};

/** SE = SD / √n; a tenth of slack for rounding. */
const deviations = (row: CheckedRow): Alarm[] =>
  (['T', 'C'] as const).flatMap((arm) => {
    const { [`sd${arm}`]: sd, [`se${arm}`]: se, [`n${arm}`]: n } = row.values;
    if (sd === undefined || se === undefined || n === undefined || n <= 0 || sd <= 0) return [];
    const expected = sd / Math.sqrt(n);
    return Math.abs(se - expected) <= 0.1 * expected + 0.006
      ? []
      : [alarm(row, 'sd-se-differ', 'error', [`sd${arm}`, `se${arm}`], { sd, se, expected, n })];
  });

function test(row: CheckedRow): Alarm[] {
  const means = meansOf(row);
  const { t, p } = row.values;
  if (!means || (t === undefined && p === undefined)) return [];
  const { meanT, sdT, nT, meanC, sdC, nC } = means;
  const df = nT + nC - 2;
  const pooled = Math.sqrt(((nT - 1) * sdT ** 2 + (nC - 1) * sdC ** 2) / df);
  if (!(df > 0) || !(pooled > 0)) return [];
  const own = (meanT - meanC) / (pooled * Math.sqrt(1 / nT + 1 / nC));
  const ownP = tTwoSidedP(own, df);
  if (t !== undefined && Math.abs(Math.abs(t) - Math.abs(own)) > 0.1 + 0.1 * Math.abs(own))
    return [alarm(row, 't-differs', 'warning', ['t'], { reported: t, recomputed: own, df })];
  // Factor three: rounding of means and another test (Welch, adjusted) move p less than that.
  const apart = p === undefined ? 0 : Math.abs(Math.log(Math.max(p, 1e-4) / Math.max(ownP, 1e-4)));
  return p !== undefined && apart > Math.log(3) && Math.abs(p - ownP) > 0.02
    ? [alarm(row, 'p-differs', 'warning', ['p'], { reported: p, recomputed: ownP, df })]
    : [];
}

/** An interval lies symmetrically around its estimate, as given or as a logarithm, and is 3.92 standard errors wide. */
function interval(row: CheckedRow): Alarm[] {
  const { estimate, ciLow, ciHigh, se } = row.values;
  if (estimate === undefined || ciLow === undefined || ciHigh === undefined || ciHigh <= ciLow) return [];
  const unit = Math.max(...[estimate, ciLow, ciHigh].map(lastDigit));
  const around = (low: number, middle: number, high: number, rounding: number): boolean =>
    Math.abs(high + low - 2 * middle) <= 0.1 * (high - low) + rounding;
  const asGiven = around(ciLow, estimate, ciHigh, 2 * unit);
  const asLogarithm =
    ciLow > 0 &&
    estimate > 0 &&
    around(
      Math.log(ciLow),
      Math.log(estimate),
      Math.log(ciHigh),
      (unit / ciLow + unit / ciHigh + (2 * unit) / estimate) / 2,
    );
  const fields = ['estimate', 'ciLow', 'ciHigh'];
  if (!asGiven && !asLogarithm)
    return [alarm(row, 'ci-asymmetric', 'error', fields, { estimate, ciLow, ciHigh })];
  if (se === undefined || !(se > 0)) return [];
  const expected = (ciHigh - ciLow) / (2 * z975);
  return Math.abs(se - expected) > 0.1 * expected + 0.006
    ? [alarm(row, 'ci-se-differ', 'warning', [...fields, 'se'], { se, expected, ciLow, ciHigh })]
    : [];
}

/** The worth of the last printed digit, 0.01 for 0.35; no finer than a thousandth. */
const lastDigit = (value: number): number =>
  10 ** -Math.min(3, (/\.(\d+)$/u.exec(String(value))?.[1] ?? '').length);
