import { isReferenceList } from './delimited';
import { detectDelimited } from './detect-delimited';
import { isBlankCode } from './line-cursor';
import type { FormatName, ParseProblemCode } from './parsed-record';
import { markupRows, recordElementOf } from './xml';

/** The format of a text, or why it is none. */
export type Detection =
  | { readonly kind: 'format'; readonly format: Exclude<FormatName, 'unknown' | 'xlsx'> }
  | { readonly kind: 'none'; readonly code: ParseProblemCode; readonly message: string };

/** UTF-16 code units looked at; a preamble longer than that has not been seen. */
const SAMPLE = 256 * 1024;

const format = (name: Exclude<FormatName, 'unknown' | 'xlsx'>): Detection => ({
  kind: 'format',
  format: name,
});

/**
 * Recognises the format of an export from its content; the name of the file plays no part. Text formats may stand behind
 * a preamble; of several signatures the first in the file decides.
 */
export function detectFormat(text: string): Detection {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const first = firstVisible(sample);
  if (first < 0) {
    return { kind: 'none', code: 'empty-file', message: 'The file is empty or holds only white space.' };
  }
  const character = sample.charAt(first);
  if (character === '<' && !engineeringVillage.test(sample.slice(first, first + 200))) {
    const markup = detectMarkup(sample);
    if (markup !== undefined) return markup;
  }
  if (character === '{' || character === '[') {
    const json = detectJson(sample, first);
    if (json !== undefined) return json;
  }
  return (
    detectLines(sample) ?? {
      kind: 'none',
      code: 'format-unknown',
      message: 'The text is in no format that is known here; choose the columns by hand if it is a table.',
    }
  );
}

const xmlRoots: readonly (readonly [pattern: RegExp, name: Exclude<FormatName, 'unknown' | 'xlsx'>])[] = [
  [
    /<(?:PubmedArticleSet|ArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitationSet|MedlineCitation)\b/,
    'pubmed-xml',
  ],
  [/<(?:Trials_downloaded_from_ICTRP|TrialID|Internal_Number)\b/i, 'ictrp-xml'],
  [/<rec\s[^<>]{0,200}>\s{0,20}<header\b|<controlInfo\b/, 'ebsco-xml'],
  [/<(?:clinical_study|search_results)\b[^<>]{0,300}>/, 'ctgov-xml'],
  [/<rdf:RDF\b[^]{0,4000}(?:<z:|<bib:|zotero\.org)/i, 'zotero-rdf'],
  [/<(?:mods:)?mods(?:Collection)?[\s>]/, 'mods-xml'],
  [/<F\s[^<>]{0,20}C="[A-Z0-9]{2}"[^<>]{0,200}>\s{0,40}<D\b/, 'ovid-xml'],
  [/<responseWrapper\b|<resultList>\s{0,40}<result>/, 'europepmc-xml'],
  [/<(?:atom:)?feed\b[^<>]{0,600}www\.w3\.org\/2005\/Atom/, 'atom'],
  [/<article-meta[\s>]/, 'jats-xml'],
  [/<(?:tei:)?(?:TEI|biblStruct|biblFull)[\s>]/, 'tei-xml'],
  [/<(?:(?:oai_dc|oai_qdc|qdc|srw_dc|oai_etdms|simpledc):[A-Za-z]{1,20}|dc|qualifieddc)[\s>]/, 'dublin-core'],
  [/<xml>|<(?:ref-type|contributors|source-app|electronic-resource-num|titles|rec-number)\b/i, 'endnote-xml'],
];

function firstVisible(text: string): number {
  for (let i = 0; i < text.length; i += 1) if (!isBlankCode(text.charCodeAt(i))) return i;
  return -1;
}

function detectMarkup(sample: string): Detection | undefined {
  const head = sample.slice(0, 64 * 1024);
  if (/<(?:!doctype\s{1,20}html|html)\b|urn:schemas-microsoft-com:office/i.test(head.slice(0, 4096)))
    return webPage(sample);
  if (/<(?:\w{1,10}:)?datafield\b/.test(head))
    return {
      kind: 'none',
      code: 'format-unknown',
      message:
        'These are records of a library catalogue (MARC or PICA XML), which are not read here. Export them from the catalogue for EndNote, Zotero or RefWorks.',
    };
  for (const [pattern, name] of xmlRoots) if (pattern.test(head)) return format(name);
  if (/<(?:head|body|script|meta|div|table)\b/i.test(head.slice(0, 4096))) return webPage(sample);
  if (recordElementOf(head) !== undefined) return format('xml');
  if (/<(?:records|record)\b[^<>]{0,200}>/i.test(head)) return format('endnote-xml');
  if (!/^\s{0,100}<\?xml/.test(head)) return undefined;
  return {
    kind: 'none',
    code: 'format-unknown',
    message:
      'This is XML, but not of a kind that is known here (PubMed, EndNote, EBSCOhost, Ovid, Europe PMC, JATS, TEI, MODS, Atom, Zotero RDF, WHO ICTRP, ClinicalTrials.gov), and no element in it looks like a record.',
  };
}

