import { trialsIn, type PoolingSheet, type PoolingSheetRow } from '../export';
import type { AnalysisPlan, PlannedOutcome } from '../protocol';
import type { PoolingRow } from '../pooling';
import { effectWithMeasure, type MeasureName } from './measure-of-row';

/** A row of the sheet as it enters an analysis. `yi` carries the sign in which the outcome is printed. */
export type AnalysedRow = PoolingRow & {
  readonly key: string;
  readonly label: string;
  readonly yi: number;
  readonly vi: number;
  readonly row: PoolingSheetRow;
  readonly fields: { readonly [name: string]: string | number };
};

export const rowKey = (row: Pick<PoolingSheetRow, 'studyId' | 'resultId'>): string =>
  `${row.studyId} ${row.resultId}`;

/** A value of the columns that plans may name; characteristics by their id. */
export function fieldOf(row: PoolingSheetRow, field: string): string {
  switch (field) {
    case 'comparator':
    case 'armT':
    case 'armC':
    case 'instrument':
    case 'outcome':
    case 'window':
      return row[field];
    case 'riskOfBias':
      return row.riskOfBias['overall'] ?? '';
    default:
      return row.characteristics[field] ?? '';
  }
}

/** The rows an outcome takes in, in every window. */
export function rowsOfOutcome(
  rows: readonly PoolingSheetRow[],
  outcome: PlannedOutcome,
  domains: readonly { readonly id: string; readonly label: string }[],
): PoolingSheetRow[] {
  const words = outcome.outcomes.map(plain);
  const label = domains.find(({ id }) => id === outcome.domainId)?.label;
  return rows.filter((row) => {
    const inDomain =
      outcome.domainId === null ||
      (row.domainId === null ? row.domain === label : row.domainId === outcome.domainId);
    const named = [row.outcome, row.instrument].map(plain);
    return (
      inDomain && (words.length === 0 || words.some((word) => named.some((name) => name.includes(word))))
    );
  });
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The window of a row, or where the protocol has none for it its timepoint as written. */
export const windowKey = (row: PoolingSheetRow): string => row.windowId ?? `at ${row.timepoint}`;

/** Rows as effects under a measure; those that do not give it are listed apart. */
export function analysedRows(
  rows: readonly PoolingSheetRow[],
  sheet: PoolingSheet,
  measure: MeasureName,
  outcome: Pick<PlannedOutcome, 'sign'>,
  sharedControls: AnalysisPlan['sharedControls'],
): { readonly analysed: readonly AnalysedRow[]; readonly withoutMeasure: readonly PoolingSheetRow[] } {
  const withoutMeasure: PoolingSheetRow[] = [];
  const severalPerTrial = trialsIn(rows) < rows.length;
  const analysed = rows.flatMap((row): AnalysedRow[] => {
    const effect =
      measure === sheet.measure
        ? { estimate: row.estimate, se: row.se }
        : effectWithMeasure(row, measure, sheet);
    if (!effect) {
      withoutMeasure.push(row);
      return [];
    }
    // Where extraction has already seen to it, nobody is divided twice.
    const extra =
      sharedControls === 'split' && row.sharedArm === undefined ? controlDivided(row, rows, measure) : 0;
    const repeated = severalPerTrial && rows.filter(({ studyId }) => studyId === row.studyId).length > 1;
    const year = yearOf(row);
    return [
      {
        key: rowKey(row),
        label: repeated ? `${row.study} (${distinction(row, rows)})` : row.study,
        yi: outcome.sign === 'benefit-negative' ? 0 - effect.estimate : effect.estimate,
        vi: effect.se ** 2 + extra,
        row,
        fields: { trial: row.studyId, effect: rowKey(row), ...(year === null ? {} : { year }) },
      },
    ];
  });
  return { analysed, withoutMeasure };
}

/** What tells the rows of one trial apart: the instrument, or the arm, or the time. */
function distinction(row: PoolingSheetRow, rows: readonly PoolingSheetRow[]): string {
  const own = rows.filter(({ studyId }) => studyId === row.studyId);
  const parts = (['instrument', 'armT', 'armC', 'timepoint'] as const).filter(
    (part) => new Set(own.map((other) => other[part])).size > 1,
  );
  return parts.map((part) => row[part]).join(', ') || row.instrument;
}

/** The year of a study: as extracted, else the one in its label. */
export function yearOf(row: Pick<PoolingSheetRow, 'characteristics' | 'study'>): number | null {
  const year = Number(row.characteristics['year'] ?? Number.NaN);
  if (Number.isInteger(year) && year > 1800) return year;
  const inLabel = /\b(?:19|20)\d{2}/u.exec(row.study)?.[0];
  return inLabel === undefined ? null : Number(inLabel);
}

/** Rows that compare several arms with one and the same control group. */
const sharers = (row: PoolingSheetRow, rows: readonly PoolingSheetRow[]): PoolingSheetRow[] =>
  rows.filter(
    (other) =>
      other.studyId === row.studyId &&
      other.instrument === row.instrument &&
      other.timepoint === row.timepoint &&
      other.armC === row.armC,
  );

export const armsSharing = (row: PoolingSheetRow, rows: readonly PoolingSheetRow[]): number =>
  new Set(sharers(row, rows).map(({ armT }) => armT)).size;

/**
 * What the variance grows by when m arms share nC controls and each comparison gets nC/m of them (Cochrane Handbook
 * 23.3.4): (m-1)/nC for standardised differences, times the controls' variance for mean differences. 0 where the
 * numbers are not given or the measure is another one.
 */
function controlDivided(
  row: PoolingSheetRow,
  rows: readonly PoolingSheetRow[],
  measure: MeasureName,
): number {
  const arms = armsSharing(row, rows);
  const { nC, sdC } = row.values;
  if (arms < 2 || nC === undefined || nC <= 0) return 0;
  if (measure === 'SMD') return (arms - 1) / nC;
  return measure === 'MD' && sdC !== undefined ? ((arms - 1) * sdC ** 2) / nC : 0;
}

/** Participants as far as the reports say: `trialsWithout` is how many trials give no numbers per arm. */
export type Participants = { readonly known: number; readonly trialsWithout: number };

/** Participants of the rows: every arm of a trial once, at its largest. */
export function participantsOf(rows: readonly PoolingSheetRow[]): Participants {
  const arms = new Map<string, number>();
  const told = new Set<string>();
  for (const { studyId, armT, armC, values } of rows) {
    const { nT, nC } = values;
    if (nT === undefined || nC === undefined) continue;
    told.add(studyId);
    for (const [arm, n] of [
      [`${studyId} T ${armT}`, nT],
      [`${studyId} C ${armC}`, nC],
    ] as const) {
      arms.set(arm, Math.max(arms.get(arm) ?? 0, n));
    }
  }
  let known = 0;
  for (const n of arms.values()) known += n;
  return { known: Math.round(known), trialsWithout: trialsIn(rows) - told.size };
}

export type Dependence = {
  readonly studyId: string;
  readonly study: string;
  readonly rows: number;
  /** Arms against one control group, instruments, or timepoints of one comparison. */
  readonly why: readonly ('shared-control' | 'several-outcomes' | 'several-times')[];
};

/** The trials that give more than one row, and why. */
export function dependenceIn(rows: readonly PoolingSheetRow[]): Dependence[] {
  const byStudy = new Map<string, PoolingSheetRow[]>();
  for (const row of rows) byStudy.set(row.studyId, [...(byStudy.get(row.studyId) ?? []), row]);
  return [...byStudy].flatMap(([studyId, own]) => {
    const [first] = own;
    if (!first || own.length < 2) return [];
    const several = (part: 'instrument' | 'timepoint'): boolean =>
      new Set(own.map((row) => row[part])).size > 1;
    return [
      {
        studyId,
        study: first.study,
        rows: own.length,
        why: [
          ...(own.some((row) => armsSharing(row, own) > 1) ? (['shared-control'] as const) : []),
          ...(several('instrument') ? (['several-outcomes'] as const) : []),
          ...(several('timepoint') ? (['several-times'] as const) : []),
        ],
      },
    ];
  });
}
