import { numberIn, textIn, type Sheet, type SheetField, type SheetResult } from '../extraction/sheet';
import type { CheckedRow } from './checked-row';

/** Names of values where the checks call them otherwise than the columns of a table. */
const valueOfField: { readonly [F in SheetField]?: string } = {
  g: 'estimate',
  gSe: 'se',
  riskOfBias: 'overall',
};

/** Numbers a result is made of, by the fields of a table. */
const numbersOfResult: readonly SheetField[] = [
  'meanT',
  'sdT',
  'seT',
  'nT',
  'meanC',
  'sdC',
  'seC',
  'nC',
  'changeT',
  'sdChangeT',
  'changeC',
  'sdChangeC',
  'eventsT',
  'eventsC',
  'totalNT',
  'totalNC',
  't',
  'p',
  'ciLow',
  'ciHigh',
  'g',
  'gSe',
];

/** The rows of a table as the checks look at them. */
export function rowsOfTable(sheet: Sheet, results: readonly SheetResult[]): CheckedRow[] {
  const columnOf: { [value: string]: string } = {};
  for (const [field, [column]] of sheet.columns)
    if (column !== undefined) columnOf[valueOfField[field] ?? field] = column;
  return results.map((result): CheckedRow => {
    const { row } = result;
    const numbers: { [field: string]: number } = {};
    const decimals: { [field: string]: number } = {};
    const words: string[] = [];
    for (const field of numbersOfResult) {
      const text = textIn(sheet, row, field);
      if (text === undefined) continue;
      const name = valueOfField[field] ?? field;
      const value = numberIn(sheet, row, field);
      if (value === undefined) words.push(`${columnOf[name] ?? field}: ${text}`);
      else {
        numbers[name] = value;
        decimals[name] = /[.,](\d+)$/u.exec(text)?.[1]?.length ?? 0;
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
      outcome: result.outcome,
      instrument: result.instrument,
      time: result.time,
      weeks: result.weeks ?? null,
      armT: result.intervention,
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
        T: numberIn(sheet, row, 'randomisedT'),
        C: numberIn(sheet, row, 'randomisedC'),
      },
      duration: row.cells.get('duration_int') ?? '',
      riskOfBias: defined({
        D1: row.cells.get('rob_d1'),
        D2: row.cells.get('rob_d2'),
        D3: row.cells.get('rob_d3'),
        D4: row.cells.get('rob_d4'),
        D5: row.cells.get('rob_d5'),
        overall: textIn(sheet, row, 'riskOfBias'),
      }),
      columnOf,
      table: {
        width: row.width,
        headerWidth: sheet.header.length,
        outcomeType: result.outcomeType,
        ready: { g: result.readyG, se: result.readySe },
        hasNumbers: result.numbers !== undefined,
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
