import { Marks } from './marks';
import { Unwrapping } from './wrapped-lines';

/** A stretch of whole lines of a text, and what was seen in it. */
export type Piece = {
  readonly text: string;
  /** Of this piece until the next one is asked for. */
  readonly marks: Marks;
};

/** A text as one piece. */
export function pieceOf(text: string): Piece {
  const marks = new Marks();
  marks.look(new TextEncoder().encode(text));
  return { text, marks };
}

/**
 * The pieces that parts of a text in UTF-8 decode to, one by one, without byte order mark; each part ends behind a
 * character. Lines that only go on behind `wrapIndent` spaces become one.
 * @throws {TypeError} where they are not UTF-8.
 */
export function* decodedPieces(parts: Iterable<Uint8Array>, wrapIndent: number): Generator<Piece> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const marks = new Marks(wrapIndent);
  const unwrapping = new Unwrapping(wrapIndent);
  let first = true;
  for (const part of parts) {
    const bytes = first ? withoutMark(part) : part;
    first = false;
    marks.look(bytes);
    yield { text: decoder.decode(unwrapping.of(bytes, marks.wraps), { stream: true }), marks };
  }
  decoder.decode();
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