/** A page saved with an export inside it can still be read line by line, one with a table of records row by row; a log-in page cannot. */
function webPage(sample: string): Detection {
  if (/(?:^|>)[ \t]{0,8}TY {2}- [A-Z]/m.test(sample)) return format('ris');
  if (/(?:^|>)PMID- \d/m.test(sample)) return format('nbib');
  if (markupRows(sample).length > 1) return format('html-table');
  return {
    kind: 'none',
    code: 'not-a-reference-file',
    message:
      'This is a web page, not an export: the download probably needed a log-in. Export the search results again.',
  };
}

function detectJson(sample: string, first: number): Detection | undefined {
  if (!/^[[{]\s{0,10000}["[{}\]]/.test(sample.slice(first, first + 10_010))) return undefined;
  if (/"abstract_inverted_index"|"https?:\/\/(?:api\.)?openalex\.org\//.test(sample))
    return format('openalex-json');
  if (/"protocolSection"|"nctId"|"ProtocolSection"|"NCTId"/.test(sample)) return format('ctgov-json');
  const isCsl =
    /"(?:container-title|issued|citation-key|DOI)"\s{0,20}:/.test(sample) ||
    /"type"\s{0,20}:\s{0,20}"(?:article(?:-\w{1,20})?|book|chapter|paper-conference|thesis|report|webpage|manuscript|document|dataset)"/.test(
      sample,
    );
  if (
    isCsl &&
    !/"(?:itemType|externalIds|paperId|doi)"\s{0,20}:/.test(sample) &&
    /"(?:type|title)"\s{0,20}:/.test(sample)
  )
    return format('csl-json');
  return format('json');
}

/** Engineering Village's text: "<RECORD 1>" above "Accession number:2021…". */
const engineeringVillage = /^<RECORD \d{1,7}>\s{1,8}[A-Z][A-Za-z ]{2,30}:\S/m;

/** Lines by which each text format starts a record, or the fields that only it has. */
const lineSignatures: readonly (readonly [pattern: RegExp, name: Exclude<FormatName, 'unknown' | 'xlsx'>])[] =
  [
    [/^[ \t]{0,8}(?:TY|ty|Ty)(?:[ \t]{1,4}[-\u2010-\u2014]|- )/m, 'ris'],
    [/^PMID {0,3}- {0,3}\d/m, 'nbib'],
    [/^(?:UI {2}- {0,3}\d|VN {2}- )/m, 'nbib'],
    [/^(?:FN [A-Z]|PT [A-Z]\b)/m, 'wos'],
    [/^%(?:0|[AT]) \S/m, 'enw'],
    [
      /^(?:references:[ \t]{0,8}(?:#[^\r\n]{0,200})?\r?\n(?:[ \t]{0,8}(?:#[^\r\n]{0,200})?\r?\n){0,5})?[ \t]{0,8}-[ \t]{1,4}(?:id|type|title|author|abstract|citation-key|DOI):/m,
      'csl-yaml',
    ],
    [/^[ \t]{0,8}@[A-Za-z]{2,30}[ \t]{0,8}[{(]/m, 'bibtex'],
    [/^RT [A-Z][A-Za-z]/m, 'refworks'],
    [
      /^<\s?\d{1,7}\s?\.?\s?>[ \t]{0,8}[\r\n]{1,4}(?:Unique Identifier|Accession Number|Title|Status|Database)[ \t]{0,8}[\r\n]/m,
      'labelled',
    ],
    // The same with another name first, or without the numbers of records: values are indented under their names.
    [
      /^(?:<\s?\d{1,7}\s?\.?\s?>[ \t]{0,8}[\r\n]{1,4})?(?:Score|Author|Authors|Unique Identifier|Accession Number|Database|Title)[ \t]{0,8}[\r\n]{1,2}[ \t]{1,8}\S[^\r\n]{0,400}[\r\n]{1,4}(?:[ \t]{1,8}[^\r\n]{0,200}[\r\n]{1,4}){0,8}[A-Z][A-Za-z ]{2,30}[ \t]{0,8}[\r\n]{1,2}[ \t]{1,8}\S/m,
      'labelled',
    ],
    // SilverPlatter, and what others make of its two letters.
    [/^(?:TI|AU|AN|UI): {1,10}\S[^\0]{1,600}?[\r\n](?:TI|AU|SO|PY): {1,10}\S/m, 'labelled'],
    [/^Record #\d{1,7} of \d{1,7}\s{1,4}(?:ID|AU|TI|SO): /m, 'labelled'],
    [/^1\. \S[^\r\n]{5,300}(?:19|20)\d\d[^\r\n]{0,300}[\r\n]/m, 'labelled'],
    [/^1: \S[^\0]{20,1500}?\bPMID: \d/m, 'labelled'],
    [engineeringVillage, 'labelled'],
    [/^Reference Type: {1,2}\S[^\r\n]{2,60}\r?\n(?:Record Number|Author|Year|Title): /m, 'labelled'],
    // Scopus writes the same two lines above its BibTeX.
    [
      /^Scopus[ \t]{0,8}[\r\n]{1,4}(?:EXPORT DATE|导出日期)[:：][^\r\n]{0,60}(?=[\r\n])(?!\s{1,8}(?:@[A-Za-z]|TY {1,2}-))/m,
      'labelled',
    ],
    [/^\{Reference Type\}: ?\S/m, 'labelled'],
    [/^EudraCT Number:\s{1,40}(?:19|20)\d\d-\d{6}-\d\d/m, 'labelled'],
    [/^[A-Z][A-Za-z]{2,20}-[\u4e00-\u9fff]{2,12}: ?\S/m, 'labelled'],
    [/^【[^】\r\n]{1,20}】/m, 'labelled'],
    [/^(?:Document \d{1,7} of \d{1,7}|Record: \d{1,7}|_{20,200})[ \t]{0,8}[\r\n]/m, 'labelled'],
  ];

/** What must also be there, so that a chance line does not decide. */
const companions: Readonly<Partial<Record<FormatName, RegExp>>> = {
  wos: /^(?:AU|TI|SO|PY|UT|DT|AF) \S/m,
  refworks: /^(?:T1|A1|YR|JF|SR) \S/m,
  labelled:
    /^(?:\{Title\}: |Title-|【(?:标题|题名|篇名|中文标题))|^(?:Unique Identifier|Accession Number|Title|Status)[ \t]{0,8}[\r\n]|^(?:Author|Authors|AU|Title|Full Title|Sponsor Name|Publication title|Source|ProQuest document ID|PMID): ?|^(?:EXPORT DATE|导出日期)[:：]|^Accession number:\S|\bPMID: \d/m,
  'csl-yaml': /^[ \t-]{1,12}(?:title|"title"|'title'): /m,
  bibtex: /=|^[ \t]{0,8}@comment/im,
};

/** No signature of a record looks further, in UTF-16 code units. */
const LONGEST_SIGNATURE = 700;

function detectLines(text: string): Detection | undefined {
  const table = detectDelimited(text);
  // Where a sure header begins the text, only its own line could be something else.
  const begins = table?.sure === true && firstVisible(text) === table.at;
  const sample = begins ? text.slice(0, table.at + LONGEST_SIGNATURE) : text;
  let best: { at: number; name: Exclude<FormatName, 'unknown' | 'xlsx'> } | undefined;
  for (const [pattern, name] of lineSignatures) {
    const at = sample.search(pattern);
    if (at < 0 || (best !== undefined && best.at <= at)) continue;
    if (companions[name]?.test(sample) === false) continue;
    best = { at, name };
  }
  if (best === undefined && table?.sure !== true && isReferenceList(text)) return format('references');
  if (table !== undefined && (best === undefined || (table.sure && table.at < best.at)))
    return format(table.format);
  if (best !== undefined) return format(best.name);
  return headlessTags(sample);
}

/** RIS or MEDLINE fields without any record start. */
function headlessTags(sample: string): Detection | undefined {
  const tagged =
    sample.match(/^(?:TI|T1|AU|A1|FAU|AB|N2|PY|Y1|JO|JF|T2|DO|DP|JT|VL|VI|SP|ER) {1,2}-(?: |$)/gm) ?? [];
  if (tagged.length < 3) return undefined;
  return format(tagged.some((tag) => /^(?:FAU|DP|JT|VI)/.test(tag)) ? 'nbib' : 'ris');
}
