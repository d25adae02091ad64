import type { FormatName, ParsedRecord } from './parsed-record';

/** Where the records of an export come from, as far as the file itself says it. */
export type NamedSource = {
  readonly database: string;
  /** Through what it was searched; empty where the file does not say. */
  readonly platform: string;
  readonly register: boolean;
};

const source = (database: string, platform = '', register = false): NamedSource => ({
  database,
  platform,
  register,
});

/** Formats that only one service writes. */
const ofFormat: Readonly<Partial<Record<FormatName, NamedSource>>> = {
  'pubmed-xml': source('PubMed', 'PubMed'),
  wos: source('Web of Science', 'Web of Science'),
  'wos-tab': source('Web of Science', 'Web of Science'),
  'ictrp-xml': source('WHO ICTRP', '', true),
  'ctgov-json': source('ClinicalTrials.gov', '', true),
  'ctgov-xml': source('ClinicalTrials.gov', '', true),
  'ctgov-csv': source('ClinicalTrials.gov', '', true),
  'openalex-json': source('OpenAlex'),
  'europepmc-xml': source('Europe PMC', 'Europe PMC'),
};

/** Fields in which exports name their database. */
const naming = /^(?:DB|DP|VN|database|database provider|%~|%W|DS|source|remote-database-name)$/i;

/** Databases by how exports and addresses name them; narrow ones first. */
const databases: readonly (readonly [named: RegExp, database: string])[] = [
  [/\b(?:apa )?psyc ?info\b|[?&]db=psyh\b/i, 'PsycINFO'],
  [/\bcinahl\b|[?&]db=(?:c8h|cin20|rzh|ccm)\b/i, 'CINAHL'],
  [/\bembase\b/i, 'Embase'],
  [/\bcochrane central\b|^CN-\d{8}$/i, 'CENTRAL'],
  [/\bscopus\b/i, 'Scopus'],
  [/^WOS:|\bweb of science\b/i, 'Web of Science'],
  [/\blilacs\b|^lil-\d/i, 'LILACS'],
  [/\bIEEE (?:Xplore|Journals|Conferences)|ieeexplore\.ieee\.org/i, 'IEEE Xplore'],
  [/\bCNKI\b/i, 'CNKI'],
  [/^E[JD]\d{6,7}$|eric\.ed\.gov/i, 'ERIC'],
  [/^ClinicalTrials\.gov$|\/\/clinicaltrials\.gov\//i, 'ClinicalTrials.gov'],
  [/epistemonikos\.org/i, 'Epistemonikos'],
  [/\/\/(?:www\.|link\.)?lens\.org\//i, 'Lens'],
  [/^pub\.\d{9,}$|app\.dimensions\.ai/i, 'Dimensions'],
  [/\bmedline\b/i, 'MEDLINE'],
  [/pubmed/i, 'PubMed'],
];

/** Platforms by the same. */
const platforms: readonly (readonly [named: RegExp, platform: string])[] = [
  [/\bovid\b|ovidsp|ovid\.com/i, 'Ovid'],
  [/ebscohost/i, 'EBSCOhost'],
  [/proquest/i, 'ProQuest'],
  [/embase\.com/i, 'Embase.com'],
  [/cochranelibrary\.com|^CN-\d{8}$/i, 'Cochrane Library'],
  [/scopus/i, 'Scopus'],
  [/^WOS:/i, 'Web of Science'],
];

/** What one record says of its database: by the fields that name it, its accession number and its address. */
export function sourceNamedBy(record: ParsedRecord, format: FormatName): NamedSource | undefined {
  const told = ofFormat[format];
  if (told !== undefined) return told;
  const named = (record.other ?? []).flatMap(([name, value]) => (naming.test(name) ? [value] : []));
  const said = [...named, record.accession ?? '', record.url ?? ''].filter((text) => text !== '');
  const firstOf = (table: readonly (readonly [RegExp, string])[]): string | undefined =>
    said
      .map((text) => table.find(([pattern]) => pattern.test(text))?.[1])
      .find((found) => found !== undefined);
  const database = firstOf(databases);
  if (database === 'ClinicalTrials.gov') return source(database, '', true);
  if (database !== undefined)
    return source(database, firstOf(platforms) ?? (database === 'PubMed' ? 'PubMed' : ''));
  return format === 'nbib' && record.pmid !== undefined ? source('PubMed', 'PubMed') : undefined;
}

/** Share of the records looked at that must name one database for the file to be its export. */
const AGREED = 0.8;

/** The one database that nearly all records of a file name; undefined for a library put together from several. */
export function agreedSource(named: readonly (NamedSource | undefined)[]): NamedSource | undefined {
  const counts = new Map<string, { readonly source: NamedSource; count: number }>();
  for (const one of named) {
    if (one === undefined) continue;
    const same = counts.get(one.database);
    if (same === undefined) counts.set(one.database, { source: one, count: 1 });
    else same.count += 1;
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count >= named.length * AGREED ? best.source : undefined;
}
