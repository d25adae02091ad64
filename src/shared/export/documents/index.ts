export { csvOfTable } from './csv-table';
export type { Block, DocumentMeta, DocumentTable, TableColumn, TableRow } from './document';
export { docxDocument } from './docx-document';
export { htmlDocument } from './html-document';
export { latexDocument, latexText } from './latex-document';
export { escapeXml } from './escape-xml';
export { contentTypes, relationships, xmlDeclaration, zipped } from './zipped';
