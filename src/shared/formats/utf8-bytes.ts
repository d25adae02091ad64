import { windows1252 } from './single-byte-tables';

/**
 * Length of the well-formed UTF-8 sequence at `at` (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF);
 * 0 if the bytes there are not UTF-8; -1 if the data end inside a sequence that is well-formed so far.
 */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0) return 0;
  for (let i = 1; i < length; i += 1) {
    if (at + i >= bytes.length) return -1;
    const next = bytes[at + i] ?? 0;
    let low = 0x80;
    let highest = 0xbf;
    if (i === 1) {
      if (first === 0xe0) low = 0xa0;
      else if (first === 0xed) highest = 0x9f;
      else if (first === 0xf0) low = 0x90;
      else if (first === 0xf4) highest = 0x8f;
    }
    if (next < low || next > highest) return 0;
  }
  return length;
}

/** How UTF-8 a run of bytes is: well-formed sequences of two or more bytes, and stray bytes. */
export function countUtf8(bytes: Uint8Array): { readonly sequences: number; readonly stray: number } {
  let sequences = 0;
  let stray = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 1) sequences += 1;
    if (length === 0) stray += 1;
    i += length > 0 ? length : length === 0 ? 1 : bytes.length;
  }
  return { sequences, stray };
}

/** Whether any byte is zero. Looks at four at a time: engines look for a byte in a typed array one by one. */
export function holdsZero(bytes: Uint8Array): boolean {
  const from = -bytes.byteOffset & 3;
  if (bytes.length < from) return bytes.includes(0);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + from, (bytes.length - from) >> 2);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? 0;
    // Only a byte of zero borrows from its own highest bit without having had it.
    if (((word - 0x01010101) & ~word & 0x80808080) !== 0) return true;
  }
  return bytes.subarray(0, from).includes(0) || bytes.subarray(from + words.length * 4).includes(0);
}

export type StrayByte = { readonly line: number; readonly raw: string };

/**
 * Decodes UTF-8 in which single bytes of another encoding stand (files pasted together from two exports). Each stray byte
 * is read as windows-1252; a sequence cut off by the end of the file becomes U+FFFD.
 */
export function decodeMixedUtf8(bytes: Uint8Array): {
  readonly text: string;
  readonly strays: readonly StrayByte[];
  readonly cutAtEnd: boolean;
} {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  const strays: StrayByte[] = [];
  let cutAtEnd = false;
  let line = 1;
  let clean = 0;
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x0a || (byte === 0x0d && bytes[i + 1] !== 0x0a)) line += 1;
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    parts.push(decoder.decode(bytes.subarray(clean, i)));
    if (length < 0) {
      cutAtEnd = true;
      parts.push('\ufffd');
      clean = bytes.length;
      break;
    }
    parts.push(String.fromCharCode(windows1252[byte] ?? 0xfffd));
    strays.push({ line, raw: `byte ${byte.toString(16).toUpperCase()}` });
    i += 1;
    clean = i;
  }
  parts.push(decoder.decode(bytes.subarray(clean)));
  return { text: parts.join(''), strays, cutAtEnd };
}
