import { normaliseDoi, pmcidOf, pmidOf } from '../fields';
import { firstVisible, isBlankCode } from '../line-cursor';
import type { ParseSink } from '../parsed-record';
import { scanTagged } from './scan';
import * as put from './setters';
import { entryOf, tagTable, type Dialect, type Setter, type TagEntry, type TagHit } from './tag-table';

/**
 * RIS (Research Information Systems) as databases and reference managers write it. The tags follow the RIS
 * specification of 2001 and 2011; where programs disagree, the row says whose reading is taken.
 */

/** C3: CENTRAL's "PUBMED 21314913", "EMBASE 612345", "CTgov NCT01234567"; elsewhere affiliations or a proceedings title. */
const centralNumber: Setter = (draft, value, tag) => {
  const pmid = /^\s*PUBMED\s{1,3}(\d{1,8})\b/i.exec(value);
  if (pmid?.[1] !== undefined && draft.pmid === '') draft.pmid = pmid[1];
  draft.addRegistrations(value);
  draft.keep(tag, value);
};

/** C5 in exports of Embase.com and C2 in those of Scopus: the PubMed id. */
const pmidOfService: Setter = (draft, value, tag) => {
  if (/^\d{4,8}$/.test(value)) draft.pmidOfService = value;
  else if (draft.pmid === '' && /^PMID\b/.test(value)) draft.pmid = pmidOf(value) ?? '';
  draft.keep(tag, value);
};

/** C2: in exports of EndNote the PubMed Central id. */
const pmcidOrPmid: Setter = (draft, value, tag, line) =>
  (pmcidOf(value) === undefined ? pmidOfService : put.pmcid)(draft, value, tag, line);

/** Ovid puts its accession number here, EndNote a running number, others a key: an accession number if it has letters or length. */
const identifier: Setter = (draft, value, tag) => {
  if (draft.doiWeak === '' && value.endsWith('[doi]')) {
    draft.doiWeak = normaliseDoi(value.slice(0, -5)) ?? '';
    if (draft.doiWeak !== '') return;
  }
  if (draft.accessionLast === '' && (/[A-Za-z-]/.test(value) || value.length >= 7) && value.length <= 60) {
    draft.accessionLast = value;
  } else {
    draft.keep(tag, value);
  }
};

/** U1 to U9: free fields, in which Ovid writes "33306989 [pmid]" and "PMC7723445 [pmc]". */
const ovidNumber: Setter = (draft, value, tag) => {
  if (draft.pmid === '' && value.endsWith('[pmid]')) draft.pmid = pmidOf(value) ?? '';
  else if (draft.pmcid === '' && value.endsWith('[pmc]')) draft.pmcid = pmcidOf(value) ?? '';
  // The Virtual Health Library: "lil-1000001".
  else if (draft.accessionWeak === '' && /^[a-z]{2,8}-\d{5,9}$/.test(value)) {
    draft.accessionWeak = value;
    return;
  }
  draft.keep(tag, value);
};

/** Embase.com: "L2029880245". */
const embaseNumber: Setter = (draft, value, tag) => {
  if (draft.accessionWeak === '' && /^L?\d{6,12}$/.test(value)) draft.accessionWeak = value;
  else ovidNumber(draft, value, tag, 0);
};

const table = tagTable([
  ['TY', put.type, { role: 'start' }],
  ['ER', put.ignore, { role: 'end' }],
  ['TI T1', put.title, { opens: true }],
  ['CT', put.intoQuietly('shortTitle')],
  ['ST', put.intoQuietly('shortTitle')],
  ['TT', put.intoQuietly('translatedTitle')], // LILACS and SciELO give two
  ['BT', put.intoQuietly('bookTitle')],
  ['AU A1', put.author, { lines: true, opens: true }],
  ['PY', put.year],
  ['Y1 YR', put.yearWeak],
  ['DA PD', put.date],
  ['JF', put.into('journal')],
  ['T2', put.into('container')],
  ['JO', put.intoQuietly('journalShort')],
  ['JA J2 J1 NL', put.intoQuietly('abbreviation')],
  ['JI', put.intoQuietly('abbreviation')],
  ['J9', put.intoQuietly('abbreviationWeak')],
  ['VL VO', put.volume],
  ['IS', put.issue],
  ['SP', put.into('startPage')],
  ['EP', put.into('endPage')],
  ['PG', put.intoQuietly('pages')],
  ['C7 AR', put.articleNumber],
  ['DO DI', put.doi],
  ['L3', put.doiOrOther],
  ['M3', put.doiOrOther],
  ['UR', put.url, { lines: true }],
  ['L1 L2 L4 LK UL', put.link, { lines: true }],
  ['N2 AB', put.abstractOrNote, { wraps: true }],
  ['KW K1', put.keyword, { lines: true }],
  ['MH', put.heading, { lines: true }], // LILACS
  ['N1 RN NO', put.note, { lines: true }],
  ['AN UT', put.accession],
  ['U2', embaseNumber],
  ['U1 U3 U4', ovidNumber],
  ['PT', put.typeListed], // Ovid
  ['XT', put.keyword], // Ovid's Embase
  ['ID', identifier],
  ['PM', put.pmid],
  ['CN NC', put.registration, { lines: true }],
  ['C2', pmcidOrPmid],
  ['C3', centralNumber, { lines: true, runsOn: true }],
  ['C5', pmidOfService],
  ['SN EI BN NS', put.serial, { lines: true }],
  ['LA', put.language, { lines: true }],
  ['DB DP', put.database, { lines: true }],
  ['AD FU WE', put.keep, { lines: true, runsOn: true }],
  [
    'A2 A3 A4 A5 AI AV C1 C4 C6 C8 CA CC CL CP CR CY ED EM ET FD FX H1 H2 JL LB LL M1 M2 M4 M5 NV OP PA PB PI PP PR PU RD RI RP SE SF SI SO SR T3 TA TS U5 U6 U7 U8 U9 UD WP WT WV Y2',
    put.keep,
    { lines: true },
  ],
]);

