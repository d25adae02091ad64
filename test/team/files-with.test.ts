import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { filesWith } from '../support/files-with';

const text = 'Vos "doubts" \\ café 🌰';
const inJson = JSON.stringify({ note: text });
const forms: Readonly<Record<string, Buffer>> = {
  plain: Buffer.from(`before ${text} after`),
  'in JSON': Buffer.from(inJson),
  'in JSON without anything beyond ASCII': Buffer.from(
    inJson.replace('é', '\\u00e9').replace('🌰', '\\ud83c\\udf30'),
  ),
  'UTF-16': Buffer.from(`..${text}..`, 'utf16le'),
  'UTF-16 at an odd place': Buffer.concat([Buffer.from('.'), Buffer.from(inJson, 'utf16le')]),
  ...Object.fromEntries(
    ['', 'x', 'xy', 'xyz'].map((before) => [
      `base64 after ${before.length} bytes`,
      Buffer.from(Buffer.from(`${before}${text} and more`).toString('base64')),
    ]),
  ),
};

it.each(Object.entries(forms))('a text is found in a file: %s', (_, bytes) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'concord-forms-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, 'deep'));
  const file = path.join(folder, 'deep', 'file');
  writeFileSync(file, bytes);
  expect(filesWith(text, folder)).toEqual([file]);
  expect(filesWith('Vos "agrees" \\ café 🌰', folder)).toEqual([]);
});
