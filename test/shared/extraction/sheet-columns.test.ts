import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  describeColumns,
  isSheetHeader,
  readSheet,
  sheetResults,
  sheetToStudies,
  usualPlaces,
  type SheetNumbers,
} from '@shared/extraction/sheet';
import { templateById } from '@shared/protocol';

const numbersOf = (text: string, chosen?: Parameters<typeof readSheet>[1]): (SheetNumbers | undefined)[] => {
  const sheet = readSheet(text, chosen);
  if (!sheet.ok) throw new Error(sheet.error.missing.join());
  return sheetResults(sheet.value).map(({ numbers }) => numbers);
};

const means = { meanT: 12.5, sdT: 4, nT: 40, meanC: 14, sdC: 4.5, nC: 38 };
const counts = { eventsT: 4, nT: 123, eventsC: 11, nC: 139 };

describe('the columns of an extraction table', () => {
  it.each([
    ['metafor', 'study,m1i,sd1i,n1i,m2i,sd2i,n2i'],
    ['meta', 'studlab,mean.e,sd.e,n.e,mean.c,sd.c,n.c'],
    [
      'RevMan',
      'Study,Experimental Mean,Experimental SD,Experimental Total,Control Mean,Control SD,Control Total',
    ],
    ['Metapsy', 'study,mean_arm1,sd_arm1,n_arm1,mean_arm2,sd_arm2,n_arm2'],
    [
      'plain words',
      'Paper,Mean (treatment),SD (treatment),N (treatment),Mean (control),SD (control),N (control)',
    ],
  ])('of %s give means and SDs', (_, header) => {
    expect(isSheetHeader(header.split(','))).toBe(true);
    expect(numbersOf(`${header}\nVos 2019,12.5,4,40,14,4.5,38`)).toEqual([
      { shape: 'means-sds', values: means },
    ]);
  });

  it.each([
    ['metafor', 'author,ai,n1i,ci,n2i', '4,123,11,139'],
    ['metafor, four cells', 'author,ai,bi,ci,di', '4,119,11,128'],
    ['meta', 'studlab,event.e,n.e,event.c,n.c', '4,123,11,139'],
    ['RevMan', 'Study,Experimental Cases,Experimental N,Control Cases,Control N', '4,123,11,139'],
    ['Metapsy', 'study,event_arm1,totaln_arm1,event_arm2,totaln_arm2', '4,123,11,139'],
  ])('of %s give counts', (_, header, row) => {
    expect(isSheetHeader(header.split(','))).toBe(true);
    expect(numbersOf(`${header}\nVos 2019,${row}`)).toEqual([{ shape: 'two-by-two', values: counts }]);
  });

  it('give ready effects with an error, a variance or an interval', () => {
    expect(numbersOf('studlab,TE,seTE\nVos,0.3,0.1')).toEqual([
      { shape: 'generic-se', values: { estimate: 0.3, se: 0.1 } },
    ]);
    expect(numbersOf('study,effect.size,var.eff.size\nVos,0.3,0.04')).toEqual([
      { shape: 'generic-se', values: { estimate: 0.3, se: 0.2 } },
    ]);
    expect(numbersOf("Study name,Hedges's g,Lower limit,Upper limit\nVos,0.3,0.1,0.5")).toEqual([
      { shape: 'generic-ci', values: { estimate: 0.3, ciLow: 0.1, ciHigh: 0.5 } },
    ]);
    expect(numbersOf('study,OR,95% CI lower,95% CI upper\nVos,1.5,1.1,2.0')).toEqual([
      { shape: 'ratio-ci', ratioType: 'OR', values: { estimate: 1.5, ciLow: 1.1, ciHigh: 2 } },
    ]);
  });

  it('give counts over time where there is time and no number of people', () => {
    expect(numbersOf('study,x1i,t1i,x2i,t2i\nVos,7,1344,11,1988')).toEqual([
      { shape: 'rates', values: { eventsT: 7, personTimeT: 1344, eventsC: 11, personTimeC: 1988 } },
    ]);
  });

  it('are read as papers print numbers', () => {
    expect(numbersOf('study;yi;sei\nVos;−0,31;0,12')).toEqual([
      { shape: 'generic-se', values: { estimate: -0.31, se: 0.12 } },
    ]);
    expect(numbersOf('study,yi,sei\nVos,0·31,<0.12')).toEqual([undefined]);
  });

  it('are those a person chose, whatever their names are', () => {
    const text = 'wie,uitkomst A,fout\nVos,0.3,0.1';
    expect(readSheet(text).ok).toBe(false);
    expect(
      numbersOf(
        text,
        new Map([
          ['study', 'wie'],
          ['readyG', 'uitkomst A'],
          ['readySe', 'fout'],
        ]),
      ),
    ).toEqual([{ shape: 'generic-se', values: { estimate: 0.3, se: 0.1 } }]);
    expect(numbersOf('study,yi,sei,vi\nVos,0.3,0.1,0.04', new Map([['readySe', null]]))).toEqual([
      { shape: 'generic-se', values: { estimate: 0.3, se: 0.2 } },
    ]);
  });

  it('go by what comes first of a field, cell by cell', () => {
    expect(columnsOf(['study', 'yi', 'precalc_g', 'sei']).get('readyG')).toEqual(['precalc_g', 'yi']);
    expect(numbersOf('study,yi,precalc_g,sei\nVos,0.1,,0.2\nMol,0.1,0.5,0.2')).toEqual([
      { shape: 'generic-se', values: { estimate: 0.1, se: 0.2 } },
      { shape: 'generic-se', values: { estimate: 0.5, se: 0.2 } },
    ]);
  });

  it('do not make a table of records one of effects', () => {
    expect(isSheetHeader(['Authors', 'Title', 'Year', 'DOI'])).toBe(false);
    expect(isSheetHeader(['Authors', 'Source title', 'Year', 'Cited by', 'DOI', 'Link'])).toBe(false);
  });
});

it('docs/extraction-sheets.md lists the names as they are', () => {
  expect(readFileSync('docs/extraction-sheets.md', 'utf8')).toBe(describeColumns());
});

describe('whether higher is better', () => {
  const template = templateById('peer-support')?.protocol.en;
  const first = (text: string, higher?: boolean) => {
    const sheet = readSheet(text);
    if (!sheet.ok || !template) throw new Error('no sheet');
    const results = sheetResults(sheet.value);
    const places = {
      ...usualPlaces(results, template),
      ...(higher === undefined ? {} : { higherIsBetter: new Map([['', higher]]) }),
    };
    return sheetToStudies(results, template, places)[0]?.content.results[0];
  };
  const rows = 'm1i,sd1i,n1i,m2i,sd2i,n2i\nVos,12.5,4,40,14,4.5,38';

  it('is what a person says where nothing else tells', () => {
    expect(first(`study,${rows}`)?.higherIsBetter).toBe(true);
    expect(first(`study,${rows}`, false)?.higherIsBetter).toBe(false);
    expect(first('study,yi,sei\nVos,0.3,0.1', false)).toMatchObject({
      higherIsBetter: false,
      signAs: 'difference',
    });
    expect(first('study,yi,sei\nVos,0.3,0.1', true)).not.toHaveProperty('signAs');
  });

  it('is what the instrument says before that, and never turns the sheet’s own effect', () => {
    expect(first(`study,instrument,${rows.replace('Vos', 'Vos,BDI')}`, true)?.higherIsBetter).toBe(false);
    expect(first('study,instrument,.g,.g_se\nVos,unheard of,0.3,0.1', false)).not.toHaveProperty('signAs');
  });
});
