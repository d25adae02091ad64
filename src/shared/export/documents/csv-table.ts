import { csvText } from '../delimited-text';
import type { DocumentTable } from './document';

/** A table as CSV: the headings, then the rows as printed. */
export const csvOfTable = ({ columns, rows }: Pick<DocumentTable, 'columns' | 'rows'>): string =>
  csvText([columns.map(({ heading }) => heading), ...rows.map(({ cells }) => cells)]);
