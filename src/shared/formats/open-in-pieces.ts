import { formatRuns } from './format-runs';
import {
  largestFile,
  openReferenceFile,
  type FileInPieces,
  type OpenedFile,
  type ReadOptions,
} from './open-file';
import type { FormatName } from './parsed-record';
import { partsOf, piecesOf, readsPieces, type Piece } from './tagged';

/** Bytes of a file that is small enough to be read whole. */
const SMALL = 4 * 1024 * 1024;

/** Bytes from which format and encoding of a large file are told: as many as any of them looks at. */
const HEAD = 1024 * 1024;

/**
 * As `openReferenceFile`, but leaves a text of more than a few megabytes undecoded where it can be read in pieces (UTF-8,
 * tagged lines), so that its bytes, its text and its records are never in memory together. The records are the same.
 */
export function openInPieces(bytes: Uint8Array, options: ReadOptions = {}): OpenedFile {
  const opened = openByHead(bytes, options);
  return opened !== undefined && new SoundPieces(opened).areSound()
    ? opened
    : openReferenceFile(bytes, options);
}

/**
 * A large text as its beginning shows it; undefined where that says that it cannot be read in pieces. Whether the rest
 * can is told by `SoundPieces`.
 */
export function openByHead(bytes: Uint8Array, options: ReadOptions = {}): FileInPieces | undefined {
  if (bytes.length <= SMALL || bytes.length > largestFile) return undefined;
  const head = bytes.subarray(0, bytes.lastIndexOf(10, HEAD) + 1);
  const opened = openReferenceFile(head, options);
  if (opened.kind !== 'text' || opened.encoding !== 'utf-8' || !readsPieces(opened.format)) return undefined;
  // Repairs that go through a whole text are not done in pieces; the beginning tells whether there are any.
  if (new TextDecoder().decode(head) !== opened.text) return undefined;
  const { format, encoding, problems } = opened;
  return { kind: 'pieces', format, encoding, bytes, problems };
}

/**
 * The pieces of a text, for as long as nothing is found in it that only the whole text can be read for: bytes that are no
 * UTF-8, zeros among them, records of another format.
 */
export class SoundPieces implements Iterable<Piece> {
  /** Nothing of the kind was found so far. */
  sound = true;
  private readonly bytes: Uint8Array;
  private readonly format: FormatName;

  constructor({ bytes, format }: Pick<FileInPieces, 'bytes' | 'format'>) {
    this.bytes = bytes;
    this.format = format;
  }

  /** Looks through the whole text without holding it. */
  areSound(): boolean {
    for (const piece of this) void piece;
    return this.sound;
  }

  *[Symbol.iterator](): Generator<Piece> {
    try {
      for (const piece of piecesOf(partsOf(this.bytes, this.format), this.format)) {
        if (piece.marks.zero || formatRuns(piece.text, this.format).length > 1) this.sound = false;
        if (!this.sound) return;
        yield piece;
      }
    } catch {
      this.sound = false;
    }
  }
}
