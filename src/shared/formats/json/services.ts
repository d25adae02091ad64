import type { ObjectReader } from './object-reader';
import {
  isObject,
  joined,
  leavesOf,
  listAt,
  namesSet,
  restOf,
  textAt,
  textOf,
  textsAt,
  valueAt,
} from './values';

const openAlexTaken = namesSet(
  'id doi title display_name publication_year publication_date ids language type biblio abstract_inverted_index',
);

/** A work of the OpenAlex API (https://docs.openalex.org/api-entities/works/work-object). */
export const openAlexWork: ObjectReader = (work) => {
  const source = valueAt(work, 'primary_location', 'source') ?? valueAt(work, 'host_venue');
  const id = textAt(work, 'id');
  return {
    single: {
      title: textAt(work, 'title') ?? textAt(work, 'display_name'),
      year: textAt(work, 'publication_year'),
      date: textAt(work, 'publication_date'),
      journal: textAt(source, 'display_name') ?? textAt(work, 'primary_location', 'raw_source_name'),
      volume: textAt(work, 'biblio', 'volume'),
      issue: textAt(work, 'biblio', 'issue'),
      startPage: textAt(work, 'biblio', 'first_page'),
      endPage: textAt(work, 'biblio', 'last_page'),
      doi: textAt(work, 'doi') ?? textAt(work, 'ids', 'doi'),
      pmid: textAt(work, 'ids', 'pmid'),
      pmcid: textAt(work, 'ids', 'pmcid'),
      accession: id?.replace(/^https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?/, ''),
      abstract: textAt(work, 'abstract') ?? uninverted(valueAt(work, 'abstract_inverted_index')),
      type: textAt(work, 'type'),
      language: textAt(work, 'language'),
      issn: joined([...textsAt(source, 'issn'), textAt(source, 'issn_l')]),
      url: textAt(work, 'primary_location', 'landing_page_url') ?? textAt(work, 'open_access', 'oa_url'),
    },
    authors: listAt(work, 'authorships').map(
      (authorship) =>
        textAt(authorship, 'author', 'display_name') ?? textAt(authorship, 'raw_author_name') ?? '',
    ),
    keywords: [
      ...listAt(work, 'keywords').map(
        (word) => textAt(word, 'display_name') ?? textAt(word, 'keyword') ?? textOf(word) ?? '',
      ),
      ...listAt(work, 'mesh').map((heading) => textAt(heading, 'descriptor_name') ?? ''),
    ],
    other: [
      ['is_retracted', valueAt(work, 'is_retracted') === true ? 'true' : ''],
      ...restOf(work, openAlexTaken),
    ],
  };
};

/** OpenAlex lists the places of every word of an abstract; here they are put in order again. */
function uninverted(index: unknown): string | undefined {
  if (!isObject(index)) return undefined;
  const words: { readonly place: number; readonly word: string }[] = [];
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places)) continue;
    for (const place of places) if (typeof place === 'number') words.push({ place, word });
  }
  words.sort((a, b) => a.place - b.place);
  return words.length === 0 ? undefined : words.map(({ word }) => word).join(' ');
}

const lensTaken = namesSet(
  'lens_id title publication_type year_published date_published volume issue start_page end_page abstract keywords languages',
);

/** A scholarly work of The Lens (https://docs.api.lens.org/response-scholar.html). */
export const lensWork: ObjectReader = (work) => {
  const id = (kind: string): string | undefined =>
    listAt(work, 'external_ids')
      .filter((one) => textAt(one, 'type') === kind)
      .map((one) => textAt(one, 'value'))
      .find((value) => value !== undefined);
  return {
    single: {
      title: textAt(work, 'title'),
      year: textAt(work, 'year_published'),
      date: textAt(work, 'date_published'),
      journal: textAt(work, 'source', 'title') ?? textAt(work, 'source_title'),
      volume: textAt(work, 'volume'),
      issue: textAt(work, 'issue'),
      startPage: textAt(work, 'start_page'),
      endPage: textAt(work, 'end_page'),
      doi: id('doi'),
      pmid: id('pmid'),
      pmcid: id('pmcid'),
      accession: textAt(work, 'lens_id'),
      registration: joined(listAt(work, 'clinical_trials').map((one) => textAt(one, 'id'))),
      abstract: textAt(work, 'abstract'),
      type: textAt(work, 'publication_type'),
      language: joined(textsAt(work, 'languages')),
      issn: joined(listAt(work, 'source', 'issn').map((one) => textAt(one, 'value') ?? textOf(one))),
      url: listAt(work, 'source_urls')
        .map((one) => textAt(one, 'url'))
        .find((url) => url !== undefined),
    },
    authors: listAt(work, 'authors').map((author) => {
      const family = textAt(author, 'last_name');
      const given = textAt(author, 'first_name') ?? textAt(author, 'initials');
      if (family === undefined)
        return textAt(author, 'collective_name') ?? textAt(author, 'display_name') ?? '';
      return given === undefined ? family : `${family}, ${given}`;
    }),
    keywords: [
      ...textsAt(work, 'keywords'),
      ...listAt(work, 'mesh_terms').map((term) => textAt(term, 'mesh_heading') ?? ''),
    ],
    other: restOf(work, lensTaken),
  };
};

