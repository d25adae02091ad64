import {
  authorsIn,
  findRegistrations,
  isReferenceList,
  keywordsIn,
  normaliseDoi,
  plainText,
  pmcidOf,
  pmidOf,
  readableText,
  withoutDangling,
  yearOf,
} from '../fields';
import type { Draft } from './draft';
import type { Setter } from './tag-table';

/** Values of fields: what each kind of tag does with its text. `value` is trimmed and never empty. */

/** A value as people read it; nothing is done to one that needs nothing. */
const plain = (draft: Draft, value: string): string => (draft.even ? value : plainText(value));
const readable = (draft: Draft, value: string): string => (draft.even ? value : readableText(value));

const unwrapped = (value: string): string => (value.includes('\n') ? value.replaceAll('\n', ' ') : value);

/** What R writes where there is nothing. */
const NOTHING = 'NA';

/** Keeps the field as it stands. */
export const keep: Setter = (draft, value, tag) => draft.keep(tag, value);

export const ignore: Setter = () => undefined;

export const type: Setter = (draft, value, tag, line) => {
  if (draft.type === '') draft.type = plain(draft, value);
  else if (draft.type !== value) draft.duplicate(tag, value, line);
};

export const typeListed: Setter = (draft, value) => {
  const text = plain(draft, value);
  if (!draft.types.includes(text)) draft.types.push(text);
};

export const title: Setter = (draft, value, tag, line) => {
  const text = readable(draft, value);
  if (draft.title === '') draft.title = text;
  else if (draft.title !== text) draft.duplicate(tag, value, line);
};

export const author: Setter = (draft, value, tag) => {
  if (draft.authorTag === '') draft.authorTag = tag;
  // A list as Python writes it.
  if (value.startsWith("['") && value.endsWith("']")) {
    for (const name of value.slice(2, -2).split("', '")) addAuthorOnce(draft, name, tag);
    return;
  }
  const several = value.includes(';') || value.includes('\n');
  if (draft.authorTag !== tag || several) {
    for (const name of authorsIn(value)) addAuthorOnce(draft, name, tag);
    return;
  }
  if (isCapital(value.charCodeAt(value.indexOf(',') - 1)) && listOfNames.test(value)) {
    for (const name of value.split(',')) draft.authors.push(...authorsIn(name));
    return;
  }
  if (value.includes(' and ') && namesJoined.test(value)) {
    draft.authors.push(...value.split(' and '));
    return;
  }
  const name = withoutDangling(plain(draft, value));
  // Programs write "null" for a given name they do not have.
  if (name !== undefined) draft.authors.push(name.endsWith(', null') ? name.slice(0, -6) : name);
};

/** "Vos A, Doe BC": family names with initials, of which a comma ends each; before the comma stands a capital. */
const listOfNames =
  /^\p{L}[\p{L}'’ -]{1,59} \p{Lu}{1,3}(?:, ?\p{L}[\p{L}'’ -]{1,59} \p{Lu}{1,3}){1,200}\.?$/u;
/** "Vos, A and Doe, BC": what programs make of the names of BibTeX. */
const namesJoined =
  /^\p{L}[\p{L}'’ -]{0,59}, \p{Lu}[\p{Lu}. -]{0,8}(?: and \p{L}[\p{L}'’ -]{0,59}, \p{Lu}[\p{Lu}. -]{0,8}){1,200}$/u;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Some files give all authors under two tags (A1 and AU): each is taken once. */
function addAuthorOnce(draft: Draft, name: string, tag: string): void {
  if (draft.authorTag === tag) {
    draft.authors.push(name);
    return;
  }
  draft.knownAuthors ??= new Set(draft.authors);
  if (draft.knownAuthors.has(name)) return;
  draft.knownAuthors.add(name);
  draft.authors.push(name);
}

/** MEDLINE FAU: the full form of an author whose short form (AU) follows. */
export const fullAuthor: Setter = (draft, value) => {
  const name = withoutDangling(plain(draft, value));
  if (name === undefined) return;
  draft.authors.push(name);
  draft.awaitsShortAuthor = true;
};

