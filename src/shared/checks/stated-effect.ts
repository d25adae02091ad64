import { directionOfInstrument } from '../extraction/sheet';
import { alarm, type Alarm, type Check, type CheckOptions } from './alarm';
import { effectOfMeans, type CheckedRow } from './checked-row';

/** Agreement with a stated effect: rounding to two decimals passes. */
export const sameEffect = (a: number, b: number): boolean => Math.abs(a - b) <= 0.0075;
const sameError = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 + 0.01 * Math.abs(b);

/** The effect a source states against the one its own means, SDs and group sizes give, in size, error and sign. */
export const statedEffect: Check = {
  names: ['g-differs', 'se-differs', 'sign', 'direction-differs', 'no-effect', 'no-source', 'unusual-effect'],
  source: 'Gøtzsche et al. 2007; Cochrane Handbook 6.5.1',
  run: (rows, options) =>
    rows.flatMap((row) => [...size(row), ...sign(row), ...sources(row), ...unusual(row, options)]),
};

function size(row: CheckedRow): Alarm[] {
  const { g, se } = row.stated;
  const own = effectOfMeans(row);
  if (!own || g === undefined || se === undefined) return [];
  const detail = (sheet: number, recomputed: number) => ({ sheet, recomputed });
  return [
    ...(sameEffect(Math.abs(g), Math.abs(own.g))
      ? []
      : [alarm(row, 'g-differs', 'error', ['estimate'], detail(g, own.g))]),
    ...(sameError(own.se, se) ? [] : [alarm(row, 'se-differs', 'warning', ['se'], detail(se, own.se))]),
  ];
}

/** Below this an effect points nowhere. */
const nothing = 0.005;

/**
 * A stated effect against the raw means and what is known of the instrument; where nothing is stated, the direction that
 * was entered against the known one.
 */
function sign(row: CheckedRow): Alarm[] {
  const known = directionOfInstrument(row.instrument);
  const { g } = row.stated;
  const own = effectOfMeans(row);
  const { instrument } = row;
  if (known === undefined) return [];
  if (g === undefined) {
    return row.higherIsBetter === undefined || row.higherIsBetter === known
      ? []
      : [
          alarm(row, 'direction-differs', 'error', ['higherIsBetter'], {
            instrument,
            known: known ? 'higher' : 'lower',
          }),
        ];
  }
  if (!own || Math.abs(own.g) < nothing) return [];
  const expected = known ? own.g : 0 - own.g;
  return Math.sign(g) === Math.sign(expected)
    ? []
    : [alarm(row, 'sign', 'error', ['estimate'], { sheet: g, expected, instrument })];
}

function sources(row: CheckedRow): Alarm[] {
  const { g, se } = row.stated;
  const { table } = row;
  if (table === undefined) return [];
  const hasSource = table.hasNumbers || row.values['eventsT'] !== undefined || table.ready.g !== undefined;
  if (hasSource) return [];
  return g === undefined || se === undefined
    ? [alarm(row, 'no-effect', 'error', [])]
    : [alarm(row, 'no-source', 'warning', ['estimate'], { g })];
}

function unusual(row: CheckedRow, { unusualEffect }: CheckOptions): Alarm[] {
  const g = row.stated.g ?? effectOfMeans(row)?.g;
  return g !== undefined && Math.abs(g) > unusualEffect
    ? [alarm(row, 'unusual-effect', 'warning', ['estimate'], { g, limit: unusualEffect })]
    : [];
}
