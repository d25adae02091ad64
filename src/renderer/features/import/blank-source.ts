import type { NamedSource } from '@shared/formats';
import type { Source } from '@shared/records';

/** A database with how it tends to stand in the names of export files, and where it is usually searched. */
const known: readonly {
  readonly name: string;
  readonly signs: readonly string[];
  readonly platform?: string;
  readonly register?: true;
}[] = [
  { name: 'PubMed', signs: ['pubmed'], platform: 'PubMed' },
  { name: 'MEDLINE', signs: ['medline'] },
  { name: 'Embase', signs: ['embase'] },
  { name: 'PsycINFO', signs: ['psycinfo', 'psychinfo'] },
  { name: 'CINAHL', signs: ['cinahl'], platform: 'EBSCOhost' },
  { name: 'Scopus', signs: ['scopus'], platform: 'Scopus' },
  { name: 'Web of Science', signs: ['webofscience', 'savedrecs', 'wos'], platform: 'Web of Science' },
  { name: 'CENTRAL', signs: ['cochrane', 'central'], platform: 'Cochrane Library' },
  { name: 'ClinicalTrials.gov', signs: ['clinicaltrials', 'ctgov', 'ctgstudies'], register: true },
  { name: 'WHO ICTRP', signs: ['ictrp'], register: true },
  { name: 'ERIC', signs: ['ericebsco', 'ericproquest', 'ericexport'] },
  { name: 'IEEE Xplore', signs: ['ieee'], platform: 'IEEE Xplore' },
  { name: 'LILACS', signs: ['lilacs'] },
  { name: 'OpenAlex', signs: ['openalex'] },
  { name: 'The Lens', signs: ['lensexport'] },
];

/** The names to offer for a source. */
export const knownDatabases: readonly string[] = known.map(({ name }) => name);

/** A first description from the file's name; the coder corrects it. */
export function blankSource(fileName: string): Source {
  const plain = fileName.toLowerCase().replace(/[^a-z]/gu, '');
  const guess = known.find(({ signs }) => signs.some((sign) => plain.includes(sign)));
  return {
    database: guess?.name ?? '',
    platform: guess?.platform ?? '',
    kind: guess?.register ? 'register' : 'database',
    searchedOn: '',
    strategy: '',
    limits: '',
    hits: null,
  };
}

/** A description in which the file's name told no database, with the one its records name. What stands there stays. */
export const withNamed = (source: Source, named: NamedSource | undefined): Source =>
  named === undefined || source.database !== ''
    ? source
    : {
        ...source,
        database: named.database,
        platform: source.platform || named.platform,
        kind: named.register ? 'register' : source.kind,
      };
