/**
 * ln Γ(x) for x > 0, absolute error near 1e-15 for moderate x and relative error near 1e-15 for large x.
 * Stirling's series after shifting the argument up to 10 or more (Abramowitz & Stegun 1964, 6.1.15 and 6.1.41).
 * NaN outside x > 0.
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x === 1 || x === 2) return 0;
  let shifted = x;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LN_TWO_PI + stirlingTail(shifted) - Math.log(product)
  );
}

const HALF_LN_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Sum of B(2n) / (2n (2n-1) x^(2n-1)), the part of Stirling's series that vanishes for large x; for x >= 10. */
function stirlingTail(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 -
              square *
                (1 / 1680 -
                  square *
                    (1 / 1188 - square * (691 / 360360 - square * (1 / 156 - square * (3617 / 122400))))))))
  );
}

/** ln Γ(x+1) minus Stirling's approximation x ln x - x + ½ ln(2πx): the correction term of a factorial; x > 0. */
export function stirlingError(x: number): number {
  if (x >= 10) return stirlingTail(x);
  return lnGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LN_TWO_PI;
}

/**
 * x ln(x/m) + m - x without cancellation when x is close to m (Loader 2000, "Fast and accurate computation of
 * binomial probabilities", the deviance part). x >= 0, m > 0.
 */
export function deviancePart(x: number, m: number): number {
  if (x === 0) return m;
  const v = (x - m) / (x + m);
  if (Math.abs(v) >= 0.1) return x * Math.log(x / m) + m - x;
  // x ln(x/m) = 2x artanh(v), written as a series so that the leading terms cancel exactly.
  let sum = (x - m) * v;
  let term = 2 * x * v;
  const square = v * v;
  for (let n = 3; n < 200; n += 2) {
    term *= square;
    const next = sum + term / n;
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}

/** The binomial coefficient's natural logarithm, ln(n over k); 0 <= k <= n. */
export function lnChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  if (k === 0 || k === n) return 0;
  return lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
}

/**
 * Lower regularised incomplete gamma function P(a, x) = γ(a, x) / Γ(a); a > 0, x >= 0, result 0..1.
 * Series below a+1, one minus the continued fraction above it (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
export function regularizedGammaP(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return Number.NaN;
  if (x === 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

/** Upper regularised incomplete gamma function Q(a, x) = 1 - P(a, x), with its own relative precision far in the tail. */
export function regularizedGammaQ(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) return Number.NaN;
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

/** x^a e^-x / Γ(a+1) by the saddle point form, exact also for large a. */
function gammaFront(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - lnGamma(a + 1));
  return Math.exp(-stirlingError(a) - deviancePart(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; ; n++) {
    term *= x / (a + n);
    sum += term;
    if (term <= sum * EPSILON) return Math.min(1, gammaFront(a, x) * sum);
  }
}

/** Lentz's evaluation of the continued fraction (Thompson & Barnett 1986), which keeps clear of zero denominators. */
function gammaFraction(a: number, x: number): number {
  const front = gammaFront(a, x) * a;
  if (front === 0) return 0;
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / guarded(b);
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / guarded(numerator * d + b);
    c = guarded(b + numerator / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) <= EPSILON) break;
  }
  return Math.min(1, front * fraction);
}

const EPSILON = Number.EPSILON;
const TINY = 1e-300;
const MOST_TERMS = 1_000_000;
const guarded = (x: number): number => (Math.abs(x) < TINY ? TINY : x);

/**
 * ln of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a+b), a, b > 0. For a large argument the ratio Γ(b)/Γ(a+b) is taken
 * from Stirling's series as one expression, so that two huge logarithms never have to cancel.
 */
export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return lnGamma(small) + lnGamma(large) - lnGamma(small + large);
  const n = small + large;
  const correction = stirlingTail(large) - stirlingTail(n) - (large - 0.5) * Math.log1p(small / large);
  if (small < 10) return lnGamma(small) + small - small * Math.log(n) + correction;
  return (
    HALF_LN_TWO_PI +
    stirlingTail(small) +
    (small - 0.5) * Math.log(small / n) -
    0.5 * Math.log(n) +
    correction
  );
}

/**
 * Regularised incomplete beta function I_x(a, b); 0 <= x <= 1, a, b > 0. A continued fraction (DiDonato & Morris 1992,
 * "Algorithm 708"), taken from the side where it converges fast.
 */
export const regularizedBeta = (x: number, a: number, b: number): number => betaTails(x, 1 - x, a, b)[0];

/**
 * I_x(a, b) and 1 - I_x(a, b) together. `y` is 1 - x, given by the caller so that neither tail loses digits when x
 * is close to 0 or 1.
 */
export function betaTails(
  x: number,
  y: number,
  a: number,
  b: number,
): readonly [lower: number, upper: number] {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0)) return [Number.NaN, Number.NaN];
  if (x === 0) return [0, 1];
  if (y === 0) return [1, 0];
  if (x <= a / (a + b)) {
    const lower = betaFraction(x, y, a, b);
    return [lower, 1 - lower];
  }
  const upper = betaFraction(y, x, b, a);
  return [1 - upper, upper];
}

/** x^a y^b / (a B(a, b)); the saddle point form for large a and b (Loader 2000). */
function betaFront(x: number, y: number, a: number, b: number): number {
  if (a < 10 || b < 10) {
    // The logarithm of whichever of x and y is near 1 comes from its small complement.
    const lnX = x < 0.5 ? Math.log(x) : Math.log1p(-y);
    const lnY = x < 0.5 ? Math.log1p(-x) : Math.log(y);
    return Math.exp(a * lnX + b * lnY - lnBeta(a, b)) / a;
  }
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviancePart(a, n * x) - deviancePart(b, n * y);
  return (Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n))) / a;
}

/**
 * I_x(a, b) for x <= a/(a+b): the continued fraction of DiDonato & Morris 1992, formula 9. Its terms are built from
 * λ = a - (a+b)x, taken from the smaller of x and y, so that large a or b cost no digits.
 */
function betaFraction(x: number, y: number, a: number, b: number): number {
  const front = betaFront(x, y, a, b) * a;
  if (front === 0) return 0;
  const lambda = x > 0.5 ? (a + b) * y - b : a - (a + b) * x;
  /** The partial numerator and denominator after `n` terms. */
  const alpha = (n: number): number =>
    ((a + n - 1) / (a + 2 * n - 1)) * ((a + b + n - 1) / (a + 2 * n - 1)) * n * (b - n) * x * x;
  const beta = (n: number): number =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 2 * n + 1)) * (lambda + 1 + n * (1 + y));

  let denominator = guarded((a / (a + 1)) * (lambda + 1));
  let c = denominator;
  let d = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    d = 1 / guarded(beta(n) + alpha(n) * d);
    c = guarded(beta(n) + alpha(n) / c);
    const step = c * d;
    denominator *= step;
    if (Math.abs(step - 1) <= EPSILON) break;
  }
  return Math.min(1, front / denominator);
}
