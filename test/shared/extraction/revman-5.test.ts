import { describe, expect, it } from 'vitest';
import {
  looksLikeSheet,
  readSheet,
  sheetResults,
  tableOfText,
  type SheetResult,
} from '@shared/extraction/sheet';

const review = `<?xml version="1.0" encoding="UTF-8"?>
<COCHRANE_REVIEW ID="1" REVMAN_VERSION="5" TYPE="INTERVENTION">
<COVER_SHEET><TITLE>An invented review</TITLE></COVER_SHEET>
<STUDIES_AND_REFERENCES><STUDIES>
<INCLUDED_STUDIES>
<STUDY ID="STD-Vos-2019" NAME="Vos 2019" YEAR="2019"/>
<STUDY ID="STD-Mol_x002d_1" NAME="Mol-1" YEAR="2020"/>
</INCLUDED_STUDIES>
<EXCLUDED_STUDIES><STUDY ID="STD-Kip-2001" NAME="Kip 2001" YEAR="2001"/></EXCLUDED_STUDIES>
</STUDIES></STUDIES_AND_REFERENCES>
<ANALYSES_AND_DATA>
<COMPARISON ID="CMP-001" NO="1"><NAME>Peer support versus usual care</NAME>
<DICH_OUTCOME EFFECT_MEASURE="RR" ID="CMP-001.01" NO="1"><NAME>Readmission</NAME>
<GROUP_LABEL_1>Peer support</GROUP_LABEL_1><GROUP_LABEL_2>Usual care</GROUP_LABEL_2>
<DICH_DATA EVENTS_1="4" EVENTS_2="11" STUDY_ID="STD-Vos-2019" TOTAL_1="123" TOTAL_2="139"/>
</DICH_OUTCOME>
<CONT_OUTCOME EFFECT_MEASURE="SMD" ID="CMP-001.02" NO="2" SUBGROUPS="YES"><NAME>Hope &amp; recovery</NAME>
<GROUP_LABEL_1>Peer support</GROUP_LABEL_1><GROUP_LABEL_2>Usual care</GROUP_LABEL_2>
<CONT_SUBGROUP ID="CMP-001.02.01" NO="1"><NAME>In a group</NAME>
<CONT_DATA MEAN_1="12.5" MEAN_2="14.0" SD_1="4.0" SD_2="4.5" STUDY_ID="STD-Vos-2019" TOTAL_1="40" TOTAL_2="38"/>
</CONT_SUBGROUP>
</CONT_OUTCOME>
</COMPARISON>
<COMPARISON ID="CMP-002" NO="2"><NAME>Peer support versus waiting list</NAME>
<IV_OUTCOME EFFECT_MEASURE="HAZARD_RATIO" ID="CMP-002.01" NO="1"><NAME>Relapse</NAME>
<IV_DATA ESTIMATE="-0.31" SE="0.12" STUDY_ID="STD-Mol_x002d_1" TOTAL_1="0" TOTAL_2="0"/>
</IV_OUTCOME>
<IPD_OUTCOME EFFECT_MEASURE="HAZARD_RATIO" ID="CMP-002.02" NO="2"><NAME>Readmission</NAME>
<IPD_DATA O_E="-3" VAR="4" STUDY_ID="STD-Mol_x002d_1" EVENTS_1="1" TOTAL_1="5" EVENTS_2="2" TOTAL_2="6"/>
</IPD_OUTCOME>
</COMPARISON>
</ANALYSES_AND_DATA>
</COCHRANE_REVIEW>`;

