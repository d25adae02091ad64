import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = path.join(__dirname, '../../src/renderer');

/** What works on the review as it is, before or beside any screen. */
const mayReadWhole = new Set(['features/demonstration/create-demonstration.ts']);

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(renderer, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));

describe('screens', () => {
  it('read the review as the current coder may see it, never the one behind it', () => {
    const files = [...filesIn('features'), ...filesIn('review-kit')];
    expect(files.length).toBeGreaterThan(150);
    const reading = files.filter((file) =>
      /session\s*\.\s*state\b|\.whole\b/u.test(readFileSync(path.join(renderer, file), 'utf8')),
    );
    expect(reading.filter((file) => !mayReadWhole.has(file))).toEqual([]);
    expect(reading).toEqual([...mayReadWhole]);
  });
});
