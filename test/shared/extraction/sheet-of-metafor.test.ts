import { describe, expect, it } from 'vitest';
import {
  isSheetHeader,
  readSheet,
  sheetResults,
  sheetToStudies,
  type SheetResult,
} from '@shared/extraction/sheet';
import { templateById, type Protocol } from '@shared/protocol';

const resultsOf = (text: string): SheetResult[] => {
  const sheet = readSheet(text);
  if (!sheet.ok) throw new Error(sheet.error.missing.join());
  return sheetResults(sheet.value);
};
const protocolOf = (id: string): Protocol => {
  const template = templateById(id);
  if (!template) throw new Error(`There is no template ${id}`);
  return template.protocol.en;
};

describe('a table of effects', () => {
  it('is told from a table of records by its header', () => {
    expect(isSheetHeader(['', 'Study', 'instrument', '.g', '.g_se'])).toBe(true);
    expect(isSheetHeader(['study', 'instrument', 'mean_arm1', 'sd_arm1', 'n_arm1'])).toBe(true);
    expect(isSheetHeader(['author', 'year', 'yi', 'vi'])).toBe(true);
    expect(isSheetHeader(['author', 'year', 'title', 'abstract'])).toBe(false);
    expect(isSheetHeader(['study', 'title', 'yi', 'vi'])).toBe(false);
    expect(isSheetHeader(['author', 'year', 'journal'])).toBe(false);
  });
});

describe('a table with the column names of metafor', () => {
  it('is read as effects with their variances, studies by author and year', () => {
    const results = resultsOf(
      'trial,author,year,yi,vi\n1,Vos,2019,-0.5,0.04\n2,Vos,2019,0.2,0.09\n3,Mol,2020,0.1,0.01',
    );
    expect(results.map(({ study }) => study)).toEqual(['Vos, 2019', 'Vos, 2019', 'Mol, 2020']);
    expect(results.map(({ readyG, readySe }) => [readyG, readySe])).toEqual([
      [-0.5, 0.2],
      [0.2, 0.3],
      [0.1, 0.1],
    ]);
    const numbered = resultsOf('study,author,year,yi,sei\n1,Vos,2019,-0.5,0.2\n2,Vos,2019,0.2,0.3');
    expect(numbered.map(({ study }) => study)).toEqual(['Vos, 2019 (1)', 'Vos, 2019 (2)']);
  });

  it('is read as counts, whether totals or all four cells are given', () => {
    const counts = { eventsT: 4, nT: 123, eventsC: 11, nC: 139 };
    expect(resultsOf('author,ai,n1i,ci,n2i\nVos,4,123,11,139')[0]?.numbers?.values).toEqual(counts);
    expect(resultsOf('author,tpos,tneg,cpos,cneg\nVos,4,119,11,128')[0]?.numbers?.values).toEqual(counts);
  });

  it('still needs an instrument where there is no number to read', () => {
    expect(readSheet('study,remark\nVos,no')).toMatchObject({
      ok: false,
      error: { missing: ['instrument'] },
    });
    expect(readSheet('yi,vi\n1,2')).toMatchObject({ ok: false, error: { missing: ['study'] } });
  });
});

describe('a sheet under a protocol with several designs', () => {
  const study = (design: string, judgement: string) =>
    sheetToStudies(
      resultsOf(
        `study,instrument,.g,.g_se,design,personalised,overall_RoB\nVos,MSPSS,0.1,0.2,${design},yes,${judgement}`,
      ),
      protocolOf('social-support'),
    )[0];

  it('takes the characteristics the protocol asks for', () => {
    expect(study('randomised', 'Low')?.content.characteristics).toMatchObject({
      design: 'randomised',
      personalised: 'yes',
    });
  });

  it.each([
    ['randomised', 'Low', 'rob2', 'parallel'],
    ['cluster RCT', 'High risk', 'rob2', 'cluster'],
    ['not randomised', 'Serious', 'robins-i', 'non-randomised'],
    ['quasi-experimental', 'Critical risk', 'robins-i', 'non-randomised'],
  ])('rates %s with the tool of that design', (design, word, tool, id) => {
    const { assessment } = study(design, word) ?? {};
    expect(assessment).toMatchObject({ tool, design: id });
    expect(assessment?.judgements['overall']?.judgement).toBe(word.replace(' risk', ''));
  });

  it('takes no judgement that is not one of the tool', () => {
    expect(study('not randomised', 'Some concerns')?.assessment).toBeNull();
  });
});
