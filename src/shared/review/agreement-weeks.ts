import type { RecordId } from '../kernel';
import { normalTwoSidedP } from '../statistics';

/** A week of rating: how many records got their last rating in it, how many were rated alike, and which were not. */
export type AgreementWeek = {
  /** Its Monday, as YYYY-MM-DD (UTC). */
  readonly monday: string;
  readonly n: number;
  readonly agreed: number;
  readonly differing: readonly RecordId[];
};

/** Agreement that falls from week to week. */
export type Drift = {
  /** Share rated alike in the first and in the last of the weeks that were looked at. */
  readonly from: number;
  readonly to: number;
  readonly lastMonday: string;
  /** Two-sided, of the test for a trend. */
  readonly p: number;
  /** The records of the last week on which people differ: where to begin the talk. */
  readonly records: readonly RecordId[];
};

type Rated = {
  readonly recordId: RecordId;
  readonly ratings: readonly (string | null)[];
  readonly at: string;
};

/** Rated records by week, oldest first. */
export function agreementByWeek(rated: readonly Rated[]): AgreementWeek[] {
  const weeks = new Map<string, Rated[]>();
  for (const record of rated) {
    const monday = mondayOf(record.at);
    const known = weeks.get(monday);
    if (known) known.push(record);
    else weeks.set(monday, [record]);
  }
  return [...weeks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, records]) => {
      const differing = records.flatMap(({ recordId, ratings }) =>
        new Set(ratings.filter((rating) => rating !== null)).size > 1 ? recordId : [],
      );
      return { monday, n: records.length, agreed: records.length - differing.length, differing };
    });
}

/** Weeks with fewer records say little of a trend and are left out. */
const enough = 10;

/**
 * Whether agreement falls over the weeks: the test for a trend in proportions (Cochran 1954, Armitage 1955), scores the
 * number of the week, at 5 % two-sided; null where it does not fall, or where fewer than two weeks have ten records.
 */
export function driftOf(weeks: readonly AgreementWeek[]): Drift | null {
  const kept = weeks.filter(({ n }) => n >= enough);
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last || first === last) return null;
  const scored = kept.map((week) => ({ ...week, score: weeksBetween(first.monday, week.monday) }));
  const sum = (of: (week: (typeof scored)[number]) => number): number =>
    scored.reduce((total, week) => total + of(week), 0);
  const all = sum(({ n }) => n);
  const share = sum(({ agreed }) => agreed) / all;
  const mean = sum(({ n, score }) => n * score) / all;
  const slope = sum(({ agreed, n, score }) => (score - mean) * (agreed - n * share));
  const variance = share * (1 - share) * sum(({ n, score }) => n * (score - mean) ** 2);
  if (variance <= 0 || slope >= 0) return null;
  const p = normalTwoSidedP(slope / Math.sqrt(variance));
  if (p >= 0.05) return null;
  return {
    from: first.agreed / first.n,
    to: last.agreed / last.n,
    lastMonday: last.monday,
    p,
    records: last.differing,
  };
}

const day = 86_400_000;

function mondayOf(at: string): string {
  const time = Date.parse(at);
  // 1 January 1970 was a Thursday: three days after a Monday.
  const sinceMonday = (((Math.floor(time / day) + 3) % 7) + 7) % 7;
  return new Date((Math.floor(time / day) - sinceMonday) * day).toISOString().slice(0, 10);
}

const weeksBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / (7 * day);
