import { doiInUrl, normaliseDoi } from '../fields';
import type { ParseSink } from '../parsed-record';
import { wordsOfOvid } from './ovid';
import { scanTagged } from './scan';
import * as put from './setters';
import { tagTable, type Dialect, type Setter, type TagEntry, type TagHit } from './tag-table';

/**
 * MEDLINE/PubMed text ("nbib", NLM "MEDLINE/PubMed Data Element (Field) Descriptions"): tag of two to four letters,
 * padded to four, then "- "; continuation lines are indented by six. Records start at PMID; old ones at UI.
 */

/** LID and AID: "10.1016/j.x [doi]", "S0140-6736(06)69312-4 [pii]". */
const locationId: Setter = (draft, value, tag) => {
  if (value.endsWith('[doi]')) {
    const doi = normaliseDoi(value.slice(0, -5).trimEnd());
    if (doi !== undefined && (draft.doi === '' || draft.doi === doi)) {
      draft.doi = doi;
      return;
    }
  } else if (/^https?:/i.test(value)) {
    // ERIC gives its page and the DOI here.
    if (draft.doi === '') draft.doi = doiInUrl(value) ?? '';
    if (draft.url === '') draft.url = value;
  } else if (draft.accessionWeak === '' && value.endsWith(' [bookaccession]')) {
    draft.accessionWeak = value.slice(0, -16);
    return;
  } else if (draft.articleNumberWeak === '' && /^[A-Za-z]{0,3}\d{2,9}(?: \[pii\])?$/.test(value)) {
    draft.articleNumberWeak = value.replace(' [pii]', '');
  }
  draft.keep(tag, value);
};

/** ID: a location as above; in Ovid's text the words of the authors. */
const locationOrWords: Setter = (draft, value, tag, line) => {
  const words = draft.startTag === 'VN' ? wordsOfOvid(value) : undefined;
  if (words === undefined) locationId(draft, value, tag, line);
  else draft.keywords.push(...words);
};

/** DT: in Ovid's text the kind of the article. */
const kindOfOvid: Setter = (draft, value, tag, line) => {
  if (draft.startTag === 'VN') put.typeListed(draft, value.replace(/\.$/, ''), tag, line);
  else draft.keep(tag, value);
};

const table = tagTable([
  ['PMID', put.pmid, { role: 'start' }],
  ['UI', put.accession, { role: 'start' }],
  ['VN', put.keep, { role: 'start' }], // Ovid, as are the tags of the next rows
  ['AN', put.accession],
  ['OID', put.accession], // ERIC
  ['ISSN', put.serial],
  ['FA', put.fullAuthorBehind],
  ['JA', put.into('abbreviation')],
  ['DB', put.database],
  ['YR', put.yearWeak],
  ['JN', put.into('journal')],
  ['BT', put.intoQuietly('bookTitle')],
  ['DO DI', put.doiOrOther],
  ['LG', put.language],
  ['KW KY HW SH MJ DE', put.keyword],
  ['IB IT', put.serial],
  ['PM', put.pmid],
  ['DT', kindOfOvid],
  ['XL UR', put.link, { lines: true }],
  ['SO', put.sourceLine],
  ['TI', put.title, { opens: true }],
  ['BTI', put.intoQuietly('bookTitle')],
  ['TT', put.into('translatedTitle')],
  ['FAU', put.fullAuthor],
  ['AU', put.shortAuthor],
  ['CN', put.collectiveAuthor],
  ['AB', put.abstract, { wraps: true }],
  ['OAB', put.secondAbstract],
  ['JT', put.into('journal')],
  ['TA', put.into('abbreviation')],
  ['CTI', put.intoQuietly('container')],
  ['DP', put.year],
  ['VI VO', put.volume],
  ['IP', put.into('issue')],
  ['PG', put.intoQuietly('pages')],
  ['LID AID', locationId],
  ['ID', locationOrWords],
  ['IS ISBN', put.serial],
  ['LA', put.language],
  ['PT', put.typeListed],
  ['MH OT', put.heading],
  ['PMC', put.pmcid],
  ['SI', put.registration],
  ['OWN STAT', put.keep, { opens: true }],
  [
    'AD AUID BC BF CI CIN CON COI COIS CRDT CRF CRI CDAT CP CTDT DA DCOM DDIN DEP DRDT DRIN DZ ECF ECI ED EDAT EFR EIN EN FED FIR FPS GN GR GS IR IRAD IROF JC JID LI LR MHDA MID NM OABL OCI ORI OTO OTS PHST PL PMCR PS PST PUBM RF RIN RN ROF RPF RPI RRF RRI SB SFM SPIN TO UIN UOF URL VTI PB PDAT EA EY RO CY DG PC CC MC CB UP TN EM RV PU PH CO AC RC CM NJ NP LK MF PI JL PA ST IN PN CL DS OR MQ MI IU BR SY MA CQ FO PO LO MD TM MO DD OL',
    put.keep,
  ],
]);

/** A tag as one number, so that none has to be cut out of the text to be looked up: five bits a letter, either case. */
const withLetter = (number: number, code: number): number => number * 32 + (code & 31);

const entries = new Map<number, TagEntry>();
for (const [tag, entry] of table)
  entries.set(Array.from(tag, (letter) => letter.charCodeAt(0)).reduce(withLetter, 0), entry);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Tag, padding, hyphen: read by position; a tag may also be followed at once by the hyphen ("PMID-"), that of the PubMed id by its digits. */
function readNbibTag(text: string, start: number, end: number, hit: TagHit): boolean {
  let at = start;
  let lowerCase = false;
  let number = 0;
  while (at < end && at - start < 5) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) lowerCase = true;
    else if (code < 65 || code > 90) break;
    number = withLetter(number, code);
    at += 1;
  }
  const length = at - start;
  if (length < 2 || length > 4) return false;
  let spaces = 0;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) {
    spaces += 1;
    at += 1;
  }
  if (at >= end || text.charCodeAt(at) !== 45) return false;
  const next = text.charCodeAt(at + 1);
  const gap = at + 1 >= end || next === 32 || next === 9;
  const padded = length + spaces === 4 && gap;
  const entry = entries.get(number);
  if (
    entry === undefined
      ? !padded || lowerCase
      : !(padded || (gap && !lowerCase && spaces > 0) || (entry.tag === 'PMID' && (gap || isDigit(next))))
  ) {
    return false;
  }
  hit.entry = entry;
  hit.tag = entry?.tag ?? text.slice(start, start + length);
  hit.valueStart = at + 1;
  hit.lowerCase = lowerCase;
  return true;
}

export const nbib: Dialect = {
  format: 'nbib',
  readTag: readNbibTag,
  hasEndMark: false,
  needsStart: true,
  indentedValues: false,
  wrapIndent: 6,
  lastTag: 'SO',
  gluedFields: false,
};

/** ERIC writes the same tags without a number to start a record with: there a blank line parts records. */
const eric: Dialect = { ...nbib, needsStart: false };

/** Reads MEDLINE/PubMed text; answers how many records there were. */
export const readNbib = (text: string, sink: ParseSink): number =>
  scanTagged(text, /^\s{0,100}OWN {1,2}- ERIC/.test(text) ? eric : nbib, sink);
