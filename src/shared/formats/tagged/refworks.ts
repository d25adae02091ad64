import type { ParseSink } from '../parsed-record';
import { scanTagged } from './scan';
import * as put from './setters';
import { tagTable, type Dialect, type TagHit } from './tag-table';

/**
 * RefWorks Tagged Format: two-character tag, a space, the value; records start at RT and are parted by blank lines. Tags
 * as in RefWorks' own field list.
 */
const table = tagTable([
  ['RT', put.type, { role: 'start' }],
  ['T1', put.title, { opens: true }],
  ['OT', put.into('translatedTitle')],
  ['A1', put.author, { lines: true, opens: true }],
  ['JF', put.into('journal')],
  ['JO', put.into('abbreviation')],
  ['T2', put.intoQuietly('container')],
  ['YR', put.year],
  ['FD', put.date],
  ['VO', put.into('volume')],
  ['IS', put.into('issue')],
  ['SP', put.into('startPage')],
  ['OP', put.into('endPage')],
  ['AB', put.abstract, { wraps: true }],
  ['K1', put.keyword, { lines: true }],
  ['DO', put.doi],
  ['UL LK', put.url, { lines: true }],
  ['SN', put.serial, { lines: true }],
  ['LA', put.language],
  ['AN', put.accession],
  ['NO', put.note, { lines: true }],
  ['DB DS', put.database],
  ['PMID', put.pmid],
  ['PMCID', put.pmcid],
  [
    'A2 A3 A4 A5 A6 AD AU CL CN CR CT CY ED ID IP JA LB LS LL OL PB PP PM RD RP SC SD SF SR ST T3 TA U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 SL WP WT WV',
    put.keep,
    { lines: true },
  ],
]);

/** Letters of the longest tag. */
const LONGEST_TAG = 5;

function readRefworksTag(text: string, start: number, end: number, hit: TagHit): boolean {
  const space = text.slice(start, Math.min(end, start + LONGEST_TAG + 1)).indexOf(' ');
  if (space < 2) return false;
  const written = text.slice(start, start + space);
  // CNKI writes this one tag in small letters.
  const entry = table.get(written === 'vo' ? 'VO' : written);
  if (entry === undefined) return false;
  hit.entry = entry;
  hit.tag = entry.tag;
  hit.valueStart = start + space + 1;
  hit.lowerCase = false;
  return true;
}

export const refworks: Dialect = {
  format: 'refworks',
  readTag: readRefworksTag,
  hasEndMark: false,
  needsStart: true,
  indentedValues: false,
  wrapIndent: 0,
  lastTag: undefined,
  gluedFields: false,
};

/** Reads the RefWorks Tagged Format; answers how many records there were. */
export const readRefworks = (text: string, sink: ParseSink): number => scanTagged(text, refworks, sink);
