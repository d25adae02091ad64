import type { FormatName, ParsedRecord, ParseProblem } from './parsed-record';
import type { ReadOptions } from './open-file';
import { readReferenceFile } from './read-file';

/** What `concord parse` prints: one entry per file, in the order given. */
export type ParseReport = {
  readonly files: readonly {
    readonly file: string;
    readonly format: FormatName;
    readonly encoding: string;
    readonly records: readonly ParsedRecord[];
    readonly problems: readonly ParseProblem[];
  }[];
};

/** Reads files for the command line. A file nothing can be read from is an entry with problems and no records. */
export function parseForCommandLine(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: ReadOptions = {},
): ParseReport {
  return { files: files.map(({ name, bytes }) => ({ file: name, ...readReferenceFile(bytes, options) })) };
}