/** MEDLINE AU: another form of the author before it, or, in old records, the only form. */
export const shortAuthor: Setter = (draft, value, tag) => {
  if (draft.awaitsShortAuthor) {
    draft.awaitsShortAuthor = false;
    draft.keep(tag, value);
    return;
  }
  const name = withoutDangling(plain(draft, value));
  if (name === undefined) return;
  // Old records name ten authors and say that there are more.
  if (/^et al\.?$/i.test(name)) draft.keep(tag, value);
  else draft.authors.push(name);
};

/** Ovid FA: the full forms of the authors, which follow all their short ones (AU). */
export const fullAuthorBehind: Setter = (draft, value, tag) => {
  if (draft.authorTag !== tag) {
    for (const short of draft.authors.splice(0)) draft.keep('AU', short);
    draft.authorTag = tag;
  }
  const name = withoutDangling(plain(draft, value));
  if (name !== undefined) draft.authors.push(name);
};

/** A group that stands among the authors, its name unsplit. */
export const collectiveAuthor: Setter = (draft, value) => {
  const name = withoutDangling(plain(draft, unwrapped(value)));
  if (name !== undefined && !draft.authors.includes(name)) draft.authors.push(name);
};

/** Section names with which a file may begin one abstract field per section. */
const section =
  /^(?:background|introduction|context|objectives?|aims?|purpose|methods?|materials?|design|setting|participants|patients|interventions?|main outcome|measure|results?|findings|conclusions?|discussion|interpretation|limitations?|trial registration|funding|significance)\b/i;

/** The abstract; the next section of one that is given in parts is joined, anything else (copyright notes) kept aside. */
export const abstract: Setter = (draft, value, tag) => {
  const text = readable(draft, value);
  if (text === NOTHING) {
    draft.keep(tag, value);
  } else if (draft.abstract === '') {
    draft.abstract = text;
    draft.abstractTag = tag;
  } else if (draft.abstract === text || draft.abstract.includes(text)) {
    return;
  } else if (tag === draft.abstractTag && section.test(text)) {
    draft.abstract += ` ${text}`;
  } else if (tag !== draft.abstractTag && text.startsWith(draft.abstract)) {
    draft.abstract = text;
  } else {
    draft.keep(tag, value);
  }
};

/** RIS N2 and AB both mean abstract, but some programs put a note into N2: the longer text is the abstract. */
export const abstractOrNote: Setter = (draft, value, tag, line) => {
  const text = readable(draft, value);
  if (draft.abstract !== '' && draft.abstractTag !== tag && text.length > 2 * draft.abstract.length) {
    draft.keep(draft.abstractTag, draft.abstract);
    draft.abstract = text;
    draft.abstractTag = tag;
    return;
  }
  abstract(draft, value, tag, line);
};

export const secondAbstract: Setter = (draft, value) => {
  const text = readable(draft, value);
  draft.secondAbstract = draft.secondAbstract === '' ? text : `${draft.secondAbstract} ${text}`;
};

export const keyword: Setter = (draft, value) => {
  if (value.includes(';') || value.includes('\n'))
    draft.keywords.push(...keywordsIn(value).slice(0, MOST_AT_ONCE));
  else draft.keywords.push(plain(draft, value));
};

/** More values in one field than any person wrote; a bound for the argument list. */
const MOST_AT_ONCE = 50_000;

/** Keywords, one a line, in which a semicolon is part of the word (MeSH has none, but qualifiers follow slashes). */
export const heading: Setter = (draft, value) => {
  draft.keywords.push(plain(draft, value));
};

export const language: Setter = (draft, value) => {
  const text = withoutDangling(plain(draft, value));
  if (text !== undefined && !draft.languages.includes(text)) draft.languages.push(text);
};

type Slot =
  | 'shortTitle'
  | 'bookTitle'
  | 'translatedTitle'
  | 'journal'
  | 'container'
  | 'journalShort'
  | 'abbreviation'
  | 'abbreviationWeak'
  | 'volume'
  | 'issue'
  | 'startPage'
  | 'endPage'
  | 'pages'
  | 'accessionWeak'
  | 'accessionLast';