/** Index of a two-character tag (letter, then letter or digit) in the dense table; -1 for anything else. */
const indexOfTag = (first: number, second: number): number => {
  if (first < 65 || first > 90) return -1;
  if (second >= 65 && second <= 90) return (first - 65) * 36 + second - 55;
  return second >= 48 && second <= 57 ? (first - 65) * 36 + second - 48 : -1;
};

const entries: (TagEntry | undefined)[] = Array.from({ length: 26 * 36 }, () => undefined);
for (const [tag, entry] of table) entries[indexOfTag(tag.charCodeAt(0), tag.charCodeAt(1))] = entry;

/** Names of fields that scripts write out in full, as RIS has no tag for some of them ("PMID  - 30812345"). */
const namedInFull = new Map(
  [
    entryOf('PMID', put.pmid),
    entryOf('PMCID', put.pmcid),
    entryOf('DOI', put.doi),
    entryOf('URL', put.url, { lines: true }),
    entryOf('ISSN', put.serial, { lines: true }),
    entryOf('EISSN', put.serial, { lines: true }),
    entryOf('ISBN', put.serial, { lines: true }),
    entryOf('DESCRIPTORS', put.keyword), // APA PsycNet
  ].map((entry) => [entry.tag, entry]),
);

/** A field whose name is written out in full at the start of the line. */
function readFullName(text: string, start: number, end: number, hit: TagHit): boolean {
  const head = text.slice(start, Math.min(end, start + 15));
  const length = head.indexOf('-');
  const entry = length < 0 ? undefined : namedInFull.get(head.slice(0, length).trimEnd());
  if (entry === undefined) return false;
  hit.entry = entry;
  hit.tag = entry.tag;
  hit.valueStart = start + length + 1;
  hit.lowerCase = false;
  return true;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

const upper = (code: number): number => (code >= 97 && code <= 122 ? code - 32 : code);

/** Hyphen, and what word processors make of it. */
const isDash = (code: number): boolean => code === 45 || (code >= 0x2010 && code <= 0x2014);

/** Spaces before a tag that a file indented as a whole may have. */
const MOST_INDENT = 8;

/** Nothing stands behind an end mark, or the next record: "ER - positive" is a line of an abstract. */
function endsRecord(text: string, from: number, end: number): boolean {
  const at = firstVisible(text, from, end);
  return at === end || text.startsWith('TY', at);
}

/**
 * "TY  - ", and what is left of it in the wild: one space or a tab instead of two spaces, nothing behind the dash, lower
 * case, an en dash. The further from the standard, the surer the tag must be a known one, so that a line of an abstract
 * is not taken for a field.
 */
function readRisTag(text: string, lineStart: number, end: number, hit: TagHit): boolean {
  let start = lineStart;
  let first = text.charCodeAt(start);
  if (isBlankCode(first)) {
    const limit = Math.min(end, start + MOST_INDENT);
    while (start < limit && isBlankCode(text.charCodeAt(start))) start += 1;
    first = text.charCodeAt(start);
  }
  if (end - start < 3) return false;
  const second = text.charCodeAt(start + 1);
  let at = start + 2;
  let spaces = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 9) spaces += 2;
    else if (code === 32 || code === 0xa0) spaces += 1;
    else break;
    at += 1;
  }
  if (at >= end) return false;
  if (!isDash(text.charCodeAt(at)))
    return spaces === 0 && isCapital(text.charCodeAt(at)) && readFullName(text, start, end, hit);
  const first2 = upper(first);
  const second2 = upper(second);
  const index = indexOfTag(first2, second2);
  if (index < 0) return false;
  const lowerCase = first2 !== first || (second2 !== second && second2 > 57);
  const entry = entries[index];
  const gap = at + 1 >= end || isBlankCode(text.charCodeAt(at + 1));
  const standard = spaces >= 2 && gap && start === lineStart && !lowerCase && text.charCodeAt(at) === 45;
  if (!standard) {
    if (entry === undefined || (entry.role === 'end' && spaces < 2 && !endsRecord(text, at + 1, end)))
      return false;
    if (lowerCase ? !(spaces >= 2 && gap) : spaces === 0 || (spaces === 1 && !gap)) {
      const isMark = entry.role === 'start' || entry.role === 'end';
      if (!isMark || lowerCase || !gap) return false;
    }
  }
  hit.entry = entry;
  hit.tag = entry?.tag ?? text.slice(start, start + 2);
  hit.valueStart = at + 1;
  hit.lowerCase = lowerCase;
  return true;
}

export const ris: Dialect = {
  format: 'ris',
  readTag: readRisTag,
  hasEndMark: true,
  needsStart: true,
  indentedValues: false,
  wrapIndent: 0,
  lastTag: undefined,
  gluedFields: true,
};

/** Reads RIS of any program; answers how many records there were. */
export const readRis = (text: string, sink: ParseSink): number => scanTagged(text, ris, sink);
