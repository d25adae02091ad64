import { agreedSource, readReferenceFile, sourceNamedBy } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const sourceOf = (...lines: string[]) => {
  const { records, format } = readReferenceFile(new TextEncoder().encode(`${lines.join('\n')}\n`));
  return agreedSource(records.map((record) => sourceNamedBy(record, format)));
};
const ris = (...fields: string[]) => ['TY  - JOUR', 'TI  - Peers', 'PY  - 2021', ...fields, 'ER  - '];

describe('the database a file names', () => {
  it.each([
    ['Ovid by its address', ris('DB  - Embase', 'UR  - https://ovidsp.ovid.com/x'), 'Embase', 'Ovid'],
    [
      'EBSCOhost by its address',
      ris('UR  - http://search.ebscohost.com/login.aspx?db=c8h&AN=1'),
      'CINAHL',
      'EBSCOhost',
    ],
    ['ProQuest', ris('DB  - APA PsycInfo®', 'UR  - https://www.proquest.com/x'), 'PsycINFO', 'ProQuest'],
    ['Scopus', ris('DB  - Scopus'), 'Scopus', 'Scopus'],
    ['CENTRAL by its number', ris('AN  - CN-01234567'), 'CENTRAL', 'Cochrane Library'],
    ['Web of Science by its number', ris('AN  - WOS:000600000000001'), 'Web of Science', 'Web of Science'],
    ['Lens by its address', ris('UR  - https://lens.org/000-454-299-663-964'), 'Lens', ''],
    ['Dimensions by its number', ris('AN  - pub.1117140107'), 'Dimensions', ''],
    ['PubMed by its format', ['PMID- 30000001', 'OWN - NLM', 'TI  - Peers'], 'PubMed', 'PubMed'],
  ])('%s', (_, lines, database, platform) => {
    expect(sourceOf(...lines)).toEqual({ database, platform, register: false });
  });

  it('tells a register', () => {
    expect(sourceOf('NCT Number,Study Title', 'NCT04000001,Peers')).toMatchObject({
      database: 'ClinicalTrials.gov',
      register: true,
    });
    expect(sourceOf(...ris('UR  - https://clinicaltrials.gov/study/NCT04000001'))).toMatchObject({
      database: 'ClinicalTrials.gov',
      register: true,
    });
  });

  it('says nothing of a library put together from several, nor of a file that names none', () => {
    expect(sourceOf(...ris('DB  - Scopus'), ...ris('DB  - Embase'))).toBeUndefined();
    expect(sourceOf(...ris())).toBeUndefined();
  });
});
