import { collapseSpace, pagesOf } from './fields';
import type { ParsedRecord } from './parsed-record';
import { kindOf } from './publication-types';

/**
 * Publication types of RIS (specification of 2011). A record of another type is written as the nearest of them and keeps
 * its own words in M3.
 */
const risTypes: ReadonlySet<string> = new Set(
  'ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRNT HEAR ICOMM INPR JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PAT PCOMM RPRT SER SLIDE SOUND STAND STAT THES UNBILL UNPB VIDEO WEB'.split(
    ' ',
  ),
);

const risTypeOf = ({ type, journal }: ParsedRecord): string =>
  type !== undefined && risTypes.has(type) ? type : kindOf(type, journal).ris;

/** Tags of `other` that mean the same when they are read again; the rest came from another format or would be taken for a field above. */
const keptTags: ReadonlySet<string> = new Set(
  'A2 A3 A4 A5 AD AI AV C1 C4 C6 C8 CA CC CL CP CR CY ED EM ET FD FU FX JL LB LL M1 M2 M4 N1 NV OP PA PB PI PP PR PU RI RP SE SF SI SR T3 TS U1 U3 U4 U5 WE WP WT WV Y2 DB DP L1 L2 L4 LK'.split(
    ' ',
  ),
);

/** One record as RIS lines. */
function linesOf(record: ParsedRecord): readonly string[] {
  const lines: string[] = [];
  const put = (tag: string, value: string | number | undefined): void => {
    const text = value === undefined ? '' : collapseSpace(String(value));
    if (text !== '') lines.push(`${tag}  - ${text}`);
  };
  const type = risTypeOf(record);
  put('TY', type);
  put('TI', record.title);
  put('TT', record.translatedTitle);
  for (const author of record.authors) put('AU', author);
  put('PY', record.year);
  put('DA', record.date);
  put('T2', record.journal);
  if (type === 'JOUR') put('JF', record.journal);
  put('J2', record.journalAbbreviation);
  put('VL', record.volume);
  put('IS', record.issue);
  const [start = '', end = ''] = record.pages?.split('-', 2) ?? [];
  const splits = pagesOf(start, end) === record.pages;
  put('SP', splits ? start : record.pages);
  if (splits) put('EP', end);
  put('C7', record.articleNumber);
  put('DO', record.doi);
  put('PM', record.pmid);
  put('C2', record.pmcid);
  put('AN', record.accession);
  for (const number of record.registrations ?? []) put('CN', number);
  for (const number of [...(record.issn?.split('; ') ?? []), ...(record.isbn?.split('; ') ?? [])])
    put('SN', number);
  put('UR', record.url);
  for (const language of record.language?.split('; ') ?? []) put('LA', language);
  for (const keyword of record.keywords) put('KW', keyword);
  put('AB', record.abstract);
  if (type !== record.type) put('M3', record.type);
  for (const [tag, value] of record.other ?? []) if (keptTags.has(tag)) put(tag, value);
  lines.push('ER  - ');
  return lines;
}

/**
 * RIS text of records, CR LF line ends, UTF-8 when encoded. `readRis` gives the same records back, except for the
 * type of a record whose type is no RIS type (it comes back in M3) and for tags of other formats.
 */
export const writeRis = (records: readonly ParsedRecord[]): string =>
  records.map((record) => `${linesOf(record).join('\r\n')}\r\n\r\n`).join('');
