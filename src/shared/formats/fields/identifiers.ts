/** Numbers by which databases, archives, journals and trial registers know a work. */

/** A PubMed id: 1 to 8 digits, alone or behind "PMID", "PUBMED" or "MEDLINE", or in an address. Digits only come out. */
export function pmidOf(value: string): string | undefined {
  const alone =
    /^\s*(?:(?:PMID|PUBMED|MEDLINE)\s{0,3}:?\s{0,3})?0{0,8}([1-9]\d{0,7})(?:\.\d)?\s*(?:\[pmid\])?\s*$/i.exec(
      value,
    );
  return alone?.[1];
}

/** The PubMed id named in running text or an address; undefined where only unnamed digits stand. */
export function findPmid(text: string): string | undefined {
  const found =
    /(?:\bPMID\s{0,3}[:=]?\s{0,3}(?:NLM)?|\bPUBMED\s{1,3}(?:ID\s{0,2}:?\s{0,2})?|pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/|europepmc\.org\/(?:article|abstract)\/MED\/|[?&=]pmid(?:=|:|%3a)|ncbi\.nlm\.nih\.gov\/\S{0,120}?[?&]list_uids=)0{0,3}([1-9]\d{0,7})(?!\d)/i.exec(
      text,
    );
  return found?.[1];
}

/** A PubMed Central id as "PMC" and digits; accepts "PMC123", "pmcid: PMC123.1" and addresses. */
export function pmcidOf(value: string): string | undefined {
  const found = /\bPMC\s?(\d{1,9})(?!\d)/i.exec(value);
  return found ? `PMC${found[1]}` : undefined;
}

/**
 * Trial registration numbers of the WHO primary registries and ClinicalTrials.gov, and WHO's universal trial number (https://www.who.int/clinical-trials-registry-platform).
 * Every quantifier is bounded.
 */
const registers =
  /\b(?:NCT\s?0?\d{8}|ISRCTN\s?\d{8}|(?:EUCTR|EudraCT)?[\s:-]{0,3}(?:19|20)\d{2}-\d{6}-\d{2}|20\d{2}-5\d{5}-\d{2}-\d{2}|ChiCTR[A-Z-]{0,7}\d{8,10}|ACTRN\d{14}|DRKS\d{8}|NTR\s?\d{1,5}|NL-OMON\d{3,6}|NL\d{4,5}|JPRN-[A-Z]{2,8}\d{6,12}|UMIN\d{9}|jRCTs?\d{9,10}|JapicCTI-\d{4,7}|CTRI\/\d{4}\/\d{2,3}\/\d{4,6}|IRCT\d{6,20}(?:N\d{1,3})?|KCT\d{7}|PACTR\d{12,16}|SLCTR\/\d{4}\/\d{3}|TCTR\d{8,11}|RBR-?[a-z0-9]{5,9}|RPCEC\d{8}|PER-\d{3}-\d{2}|LBCTR\d{10}|HKUCTR-\d{1,5}|U1111-\d{4}-\d{4}|ITMCTR\d{10})\b/gi;

/** Trial registration numbers in a text, as they are written there without inner spaces; each once, in order. */
export function findRegistrations(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(registers)) {
    const number = match[0]
      .replace(/^(?:EUCTR|EudraCT)?[\s:-]{0,3}(?=(?:19|20)\d{2}-)/i, '')
      .replace(/\s/g, '');
    if (!found.includes(number)) found.push(number);
  }
  return found;
}

const oneIssn = /^\d{4}-\d{3}[\dX]$/;
const issn = /(?<![\d-])(\d{4})[-\u2010-\u2015]?(\d{3}[\dXx])(?![\d-])/g;
const isbn = /(?<![\d-])(97[89][- ]?(?:\d[- ]?){9}\d|(?:\d[- ]?){9}[\dXx])(?![\d-])/g;

/**
 * The serial and book numbers in a field that mixes them (RIS SN): ISSNs as "1234-567X", ISBNs without hyphens, each
 * once, several joined by "; ".
 */
export function standardNumbersOf(value: string): { readonly issn?: string; readonly isbn?: string } {
  if (value.length === 9 && oneIssn.test(value)) return { issn: value };
  const books: string[] = [];
  // ERIC writes "ISSN-0161-956X".
  const rest = value.replace(/\bE?IS[SB]N-/gi, ' ').replace(isbn, (_, number: string) => {
    const bare = number.replace(/[- ]/g, '').toUpperCase();
    if (!books.includes(bare)) books.push(bare);
    return ' ';
  });
  const serials: string[] = [];
  for (const match of rest.matchAll(issn)) {
    const serial = `${match[1]}-${(match[2] ?? '').toUpperCase()}`;
    if (!serials.includes(serial)) serials.push(serial);
  }
  return {
    ...(serials.length > 0 ? { issn: serials.join('; ') } : {}),
    ...(books.length > 0 ? { isbn: books.join('; ') } : {}),
  };
}
