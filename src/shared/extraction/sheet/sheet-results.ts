import { computeEffect } from '../../effect-size';
import { weeksOfText } from '../weeks-of-text';
import { numberIn, textIn, type Sheet, type SheetRow } from './read-sheet';
import type { SheetField } from './sheet-columns';

/** The numbers of a row in the first form that is whole; `shape` and names are those of `src/shared/effect-size`. */
export type SheetNumbers = {
  readonly shape: string;
  readonly values: { readonly [name: string]: number };
  /** What a reported ratio is. */
  readonly ratioType?: 'OR' | 'RR' | 'HR';
};

/** A row of the sheet as a result: the effect it states, and the numbers it states it from. */
export type SheetResult = {
  readonly row: SheetRow;
  readonly study: string;
  readonly domain: string;
  readonly outcome: string;
  readonly instrument: string;
  readonly time: string;
  readonly weeks: number | undefined;
  readonly intervention: string;
  readonly comparator: string;
  readonly outcomeType: string;
  /** The measure the table says the effect is in, as it says it. */
  readonly measure: string;
  /** The sheet's own effect, positive favours the intervention. */
  readonly g: number | undefined;
  readonly se: number | undefined;
  readonly numbers: SheetNumbers | undefined;
  /** An effect the table calls ready made, and its standard error. */
  readonly readyG: number | undefined;
  readonly readySe: number | undefined;
  /** The effect from means and SDs, unturned, with the formula of the sheet's standard. */
  readonly recomputed: { readonly g: number; readonly se: number } | undefined;
};

type Form = Omit<SheetNumbers, 'values'> & { readonly fields: { readonly [name: string]: SheetField } };

const means: readonly Form[] = [
  {
    shape: 'means-sds',
    fields: { meanT: 'meanT', sdT: 'sdT', nT: 'nT', meanC: 'meanC', sdC: 'sdC', nC: 'nC' },
  },
  {
    shape: 'means-ses',
    fields: { meanT: 'meanT', seT: 'seT', nT: 'nT', meanC: 'meanC', seC: 'seC', nC: 'nC' },
  },
  {
    shape: 'change-scores-sd',
    fields: {
      changeT: 'changeT',
      sdChangeT: 'sdChangeT',
      nT: 'nT',
      changeC: 'changeC',
      sdChangeC: 'sdChangeC',
      nC: 'nC',
    },
  },
];
/** Totals of their own: in a sheet of means the group sizes belong to the means. */
const countsOfTotals: readonly Form[] = [
  {
    shape: 'two-by-two',
    fields: { eventsT: 'eventsT', nT: 'totalNT', eventsC: 'eventsC', nC: 'totalNC' },
  },
];
const countsOfGroups: readonly Form[] = [
  { shape: 'two-by-two', fields: { eventsT: 'eventsT', nT: 'nT', eventsC: 'eventsC', nC: 'nC' } },
  {
    shape: 'rates',
    fields: {
      eventsT: 'eventsT',
      personTimeT: 'personTimeT',
      eventsC: 'eventsC',
      personTimeC: 'personTimeC',
    },
  },
];
const intervals: readonly Form[] = [
  { shape: 'generic-ci', fields: { estimate: 'readyG', ciLow: 'ciLow', ciHigh: 'ciHigh' } },
  {
    shape: 'ratio-ci',
    ratioType: 'OR',
    fields: { estimate: 'oddsRatio', ciLow: 'ciLow', ciHigh: 'ciHigh' },
  },
  {
    shape: 'ratio-ci',
    ratioType: 'RR',
    fields: { estimate: 'riskRatio', ciLow: 'ciLow', ciHigh: 'ciHigh' },
  },
  {
    shape: 'ratio-ci',
    ratioType: 'HR',
    fields: { estimate: 'hazardRatio', ciLow: 'ciLow', ciHigh: 'ciHigh' },
  },
];

