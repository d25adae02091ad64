/**
 * A zero of a continuous function between two points where it has opposite signs (or is zero): Brent 1973, chapter 4,
 * inverse quadratic interpolation kept inside a bracket that never grows, so it always ends. Found to about the last
 * digits of the argument. Throws when the signs do not differ: that is a mistake of the caller.
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0) && !(Math.sign(fa) * Math.sign(fb) < 0))
    throw new RangeError('No change of sign to search in');
  let c = a;
  let fc = fa;
  let step = b - a;
  let previous = step;
  for (let round = 0; round < 2000; round++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const middle = (c - b) / 2;
    if (Math.abs(middle) <= least || fb === 0) return b;
    const guess = interpolation(a, b, c, fa, fb, fc);
    if (
      Math.abs(previous) >= least &&
      Math.abs(fa) > Math.abs(fb) &&
      usable(guess, middle, previous, least)
    ) {
      previous = step;
      step = guess;
    } else {
      step = middle;
      previous = middle;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > least ? step : Math.sign(middle) * least;
    fb = f(b);
    if (Math.sign(fb) === Math.sign(fc)) {
      c = a;
      fc = fa;
      step = b - a;
      previous = step;
    }
  }
  return b;
}

/** The step from b that inverse quadratic (secant when a = c) interpolation proposes. */
function interpolation(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const top = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -top / ((q - 1) * (r - 1) * (s - 1));
}

/** Whether a proposed step stays well inside the bracket and shrinks fast enough. */
const usable = (guess: number, middle: number, previous: number, least: number): boolean =>
  Number.isFinite(guess) &&
  Math.sign(guess) === Math.sign(middle) &&
  Math.abs(guess) < 1.5 * Math.abs(middle) - least / 2 &&
  Math.abs(guess) < Math.abs(previous) / 2;
