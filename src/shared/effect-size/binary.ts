import { z } from '../kernel/schema';
import { normalDensity, normalQuantile } from '../statistics';
import { events, firstOf } from './checks';
import { effectOf, ratioOf, type EffectErrorCode, type EffectValues } from './effect';
import { tableOptions, zeroCells, type TableMeasure } from './options';
import { count, number, shape, type Outcome, type Shape } from './shape';

export type Table = {
  readonly eventsT: number;
  readonly nT: number;
  readonly eventsC: number;
  readonly nC: number;
};

export type TableOptions = {
  readonly measure: TableMeasure;
  readonly add?: number | undefined;
  readonly to: 'only0' | 'all' | 'none';
  readonly drop00: boolean;
};

export const tableFields = { eventsT: count, nT: count, eventsC: count, nC: count };

/** A two-by-two table on the chosen measure, with the continuity correction of the options. */
export function tableEffect(table: Table, options: TableOptions): Outcome {
  const { measure } = options;
  const checked = correctedCells(table, options);
  if (typeof checked === 'string') return checked;
  const { a, b, c, d } = checked;
  const n1 = a + b;
  const n2 = c + d;
  const n = n1 + n2;
  switch (measure) {
    case 'OR':
      return ratioOf(Math.log((a * d) / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
    case 'RR':
      return ratioOf(Math.log(a / n1 / (c / n2)), 1 / a - 1 / n1 + 1 / c - 1 / n2);
    case 'RD':
      return effectOf(a / n1 - c / n2, (a * b) / n1 ** 3 + (c * d) / n2 ** 3);
    case 'PETO': {
      // Yusuf et al. 1985.
      const total = a + c;
      const v = (n1 * n2 * total * (b + d)) / (n * n * (n - 1));
      return ratioOf((a - (n1 * total) / n) / v, 1 / v);
    }
    case 'AS':
      return effectOf(
        Math.asin(Math.sqrt(a / n1)) - Math.asin(Math.sqrt(c / n2)),
        1 / (4 * n1) + 1 / (4 * n2),
      );
    case 'PHI':
      return phi(a, b, c, d);
    case 'OR2DL':
      return effectOf(
        (Math.log((a * d) / (b * c)) * Math.sqrt(3)) / Math.PI,
        ((1 / a + 1 / b + 1 / c + 1 / d) * 3) / Math.PI ** 2,
      );
    case 'OR2DN':
      return effectOf(Math.log((a * d) / (b * c)) / 1.65, (1 / a + 1 / b + 1 / c + 1 / d) / 1.65 ** 2);
    case 'PBIT': {
      const zT = normalQuantile(a / n1);
      const zC = normalQuantile(c / n2);
      const part = (p: number, z: number, size: number): number =>
        (p * (1 - p)) / (size * normalDensity(z) ** 2);
      return effectOf(zT - zC, part(a / n1, zT, n1) + part(c / n2, zC, n2));
    }
  }
}

/** The four cells (T event, T none, C event, C none), corrected as the options say. */
function correctedCells(
  { eventsT, nT, eventsC, nC }: Table,
  { measure, add: chosen, to, drop00 }: TableOptions,
): { a: number; b: number; c: number; d: number } | EffectErrorCode {
  const refused = firstOf(events(eventsT, nT), events(eventsC, nC));
  if (refused) return refused;
  if (nT < 1 || nC < 1) return 'n-too-small';
  const cells = { a: eventsT, b: nT - eventsT, c: eventsC, d: nC - eventsC };
  const noneOrAll = (cells.a === 0 && cells.c === 0) || (cells.b === 0 && cells.d === 0);
  if (drop00 && noneOrAll) return 'double-zero-dropped';
  const add = chosen ?? (measure === 'AS' || measure === 'PHI' ? 0 : 0.5);
  const anyZero = cells.a === 0 || cells.b === 0 || cells.c === 0 || cells.d === 0;
  const corrects = to === 'all' || (to === 'only0' && anyZero);
  return corrects ? { a: cells.a + add, b: cells.b + add, c: cells.c + add, d: cells.d + add } : cells;
}

function phi(a: number, b: number, c: number, d: number): EffectValues {
  const n = a + b + c + d;
  const [rowT, rowC] = [(a + b) / n, (c + d) / n];
  const [columnEvent, columnNone] = [(a + c) / n, (b + d) / n];
  const y = (a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
  const v =
    (1 / n) *
    (1 -
      y * y +
      (y * (1 + (y * y) / 2) * (rowT - rowC) * (columnEvent - columnNone)) /
        Math.sqrt(rowT * rowC * columnEvent * columnNone) -
      0.75 *
        y *
        y *
        ((rowT - rowC) ** 2 / (rowT * rowC) + (columnEvent - columnNone) ** 2 / (columnEvent * columnNone)));
  return effectOf(y, v);
}

const oddsRatio = 'ln OR = ln(a d / (b c)), v = 1/a + 1/b + 1/c + 1/d';

export const binaryShapes: readonly Shape[] = [
  shape({
    id: 'two-by-two',
    family: 'events',
    fields: tableFields,
    options: tableOptions,
    formula: `${oddsRatio}; RR, RD, Peto, arcsine, phi likewise`,
    source: 'Cochrane Handbook 10.4; Yusuf et al. 1985 (Peto); Rücker et al. 2009 (arcsine)',
    compute: tableEffect,
  }),
  shape({
    id: 'percentages',
    family: 'events',
    fields: { percentT: number, nT: count, percentC: number, nC: count },
    options: tableOptions,
    formula: `events = percent / 100 · n, rounded half up; ${oddsRatio}`,
    source: 'Cochrane Handbook 10.4',
    compute({ percentT, nT, percentC, nC }, options) {
      const eventsT = Math.floor((percentT / 100) * nT + 0.5);
      const eventsC = Math.floor((percentC / 100) * nC + 0.5);
      const effect = tableEffect({ eventsT, nT, eventsC, nC }, options);
      return typeof effect === 'string' ? effect : { eventsT, eventsC, ...effect };
    },
  }),
  shape({
    id: 'two-by-two-to-smd',
    family: 'events',
    fields: tableFields,
    options: { measure: z.enum(['OR2DL', 'OR2DN', 'PBIT']).default('OR2DL'), ...zeroCells },
    formula: 'd = ln OR · √3 / π (OR2DL), ln OR / 1.65 (OR2DN), or the difference of probits (PBIT)',
    source: 'Hasselblad & Hedges 1995; Chinn 2000; Cox & Snell 1989; Glass et al. 1981',
    compute: tableEffect,
  }),
];
