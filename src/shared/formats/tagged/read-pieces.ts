import type { FormatName, ParseSink } from '../parsed-record';
import { enw } from './enw';
import { nbib } from './nbib';
import { refworks } from './refworks';
import { ris } from './ris';
import { scanPieces } from './scan';
import { wos } from './wos';

const dialects = new Map([ris, nbib, wos, enw, refworks].map((dialect) => [dialect.format, dialect]));

/** Whether a format can be read from a text in pieces: those of tagged lines. */
export const readsPieces = (format: FormatName): boolean => dialects.has(format);

/** Reads a text in pieces; answers how many records there were, none for a format that needs its text whole. */
export function readPieces(pieces: Iterable<string>, format: FormatName, sink: ParseSink): number {
  const dialect = dialects.get(format);
  return dialect === undefined ? 0 : scanPieces(pieces, dialect, sink);
}
