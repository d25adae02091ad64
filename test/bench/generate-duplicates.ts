import type { Citation } from '@shared/deduplication';
import { generator, type Random } from './generate-ris';

/** Invented records with known copies and hard negatives; the same seed gives the same set. */
export type LabelledSet = {
  readonly records: readonly Citation[];
  /** The records of each work, two or more. */
  readonly groups: readonly (readonly string[])[];
  readonly works: number;
};

/**
 * `count` records or a few more. Most works come once; a third come two to four times, as databases differ: journal in
 * full and abbreviated, names with initials and spelled out, pages cut short, capitals, American and British spelling,
 * brackets, tags, a year off where the place is known, DOI as an address, fields missing. One in eight has a neighbour
 * that must not be joined to it: an erratum, a reply, a protocol, part II, the next annual report, a meeting abstract, a
 * supplement's sibling under the same DOI, a Cochrane update, a preprint, a trial with one word changed.
 */
export function inventDuplicates(count: number, seed = 31): LabelledSet {
  const random = generator(seed);
  const records: Citation[] = [];
  const groups: string[][] = [];
  let works = 0;
  const add = (citation: Omit<Citation, 'id'>, copies: number): void => {
    works += 1;
    const group: string[] = [];
    for (let copy = 0; copy < copies; copy += 1) {
      const id = `r${String(records.length + 1).padStart(7, '0')}`;
      records.push({ ...(copy === 0 ? citation : asAnotherDatabase(citation, random)), id });
      group.push(id);
    }
    if (group.length > 1) groups.push(group);
  };
  const copies = (): number => (random(3) === 0 ? 2 + random(3) : 1);
  while (records.length < count) {
    const work = inventWork(random, works);
    add(work, copies());
    if (random(8) === 0) {
      const make = negatives[random(negatives.length)];
      if (make) add(make(work, random), random(2) === 0 ? copies() : 1);
    }
  }
  return { records, groups, works };
}

type Work = Omit<Citation, 'id'>;

const consonants = 'bcdfghklmnprstvwz';
const vowels = 'aeiou';

