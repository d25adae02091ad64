/** Where a function is smallest in an interval, and how small. */
export type Minimum = { readonly x: number; readonly value: number };

const GOLDEN = (3 - Math.sqrt(5)) / 2;

/**
 * The smallest value of a unimodal function on [low, high], ends included: golden section with parabolic steps
 * (Brent 1973, chapter 5). The bracket shrinks every round, so it always ends. `tolerance` is absolute in x; the
 * argument of a minimum cannot be known better than to about half the digits of the function.
 */
export function minimise(f: (x: number) => number, low: number, high: number, tolerance = 1e-10): Minimum {
  let a = low;
  let b = high;
  let x = a + GOLDEN * (b - a);
  let w = x;
  let v = x;
  let fx = f(x);
  let fw = fx;
  let fv = fx;
  let step = 0;
  let previous = 0;
  for (let round = 0; round < 500; round++) {
    const middle = (a + b) / 2;
    const least = 1.5e-8 * Math.abs(x) + tolerance / 3;
    if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) break;
    const r = (x - w) * (fx - fv);
    let q = (x - v) * (fx - fw);
    let p = (x - v) * q - (x - w) * r;
    q = 2 * (q - r);
    if (q > 0) p = -p;
    else q = -q;
    const parabolic = Math.abs(p) < Math.abs(0.5 * q * previous) && p > q * (a - x) && p < q * (b - x);
    previous = step;
    if (parabolic && Math.abs(previous) > 0) {
      step = p / q;
      const next = x + step;
      if (next - a < 2 * least || b - next < 2 * least) step = x < middle ? least : -least;
    } else {
      previous = (x < middle ? b : a) - x;
      step = GOLDEN * previous;
    }
    const u = x + (Math.abs(step) >= least ? step : Math.sign(step) * least);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, w, x] = [w, x, u];
      [fv, fw, fx] = [fw, fx, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) {
        [v, w] = [w, u];
        [fv, fw] = [fw, fu];
      } else if (fu <= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
  }
  const ends = [
    { x, value: fx },
    { x: low, value: f(low) },
    { x: high, value: f(high) },
  ];
  return ends.reduce((best, end) => (end.value < best.value ? end : best));
}
