import { plainNumber, withoutMarks } from './marks';
import { fold, oneEditApart, oneSpelling, withoutTags, wordsOf } from './text';

/** A title as it is compared. */
export type NormalTitle = {
  /** All words without spaces: hyphens and spaces differ between databases. Empty where there is no title. */
  readonly compact: string;
  readonly words: readonly string[];
  /** Other ways the same record states its title: the other language, the part before a subtitle in another language. */
  readonly others: readonly string[];
  /** Says too little to tell works apart: "Editorial", "Reply", "Introduction". */
  readonly generic: boolean;
};

const noTitle =
  /^\W*(?:unknown|untitled|no title(?: available)?|not available|n\/?a|title unavailable|\[?title\]?)\W*$/i;

/** Words that carry no meaning of their own. */
const small = new Set(
  'a an and are as at be by for from in into is it its of on or the to with via vs versus using der die das und le la les des du de et el los las y en un una'.split(
    ' ',
  ),
);
export const isSmallWord = (word: string): boolean => small.has(word);

/** A title in two languages: "…; Efeito da …", "… <ORIGINAL> …", "… = …". */
const languages = /\s*(?:<original>|\s=\s|;\s)\s*/i;
const shortestAlternative = 24;

/** Words too common in titles to tell works apart by. */
const generalWords = new Set(
  'editorial introduction reply response letter comment commentary preface foreword abstracts abstract index contents news report reports annual author authors editors editor board obituary book review reviews correction erratum discussion announcement announcements conclusion summary minutes program programme proceedings supplement issue in this special to the of and'.split(
    ' ',
  ),
);

export function normalTitle(title: string | undefined, translated: string | undefined): NormalTitle {
  const others: string[] = [];
  if (translated !== undefined) others.push(compactOf(translated));
  if (title === undefined || noTitle.test(title)) {
    const [only] = others;
    return only === undefined || translated === undefined
      ? { compact: '', words: [], others: [], generic: true }
      : normalTitle(translated, undefined);
  }
  const bare = withoutMarks(withoutTags(title));
  const words = titleWords(bare);
  const parts = bare.split(languages);
  if (parts.length > 1) {
    for (const part of parts) if (part.length >= shortestAlternative) others.push(compactOf(part));
  }
  const telling = words.filter((word) => !generalWords.has(word) && !isSmallWord(word));
  return { compact: words.join(''), words, others, generic: telling.length < 2 };
}

/** "+/-" stands for words. */
const signs = (text: string): string =>
  text.includes('+') || text.includes('\u00b1')
    ? text.replace(/\+\/-|\u00b1/g, ' plus or minus ').replace(/\s\+\s/g, ' plus ')
    : text;

const titleWords = (text: string): string[] => wordsOf(fold(signs(text))).map(oneSpelling);
const compactOf = (text: string): string => titleWords(withoutMarks(withoutTags(text))).join('');

/** How two titles relate, as a person would say it. */
export type TitleRelation =
  | 'missing'
  /** One of them is a word like "Editorial". */
  | 'generic'
  | 'equal'
  /** Equal but for spelling: a typing error, plural, accent lost in an export. */
  | 'spelling'
  /** One has a subtitle or a heading more. */
  | 'longer'
  | 'similar'
  /** Equal but for a word or two that stand in place of others: "adult" and "adolescent". */
  | 'other-word'
  /** Numbers stand against each other: "Part 1" and "Part 2", "2019" and "2020". */
  | 'other-number'
  | 'different';

const numeric = /^(?:\d+[a-z]{0,2}|[ivx]+|[a-h])$/;
/** Prefixes that turn a word into its opposite, so one letter there is no typing error. */
const turning =
  /^(?:hyper|hypo|intra|inter|pre|post|pro|anti|non|un|in|im|ir|micro|macro|mono|poly|endo|exo|ecto|extra|sub|super)/;

/** "blind" and "blinded", "effusion" and "effusions": another form of the word, not another word. */
const inflections = new Set(['s', 'es', 'd', 'ed', 'ing']);
const longestInflection = 3;

