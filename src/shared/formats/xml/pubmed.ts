import { collapseSpace } from '../fields';
import type { ParseSink } from '../parsed-record';
import { at, childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import { depositedArticle } from './pubmed-deposit';
import { readRecords, type ElementReader } from './read-records';

/**
 * PubMed XML (NLM DTD "PubMedArticle" of 2019 and later; older MEDLINE sets, PubMed book articles and what journals deposit).
 * https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html
 */
export function readPubmedXml(text: string, sink: ParseSink): void {
  const whole = /<(?:PubmedArticle|PubmedBookArticle)[\s>]/.test(text);
  if (!whole && /<ArticleSet[\s>]/.test(text.slice(0, 4096))) {
    readRecords(text, ['Article'], depositedArticle, sink);
    return;
  }
  readRecords(text, whole ? ['PubmedArticle', 'PubmedBookArticle'] : ['MedlineCitation'], article, sink);
}

const article: ElementReader = (element) => {
  const book = at(element, 'BookDocument');
  if (book !== undefined) return bookFields(element, book);
  const citation = element.name === 'MedlineCitation' ? element : at(element, 'MedlineCitation');
  const content = at(citation, 'Article');
  const journal = at(content, 'Journal');
  const issue = at(journal, 'JournalIssue');
  const ids = idsOf(at(element, 'PubmedData', 'ArticleIdList'), content);
  const year = yearText(at(issue, 'PubDate'));
  return {
    single: {
      title: textAt(content, 'ArticleTitle') ?? textAt(content, 'VernacularTitle'),
      translatedTitle:
        textAt(content, 'ArticleTitle') === undefined ? undefined : textAt(content, 'VernacularTitle'),
      year: year ?? yearText(at(content, 'ArticleDate')),
      date: dateText(at(issue, 'PubDate')),
      journal: textAt(journal, 'Title') ?? textAt(citation, 'MedlineJournalInfo', 'MedlineTA'),
      journalAbbreviation:
        textAt(journal, 'ISOAbbreviation') ?? textAt(citation, 'MedlineJournalInfo', 'MedlineTA'),
      volume: textAt(issue, 'Volume'),
      issue: textAt(issue, 'Issue'),
      pages: textAt(content, 'Pagination', 'MedlinePgn'),
      startPage: textAt(content, 'Pagination', 'StartPage'),
      endPage: textAt(content, 'Pagination', 'EndPage'),
      articleNumber: articleNumber(content),
      doi: ids.get('doi'),
      pmid: textAt(citation, 'PMID') ?? ids.get('pubmed'),
      pmcid: ids.get('pmc'),
      registration: registrationsOf(content),
      abstract: abstractOf(at(content, 'Abstract')) ?? abstractOf(at(citation, 'OtherAbstract')),
      type: joined(childrenOf(at(content, 'PublicationTypeList'), 'PublicationType').map(textIn)),
      language: joined(childrenOf(content, 'Language').map(textIn)),
      issn: joined([
        textAt(journal, 'ISSN') ?? '',
        textAt(citation, 'MedlineJournalInfo', 'ISSNLinking') ?? '',
      ]),
    },
    authors: authorsOf(at(content, 'AuthorList')),
    keywords: [...headingsOf(at(citation, 'MeshHeadingList')), ...keywordsOf(citation)],
    other: [
      ...linksToOthers(at(citation, 'CommentsCorrectionsList')),
      ...restOf(element, citation, content, ids),
    ],
  };
};

const joined = (values: readonly string[]): string | undefined => {
  const kept = [...new Set(values.map(collapseSpace).filter((value) => value !== ''))];
  return kept.length === 0 ? undefined : kept.join('; ');
};

/** Identifiers of the article itself; those of its references stand deeper and are not seen. */
function idsOf(list: XmlElement | undefined, content: XmlElement | undefined): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const id of childrenOf(content, 'ELocationID')) {
    const kind = id.attributes['EIdType'] ?? '';
    if (id.attributes['ValidYN'] !== 'N' && !ids.has(kind)) ids.set(kind, collapseSpace(textIn(id)));
  }
  for (const id of childrenOf(list, 'ArticleId')) {
    const kind = id.attributes['IdType'] ?? '';
    const value = collapseSpace(textIn(id));
    if (value !== '' && (!ids.has(kind) || kind === 'doi')) ids.set(kind, value);
  }
  return ids;
}

