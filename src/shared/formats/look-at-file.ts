import { decodeBytes } from './decode-bytes';
import { previewTable, type TablePreview } from './delimited';
import type { FormatName } from './parsed-record';
import { encodingOf, formatOf, type OpenedFile, type ReadOptions } from './open-file';
import { previewXlsx, type WorkbookPreview } from './xlsx';
import { previewMarkupTable } from './xml';

/** What a person sees of a file before its records are read. */
export type FileLook = {
  readonly format: FormatName;
  readonly encoding: string;
  /** Bytes in which an encoding shows: see `tellingBytes`. Empty for files that are no text. */
  readonly sample: Uint8Array<ArrayBuffer>;
  /** Header, first rows and what the columns seem to hold, where the file is a table or may be one. */
  readonly table: TablePreview | undefined;
  /** The sheets of a workbook, and which of them is looked at. */
  readonly workbook: Omit<WorkbookPreview, 'table'> | undefined;
};

const tables: ReadonlySet<FormatName> = new Set(['csv', 'tsv', 'wos-tab', 'ctgov-csv', 'unknown']);
/** Rows of a table that are shown. */
const SHOWN_ROWS = 8;
/** Text from which a preview is taken, in UTF-16 code units. */
const PREVIEW_TEXT = 1_000_000;

/** Looks at a file that was opened: enough to choose encoding, sheet and columns by. */
export function lookAtFile(bytes: Uint8Array, opened: OpenedFile, options: ReadOptions = {}): FileLook {
  const format = formatOf(opened);
  if (opened.kind === 'workbook') {
    const preview = previewXlsx(bytes, options.sheet, SHOWN_ROWS);
    const workbook = preview === undefined ? undefined : { sheets: preview.sheets, sheet: preview.sheet };
    return { format, encoding: 'binary', sample: new Uint8Array(), table: preview?.table, workbook };
  }
  const unknownText =
    opened.kind === 'refused' && opened.problems.some(({ code }) => code === 'format-unknown');
  const text =
    opened.kind === 'text'
      ? opened.text
      : unknownText
        ? decodeBytes(bytes.subarray(0, PREVIEW_TEXT), options.encoding).text
        : '';
  return {
    format,
    encoding: encodingOf(opened),
    sample: 'format' in opened || unknownText ? tellingBytes(bytes) : new Uint8Array(),
    table:
      format === 'html-table'
        ? previewMarkupTable(text.slice(0, PREVIEW_TEXT), SHOWN_ROWS)
        : tables.has(format) && text !== ''
          ? previewTable(text.slice(0, PREVIEW_TEXT), SHOWN_ROWS)
          : undefined,
    workbook: undefined,
  };
}

const SAMPLE = 6_000;
const LONGEST_LINE = 240;

/**
 * The lines of a text that hold bytes beyond ASCII, up to some 6 kB, each cut to a stretch around the first of them: what
 * a person looks at to tell one encoding from another. Of UTF-16, and where all is ASCII, the beginning.
 */
export function tellingBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    bytes.subarray(0, 400).includes(0);
  if (utf16) return bytes.slice(0, SAMPLE);
  const out = new Uint8Array(SAMPLE);
  let filled = 0;
  for (let at = 0; at < bytes.length && filled < SAMPLE - LONGEST_LINE - 1; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = Math.max(bytes.lastIndexOf(10, at), bytes.lastIndexOf(13, at)) + 1;
    const end = lineEnd(bytes, at);
    const from = Math.max(start, at - LONGEST_LINE / 2);
    const part = bytes.subarray(from, Math.min(end, from + LONGEST_LINE));
    out.set(part, filled);
    filled += part.length;
    out[filled] = 10;
    filled += 1;
    at = end;
  }
  return filled > 0 ? out.slice(0, filled) : bytes.slice(0, SAMPLE);
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  return at;
}
