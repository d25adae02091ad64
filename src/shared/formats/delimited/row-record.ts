import { collapseSpace, keywordsIn } from '../fields';
import type { ParsedRecord, ParseSink } from '../parsed-record';
import { authorsOfCell } from './author-cell';
import { placeInSource, readCitation } from './citation';
import type { ColumnField } from './column-names';
import type { ColumnMapping } from './columns';
import { recordOfFields, type NamedFields, type SingleField } from './named-fields';
import { entryOfRegister, isRegister } from './register-entry';
import type { TableRow } from './table-row';

/** What programs write where a cell is empty; a title or text may really be one of these words. */
const isAbsent = (value: string): boolean => /^(?:nan|null|none|n\/a|na|#n\/a|undefined)$/i.test(value);
const freeText: ReadonlySet<ColumnField> = new Set(['title', 'abstract', 'translatedTitle', 'keywords']);

/** Columns of groups that stand among the authors. */
const collective = /^(?:group authors|corporate authors?|collective authors?|ca)$/i;

/**
 * Reads the rows of one table: its cells by what their columns hold (`mapping`), all others under the titles of their
 * columns, which are counted in `kept`.
 */
export function rowReader(
  titles: readonly string[],
  mapping: ColumnMapping,
  kept: Map<number, number>,
  sink: ParseSink,
  commasPart = false,
): (row: TableRow) => ParsedRecord {
  const severalKeywords = severalKeywordColumns(mapping);
  const register = isRegister(titles);
  return (row) => {
    const cells = cellsOfRow(row, titles, mapping, kept);
    const fields = fieldsOfCells(cells, row.line, severalKeywords, commasPart);
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
    if (field === 'keywords') keywords.push(...keywordsOfCell(value, title));
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
  const [address, ...addresses] = (single.url ?? '').split(/(?:\s|[;|,])+(?=https?:\/\/)/);
  if (address !== undefined && addresses.length > 0) {
    single.url = address;
    links.push(...addresses);
    other.push(['addresses', addresses.join('; ')]);
  }
  const place = single.volume === undefined ? placeInSource(single.journal ?? '') : undefined;
  if (place !== undefined) {
    other.push(['Source', single.journal ?? '']);
    delete single.journal;
  }
  const missing = single.pages === undefined && single.startPage === undefined ? sourceIn(other) : undefined;
  if (single.pmid === undefined && isMedline(other) && /^\d{5,8}$/.test(single.accession ?? ''))
    single.pmid = single.accession ?? '';
  return {
    single: { ...missing, ...readCitation(values.get('citation') ?? ''), ...place, ...single },
    authors: [
      ...authorsOfCell(values.get('authors') ?? values.get('fullAuthors') ?? '', commasPart),
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

/** Keywords of one cell: semicolons, bars or line breaks part them; commas only in Emtree columns, whose terms have none. */
function keywordsOfCell(cell: string, title: string): readonly string[] {
  if (/[;\n]/.test(cell)) return keywordsIn(cell);
  if (cell.includes('|')) return cell.split('|').map(collapseSpace);
  if (/^author keywords/i.test(title) && closeComma.test(cell))
    return cell.split(closeComma).map(collapseSpace);
  return /^emtree/i.test(title) ? cell.split(',').map(collapseSpace) : keywordsIn(cell);
}

/** A comma with no space behind it parts words that a program joined; one with a space may stand in a word ("Child, Preschool"). */
const closeComma = /(?<!\d),(?=[^\s\d])/;

const severalKeywordColumns = (mapping: ColumnMapping): boolean =>
  Object.values(mapping).filter((field) => field === 'keywords').length > 1;

const linksIn = (other: readonly (readonly [string, string])[]): string[] =>
  other.map(([, value]) => value).filter((value) => /^https?:\/\/\S{1,2000}$/i.test(value));

/** Columns where programs keep what they have no column for ("Extra" of Zotero, notes of EndNote). */
const notesIn = (other: readonly (readonly [string, string])[]): string | undefined =>
  other.find(([name, value]) => /^(?:extra|notes?)$/i.test(name) && /PMC?ID/i.test(value))?.[1];
