import { at } from './vector';

const INVERSE_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

/** The standard normal density. */
export const normalDensity = (z: number): number => INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * z * z);

/** P(Z <= z) of the standard normal distribution; relative precision is kept far in the lower tail. */
export const normalCdf = (z: number): number => normalUpperTail(-z);

/**
 * P(Z > z). A power series near the middle (Marsaglia 2004, "Evaluating the normal distribution"), Laplace's
 * continued fraction in the tail (Abramowitz & Stegun 26.2.14), both to about 1e-15.
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z < -TAIL_FROM) return 1 - normalUpperTail(-z);
  if (z > 39) return 0;
  if (z > TAIL_FROM) {
    let fraction = z;
    for (let n = 80; n >= 1; n--) fraction = z + n / fraction;
    return normalDensity(z) / fraction;
  }
  const square = z * z;
  let term = z;
  let sum = z;
  for (let n = 3; ; n += 2) {
    term *= square / n;
    const next = sum + term;
    if (next === sum) return 0.5 - sum * normalDensity(z);
    sum = next;
  }
}

/** Beyond this the tail is computed on its own: 0.5 minus a central part would lose digits. */
const TAIL_FROM = 2;

/**
 * The quantile of the standard normal distribution, 0 < p < 1 (±Infinity at 0 and 1): Wichura 1988, algorithm AS 241,
 * routine PPND16, about 16 digits.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const tail = q < 0 ? p : 1 - p;
  const size = normalTailQuantile(tail);
  return q < 0 ? -size : size;
}

/** The positive z with P(Z > z) = `tail`, for tails up to 0.075. */
function normalTailQuantile(tail: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  if (r <= 5) return polynomial(TAIL_TOP, r - 1.6) / polynomial(TAIL_BOTTOM, r - 1.6);
  return polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
}

const CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const TAIL_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const TAIL_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/** Evaluates a polynomial, coefficients from the constant upwards (Horner). */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + at(coefficients, i);
  return sum;
}
