import { appendAll } from '../fields';
import type { ParsedRecord, ParseSink } from '../parsed-record';
import { authorsOfCell } from './author-cell';
import { placeInSource, readCitation, readReference } from './citation';
import type { ColumnField } from './column-names';
import type { ColumnMapping } from './columns';
import { keywordsOfCell } from './keyword-cell';
import { recordOfFields, type NamedFields, type SingleField } from './named-fields';
import { entryOfRegister, isRegister } from './register-entry';
import type { TableRow } from './table-row';

/** What programs write where a cell is empty; a title or text may really be one of these words. */
const isAbsent = (value: string): boolean =>
  /^(?:nan|null|none|n\/a|na|#n\/a|undefined|[-\u2013\u2014])$/i.test(value);
const freeText: ReadonlySet<ColumnField> = new Set(['title', 'abstract', 'translatedTitle', 'keywords']);

/** Columns of groups that stand among the authors. */
const collective = /^(?:group authors|corporate authors?|collective authors?|ca)$/i;

/** Where in a table commas part the names or words of a cell. */
export type CommaLists = {
  /** In the column of authors. */
  readonly authors: boolean;
  /** The columns of keywords, by number. */
  readonly keywords: ReadonlySet<number>;
};

/** A table of which no more is known than its header. */
export const noCommaLists: CommaLists = { authors: false, keywords: new Set() };

/**
 * Reads the rows of one table: its cells by what their columns hold (`mapping`), all others under the titles of their
 * columns, which are counted in `kept`.
 */
export function rowReader(
  titles: readonly string[],
  mapping: ColumnMapping,
  kept: Map<number, number>,
  sink: ParseSink,
  commas: CommaLists = noCommaLists,
): (row: TableRow) => ParsedRecord {
  const severalKeywords = severalKeywordColumns(mapping);
  const register = isRegister(titles);
  return (row) => {
    const cells = cellsOfRow(row, titles, mapping, kept, commas.keywords);
    const fields = fieldsOfCells(cells, row.line, severalKeywords, commas.authors);
    return recordOfFields(register ? entryOfRegister(fields) : fields, sink);
  };
}

type Cells = {
  readonly values: ReadonlyMap<ColumnField, string>;
  readonly keywords: readonly string[];
  readonly groups: readonly string[];
  readonly other: [string, string][];
};

function cellsOfRow(
  row: TableRow,
  titles: readonly string[],
  mapping: ColumnMapping,
  kept: Map<number, number>,
  commaKeywords: ReadonlySet<number>,
): Cells {
  const groups: string[] = [];
  const values = new Map<ColumnField, string>();
  const keywords: string[] = [];
  const other: [string, string][] = [];
  row.cells.forEach((cell, column) => {
    const value = cell.trim();
    if (value === '') return;
    const field = mapping[column];
    if (field !== undefined && !freeText.has(field) && isAbsent(value)) return;
    const title = titles[column] ?? `column ${column + 1}`;
    if (field === 'keywords') appendAll(keywords, keywordsOfCell(value, title, commaKeywords.has(column)));
    else if ((field === 'registration' || field === 'issn') && values.has(field))
      values.set(field, `${values.get(field)}; ${value}`);
    else if (field !== undefined && !values.has(field)) values.set(field, value);
    else {
      other.push([title, value]);
      if (collective.test(title)) groups.push(value);
    }
    if (field === undefined) kept.set(column, (kept.get(column) ?? 0) + 1);
  });
  return { values, keywords, groups, other };
}

function fieldsOfCells(
  { values, keywords, groups, other }: Cells,
  line: number,
  severalKeywords: boolean,
  commasPart: boolean,
): NamedFields {
  const single: { [field in SingleField]?: string } = {};
  for (const [field, value] of values) {
    if (field === 'citation') other.push(['Citation', value]);
    else if (field === 'fullAuthors') {
      if (values.has('authors')) other.push(['Author full names', value]);
    } else if (field !== 'authors' && field !== 'keywords') single[field] = value;
  }
  const links = linksIn(other);
  const found = placeInSource(single.journal ?? '');
  // A volume of its own column stands beside a journal, unless the cell says for certain that it is a whole line.
  const place = single.volume === undefined || found?.date !== undefined ? found : undefined;
  if (place !== undefined) {
    other.push(['Source', single.journal ?? '']);
    delete single.journal;
  }
  const missing = single.pages === undefined && single.startPage === undefined ? sourceIn(other) : undefined;
  if (single.pmid === undefined && isMedline(other) && /^\d{5,8}$/.test(single.accession ?? ''))
    single.pmid = single.accession ?? '';
  const citation = values.get('citation') ?? '';
  const listed = values.get('authors') ?? values.get('fullAuthors');
  // A table of references alone, or beside columns of what was done with them.
  const reference =
    citation !== '' && (single.title === undefined || listed === undefined)
      ? readReference(citation)
      : undefined;
  return {
    single: { ...reference?.fields, ...missing, ...readCitation(citation), ...place, ...single },
    authors: [
      ...(listed === undefined ? authorsOfCell(reference?.names ?? '') : authorsOfCell(listed, commasPart)),
      ...groups.flatMap((group) => authorsOfCell(group)),
    ],
    keywords: severalKeywords ? [...new Set(keywords)] : keywords,
    links,
    notes: notesIn(other),
    other,
    line,
  };
}

/** What a column with the whole source line, kept beside a column of the journal, says of the place. */
function sourceIn(other: readonly (readonly [string, string])[]): ReturnType<typeof placeInSource> {
  const line = other.find(([name]) => /^source$/i.test(name))?.[1];
  return line === undefined ? undefined : placeInSource(line);
}

/** In a table of MEDLINE the number of the record is that of PubMed. */
const isMedline = (other: readonly (readonly [string, string])[]): boolean =>
  other.some(
    ([name, value]) =>
      /^(?:status|database|st|db)$/i.test(name) && /\b(?:ovid )?medline\b|pubmed/i.test(value),
  );

const severalKeywordColumns = (mapping: ColumnMapping): boolean =>
  Object.values(mapping).filter((field) => field === 'keywords').length > 1;

const linksIn = (other: readonly (readonly [string, string])[]): readonly string[] =>
  other.flatMap(([name, value]) => {
    const parts = ofAddresses.test(name) ? value.split(/[\s;|,]{1,20}(?=https?:\/\/)/i) : [value];
    return parts.filter((part) => /^https?:\/\/\S{1,2000}$/i.test(part));
  });

/** Columns that list addresses of the work itself; others may list those of works it cites. */
const ofAddresses = /\bur[li]s?\b|\blinks?\b/i;

/** Columns where programs keep what they have no column for ("Extra" of Zotero, notes of EndNote). */
const notesIn = (other: readonly (readonly [string, string])[]): string | undefined =>
  other.find(
    ([name, value]) => /^(?:extra|notes?)$/i.test(name) && /PMC?ID|^(?:DOI|ISSN): /im.test(value),
  )?.[1];