/** A word of two to four syllables; long titles of such words are as telling as real ones. */
function inventWord(random: Random): string {
  let word = '';
  for (let syllable = 0; syllable < 2 + random(3); syllable += 1) {
    word += (consonants[random(consonants.length)] ?? '') + (vowels[random(vowels.length)] ?? '');
  }
  return random(3) === 0 ? `${word}n` : word;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The topic of a review stands in every title. */
const topic =
  'peer support recovery depression haemolytic tumour randomised behaviour trial adults care'.split(' ');

function inventWork(random: Random, index: number): Work {
  const title = Array.from({ length: 6 + random(8) }, () =>
    random(3) === 0 ? (topic[random(topic.length)] ?? '') : inventWord(random),
  ).join(' ');
  const [journal, journalAbbreviation] = journals[random(journals.length)] ?? ['', ''];
  const year = 1990 + random(35);
  const start = 1 + random(2_400);
  const person = (): string =>
    `${capital(inventWord(random))}, ${capital(inventWord(random))} ${capital(consonants[random(17)] ?? '')}.`;
  const text = (words: number): string => Array.from({ length: words }, () => inventWord(random)).join(' ');
  return {
    title: capital(title),
    authors: Array.from({ length: 1 + random(6) }, person),
    year,
    journal,
    journalAbbreviation,
    volume: String(year - 1970 + random(3)),
    issue: String(1 + random(12)),
    pages: `${start}-${start + 3 + random(14)}`,
    doi: `10.5555/inv.${year}.${index}`,
    pmid: String(10_000_000 + index),
    abstract: `Background: ${text(30)}. Methods: ${text(30)}. Results: ${text(40)}.`,
  };
}

const journals: readonly (readonly [string, string])[] = [
  ['Journal of Invented Psychiatry', 'J Invent Psychiatry'],
  ['Annals of Fictional Nephrology', 'Ann Fict Nephrol'],
  ['The Imaginary Journal of Medicine', 'Imag J Med'],
  ['Proceedings of the Academy of Made-up Sciences', 'Proc Acad Made Up Sci'],
  ['European Archives of Supposed Trials', 'Eur Arch Suppos Trials'],
  ['Revista Ficticia de Psiquiatría', 'Rev Fict Psiquiatr'],
];

/** The same work as another database has it: every change is one that real exports show. */
function asAnotherDatabase(work: Work, random: Random): Work {
  let { title = '', authors, pages, doi, year } = work;
  const one = (): boolean => random(2) === 0;
  if (random(4) === 0) title = title.toUpperCase();
  if (random(4) === 0) title = `[${title}]. [Spanish]`;
  if (random(5) === 0) title = `${title}.[Erratum appears in J Invent. 2011;3(2):99]`;
  if (one())
    title = title
      .replace(/haemo/gi, 'hemo')
      .replace(/tumour/gi, 'tumor')
      .replace(/randomised/gi, 'randomized');
  const names = random(4);
  if (names < 2) authors = authors.map((name) => name.replace(/, (\p{L})\S* (\p{L})\./u, ', $1. $2.'));
  else if (names === 2) authors = authors.map((name) => name.replace(/, (\p{L})\S* (\p{L})\./u, ' $1$2'));
  if (one() && pages) {
    const [start = '', end = ''] = pages.split('-');
    if (start.length === end.length && start.slice(0, -2) === end.slice(0, -2))
      pages = `${start}-${end.slice(-2)}`;
  }
  const address = random(4);
  if (address < 2) doi = undefined;
  else if (address === 2) doi = `https://doi.org/${doi}`;
  if (random(12) === 0 && year !== undefined) year -= 1;
  return {
    ...work,
    title,
    authors,
    pages,
    doi,
    year,
    journal: one() ? work.journalAbbreviation : work.journal,
    journalAbbreviation: undefined,
    pmid: one() ? work.pmid : undefined,
    issue: one() ? work.issue : undefined,
    abstract: one() ? work.abstract : undefined,
  };
}

/** Other documents that look like the work: `work` with what makes them others. */
const negatives: readonly ((work: Work, random: Random) => Work)[] = [
  (work, random) => elsewhere({ ...work, title: `Erratum: ${work.title}` }, random, work.volume),
  (work, random) => elsewhere({ ...work, title: `${work.title} - Reply` }, random, work.volume),
  (work, random) => elsewhere({ ...work, title: `${work.title}: study protocol` }, random),
  (work, random) => elsewhere({ ...work, title: `${work.title}. Part II`, authors: work.authors }, random),
  (work, random) => elsewhere({ ...work, year: (work.year ?? 2000) + 1, abstract: undefined }, random),
  (work, random) =>
    elsewhere(
      {
        ...work,
        journal: 'World Congress of Supposed Trials',
        journalAbbreviation: undefined,
        issue: 'Suppl. 1',
      },
      random,
    ),
  (work, random) => ({
    ...elsewhere(work, random),
    title: `${capital(inventWord(random))} ${work.title}`,
    doi: work.doi,
  }),
  (work, random) => ({
    ...elsewhere(work, random),
    journal: 'medRxiv',
    journalAbbreviation: undefined,
    volume: undefined,
    pages: undefined,
    doi: `10.1101/2020.01.01.${random(90_000) + 10_000}`,
  }),
  (work, random) =>
    elsewhere({ ...work, title: (work.title ?? '').replace(/(\S+)$/u, inventWord(random)) }, random),
  (work, random) =>
    elsewhere({ ...work, title: 'Editorial', authors: [`${capital(inventWord(random))}, A.`] }, random),
];

/** Another document: its own pages, identifiers and text. */
function elsewhere(work: Work, random: Random, volume = String(90 + random(40))): Work {
  const start = 3_000 + random(3_000);
  return {
    ...work,
    volume,
    issue: work.issue?.startsWith('S') ? work.issue : String(1 + random(12)),
    pages: `${start}-${start + random(3)}`,
    doi: `10.5555/else.${start}.${random(1_000_000)}`,
    pmid: undefined,
    abstract: undefined,
  };
}