const zoteroTaken = namesSet(
  'itemType title abstractNote publicationTitle bookTitle proceedingsTitle websiteTitle journalAbbreviation volume issue pages date DOI ISSN ISBN url language tags',
);

/** An item of Zotero's own JSON (API v3 and Better BibTeX JSON). */
export const zoteroItem: ObjectReader = (outer) => {
  const inner = valueAt(outer, 'data');
  const item = isObject(inner) && valueAt(outer, 'itemType') === undefined ? inner : outer;
  return {
    single: {
      title: textAt(item, 'title'),
      year: textAt(item, 'date'),
      date: textAt(item, 'date'),
      journal:
        textAt(item, 'publicationTitle') ??
        textAt(item, 'bookTitle') ??
        textAt(item, 'proceedingsTitle') ??
        textAt(item, 'websiteTitle'),
      journalAbbreviation: textAt(item, 'journalAbbreviation'),
      volume: textAt(item, 'volume'),
      issue: textAt(item, 'issue'),
      pages: textAt(item, 'pages'),
      doi: textAt(item, 'DOI'),
      abstract: textAt(item, 'abstractNote'),
      type: textAt(item, 'itemType'),
      language: textAt(item, 'language'),
      issn: textAt(item, 'ISSN'),
      isbn: textAt(item, 'ISBN'),
      url: textAt(item, 'url'),
    },
    authors: listAt(item, 'creators')
      .filter((creator) => (textAt(creator, 'creatorType') ?? 'author') === 'author')
      .map((creator) => {
        const family = textAt(creator, 'lastName');
        const given = textAt(creator, 'firstName');
        if (family === undefined) return textAt(creator, 'name') ?? given ?? '';
        return given === undefined ? family : `${family}, ${given}`;
      }),
    keywords: listAt(item, 'tags').map((tag) => textAt(tag, 'tag') ?? textOf(tag) ?? ''),
    notes: textAt(item, 'extra'),
    other: restOf(item, zoteroTaken),
  };
};

const semanticTaken = namesSet(
  'title abstract year publicationDate venue url publicationTypes paperId authors externalIds.DOI externalIds.PubMed ' +
    'externalIds.PubMedCentral journal.name journal.volume journal.pages publicationVenue references citations embedding',
);

/** A paper of the Semantic Scholar Academic Graph API. */
export const semanticScholarPaper: ObjectReader = (paper) => ({
  single: {
    title: textAt(paper, 'title'),
    year: textAt(paper, 'year'),
    date: textAt(paper, 'publicationDate'),
    journal: textAt(paper, 'journal', 'name') ?? textAt(paper, 'venue'),
    volume: textAt(paper, 'journal', 'volume'),
    pages: textAt(paper, 'journal', 'pages'),
    doi: textAt(paper, 'externalIds', 'DOI'),
    pmid: textAt(paper, 'externalIds', 'PubMed'),
    pmcid: textAt(paper, 'externalIds', 'PubMedCentral'),
    accession: textAt(paper, 'paperId'),
    abstract: textAt(paper, 'abstract'),
    type: joined(textsAt(paper, 'publicationTypes')),
    issn: textAt(paper, 'publicationVenue', 'issn'),
    url: textAt(paper, 'url'),
  },
  authors: listAt(paper, 'authors').map((author) => textAt(author, 'name') ?? ''),
  keywords: [],
  other: leavesOf(paper, semanticTaken),
});