const exported = [
  'Comparison Number,Outcome Number,Subgroup Number,Name,Data Type,Statistical Method,Effect Measure,Analysis Model,Events 1,Mean 1,SD 1,Total 1,Events 2,Mean 2,SD 2,Total 2,Effect Estimate,SE,CI Start,CI End,Weight,Group Label 1,Group Label 2,Year of study,User defined order',
  '1,0,0,Peer support versus usual care,,,,,,,,,,,,,,,,,,,,,',
  '1,1,0,Readmission,DIC,MH,RR,Random,4,,,123,11,,,139,0.41,,0.13,1.26,100,Peer support,Usual care,,',
  '1,1,0,Vos 2019,,,,,4,0,0,123,11,0,0,139,0.41,0.57,0.13,1.26,100,,,2019,1',
  '1,2,0,Hope,CON,IV,SMD,Random,0,,,40,0,,,38,-0.35,,-0.8,0.1,100,Peer support,Usual care,,',
  '1,2,1,In a group,,,,,0,,,40,0,,,38,-0.35,,-0.8,0.1,100,,,,',
  '1,2,1,Vos 2019,,,,,0,12.5,4,40,0,14,4.5,38,-0.35,0.23,-0.8,0.1,100,,,2019,1',
  '1,3,0,Relapse,IV,IV,Hazard Ratio,Random,0,,,0,0,,,0,0.73,,0.58,0.93,100,Peer support,Usual care,,',
  '1,3,0,Mol-1,,,,,0,0,0,0,0,0,0,0,0.5,0.12,0.58,0.93,100,,,2020,2',
].join('\r\n');

const resultsOf = (text: string): SheetResult[] => {
  const sheet = readSheet(text);
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheetResults(sheet.value);
};
const told = (results: readonly SheetResult[]) =>
  results.map(({ study, domain, intervention, comparator, numbers }) => ({
    study,
    domain,
    arms: [intervention, comparator],
    ...numbers,
  }));

const arms = ['Peer support', 'Usual care'];
const counts = { eventsT: 4, nT: 123, eventsC: 11, nC: 139 };
const means = { meanT: 12.5, sdT: 4, nT: 40, meanC: 14, sdC: 4.5, nC: 38 };

describe('the data of Review Manager 5', () => {
  it('are a sheet of effects: in its own file and in its export', () => {
    expect(looksLikeSheet(undefined, review.slice(0, 300))).toBe(true);
    expect(looksLikeSheet(exported.split('\r\n')[0]?.split(','), exported.slice(0, 300))).toBe(true);
    expect(looksLikeSheet(undefined, '<?xml version="1.0"?><PubmedArticleSet>')).toBe(false);
  });

  it('are read from the file, outcome by outcome, with arms and study names', () => {
    expect(told(resultsOf(review))).toEqual([
      {
        study: 'Vos 2019',
        domain: 'Peer support versus usual care: Readmission',
        arms,
        shape: 'two-by-two',
        values: counts,
      },
      { study: 'Vos 2019', domain: 'Hope & recovery', arms, shape: 'means-sds', values: means },
      {
        study: 'Mol-1',
        domain: 'Relapse',
        arms: ['', ''],
        shape: 'generic-se',
        values: { estimate: -0.31, se: 0.12 },
      },
      {
        study: 'Mol-1',
        domain: 'Peer support versus waiting list: Readmission',
        arms: ['', ''],
        shape: 'generic-se',
        values: { estimate: -0.75, se: 0.5 },
      },
    ]);
    expect(tableOfText(review).rows[2]?.slice(0, 5)).toEqual([
      'Vos 2019',
      '2019',
      'Peer support versus usual care',
      'Hope & recovery',
      'In a group',
    ]);
  });

  it('are read from the export, where headings stand in rows of their own and ratios are no logarithms', () => {
    expect(told(resultsOf(exported))).toEqual([
      { study: 'Vos 2019', domain: 'Readmission', arms, shape: 'two-by-two', values: counts },
      { study: 'Vos 2019', domain: 'Hope', arms, shape: 'means-sds', values: means },
      {
        study: 'Mol-1',
        domain: 'Relapse',
        arms,
        shape: 'generic-se',
        values: { estimate: Math.log(0.5), se: 0.12 },
      },
    ]);
  });

  it('are an empty sheet where the review holds none', () => {
    expect(readSheet('<COCHRANE_REVIEW ID="1"><ANALYSES_AND_DATA/></COCHRANE_REVIEW>')).toMatchObject({
      ok: false,
      error: { code: 'sheet-empty' },
    });
  });
});