/** A field that holds one value: the first counts, a different second one is kept aside and told. */
export const into =
  (slot: Slot): Setter =>
  (draft, value, tag, line) => {
    const text = plain(draft, value);
    if (text === 'NA')
      draft.keep(tag, value); // what R writes for nothing
    else if (draft[slot] === '') draft[slot] = text;
    else if (draft[slot] !== text) draft.duplicate(tag, value, line);
  };

/** Longer texts than this are no number of an issue, in UTF-16 code units. */
const LONGEST_ISSUE = 60;

export const issue: Setter = (draft, value, tag, line) => {
  if (value.length > LONGEST_ISSUE) draft.keep(tag, value);
  else into('issue')(draft, value, tag, line);
};

/** A volume; some files put the issue behind it ("12(3)", in AGRIS "v. 7 issue 4"). */
export const volume: Setter = (draft, value, tag, line) => {
  const both = value.endsWith(')') || /^v/i.test(value) ? volumeWithIssue.exec(value) : null;
  into('volume')(draft, both?.[1] ?? value, tag, line);
  const issueBehind = both?.[2] ?? both?.[3];
  if (issueBehind !== undefined && draft.issue === '') draft.issue = issueBehind;
};

const volumeWithIssue =
  /^(?:(?:v|vol)\. ?){0,2}(\w{1,8})(?: ?\(([\w ./-]{1,20})\)| (?:issue|no\.) ([\w/-]{1,12}))?$/i;

/** As `into`, but a second value is common in the dialect and only kept aside. */
export const intoQuietly =
  (slot: Slot): Setter =>
  (draft, value, tag) => {
    const text = plain(draft, value);
    if (draft[slot] === '') draft[slot] = text;
    else if (draft[slot] !== text) draft.keep(tag, value);
  };

/** What R and the makers of tables write where there is nothing. */
const notAvailable = /^n\/?a\.?$/i;

/** RIS says behind the last slash what a date is of ("2013/02/15/received"). */
const namedDate = /\/[A-Za-z][^/]*$/;

/** A second date is told where it contradicts the first: another year that is not said to be of something else. */
const dateInto =
  (slot: 'year' | 'yearWeak' | 'date'): Setter =>
  (draft, value, tag, line) => {
    // Zotero: "2019/10//undefined".
    const text = plain(draft, value).replace(/\/undefined$/, '');
    if (notAvailable.test(text)) return;
    if (draft[slot] === '') {
      draft[slot] = text;
      draft.dateLine ||= line;
    } else if (draft[slot] === text) return;
    else if (namedDate.test(text) || yearOf(text) === yearOf(draft[slot])) draft.keep(tag, value);
    else draft.duplicate(tag, value, line);
  };

export const year = dateInto('year');
export const yearWeak = dateInto('yearWeak');
export const date = dateInto('date');

export const doi: Setter = (draft, value, tag, line) => {
  if (notAvailable.test(value)) return;
  const found = normaliseDoi(unwrapped(value));
  if (found === undefined) {
    draft.keep(tag, value);
    draft.problem(line, 'bad-doi', `${tag} holds no DOI; its text is kept.`, value);
  } else if (draft.doi === '') {
    draft.doi = found;
  } else if (draft.doi !== found) {
    draft.duplicate(tag, value, line);
  }
};

/** A field that may hold a DOI (EBSCOhost L3, M3 of older exports); anything else is kept. */
export const doiOrOther: Setter = (draft, value, tag) => {
  const found = /^(?:\s*(?:doi\b|https?:))|^\s*10\./i.test(value) ? normaliseDoi(value) : undefined;
  if (found === undefined) draft.keep(tag, value);
  else if (draft.doiWeak === '') draft.doiWeak = found;
  else if (draft.doiWeak !== found) draft.keep(tag, value);
};

/** What EndNote writes for a record of Web of Science: no address, but its accession number. */
const isiAddress = /^<Go to ISI>:\/\/((?:[A-Z]{2,12}:)[A-Z]{0,6}\d{6,20})$/;

/** Where one address ends and the next begins: a new line, or white space with a semicolon or "and" before the next. */
const betweenAddresses = /\n|[;\s]{1,4}(?:and\s)?(?=https?:\/\/)/;

