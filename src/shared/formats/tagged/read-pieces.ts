import type { FormatName, ParseSink } from '../parsed-record';
import { partsBehindStarts } from './cut-pieces';
import { enw } from './enw';
import { nbib } from './nbib';
import { decodedPieces, type Piece } from './piece';
import { refworks } from './refworks';
import { ris } from './ris';
import { scanPieces } from './scan';
import { wos } from './wos';

const dialects = new Map([ris, nbib, wos, enw, refworks].map((dialect) => [dialect.format, dialect]));

/** Whether a format can be read from a text in pieces: those of tagged lines. */
export const readsPieces = (format: FormatName): boolean => dialects.has(format);

/** Bytes decoded at once where a text is read in pieces. */
const PIECE = 256 * 1024;

/**
 * The bytes of a text of tagged lines in parts that can be read one after the other; `size` is about how many bytes each
 * has. A format that needs its text whole is one part.
 */
export function partsOf(bytes: Uint8Array, format: FormatName, size = PIECE): Iterable<Uint8Array> {
  const dialect = dialects.get(format);
  return dialect === undefined ? [bytes] : partsBehindStarts(bytes, dialect, size);
}

/** What the parts that `partsOf` gives decode to. */
export const piecesOf = (parts: Iterable<Uint8Array>, format: FormatName): Iterable<Piece> =>
  decodedPieces(parts, dialects.get(format)?.wrapIndent ?? 0);

/** Reads a text from its pieces; answers how many records there were, none for a format that needs its text whole. */
export function readPieces(pieces: Iterable<Piece>, format: FormatName, sink: ParseSink): number {
  const dialect = dialects.get(format);
  return dialect === undefined ? 0 : scanPieces(pieces, dialect, sink);
}