export function relateTitles(a: NormalTitle, b: NormalTitle): TitleRelation {
  if (a.compact === '' || b.compact === '') return 'missing';
  if (a.compact === b.compact) return a.generic ? 'generic' : 'equal';
  if (a.generic || b.generic) return 'generic';
  if (sharesAlternative(a, b)) return 'equal';
  const [restA, restB] = withoutShared(a.words, b.words);
  const shared = a.words.length + b.words.length - restA.length - restB.length;
  const share = shared / (a.words.length + b.words.length);
  const numbersA = restA.filter((word) => numeric.test(word));
  const numbersB = restB.filter((word) => numeric.test(word));
  if (numbersA.length > 0 && numbersB.length > 0 && share >= 0.5) {
    const plain = (numbers: readonly string[]): string => numbers.map(plainNumber).sort().join(' ');
    if (plain(numbersA) !== plain(numbersB)) return 'other-number';
  }
  const tellingA = restA.filter((word) => !isSmallWord(word));
  const tellingB = restB.filter((word) => !isSmallWord(word));
  if (tellingA.length === 0 && tellingB.length === 0) return 'spelling';
  if (tellingA.length === 0 || tellingB.length === 0) {
    const [shorter, longer] = a.compact.length < b.compact.length ? [a, b] : [b, a];
    const isPart = longer.compact.startsWith(shorter.compact) || longer.compact.endsWith(shorter.compact);
    if (isPart && shorter.words.length >= 3) return 'longer';
    if (share >= 0.8 && tellingA.length + tellingB.length <= 2)
      return numbersA.length + numbersB.length > 0 ? 'other-number' : 'longer';
  } else if (share >= 0.7 && tellingA.length <= 2 && tellingB.length <= 2) return 'other-word';
  return share >= 0.5 ? 'similar' : 'different';
}

function sharesAlternative(a: NormalTitle, b: NormalTitle): boolean {
  if (a.others.length === 0 && b.others.length === 0) return false;
  const ofB = new Set([b.compact, ...b.others]);
  return [a.compact, ...a.others].some((text) => text.length >= 20 && ofB.has(text));
}

/** The words of each title that the other lacks, in order; words one edit apart and joined words count as shared. */
function withoutShared(a: readonly string[], b: readonly string[]): [string[], string[]] {
  let restB = [...b];
  let restA: string[] = [];
  for (const word of a) {
    const at = restB.indexOf(word);
    if (at < 0) restA.push(word);
    else restB.splice(at, 1);
  }
  restA = restA.filter((word) => {
    const at = restB.findIndex((other) => sameButForSpelling(word, other));
    if (at >= 0) restB.splice(at, 1);
    return at < 0;
  });
  if (restA.length > 0 && restA.join('') === restB.join('')) {
    restA = [];
    restB = [];
  }
  return [joinedAway(restA, restB), joinedAway(restB, restA)];
}

/** Drops words that the other side has as one: "post operative" beside "postoperative". */
function joinedAway(words: readonly string[], others: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const pair = word + (words[at + 1] ?? '');
    if (at + 1 < words.length && others.includes(pair)) at += 1;
    else if (
      !others.some((other, next) => other + (others[next + 1] ?? '') === word && next + 1 < others.length)
    )
      kept.push(word);
  }
  return kept;
}

/** Two letters at either end: one edit, or an inflection, leaves at least one end of a word of four letters and more as it was. */
const beginsOrEndsAlike = (a: string, b: string): boolean =>
  (a.charCodeAt(0) === b.charCodeAt(0) && a.charCodeAt(1) === b.charCodeAt(1)) ||
  (a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1) &&
    a.charCodeAt(a.length - 2) === b.charCodeAt(b.length - 2));

function sameButForSpelling(a: string, b: string): boolean {
  if (!beginsOrEndsAlike(a, b)) return false;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length < 4 || longer.length - shorter.length > longestInflection) return false;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  if (longer.startsWith(shorter) && inflections.has(longer.slice(shorter.length))) return true;
  if (shorter.length < 6) return false;
  const turnA = turning.exec(a)?.[0];
  if (turnA !== turning.exec(b)?.[0]) return false;
  return oneEditApart(a, b);
}
