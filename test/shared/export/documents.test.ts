import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import {
  csvOfTable,
  docxDocument,
  htmlDocument,
  latexDocument,
  latexText,
  type Block,
} from '@shared/export/documents';

const table = {
  caption: 'Results of an <invented> review',
  columns: [{ heading: 'Outcome' }, { heading: 'Effect [95% CI]', numeric: true }],
  rows: [
    { cells: ['Mood & hope', '0.19 [0.11, 0.27]'] },
    { cells: ['corrected', '−0.14 [−0.21, −0.06]'], under: true },
  ],
  notes: ['≥: some trials do not say how many took part.'],
};
const blocks: readonly Block[] = [
  { kind: 'heading', text: 'Methods' },
  { kind: 'paragraph', text: 'They were pooled with τ² > 0 & 50% of_all.' },
  { kind: 'table', table },
];
const meta = { title: 'An invented review', language: 'en' };

const wellFormed = (xml: string): void => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
};

describe('a document for a paper', () => {
  it('looks as agreed as HTML and LaTeX (golden)', async () => {
    await expect(htmlDocument(meta, blocks)).toMatchFileSnapshot('../../golden/documents/report.html');
    await expect(latexDocument(meta, blocks)).toMatchFileSnapshot('../../golden/documents/report.tex');
  });

  it('is a Word file whose parts are well-formed, with every text in it, the same bytes each time', () => {
    const bytes = docxDocument(meta, blocks);
    const parts = unzipSync(bytes);
    for (const part of Object.values(parts)) wellFormed(strFromU8(part));
    const body = strFromU8(parts['word/document.xml']!);
    for (const text of ['Methods', 'Mood &amp; hope', '−0.14 [−0.21, −0.06]', 'An invented review'])
      expect(body).toContain(text);
    expect(body.match(/<w:tr>/gu)).toHaveLength(3);
    expect(docxDocument(meta, blocks)).toEqual(bytes);
  });

  it('stays well-formed whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const odd: readonly Block[] = [
          { kind: 'paragraph', text },
          { kind: 'table', table: { ...table, caption: text, rows: [{ cells: [text, text] }] } },
        ];
        wellFormed(strFromU8(unzipSync(docxDocument({ ...meta, title: text }, odd))['word/document.xml']!));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves no character of LaTeX unguarded', () => {
    expect(latexText('50% & $5 #1 a_b {x} ~^\\')).toBe(
      '50\\% \\& \\$5 \\#1 a\\_b \\{x\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{}',
    );
  });

  it('writes a table as CSV without formulas in it', () => {
    expect(csvOfTable({ columns: table.columns, rows: [{ cells: ['=1+1', '0.2'] }] })).toBe(
      "Outcome,Effect [95% CI]\r\n'=1+1,0.2\r\n",
    );
  });
});
