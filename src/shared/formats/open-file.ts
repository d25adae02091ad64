import { decodeBytes, type DecodedText, type OfferedEncoding } from './decode-bytes';
import type { ColumnMapping } from './delimited';
import { detectFormat } from './detect-format';
import { suspectMojibake, withoutMojibake } from './mojibake';
import type { FormatName, ParseProblem, ParseProblemCode } from './parsed-record';
import { sniffBytes, type ByteKind } from './sniff-bytes';
import { unwrapLines, withLineBreaks, withoutPage, withSingleBreaks, withTagSpaces } from './unwrap-lines';
import { holdsZero } from './utf8-bytes';

export type ReadOptions = {
  /** Decode so, whatever the bytes look like. */
  readonly encoding?: OfferedEncoding;
  /** Read as this format, whatever the content looks like. */
  readonly format?: FormatName;
  /** What each column of a table holds, chosen by hand; a text of no known format is then read as a table. */
  readonly mapping?: ColumnMapping;
  /** The sheet of a workbook that holds the records, by its name; else it is found. */
  readonly sheet?: string;
};

/** A file before its records are read: what it is and how it was decoded. */
export type OpenedFile =
  | {
      readonly kind: 'text';
      readonly format: FormatName;
      readonly encoding: OfferedEncoding;
      readonly text: string;
      readonly problems: readonly ParseProblem[];
    }
  | FileInPieces
  | { readonly kind: 'workbook'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly encoding: string; readonly problems: readonly ParseProblem[] };

/** A large text that is decoded as it is read. */
export type FileInPieces = {
  readonly kind: 'pieces';
  readonly format: FormatName;
  readonly encoding: OfferedEncoding;
  readonly bytes: Uint8Array;
  readonly problems: readonly ParseProblem[];
};

/** The largest file taken, in bytes; beyond it one JavaScript string cannot hold the text. */
export const largestFile = 400 * 1024 * 1024;

const refusals: Readonly<
  Record<Exclude<ByteKind, 'text' | 'xlsx'>, readonly [code: ParseProblemCode, message: string]>
> = {
  empty: ['empty-file', 'The file holds no bytes.'],
  pdf: ['not-a-reference-file', 'This is a PDF, not an export of references.'],
  word: [
    'not-a-reference-file',
    'This is a word processor document, not an export of references; save it as plain text first.',
  ],
  'old-excel': [
    'old-workbook',
    'This is an old Excel workbook (.xls). Open it in Excel or LibreOffice, save it as .xlsx and import that file.',
  ],
  archive: ['not-a-reference-file', 'This is a compressed archive; unpack it and import the files inside.'],
  image: ['not-a-reference-file', 'This is an image, not an export of references.'],
  binary: ['not-a-reference-file', 'This is a binary file, not an export of references.'],
};

const refuse = (
  code: ParseProblemCode,
  message: string,
  encoding = 'binary',
  before: readonly ParseProblem[] = [],
  raw = '',
): OpenedFile => ({
  kind: 'refused',
  encoding,
  problems: [...before, { line: 0, code, message, raw }],
});

/**
 * Says what a file is: a decoded text in a known format, a workbook, or something that is refused with a reason. Reads no
 * record yet, so that a preview can show encoding and format first.
 */
export function openReferenceFile(bytes: Uint8Array, options: ReadOptions = {}): OpenedFile {
  const kind = sniffBytes(bytes);
  if (bytes.length > largestFile) {
    return refuse(
      'file-too-large',
      `The file has ${bytes.length} bytes; the most is ${largestFile}. Export the search in parts.`,
    );
  }
  if (kind === 'xlsx' || options.format === 'xlsx') return { kind: 'workbook', bytes };
  if (kind !== 'text' && !(kind === 'binary' && options.encoding !== undefined)) {
    const [code, message] = refusals[kind];
    return refuse(code, message);
  }
  const { text, encoding, problems } = decodedText(bytes, options.encoding);
  if (options.format !== undefined && options.format !== 'unknown') {
    return { kind: 'text', format: options.format, encoding, text, problems: withMojibake(text, problems) };
  }
  const detected = detectFormat(text);
  if (detected.kind === 'none' && detected.code === 'format-unknown' && options.mapping !== undefined) {
    return { kind: 'text', format: 'csv', encoding, text, problems: withMojibake(text, problems) };
  }
  const unwrapped = detected.kind === 'none' ? openUnwrapped(text, encoding, problems) : undefined;
  if (unwrapped !== undefined) return unwrapped;
  if (detected.kind === 'none')
    return refuse(detected.code, detected.message, encoding, problems, text.slice(0, 200).trim());
  const { text: tidy, repairs } = tidied(text, detected.format);
  return {
    kind: 'text',
    format: detected.format,
    encoding,
    text: tidy,
    problems: withMojibake(text, [...problems, ...repairs]),
  };
}

