import { collapseSpace } from './fields';
import type { ParsedRecord } from './parsed-record';

type Column = readonly [header: string, value: (record: ParsedRecord) => string | number | undefined];

/**
 * Authors parted by semicolons. One author alone keeps a semicolon behind the name where a comma or an "and" in it could
 * be taken for the end of an author.
 */
const authorsCell = ({ authors }: ParsedRecord): string => {
  const [first = ''] = authors;
  const unclear = authors.length === 1 && (/\sand\s/i.test(first) || /^[^,]*\s[^,]*,|,[^,]*,/.test(first));
  return unclear ? `${first};` : authors.join('; ');
};

/** Keywords parted by semicolons; one alone keeps a semicolon behind it where commas in it could be taken to part several. */
const keywordsCell = ({ keywords }: ParsedRecord): string => {
  const [first = ''] = keywords;
  return keywords.length === 1 && first.split(',').length > 2 ? `${first};` : keywords.join('; ');
};

/** The columns in order. Headers are the ones PubMed, Covidence and Zotero use, so that other programs know them. */
const columns: readonly Column[] = [
  ['PMID', (record) => record.pmid],
  ['Title', (record) => record.title],
  ['Translated Title', (record) => record.translatedTitle],
  ['Authors', authorsCell],
  ['Publication Year', (record) => record.year],
  ['Date', (record) => record.date],
  ['Journal', (record) => record.journal],
  ['Journal Abbreviation', (record) => record.journalAbbreviation],
  ['Volume', (record) => record.volume],
  ['Issue', (record) => record.issue],
  ['Pages', (record) => record.pages],
  ['Article Number', (record) => record.articleNumber],
  ['DOI', (record) => record.doi],
  ['PMCID', (record) => record.pmcid],
  ['Accession Number', (record) => record.accession],
  ['Trial Registration', (record) => record.registrations?.join('; ')],
  ['Abstract', (record) => record.abstract],
  ['Keywords', keywordsCell],
  ['Publication Type', (record) => record.type],
  ['Language', (record) => record.language],
  ['ISSN', (record) => record.issn],
  ['ISBN', (record) => record.isbn],
  ['URL', (record) => record.url],
];

/**
 * A cell as spreadsheets take it: quoted where needed; a text that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, "CSV Injection"), which shows in the cell and stays when the file is read again.
 */
function cell(value: string | number | undefined): string {
  const text = value === undefined ? '' : collapseSpace(String(value));
  const safe = /^'*[=+\-@]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Comma-separated table of records with a header, byte order mark (for Excel) and CR LF line ends. */
export function writeCsv(records: readonly ParsedRecord[]): string {
  const rows = [
    columns.map(([header]) => cell(header)),
    ...records.map((record) => columns.map(([, value]) => cell(value(record)))),
  ];
  return `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}
