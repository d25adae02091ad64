export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const AMPERSAND = 38;
export const HYPHEN = 45;
export const LESS_THAN = 60;
export const LARGE_R = 82;
export const SMALL_R = 114;

/**
 * Whether a character of two or three bytes (UTF-8) starts at an index that is white space: U+00A0, 1680, 2000–200A, 2028,
 * 2029, 202F, 205F, 3000, FEFF.
 */
export function isWhiteSpace(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  if (first < 0xc2) return false;
  const second = bytes[at + 1];
  const third = bytes[at + 2] ?? 0;
  if (first === 0xc2) return second === 0xa0;
  if (first === 0xe1) return second === 0x9a && third === 0x80;
  if (first === 0xe2 && second === 0x80)
    return third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf;
  if (first === 0xe2) return second === 0x81 && third === 0x9f;
  if (first === 0xe3) return second === 0x80 && third === 0x80;
  return first === 0xef && second === 0xbb && third === 0xbf;
}
