import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { rank, simulate } from '../../src/cli/rank';

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
const folder = mkdtempSync(path.join(os.tmpdir(), 'concord-rank-'));
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, text: string): string => {
  const full = path.join(folder, name);
  writeFileSync(full, text);
  return full;
};

const topics = ['sleep', 'kidney', 'pump', 'blood', 'bones'];
const rows = Array.from({ length: 30 }, (_, at) =>
  at % 6 === 0
    ? `${at + 1},"Peer support trial ${at}",Peers help adults recover,1`
    : `${at + 1},"Drug study ${at}",Doses for ${topics[at % 5] ?? ''},0`,
);
const labelled = file('invented.csv', ['record_id,title,abstract,label_included', ...rows].join('\n'));

it('simulates each seed, repeats itself, and finds what is alike early', async () => {
  expect(await simulate([labelled, '--seeds', '3'])).toBe(0);
  const first = out;
  const report = JSON.parse(first);
  expect(report.runs).toHaveLength(3);
  expect(report.mean.loss).toBe(0);
  expect(Object.keys(report.mean)).toEqual(['loss', 'ndcg', 'wss95', 'recall10', 'atd']);
  out = '';
  await simulate([labelled, '--seeds', '3']);
  expect(out).toBe(first);
});

it('takes the priors of a file by the name of the set', async () => {
  const priors = { priors: { invented: [{ seed: 0, relevant: [7], irrelevant: [2] }] } };
  const priorsFile = file('priors.json', JSON.stringify(priors));
  expect(await simulate([labelled, '--seeds', '1', '--priors', priorsFile])).toBe(0);
  expect(JSON.parse(out).runs[0].priors).toEqual(['7', '2']);
  out = '';
  expect(await simulate([labelled, '--seeds', '2', '--priors', priorsFile])).toBe(1);
  expect(told).toContain('no priors for seed 1');
  expect(out).toBe('');
});

it('ranks what has no label and says why', async () => {
  const table = file(
    'half.csv',
    'title,abstract,included\nPeer support,by peers,1\nDrug dose,kidney,0\nPeer workers,help by peers,\nDrug trial,kidney dose,\n',
  );
  expect(await rank([table])).toBe(0);
  const { ranked } = JSON.parse(out);
  expect(ranked.map((entry: { title: string }) => entry.title)).toEqual(['Peer workers', 'Drug trial']);
  expect(ranked[0].why.up[0].term).toMatch(/peer/u);
});

it('says which column or label it cannot use', async () => {
  expect(await simulate([file('a.csv', 'title,year\nx,2000\n')])).toBe(1);
  expect(told).toContain('no column that says which records were included');
  expect(await simulate([file('b.csv', 'title,included\nx,perhaps\n')])).toBe(1);
  expect(told).toContain('"perhaps", record 1');
  expect(await simulate([file('c.csv', 'name,included\nx,1\n')])).toBe(1);
  expect(told).toContain('no column for title or abstract');
});

it('writes the gain curves as a figure and as a table', async () => {
  const name = path.join(folder, 'curves');
  expect(await simulate([labelled, '--seeds', '2', '--curves', name])).toBe(0);
  expect(readFileSync(`${name}.svg`, 'utf8')).toMatch(/^<svg [\s\S]*random order/u);
  const table = readFileSync(`${name}.csv`, 'utf8').trim().split('\r\n');
  expect(table[0]).toBe('seed,read,found,recall');
  expect(table.filter((row) => row.endsWith(',1.000000')).map((row) => row.split(',')[0])).toEqual([
    '0',
    '1',
  ]);
});
