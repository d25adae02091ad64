import { collapseSpace } from '../fields';
import { at, childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import type { ElementReader } from './read-records';

/**
 * An article as journals deposit it with PubMed and offer it beside each paper (NLM DTD "PubMed" 2.8, the root is
 * `ArticleSet`). https://www.ncbi.nlm.nih.gov/books/NBK3828/
 */
export const depositedArticle: ElementReader = (article) => {
  const journal = at(article, 'Journal');
  const date = at(journal, 'PubDate');
  const title = textAt(article, 'ArticleTitle');
  const vernacular = textAt(article, 'VernacularTitle');
  const ids = [
    ...childrenOf(article, 'ELocationID'),
    ...childrenOf(at(article, 'ArticleIdList'), 'ArticleId'),
  ];
  const id = (kind: string): string | undefined =>
    ids
      .filter(({ attributes }) => (attributes['EIdType'] ?? attributes['IdType']) === kind)
      .map(plain)
      .find(Boolean);
  const dateText = ['Year', 'Season', 'Month', 'Day'].map((name) => textAt(date, name)).filter(Boolean);
  const names = at(article, 'AuthorList') ?? at(article, 'GroupList');
  const keywords = childrenOf(at(article, 'ObjectList'), 'Object').filter(
    ({ attributes }) => attributes['Type'] === 'keyword',
  );
  return {
    single: {
      title: title ?? vernacular,
      translatedTitle: title === undefined ? undefined : vernacular,
      year: textAt(date, 'Year'),
      date: dateText.length > 1 ? dateText.join(' ') : undefined,
      journal: textAt(journal, 'JournalTitle'),
      volume: textAt(journal, 'Volume'),
      issue: textAt(journal, 'Issue'),
      startPage: textAt(article, 'FirstPage'),
      endPage: textAt(article, 'LastPage'),
      doi: id('doi'),
      pmid: id('pubmed'),
      abstract: textOf(at(article, 'Abstract')) ?? textOf(at(article, 'OtherAbstract')),
      type: childrenOf(article, 'PublicationType').map(plain).join('; ') || undefined,
      language: childrenOf(article, 'Language').map(plain).join('; ') || undefined,
      issn: childrenOf(journal, 'Issn').map(plain).join('; ') || undefined,
      url: textAt(article, 'ArchiveCopySource'),
    },
    authors: childrenOf(names, 'Author').map(nameOf).filter(Boolean),
    keywords: keywords.map((one) => plain(at(one, 'Param') ?? one)),
    other: [
      ['publisher', textAt(journal, 'PublisherName') ?? ''],
      ['pii', id('pii') ?? ''],
      ['copyright', textAt(article, 'CopyrightInformation') ?? ''],
      ...childrenOf(names, 'Author')
        .flatMap((author) => [...childrenOf(author, 'Affiliation'), ...deep(author, 'Affiliation')])
        .map((place): [string, string] => ['AD', plain(place)]),
      ...childrenOf(article, 'OtherAbstract')
        .filter(() => at(article, 'Abstract') !== undefined)
        .map((one): [string, string] => ['other abstract', plain(one)]),
    ],
  };
};

const plain = (element: XmlElement): string => collapseSpace(textIn(element));

const deep = (author: XmlElement, name: string): readonly XmlElement[] =>
  childrenOf(author, 'AffiliationInfo').flatMap((info) => childrenOf(info, name));

/** The text of an abstract; each part behind its label. */
function textOf(abstract: XmlElement | undefined): string | undefined {
  if (abstract === undefined) return undefined;
  const parts = elementsIn(abstract).filter(({ name }) => name === 'AbstractText');
  const said = parts.map((part) => [part.attributes['Label'], plain(part)].filter(Boolean).join(': '));
  return (parts.length > 0 ? said.join(' ') : plain(abstract)) || undefined;
}

function nameOf(author: XmlElement): string {
  const family = textAt(author, 'LastName');
  if (family === undefined) return textAt(author, 'CollectiveName') ?? '';
  const given = ['FirstName', 'MiddleName', 'Suffix'].map((name) => textAt(author, name)).filter(Boolean);
  return given.length === 0 ? family : `${family}, ${given.join(' ')}`;
}
