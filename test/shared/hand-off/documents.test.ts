import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { checkedSheet } from '@shared/export';
import { previewXlsx } from '@shared/formats/xlsx';
import {
  allInOne,
  characteristicsTable,
  dataDictionary,
  directionDocument,
  docxDocument,
  extractionTabs,
  handOffFiles,
  handOffIds,
  htmlDocument,
  workbook,
} from '@shared/hand-off';
import { textsIn } from '@shared/i18n';
import { replay, type ReviewState } from '@shared/review';
import { first, lead, ledgerOf, second, type Step } from '../../support/review-events';
import {
  contentOf,
  extractionSaved,
  invented,
  kuiper,
  madeFinal,
  sound,
  studyAdded,
  vos,
} from '../../support/study-events';

const words = textsIn('en').handOff;
const label = (): string => 'without a label';
const other = { ...sound, sdC: 14 };
const steps: readonly Step[] = [
  { author: lead, body: studyAdded(vos, 'Vos & Zn <2020>') },
  { author: lead, body: studyAdded(kuiper, 'Kuiper 2021') },
  { author: first, body: extractionSaved(vos, contentOf(invented(sound))) },
  { author: second, body: extractionSaved(vos, contentOf(invented(other, { id: 'r7' }))) },
  { author: lead, body: madeFinal(vos, contentOf(invented(sound))) },
  { author: first, body: extractionSaved(kuiper, contentOf(invented({ ...sound, meanT: 77 }))) },
];
const state: ReviewState = replay(ledgerOf(steps));
const { sheet } = checkedSheet(state, label);

