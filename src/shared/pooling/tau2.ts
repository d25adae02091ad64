import { assertNever } from '../kernel/assert-never';
import { at, entry, findRoot, mean, sum, sumOver } from '../statistics';
import { fitAt, fitWith, meanSums, weightsAt, type Fit, type Model } from './model';
import { traceP, tracePD, tracePDPE, tracePP } from './traces';

/** How the between-study variance is estimated; CE assumes there is none. */
export const poolingMethods = ['CE', 'DL', 'REML', 'ML', 'PM', 'SJ', 'EB', 'HS', 'HE'] as const;
export type PoolingMethod = (typeof poolingMethods)[number];

/** The between-study variance and its standard error (null where the method has none). */
export type Tau2 = { readonly tau2: number; readonly seTau2: number | null };

/**
 * The between-study variance of a model by one of the methods:
 * - DL: DerSimonian & Laird 1986; HE: Hedges & Olkin 1985 (unweighted); HS: Hunter & Schmidt 2004;
 * - SJ: Sidik & Jonkman 2005; PM: Paule & Mandel 1982; EB: Morris 1983 (the same solution as PM);
 * - ML and REML: the largest (restricted) likelihood over t >= 0 (Viechtbauer 2005).
 * With no residual degrees of freedom it is 0. Never fails to converge: see `largestLikelihood`.
 */
export function estimateTau2(model: Model, method: PoolingMethod): Tau2 {
  if (method === 'CE' || model.k <= model.p) return { tau2: 0, seTau2: null };
  switch (method) {
    case 'DL':
      return derSimonianLaird(model);
    case 'HS':
      return hunterSchmidt(model);
    case 'HE':
      return hedges(model);
    case 'SJ':
      return sidikJonkman(model);
    case 'PM':
    case 'EB':
      return pauleMandel(model);
    case 'ML':
    case 'REML':
      return largestLikelihood(model, method);
    default:
      return assertNever(method, 'pooling method');
  }
}

function derSimonianLaird(model: Model): Tau2 {
  const fit = fitAt(model, 0);
  const df = model.k - model.p;
  const trP = traceP(model, fit);
  const tau2 = Math.max(0, (fit.q - df) / trP);
  return { tau2, seTau2: Math.sqrt(momentVariance(model, fit, tau2)) / trP };
}

function hunterSchmidt(model: Model): Tau2 {
  const fit = fitAt(model, 0);
  const total = sum(fit.weights);
  const tau2 = Math.max(0, (fit.q - model.k) / total);
  return { tau2, seTau2: Math.sqrt(momentVariance(model, fit, tau2)) / total };
}

/** The variance of Q at weights 1/v when the between-study variance is t. */
const momentVariance = (model: Model, fit: Fit, t: number): number =>
  2 * (model.k - model.p) + 4 * t * traceP(model, fit) + 2 * t * t * tracePP(model, fit);

function hedges(model: Model): Tau2 {
  const fit = fitWith(model, new Float64Array(model.k).fill(1));
  const df = model.k - model.p;
  const v = (i: number): number => at(model.v, i);
  const trPV = tracePD(model, fit, v);
  const tau2 = Math.max(0, (fit.q - trPV) / df);
  const variance = 2 * tracePDPE(model, fit, v, v) + 4 * tau2 * trPV + 2 * tau2 * tau2 * df;
  return { tau2, seTau2: Math.sqrt(variance) / df };
}

function sidikJonkman(model: Model): Tau2 {
  const df = model.k - model.p;
  const centre = mean(model.y);
  const start = sumOver(model.k, (i) => (at(model.y, i) - centre) ** 2) / model.k;
  const fit = fitAt(model, start);
  const tau2 = (start * fit.q) / df;
  const v = (i: number): number => at(model.v, i);
  const one = (): number => 1;
  const variance =
    2 * tracePDPE(model, fit, v, v) +
    4 * tau2 * tracePDPE(model, fit, v, one) +
    2 * tau2 * tau2 * tracePP(model, fit);
  return { tau2, seTau2: (start / df) * Math.sqrt(variance) };
}

function pauleMandel(model: Model): Tau2 {
  const tau2 = solveQ(model, model.k - model.p);
  const total = sum(weightsAt(model, tau2));
  return { tau2, seTau2: Math.sqrt((2 * model.k * model.k) / (model.k - model.p)) / total };
}

