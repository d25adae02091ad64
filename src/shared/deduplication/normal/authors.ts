import { fold, oneEditApart, wordsOf } from './text';

/** The authors of a record as they are compared: family names as words, because databases cut names in different places. */
export type NormalAuthors = {
  /** One entry per author in order: the words of the family name, and of the given names where they are spelled out. */
  readonly people: readonly Person[];
};

export type Person = { readonly words: readonly string[]; readonly initials: string };

const nobody =
  /^\W*(?:anonymous|anon|unknown|na|n\/a|no authors? listed|\[no authors? listed\]|et al|not available|none|and others)\W*$/i;
const particles = new Set(
  'de da di do dos du del della der den des la le les van von ter ten te el al bin ibn y e jr sr ii iii st san mac mc the'.split(
    ' ',
  ),
);

/** Umlauts are written as one letter or two: "Nürnberger", "Nuernberger". */
const umlaut = (word: string): string =>
  word.replace(/(?<=[bcdfghklmnprstvwz])([aou])e(?=[bcdfghklmnprstvwz])/g, '$1');

const asPerson = (author: string): Person | null => {
  if (nobody.test(author)) return null;
  const comma = author.indexOf(',');
  if (comma < 0) return withoutComma(author);
  const familyWords = nameWords(author.slice(0, comma));
  const givenWords = nameWords(author.slice(comma + 1));
  // "Le, Quintrec" and "Opazo, Saez A.": Ovid takes the first word of a family name of two for the whole.
  const spelledOut = givenWords.filter((word) => word.length > 2);
  const initials = givenWords.map((word) => (word.length > 2 ? (word[0] ?? '') : word)).join('');
  return personOf([...familyWords, ...spelledOut], initials);
};

const nameWords = (name: string): string[] => wordsOf(fold(name.replace(/['’`]/g, '')));

/** "Adeli KH", "Lewis G. F.", "J. K. Baird": single letters, and up to three capitals after the first word, are initials. */
function withoutComma(author: string): Person | null {
  const names: string[] = [];
  let initials = '';
  for (const [at, part] of wordsOf(author.replace(/['’`]/g, '')).entries()) {
    const word = fold(part);
    const short = word.length === 1 || (word.length <= 3 && at > 0 && part === part.toUpperCase());
    if (short) initials += word;
    else names.push(word);
  }
  return personOf(names.length > 0 ? names : nameWords(author), initials);
}

const personOf = (words: readonly string[], initials: string): Person | null => {
  const names = words.filter((word) => word.length > 1 && !particles.has(word)).map(umlaut);
  const kept = names.length > 0 ? names : words;
  return kept.length === 0 ? null : { words: kept, initials };
};

/** More than this many authors tell nothing more about identity. */
const mostAuthors = 30;

export function normalAuthors(authors: readonly string[]): NormalAuthors {
  const people: Person[] = [];
  for (const author of authors.slice(0, mostAuthors)) {
    const person = asPerson(author);
    if (person !== null) people.push(person);
  }
  return { people };
}

/** How two bylines relate. */
export type AuthorRelation =
  | 'missing'
  /** Everybody the shorter byline names is in the other, and the first authors agree. */
  | 'same'
  /** Most names are shared. */
  | 'most'
  /** The first author or a few others are shared. */
  | 'some'
  | 'different';

export function relateAuthors(a: NormalAuthors, b: NormalAuthors): AuthorRelation {
  const [shorter, longer] = a.people.length <= b.people.length ? [a, b] : [b, a];
  if (shorter.people.length === 0) return 'missing';
  const firstA = a.people[0];
  const firstB = b.people[0];
  const firsts = firstA !== undefined && firstB !== undefined && samePerson(firstA, firstB);
  // Of two as long, the one with less in common counts: a name that stands twice in one is no second author.
  const share =
    a.people.length === b.people.length
      ? Math.min(shareFound(a, b), shareFound(b, a))
      : shareFound(shorter, longer);
  if (share === 1 && firsts) return 'same';
  if (share >= 0.6 || (firsts && share >= 0.4)) return 'most';
  return firsts || share >= 0.25 ? 'some' : 'different';
}

/** The share of the people of one byline whose names stand in the other. */
const shareFound = ({ people }: NormalAuthors, others: NormalAuthors): number =>
  people.filter(({ words }) => words.some((word) => isAmong(word, others))).length / people.length;

const isAmong = (word: string, { people }: NormalAuthors): boolean =>
  people.some(({ words }) => words.includes(word)) ||
  (word.length >= 5 && people.some(({ words }) => words.some((name) => nearlySame(word, name))));

const nearlySame = (a: string, b: string): boolean =>
  a === b || (a.length >= 5 && b.length >= 5 && oneEditApart(a, b));

function samePerson(a: Person, b: Person): boolean {
  const name = a.words.some((word) => b.words.some((other) => nearlySame(word, other)));
  if (!name) return false;
  if (a.initials === '' || b.initials === '') return true;
  // Initials in another order, or of a name one database drops, still share a letter.
  return (
    [...a.initials].some((letter) => b.initials.includes(letter)) || a.words.length > 1 || b.words.length > 1
  );
}
