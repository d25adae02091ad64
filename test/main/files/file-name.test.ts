import * as fc from 'fast-check';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileNameOf } from '../../../src/main/files/file-name';

test.each([
  ['pooling-sheet.csv', 'pooling-sheet.csv'],
  ['Effects of peers: a/b.csv', 'Effects of peers a b.csv'],
  ['../../etc/passwd', 'etc passwd'],
  ['..\\..\\x.txt', 'x.txt'],
  [`${'x'.repeat(139)}. and more words`, 'x'.repeat(139)],
  ['. . hidden', 'hidden'],
  ['nul', '_nul'],
  ['CON.csv', '_CON.csv'],
  ['', 'concord'],
  ['...', 'concord'],
  ['Größe – 大きさ.svg', 'Größe – 大きさ.svg'],
])('%s is saved as %s', (suggested, name) => {
  expect(fileNameOf(suggested)).toBe(name);
});

test('whatever a title holds, the name is one plain file in the chosen folder', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 })),
      (suggested) => {
        const name = fileNameOf(suggested);
        expect(name.length).toBeGreaterThan(0);
        expect(Array.from(name).length).toBeLessThanOrEqual(150);
        expect(path.basename(path.win32.basename(name))).toBe(name);
        expect(name).not.toMatch(/^\.|[. ]$/u);
        // eslint-disable-next-line no-control-regex
        expect(name).not.toMatch(/[\u0000-\u001f<>:"/\\|?*]/u);
      },
    ),
    { numRuns: 2_000 },
  );
});