/** An electronic article number among the locations ("e12345"), where no pages are given. */
function articleNumber(content: XmlElement | undefined): string | undefined {
  if (at(content, 'Pagination') !== undefined) return undefined;
  return childrenOf(content, 'ELocationID')
    .filter((id) => id.attributes['EIdType'] === 'pii')
    .map((id) => collapseSpace(textIn(id)))
    .find((value) => /^[A-Za-z]{0,3}\d{2,9}$/.test(value));
}

const yearText = (date: XmlElement | undefined): string | undefined =>
  textAt(date, 'Year') ?? textAt(date, 'MedlineDate');

/** "2018 Apr 17", "2018 Winter", or what MEDLINE prints ("2000 Nov-Dec"). */
function dateText(date: XmlElement | undefined): string | undefined {
  const parts = ['Year', 'Season', 'Month', 'Day'].map((name) => textAt(date, name)).filter(Boolean);
  return textAt(date, 'MedlineDate') ?? (parts.length > 1 ? parts.join(' ') : undefined);
}

function authorsOf(list: XmlElement | undefined): readonly string[] {
  return childrenOf(list, 'Author').flatMap((author) => {
    const collective = textAt(author, 'CollectiveName');
    const family = textAt(author, 'LastName');
    if (family === undefined) return collective === undefined ? [] : [collective];
    const given = [textAt(author, 'ForeName') ?? textAt(author, 'Initials'), textAt(author, 'Suffix')];
    const rest = given.filter((part) => part !== undefined).join(' ');
    return [rest === '' ? family : `${family}, ${rest}`];
  });
}

/** Sections joined by a space, each behind its label ("METHODS: …"). */
function abstractOf(abstract: XmlElement | undefined): string | undefined {
  const sections = childrenOf(abstract, 'AbstractText').map((section) => {
    const label = section.attributes['Label'] ?? '';
    const text = collapseSpace(textIn(section));
    return label === '' || text === '' || label === 'UNLABELLED' ? text : `${label}: ${text}`;
  });
  const text = sections.filter((section) => section !== '').join(' ');
  return text === '' ? undefined : text;
}

/** MeSH as MEDLINE prints it: "Asthma/*drug therapy", an asterisk before what the article is mainly about. */
function headingsOf(list: XmlElement | undefined): readonly string[] {
  const marked = (element: XmlElement): string =>
    `${element.attributes['MajorTopicYN'] === 'Y' ? '*' : ''}${collapseSpace(textIn(element))}`;
  return childrenOf(list, 'MeshHeading').map((heading) =>
    elementsIn(heading)
      .filter(({ name }) => name === 'DescriptorName' || name === 'QualifierName')
      .map(marked)
      .join('/'),
  );
}

const keywordsOf = (citation: XmlElement | undefined): readonly string[] =>
  childrenOf(citation, 'KeywordList').flatMap((list) => childrenOf(list, 'Keyword').map(textIn));

function registrationsOf(content: XmlElement | undefined): string | undefined {
  const numbers = childrenOf(at(content, 'DataBankList'), 'DataBank').flatMap((bank) =>
    childrenOf(at(bank, 'AccessionNumberList'), 'AccessionNumber').map(textIn),
  );
  return joined(numbers);
}

