import { hypergeometricCdf } from '../statistics';

/** How sure a team wants to be before it stops; both above 0 and below 1. */
export type StoppingTarget = {
  /** Share of all relevant records that should have been found, e.g. 0.95. */
  readonly recall: number;
  /** How sure, e.g. 0.95: the test stops when its p is below one minus this. */
  readonly confidence: number;
};

export type StoppingAdvice = {
  /** Chance of having seen so few relevant records lately if the target had not been reached; 1 before anything is read. */
  readonly p: number;
  /** Whether p is below one minus the confidence asked for (or nothing is left to read). */
  readonly mayStop: boolean;
  /** Further records, all irrelevant, after which the test would say stop; 0 if it says so now. */
  readonly furtherRecords: number;
  /** Irrelevant records in a row at the end: a figure to look at, not a rule. */
  readonly streak: number;
  readonly read: number;
  readonly found: number;
  /** How many relevant records may be left: as likely more as fewer, and at most so many at the confidence asked for. */
  readonly remaining: { readonly likely: number; readonly atMost: number };
};

/**
 * The chance of the null hypothesis "recall is below the target", after Callaghan & Müller-Hansen 2020 (Systematic
 * Reviews 9:273), ranked quasi-sampling: the records read from some point on are taken as a random sample of all that
 * was unread at that point (prioritised reading finds more than a random sample would, which errs on the safe side),
 * and the smallest p over all starting points counts.
 *
 * From a point after `before` relevant ones, with `unread` records then unread of which `drawn` were read since and `hits`
 * were relevant: missing the target means at least `floor(found / recall - before + 1)` relevant ones among the unread.
 * p = P(X <= hits), X hypergeometric.
 *
 * @param order what was read, in order: relevant or not
 * @param total how many records there are, read or not
 */
export function stoppingP(order: readonly boolean[], total: number, recall: number): number {
  const found = order.filter(Boolean).length;
  return smallestP(startsOf(order), total, order.length, found, (before) =>
    Math.floor(found / recall - before + 1),
  );
}

/** What to tell a team that asks whether it may stop. */
export function stoppingAdvice(
  order: readonly boolean[],
  total: number,
  { recall, confidence }: StoppingTarget,
): StoppingAdvice {
  const read = order.length;
  const starts = startsOf(order);
  const found = starts.length - 1;
  const alpha = 1 - confidence;
  const missing = (before: number): number => Math.floor(found / recall - before + 1);
  /** p after so many more irrelevant records. */
  const pAfter = (more: number): number => smallestP(starts, total, read + more, found, missing);
  const unread = total - read;
  const p = pAfter(0);
  const mayStop = read > 0 && (p < alpha || unread === 0);
  const furtherRecords = mayStop ? 0 : firstWhere(unread, (more) => pAfter(more) < alpha);
  /** Chance of what was seen lately, or less, if `left` relevant records were still unread. */
  const chanceOf = (left: number): number =>
    smallestP(starts, total, read, found, (before) => found - before + left);
  return {
    p,
    mayStop,
    furtherRecords,
    streak: read - (starts.at(-1) ?? 0),
    read,
    found,
    remaining: {
      likely: mostWhere(unread, (left) => chanceOf(left) >= 0.5),
      atMost: mostWhere(unread, (left) => chanceOf(left) >= alpha),
    },
  };
}

/**
 * The points worth starting from: the beginning, and right after each relevant record. Between two of them an earlier
 * start only adds irrelevant draws, which makes p smaller, so no other point can win. `starts[i]` has i relevant before it.
 */
function startsOf(order: readonly boolean[]): number[] {
  const starts = [0];
  for (const [at, isRelevant] of order.entries()) if (isRelevant) starts.push(at + 1);
  return starts;
}

function smallestP(
  starts: readonly number[],
  total: number,
  read: number,
  found: number,
  relevantUnread: (before: number) => number,
): number {
  let smallest = 1;
  for (const [before, start] of starts.entries()) {
    const population = total - start;
    const successes = relevantUnread(before);
    const hits = found - before;
    // Impossible: fewer records are unread than would have to be relevant.
    if (successes > population - (read - start) + hits) return 0;
    smallest = Math.min(smallest, hypergeometricCdf(hits, population, successes, read - start));
  }
  return smallest;
}

/** The first whole number from 0 to `end` for which something holds that, once true, stays true; `end` if it never does. */
function firstWhere(end: number, holds: (value: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The last whole number from 0 to `end` for which something holds that, once false, stays false; 0 if it never does. */
const mostWhere = (end: number, holds: (value: number) => boolean): number =>
  Math.max(0, firstWhere(end + 1, (value) => !holds(value)) - 1);
