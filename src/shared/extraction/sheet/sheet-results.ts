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

/** Columns by the names of the Metapsy standard, else by those of metafor's data sets. */
const meansColumns = {
  meanT: ['mean_arm1', 'm1i'],
  sdT: ['sd_arm1', 'sd1i'],
  nT: ['n_arm1', 'n1i'],
  meanC: ['mean_arm2', 'm2i'],
  sdC: ['sd_arm2', 'sd2i'],
  nC: ['n_arm2', 'n2i'],
};
const eventColumns = {
  eventsT: ['event_arm1', 'ai'],
  nT: ['totaln_arm1', 'n1i'],
  eventsC: ['event_arm2', 'ci'],
  nC: ['totaln_arm2', 'n2i'],
};

export function sheetResults(sheet: Sheet): SheetResult[] {
  const labels = labelsOf(sheet.rows);
  return sheet.rows.map((row, place) => {
    const means = allOf(sheet, row, meansColumns);
    const effect = means
      ? computeEffect('means-sds', means, { measure: 'SMD', varianceFormula: 'CMA' })
      : undefined;
    const { yi, sei } = effect?.ok ? effect.value : {};
    return {
      row,
      study: labels[place] ?? '',
      domain: row.cells.get('outcome_category') ?? row.cells.get('outcome') ?? '',
      instrument: row.cells.get('instrument') ?? '',
      time: row.cells.get('time') ?? '',
      weeks: numberIn(sheet, row, 'time_weeks'),
      comparator: row.cells.get('condition_arm2') ?? '',
      outcomeType: row.cells.get('outcome_type') ?? '',
      g: numberIn(sheet, row, '.g', 'g'),
      se: numberIn(sheet, row, '.g_se', 'g_se'),
      means,
      events: allOf(sheet, row, eventColumns) ?? fourCells(sheet, row),
      readyG: numberIn(sheet, row, 'precalc_g', 'yi'),
      readySe: numberIn(sheet, row, 'precalc_g_se', 'sei') ?? rootOf(numberIn(sheet, row, 'vi')),
      recomputed: typeof yi === 'number' && typeof sei === 'number' ? { g: yi, se: sei } : undefined,
    };
  });
}

/** The numbers of all named columns, or undefined if one is missing. */
function allOf(
  sheet: Sheet,
  row: SheetRow,
  columns: { readonly [name: string]: readonly string[] },
): { readonly [name: string]: number } | undefined {
  const values: { [name: string]: number } = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = numberIn(sheet, row, ...column);
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}

/**
 * The study of every row: its name, with the year where a table of R keeps that apart, and the number R gives it where
 * two studies would otherwise have one name.
 */
function labelsOf(rows: readonly SheetRow[]): readonly string[] {
  const named = rows.map((row) => {
    const study = row.cells.get('study');
    const author = row.cells.get('author') ?? row.cells.get('slab') ?? row.cells.get('trial');
    if (author === undefined || (study !== undefined && /\D/u.test(study)))
      return { label: study ?? `row ${row.number}`, number: '' };
    const year = row.cells.get('year');
    return {
      label: year === undefined || author.includes(year) ? author : `${author}, ${year}`,
      number: study ?? '',
    };
  });
  return named.map(({ label, number }) =>
    named.some((other) => other.label === label && other.number !== number) ? `${label} (${number})` : label,
  );
}

/** A table given by its four cells: events and no events in either arm. */
function fourCells(sheet: Sheet, row: SheetRow): SheetResult['events'] {
  const cell = (...names: readonly string[]): number | undefined => numberIn(sheet, row, ...names);
  const [a, b, c, d] = [cell('ai', 'tpos'), cell('bi', 'tneg'), cell('ci', 'cpos'), cell('di', 'cneg')];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return { eventsT: a, nT: a + b, eventsC: c, nC: c + d };
}

const rootOf = (variance: number | undefined): number | undefined =>
  variance === undefined || variance < 0 ? undefined : Math.sqrt(variance);
