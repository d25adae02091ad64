import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { languages, plural, textsIn, type Language } from '@shared/i18n';
import { counted } from '@shared/i18n/text';

test.each([
  [0, 'records'],
  [1, 'record'],
  [2, 'records'],
  ['0', 'records'],
  ['1', 'record'],
  ['1,000', 'records'],
  ['1.001', 'records'],
] as const)('%s takes “%s”', (count, word) => {
  expect(plural(count, 'record', 'records')).toBe(word);
  expect(counted(count, 'record', 'records')).toBe(`${count} ${word}`);
});

/** Words of plurals that belong to something else where they stand after a number. */
const elsewhere: ReadonlySet<string> = new Set(['do', 'other', 'die', 'hebben', 'horen']);

/** The plurals a catalogue knows: what stands in the second of two forms and not in the first. */
const plurals: { readonly [L in Language]: ReadonlySet<string> } = {
  en: pluralsOf('en'),
  nl: pluralsOf('nl'),
};

/** A lone 1 that is no value, then perhaps an adjective, then a word. */
const afterOne =
  /(?<![=–−-] ?|[\d.,])\b1 (?:(?:more|other|unread|whole|relevant|geïmporteerde|gelezen|hele|nieuwe|andere|ongelezen|relevante|volledige) )?(\p{L}+)/gu;

test.each(languages)('no text in %s counts one thing as several', (language) => {
  const rendered = countedTexts(textsIn(language));
  expect(rendered.length).toBeGreaterThan(300);
  const wrong = rendered.filter(({ text }) => pluralAfterOne(text, language));
  expect(wrong.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
});

test.each([
  ['en', '1 records imported', true],
  ['en', 'Of 1 records, 1 were removed', true],
  ['en', '1 more copies', true],
  ['en', '1 record is taken out', false],
  ['en', '11 records', false],
  ['nl', '1 stemmen uitgebracht', true],
  ['nl', '1 records zijn', true],
  ['nl', '1 criteria', true],
  ['nl', '1 stem overnemen', false],
  ['nl', '1 importeren', false],
] as const)('in %s “%s” is a fault: %s', (language, text, fault) => {
  expect(pluralAfterOne(text, language)).toBe(fault);
});

function pluralAfterOne(text: string, language: Language): boolean {
  return [...text.matchAll(afterOne)].some(([, word]) => plurals[language].has(word ?? ''));
}

/** Read from the sources, so that a thing counted rightly in one text is known when it is counted wrongly in another. */
function pluralsOf(language: Language): ReadonlySet<string> {
  const folder = path.resolve('src/shared/i18n', language);
  const words = (text: string | undefined): string[] => text?.match(/\p{L}+/gu) ?? [];
  return new Set(
    readdirSync(folder)
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .flatMap((source) => [
        ...source.matchAll(/(?:plural|counted|many)\([^']*'([^']*)',\s*[`']([^`']*)[`']/gu),
      ])
      .flatMap(([, one, other]) =>
        words(other).filter((word) => !words(one).includes(word) && !elsewhere.has(word)),
      ),
  );
}

type Rendered = { readonly at: string; readonly text: string };

/** Every text that takes something, as it reads when all it takes is one, as a number and as written. */
function countedTexts(catalogue: unknown, at = ''): Rendered[] {
  if (typeof catalogue === 'function') {
    return ['1', 1, everything('1'), everything(1)].flatMap((one) => render(catalogue, one, at));
  }
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.entries(catalogue).flatMap(([key, value]) => countedTexts(value, `${at}.${key}`));
}

/** A text that wants something else than what it is given has nothing to count there. */
function render(words: Function, one: unknown, at: string): Rendered[] {
  try {
    const text: unknown = Reflect.apply(
      words,
      undefined,
      Array<unknown>(Math.max(words.length, 1)).fill(one),
    );
    return typeof text === 'string' ? [{ at, text }] : [];
  } catch {
    return [];
  }
}

/** An object of which every member is `value`. */
const everything = (value: unknown): object => new Proxy({}, { get: () => value });
