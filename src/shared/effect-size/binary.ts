import { normalDensity, normalQuantile } from '../statistics';
import { effectOf, ratioOf, type EffectErrorCode, type EffectValues } from './effect';
import { counts, numbers, type InputReader, type OptionReader, type Shape } from './shape';

export type Table = {
  readonly eventsT: number;
  readonly nT: number;
  readonly eventsC: number;
  readonly nC: number;
};

export const tableFields = counts('eventsT', 'nT', 'eventsC', 'nC');

export const tableOf = (input: InputReader): Table => ({
  eventsT: input.number('eventsT'),
  nT: input.number('nT'),
  eventsC: input.number('eventsC'),
  nC: input.number('nC'),
});

/** A two-by-two table on the chosen measure, with the continuity correction of the options. */
export function tableEffect(
  table: Table,
  options: OptionReader,
  defaultMeasure = 'OR',
): EffectValues | EffectErrorCode {
  const measure = options.text('measure', defaultMeasure);
  const checked = correctedCells(table, options, measure);
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
      const events = a + c;
      const v = (n1 * n2 * events * (b + d)) / (n * n * (n - 1));
      return ratioOf((a - (n1 * events) / n) / v, 1 / v);
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
    default:
      return 'not-supported';
  }
}

/** The four cells (T event, T none, C event, C none), corrected as the options say. */
function correctedCells(
  { eventsT, nT, eventsC, nC }: Table,
  options: OptionReader,
  measure: string,
): { a: number; b: number; c: number; d: number } | EffectErrorCode {
  if (eventsT < 0 || eventsC < 0) return 'events-negative';
  if (eventsT > nT || eventsC > nC) return 'events-exceed-n';
  if (nT < 1 || nC < 1) return 'n-too-small';
  const cells = { a: eventsT, b: nT - eventsT, c: eventsC, d: nC - eventsC };
  const noneOrAll = (cells.a === 0 && cells.c === 0) || (cells.b === 0 && cells.d === 0);
  if (options.flag('drop00', false) && noneOrAll) return 'double-zero-dropped';
  const add = options.number('add', measure === 'AS' || measure === 'PHI' ? 0 : 0.5);
  const to = options.text('to', 'only0');
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

export const binaryShapes: readonly Shape[] = [
  {
    id: 'two-by-two',
    fields: tableFields,
    source: 'Cochrane Handbook 10.4; metafor escalc',
    compute: (input, options) => tableEffect(tableOf(input), options),
  },
  {
    id: 'percentages',
    fields: [...numbers('percentT'), ...counts('nT'), ...numbers('percentC'), ...counts('nC')],
    source: 'Events = percentage of n, rounded half up',
    compute(input, options) {
      const [nT, nC] = [input.number('nT'), input.number('nC')];
      const eventsT = Math.floor((input.number('percentT') / 100) * nT + 0.5);
      const eventsC = Math.floor((input.number('percentC') / 100) * nC + 0.5);
      const effect = tableEffect({ eventsT, nT, eventsC, nC }, options);
      return typeof effect === 'string' ? effect : { eventsT, eventsC, ...effect };
    },
  },
  {
    id: 'two-by-two-to-smd',
    fields: tableFields,
    source: 'Chinn 2000; Cox & Snell 1989',
    compute: (input, options) => tableEffect(tableOf(input), options, 'OR2DL'),
  },
];
