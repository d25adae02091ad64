import { latexToText } from '@shared/formats/bibtex/latex-text';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

it.each([
  [
    String.raw`G{\"o}del, \'Evariste, \v{C}ech, \c{S}ahin, {\.I}smail, Erd{\H o}s`,
    'Gödel, Évariste, Čech, Şahin, İsmail, Erdős',
  ],
  [
    String.raw`\AA ngstr{\"{o}}m, {\O}rsted, \ss, \L{}ukasiewicz, na\"{\i}ve, \~nandu, \k{a}, \r{u}`,
    'Ångström, Ørsted, ß, Łukasiewicz, naïve, ñandu, ą, ů',
  ],
  [String.raw`\emph{one} {\bf two} \textit{three} {\em four} \textsc{Five}`, 'one two three four Five'],
  [String.raw`50\% of \$5 \& \#1 a\_b \{x\}`, '50% of $5 & #1 a_b {x}'],
  [
    String.raw`$\beta$-blockers, CO$_2$, $p<0.05$, $\alpha \leq 2$, 5$^{th}$`,
    'β-blockers, CO2, p<0.05, α≤2, 5th',
  ],
  ["pages 1--9 --- ``quoted'' don't", 'pages 1–9 — “quoted” don’t'.replace('’', "'")],
  [
    String.raw`see \url{http://example.org/a_b%20c} and \href{http://x.org}{here}`,
    'see http://example.org/a_b%20c and here',
  ],
  [String.raw`\enquote{said} \textquotedblleft x\textquotedblright`, '“said” “x”'],
  [String.raw`known~\cite{a} \unknown{kept} \alsounknown kept`, 'known  kept \\alsounknown kept'],
  ['{{Nested {braces}}}', 'Nested braces'],
  ['a } brace too many', 'a  brace too many'],
  ['Costs 5$ or more', 'Costs 5$ or more'],
])('%s', (latex, text) => {
  expect(latexToText(latex)).toBe(text);
});

it('plain text stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/[\\{}$~^_`']|--/.test(text) && text.normalize('NFC') === text);
      expect(latexToText(text)).toBe(text);
    }),
  );
});

it('anything at all is read without failing, and not made longer than a few times its length', () => {
  const pieces = fc.constantFrom(
    '\\',
    '{',
    '}',
    '$',
    '\\"',
    '\\c',
    '\\emph',
    '\\verb|',
    '\\url{',
    '\\char',
    '[',
    'a',
    ' ',
    '--',
    '\\cite[',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const source = parts.join('');
      expect(latexToText(source).length).toBeLessThanOrEqual(source.length * 3 + 3);
    }),
    { numRuns: 500 },
  );
});

it.each([
  '{'.repeat(200_000),
  '\\"'.repeat(100_000),
  '\\emph{'.repeat(50_000),
  '$'.repeat(200_000),
  '\\url{'.repeat(40_000),
  '\\verb|'.repeat(30_000),
])('no text is too deep', (source) => {
  expect(typeof latexToText(source)).toBe('string');
});
