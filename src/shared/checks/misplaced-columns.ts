import { computeEffect } from '../effect-size';
import { alarm, type Alarm, type Check } from './alarm';
import { sameEffect } from './stated-effect';
import type { CheckedRow, TableRow } from './checked-row';

/** Alarms that only a table can give: what they look at is not kept in an extraction. */
export const tableChecks: ReadonlySet<string> = new Set([
  'row-shape',
  'words-among-numbers',
  'ready-effect-of-other-row',
  'ready-effect-differs',
  'events-in-wrong-row',
  'events-missing',
  'no-effect',
  'no-source',
]);

/** Tables whose columns slipped: rows of another width, words among numbers, values that belong to another row. */
export const misplacedColumns: Check = {
  names: [
    'row-shape',
    'words-among-numbers',
    'ready-effect-of-other-row',
    'ready-effect-differs',
    'events-in-wrong-row',
    'events-missing',
    'garbled-text',
  ],
  source: 'Ziemann et al. 2016; Panko 1998',
  run: (rows) =>
    rows.flatMap((row) =>
      row.table === undefined
        ? garbled(row)
        : [
            ...shape(row, row.table),
            ...readyEffect(row, row.table, rows),
            ...events(row, row.table, rows),
            ...garbled(row),
          ],
    ),
};

function shape(row: CheckedRow, { width, headerWidth, words }: TableRow): Alarm[] {
  if (width !== headerWidth)
    return [alarm(row, 'row-shape', 'error', [], { cells: width, columns: headerWidth })];
  return words.length < 2
    ? []
    : [alarm(row, 'words-among-numbers', 'error', [], { cells: words.length, example: words[0] ?? '' })];
}

/** A ready-made effect that is not this row's; named with its owner where one row has exactly this effect. */
function readyEffect(row: CheckedRow, { ready }: TableRow, rows: readonly CheckedRow[]): Alarm[] {
  const { g, se } = row.stated;
  const value = ready.g;
  if (value === undefined || (g !== undefined && sameEffect(g, value))) return [];
  const exactly = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a - b) < 1e-6;
  const owner = rows.find(
    ({ stated }) => exactly(stated.g, value) && (ready.se === undefined || exactly(stated.se, ready.se)),
  );
  if (owner)
    return [
      alarm(row, 'ready-effect-of-other-row', 'error', ['readyG'], {
        value,
        row: owner.number,
        study: owner.study,
      }),
    ];
  // Where the row states no effect of its own, the ready-made one is its effect.
  return g === undefined
    ? []
    : [alarm(row, 'ready-effect-differs', 'error', ['readyG'], { value, sheet: g, se: se ?? '' })];
}

/** Counts in a row of another type, named with the row whose effect they give; counts a row should have and has not. */
function events(row: CheckedRow, { outcomeType }: TableRow, rows: readonly CheckedRow[]): Alarm[] {
  const counted = row.values['eventsT'] !== undefined && row.values['eventsC'] !== undefined;
  const ofCounts = outcomeType.startsWith('dich') || outcomeType === 'response';
  if (!counted) return ofCounts ? [alarm(row, 'events-missing', 'error', ['eventsT'])] : [];
  if (ofCounts || outcomeType === '') return [];
  const g = effectOfCounts(row);
  const owner =
    g === undefined
      ? undefined
      : rows.find(
          ({ number, stated, values }) =>
            number !== row.number &&
            values['meanT'] === undefined &&
            stated.g !== undefined &&
            Math.abs(Math.abs(stated.g) - g) <= 0.02,
        );
  return [
    alarm(row, 'events-in-wrong-row', 'error', ['eventsT', 'eventsC'], {
      type: outcomeType,
      ...(owner ? { row: owner.number, study: owner.study } : {}),
    }),
  ];
}

/** Size of g from counts (Chinn 2000, small-sample corrected). */
function effectOfCounts({ values }: CheckedRow): number | undefined {
  const { eventsT, eventsC } = values;
  const [nT, nC] = [values['totalNT'] ?? values['nT'], values['totalNC'] ?? values['nC']];
  if (eventsT === undefined || eventsC === undefined || nT === undefined || nC === undefined)
    return undefined;
  const effect = computeEffect(
    'two-by-two-to-smd',
    { eventsT, nT, eventsC, nC },
    { measure: 'OR2DL', varianceFormula: 'CMA' },
  );
  const d = effect.ok ? effect.value['yi'] : undefined;
  return typeof d === 'number' ? Math.abs(d) * (1 - 3 / (4 * (nT + nC - 2) - 1)) : undefined;
}

/** Text that was once read in the wrong encoding. */
const garbled = (row: CheckedRow): Alarm[] =>
  /Ã.|â€/u.test(`${row.study} ${row.instrument}`)
    ? [
        alarm(row, 'garbled-text', 'note', ['study', 'instrument'], {
          text: `${row.study}: ${row.instrument}`,
        }),
      ]
    : [];
