import { escapeXml, type DocumentTable } from './document-table';
import { contentTypes, relationships, xmlDeclaration, zipped } from './zipped';

const wordml = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * Tables as a Word document (WordprocessingML, ECMA-376 part 1): landscape A4, a heading for each table, header rows that
 * repeat on every page, notes below.
 */
export function docxDocument(title: string, tables: readonly DocumentTable[]): Uint8Array<ArrayBuffer> {
  const body = [
    paragraph(title, 'Title'),
    ...tables.flatMap((table) => [
      paragraph(table.title, 'Heading1'),
      tableXml(table),
      ...table.notes.map((note) => paragraph(note, 'Note')),
    ]),
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>',
  ].join('');
  return zipped({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
    }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([['rId1', 'styles', 'styles.xml']]),
    'word/document.xml': `${xmlDeclaration}<w:document xmlns:w="${wordml}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': styles,
  });
}

const paragraph = (text: string, style: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs(text)}</w:p>`;

const runs = (text: string): string =>
  `<w:r>${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`;

/** Twentieths of a point of a landscape page between its margins. */
const pageWidth = 14_570;

function tableXml({ columns, rows }: DocumentTable): string {
  const widths = widthsOf([columns, ...rows]);
  const cell = (text: string, column: number, style: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(text, style)}</w:tc>`;
  const header = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns
    .map((text, column) => cell(text, column, 'TableHead'))
    .join('')}</w:tr>`;
  const body = rows.map(
    (row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((text, column) => cell(text, column, 'TableText')).join('')}</w:tr>`,
  );
  const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${pageWidth}" w:type="dxa"/><w:tblBorders>${[
    'top',
    'bottom',
    'insideH',
  ]
    .map(line)
    .join(
      '',
    )}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns
    .map((_, column) => `<w:gridCol w:w="${widths[column] ?? 0}"/>`)
    .join('')}</w:tblGrid>${header}${body.join('')}</w:tbl>`;
}

/** Twentieths of a point that a letter of 9 points takes, bold ones included; and a cell's two margins. */
const letter = 108;
const margins = 120;

/** Every column takes its longest word; what is left of the page goes to those with long texts, which wrap. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const asked = Array.from({ length: columns }, (_, column) => {
    const texts = rows.map((row) => row[column] ?? '');
    const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s/u).map((word) => word.length)));
    const mean = texts.reduce((total, text) => total + text.length, 0) / texts.length;
    const least = Math.min(longestWord, 20) * letter + margins;
    return { least, more: Math.max(0, Math.min(mean, 60) * letter - least) };
  });
  const least = asked.reduce((total, column) => total + column.least, 0);
  const more = asked.reduce((total, column) => total + column.more, 0);
  const left = Math.max(0, pageWidth - least);
  const shrink = Math.min(1, pageWidth / Math.max(1, least));
  return asked.map((column) =>
    Math.floor(column.least * shrink + (more === 0 ? left / columns : (left * column.more) / more)),
  );
}

const style = (id: string, name: string, paragraphs: string, letters: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

const styles = `${xmlDeclaration}<w:styles xmlns:w="${wordml}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Title', 'Title', '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="32"/>'),
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:sz w:val="24"/>',
  ),
  style('TableHead', 'Table Head', '', '<w:b/><w:sz w:val="18"/>'),
  style('TableText', 'Table Text', '', '<w:sz w:val="18"/>'),
  style('Note', 'Note', '<w:spacing w:before="40"/>', '<w:sz w:val="16"/>'),
].join('')}</w:styles>`;
