import { readReferenceFile } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(`${lines.join('\n')}\n`));

describe('what trial registers save', () => {
  it('reads the text of the EU Clinical Trials Register', () => {
    const { format, records, problems } = read(
      'EudraCT Number:         2019-001234-56',
      'Sponsor Protocol Number: PEER-1',
      'Start Date*:            2019-09-01',
      'Full Title:             A randomised trial of peer support in',
      '                        adults',
      'Medical condition:      Sadness',
      'Population Age:         Adults',
      'Link:                   https://www.clinicaltrialsregister.eu/ctr-search/search?query=1',
      '',
      'EudraCT Number:         2020-001234-57',
      'Full Title:             Second trial',
    );
    expect(format).toBe('labelled');
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        title: 'A randomised trial of peer support in adults',
        date: '2019-09-01',
        journal: 'EU Clinical Trials Register',
        accession: '2019-001234-56',
        registrations: ['2019-001234-56'],
        keywords: ['Sadness'],
        abstract: 'CONDITION, INTERVENTION: Sadness',
      },
      { title: 'Second trial', line: 10 },
    ]);
    expect(records[0]?.other).toContainEqual(['Sponsor Protocol Number', 'PEER-1']);
  });

  it('reads the XML of registers, in which what is said of a trial stands in parts', () => {
    const trial = (number: string, title: string) =>
      `<fullTrial><trial><isrctn dateAssigned="2019-09-02">${number}</isrctn><trialDescription><title>${title}</title>` +
      `<scientificTitle>A randomised trial</scientificTitle></trialDescription><externalRefs><eudraCTNumber>2019-001234-56</eudraCTNumber>` +
      `<clinicalTrialsGovNumber>NCT04000001</clinicalTrialsGovNumber></externalRefs></trial><contact><title>Dr</title><surname>Vos</surname></contact></fullTrial>`;
    const { records } = read(
      '<?xml version="1.0"?>',
      `<allTrials>${trial('12345678', 'Peers')}${trial('87654321', 'Others')}</allTrials>`,
    );
    expect(records).toMatchObject([
      {
        title: 'Peers',
        journal: 'ISRCTN',
        accession: 'ISRCTN12345678',
        registrations: ['ISRCTN12345678', '2019-001234-56', 'NCT04000001'],
        abstract: 'SCIENTIFIC TITLE: A randomised trial',
      },
      { title: 'Others', accession: 'ISRCTN87654321' },
    ]);
    expect(records[0]?.other).toContainEqual(['contact.surname', 'Vos']);
  });

  it('gathers the numbers a register keeps beside its own', () => {
    const trial = (number: string, title: string) =>
      `<ANZCTR_Trial><actrnumber>${number}</actrnumber><trial_identification><studytitle>${title}</studytitle>` +
      `<scientifictitle>A trial</scientifictitle><utrn>U1111-1111-1111</utrn><secondaryid>NCT04000001</secondaryid></trial_identification></ANZCTR_Trial>`;
    const { records } = read(
      `<?xml version="1.0"?><ANZCTR_Trials>${trial('ACTRN12619000000000', 'One')}${trial('ACTRN12619000000001', 'Two')}</ANZCTR_Trials>`,
    );
    expect(records).toMatchObject([
      {
        title: 'One',
        journal: 'ANZCTR',
        registrations: ['ACTRN12619000000000', 'U1111-1111-1111', 'NCT04000001'],
      },
      { title: 'Two' },
    ]);
  });
});
