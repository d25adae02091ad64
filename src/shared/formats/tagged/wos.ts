import type { ParseSink } from '../parsed-record';
import { scanTagged } from './scan';
import * as put from './setters';
import { tagTable, type Dialect, type TagHit } from './tag-table';

/**
 * Web of Science plain text (.ciw, savedrecs.txt): two-character tag, a space, the value; further values and wrapped text
 * indented by three. Tags as in Clarivate's "Web of Science Core Collection Field Tags".
 */
const table = tagTable([
  ['FN VR EF', put.ignore, { role: 'furniture' }],
  ['PT', put.keep, { role: 'start' }],
  ['ER', put.ignore, { role: 'end' }],
  ['AU', put.author, { lines: true }],
  ['CA GP', put.collectiveAuthor],
  ['TI', put.title, { opens: true }],
  ['FT X1 Y1 Z1', put.intoQuietly('translatedTitle')], // X: Spanish, Y: Portuguese, Z: Korean
  ['X4 Y4 Z4', put.secondAbstract],
  ['SO', put.into('journal')],
  ['JI', put.into('abbreviation')],
  ['J9', put.intoQuietly('abbreviationWeak')],
  ['PY', put.year],
  ['PD', put.date],
  ['VL', put.into('volume')],
  ['IS', put.into('issue')],
  ['BP', put.into('startPage')],
  ['EP', put.into('endPage')],
  ['PS', put.intoQuietly('pages')], // records of MEDLINE and Inspec
  ['AR', put.articleNumber],
  ['DI', put.doi],
  ['PM', put.pmid],
  ['UT', put.accession],
  ['AB', put.abstract],
  ['DE ID', put.keyword],
  ['DT', put.typeListed],
  ['LA', put.language],
  ['SN EI BN', put.serial, { lines: true }],
  [
    'AF BA BF BE BS C1 C3 CL CR CT CY D2 DA EA EC EM ED EY FU FX GA HC HO HP MA MC NR OA OI P2 PA PE PG PI PN PU RI RP SC SE SI SP SU TA TC U1 U2 WC WE WP Z9 ZB ZR ZS Z8 ZA ZX DG DP EL MI MQ PV TM TN ST OR DS AE CP AN CO CC BD DC MN FS RG CI DN AP X2 X5 Y2 Y5 Z2 Z3 Z5',
    put.keep,
    { lines: true },
  ],
]);

function readWosTag(text: string, start: number, end: number, hit: TagHit): boolean {
  if (
    end - start < 2 ||
    (end - start > 2 && text.charCodeAt(start + 2) !== 32 && text.charCodeAt(start + 2) !== 9)
  )
    return false;
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  if (first < 65 || first > 90) return false;
  if (!((second >= 65 && second <= 90) || (second >= 48 && second <= 57))) return false;
  const tag = text.slice(start, start + 2);
  hit.entry = table.get(tag);
  if (hit.entry === undefined && end - start < 4) return false;
  hit.tag = tag;
  hit.valueStart = Math.min(end, start + 3);
  hit.lowerCase = false;
  return true;
}

export const wos: Dialect = {
  format: 'wos',
  readTag: readWosTag,
  hasEndMark: true,
  needsStart: true,
  indentedValues: true,
  wrapIndent: 0,
  lastTag: undefined,
  gluedFields: false,
};

/** Reads Web of Science plain text; answers how many records there were. */
export const readWos = (text: string, sink: ParseSink): number => scanTagged(text, wos, sink);