export const url: Setter = (draft, value, tag) => {
  const several = value.includes('\n') || value.includes('http', 1);
  for (const part of several ? value.split(betweenAddresses) : [value]) {
    const address = plainText(part);
    if (address === '') continue;
    const isi = isiAddress.exec(address)?.[1];
    if (isi !== undefined) {
      if (draft.accessionWeak === '') draft.accessionWeak = isi;
      draft.keep(tag, address);
      continue;
    }
    if (draft.links.length < MOST_LINKS) draft.links.push(address);
    if (draft.url === '') draft.url = address;
    else if (draft.url !== address) draft.keep(tag, address);
  }
};

/** Addresses of the record looked at for identifiers. */
const MOST_LINKS = 30;

/** An address that is not the record's own page (full text, link resolver): kept, and searched for identifiers. */
export const link: Setter = (draft, value, tag) => {
  if (draft.links.length < MOST_LINKS) draft.links.push(value);
  draft.keep(tag, value);
};

/** Longest stretch of notes searched for identifiers, in UTF-16 code units. */
const NOTES_LIMIT = 20_000;

export const note: Setter = (draft, value, tag) => {
  draft.keep(tag, value);
  if (draft.notes.length < NOTES_LIMIT && !isReferenceList(value)) {
    draft.notes += `${draft.notes === '' ? '' : '\n'}${value.slice(0, NOTES_LIMIT)}`;
  }
};

export const database: Setter = (draft, value, tag) => {
  draft.database += ` ${value}`;
  draft.keep(tag, value);
};

/** "Lancet. 397(10269):99-111, 2021.": the year behind the pages, where PubMed writes it before the volume. */
const ovidSource = /\. \d{1,5}[A-Za-z]? ?[(:][^;]{1,60}, (?:1[89]|20)\d\d\b/;

/** SO: kept; a source line where the file names its database, or where it is written as Ovid does. */
export const sourceLine: Setter = (draft, value, tag) => {
  draft.keep(tag, value);
  if (draft.database !== '' || ovidSource.test(value)) draft.source = value;
};

export const serial: Setter = (draft, value) => {
  draft.serials = draft.serials === '' ? value : `${draft.serials}; ${value}`;
};

export const accession: Setter = (draft, value, tag, line) => {
  const text = plain(draft, value);
  if (draft.accession === '') draft.accession = text;
  else if (draft.accession !== text) draft.duplicate(tag, value, line);
};

export const pmid: Setter = (draft, value, tag, line) => {
  const found = pmidOf(value);
  if (found === undefined) draft.keep(tag, value);
  else if (draft.pmid === '') draft.pmid = found;
  else if (draft.pmid !== found) draft.duplicate(tag, value, line);
};

export const pmcid: Setter = (draft, value, tag) => {
  const found = pmcidOf(value);
  if (found === undefined) draft.keep(tag, value);
  else if (draft.pmcid === '') draft.pmcid = found;
};

export const registration: Setter = (draft, value, tag) => {
  const known = draft.registrations.length;
  if (!draft.addRegistrations(value) || draft.registrations[known] !== value) draft.keep(tag, value);
};

export const articleNumber: Setter = (draft, value, tag) => {
  // Web of Science: "UNSP 1722034", "ARTN e12".
  const text = plain(draft, value).replace(/^(?:UNSP|ARTNO?) (?=\S)/, '');
  if (findRegistrations(text)[0] === text) {
    draft.addRegistrations(text);
    draft.keep(tag, value);
  } else if (draft.articleNumber === '' && text.length <= 30 && /\d/.test(text)) draft.articleNumber = text;
  else if (draft.articleNumber !== text) draft.keep(tag, value);
};

/** EndNote %Q: the translated title, which stands alone where a record has no other. */
export const translatedOrTitle: Setter = (draft, value, tag, line) =>
  into('translatedTitle')(draft, value, tag, line);

/** EndNote %M: an accession number, or "doi:10.…" as journal sites write it. */
export const accessionOrDoi: Setter = (draft, value, tag, line) => {
  if (/^\s*(?:doi\b|10\.)/i.test(value)) doiOrOther(draft, value, tag, line);
  else accession(draft, value, tag, line);
};
