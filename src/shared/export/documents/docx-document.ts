import { columnWidths, pageWidth } from './column-widths';
import { escapeXml } from './escape-xml';
import { contentTypes, relationships, xmlDeclaration, zipped } from './zipped';
import type { Block, DocumentMeta, DocumentTable } from './document';

/**
 * A document as a Word file (Office Open XML, ECMA-376): headings, paragraphs and tables with rules above and below, as
 * journals set them. The same document always gives the same bytes.
 */
export function docxDocument(
  { title, language }: DocumentMeta,
  blocks: readonly Block[],
): Uint8Array<ArrayBuffer> {
  const body = [paragraph(title, 'Title'), ...blocks.map(blockXml), section].join('');
  return zipped({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
    }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([['rId1', 'styles', 'styles.xml']]),
    'word/styles.xml': styles(language),
    'word/document.xml': `${xmlDeclaration}<w:document ${namespace}><w:body>${body}</w:body></w:document>`,
  });
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const section =
  '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' +
  '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, 'Heading1');
    case 'paragraph':
      return paragraph(block.text);
    case 'table':
      return tableXml(block.table);
  }
}

type Style = 'Title' | 'Heading1' | 'Caption' | 'Cell' | 'Note';

const paragraph = (text: string, style?: Style, more = '', bold = false): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}</w:pPr>` +
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${runText(text)}</w:r></w:p>`;

function tableXml({ caption, columns, rows, notes }: DocumentTable): string {
  const rule = (name: string, size: number): string =>
    `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;
  const borders = `<w:tblBorders>${rule('top', 8)}${rule('bottom', 8)}</w:tblBorders>`;
  const widths = columnWidths([columns.map(({ heading }) => heading), ...rows.map(({ cells }) => cells)]);
  const cell = (text: string, index: number, more: { head?: boolean; under?: boolean }): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/>${more.head ? `<w:tcBorders>${rule('bottom', 4)}</w:tcBorders>` : ''}</w:tcPr>${paragraph(
      text,
      'Cell',
      `${more.under ? '<w:ind w:left="284"/>' : ''}${columns[index]?.numeric ? '<w:jc w:val="right"/>' : ''}`,
      more.head,
    )}</w:tc>`;
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${columns
    .map((column, i) => cell(column.heading, i, { head: true }))
    .join('')}</w:tr>`;
  const body = rows.map(
    ({ cells, under = false }) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns
        .map((_, i) => cell(cells[i] ?? '', i, { under: under && i === 0 }))
        .join('')}</w:tr>`,
  );
  return [
    paragraph(caption, 'Caption', '<w:keepNext/>'),
    `<w:tbl><w:tblPr><w:tblW w:w="${pageWidth}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    head,
    ...body,
    '</w:tbl>',
    ...notes.map((note) => paragraph(note, 'Note')),
    paragraph(''),
  ].join('');
}

/** A line break in a text is one in its paragraph. */
const runText = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>');

function styles(language: string): string {
  const style = (id: string, name: string, run: string, paragraphs: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${paragraphs}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/>`;
  return [
    `${xmlDeclaration}<w:styles ${namespace}>`,
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>',
    `${size(22)}<w:lang w:val="${escapeXml(language)}"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    style('Title', 'Title', `<w:b/>${size(32)}`, '<w:spacing w:after="200"/>'),
    style(
      'Heading1',
      'heading 1',
      `<w:b/>${size(26)}`,
      '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    ),
    style('Caption', 'caption', `<w:b/>${size(20)}`, '<w:keepNext/><w:spacing w:before="160" w:after="60"/>'),
    style('Cell', 'Table text', size(18), '<w:spacing w:before="20" w:after="20"/>'),
    style('Note', 'Table note', size(17), '<w:spacing w:before="40" w:after="0"/>'),
    '</w:styles>',
  ].join('');
}
