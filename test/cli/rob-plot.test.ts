import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { WrongUsage } from '../../src/cli/io';
import { robPlot } from '../../src/cli/rob-plot';

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
const folder = mkdtempSync(path.join(os.tmpdir(), 'concord-rob-'));
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});
const table = path.join(folder, 'table.csv');
writeFileSync(table, 'Study,D1,D2,Overall\nAlder 2011,Low,High,High\nBirch 2014,Low,Low,Low\n');

it('draws the traffic lights of a table, and its summary into a file', async () => {
  expect(await robPlot([table])).toBe(0);
  expect(out).toMatch(/^<svg[\s\S]*Alder 2011[\s\S]*<\/svg>\n$/u);
  const file = path.join(folder, 'summary.svg');
  expect(await robPlot([table, '--summary', '--language', 'nl', '--out', file])).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('Aandelen zijn van het aantal studies');
});

it('says what is wrong with a table, and with how it was asked', async () => {
  const other = path.join(folder, 'other.csv');
  writeFileSync(other, 'a,b\n1,2\n');
  expect(await robPlot([other])).toBe(1);
  expect(told).toContain('Study');
  await expect(robPlot([])).rejects.toThrow(WrongUsage);
  await expect(robPlot([table, '--language', 'fr'])).rejects.toThrow(WrongUsage);
});
