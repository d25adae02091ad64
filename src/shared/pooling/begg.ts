import { err, ok, type Result } from '../kernel/result';
import { kendall } from '../statistics';
import type { PoolError } from './errors';
import { poolCore } from './pool';
import { studiesOf, type PoolingRow } from './rows';

/** Kendall's tau between effects and variances, its two-sided p-value, and whether that is exact (no ties). */
export type BeggResult = {
  readonly k: number;
  readonly tau: number;
  readonly pval: number;
  readonly exact: boolean;
};

/**
 * The rank correlation test for small-study effects (Begg & Mazumdar 1994): effects standardised around the
 * common-effect mean against variances. Errors: those of `pool`, `too-few-studies` below three, `predictor-constant`
 * when all variances are equal, `effects-equal`.
 */
export function beggTest(rows: readonly PoolingRow[]): Result<BeggResult, PoolError> {
  const read = studiesOf(rows);
  if (!read.ok) return read;
  const studies = read.value;
  if (studies.length < 3) return err({ code: 'too-few-studies', needed: 3, found: studies.length });
  const [first, ...others] = studies;
  if (others.every((study) => study.yi === first?.yi)) return err({ code: 'effects-equal' });
  const centre = poolCore(studies, 'CE');
  const standardised = studies.map(
    (study) => (study.yi - centre.estimate) / Math.sqrt(study.vi - centre.se ** 2),
  );
  const { tau, pval, exact } = kendall(
    standardised,
    studies.map((study) => study.vi),
  );
  if (Number.isNaN(tau)) return err({ code: 'predictor-constant' });
  return ok({ k: studies.length, tau, pval, exact });
}