/** The text of a file; one that was encoded twice is put right, unless a person chose its encoding. */
function decodedText(bytes: Uint8Array, forced: OfferedEncoding | undefined): DecodedText {
  const asItIs = decodeBytes(bytes, forced);
  // Asked of the bytes: engines look for this character by a byte of which text in memory may be half.
  const decoded = holdsZero(bytes) ? withoutNul(asItIs) : asItIs;
  if (forced !== undefined || suspectMojibake(decoded.text) === undefined) return decoded;
  const text = withoutMojibake(decoded.text);
  if (text === undefined) return decoded;
  const message =
    'The text had been encoded twice ("Ã¼" for "ü"); it was put right. Choose the encoding by hand to see it as it was saved.';
  return {
    ...decoded,
    text,
    problems: [...decoded.problems, { line: 0, code: 'mojibake-repaired', message, raw: '' }],
  };
}

/** NUL, which old databases leave in texts, stands for nothing. */
function withoutNul(decoded: DecodedText): DecodedText {
  const at = decoded.text.indexOf('\0');
  if (at < 0) return decoded;
  const problem: ParseProblem = {
    line: 0,
    code: 'undecodable-bytes',
    message: 'Zero bytes, which stand for nothing in a text, were left out.',
    raw: decoded.text.slice(Math.max(0, at - 40), at + 40).replaceAll('\0', ' '),
  };
  return { ...decoded, text: decoded.text.replaceAll('\0', ''), problems: [...decoded.problems, problem] };
}

/** A text in no known format that is in one without what stands around each of its lines. */
function openUnwrapped(
  text: string,
  encoding: OfferedEncoding,
  problems: readonly ParseProblem[],
): OpenedFile | undefined {
  const unwrapped = unwrapLines(text);
  if (unwrapped === undefined) return undefined;
  const detected = detectFormat(unwrapped.text);
  if (detected.kind === 'none') return undefined;
  const told: ParseProblem = { line: 0, code: 'lines-unwrapped', message: unwrapped.said, raw: '' };
  const { text: tidy, repairs } = tidied(unwrapped.text, detected.format);
  return {
    kind: 'text',
    format: detected.format,
    encoding,
    text: tidy,
    problems: withMojibake(text, [...problems, told, ...repairs]),
  };
}

/** Formats of tagged lines, in which an empty line means something. */
const tagged: ReadonlySet<FormatName> = new Set(['ris', 'nbib', 'wos', 'enw', 'refworks']);

type Tidied = { readonly text: string; readonly repairs: readonly ParseProblem[] };

/** Tagged text without a web page around it, with the spaces its tags lost, and a line for each field. */
function tidied(text: string, format: FormatName): Tidied {
  if (!tagged.has(format)) return { text, repairs: [] };
  const single = withSingleBreaks(text);
  const inside = /^\s{0,100}<[a-z!]/i.test(text.slice(0, 200)) ? withoutPage(text) : (single ?? text);
  const parted = format === 'ris' ? withLineBreaks(inside) : undefined;
  const spaced =
    format === 'ris' && /^TY-(?:[ \t]|$)/m.test(inside.slice(0, 64 * 1024)) ? withTagSpaces(inside) : inside;
  const repair = (code: ParseProblemCode, message: string): ParseProblem => ({
    line: 0,
    code,
    message,
    raw: '',
  });
  return {
    text: parted ?? spaced,
    repairs: [
      ...(single === undefined
        ? []
        : [repair('lines-unwrapped', 'An empty line stood behind every line; these were left out.')]),
      ...(parted === undefined
        ? []
        : [repair('fields-on-one-line', 'All fields stood on one line and were taken apart.')]),
    ],
  };
}

const withMojibake = (text: string, problems: readonly ParseProblem[]): readonly ParseProblem[] => {
  const suspicion = suspectMojibake(text);
  return suspicion === undefined ? problems : [...problems, suspicion];
};

/** The format name under which a batch list shows an opened file. */
export const formatOf = (opened: OpenedFile): FormatName =>
  'format' in opened ? opened.format : opened.kind === 'workbook' ? 'xlsx' : 'unknown';

/** The encoding under which a batch list shows an opened file; "binary" where there is none. */
export const encodingOf = (opened: OpenedFile): string =>
  opened.kind === 'workbook' ? 'binary' : opened.encoding;
