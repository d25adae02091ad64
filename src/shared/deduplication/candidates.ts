import { CandidateKeys } from './candidate-keys';
import { DistinctNumbers } from './distinct-numbers';
import { isSmallWord, type NormalCitation } from './normal';

/**
 * Pairs worth comparing. Every record gets several keys; records that share one are compared. Comparing within keys only
 * keeps the work near linear; that there are several of different kinds (identifiers, title, rare words of the title,
 * authors and year, place in the journal) makes up for a field that is missing or spelled differently.
 *
 * A key that many records share (an editorial's title, a supplement's DOI) is ordered by the rest of the records, and each
 * is compared with its neighbours only. Pairs come once, in an order that does not depend on the order of the records.
 */
export function* candidatePairs(
  citations: readonly NormalCitation[],
): Generator<readonly [a: number, b: number]> {
  const count = citations.length;
  for (const pair of pairsOf(citations)) yield [Math.floor(pair / count), pair % count];
}

/** The pairs, each as one number: the first position times the number of records, and the second. */
function pairsOf(citations: readonly NormalCitation[]): DistinctNumbers {
  const rarity = wordCounts(citations);
  const keys = new CandidateKeys(citations.length);
  for (const [position, citation] of citations.entries()) {
    for (const key of keysOf(citation, rarity)) keys.add(key, position);
  }
  const orders = new Map<number, string>();
  const orderOf = (position: number): string => {
    let order = orders.get(position);
    if (order === undefined) {
      const citation = citations[position];
      order = citation === undefined ? '' : neighbourhood(citation);
      orders.set(position, order);
    }
    return order;
  };
  const count = citations.length;
  const pairs = new DistinctNumbers();
  const meet = (x: number, y: number): void => pairs.add(Math.min(x, y) * count + Math.max(x, y));
  for (const [entry, others] of entriesWithReports(citations)) for (const other of others) meet(entry, other);
  for (const members of keys.shared()) {
    if (members.length <= smallBucket) {
      for (const [at, a] of members.entries()) {
        for (let next = at + 1; next < members.length; next += 1) meet(a, members[next] ?? a);
      }
      continue;
    }
    const sorted = [...members].sort((x, y) => (orderOf(x) < orderOf(y) ? -1 : 1));
    for (const [at, a] of sorted.entries()) {
      for (let next = at + 1; next <= at + neighbours && next < sorted.length; next += 1) {
        meet(a, sorted[next] ?? a);
      }
    }
  }
  return pairs;
}

/** Records that name one number and are met by its entry: no trial has more reports in one review. */
const mostNaming = 200;

/** Each entry of a trial register with the records that name one of its numbers; records without an entry meet by other keys. */
function* entriesWithReports(
  citations: readonly NormalCitation[],
): Generator<readonly [number, readonly number[]]> {
  const naming = new Map<string, number[]>();
  const entries: number[] = [];
  for (const [position, { register }] of citations.entries()) {
    if (register.entry !== undefined) entries.push(position);
    for (const number of register.numbers) {
      const known = naming.get(number);
      if (known === undefined) naming.set(number, [position]);
      else known.push(position);
    }
  }
  for (const entry of entries) {
    for (const number of citations[entry]?.register.numbers ?? []) {
      const others = (naming.get(number) ?? []).filter((other) => other !== entry);
      yield [entry, others.slice(0, mostNaming)];
    }
  }
}

/** Buckets up to this size are compared whole; in larger ones each record meets this many neighbours. */
const smallBucket = 24;
const neighbours = 10;
/** Of a title this many of its rarest words make keys, two and two. */
const rareWords = 4;

function* keysOf(citation: NormalCitation, rarity: ReadonlyMap<string, number>): Generator<string> {
  const { title, doi, pmid, authors, year, place, journal } = citation;
  if (doi !== undefined) yield `d ${doi}`;
  if (pmid !== undefined) yield `p ${pmid}`;
  for (const name of [title.compact, ...title.others]) if (name !== '') yield `t ${name}`;
  const rarest = rarestOf(title.words, rarity);
  for (const [at, word] of rarest.entries()) {
    for (let next = at + 1; next < rarest.length; next += 1) yield `w ${word} ${rarest[next]}`;
  }
  if (place.start > 0 && place.volume !== '') {
    if (year !== undefined) yield `v ${year} ${place.volume} ${place.start}`;
    for (const person of authors.people.slice(0, 1))
      yield `a ${person.words[0]} ${place.volume} ${place.start}`;
    for (const name of journal.names.slice(0, 1))
      yield `j ${name[0]?.slice(0, 3)} ${place.volume} ${place.start}`;
  }
  const [first, second] = authors.people;
  if (first !== undefined && year !== undefined) {
    yield `f ${first.words.at(-1)} ${second?.words.at(-1) ?? ''} ${year}`;
  }
}

function wordCounts(citations: readonly NormalCitation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of citations) {
    for (const word of new Set(title.words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function rarestOf(words: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const telling = [...new Set(words)].filter((word) => word.length > 2 && !isSmallWord(word));
  // A word no other title has finds nothing.
  const shared = telling.filter((word) => (counts.get(word) ?? 0) > 1);
  return shared
    .sort((x, y) => (counts.get(x) ?? 0) - (counts.get(y) ?? 0) || (x < y ? -1 : 1))
    .slice(0, rareWords)
    .sort();
}

/** Puts likely copies side by side: by title, year, page, author; the id only so that the order is always the same. */
const neighbourhood = ({ title, year, place, authors, id }: NormalCitation): string =>
  `${title.compact} ${year ?? ''} ${place.volume} ${place.start} ${authors.people[0]?.words[0] ?? ''} ${id}`;
