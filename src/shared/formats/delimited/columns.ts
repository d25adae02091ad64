import { normaliseDoi, pmidOf, standardNumbersOf, yearOf } from '../fields';
import { columnNames, otherWholes, type ColumnField } from './column-names';

/** The field each column (0-based) holds; a column that is not listed, or undefined, is kept by its own name. */
export type ColumnMapping = { readonly [column: number]: ColumnField | undefined };

/** Fields that are gathered from several columns. */
const gathered: ReadonlySet<ColumnField> = new Set(['keywords', 'registration', 'issn']);

/** A header cell as names are compared: no byte order mark (also one that was decoded wrongly), no quotes, no vocabulary. */
const withoutMarks = (cell: string): string =>
  cell
    .replace(/^(?:\uFEFF|ï»¿|\u00FE\u00FF)+/, '')
    .replace(/[_\s\u00A0]+/g, ' ')
    .replace(/^[\s"'*]+|[\s"':*]+$/g, '')
    .replace(namespace, '');

/** The vocabulary a name is taken from, as services write it before the name ("dc:title", "prism:volume"). */
const namespace = /^(?:dc|dcterms|prism|bibo|oai_dc|schema):/i;

/** Where a name that is written as one word has a space in other tables ("StartDate", "articleTitle"). */
const betweenWords = /(?<=[a-z])(?=[A-Z])/g;

/** CNKI writes every name twice: "Title-题名". */
const inChinese = /-[\u4e00-\u9fff]{1,12}$/;

/** Screening programs write it before every column of the record, beside those of their own decisions. */
const ofCitation =
  /^(?:citation|article|reference|record) (?=title|authors?\b|abstract|year|journal|doi\b|pub|keywords|volume|issue)/;

/** The names under which a column is looked for. */
function namesOf(cell: string): readonly string[] {
  const name = withoutMarks(cell);
  const lower = name.toLowerCase();
  const parted = name.replace(betweenWords, ' ').toLowerCase();
  return [...new Set([lower, parted, lower.replace(ofCitation, ''), lower.replace(inChinese, '')])];
}

/** The field of every column that is recognised by its name. Each field is given once, keywords and registrations to all that hold them. */
export function mapColumns(header: readonly string[]): ColumnMapping {
  const columns = new Map<string, number[]>();
  header.forEach((cell, index) => {
    for (const name of namesOf(cell)) {
      const same = columns.get(name);
      if (same) same.push(index);
      else columns.set(name, [index]);
    }
  });
  const mapping: { [column: number]: ColumnField } = {};
  for (const [field, names] of columnNames) {
    for (const name of names) {
      const free = (columns.get(name) ?? []).filter((column) => mapping[column] === undefined);
      const [column] = free;
      if (column === undefined) continue;
      mapping[column] = field;
      if (!gathered.has(field)) break;
    }
  }
  for (const name of otherWholes) {
    for (const column of columns.get(name) ?? []) mapping[column] ??= 'journal';
  }
  // The two letters of Web of Science: its "ID" are keywords, which elsewhere is a number of the record.
  const [own] = columns.get('id') ?? [];
  if (
    own !== undefined &&
    mapping[own] === undefined &&
    ['ti', 'so', 'ut', 'de'].every((name) => columns.has(name))
  )
    mapping[own] = 'keywords';
  // Those of the Zoological Record: the title in another language, and the broader terms.
  if (['ti', 'so', 'ut', 'bd', 'tn'].every((name) => columns.has(name))) {
    for (const column of columns.get('ft') ?? []) mapping[column] ??= 'translatedTitle';
    for (const column of columns.get('bd') ?? []) mapping[column] ??= 'keywords';
  }
  return mapping;
}

/** How many rows are looked at for what an unnamed column holds. */
const SAMPLE_ROWS = 50;
/** A cell longer than this is not looked at in full. */
const SAMPLE_CELL = 2_000;

/**
 * The fields of the columns of a table, proposed for a person to accept or change: by name where the name is known, else by
 * what stands in the first rows (DOIs, years, ISSNs, addresses, names, the longest texts).
 */
export function proposeMapping(
  header: readonly string[],
  sampleRows: readonly (readonly string[])[],
): ColumnMapping {
  const mapping: { [column: number]: ColumnField | undefined } = { ...mapColumns(header) };
  const rows = sampleRows.slice(0, SAMPLE_ROWS);
  const width = rows.reduce((most, row) => Math.max(most, row.length), header.length);
  const cells = Array.from({ length: width }, (_, column) =>
    rows.map((row) => (row[column] ?? '').trim().slice(0, SAMPLE_CELL)).filter((cell) => cell !== ''),
  );
  cells.forEach((values, column) => {
    if (values.length === 0) return;
    if (mapping[column] === 'journal' && values.every(isDatabaseName)) mapping[column] = undefined;
    // "IS" is the issue of Web of Science and the ISSN of Ovid.
    if (mapping[column] === 'issue' && values.every(isIssn)) mapping[column] = 'issn';
  });
  const has = (field: ColumnField): boolean => Object.values(mapping).includes(field);
  for (const [field, names, butNot] of tellingWords) {
    if (has(field)) continue;
    const column = header.findIndex(
      (name, index) => mapping[index] === undefined && names.test(name) && !butNot.test(name),
    );
    if (column >= 0) mapping[column] = field;
  }
  for (const [field, holds] of tellingPatterns) {
    const isEmpty = cells.every((values, index) => mapping[index] !== field || values.length === 0);
    if ((has(field) && !isEmpty) || (field === 'pages' && has('startPage'))) continue;
    const column = cells.findIndex(
      (values, index) =>
        mapping[index] === undefined && mostly(values, (value) => holds(value, header[index] ?? '')),
    );
    if (column >= 0) mapping[column] = field;
  }
  const ofWork = cells.map((values, column) =>
    saidOfWork.test(header[column] ?? '') || mostly(values, (value) => value.includes('///')) ? [] : values,
  );
  if (!has('abstract')) takeLongest(mapping, ofWork, 'abstract', 300, Number.POSITIVE_INFINITY);
  if (!has('title')) takeLongest(mapping, ofWork, 'title', 25, 300);
  return mapping;
}

/** Columns where somebody says something of a work, so that no text of the work stands there, however long. */
const saidOfWork =
  /comment|reason|remark|\bnotes?\b|opmerking|toelichting|rationale|justification|affiliation|address|institution|funding|acknowledg|references|\bauthors? with\b|correspond|full.?text|\burl/i;

const isDatabaseName = (value: string): boolean =>
  /^(?:scopus|embase|medline|pubmed|cinahl|psyc ?info|web of science|wos|central|google scholar|lens)$/i.test(
    value,
  );

const isIssn = (value: string): boolean => /^\d{4}-\d{3}[\dXx](?:\s?\([^()]{1,20}\))?$/.test(value);

/** What a column holds whose name says it among other words ("Full article title"), and what such a name must not say. */
const tellingWords: readonly (readonly [ColumnField, RegExp, RegExp])[] = [
  ['title', /\btitle\b/i, /journal|source|short|running|series|book|publication|\bid\b|secondary|alternat/i],
  ['abstract', /\babstract\b/i, /url|link|\bid\b|language|has/i],
  [
    'authors',
    /\bauthors?\b/i,
    /affil|\bids?\b|count|number|keyword|address|correspond|email|country|orcid|first|last/i,
  ],
  ['journal', /\bjournal\b/i, /abbr|\bid\b|issn|volume|issue|year|url|rank|impact|country/i],
  ['year', /\byear\b/i, /cit(?:ed|es|ation)|per year|months|age/i],
];

/** "2014-02" is a month before it is a range of pages. */
const yearAndMonth = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

/** Columns that name a work other than that of the row: its retraction, its preprint, what it cites. */
const ofOtherWork = /retract|errat|correction|cited|references|related|preprint|comment/i;

/** What tells a field by its values alone, strict ones first. */
const tellingPatterns: readonly (readonly [ColumnField, (value: string, header: string) => boolean])[] = [
  // Not a reference or a note that names one among other things.
  [
    'doi',
    (value, header) =>
      value.length < 120 &&
      /^(?:doi ?:? ?)?\S+$/i.test(value) &&
      normaliseDoi(value) !== undefined &&
      !ofOtherWork.test(header),
  ],
  // VHL ("lil-1000001"), ERIC ("EJ1234567") and OpenAlex call their number ID, as others do a line of their own.
  [
    'accession',
    (value, header) =>
      /^id$/i.test(header.trim()) &&
      /^(?:[a-z]{2,8}-\d{3,9}|E[JD]\d{5,8}|(?:https:\/\/openalex\.org\/)?W\d{4,12})$/i.test(value),
  ],
  ['issn', (value) => /^\d{4}-\d{3}[\dXx]/.test(value) && standardNumbersOf(value).issn !== undefined],
  ['pmid', (value, header) => /pubmed|pmid|medline/i.test(header) && pmidOf(value) !== undefined],
  ['year', (value) => /^(?:1[5-9]|20)\d\d(?:[.,]0)?$/.test(value) && yearOf(value) !== undefined],
  ['url', (value) => /^https?:\/\/\S+$/i.test(value)],
  [
    'pages',
    (value) =>
      /^[A-Za-z]?\d{1,6}\s?[-\u2010-\u2015]\s?[A-Za-z]?\d{1,6}$/.test(value) && !yearAndMonth.test(value),
  ],
  [
    'authors',
    (value, header) =>
      !/title|sponsor|publisher|location|address|affiliation|country|city|place/i.test(header) &&
      looksLikeNames(value),
  ],
];

/** What a whole reference has behind its names. */
const ofReference = /\((?:19|20)\d\d[a-z]?\)|https?:\/\//;
const nameOrInitials = /(?:^|[;,|] ?)\p{Lu}[\p{L}'’-]{1,40},? (?:\p{Lu}\.?[ -]?){1,4}(?:[;,|]|$)/u;
const initialsFirst =
  /^(?:\p{Lu}\. ?){1,3}(?:\p{Ll}{1,4} ){0,2}\p{Lu}[\p{L}'’ -]{1,40}(?:, (?:\p{Lu}\. ?){1,3}| and (?:\p{Lu}\. ?){1,3}|$)/u;
const nameComma = /^\p{Lu}[\p{L}'’ -]{1,40}, \p{Lu}[\p{L}.'’ -]{0,40}(?:[;|]|$)/u;

function looksLikeNames(value: string): boolean {
  return (
    (nameOrInitials.test(value) || nameComma.test(value) || initialsFirst.test(value)) &&
    !ofReference.test(value)
  );
}

function mostly(values: readonly string[], holds: (value: string) => boolean): boolean {
  return values.length > 0 && values.filter(holds).length >= values.length * 0.7;
}

/** Gives a field to the free column with the longest texts, if their mean length (characters) lies within the bounds. */
function takeLongest(
  mapping: { [column: number]: ColumnField | undefined },
  cells: readonly (readonly string[])[],
  field: ColumnField,
  least: number,
  most: number,
): void {
  let best = -1;
  let longest = least;
  cells.forEach((values, column) => {
    if (mapping[column] !== undefined || values.length === 0) return;
    const mean = values.reduce((sum, value) => sum + value.length, 0) / values.length;
    const different = new Set(values).size >= values.length * 0.7;
    const words = values.filter((value) => value.includes(' ')).length >= values.length * 0.7;
    if (different && words && mean >= longest && mean < most) {
      best = column;
      longest = mean;
    }
  });
  if (best >= 0) mapping[best] = field;
}
