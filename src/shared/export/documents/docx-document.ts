import { strToU8, zipSync } from 'fflate';
import type { Block, DocumentMeta, DocumentTable, TableColumn } from './document';

/**
 * A document as a Word file (Office Open XML, ECMA-376): headings, paragraphs and tables with rules above and below, as
 * journals set them. The same document always gives the same bytes.
 */
export function docxDocument(
  { title, language }: DocumentMeta,
  blocks: readonly Block[],
): Uint8Array<ArrayBuffer> {
  const body = [paragraph(title, 'Title'), ...blocks.map(blockXml), section].join('');
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': styles(language),
    'word/document.xml': `${xmlHead}<w:document ${namespace}><w:body>${body}</w:body></w:document>`,
  };
  return new Uint8Array(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: earliest, level: 6 }]]),
      ),
    ),
  );
}

/** The earliest time a zip can carry: bytes depend on the content alone. */
const earliest = new Date(1980, 0, 1);

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
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
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

function tableXml({ caption, columns, rows, notes }: DocumentTable): string {
  const rule = (name: string, size: number): string =>
    `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;
  const borders = `<w:tblBorders>${rule('top', 8)}${rule('bottom', 8)}</w:tblBorders>`;
  const cell = (
    text: string,
    column: TableColumn | undefined,
    more: { head?: boolean; under?: boolean },
  ): string =>
    `<w:tc><w:tcPr>${more.head ? `<w:tcBorders>${rule('bottom', 4)}</w:tcBorders>` : ''}</w:tcPr>${paragraph(
      text,
      'Cell',
      `${more.under ? '<w:ind w:left="284"/>' : ''}${column?.numeric ? '<w:jc w:val="right"/>' : ''}`,
      more.head,
    )}</w:tc>`;
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${columns
    .map((column) => cell(column.heading, column, { head: true }))
    .join('')}</w:tr>`;
  const body = rows.map(
    ({ cells, under = false }) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns
        .map((column, i) => cell(cells[i] ?? '', column, { under: under && i === 0 }))
        .join('')}</w:tr>`,
  );
  return [
    paragraph(caption, 'Caption', '<w:keepNext/>'),
    `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>${borders}</w:tblPr>`,
    `<w:tblGrid>${columns.map(() => '<w:gridCol/>').join('')}</w:tblGrid>`,
    head,
    ...body,
    '</w:tbl>',
    ...notes.map((note) => paragraph(note, 'Note')),
    paragraph(''),
  ].join('');
}

const escaped = (text: string): string =>
  text.replace(NOT_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const contentTypes =
  `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
  '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>' +
  '</Types>';

const relations = (type: string, target: string): string =>
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>` +
  '</Relationships>';
const packageRelations = relations('officeDocument', 'word/document.xml');
const documentRelations = relations('styles', 'styles.xml');

function styles(language: string): string {
  const style = (id: string, name: string, run: string, paragraphs: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${paragraphs}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/>`;
  return [
    `${xmlHead}<w:styles ${namespace}>`,
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>',
    `${size(22)}<w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault>`,
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
