import type { FormatName, OfferedEncoding, ParseProblem } from '@shared/formats';
import type { Sha256 } from '@shared/kernel';

/** What the window asks of the import worker. */
export type ImportRequest = { readonly bytes: ArrayBuffer; readonly encoding?: OfferedEncoding };

/** A file read and cut into content-addressed blocks, ready to be kept. */
export type ReadFile = {
  readonly fileHash: Sha256;
  readonly byteLength: number;
  readonly format: FormatName;
  readonly encoding: string;
  readonly recordCount: number;
  readonly blocks: readonly { readonly sha256: Sha256; readonly text: string }[];
  readonly problems: readonly ParseProblem[];
  /** The first few titles, for a look before importing. */
  readonly firstTitles: readonly string[];
};

export type ImportReply =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'read'; readonly file: ReadFile }
  | { readonly kind: 'failed'; readonly detail: string };
