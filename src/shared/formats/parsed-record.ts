/**
 * What every reader of an export file delivers: records as the file has them, and an account of all that was
 * repaired or lost. Readers are pure: text (or bytes) in, values out.
 */

/** One bibliographic record as a file gives it. Absent fields are absent, never empty strings. */
export type ParsedRecord = {
  readonly title?: string;
  /** Title in the review's language, where the file gives both (nbib TT, RIS TT, EndNote translated-title). */
  readonly translatedTitle?: string;
  /** In the order and spelling of the file: "Family, Given"; a collective author stands as its name. */
  readonly authors: readonly string[];
  /** Four-digit year of publication. */
  readonly year?: number;
  /** Publication date as the file prints it. */
  readonly date?: string;
  readonly journal?: string;
  readonly journalAbbreviation?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** "start-end" where both are known, as printed ("1095-103"). */
  readonly pages?: string;
  readonly articleNumber?: string;
  /** Bare DOI, lower case, without resolver, percent escapes decoded. */
  readonly doi?: string;
  /** Digits only. */
  readonly pmid?: string;
  /** "PMC" and digits. */
  readonly pmcid?: string;
  /** Accession number of the source database (Embase, WoS UT, CENTRAL, ERIC ...). */
  readonly accession?: string;
  /** Trial registration numbers found in their own fields: NCT, ISRCTN, EudraCT, ChiCTR ... */
  readonly registrations?: readonly string[];
  readonly abstract?: string;
  readonly keywords: readonly string[];
  /** Publication type in the words of the file (JOUR, "Journal Article; Randomized Controlled Trial"). */
  readonly type?: string;
  readonly language?: string;
  readonly issn?: string;
  readonly isbn?: string;
  readonly url?: string;
  /** Every tag or column no field above takes, in file order, so that nothing is lost. */
  readonly other?: readonly (readonly [tag: string, value: string])[];
  /** 1-based line (or row) where the record starts in the decoded text. */
  readonly line: number;
};

/**
 * A repair or a loss. `message` is plain English for logs and the command line; the interface words `code` in
 * the reader's language. `raw` is the text concerned (at most 200 characters).
 */
export type ParseProblem = {
  /** 1-based line of the decoded text; 0 where the whole file is meant. */
  readonly line: number;
  readonly code: ParseProblemCode;
  readonly message: string;
  readonly raw: string;
};

export type ParseProblemCode =
  | 'empty-file' // no bytes or only white space
  | 'not-a-reference-file' // binary, PDF, HTML page, something else: nothing imported
  | 'old-workbook' // a binary Excel file (.xls): nothing imported
  | 'format-unknown' // text, but no format recognised and no mapping given
  | 'no-records' // recognised, but holds no record
  | 'encoding-guessed' // neither BOM nor valid UTF-8: decoded by detection
  | 'undecodable-bytes' // bytes replaced by U+FFFD
  | 'mixed-encoding' // stray windows-1252 bytes in a UTF-8 file, read as what they most likely are
  | 'mojibake-suspected' // the text looks as if it had been decoded wrongly before it was saved
  | 'mojibake-repaired' // the text was encoded twice, beyond doubt, and put right
  | 'file-too-large' // beyond what one text can hold: nothing imported
  | 'reader-failed' // the reader gave up on the rest of the file; what it had read is kept
  | 'format-changes' // the file was put together from exports of several formats; each was read as what it is
  | 'lines-unwrapped' // what stood around every line (numbers, quotation marks) was taken off
  | 'missing-record-end' // a record closed without its end mark (RIS ER)
  | 'missing-record-start' // fields before the first record start
  | 'text-outside-record' // a line that belongs to no record; skipped
  | 'field-after-end' // a field after the record's end mark; given to that record
  | 'fields-on-one-line' // several tagged fields on one line; taken apart
  | 'continuation-joined' // a line without tag joined to the field before it
  | 'unknown-tag' // kept in `other`
  | 'lower-case-tag' // read as its upper-case twin
  | 'duplicate-field' // a single-valued field given twice; the first or fuller one kept, the rest in `other`
  | 'bad-year' // a year that is no year; kept in `date`
  | 'bad-doi' // a DOI field that holds no DOI; kept in `other`
  | 'missing-title' // the record has no title
  | 'truncated' // the file ends inside a record; what was there is kept
  | 'malformed-xml' // markup repaired or skipped
  | 'entity-not-expanded' // a DTD entity was left unexpanded
  | 'row-shape' // a row with more or fewer cells than the header
  | 'quote-repaired' // a stray or unclosed quote
  | 'column-unmapped' // a column kept in `other`
  | 'unresolved-string' // BibTeX @string not defined
  | 'entry-skipped'; // an entry that could not be read at all; raw text is kept in `raw`

/** Names of the readable formats; the same words as in the command line and the batch list. */
export const readableFormats = [
  'ris',
  'nbib',
  'pubmed-xml',
  'endnote-xml',
  'ebsco-xml',
  'enw',
  'bibtex',
  'wos',
  'refworks',
  'labelled',
  'wos-tab',
  'csv',
  'tsv',
  'xlsx',
  'csl-json',
  'openalex-json',
  'zotero-rdf',
  'ictrp-xml',
  'ctgov-json',
  'ctgov-xml',
  'ctgov-csv',
  'html-table',
  'mods-xml',
  'ovid-xml',
  'europepmc-xml',
  'atom',
  'jats-xml',
  'tei-xml',
  'dublin-core',
  'references',
  'csl-yaml',
  'json',
  'xml',
] as const;
export type ReadableFormat = (typeof readableFormats)[number];
export type FormatName = ReadableFormat | 'unknown';

/** Whether a word names a format that can be read. */
export const isFormatName = (name: string): name is ReadableFormat =>
  readableFormats.some((format) => format === name);

export type ParsedFile = {
  readonly format: FormatName;
  readonly encoding: string;
  readonly records: readonly ParsedRecord[];
  readonly problems: readonly ParseProblem[];
};

/**
 * Sinks let a reader stream: it pushes each finished record and problem; the caller batches, reports progress
 * and may ask it to stop.
 */
export type ParseSink = {
  readonly record: (record: ParsedRecord) => void;
  readonly problem: (problem: ParseProblem) => void;
  /** Called every few hundred lines with characters read; returning false stops the reader. */
  readonly progress?: (charactersRead: number) => boolean;
};
