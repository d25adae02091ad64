import type { Protocol } from '../../protocol';
import { sheetOfTable, type ChosenColumns, type Sheet } from './read-sheet';
import type { SheetTable } from './sheet-table';
import { missingFields } from './sheet-columns';
import { sheetResults } from './sheet-results';
import { knownDirection, timeKey, usualPlaces } from './sheet-to-studies';

/** An outcome or a time as the sheet names it, and where it belongs in the protocol; null where nowhere yet. */
export type NamedInSheet = {
  readonly key: string;
  readonly name: string;
  readonly weeks?: number;
  readonly rows: number;
  readonly placeId: string | null;
  /** Rows of which nothing tells whether higher is better, and whose own effect is not given either. */
  readonly withoutDirection: number;
};

/** A table on its way in, as a person looks at it before it is imported. */
export type SheetLook = {
  readonly sheet: Sheet;
  /** The first values of every column, by its place. */
  readonly firstValues: readonly (readonly string[])[];
  /** What it still needs to be an extraction sheet. */
  readonly missing: readonly ('study' | 'instrument')[];
  readonly studies: number;
  /** Rows that give an effect, or all numbers for one. */
  readonly withEffect: number;
  readonly outcomes: readonly NamedInSheet[];
  readonly times: readonly NamedInSheet[];
};

const mostValues = 3;

/** What a table holds under the columns chosen so far, and where the protocol has a place for it. */
export function lookAtSheet(table: SheetTable, protocol: Protocol, columns: ChosenColumns): SheetLook {
  const sheet = sheetOfTable(table, columns);
  const results = sheetResults(sheet);
  const { domains, windows } = usualPlaces(results, protocol);
  const outcomes = new Map<string, NamedInSheet>();
  const times = new Map<string, NamedInSheet>();
  const count = (map: Map<string, NamedInSheet>, named: NamedInSheet): void => {
    const before = map.get(named.key) ?? { rows: 0, withoutDirection: 0 };
    map.set(named.key, {
      ...named,
      rows: before.rows + named.rows,
      withoutDirection: before.withoutDirection + named.withoutDirection,
    });
  };
  for (const result of results) {
    const { domain, time, weeks } = result;
    const untold = result.g === undefined && knownDirection(result, protocol) === undefined;
    count(outcomes, {
      key: domain,
      name: domain,
      rows: 1,
      placeId: domains.get(domain) ?? null,
      withoutDirection: untold ? 1 : 0,
    });
    const key = timeKey(result, protocol);
    count(times, {
      key,
      name: time,
      ...(weeks === undefined || key === time ? {} : { weeks }),
      rows: 1,
      placeId: windows.get(key) ?? null,
      withoutDirection: 0,
    });
  }
  return {
    sheet,
    firstValues: sheet.header.map((title) => firstOf(sheet, title.toLowerCase())),
    missing: missingFields(sheet.columns),
    studies: new Set(results.map(({ study }) => study)).size,
    withEffect: results.filter(({ g, se, numbers }) => numbers || (g !== undefined && se !== undefined))
      .length,
    outcomes: [...outcomes.values()],
    times: [...times.values()],
  };
}

/** The first different values of a column. */
function firstOf({ rows }: Sheet, column: string): readonly string[] {
  const values = new Set<string>();
  for (const { cells } of rows) {
    const value = cells.get(column);
    if (value !== undefined) values.add(value);
    if (values.size === mostValues) break;
  }
  return [...values];
}
