import { bareWords, familyOf } from './match-facts';

/** What is compared of reports that may tell of one study. */
export type RelatedFacts<Id extends string = string> = {
  readonly id: Id;
  readonly title?: string;
  readonly authors: readonly string[];
  readonly year?: number;
  /** Trial registration numbers, of its fields and found in its abstract. */
  readonly registrations: readonly string[];
};

export type RelatedReason = 'registration' | 'authors' | 'first-author' | 'title' | 'years';

/** Two reports that may be of one study, and why. */
export type RelatedPair<Id extends string = string> = {
  readonly reports: readonly [Id, Id];
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly RelatedReason[];
};

type Ready<Id extends string> = {
  readonly id: Id;
  readonly families: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly year: number | undefined;
  readonly registrations: readonly string[];
};

const shownFrom = 0.6;
/** A name that so many reports share ("Wang") leads to no pair by itself. */
const commonName = 40;
const smallWords = new Set(
  'with from that this their among between versus randomised randomized trial study'.split(' '),
);

/**
 * Pairs of reports that may tell of one study: the same trial registration, or the same people about the same thing within
 * a few years. A suggestion to look at, never more. Best first, the same in whatever order the reports are given.
 */
export function relatedReports<Id extends string>(reports: readonly RelatedFacts<Id>[]): RelatedPair<Id>[] {
  const ready = reports.map((report): Ready<Id> => ({
    id: report.id,
    families: [
      ...new Set(
        report.authors
          .slice(0, 12)
          .map(familyOf)
          .filter((name) => name.length > 1),
      ),
    ],
    words: new Set(bareWords(report.title ?? '').filter((word) => word.length > 3 && !smallWords.has(word))),
    year: report.year,
    registrations: report.registrations.map((number) => number.toUpperCase().replace(/[\s-]/gu, '')),
  }));
  const buckets = new Map<string, Ready<Id>[]>();
  for (const report of ready) {
    for (const key of [...report.families.map((name) => `name ${name}`), ...report.registrations]) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(report);
      else buckets.set(key, [report]);
    }
  }
  const pairs = new Map<string, RelatedPair<Id>>();
  for (const [key, bucket] of buckets) {
    if (key.startsWith('name ') && bucket.length > commonName) continue;
    for (const [index, one] of bucket.entries()) {
      for (const other of bucket.slice(index + 1)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const name = `${a.id} ${b.id}`;
        if (a.id === b.id || pairs.has(name)) continue;
        pairs.set(name, relate(a, b));
      }
    }
  }
  return [...pairs.values()]
    .filter(({ score }) => score >= shownFrom)
    .sort((x, y) => y.score - x.score || (x.reports.join(' ') < y.reports.join(' ') ? -1 : 1));
}

function relate<Id extends string>(a: Ready<Id>, b: Ready<Id>): RelatedPair<Id> {
  const found: (readonly [RelatedReason, number])[] = [];
  const shared = a.families.filter((name) => b.families.includes(name)).length;
  const shorter = Math.min(a.families.length, b.families.length);
  if (a.registrations.some((number) => b.registrations.includes(number))) found.push(['registration', 0.9]);
  if (shared >= 2 && shared / shorter >= 0.6) found.push(['authors', 0.45]);
  if (a.families[0] !== undefined && a.families[0] === b.families[0]) found.push(['first-author', 0.25]);
  if (likeness(a.words, b.words) >= 0.4) found.push(['title', 0.35]);
  // Alone it says nothing: it only supports the others.
  if (found.length > 0 && a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) <= 5)
    found.push(['years', 0.1]);
  const doubt = found.reduce((left, [, weight]) => left * (1 - weight), 1);
  return { reports: [a.id, b.id], score: 1 - doubt, reasons: found.map(([reason]) => reason) };
}

/** Words both have, as a share of the words either has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