/** Throws where a part is no well-formed XML. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [path, part] of Object.entries(unzipSync(bytes))) {
    const text = strFromU8(part);
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${path}: ${error.message}`);
    });
    parser.write(text).close();
    parts.set(path, text);
  }
  return parts;
}

describe('the table of characteristics', () => {
  const table = characteristicsTable(sheet, words.characteristics);

  it('has a line for each study and says what was not reported', () => {
    expect(table.columns.slice(0, 3)).toEqual(['Study', 'Participants', 'Intervention']);
    expect(table.rows).toEqual([
      [
        'Vos & Zn <2020>\nNL',
        'n = 102',
        'Peer support',
        'Usual care',
        'Personal recovery: Harbour Recovery Scale, Post-test',
        'NR',
      ],
    ]);
  });

  it('puts what belongs to participants and intervention with them, and lets the rest share a column', () => {
    const row = sheet.rows[0];
    if (!row) throw new Error('There is no row');
    const characteristics = {
      disorder: 'SMI',
      format: 'Group',
      duration_int: '8 weeks',
      mean_age: '40',
      dose: '',
    };
    const wide = characteristicsTable(
      { ...sheet, rows: [{ ...row, characteristics }] },
      words.characteristics,
    );
    expect(wide.rows[0]).toEqual([
      'Vos & Zn <2020>',
      'n = 102\nSMI',
      'Peer support\nGroup, 8 weeks',
      'Usual care',
      'Personal recovery: Harbour Recovery Scale, Post-test',
      'mean age: 40',
      'NR',
    ]);
    expect(wide.columns).toHaveLength(7);
  });

  it('is a Word document whose parts are sound, with a header row that repeats', () => {
    const parts = partsOf(docxDocument('A review & more', [table]));
    const document = parts.get('word/document.xml') ?? '';
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toContain('Vos &amp; Zn &lt;2020&gt;');
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
    ]);
  });

  it('is an HTML page that runs nothing of what it holds', () => {
    const page = htmlDocument('<script>alert(1)</script>', 'en', [table]);
    expect(page).not.toContain('<script');
    expect(page).toContain('<th scope="row">Vos &amp; Zn &lt;2020&gt;<br>NL</th>');
    expect(page).toContain('<html lang="en">');
  });

  it('is made the same twice', () => {
    expect(docxDocument('A', [table])).toEqual(docxDocument('A', [table]));
  });
});

describe('the direction of effects', () => {
  it('shows where each trial points, with the counts and the sign test below', () => {
    const table = directionDocument(sheet, words.directions);
    const personal = table.columns.indexOf('Personal recovery');
    expect(table.rows[0]?.[personal]).toBe('▲ (1)');
    expect(table.rows.at(-2)?.[personal]).toBe('1 / 0 / 0');
    expect(table.rows.at(-1)?.[personal]).toBe('1.000');
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe('the extraction workbook', () => {
  const tabs = extractionTabs(state, label, words.workbook);

  it('has the reconciled sheet and a tab for each coder', () => {
    expect(tabs.map(({ name }) => name)).toEqual(['Reconciled', 'first', 'second']);
  });

  it('marks what a coder has otherwise than the reconciled sheet, and names it', () => {
    const marked = (index: number) =>
      tabs[index]?.rows.slice(1).flatMap((row) => row.filter(({ mark }) => mark === 'differs'));
    expect(marked(0)).toEqual([]);
    expect(marked(1)).toEqual([]);
    expect(marked(2)).toEqual([
      { value: 14, mark: 'differs' },
      { value: 'sdC', mark: 'differs' },
    ]);
  });

  it('holds nothing of a study that is not final yet', () => {
    const texts = JSON.stringify(tabs);
    expect(texts).not.toContain('Kuiper');
    expect(texts).not.toContain('77');
  });

  it('is a workbook that reads back with its sheets and cells', () => {
    const bytes = workbook(tabs);
    partsOf(bytes);
    const read = previewXlsx(bytes, 'second');
    expect(read?.sheets).toEqual(['Reconciled', 'first', 'second']);
    const text = JSON.stringify(read?.table);
    expect(text).toContain('Vos & Zn <2020>');
    expect(text).toContain('sdC');
  });

  it('gives every tab a name a workbook allows', () => {
    const bytes = workbook([
      { name: 'A/B: [x]', rows: [[{ value: 1 }]] },
      { name: 'A B  x', rows: [[{ value: 2 }]] },
      { name: '', rows: [] },
      { name: 'long '.repeat(20), rows: [] },
      { name: 'long '.repeat(20), rows: [] },
    ]);
    const names = previewXlsx(bytes)?.sheets ?? [];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/u);
  });
});

describe('everything that is handed over', () => {
  it('is there once, under a name of its own, and can be made', () => {
    const files = handOffFiles(state, label, 'nl');
    expect(files.map(({ id }) => id)).toEqual([...handOffIds]);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    for (const { content } of files) expect(content().length).toBeGreaterThan(50);
    expect(Object.keys(textsIn('nl').handOff.files).sort()).toEqual([...handOffIds].sort());
  });

  it('is in one file with the same content, and that file is the same whenever it is made', () => {
    const files = handOffFiles(state, label, 'en');
    const all = allInOne(files);
    const unpacked = unzipSync(all);
    expect(Object.keys(unpacked).sort()).toEqual(files.map(({ name }) => name).sort());
    for (const { name, content } of files) {
      const made = content();
      const bytes = unpacked[name] ?? new Uint8Array();
      if (typeof made === 'string') expect(strFromU8(bytes)).toBe(made);
      else expect(Buffer.from(bytes).equals(Buffer.from(made))).toBe(true);
    }
    expect(Buffer.from(allInOne(files)).equals(Buffer.from(all))).toBe(true);
  });

  it('has four tables for RevMan with a line for each study, arm and arm of a result', () => {
    const text = (id: string): string[] => {
      const file = handOffFiles(state, label, 'en').find((candidate) => candidate.id === id);
      return String(file?.content()).trim().split('\r\n');
    };
    expect(text('revman-studies')).toHaveLength(2);
    expect(text('revman-arms')).toHaveLength(3);
    const results = text('revman-results');
    expect(results[0]).toContain('Study,Outcome');
    expect(results[1]).toContain(',Peer support,,50,90,10,');
    expect(results[2]).toContain(',Usual care,,52,87,10.5,');
  });

  it('explains every name of the long form', () => {
    const dictionary = dataDictionary(sheet);
    for (const name of ['instrument', 'weeks', 'meanT', 'sdC', 'estimate', 'country'])
      expect(dictionary).toMatch(new RegExp(`,${name},[^,]`, 'u'));
  });
});
