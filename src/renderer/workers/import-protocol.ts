import type { FileLook, FormatName, NamedSource, ParseProblem, ReadOptions } from '@shared/formats';
import type { Sha256 } from '@shared/kernel';

/** What the window asks of the import worker: one file, and what a person chose for it. */
export type ImportRequest = { readonly file: Blob; readonly choices: ReadOptions };

/** A record as a person glances at it before importing. */
export type GlimpsedRecord = {
  readonly title: string | undefined;
  readonly authors: readonly string[];
  readonly year: number | undefined;
};

/** A file read and cut into content-addressed blocks, ready to be kept. The blocks' texts lie outside the window's memory. */
export type ReadFile = {
  readonly fileHash: Sha256;
  readonly byteLength: number;
  readonly format: FormatName;
  readonly encoding: string;
  readonly recordCount: number;
  readonly blocks: readonly { readonly sha256: Sha256; readonly text: Blob }[];
  readonly problems: readonly ParseProblem[];
  readonly first: readonly GlimpsedRecord[];
  /** The database that nearly all of the first records name. */
  readonly named: NamedSource | undefined;
};

export type ImportReply =
  /** Format, encoding and preview, before the records are read. */
  | { readonly kind: 'look'; readonly look: FileLook }
  | { readonly kind: 'progress'; readonly share: number; readonly records: number }
  | { readonly kind: 'read'; readonly file: ReadFile }
  | { readonly kind: 'failed'; readonly detail: string };
