import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInPage, joinedByLine, pageText, quoteOfSelection, type TextRun } from '@shared/documents';

const line = (text: string): TextRun => ({ text, endsLine: true });
const run = (text: string): TextRun => ({ text, endsLine: false });

describe('finding a text on a page', () => {
  const page = pageText([
    run('Peer '),
    run('support'),
    line(' reduced self-'),
    line('stigma in the ﬁrst year, as Müller'),
    line('said: “hope”.'),
  ]);

  test('across runs, with the part of each', () => {
    expect(findInPage(page, 'peer support')).toEqual([
      [
        { run: 0, from: 0, to: 5 },
        { run: 1, from: 0, to: 7 },
      ],
    ]);
  });

  test.each(['self-stigma', 'selfstigma', 'first year', 'muller said', 'MÜLLER  said: "hope"'])(
    'whatever the hyphens, ligatures, accents, case and line breaks: %s',
    (wanted) => expect(findInPage(page, wanted)).toHaveLength(1),
  );

  test('not what is not there, and nothing for nothing', () => {
    expect(findInPage(page, 'peers')).toEqual([]);
    expect(findInPage(page, '  ')).toEqual([]);
  });

  test('every time it stands there', () => {
    expect(findInPage(pageText([line('hope hope'), line('hope')]), 'hope')).toHaveLength(3);
  });

  test('a quote whose spaces the file lacks', () => {
    const squeezed = pageText([run('Peersupport'), run('reduced'), line('symptoms')]);
    expect(findInPage(squeezed, 'Peer support reduced symptoms')).toEqual([]);
    expect(findInPage(squeezed, 'Peer support reduced symptoms', true)).toHaveLength(1);
  });
});

test('what is selected from a page is found again on it', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/u);
  const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(), (words, a, b) => {
      const runs = words.map((ofLine) => line(ofLine.join(' ')));
      const page = pageText(runs);
      const flat = page.plain;
      const [from, to] = [a % flat.length, b % flat.length].sort((x, y) => x - y) as [number, number];
      const quote = quoteOfSelection(flat.slice(from, to + 1));
      fc.pre(quote !== '');
      const hits = findInPage(page, quote);
      expect(hits.length).toBeGreaterThan(0);
      for (const hit of hits) {
        const text = hit.map((part) => runs[part.run]?.text.slice(part.from, part.to)).join(' ');
        expect(text.replace(/\s+/gu, ' ').trim()).toBe(quote);
      }
    }),
  );
});

describe('a selection as a quote', () => {
  test('is one line, with cut words whole', () => {
    expect(quoteOfSelection('adults with men-\ntal  illness\nmet peers ')).toBe(
      'adults with mental illness met peers',
    );
  });
  test('keeps the hyphen of a name or number', () => {
    expect(quoteOfSelection('Anne-\nMarie and 2019-\n2020')).toBe('Anne- Marie and 2019- 2020');
  });
});

describe('rectangles of a selection', () => {
  test('pieces of one line join, lines and columns stay apart', () => {
    const joined = joinedByLine([
      { x: 10, y: 10, width: 20, height: 10 },
      { x: 32, y: 11, width: 20, height: 9 },
      { x: 300, y: 10, width: 20, height: 10 },
      { x: 10, y: 24, width: 20, height: 10 },
    ]);
    expect(joined).toEqual([
      { x: 10, y: 10, width: 42, height: 10 },
      { x: 300, y: 10, width: 20, height: 10 },
      { x: 10, y: 24, width: 20, height: 10 },
    ]);
  });
  test('nothing is left of a rectangle without extent', () => {
    expect(joinedByLine([{ x: 1, y: 1, width: 0, height: 9 }])).toEqual([]);
  });
});
