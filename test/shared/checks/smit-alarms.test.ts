import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTable } from '@shared/checks';
import { readSheet, sheetResults } from '@shared/extraction/sheet';
import { decodeBytes } from '@shared/formats';

const file = path.resolve('../shared/fixtures/reviews/smit-2022-peer-support/data.csv');
const there = existsSync(file);
if (!there) console.log(`Skipped: the sheet of Smit et al. 2022 is not at ${path.relative('.', file)}`);

describe.runIf(there)('the alarms on the sheet of Smit et al. 2022', () => {
  const sheet = there ? readSheet(decodeBytes(new Uint8Array(readFileSync(file))).text) : undefined;
  const alarms = sheet?.ok ? checkTable(sheet.value, sheetResults(sheet.value)) : [];

  it('are those listed with a verdict in docs/checks.md', () => {
    const listed = readFileSync('docs/checks.md', 'utf8')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells.length === 7 && /^(?:\d+|all)$/u.test(cells[1] ?? ''))
      .map(([, row, , check]) => `${row === 'all' ? 0 : row} ${(check ?? '').replaceAll('`', '')}`);
    expect(listed.sort()).toEqual(alarms.map(({ row, check }) => `${row} ${check}`).sort());
  });

  it('name the row a misplaced value belongs to', () => {
    const at = (row: number, check: string) =>
      alarms.find((alarm) => alarm.row === row && alarm.check === check);
    expect(at(5, 'events-in-wrong-row')?.detail).toMatchObject({ row: 19, study: 'Dennis, 2003' });
    expect(at(14, 'ready-effect-of-other-row')?.detail).toMatchObject({ row: 41 });
    expect(at(60, 'se-as-sd')).toMatchObject({ study: 'Salzer, 2016', columns: ['sd_arm1', 'sd_arm2'] });
  });
});
