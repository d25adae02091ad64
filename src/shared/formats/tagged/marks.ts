const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const AMPERSAND = 38;
const HYPHEN = 45;
const LESS_THAN = 60;

/** The longest indent of a line, in spaces, that makes nothing odd. */
const MOST_INDENT = 8;

/**
 * What one look through the bytes (UTF-8) of a text finds: where its lines end, and what makes a value need work:
 * character references, markup, white space that is no single space. The many values without any then cost nothing. Places
 * are those of the decoded text, in UTF-16 code units. An oddity too many costs time but changes no value.
 */
export class Marks {
  /** For each line where it ends and where the next one starts, in turn. LF, CR LF and lone CR each end one. */
  readonly lines = new Places();
  readonly oddities = new Places();
  /** Whether a byte is zero, which stands for nothing in a text. */
  zero = false;
  /** How many bytes more than code units there were so far. */
  private shift = 0;

  /**
   * Forgets the text before and looks through this one: at four bytes at a time, of which most are letters. (Read as a
   * number the first byte is the lowest, as on every processor this program runs on.)
   */
  look(bytes: Uint8Array): void {
    this.lines.length = 0;
    this.oddities.length = 0;
    this.zero = false;
    this.shift = 0;
    const from = Math.min(-bytes.byteOffset & 3, bytes.length);
    const words = wordsOf(bytes, from);
    for (let at = 0; at < from; at += 1) this.lookAt(bytes, at);
    /** Zero in the bytes that are spaces; and the same of the word before, at first such that the next byte is looked at. */
    let spaced = 0;
    let spacedBefore = -1;
    for (let i = 0; i < words.length; i += 1, spacedBefore = spaced) {
      const word = words[i] ?? 0;
      spaced = word ^ 0x20202020;
      /** Zero in a byte that is a space behind a space. */
      const doubled = spaced | (spaced << 8) | (spacedBefore >>> 24);
      // The highest bit of a byte is set outside ASCII, and by the subtraction where the byte is below what is subtracted:
      // a control character; an ampersand, a less-than or a doubled space, which were made zero.
      const found =
        word |
        (word - 0x20202020) |
        ((word ^ 0x26262626) - 0x01010101) |
        ((word ^ 0x3c3c3c3c) - 0x01010101) |
        (doubled - 0x01010101);
      for (let bits = found & 0x80808080; bits !== 0; bits &= bits - 1)
        this.lookAt(bytes, from + i * 4 + (ctz(bits) >> 3));
    }
    for (let at = from + words.length * 4; at < bytes.length; at += 1) this.lookAt(bytes, at);
    const end = bytes.length - this.shift;
    if (this.lines.last !== end) this.endLine(end, end);
  }

  private lookAt(bytes: Uint8Array, at: number): void {
    const byte = bytes[at] ?? 0;
    const place = at - this.shift;
    if (byte >= 0x80) {
      // Sequences of two and three bytes are one code unit, those of four are two.
      if (byte < 0xc0) this.shift += 1;
      else if (byte >= 0xf0) this.shift -= 1;
      else if (isWhiteSpace(bytes, at)) this.oddities.add(place);
    } else if (byte === SPACE) {
      if (bytes[at - 1] === SPACE && bytes[at + 1] !== HYPHEN && !isIndent(bytes, at))
        this.oddities.add(place - 1);
    } else if (byte === LINE_FEED) {
      if (bytes[at - 1] !== CARRIAGE_RETURN) this.endLine(place, place + 1);
    } else if (byte === CARRIAGE_RETURN) {
      this.endLine(place, bytes[at + 1] === LINE_FEED ? place + 2 : place + 1);
    } else if (byte < SPACE || byte === AMPERSAND || byte === LESS_THAN) {
      if (byte === 0) this.zero = true;
      this.oddities.add(place);
    }
  }

  private endLine(end: number, following: number): void {
    this.lines.add(end);
    this.lines.add(following);
  }
}

/** The whole words of some bytes from an index on, where a word starts if there is one. */
const wordsOf = (bytes: Uint8Array, from: number): Int32Array =>
  bytes.length - from < 4
    ? new Int32Array()
    : new Int32Array(bytes.buffer, bytes.byteOffset + from, (bytes.length - from) >> 2);

/** Whether the spaces up to an index are the indent of a line. */
function isIndent(bytes: Uint8Array, last: number): boolean {
  let at = last;
  while (at >= 0 && last - at <= MOST_INDENT && bytes[at] === SPACE) at -= 1;
  return bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN;
}

/** Whether a sequence of two or three bytes is white space: U+00A0, 1680, 2000–200A, 2028, 2029, 202F, 205F, 3000, FEFF. */
function isWhiteSpace(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at];
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

/** Ascending places in a text; kept and filled again from piece to piece. */
class Places {
  length = 0;
  private places = new Int32Array(1024);

  add(place: number): void {
    if (this.length === this.places.length) {
      const longer = new Int32Array(this.length * 2);
      longer.set(this.places);
      this.places = longer;
    }
    this.places[this.length] = place;
    this.length += 1;
  }

  at(index: number): number {
    return this.places[index] ?? 0;
  }

  /** The last place; the start of the text where there is none. */
  get last(): number {
    return this.length === 0 ? 0 : this.at(this.length - 1);
  }
}

/** How many of the lowest bits are zero. */
const ctz = (word: number): number => 31 - Math.clz32(word & -word);