/** Errata, retractions, comments and updates under the tags MEDLINE text has for them. */
const relations: Readonly<Record<string, string>> = {
  AssociatedDataset: 'ADIN',
  AssociatedPublication: 'ADOF',
  CommentIn: 'CIN',
  CommentOn: 'CON',
  CorrectedandRepublishedIn: 'CRI',
  CorrectedandRepublishedFrom: 'CRF',
  ErratumIn: 'EIN',
  ErratumFor: 'EFR',
  ExpressionOfConcernIn: 'ECI',
  ExpressionOfConcernFor: 'ECF',
  PartialRetractionIn: 'PRIN',
  PartialRetractionOf: 'PROF',
  ReprintIn: 'RPI',
  ReprintOf: 'RPF',
  RepublishedIn: 'RPI',
  RepublishedFrom: 'RPF',
  RetractedandRepublishedIn: 'RRI',
  RetractedandRepublishedFrom: 'RRF',
  RetractionIn: 'RIN',
  RetractionOf: 'ROF',
  UpdateIn: 'UIN',
  UpdateOf: 'UOF',
};

function linksToOthers(list: XmlElement | undefined): readonly (readonly [string, string])[] {
  return childrenOf(list, 'CommentsCorrections').flatMap((link): readonly (readonly [string, string])[] => {
    const relation = link.attributes['RefType'] ?? '';
    if (relation === 'Cites') return [];
    const pmid = textAt(link, 'PMID');
    const source = [textAt(link, 'RefSource'), pmid === undefined ? undefined : `PMID: ${pmid}`];
    return [[relations[relation] ?? relation, source.filter((part) => part !== undefined).join('. ')]];
  });
}

/** What no field takes: affiliations, grants, other identifiers, publication state. */
function restOf(
  element: XmlElement,
  citation: XmlElement | undefined,
  content: XmlElement | undefined,
  ids: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const other: (readonly [string, string])[] = [];
  const put = (tag: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') other.push([tag, value]);
  };
  const affiliations = childrenOf(at(content, 'AuthorList'), 'Author').flatMap((author) =>
    childrenOf(author, 'AffiliationInfo').map((info) => textAt(info, 'Affiliation') ?? ''),
  );
  put('AD', joined(affiliations));
  for (const grant of childrenOf(at(content, 'GrantList'), 'Grant')) {
    put('GR', joined(['GrantID', 'Acronym', 'Agency', 'Country'].map((name) => textAt(grant, name) ?? '')));
  }
  for (const abstract of childrenOf(citation, 'OtherAbstract')) {
    if (at(content, 'Abstract') !== undefined) put('OAB', abstractOf(abstract));
  }
  if (ids.has('pii')) put('AID', `${ids.get('pii')} [pii]`);
  put('PST', textAt(element, 'PubmedData', 'PublicationStatus'));
  put('COIS', textAt(citation, 'CoiStatement'));
  put('PL', textAt(citation, 'MedlineJournalInfo', 'Country'));
  return other;
}

function bookFields(element: XmlElement, document: XmlElement): ReturnType<ElementReader> {
  const book = at(document, 'Book');
  const ids = idsOf(at(document, 'ArticleIdList'), document);
  const bookIds = idsOf(undefined, book);
  const pubmedIds = idsOf(at(element, 'PubmedBookData', 'ArticleIdList'), undefined);
  const chapter = textAt(document, 'ArticleTitle');
  return {
    single: {
      title: chapter ?? textAt(book, 'BookTitle'),
      journal: chapter === undefined ? undefined : textAt(book, 'BookTitle'),
      year: yearText(at(book, 'PubDate')),
      date: dateText(at(book, 'PubDate')),
      doi: ids.get('doi') ?? pubmedIds.get('doi') ?? bookIds.get('doi'),
      pmid: textAt(document, 'PMID') ?? pubmedIds.get('pubmed'),
      accession: ids.get('bookaccession'),
      abstract: abstractOf(at(document, 'Abstract')),
      type: joined(childrenOf(document, 'PublicationType').map(textIn)) ?? 'Book',
      language: joined(childrenOf(document, 'Language').map(textIn)),
      isbn: joined(childrenOf(book, 'Isbn').map(textIn)),
    },
    authors: [...authorsOf(at(document, 'AuthorList')), ...authorsOf(at(book, 'AuthorList'))],
    keywords: keywordsOf(document),
    other: [['PB', textAt(book, 'Publisher', 'PublisherName') ?? '']],
  };
}
