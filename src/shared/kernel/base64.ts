const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Map([...alphabet].map((letter, value) => [letter, value]));

/** Base64 of bytes (RFC 4648 section 4, with padding). No runtime function for it is common to all of ours. */
export function bytesToBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    groups.push(
      alphabet[word >> 18] ?? '',
      alphabet[(word >> 12) & 63] ?? '',
      b === undefined ? '=' : (alphabet[(word >> 6) & 63] ?? ''),
      c === undefined ? '=' : (alphabet[word & 63] ?? ''),
    );
  }
  return groups.join('');
}

/** The bytes of a base64 text; null if it is none. */
export function base64ToBytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let place = 0;
  for (let at = 0; at < text.length; at += 4) {
    let word = 0;
    for (let index = at; index < at + 4; index += 1) {
      const isPadding = index >= text.length - padding;
      const value = isPadding ? 0 : valueOf.get(text[index] ?? '');
      if (value === undefined) return null;
      word = (word << 6) | value;
    }
    for (let shift = 16; shift >= 0 && place < bytes.length; shift -= 8) {
      bytes[place] = (word >> shift) & 255;
      place += 1;
    }
  }
  return bytes;
}
