import { findDoi } from './doi';
import { findPmid, pmcidOf } from './identifiers';

/** Identifiers of a record that stand in its addresses and notes only. Those of other works (references, comments, errata) are none of its own. */

/** A list of references among notes, as Scopus exports it. */
const references = /^(?:Cited )?References: /m;

/** Whether a note is the list of references of its record. */
export const isReferenceList = (note: string): boolean => note.search(references) === 0;

/** Lines of notes that speak of another work. */
const ofAnother = /\b(?:comment|errat|retract|correct|update|republish)/i;

const linesOf = (notes: string): readonly string[] => {
  const at = notes.search(references);
  return (at < 0 ? notes : notes.slice(0, at)).split(/[\r\n]+/);
};

/** The PubMed id in notes ("PMID: NLM30812345." of EBSCOhost, "PMID 30812345"). */
export function pmidInNotes(notes: string): string | undefined {
  if (!/PMID|PubMed/i.test(notes)) return undefined;
  const lines = linesOf(notes);
  for (const line of lines) {
    const ebsco = /\bPMID: NLM(\d{1,8})\b/.exec(line)?.[1];
    if (ebsco !== undefined) return ebsco;
  }
  for (const line of lines) {
    const pmid = ofAnother.test(line) ? undefined : findPmid(line);
    if (pmid !== undefined) return pmid;
  }
  return undefined;
}

/** The DOI in PubMed's source line, which EndNote keeps in the notes ("J Oleo Sci. 2018 Mar 1;67(3):335-344. doi: 10.5650/…"). */
export function doiInNotes(notes: string): string | undefined {
  if (!notes.includes('10.')) return undefined;
  for (const line of linesOf(notes)) {
    if (!/\bdoi:?\s?(?:10\.|https?:)/i.test(line) || ofAnother.test(line)) continue;
    const isSourceLine = /\d{4}[^;]{0,20};/.test(line) || /^\s*doi:/i.test(line);
    const doi = isSourceLine ? findDoi(line.slice(line.search(/\bdoi/i))) : undefined;
    if (doi !== undefined) return doi;
  }
  return undefined;
}

/** The PubMed id in an address of PubMed, Europe PMC or Ovid, which names the database: in MEDLINE the accession number is the PubMed id. */
export function pmidInUrl(url: string): string | undefined {
  const pmid = findPmid(url);
  if (pmid !== undefined || !/ovid/i.test(url)) return pmid;
  return /[?&]D=(?:med|prem|ppez|pmnm|mesz|mlall|emok)/i.test(url)
    ? /[?&]AN=(\d{5,8})(?:\D|$)/.exec(url)?.[1]
    : undefined;
}

/** The PubMed Central id in an address of PubMed Central or Europe PMC. */
export const pmcidInUrl = (url: string): string | undefined =>
  /\/(?:pmc|articles?)\/(?:pmc\/)?PMC\d/i.test(url) ? pmcidOf(url) : undefined;

/** The accession number in notes: "Accession Number: 134." of EBSCOhost, "EID: 2-s2.0-85000000001" of Scopus. */
export const accessionInNotes = (notes: string): string | undefined =>
  /\bAccession Number: ([A-Za-z0-9-]{3,25})(?:[.;]|$)/m.exec(notes)?.[1] ??
  /\bEID: (2-s2\.0-\d{6,14})\b/.exec(notes)?.[1];

/** Scopus since 2024: the number in the address is the EID without what all EIDs begin with. */
function scopusPage(url: string): string | undefined {
  const number = /\bscopus\.com\/pages\/publications\/(\d{8,14})\b/i.exec(url)?.[1];
  return number === undefined ? undefined : `2-s2.0-${number}`;
}

/** The accession number in the address of a record in Embase.com, Scopus, ProQuest or CENTRAL. */
export const accessionInUrl = (url: string): string | undefined =>
  /\bembase\.com\/\S{0,200}?[?&]id=(L\d{5,12})\b/i.exec(url)?.[1] ??
  /\bscopus\.com\/\S{0,200}?[?&]eid=(2-s2\.0-\d{6,14})\b/i.exec(url)?.[1] ??
  scopusPage(url) ??
  /\bproquest\.com\/(?:[\w%-]{1,200}\/){0,2}docview\/(\d{6,12})\b/i.exec(url)?.[1] ??
  /\bcochranelibrary\.com\/central\/\S{0,60}\/(CN-\d{5,9})\b/i.exec(url)?.[1];
