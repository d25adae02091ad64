/** What the first bytes of a file say it is, before anybody tries to read it as text. */
export type ByteKind =
  'text' | 'empty' | 'xlsx' | 'pdf' | 'word' | 'old-excel' | 'archive' | 'image' | 'binary';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** How far a PDF header may stand from the start (PDF 1.7, annex H, note 13). */
const PDF_HEADER_WITHIN = 1024;

const includesAscii = (bytes: Uint8Array, ascii: string, from: number, to: number): boolean => {
  const codes = Array.from(ascii, (character) => character.charCodeAt(0));
  const first = codes[0] ?? 0;
  const last = Math.min(to, bytes.length) - codes.length;
  for (let i = bytes.indexOf(first, from); i >= 0 && i <= last; i = bytes.indexOf(first, i + 1)) {
    if (codes.every((code, k) => bytes[i + k] === code)) return true;
  }
  return false;
};

/** How much of a file is looked at for the names inside a zip archive, at either end. */
const ZIP_WINDOW = 256 * 1024;

function kindOfZip(bytes: Uint8Array): ByteKind {
  const inside = (name: string): boolean =>
    includesAscii(bytes, name, 0, ZIP_WINDOW) ||
    includesAscii(bytes, name, Math.max(0, bytes.length - ZIP_WINDOW), bytes.length);
  if (inside('xl/')) return 'xlsx';
  return inside('word/') ? 'word' : 'archive';
}

/** Bytes looked at to tell text from binary data. */
const PROBE = 8192;
/** Above this share of control characters (other than white space) a file is binary. */
const CONTROL_SHARE = 0.02;

function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, PROBE);
  let zeroEven = 0;
  let zeroOdd = 0;
  let control = 0;
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) {
      if (i % 2 === 0) zeroEven += 1;
      else zeroOdd += 1;
    } else if (
      byte < 9 ||
      (byte > 13 && byte < 32 && byte !== 26 && byte !== 27 && byte !== 30 && byte !== 31)
    )
      control += 1;
  }
  const marked = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const oneSided =
    Math.min(zeroEven, zeroOdd) * 20 < Math.max(zeroEven, zeroOdd) &&
    Math.max(zeroEven, zeroOdd) > length * 0.2;
  if (marked || oneSided) return false;
  return control + zeroEven + zeroOdd > length * CONTROL_SHARE;
}

/** Tells text from the kinds of file people hand in by mistake. Looks at signatures, never at the name. */
export function sniffBytes(bytes: Uint8Array): ByteKind {
  if (bytes.length === 0) return 'empty';
  if (includesAscii(bytes, '%PDF-', 0, PDF_HEADER_WITHIN)) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return kindOfZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return includesAscii(bytes, 'W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0', 0, bytes.length)
      ? 'word'
      : 'old-excel';
  // Rich text: a word processor's file that looks like text.
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'word';
  if (
    startsWith(bytes, [0x1f, 0x8b]) ||
    startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) ||
    startsWith(bytes, [0x52, 0x61, 0x72, 0x21])
  )
    return 'archive';
  if (
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, [0x47, 0x49, 0x46, 0x38])
  )
    return 'image';
  return isBinary(bytes) ? 'binary' : 'text';
}
