import { computeEffect } from '../../effect-size';
import { numberIn, type Sheet, type SheetRow } from './read-sheet';

/** A row of the sheet as a result: the effect it states, and the numbers it states it from. */
export type SheetResult = {
  readonly row: SheetRow;
  readonly study: string;
  readonly domain: string;
  readonly instrument: string;
  readonly time: string;
  readonly weeks: number | undefined;
  readonly comparator: string;
  readonly outcomeType: string;
  /** The sheet's own effect, positive favours the intervention. */
  readonly g: number | undefined;
  readonly se: number | undefined;
  readonly means: { readonly [name: string]: number } | undefined;
  readonly events: { readonly [name: string]: number } | undefined;
  readonly readyG: number | undefined;
  readonly readySe: number | undefined;
  /** The effect from means and SDs, unturned, with the formula of the sheet's standard. */
  readonly recomputed: { readonly g: number; readonly se: number } | undefined;
};

const meansColumns = {
  meanT: 'mean_arm1',
  sdT: 'sd_arm1',
  nT: 'n_arm1',
  meanC: 'mean_arm2',
  sdC: 'sd_arm2',
  nC: 'n_arm2',
};
const eventColumns = { eventsT: 'event_arm1', nT: 'totaln_arm1', eventsC: 'event_arm2', nC: 'totaln_arm2' };

export function sheetResults(sheet: Sheet): SheetResult[] {
  return sheet.rows.map((row) => {
    const means = allOf(sheet, row, meansColumns);
    const effect = means
      ? computeEffect('means-sds', means, { measure: 'SMD', varianceFormula: 'CMA' })
      : undefined;
    const { yi, sei } = effect?.ok ? effect.value : {};
    return {
      row,
      study: row.cells.get('study') ?? `row ${row.number}`,
      domain: row.cells.get('outcome_category') ?? row.cells.get('outcome') ?? '',
      instrument: row.cells.get('instrument') ?? '',
      time: row.cells.get('time') ?? '',
      weeks: numberIn(sheet, row, 'time_weeks'),
      comparator: row.cells.get('condition_arm2') ?? '',
      outcomeType: row.cells.get('outcome_type') ?? '',
      g: numberIn(sheet, row, '.g', 'g'),
      se: numberIn(sheet, row, '.g_se', 'g_se'),
      means,
      events: allOf(sheet, row, eventColumns),
      readyG: numberIn(sheet, row, 'precalc_g'),
      readySe: numberIn(sheet, row, 'precalc_g_se'),
      recomputed: typeof yi === 'number' && typeof sei === 'number' ? { g: yi, se: sei } : undefined,
    };
  });
}

/** The numbers of all named columns, or undefined if one is missing. */
function allOf(
  sheet: Sheet,
  row: SheetRow,
  columns: { readonly [name: string]: string },
): { readonly [name: string]: number } | undefined {
  const values: { [name: string]: number } = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = numberIn(sheet, row, column);
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}