/**
 * The t >= 0 at which the generalised Q statistic equals `target`; 0 where Q(0) is already no greater. Q falls in t
 * and Q(t) <= RSS/(t + min v), RSS being the unweighted residual sum of squares: so the solution is bracketed.
 */
export function solveQ(model: Model, target: number): number {
  const excess = (t: number): number => (model.p === 1 ? meanSums(model, t) : fitAt(model, t)).q - target;
  if (excess(0) <= 0) return 0;
  return findRoot(excess, 0, residualSumOfSquares(model) / target);
}

const residualSumOfSquares = (model: Model): number =>
  fitWith(model, new Float64Array(model.k).fill(1)).q * (1 + 1e-12);

/**
 * ML and REML by bracketing instead of scoring. Every stationary point lies below a + √(a · max v), with
 * a = RSS/(k - p): there y'PPy <= RSS/(t + min v)² falls below (k - p)/(t + max v) <= tr P. That range is walked in
 * steps finer than the scale on which the score can turn, each fall of the score through zero (a local maximum) is
 * refined to full precision, and the highest maximum wins, t = 0 included.
 */
function largestLikelihood(model: Model, method: 'ML' | 'REML'): Tau2 {
  const restricted = method === 'REML';
  const score = (t: number): number => likelihoodScore(model, t, restricted);
  const least = minimum(model.v);
  const a = residualSumOfSquares(model) / (model.k - model.p);
  const highest = a + Math.sqrt(a * maximum(model.v));
  const candidates: number[] = score(0) <= 0 ? [0] : [];
  if (highest > 0) {
    const steps = Math.ceil(Math.min(600, Math.max(12, 5 * Math.log1p(highest / least))));
    const ratio = (1 + highest / least) ** (1 / steps);
    let from = 0;
    let before = score(0);
    for (let step = 1; step <= steps; step++) {
      const to = step === steps ? highest : least * (ratio ** step - 1);
      const after = score(to);
      if (before > 0 && after <= 0) candidates.push(findRoot(score, from, to));
      from = to;
      before = after;
    }
  }
  const tau2 = highestOf(candidates, (t) => logLikelihood(model, t, restricted));
  const fit = fitAt(model, tau2);
  const information = restricted ? tracePP(model, fit) : sumOver(model.k, (i) => at(fit.weights, i) ** 2);
  return { tau2, seTau2: Math.sqrt(2 / information) };
}

/** The candidate with the highest value; with only one there is nothing to compare. */
function highestOf(candidates: readonly number[], value: (t: number) => number): number {
  const [only] = candidates;
  if (only === undefined || candidates.length === 1) return only ?? 0;
  return candidates
    .map((candidate) => ({ candidate, height: value(candidate) }))
    .reduce((best, next) => (next.height > best.height ? next : best)).candidate;
}

/** Twice the derivative of the (restricted) log likelihood by t: y'PPy - tr P, or - tr W for ML. */
function likelihoodScore(model: Model, t: number, restricted: boolean): number {
  if (model.p === 1) {
    const { w, w2, squares } = meanSums(model, t);
    return squares - (restricted ? w - w2 / w : w);
  }
  const fit = fitAt(model, t);
  const squares = sumOver(model.k, (i) => (at(fit.weights, i) * at(fit.residuals, i)) ** 2);
  return squares - (restricted ? traceP(model, fit) : sum(fit.weights));
}

/** The (restricted) log likelihood up to a constant. */
function logLikelihood(model: Model, t: number, restricted: boolean): number {
  const fit = fitAt(model, t);
  const lnVariances = sumOver(model.k, (i) => -Math.log(at(fit.weights, i)));
  const adjustment = restricted ? fit.lnDeterminant : 0;
  return -0.5 * (lnVariances + adjustment + fit.q);
}

const minimum = (values: Float64Array): number =>
  values.reduce((least, x) => Math.min(least, x), at(values, 0));
const maximum = (values: Float64Array): number =>
  values.reduce((most, x) => Math.max(most, x), at(values, 0));

/** The weighted mean of an intercept model's fit. */
export const estimateOf = (fit: Fit): number => at(fit.gamma, 0);
/** The variance of that mean, 1 / Σw. */
export const varianceOf = (fit: Fit): number => entry(fit.root, 0, 0) ** 2;
