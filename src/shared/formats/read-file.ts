import { LineCounter, type ColumnMapping } from './delimited';
import { formatRuns, type FormatRun } from './format-runs';
import {
  encodingOf,
  formatOf,
  openReferenceFile,
  type FileInPieces,
  type OpenedFile,
  type ReadOptions,
} from './open-file';
import { openByHead, SoundPieces } from './open-in-pieces';
import type { FormatName, ParsedFile, ParsedRecord, ParseProblem, ParseSink } from './parsed-record';
import { reportProblem } from './problem';
import { textReaders } from './readers';
import { readPieces } from './tagged';
import { readXlsx } from './xlsx';

/**
 * Reads a decoded text of a known format into the sink, record by record. Never throws: if a reader gives up, what it has
 * delivered stands and the loss is reported.
 */
export function readReferenceText(
  text: string,
  format: FormatName,
  sink: ParseSink,
  mapping?: ColumnMapping,
): void {
  if (format === 'xlsx' || format === 'unknown') {
    reportProblem(sink, 0, 'format-unknown', `There is no reader for the format ${format}.`);
    return;
  }
  const runs = formatRuns(text, format);
  readCounted(format, sink, text.slice(0, 200).trim(), (counted) => {
    if (runs.length === 1) textReaders[format](text, counted, mapping);
    else readRuns(text, runs, counted);
  });
}

/** Reads a file that was put together from several formats, each stretch with the reader of its own. */
function readRuns(text: string, runs: readonly FormatRun[], sink: ParseSink): void {
  const lines = new LineCounter(text);
  for (const { start, end, format } of runs) {
    if (format === 'xlsx' || format === 'unknown') continue;
    const before = lines.lineAt(start) - 1;
    if (start > 0) {
      const message = `Another export begins here; from this line on the file was read as ${format}.`;
      reportProblem(sink, before + 1, 'format-changes', message, text.slice(start, start + 80).trim());
    }
    textReaders[format](text.slice(start, end), {
      record: (record) => sink.record({ ...record, line: record.line + before }),
      problem: (problem) =>
        sink.problem(problem.line === 0 ? problem : { ...problem, line: problem.line + before }),
      ...(sink.progress === undefined
        ? {}
        : { progress: (read: number) => sink.progress?.(start + read) !== false }),
    });
  }
}

/** Runs a reader; that it gave up, or found no record and did not say why, is told. */
function readCounted(
  format: FormatName,
  sink: ParseSink,
  beginning: string,
  read: (sink: ParseSink) => void,
): void {
  const counted = countingSink(sink);
  guarded(() => read(counted.sink), format, counted.sink);
  if (counted.records() > 0 || counted.refused()) return;
  reportProblem(sink, 0, 'no-records', `The file is of format ${format} but holds no record.`, beginning);
}

/** A bug or an exhausted memory in one reader must not take the other files of a batch down. */
function guarded(read: () => void, format: FormatName, sink: ParseSink): void {
  try {
    read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reportProblem(
      sink,
      0,
      'reader-failed',
      `The reader for ${format} stopped early; the records before are kept.`,
      reason,
    );
  }
}

function countingSink(sink: ParseSink): {
  readonly sink: ParseSink;
  readonly records: () => number;
  readonly refused: () => boolean;
} {
  let records = 0;
  let refused = false;
  return {
    records: () => records,
    refused: () => refused,
    sink: {
      ...sink,
      record: (record) => {
        records += 1;
        sink.record(record);
      },
      problem: (problem) => {
        if (problem.code === 'not-a-reference-file') refused = true;
        sink.problem(problem);
      },
    },
  };
}

/** Reads what `openReferenceFile` found into the sink; of the options, columns and sheet count here. */
export function readOpenedFile(
  opened: OpenedFile,
  sink: ParseSink,
  { mapping, sheet }: Pick<ReadOptions, 'mapping' | 'sheet'> = {},
): void {
  if (opened.kind === 'workbook') {
    readCounted('xlsx', sink, '', (counted) => readXlsx(opened.bytes, counted, { mapping, sheet }));
    return;
  }
  if (opened.kind === 'pieces') {
    readTextInPieces(opened, new SoundPieces(opened), sink);
    return;
  }
  for (const problem of opened.problems) sink.problem(problem);
  if (opened.kind === 'text') readReferenceText(opened.text, opened.format, sink, mapping);
}

function readTextInPieces({ problems, format }: FileInPieces, pieces: SoundPieces, sink: ParseSink): void {
  for (const problem of problems) sink.problem(problem);
  readCounted(format, sink, '', (counted) => readPieces(pieces, format, counted));
}

/**
 * Reads an export file of any known kind. Always gives an answer: every record that can be saved, and a problem for every
 * repair, loss or refusal. The same bytes and options give the same answer.
 */
export function readReferenceFile(bytes: Uint8Array, options: ReadOptions = {}): ParsedFile {
  const inPieces = openByHead(bytes, options);
  if (inPieces !== undefined) {
    const pieces = new SoundPieces(inPieces);
    const file = collected(inPieces, (sink) => readTextInPieces(inPieces, pieces, sink));
    if (pieces.sound) return file;
  }
  const opened = openReferenceFile(bytes, options);
  return collected(opened, (sink) => readOpenedFile(opened, sink, options));
}

function collected(opened: OpenedFile, read: (sink: ParseSink) => void): ParsedFile {
  const records: ParsedRecord[] = [];
  const problems: ParseProblem[] = [];
  read({ record: (record) => records.push(record), problem: (problem) => problems.push(problem) });
  return { format: formatOf(opened), encoding: encodingOf(opened), records, problems };
}
