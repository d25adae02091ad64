import { docxDocument as docxOf, htmlDocument as htmlOf, type Block } from '../export/documents';
import type { DocumentTable } from './document-table';

const blocksOf = (tables: readonly DocumentTable[]): readonly Block[] =>
  tables.map(({ title, columns, rows, notes }) => ({
    kind: 'table',
    table: {
      caption: title,
      columns: columns.map((heading) => ({ heading })),
      rows: rows.map((cells) => ({ cells })),
      notes,
    },
  }));

/** Tables as one Word document. */
export const docxDocument = (
  title: string,
  tables: readonly DocumentTable[],
  language = 'en',
): Uint8Array<ArrayBuffer> => docxOf({ title, language }, blocksOf(tables));

/** Tables as one HTML page that needs nothing beside it and can be pasted into a manuscript. */
export const htmlDocument = (title: string, language: string, tables: readonly DocumentTable[]): string =>
  htmlOf({ title, language }, blocksOf(tables));
