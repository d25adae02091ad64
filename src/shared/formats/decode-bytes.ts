import { detectEncoding } from './detect-encoding';
import type { ParseProblem } from './parsed-record';
import { codePage437, codePage850, decodeSingleByte, macRoman, windows1252 } from './single-byte-tables';
import { countUtf8, decodeMixedUtf8 } from './utf8-bytes';

/** Encodings a person can choose from, most usual first. Each is a label `decodeBytes` takes. */
export const offeredEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-5',
  'iso-8859-6',
  'koi8-r',
  'macintosh',
  'cp850',
  'cp437',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
] as const;
export type OfferedEncoding = (typeof offeredEncodings)[number];

/** Whether a label names an encoding that can be forced. */
export const isOfferedEncoding = (label: string): label is OfferedEncoding =>
  offeredEncodings.some((offered) => offered === label);

export type DecodedText = {
  /** Without byte order mark. */
  readonly text: string;
  /** The label used, one of `offeredEncodings`. */
  readonly encoding: OfferedEncoding;
  readonly problems: readonly ParseProblem[];
};

/** How many bytes tell UTF-16 without a byte order mark, and text from binary. */
const PROBE = 4096;

const byteOrderMark = (bytes: Uint8Array): { encoding: OfferedEncoding; length: number } | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
};

/**
 * UTF-16 without a mark: in text with some Latin letters nearly every other byte is 00, always on the same side.
 * Binary files have zeros on both sides.
 */
function unmarkedUtf16(bytes: Uint8Array): OfferedEncoding | undefined {
  const length = Math.min(bytes.length, PROBE) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  return undefined;
}

/**
 * Decodes the bytes of an export file: byte order mark; UTF-16 told by its zeros; strict UTF-8; UTF-8 with a few stray
 * bytes; else detection on a sample, which falls back to windows-1252. `forced` skips all of that. Never throws: what
 * cannot be decoded becomes U+FFFD and a problem.
 */
export function decodeBytes(bytes: Uint8Array, forced?: OfferedEncoding): DecodedText {
  const mark = byteOrderMark(bytes);
  const content = mark ? bytes.subarray(mark.length) : bytes;
  if (forced !== undefined) {
    return decodeAs(mark?.encoding === forced ? content : bytes, forced, []);
  }
  if (mark !== undefined)
    return mark.encoding === 'utf-8' ? decodeUtf8(content, true) : decodeAs(content, mark.encoding, []);
  const utf16 = unmarkedUtf16(bytes);
  return utf16 === undefined ? decodeUtf8(bytes, false) : decodeAs(bytes, utf16, []);
}

function decodeUtf8(bytes: Uint8Array, marked: boolean): DecodedText {
  const strict = decodeStrictly(bytes, 'utf-8');
  if (strict !== undefined) return { text: strict, encoding: 'utf-8', problems: [] };
  const { sequences, stray } = countUtf8(bytes);
  if (marked || sequences > stray) return decodeAsMixedUtf8(bytes);
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && declared !== 'utf-8') return decodeAs(bytes, declared, []);
  const guessed = detectEncoding(bytes);
  const encoding = isOfferedEncoding(guessed) ? guessed : 'windows-1252';
  return decodeAs(bytes, encoding, [
    {
      line: 0,
      code: 'encoding-guessed',
      message: `The file is not UTF-8 and carries no byte order mark; it was read as ${encoding}. Check a name with accents.`,
      raw: '',
    },
  ]);
}

/** Bytes in which a file says its own encoding. */
const DECLARATION = 1024;

/** Where it says it: the declaration of XML, the head of a web page, the first line of JabRef. */
const declarations: readonly RegExp[] = [
  /^\s{0,20}<\?xml[^<>]{0,100}? encoding=["']([\w.:-]{1,30})["']/,
  /<meta[^<>]{0,200}? charset=["']?([\w.:-]{1,30})/i,
  /^% ?Encoding: ?([\w.:-]{1,30})/m,
];

/** The encoding a file says it is in, if it is one that can be chosen; "ISO-8859-1" is read as windows-1252, as browsers do. */
function declaredEncoding(bytes: Uint8Array): OfferedEncoding | undefined {
  const head = decodeSingleByte(bytes.subarray(0, DECLARATION), windows1252);
  for (const declaration of declarations) {
    const named = declaration.exec(head)?.[1]?.replace(/^ISO8859_/i, 'iso-8859-');
    if (named === undefined) continue;
    const label = canonicalLabel(named);
    return label !== undefined && isOfferedEncoding(label) ? label : undefined;
  }
  return undefined;
}

function canonicalLabel(named: string): string | undefined {
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return undefined;
  }
}

/** A file with damage all over is not told byte by byte. */
const MOST_STRAYS_TOLD = 200;

function decodeAsMixedUtf8(bytes: Uint8Array): DecodedText {
  const { text, strays, cutAtEnd } = decodeMixedUtf8(bytes);
  const problems: ParseProblem[] = strays.slice(0, MOST_STRAYS_TOLD).map(({ line, raw }) => ({
    line,
    code: 'mixed-encoding',
    message: 'A byte that is not UTF-8 in a UTF-8 file; read as windows-1252.',
    raw,
  }));
  if (strays.length > MOST_STRAYS_TOLD) {
    problems.push({
      line: strays[MOST_STRAYS_TOLD]?.line ?? 0,
      code: 'mixed-encoding',
      message: `${strays.length - MOST_STRAYS_TOLD} more bytes that are not UTF-8; read as windows-1252.`,
      raw: '',
    });
  }
  if (cutAtEnd) problems.push(undecodable(text, text.length - 1));
  return { text, encoding: 'utf-8', problems };
}

/** Encodings that runtimes do not have, or have wrongly. */
const tables: Readonly<Partial<Record<OfferedEncoding, Uint16Array>>> = {
  'windows-1252': windows1252,
  macintosh: macRoman,
  cp850: codePage850,
  cp437: codePage437,
};

function decodeAs(
  bytes: Uint8Array,
  encoding: OfferedEncoding,
  problems: readonly ParseProblem[],
): DecodedText {
  const table = tables[encoding];
  if (table !== undefined) return { text: decodeSingleByte(bytes, table), encoding, problems };
  const text = decodeLeniently(bytes, encoding);
  if (text === undefined) {
    const fallback: ParseProblem = {
      line: 0,
      code: 'encoding-guessed',
      message: `This system cannot decode ${encoding}; the file was read as windows-1252.`,
      raw: '',
    };
    return {
      text: decodeSingleByte(bytes, windows1252),
      encoding: 'windows-1252',
      problems: [...problems, fallback],
    };
  }
  const replaced = text.indexOf('\ufffd');
  return { text, encoding, problems: replaced < 0 ? problems : [...problems, undecodable(text, replaced)] };
}

function undecodable(text: string, at: number): ParseProblem {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line += 1;
  return {
    line,
    code: 'undecodable-bytes',
    message:
      'Bytes that mean nothing in this encoding were replaced by \ufffd; another encoding may fit better.',
    raw: text.slice(Math.max(0, at - 40), at + 40),
  };
}

/** A label the runtime does not know and a text too long to hold both make TextDecoder throw: neither is a bug here. */
function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeLeniently(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