export function sheetResults(sheet: Sheet): SheetResult[] {
  const labels = labelsOf(sheet);
  return sheet.rows.map((row, place) => {
    const text = (field: SheetField): string => textIn(sheet, row, field) ?? '';
    const readyG = numberIn(sheet, row, 'readyG');
    const readySe = numberIn(sheet, row, 'readySe') ?? rootOf(numberIn(sheet, row, 'readyVariance'));
    const numbers =
      wholeForm(sheet, row, means) ??
      wholeForm(sheet, row, countsOfTotals) ??
      fourCells(sheet, row) ??
      wholeForm(sheet, row, countsOfGroups) ??
      (readyG === undefined || readySe === undefined
        ? wholeForm(sheet, row, intervals)
        : { shape: 'generic-se', values: { estimate: readyG, se: readySe } });
    return {
      row,
      study: labels[place] ?? '',
      domain: text('domain'),
      outcome: text('outcome'),
      instrument: text('instrument'),
      time: text('time'),
      weeks: numberIn(sheet, row, 'weeks') ?? weeksInWords(text('time')),
      intervention: text('armT'),
      comparator: text('armC'),
      outcomeType: text('outcomeType'),
      measure: text('measure'),
      g: numberIn(sheet, row, 'g'),
      se: numberIn(sheet, row, 'gSe'),
      numbers,
      readyG,
      readySe,
      recomputed: recomputed(numbers),
    };
  });
}

function recomputed(numbers: SheetNumbers | undefined): SheetResult['recomputed'] {
  if (numbers?.shape !== 'means-sds') return undefined;
  const effect = computeEffect('means-sds', numbers.values, { measure: 'SMD', varianceFormula: 'CMA' });
  const { yi, sei } = effect.ok ? effect.value : {};
  return typeof yi === 'number' && typeof sei === 'number' ? { g: yi, se: sei } : undefined;
}

/** The numbers of the first form of which a row has them all. */
function wholeForm(sheet: Sheet, row: SheetRow, forms: readonly Form[]): SheetNumbers | undefined {
  for (const { fields, ...form } of forms) {
    const values: { [name: string]: number } = {};
    for (const [name, field] of Object.entries(fields)) {
      const value = numberIn(sheet, row, field);
      if (value !== undefined) values[name] = value;
    }
    if (Object.keys(values).length === Object.keys(fields).length) return { ...form, values };
  }
  return undefined;
}

/** A table given by its four cells: events and no events in either arm. */
function fourCells(sheet: Sheet, row: SheetRow): SheetNumbers | undefined {
  const [a, b, c, d] = (['eventsT', 'nonEventsT', 'eventsC', 'nonEventsC'] as const).map((field) =>
    numberIn(sheet, row, field),
  );
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return { shape: 'two-by-two', values: { eventsT: a, nT: a + b, eventsC: c, nC: c + d } };
}

/**
 * The study of every row: its name, with the year where a table of R keeps that apart, and the number R gives it where
 * two studies would otherwise have one name.
 */
function labelsOf(sheet: Sheet): readonly string[] {
  const named = sheet.rows.map((row) => {
    const study = textIn(sheet, row, 'study');
    const author = textIn(sheet, row, 'author');
    if (author === undefined || (study !== undefined && /\D/u.test(study)))
      return { label: study ?? `row ${row.number}`, number: '' };
    const year = textIn(sheet, row, 'year');
    return {
      label: year === undefined || author.includes(year) ? author : `${author}, ${year}`,
      number: study ?? '',
    };
  });
  const numbersOf = new Map<string, Set<string>>();
  for (const { label, number } of named)
    numbersOf.set(label, (numbersOf.get(label) ?? new Set()).add(number));
  return named.map(({ label, number }) =>
    (numbersOf.get(label)?.size ?? 0) > 1 ? `${label} (${number})` : label,
  );
}

const rootOf = (variance: number | undefined): number | undefined =>
  variance === undefined || variance < 0 ? undefined : Math.sqrt(variance);

/** "6 months" says weeks; a bare number may as well count the measurements. */
const weeksInWords = (time: string): number | undefined =>
  /\p{Letter}/u.test(time) ? weeksOfText(time) : undefined;
