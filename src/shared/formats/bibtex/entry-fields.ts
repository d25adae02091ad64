import type { NamedFields, SingleField } from '../delimited';
import { collapseSpace, pmcidOf } from '../fields';
import { latexToText } from './latex-text';
import { namesIn } from './names';

/** An entry with its abbreviations expanded: the raw LaTeX of every field. */
export type ExpandedEntry = {
  readonly type: string;
  readonly key: string;
  readonly values: ReadonlyMap<string, string>;
};

/** Names of the fields in BibTeX, biblatex and the exports of databases; the first one an entry has counts. */
const fieldNames: { readonly [field in SingleField]?: readonly string[] } = {
  title: ['title'],
  translatedTitle: ['titletranslation', 'title_translation', 'translatedtitle'],
  year: ['year', 'date', 'publication_year', 'earlyaccessdate', 'early-access-date'],
  journal: ['journal', 'journaltitle', 'journal-full', 'booktitle', 'maintitle', 'eventtitle'],
  journalAbbreviation: [
    'shortjournal',
    'journal-iso',
    'journal_abbrev',
    'abbreviated_source_title',
    'abbrev_source_title',
    'journal_iso',
  ],
  volume: ['volume'],
  issue: ['number', 'issue'],
  pages: ['pages'],
  articleNumber: ['eid', 'art_number', 'article-number', 'articleno', 'article_number'],
  doi: ['doi'],
  pmid: ['pmid', 'pubmed', 'pubmed_id', 'pubmedid'],
  pmcid: ['pmcid', 'pmc'],
  accession: ['accession', 'unique-id', 'accession_number', 'accession-number'],
  registration: ['registration', 'trial_registration'],
  abstract: ['abstract'],
  language: ['language', 'langid', 'article_language'],
  issn: ['issn'],
  isbn: ['isbn'],
  url: ['url', 'ee', 'link'],
};

const verbatim: ReadonlySet<string> = new Set(['doi', 'url', 'ee', 'link', 'file', 'eprint']);
const keywordFields = [
  'keywords',
  'keyword',
  'key words',
  'author_keywords',
  'keywords-plus',
  'index_keywords',
  'mesh',
];

/** What recordOfFields wants of an entry; every field that is not used is kept by its own name. */
export function fieldsOf({ type, key, values }: ExpandedEntry): Omit<NamedFields, 'line'> {
  const used = new Set<string>(['xdata', 'document_type']);
  const read = (name: string): string | undefined => {
    const raw = values.get(name);
    if (raw === undefined) return undefined;
    used.add(name);
    const text = collapseSpace(verbatim.has(name) ? verbatimText(raw) : latexToText(raw));
    return text === '' ? undefined : text;
  };
  const first = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const text = values.has(name) ? read(name) : undefined;
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const single: { [field in SingleField]?: string | undefined } = {};
  for (const [field, names] of entriesOf(fieldNames)) single[field] = first(names);

  const electronic = read('eissn');
  if (electronic !== undefined) single.issn = [single.issn, electronic].filter(Boolean).join('; ');
  const subtitle = single.title === undefined ? undefined : read('subtitle');
  if (subtitle !== undefined) single.title = joinedTitle(single.title ?? '', subtitle);
  single.date = dateOf(values, read);
  single.pages = single.pages?.replace(/\s?(?:–|—|-{1,3})\s?/g, '-');
  single.type = read('type') ?? collapseSpace(latexToText(values.get('document_type') ?? type));
  const eprintType = (values.get('eprinttype') ?? values.get('archiveprefix') ?? '').toLowerCase();
  if (single.pmid === undefined && eprintType.includes('pubmed')) single.pmid = read('eprint');
  // Europe PMC names its entries so.
  single.pmid ??= /^PMID[:_-]?(\d{1,8})$/i.exec(key)?.[1];
  const arxiv = eprintType === 'arxiv' ? collapseSpace(verbatimText(values.get('eprint') ?? '')) : '';
  if (arxiv !== '') {
    single.accession ??= arxiv;
    single.journal ??= 'arXiv';
    // The DOI that arXiv gives every preprint; one of a published version stands in the entry.
    single.doi ??= `10.48550/arxiv.${arxiv.replace(/^arxiv:/i, '').replace(/v\d{1,3}$/, '')}`;
  }
  // SciELO writes its DOI there.
  const referred = values.get('crossref') ?? '';
  if (single.doi === undefined && /^(?:https?:|10\.)/i.test(referred.trim())) single.doi = read('crossref');
  const address = collapseSpace(latexToText(values.get('howpublished') ?? ''));
  if (single.url === undefined && /^https?:\/\/\S+$/.test(address)) {
    single.url = address;
    used.add('howpublished');
  }
  const authors = namesIn(values.get('author') ?? '');
  if (authors.length > 0) used.add('author');
  const keywords = keywordFields.flatMap((name) => keywordsOf(read(name)));
  const note = values.get('note') ?? values.get('annote') ?? '';
  return {
    single,
    authors,
    keywords: [...new Set(keywords)],
    notes: /PMC?ID/.test(note) || pmcidOf(note) !== undefined ? note : undefined,
    other: [
      ...(key === '' ? [] : [['citation key', key] as const]),
      ...[...values]
        .filter(([name]) => !used.has(name))
        .map(([name, raw]): readonly [string, string] => [name, collapseSpace(latexToText(raw))]),
    ],
  };
}

const entriesOf = (names: typeof fieldNames): readonly (readonly [SingleField, readonly string[]])[] =>
  singleFields.flatMap((field) => {
    const list = names[field];
    return list === undefined ? [] : [[field, list] as const];
  });

const singleFields: readonly SingleField[] = [
  'title',
  'translatedTitle',
  'year',
  'journal',
  'journalAbbreviation',
  'volume',
  'issue',
  'pages',
  'articleNumber',
  'doi',
  'pmid',
  'pmcid',
  'accession',
  'registration',
  'abstract',
  'language',
  'issn',
  'isbn',
  'url',
];

const joinedTitle = (title: string, subtitle: string): string =>
  /[?!.:]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;

/** Addresses are not LaTeX, but programs escape some characters in them all the same. */
const verbatimText = (raw: string): string =>
  raw
    .replace(/\\url\s?\{([^{}]{0,2000})\}/g, '$1')
    .replace(/\\([_%#&$~{}^-])/g, '$1')
    .replace(/\{([^{}]{0,2000})\}/g, '$1')
    .replace(/\$\\sim\$|\\textasciitilde(?:\{\}|\s)?/g, '~');

/** A full date, or the month beside a year. */
function dateOf(
  values: ReadonlyMap<string, string>,
  read: (name: string) => string | undefined,
): string | undefined {
  const date = read('date');
  const month = read('month');
  if (date !== undefined) return date;
  if (month === undefined) return undefined;
  const year = collapseSpace(latexToText(values.get('year') ?? ''));
  const day = read('day');
  return [year, month, day].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Keywords are parted by semicolons, else by commas. */
function keywordsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const words = text.split(text.includes(';') ? ';' : ',').map(collapseSpace);
  return words.filter((word) => word !== '');
}
