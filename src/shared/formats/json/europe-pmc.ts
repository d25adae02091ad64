import type { ObjectReader } from './object-reader';
import { isObject, joined, leavesOf, listAt, namesSet, textAt, textsAt, valueAt } from './values';

const taken = namesSet(
  'title pubYear firstPublicationDate journalTitle journalInfo.volume journalInfo.issue journalInfo.journal.title ' +
    'journalInfo.journal.isoabbreviation journalInfo.journal.issn journalInfo.journal.essn journalVolume issue pageInfo doi pmid pmcid ' +
    'abstractText pubType pubTypeList.pubType language authorString authorList.author.fullName authorList.author.firstName ' +
    'authorList.author.lastName authorList.author.initials authorList.author.collectiveName keywordList.keyword ' +
    'meshHeadingList.meshHeading journalIssn',
);

/** A result of Europe PMC (https://europepmc.org/RestfulWebService): the short form ("lite") and the whole one ("core"). */
export const europePmcResult: ObjectReader = (result) => {
  const info = valueAt(result, 'journalInfo');
  const source = textAt(result, 'source');
  const id = textAt(result, 'id');
  const authors = listAt(result, 'authorList', 'author').map((author) => {
    const family = textAt(author, 'lastName');
    const given = textAt(author, 'firstName') ?? textAt(author, 'initials');
    if (family === undefined) return textAt(author, 'collectiveName') ?? textAt(author, 'fullName') ?? '';
    return given === undefined ? family : `${family}, ${given}`;
  });
  return {
    single: {
      title: textAt(result, 'title'),
      year: textAt(result, 'pubYear'),
      date: textAt(info, 'dateOfPublication') ?? textAt(result, 'firstPublicationDate'),
      journal:
        textAt(info, 'journal', 'title') ??
        textAt(result, 'journalTitle') ??
        textAt(result, 'bookOrReportDetails', 'publisher'),
      journalAbbreviation: textAt(info, 'journal', 'isoabbreviation'),
      volume: textAt(info, 'volume') ?? textAt(result, 'journalVolume'),
      issue: textAt(info, 'issue') ?? textAt(result, 'issue'),
      pages: textAt(result, 'pageInfo'),
      doi: textAt(result, 'doi'),
      pmid: textAt(result, 'pmid'),
      pmcid: textAt(result, 'pmcid'),
      accession: source === undefined || id === undefined ? id : `${source}:${id}`,
      abstract: textAt(result, 'abstractText'),
      type: joined(textsAt(result, 'pubTypeList', 'pubType')) ?? joined(textsAt(result, 'pubType')),
      language: textAt(result, 'language'),
      issn: joined([
        textAt(info, 'journal', 'issn'),
        textAt(info, 'journal', 'essn'),
        textAt(result, 'journalIssn'),
      ]),
    },
    authors: authors.length > 0 ? authors : namesIn(textAt(result, 'authorString') ?? ''),
    keywords: [
      ...textsAt(result, 'keywordList', 'keyword'),
      ...listAt(result, 'meshHeadingList', 'meshHeading').map(
        (heading) => textAt(heading, 'descriptorName') ?? '',
      ),
    ],
    other: leavesOf(isObject(result) ? result : {}, taken),
  };
};

/** "Vos A, Doe BC, Peer Trial Group." */
const namesIn = (authors: string): readonly string[] => authors.replace(/\.\s*$/, '').split(/,\s/);
