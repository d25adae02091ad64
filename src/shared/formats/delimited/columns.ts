/** What a column of a table of records can hold. */
export type ColumnField =
  | 'title'
  | 'translatedTitle'
  | 'authors'
  | 'fullAuthors'
  | 'year'
  | 'date'
  | 'journal'
  | 'journalAbbreviation'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'startPage'
  | 'endPage'
  | 'articleNumber'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'accession'
  | 'registration'
  | 'abstract'
  | 'keywords'
  | 'type'
  | 'language'
  | 'issn'
  | 'isbn'
  | 'url';

/** Column names of the databases and tools, lower case. The first name of a field that a file has wins. */
const names: { readonly [F in ColumnField]: readonly string[] } = {
  title: [
    'title',
    'article title',
    'document title',
    'title primary',
    'primary title',
    'item title',
    'study title',
    'display_name',
    'ti',
    'titel',
    'original title',
    'brief title',
    'official title',
    'titles',
  ],
  translatedTitle: ['translated title', 'english title'],
  fullAuthors: ['author full names', 'full author names', 'af'],
  authors: [
    'authors',
    'author',
    'author(s)',
    'author names',
    'authors, primary',
    'au',
    'auteurs',
    'autoren',
    'creators',
    'authorships.author.display_name',
    'author/s',
  ],
  year: [
    'year',
    'publication year',
    'published year',
    'pub year',
    'year published',
    'publication_year',
    'py',
    'jaar',
    'jahr',
    'pubyear',
  ],
  date: [
    'date',
    'publication date',
    'date published',
    'publication_date',
    'pub date',
    'pd',
    'create date',
    'start date',
  ],
  journal: [
    'source title',
    'journal',
    'journal/book',
    'publication title',
    'journal name',
    'journal title',
    'source',
    'periodical full',
    'secondary title',
    'container title',
    'publication',
    'so',
    'host_venue.display_name',
    'primary_location.source.display_name',
  ],
  journalAbbreviation: [
    'abbreviated source title',
    'journal abbreviation',
    'journal abbrev',
    'periodical abbrev',
    'iso source abbreviation',
    'ji',
    'j9',
  ],
  volume: ['volume', 'vl', 'volume number', 'biblio.volume', 'vol'],
  issue: ['issue', 'is', 'issue number', 'biblio.issue', 'number'],
  pages: ['pages', 'page', 'page range', 'page numbers'],
  startPage: ['page start', 'start page', 'first page', 'bp', 'biblio.first_page', 'beginning page'],
  endPage: ['page end', 'end page', 'last page', 'ep', 'biblio.last_page', 'ending page'],
  articleNumber: ['art. no.', 'article number', 'article no.', 'ar', 'art no'],
  doi: ['doi', 'di', 'doi link', 'digital object identifier', 'item doi'],
  pmid: ['pmid', 'pubmed id', 'pubmed_id', 'medline pmid', 'pm', 'ids.pmid'],
  pmcid: ['pmcid', 'pmc id', 'ids.pmcid'],
  accession: [
    'accession number',
    'ut',
    'ut (unique wos id)',
    'eid',
    'unique id',
    'embase accession id',
    'openalex id',
    'lens id',
    'cochrane id',
    'record id',
  ],
  registration: [
    'nct number',
    'nct id',
    'trial registration',
    'trialid',
    'clinical trial numbers',
    'registry number',
    'nct_id',
  ],
  abstract: [
    'abstract',
    'abstract note',
    'ab',
    'abstracts',
    'samenvatting',
    'notes, abstract',
    'brief summary',
    'abstract text',
  ],
  keywords: [
    'keywords',
    'author keywords',
    'keywords, author',
    'de',
    'descriptors',
    'subject terms',
    'emtree drug index terms (major focus)',
    'index keywords',
    'manual tags',
    'mesh terms',
    'conditions',
  ],
  type: [
    'document type',
    'publication type',
    'item type',
    'reference type',
    'dt',
    'pt',
    'type',
    'study type',
    'source type',
  ],
  language: ['language', 'language of original document', 'article language', 'la', 'languages', 'taal'],
  issn: ['issn', 'sn', 'issn/isbn', 'international standard serial number'],
  isbn: ['isbn', 'bn'],
  url: ['url', 'link', 'urls', 'article url', 'full text link', 'study url', 'web link'],
};

export type ColumnMapping = { readonly [column: number]: ColumnField | undefined };

/** The field of every column that is recognised; each field is given once. */
export function mapColumns(header: readonly string[]): ColumnMapping {
  const plain = header.map((cell) =>
    cell
      .replace(/^\uFEFF/u, '')
      .trim()
      .toLowerCase(),
  );
  const mapping: { [column: number]: ColumnField } = {};
  for (const [field, aliases] of Object.entries(names)) {
    for (const alias of aliases) {
      const column = plain.findIndex((name, index) => name === alias && mapping[index] === undefined);
      if (column >= 0) {
        mapping[column] = fieldNamed(field);
        break;
      }
    }
  }
  return mapping;
}

const fieldNames = new Map<string, ColumnField>(
  Object.keys(names).map((name) => [name, name as ColumnField]),
);

function fieldNamed(name: string): ColumnField {
  const field = fieldNames.get(name);
  if (!field) throw new Error(`No column field ${name}`);
  return field;
}
