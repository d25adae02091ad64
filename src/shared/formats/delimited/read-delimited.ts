import {
  collapseSpace,
  findPmid,
  findRegistrations,
  keywordsIn,
  normaliseDoi,
  pagesOf,
  pmcidOf,
  pmidOf,
  readableText,
  saysMoreThanYear,
  standardNumbersOf,
  yearOf,
} from '../fields';
import type { ParsedRecord, ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { authorsOfCell } from './author-cell';
import { mapColumns, type ColumnField, type ColumnMapping } from './columns';
import { readRows, type TableRow } from './rows';

/** How many lines may stand before the header (a title, search details). */
const mostPreamble = 25;
/** Rows between two progress reports. */
const progressEvery = 500;

/** Reads a table of records: the header is found, columns are recognised by name or mapped by hand, nothing is dropped. */
export function readDelimited(text: string, sink: ParseSink, given?: ColumnMapping): void {
  const table = readRows(text);
  const headerAt = given ? 0 : findHeader(table.rows);
  const header = table.rows[headerAt];
  if (!header) return;
  const mapping = given ?? mapColumns(header.cells);
  for (const row of table.rows.slice(0, headerAt)) {
    reportProblem(
      sink,
      row.line,
      'text-outside-record',
      'A line before the header was passed over.',
      row.cells.join(' '),
    );
  }
  for (const line of table.badQuotes.slice(0, 100)) {
    reportProblem(
      sink,
      line,
      'quote-repaired',
      'A quotation mark was stray or not closed; the row was read as far as it goes.',
      '',
    );
  }
  header.cells.forEach((name, column) => {
    if (mapping[column] === undefined && name.trim() !== '') {
      reportProblem(
        sink,
        header.line,
        'column-unmapped',
        `The column "${name.trim()}" is kept as it stands.`,
        name,
      );
    }
  });
  for (const [index, row] of table.rows.slice(headerAt + 1).entries()) {
    if (index % progressEvery === 0 && sink.progress?.(index) === false) return;
    if (row.cells.length !== header.cells.length) {
      reportProblem(
        sink,
        row.line,
        'row-shape',
        `The row has ${row.cells.length} cells, the header ${header.cells.length}.`,
        row.cells.join(table.delimiter),
      );
    }
    sink.record(recordOf(row, header.cells, mapping, sink));
  }
}

/** The row among the first that names the most known columns; at least two, a title among them. */
function findHeader(rows: readonly TableRow[]): number {
  let best = 0;
  let most = 0;
  for (const [index, row] of rows.slice(0, mostPreamble).entries()) {
    const fields = Object.values(mapColumns(row.cells));
    const score = fields.length + (fields.includes('title') ? 2 : 0);
    if (score > most) {
      best = index;
      most = score;
    }
  }
  return best;
}

function recordOf(
  row: TableRow,
  header: readonly string[],
  mapping: ColumnMapping,
  sink: ParseSink,
): ParsedRecord {
  const values = new Map<ColumnField, string>();
  const other: [string, string][] = [];
  row.cells.forEach((cell, column) => {
    const value = collapseSpace(cell);
    if (value === '') return;
    const field = mapping[column];
    if (field === undefined) other.push([header[column]?.trim() || `column ${column + 1}`, cell.trim()]);
    else values.set(field, value);
  });
  const text = (field: ColumnField): string | undefined => {
    const value = values.get(field);
    return value === undefined ? undefined : readableText(value) || undefined;
  };
  const plain = (field: ColumnField): string | undefined => values.get(field);
  const kept = (field: ColumnField): undefined => {
    const value = values.get(field);
    if (value !== undefined) other.push([field, value]);
    return undefined;
  };

  const title = text('title');
  if (title === undefined)
    reportProblem(sink, row.line, 'missing-title', 'The record has no title.', row.cells.join(' '));
  const dateText = plain('date');
  const year = yearOf(plain('year') ?? '') ?? yearOf(dateText ?? '');
  if (plain('year') !== undefined && year === undefined) {
    reportProblem(
      sink,
      row.line,
      'bad-year',
      'The year is no year; it is kept as it stands.',
      plain('year') ?? '',
    );
    kept('year');
  }
  const doiText = plain('doi');
  const doi = doiText === undefined ? undefined : normaliseDoi(doiText);
  if (doiText !== undefined && doi === undefined) {
    reportProblem(
      sink,
      row.line,
      'bad-doi',
      'The DOI column holds no DOI; it is kept as it stands.',
      doiText,
    );
    kept('doi');
  }
  const numbers = standardNumbersOf(plain('issn') ?? '');
  const registrations = findRegistrations(plain('registration') ?? '');
  const pages = plain('pages') ?? pagesOf(plain('startPage') ?? '', plain('endPage') ?? '');
  const record: Mutable<ParsedRecord> = {
    authors: authorsOfCell(plain('authors') ?? plain('fullAuthors') ?? ''),
    keywords: keywordsIn(plain('keywords') ?? ''),
    line: row.line,
  };
  const assign = <K extends keyof ParsedRecord>(key: K, value: ParsedRecord[K] | undefined): void => {
    if (value !== undefined && value !== '') record[key] = value;
  };
  assign('title', title);
  assign('translatedTitle', text('translatedTitle'));
  assign('year', year);
  if (dateText !== undefined && (year === undefined || saysMoreThanYear(dateText))) assign('date', dateText);
  assign('journal', text('journal'));
  assign('journalAbbreviation', text('journalAbbreviation'));
  assign('volume', plain('volume'));
  assign('issue', plain('issue'));
  assign('pages', pages);
  assign('articleNumber', plain('articleNumber'));
  assign('doi', doi);
  assign('pmid', pmidOf(plain('pmid') ?? '') ?? findPmid(plain('pmid') ?? ''));
  assign('pmcid', pmcidOf(plain('pmcid') ?? ''));
  assign('accession', plain('accession'));
  if (registrations.length > 0) assign('registrations', registrations);
  assign('abstract', text('abstract'));
  assign('type', plain('type'));
  assign('language', plain('language'));
  assign('issn', numbers.issn ?? plain('issn'));
  assign('isbn', plain('isbn') ?? numbers.isbn);
  assign('url', plain('url'));
  if (other.length > 0) record.other = other;
  return record;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
