import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/cli/commands';
import { WrongUsage } from '../../src/cli/io';
import { writeLine } from '@shared/ledger';
import { castVote, first, ledgerOf, recordIds, reviewId } from '../support/review-events';

/** The command line as it is called: what goes to stdout, what is told, and the exit code. */
let out = '';
let told = '';
beforeEach(() => {
  out = '';
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
});
afterAll(() => vi.restoreAllMocks());

async function run(name: string, ...args: string[]): Promise<{ code: number; json: unknown }> {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`There is no command ${name}`);
  const code = await command.run(args);
  return { code, json: out === '' ? undefined : JSON.parse(out) };
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'concord-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const full = path.join(folder, name);
  writeFileSync(full, text);
  return full;
};

describe('concord dedupe', () => {
  const twin = {
    title: 'An invented trial of peer support',
    authors: ['Vos, A.'],
    year: '2020',
    volume: '3',
    pages: '5-19',
  };

  it('keeps the ids of a JSONL set and says in words why it asks', async () => {
    const lines = [
      { id: 7, ...twin },
      { id: 'x', ...twin, pages: '5-9', journal: 'J Inv' },
      { id: 'y', ...twin, journal: 'Journal of Invention', volume: '3', pages: '25-9' },
    ];
    const set = file('set.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { json, code } = await run('dedupe', set);
    expect(code).toBe(0);
    expect(json).toEqual({
      records: 3,
      groups: [[7, 'x']],
      certain: [[7, 'x']],
      probable: [['x', 'y', expect.any(Number), expect.stringContaining('other pages')]],
    });
    expect(told).toContain('1 pairs are for a person to look at');
  });

  it('reads export files like any import, names records by file and place, and leaves out what cannot be read', async () => {
    const record =
      'TY  - JOUR\nTI  - An invented trial of peer support\nAU  - Vos, A.\nPY  - 2020\nVL  - 3\nSP  - 5\nER  - \n';
    const export1 = file('one.ris', record);
    const export2 = file('two.ris', record.repeat(2));
    const broken = file('broken.jsonl', `${JSON.stringify({ id: 'z', ...twin })}\n{"title":"no id"}\n`);
    const { json, code } = await run('dedupe', export1, export2, broken);
    expect(code).toBe(1);
    expect(json).toMatchObject({ records: 4, groups: [['one.ris:1', 'two.ris:1', 'two.ris:2', 'z']] });
    expect(told).toContain('broken.jsonl: line 2');
  });
});

describe('concord parse', () => {
  it('gives one entry per file in the order given, and lets none fail the others', async () => {
    const good = file(
      'good.ris',
      'TY  - JOUR\r\nTI  - An invented trial\r\nAU  - Vos, A.\r\nPY  - 2020\r\nER  - \r\n',
    );
    const bad = file('bad.ris', '%PDF-1.7 not an export');
    const { json, code } = await run('parse', bad, good);
    expect(code).toBe(0);
    expect(json).toMatchObject({
      files: [
        { file: bad, records: [], problems: [{ code: 'not-a-reference-file' }] },
        {
          file: good,
          format: 'ris',
          records: [{ title: 'An invented trial', authors: ['Vos, A.'], year: 2020 }],
        },
      ],
    });
  });

  it('says which file cannot be read, keeps its place, and exits with 1', async () => {
    const { json, code } = await run('parse', path.join(folder, 'none.ris'));
    expect(code).toBe(1);
    expect(json).toMatchObject({ files: [{ records: [] }] });
    expect(told).toContain('there is no such file');
  });

  it('without a file is wrong usage', async () => {
    await expect(run('parse')).rejects.toThrow(WrongUsage);
  });

  it('reads in the encoding it is told', async () => {
    const bytes = Buffer.from(
      'TY  - JOUR\r\nTI  - \xd0\xe5\xe7\xf3\xeb\xfc\xf2\xe0\xf2\r\nER  - \r\n',
      'latin1',
    );
    const full = path.join(folder, 'cyrillic.ris');
    writeFileSync(full, bytes);
    const { json } = await run('parse', full, '--encoding', 'windows-1251');
    expect(json).toMatchObject({ files: [{ records: [{ title: 'Результат' }] }] });
    await expect(run('parse', full, '--encoding', 'klingon')).rejects.toThrow(WrongUsage);
  });
});

describe('concord convert', () => {
  const source =
    'Title,Authors,Year,DOI\n"One, and more","Vos, A.; Bos, B.",2020,10.1234/a\nTwo,"Das, C.",2021,\n';

  it.each(['ris', 'csv', 'csl-json', 'bibtex'] as const)('writes %s that reads back the same', async (to) => {
    const table = file('table.csv', source);
    const target = path.join(folder, `out.${to}`);
    await run('convert', table, '--to', to, '--out', target);
    out = '';
    const { json } = await run('parse', target);
    expect(json).toMatchObject({
      files: [
        {
          records: [
            { title: 'One, and more', authors: ['Vos, A.', 'Bos, B.'], year: 2020, doi: '10.1234/a' },
            { title: 'Two', authors: ['Das, C.'], year: 2021 },
          ],
        },
      ],
    });
  });

  it('asks for a format it can write', async () => {
    await expect(run('convert', file('t.csv', source), '--to', 'pdf')).rejects.toThrow(WrongUsage);
  });
});

describe('concord with a file of cases', () => {
  it.each([
    ['effects', 'effect-sizes.json'],
    ['pool', 'pooling.json'],
    ['rob2', 'rob2-vectors.json'],
    ['agreement', 'agreement.json'],
    ['prisma', 'prisma2020.json'],
  ])('%s answers every case of %s', async (name, golden) => {
    const { code, json } = await run(name, path.resolve('test/golden', golden));
    expect(code).toBe(0);
    const reference = JSON.parse(readFileSync(path.resolve('test/golden', golden), 'utf8'));
    const wanted: { id: string }[] = reference.cases ?? reference.vectors ?? reference.examples;
    expect(json).toMatchObject({ cases: wanted.map(({ id }) => ({ id })) });
  });

  it('refuses a file that is none, without a stack', async () => {
    const { code } = await run('pool', file('no-cases.json', '{"a":1}'));
    expect(code).toBe(1);
    expect(told).toContain('is not a file of cases');
    expect(told).not.toContain('at ');
  });
});

describe('concord import-sheet', () => {
  const sheet = [
    'study;outcome_category;condition_arm2;instrument;time;.g;.g_se',
    'Vos, 2019;Personal recovery;CAU;RAS;post;0,30;0,20',
    'Kuiper, 2020;Personal recovery;CAU;RAS;post;0,10;0,15',
  ].join('\n');

  it('pools by a column with rows and trials counted', async () => {
    const { code, json } = await run(
      'import-sheet',
      file('sheet.csv', sheet),
      '--pool',
      '--by',
      'outcome_category',
      '--method',
      'CE',
      '--test',
      'z',
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({
      rows: 2,
      studies: 2,
      decimal: ',',
      pooled: [{ group: 'Personal recovery', rows: 2, trials: 2 }],
    });
    const weights = [1 / 0.04, 1 / 0.0225];
    const mean =
      (0.3 * (weights[0] ?? 0) + 0.1 * (weights[1] ?? 0)) / ((weights[0] ?? 0) + (weights[1] ?? 0));
    expect(json).toHaveProperty('pooled.0.estimate', expect.closeTo(mean, 12));
  });

  it('names the columns there are when the asked one is missing', async () => {
    expect((await run('import-sheet', file('sheet.csv', sheet), '--pool', '--by', 'colour')).code).toBe(1);
    expect(told).toContain('no column "colour"');
  });
});

describe('concord check', () => {
  const sheet = [
    'study,outcome_category,condition_arm2,instrument,time,mean_arm1,sd_arm1,n_arm1,mean_arm2,sd_arm2,n_arm2',
    'Vos 2019,Personal recovery,CAU,RAS,post,90,10,50,87,10.5,52',
    'Kuiper 2020,Personal recovery,CAU,RAS,post,91,1.4,50,88,1.5,50',
  ].join('\n');

  it('gives the alarms with their numbers, columns and source, and says them', async () => {
    const { code, json } = await run('check', file('sheet.csv', sheet));
    expect(code).toBe(0);
    expect(json).toMatchObject({
      alarms: [
        { check: 'se-as-sd', row: 2, study: 'Kuiper 2020', columns: ['sd_arm1', 'sd_arm2'] },
        { check: 'unusual-effect', row: 2 },
      ],
    });
    expect(told).toContain('Probably wrong: 2, Kuiper 2020: The SDs (1.40, 1.50) look like standard errors');
  });

  it('speaks Dutch, and takes another limit for unusual effects', async () => {
    const { json } = await run('check', file('sheet.csv', sheet), '--language', 'nl', '--unusual', '3');
    expect(json).toMatchObject({ alarms: [{ check: 'se-as-sd' }] });
    expect(told).toContain('lijken standaardfouten');
  });

  it('refuses what is no sheet', async () => {
    expect((await run('check', file('other.csv', 'a,b\n1,2\n'))).code).toBe(1);
    expect((await run('check', file('other.json', '{"rows": 3}'))).code).toBe(1);
  });
});

describe('concord verify and export', () => {
  const events = ledgerOf(
    recordIds.slice(0, 5).map((id) => ({ author: first, body: castVote(id, 'include') })),
  );

  function reviewFolder(name: string): string {
    const review = path.join(folder, `${name}.review`);
    mkdirSync(review, { recursive: true });
    writeFileSync(
      path.join(review, 'review.json'),
      JSON.stringify({ format: 1, reviewId, title: 'Test', fictitious: true }),
    );
    for (const event of events) {
      const log = path.join(review, 'ledger', event.authorId, event.deviceId);
      if (!existsSync(log)) mkdirSync(log, { recursive: true });
      appendFileSync(path.join(log, 'head.jsonl'), `${writeLine(event).line}\n`);
    }
    return review;
  }
  const headOf = (review: string): string => path.join(review, 'ledger', first, 'device0001', 'head.jsonl');

  it('proves every chain, and names the blob that is missing', async () => {
    const { json, code } = await run('verify', reviewFolder('sound'));
    expect(code).toBe(1);
    expect(json).toMatchObject({ events: events.length, problems: [{ code: 'blob-missing' }] });
  });

  it('finds a changed letter', async () => {
    const review = reviewFolder('changed');
    writeFileSync(headOf(review), readFileSync(headOf(review), 'utf8').replace('include', 'exclude'));
    const { code, json } = await run('verify', review);
    expect(code).toBe(1);
    expect(json).toMatchObject({
      sound: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'broken-chain' })]),
    });
  });

  it('finds a torn line and counts what stands before it', async () => {
    const review = reviewFolder('torn');
    appendFileSync(headOf(review), '{"format":1,"eventId":"0');
    const { json } = await run('verify', review);
    expect(json).toMatchObject({
      events: events.length,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'torn-line' })]),
    });
  });

  it('refuses a folder that is no review, and one from a newer version, with a sentence', async () => {
    await expect(run('verify', folder)).rejects.toThrow('is not a review folder');
    const review = reviewFolder('newer');
    writeFileSync(path.join(review, 'review.json'), JSON.stringify({ format: 2, reviewId }));
    await expect(run('verify', review)).rejects.toThrow('newer Concord');
  });

  it('tells the history in words and as a table', async () => {
    const review = reviewFolder('history');
    const written = path.join(folder, 'history.txt');
    await run('audit', review, '--as', 'Lead', '--out', written);
    const words = readFileSync(written, 'utf8');
    expect(words).toContain('began the review “Test”');
    expect(words.trim().split('\n')).toHaveLength(events.length);
    await run('audit', review, '--as', 'lead', '--csv', '--out', written);
    expect(readFileSync(written, 'utf8').split('\r\n')[0]).toBe(
      'event,time,coder,author,device,sequence,kind,what,standing,after_reveal',
    );
    await run('audit', review, '--as', 'Lead', '--language', 'nl', '--out', written);
    expect(readFileSync(written, 'utf8')).toContain('begon de review “Test”');
  });

  it('exports everything into a folder, each file under its name', async () => {
    const into = path.join(folder, 'handed-over');
    const { code } = await run('export', reviewFolder('all'), '--to', 'all', '--as', 'Lead', '--out', into);
    expect(code).toBe(0);
    expect(readFileSync(path.join(into, 'characteristics.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(path.join(into, 'extraction.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(JSON.parse(readFileSync(path.join(into, 'pooling-sheet.json'), 'utf8'))).toMatchObject({
      format: 'concord-pooling-sheet',
    });
    await expect(run('export', reviewFolder('nowhere'), '--to', 'all')).rejects.toThrow(WrongUsage);
  });

  it('exports the flow of a folder', async () => {
    const { json } = await run('export', reviewFolder('flow'), '--to', 'prisma', '--as', 'Lead');
    expect(json).toMatchObject({ boxes: { database_results: 12 }, broken: [] });
  });

  it('asks who is looking while somebody votes blind, and keeps from them how others voted', async () => {
    const review = reviewFolder('blind');
    expect(await run('export', review, '--to', 'prisma')).toMatchObject({ code: 1, json: undefined });
    expect(told).toContain(
      'first, second still vote blind; say who is looking with --as NAME (Lead, first, second)',
    );
    await expect(run('export', review, '--to', 'prisma', '--as', 'Nobody')).rejects.toThrow(WrongUsage);
    expect((await run('export', review, '--to', 'prisma', '--as', 'second')).code).toBe(1);
    const included = ['export', review, '--to', 'ris', '--records', 'included'] as const;
    expect((await run(...included, '--as', 'second')).code).toBe(1);
    const written = path.join(folder, 'blind.txt');
    await run('audit', review, '--as', 'second', '--out', written);
    const lines = readFileSync(written, 'utf8').trim().split('\n');
    expect(lines.filter((line) => line.includes('closed while you vote blind'))).toHaveLength(5);
    await run('audit', review, '--as', 'first', '--out', written);
    expect(readFileSync(written, 'utf8')).not.toContain('closed while you vote blind');
  });
});
