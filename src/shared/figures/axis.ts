/** A marked place on an axis: where on the analysis scale, and the value printed there. */
export type Tick = { readonly at: number; readonly shown: number };

/** `linear`, or `log`: the analysis scale is the natural logarithm of what is shown. */
export type AxisScale = 'linear' | 'log';

/** Round places between two values of the analysis scale, about `wanted` of them, at least two where they fit. */
export function ticksBetween(low: number, high: number, scale: AxisScale, wanted = 6): readonly Tick[] {
  return scale === 'log' ? logTicks(low, high, wanted) : linearTicks(low, high, wanted);
}

function linearTicks(low: number, high: number, wanted: number): readonly Tick[] {
  const step = roundStep((high - low) / wanted);
  const ticks: Tick[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i <= Math.floor(high / step + 1e-9); i++) {
    const at = cleaned(i * step);
    ticks.push({ at, shown: at });
  }
  return ticks;
}

/** The nearest of 1, 2, 2.5, 5 times a power of ten that is no smaller. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => share <= candidate * (1 + 1e-9)) ?? 10;
  return cleaned(factor * power);
}

/** Per power of ten one, two or three places, or a linear division where the range is under one power. */
function logTicks(low: number, high: number, wanted: number): readonly Tick[] {
  const sets: readonly (readonly number[])[] = [[1, 1.5, 2, 3, 5, 7], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]];
  const first = Math.floor(low / Math.LN10);
  const last = Math.ceil(high / Math.LN10);
  for (const set of sets) {
    const ticks = placesOf(set, first, last, 1).filter(({ at }) => at >= low - 1e-9 && at <= high + 1e-9);
    if (ticks.length <= wanted && ticks.length >= 2) return ticks;
  }
  const powers = Math.ceil((last - first) / wanted);
  const sparse = placesOf([1], first, last, powers).filter(({ at }) => at >= low - 1e-9 && at <= high + 1e-9);
  if (sparse.length >= 2) return sparse;
  return linearTicks(Math.exp(low), Math.exp(high), wanted)
    .filter(({ shown }) => shown > 0)
    .map(({ shown }) => ({ at: Math.log(shown), shown }));
}

function placesOf(factors: readonly number[], first: number, last: number, every: number): readonly Tick[] {
  const ticks: Tick[] = [];
  // Counted from 1 = 10^0, so that 1 is always among them.
  for (let power = Math.floor(first / every) * every; power <= last; power += every) {
    for (const factor of factors) {
      const shown = cleaned(factor * 10 ** power);
      ticks.push({ at: Math.log(shown), shown });
    }
  }
  return ticks;
}

/** Without the noise of the last binary digits: 0.30000000000000004 is 0.3. */
const cleaned = (value: number): number => Number(value.toPrecision(12));

/** How many decimals tell all ticks apart. */
export function decimalsOf(ticks: readonly Tick[]): number {
  for (let decimals = 0; decimals < 8; decimals++) {
    if (
      ticks.every(({ shown }) => Math.abs(Number(shown.toFixed(decimals)) - shown) <= 1e-9 * Math.abs(shown))
    ) {
      return decimals;
    }
  }
  return 8;
}

/** Maps the analysis scale to pixels, straight. */
export type Projection = {
  readonly low: number;
  readonly high: number;
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
};

export const projection = (low: number, high: number, left: number, right: number): Projection => ({
  low,
  high,
  left,
  right,
  x: (value) => left + ((value - low) / (high - low)) * (right - left),
});
