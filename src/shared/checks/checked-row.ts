import { computeEffect } from '../effect-size';

/**
 * A result as the checks look at it, whether it stands in an imported table, in a coder's own extraction or in the
 * pooling sheet. Values have the names of the effect-size shapes (`meanT`, `sdT`, `nT`, ... `eventsC`).
 */
export type CheckedRow = {
  /** 1-based. */
  readonly number: number;
  readonly studyId: string;
  readonly study: string;
  readonly resultId: string;
  readonly domain: string;
  readonly outcome: string;
  readonly instrument: string;
  readonly time: string;
  readonly weeks: number | null;
  readonly armT: string;
  readonly armC: string;
  readonly shape: string;
  readonly values: { readonly [field: string]: number };
  /** Decimals a value is printed with, where its text is known. */
  readonly decimals: { readonly [field: string]: number };
  /** The effect the source states, positive favours the intervention. */
  readonly stated: { readonly g: number | undefined; readonly se: number | undefined };
  /** As entered or as the protocol says; undefined where nobody said. */
  readonly higherIsBetter: boolean | undefined;
  /** Lowest and highest possible score by the protocol. */
  readonly range: { readonly min: number | undefined; readonly max: number | undefined };
  readonly randomised: { readonly T: number | undefined; readonly C: number | undefined };
  /** Planned length of the intervention, as written. */
  readonly duration: string;
  /** Risk-of-bias words by domain (`D1` ... `D5`, `overall`), as written. */
  readonly riskOfBias: { readonly [domain: string]: string };
  /** Names of columns or fields by the names of values. */
  readonly columnOf: { readonly [field: string]: string };
  /** What only a table has. */
  readonly table: TableRow | undefined;
};

export type TableRow = {
  /** Cells in this row, and in the header. */
  readonly width: number;
  readonly headerWidth: number;
  readonly outcomeType: string;
  readonly ready: { readonly g: number | undefined; readonly se: number | undefined };
  /** Whether the row gives an effect, or all numbers for one. */
  readonly hasNumbers: boolean;
  /** Cells of number columns that hold words, as `column: text`. */
  readonly words: readonly string[];
};

type MeansAndDeviations = {
  readonly meanT: number;
  readonly sdT: number;
  readonly nT: number;
  readonly meanC: number;
  readonly sdC: number;
  readonly nC: number;
};

/** Means, SDs and group sizes, where all six are there. */
export function meansOf({ values }: Pick<CheckedRow, 'values'>): MeansAndDeviations | undefined {
  const { meanT, sdT, nT, meanC, sdC, nC } = values;
  return meanT === undefined ||
    sdT === undefined ||
    nT === undefined ||
    meanC === undefined ||
    sdC === undefined ||
    nC === undefined
    ? undefined
    : { meanT, sdT, nT, meanC, sdC, nC };
}

/** Hedges' g of intervention against control from means and SDs, unturned; the variance as the Metapsy standard has it. */
export function effectOfMeans(
  row: Pick<CheckedRow, 'values'>,
): { readonly g: number; readonly se: number } | undefined {
  const means = meansOf(row);
  const effect = means && computeEffect('means-sds', means, { measure: 'SMD', varianceFormula: 'CMA' });
  const { yi, sei } = effect?.ok ? effect.value : {};
  return typeof yi === 'number' && typeof sei === 'number' ? { g: yi, se: sei } : undefined;
}

/** "RAS - total", "RAS-24", "RAS (high)": the letters an instrument is known by. */
export const instrumentKey = (instrument: string): string =>
  instrument
    .toLowerCase()
    .replace(/\(.*?\)/gu, '')
    .split(/[-–,:]/u)[0]
    ?.replace(/[^a-z]+/gu, '') ?? '';

export const resultKey = (row: Pick<CheckedRow, 'studyId' | 'resultId'>): string =>
  `${row.studyId} ${row.resultId}`;

/** The rows under each key, in order of first appearance. */
export function grouped(
  rows: readonly CheckedRow[],
  keyOf: (row: CheckedRow) => string,
): ReadonlyMap<string, readonly CheckedRow[]> {
  const groups = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

export const joined = (...parts: readonly (string | number | null)[]): string => parts.join('\u0000');
