import { readDecisions, readDelimited } from '@shared/formats/delimited';
import { readRis } from '@shared/formats/tagged';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFixtures } from '../expected-records';
import { collect } from '../xml/expect-fixture';

const decisionsOf = (csv: string) => readDecisions(collect((sink) => readDelimited(csv, sink)).records);

describe('decisions made in other programs', () => {
  it('Rayyan: votes by coder, reasons with the excluding ones, labels, notes', () => {
    const csv =
      'key,title,year,authors,notes\n' +
      'rayyan-1,One,2001,"Vos, A","RAYYAN-INCLUSION: {""Emily""=>""Included"", ""Bo \\""B\\"" Ek""=>""Excluded""} | RAYYAN-LABELS: pilot,ask Jan | RAYYAN-EXCLUSION-REASONS: wrong population,wrong outcome | USER-NOTES: {""Emily""=>[""first"", ""second""]}"\n' +
      'rayyan-2,Two,2002,"Vos, A","RAYYAN-INCLUSION: {""Emily""=>""Maybe""}"\n' +
      'rayyan-3,Three,2003,"Vos, A",\n';
    expect(decisionsOf(csv)).toEqual([
      {
        recordIndex: 0,
        coder: 'Emily',
        vote: 'include',
        reasons: [],
        labels: ['pilot', 'ask Jan'],
        note: 'first\nsecond',
      },
      {
        recordIndex: 0,
        coder: 'Bo "B" Ek',
        vote: 'exclude',
        reasons: ['wrong population', 'wrong outcome'],
        labels: ['pilot', 'ask Jan'],
        note: '',
      },
      { recordIndex: 1, coder: 'Emily', vote: 'maybe', reasons: [], labels: [], note: '' },
    ]);
  });

  it('Covidence: exclusion reasons and tags; other lists take the vote that made them', () => {
    const csv =
      'Title,Authors,Published Year,Covidence #,Study,Notes,Tags\n' +
      'One,"Vos, A",2001,#1,Vos 2001,"Exclusion reason: Wrong population; Jane Doe (2021-03-04 05:06:07)(Screen): not adults",pilot\n' +
      'Two,"Vos, A",2002,#2,Vos 2002,,\n';
    expect(decisionsOf(csv)).toEqual([
      {
        recordIndex: 0,
        coder: 'Covidence',
        vote: 'exclude',
        reasons: ['Wrong population'],
        labels: ['pilot'],
        note: 'Jane Doe: not adults',
      },
    ]);
    const { records } = collect((sink) => readDelimited(csv, sink));
    expect(readDecisions(records, { listVote: 'include' }).map(({ vote }) => vote)).toEqual([
      'exclude',
      'include',
    ]);
  });

  it('ASReview: CSV columns of either version, and RIS marks', () => {
    expect(
      decisionsOf('title,abstract,included\nOne,a,1\nTwo,b,0\nThree,c,\nFour,d,-1\n').map(
        ({ recordIndex, vote }) => [recordIndex, vote],
      ),
    ).toEqual([
      [0, 'include'],
      [1, 'exclude'],
    ]);
    expect(
      decisionsOf(
        'record_id,title,asreview_label,asreview_note,asreview_tags\n1,One,1,why not,"[""pilot""]"\n',
      ),
    ).toEqual([
      { recordIndex: 0, coder: 'ASReview', vote: 'include', reasons: [], labels: ['pilot'], note: 'why not' },
    ]);
    const ris = ['relevant', 'irrelevant', 'not_seen']
      .map((mark) => `TY  - JOUR\nTI  - T\nN1  - ASReview_${mark}\nER  - \n`)
      .join('');
    const { records } = collect((sink) => readRis(ris, sink));
    expect(readDecisions(records).map(({ recordIndex, vote }) => [recordIndex, vote])).toEqual([
      [0, 'include'],
      [1, 'exclude'],
    ]);
  });

  it('Abstrackr: one column per coder', () => {
    const csv =
      '(internal) id,(source) id,pubmed id,title,abstract,tags,notes,Emily,Bo\n1,1,31000001,One,a,pilot,hm,1,-1\n2,2,31000002,Two,b,,,0,\n';
    expect(decisionsOf(csv).map(({ recordIndex, coder, vote }) => [recordIndex, coder, vote])).toEqual([
      [0, 'Emily', 'include'],
      [0, 'Bo', 'exclude'],
      [1, 'Emily', 'maybe'],
    ]);
  });

  it('a plain search result holds none', () => {
    expect(decisionsOf('Title,Authors,Year,Notes\nOne,"Vos, A",2001,read it\n')).toEqual([]);
  });

  const real = existsSync(`${importFixtures}csv/rayyan.csv`);
  if (!real) console.log('No ../shared/fixtures/import here: real exports with decisions are not tried.');
  it.runIf(real)('a real Rayyan export, as CSV and as RIS', () => {
    const csv = readFileSync(`${importFixtures}csv/rayyan.csv`, 'utf8');
    const ris = readFileSync(`${importFixtures}ris/rayyan.ris`, 'utf8');
    const fromRis = readDecisions(collect((sink) => readRis(ris, sink)).records);
    const votes = decisionsOf(csv).map(({ coder, vote }) => [coder, vote]);
    expect(votes).toEqual([
      ['Emily', 'include'],
      ['Emily', 'include'],
      ['Emily', 'maybe'],
      ['Emily', 'maybe'],
      ['Emily', 'exclude'],
      ['Emily', 'exclude'],
    ]);
    expect(fromRis.map(({ coder, vote }) => [coder, vote])).toEqual(votes);
  });
});
