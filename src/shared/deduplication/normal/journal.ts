import { fold, wordsOf } from './text';

/** A journal as it is compared: every name the record gives, each as its telling words. */
export type NormalJournal = {
  readonly names: readonly (readonly string[])[];
  readonly issns: readonly string[];
};

const small = new Set(
  'the of and in for on a an de la le les des du et der die das und fur van het & di del della el los y e da do dos'.split(
    ' ',
  ),
);
/** "Pediatric Nephrology.Conference: 44th Annual …": the journal stands before the meeting. */
const meeting = /(?:[.:;]\s*conference\b|\bconference:).*$/i;
const place = /\s*\([^)]*\)?/g;
const nothing = /^\W*(?:unknown|na|n\/a|not available|none)\W*$/i;

export function normalJournal(
  journal: string | undefined,
  abbreviation: string | undefined,
  issn: string | undefined,
): NormalJournal {
  const names: string[][] = [];
  for (const name of [journal, abbreviation]) {
    if (name === undefined || nothing.test(name)) continue;
    const bare = name.replace(place, ' ');
    const outside = bare.replace(meeting, '');
    const kept = wordsOf(fold(outside)).length > 0 ? outside : bare;
    for (const part of kept.split(/\s=\s|\s:\s|\/\//)) {
      const words = wordsOf(fold(part)).filter((word) => !small.has(word));
      if (words.length > 0) names.push(words);
    }
  }
  const issns = (issn ?? '').toUpperCase().match(/\d{4}-?\d{3}[\dX]/g) ?? [];
  return { names, issns: issns.map((number) => number.replace('-', '')) };
}

export type JournalRelation = 'missing' | 'same' | 'different';

export function relateJournals(a: NormalJournal, b: NormalJournal): JournalRelation {
  if (a.issns.some((issn) => b.issns.includes(issn))) return 'same';
  if (a.names.length === 0 || b.names.length === 0) return 'missing';
  return a.names.some((left) => b.names.some((right) => sameJournal(left, right))) ? 'same' : 'different';
}

function sameJournal(a: readonly string[], b: readonly string[]): boolean {
  const compactA = a.join('');
  const compactB = b.join('');
  if (compactA === compactB) return true;
  const [shorter, longer] = compactA.length <= compactB.length ? [a, b] : [b, a];
  return abbreviates(shorter, longer) || abbreviates(longer, shorter) || isAcronym(shorter, longer);
}

/**
 * Whether each word of the one shortens the word of the other at the same place ("J Am Soc Nephrol"); the longer name may
 * go on after that ("Lancet Lond Engl"), if three words or the whole shorter name were met.
 */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of short) {
    let next = at;
    while (next < long.length && !shortens(word, long[next] ?? '')) next += 1;
    // At most one word may be left out between two that match ("Proc Natl Acad Sci USA").
    if (next >= long.length || next - at > 1) return false;
    at = next + 1;
  }
  return short.length >= 2 ? at >= long.length - 4 : long.length === 1 || (short[0]?.length ?? 0) >= 5;
}

/** "nephrol" for "nephrology", "natl" for "national", "zh" for "zhurnal": the letters in order, the first one first. */
function shortens(short: string, long: string): boolean {
  if (long.startsWith(short)) return true;
  if (short.length < 3 || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return short.length <= long.length && short.length >= 4 ? short.slice(0, 2) === long.slice(0, 2) : true;
}

/** "AMCIS" in "AMCIS 2017 Proceedings" for "Americas Conference on Information Systems": beginnings of the words in turn. */
function isAcronym(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => spells(word, b)) || b.some((word) => spells(word, a));
}

function spells(acronym: string, words: readonly string[]): boolean {
  if (acronym.length < 3 || acronym.length > 8 || words.length < 3) return false;
  const from = (at: number, word: number): boolean => {
    if (at === acronym.length) return word >= words.length - 1;
    const name = words[word];
    if (name === undefined) return false;
    for (let taken = Math.min(3, acronym.length - at); taken >= 1; taken -= 1) {
      if (name.startsWith(acronym.slice(at, at + taken)) && from(at + taken, word + 1)) return true;
    }
    return false;
  };
  return from(0, 0);
}
