import { detectFormat, parseForCommandLine, readReferenceFile } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the format is told by content', () => {
  it.each([
    ['ris', 'TY  - JOUR\nTI  - One\nER  - \n'],
    ['ris', 'Record #1 of 2\nProvider: Somebody\n\nty  - JOUR\n'],
    ['ris', 'TI  - One\nAU  - A, B\nPY  - 2001\n'],
    ['ris', '<html><body><pre>\nTY  - JOUR\nTI  - One\nER  - \n</pre></body></html>'],
    ['nbib', '\nPMID- 12345\nTI  - One\n'],
    ['nbib', 'UI  - 96012345\nTI  - One\n'],
    ['wos', 'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU A, B\n'],
    ['wos-tab', 'PT\tAU\tTI\tSO\tUT\nJ\tA, B\tOne\tX\tWOS:1\n'],
    ['enw', '%0 Journal Article\n%T One\n'],
    ['refworks', 'RT Journal Article\nSR Electronic\nT1 One\n'],
    ['bibtex', 'Some words first\n@article{key,\n title = {One}}\n'],
    [
      'pubmed-xml',
      '<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "x" "y">\n<PubmedArticleSet><PubmedArticle>',
    ],
    [
      'endnote-xml',
      '<?xml version="1.0"?><xml><records><record><titles><title>One</title></titles></record></records></xml>',
    ],
    ['ictrp-xml', '<?xml version="1.0"?><Trials_downloaded_from_ICTRP><Trial>'],
    ['zotero-rdf', '<rdf:RDF xmlns:rdf="x"><bib:Article>'],
    ['csl-json', '[{"type":"article-journal","title":"One","DOI":"10.1/x"}]'],
    ['openalex-json', '{"results":[{"id":"https://openalex.org/W1","title":"One"}]}'],
    ['ctgov-json', '{"studies":[{"protocolSection":{}}]}'],
    ['csv', 'Title,Authors,Year\nOne,"A, B",2001\n'],
    ['csv', 'SEARCH QUERY;x\n-----\n;;;\nTitle;Author Names;Publication Year;DOI\n'],
    ['tsv', 'Title\tAuthors\tYear\nOne\tA, B\t2001\n'],
    ['ctgov-csv', 'NCT Number,Study Title,Study URL\nNCT01234567,One,x\n'],
    ['csv', 'naam,inhoud,soort\na,b,c\nd,e,f\n'],
  ])('%s', (format, text) => expect(detectFormat(text)).toEqual({ kind: 'format', format }));

  it('is not led astray by fields of one format inside the text of another', () => {
    expect(
      detectFormat('Title,Abstract,Year\nOne,"Text\n@article{x, y = 1}\nTY  - JOUR",2001\n'),
    ).toMatchObject({ format: 'csv' });
    expect(detectFormat('TY  - JOUR\nAB  - Title,Abstract,Year\n@article{a=1}\nER  - \n')).toMatchObject({
      format: 'ris',
    });
  });
});

describe('what is no export is refused with a reason', () => {
  const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : [...part])));

  it.each([
    ['an empty file', new Uint8Array(), 'empty-file'],
    ['white space', utf8('\ufeff \r\n\t\r\n'), 'empty-file'],
    [
      'a log-in page',
      utf8('<!DOCTYPE html><html><head><title>Log in</title></head><body><form></form></body></html>'),
      'not-a-reference-file',
    ],
    ['a PDF', bytesOf('%PDF-1.7\n', [0xe2, 0xe3, 0xcf, 0xd3]), 'not-a-reference-file'],
    ['an image', bytesOf([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13]), 'not-a-reference-file'],
    ['a word document', bytesOf([0x50, 0x4b, 3, 4], 'word/document.xml'), 'not-a-reference-file'],
    ['an old Excel file', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    ['a rich text', bytesOf('{\\rtf1\\ansi TY  - JOUR}'), 'not-a-reference-file'],
    [
      'random bytes',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256),
      'not-a-reference-file',
    ],
    ['prose', utf8('Dear colleague, here is what I found.\nRegards'), 'format-unknown'],
    ['unknown XML', utf8('<?xml version="1.0"?><svg></svg>'), 'format-unknown'],
  ])('%s', (_, bytes, code) => {
    const { records, problems } = readReferenceFile(bytes);
    expect(records).toEqual([]);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.every((problem) => problem.message.length > 20)).toBe(true);
  });

  it('a format can be forced', () => {
    const parsed = readReferenceFile(utf8('TI  - One\n'), { format: 'ris' });
    expect(parsed).toMatchObject({ format: 'ris', records: [{ title: 'One' }] });
  });

  it('one bad file does not take the others of a batch down', () => {
    const report = parseForCommandLine([
      { name: 'a.ris', bytes: utf8('TY  - JOUR\nTI  - One\nER  - \n') },
      { name: 'b.ris', bytes: new Uint8Array() },
      { name: 'c.ris', bytes: utf8('PMID- 1\nTI  - Two\n') },
    ]);
    expect(report.files.map(({ file, format, records }) => [file, format, records.length])).toEqual([
      ['a.ris', 'ris', 1],
      ['b.ris', 'unknown', 0],
      ['c.ris', 'nbib', 1],
    ]);
  });
});
