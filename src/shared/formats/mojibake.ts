import type { ParseProblem } from './parsed-record';
import { windows1252 } from './single-byte-tables';

/**
 * Two-byte UTF-8 sequences that were read as windows-1252 and saved again: "MÃ¼ller", "donâ€™t". The second character is
 * one that windows-1252 has for the bytes 80 to BF.
 */
const misread =
  /[\u00c2\u00c3\u00c4\u00c5\u00ce\u00cf\u00d0\u00d1\u00e2][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/g;

/** UTF-16 code units looked at. */
const SAMPLE = 1024 * 1024;
/** Fewer than this may be chance (a title about character sets). */
const LEAST = 3;

/** A warning if the text looks as if it had been decoded wrongly before it was saved; the text itself is left alone. */
export function suspectMojibake(text: string): ParseProblem | undefined {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  let found = 0;
  let first = -1;
  for (const match of sample.matchAll(misread)) {
    if (first < 0) first = match.index;
    found += 1;
    if (found >= LEAST) break;
  }
  if (found < LEAST) return undefined;
  let line = 1;
  for (let i = sample.indexOf('\n'); i >= 0 && i < first; i = sample.indexOf('\n', i + 1)) line += 1;
  return {
    line,
    code: 'mojibake-suspected',
    message:
      'Accented letters look garbled ("Ã¼" for "ü"): the program that saved this file had read it in a wrong encoding.',
    raw: sample.slice(Math.max(0, first - 40), first + 40),
  };
}

const byteOf: ReadonlyMap<number, number> = new Map([...windows1252].map((code, byte) => [code, byte]));

/**
 * The text as it was before a program read its UTF-8 as windows-1252 and saved it as UTF-8 again. Only where that is beyond
 * doubt: every character stands for a byte of windows-1252 and all bytes together are sound UTF-8. Undefined otherwise.
 */
export function withoutMojibake(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const byte = code < 0x100 ? code : byteOf.get(code);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
