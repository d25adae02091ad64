import { numberIn, type Sheet, type SheetResult } from '../extraction/sheet';
import type { CheckedRow } from './checked-row';

/** Names of columns of an extraction table (Metapsy standard, and a few that teams add) by the names of values. */
const columnOf: { readonly [field: string]: string } = {
  meanT: 'mean_arm1',
  sdT: 'sd_arm1',
  seT: 'se_arm1',
  nT: 'n_arm1',
  meanC: 'mean_arm2',
  sdC: 'sd_arm2',
  seC: 'se_arm2',
  nC: 'n_arm2',
  changeT: 'mean_change_arm1',
  sdChangeT: 'sd_change_arm1',
  changeC: 'mean_change_arm2',
  sdChangeC: 'sd_change_arm2',
  eventsT: 'event_arm1',
  eventsC: 'event_arm2',
  totalNT: 'totaln_arm1',
  totalNC: 'totaln_arm2',
  t: 't',
  p: 'p',
  ciLow: 'ci_low',
  ciHigh: 'ci_high',
  estimate: '.g',
  se: '.g_se',
  readyG: 'precalc_g',
  weeks: 'time_weeks',
  randomisedT: 'rand_arm1',
  randomisedC: 'rand_arm2',
  armC: 'condition_arm2',
  overall: 'overall_rob',
};

const notNumbersOfTheResult = new Set(['readyG', 'weeks', 'randomisedT', 'randomisedC', 'armC', 'overall']);

/** The rows of a table as the checks look at them. */
export function rowsOfTable(sheet: Sheet, results: readonly SheetResult[]): CheckedRow[] {
  return results.map((result): CheckedRow => {
    const { row } = result;
    const numbers: { [field: string]: number } = {};
    const decimals: { [field: string]: number } = {};
    const words: string[] = [];
    for (const [field, column] of Object.entries(columnOf)) {
      if (notNumbersOfTheResult.has(field)) continue;
      const text = row.cells.get(column);
      if (text === undefined) continue;
      const value = numberIn(sheet, row, column);
      if (value === undefined) words.push(`${column}: ${text}`);
      else {
        numbers[field] = value;
        decimals[field] = /[.,](\d+)$/u.exec(text)?.[1]?.length ?? 0;
      }
    }
    const { estimate, se, ...values } = numbers;
    const stated = { g: result.g ?? estimate, se: result.se ?? se };
    return {
      number: row.number,
      studyId: result.study,
      study: result.study,
      resultId: `row-${row.number}`,
      domain: result.domain,
      outcome: row.cells.get('outcome_subcategory') ?? '',
      instrument: result.instrument,
      time: result.time,
      weeks: result.weeks ?? null,
      armT: row.cells.get('condition_arm1') ?? '',
      armC: result.comparator,
      shape: result.outcomeType,
      values:
        values['ciLow'] === undefined
          ? values
          : { ...values, ...defined({ estimate: stated.g, se: stated.se }) },
      decimals,
      stated,
      higherIsBetter: undefined,
      range: { min: undefined, max: undefined },
      randomised: {
        T: numberIn(sheet, row, 'rand_arm1', 'n_rand_arm1'),
        C: numberIn(sheet, row, 'rand_arm2', 'n_rand_arm2'),
      },
      duration: row.cells.get('duration_int') ?? '',
      riskOfBias: defined({
        D1: row.cells.get('rob_d1'),
        D2: row.cells.get('rob_d2'),
        D3: row.cells.get('rob_d3'),
        D4: row.cells.get('rob_d4'),
        D5: row.cells.get('rob_d5'),
        overall: row.cells.get('overall_rob'),
      }),
      columnOf,
      table: {
        width: row.width,
        headerWidth: sheet.header.length,
        outcomeType: result.outcomeType,
        ready: { g: result.readyG, se: result.readySe },
        words,
      },
    };
  });
}

/** The entries that have a value. */
function defined<T>(entries: { readonly [name: string]: T | undefined }): { readonly [name: string]: T } {
  const kept: { [name: string]: T } = {};
  for (const [name, value] of Object.entries(entries)) if (value !== undefined) kept[name] = value;
  return kept;
}
