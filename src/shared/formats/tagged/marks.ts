import {
  AMPERSAND,
  CARRIAGE_RETURN,
  HYPHEN,
  isWhiteSpace,
  LESS_THAN,
  LINE_FEED,
  SPACE,
} from './byte-classes';
import { Places } from './places';
import { goesOn } from './wrapped-lines';

/** The longest indent of a line, in spaces, that makes nothing odd. */
const MOST_INDENT = 8;

/**
 * What one look through the bytes (UTF-8) of a text finds: where its lines end, and what makes a value need work:
 * character references, markup, white space that is no single space. The many values without any then cost nothing. Places
 * are those of the decoded text, in UTF-16 code units. An oddity too many costs time but changes no value.
 */
export class Marks {
  /**
   * For each line where it ends, where the next one starts and how many lines of the file it takes, in turn. LF, CR LF and
   * lone CR each end one.
   */
  readonly lines = new Places();
  /** Ends of lines that go on in the next one, in bytes: the text is decoded without them and the indent behind them. */
  readonly wraps = new Places();
  readonly oddities = new Places();
  /** Whether a byte is zero, which stands for nothing in a text. */
  zero = false;
  /** How many bytes more than code units there were so far. */
  private shift = 0;
  /** Bytes where the current line starts, and behind the spaces at its start. */
  private start = 0;
  private indentEnd = 0;
  /** Lines of the file that it takes so far. */
  private taken = 1;

  /** `wrapIndent`: see `Dialect`; 0 leaves every line as it is. */
  constructor(private readonly wrapIndent = 0) {}

  /**
   * Forgets the text before and looks through this one: at four bytes at a time, of which most are letters. (Read as a
   * number the first byte is the lowest, as on every processor this program runs on.)
   */
  look(bytes: Uint8Array): void {
    this.lines.length = 0;
    this.wraps.length = 0;
    this.oddities.length = 0;
    this.zero = false;
    this.shift = 0;
    this.start = 0;
    this.indentEnd = behindIndent(bytes, 0);
    this.taken = 1;
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
    if (this.start < bytes.length) this.addLine(bytes.length, bytes.length);
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
      if (at >= this.indentEnd && bytes[at - 1] === SPACE && bytes[at + 1] !== HYPHEN)
        this.oddities.add(place - 1);
    } else if (byte === LINE_FEED) {
      if (bytes[at - 1] !== CARRIAGE_RETURN) this.endLine(bytes, at, at + 1);
    } else if (byte === CARRIAGE_RETURN) {
      this.endLine(bytes, at, bytes[at + 1] === LINE_FEED ? at + 2 : at + 1);
    } else if (byte < SPACE || byte === AMPERSAND || byte === LESS_THAN) {
      if (byte === 0) this.zero = true;
      this.oddities.add(place);
    }
  }

  private endLine(bytes: Uint8Array, end: number, next: number): void {
    const { start, wrapIndent } = this;
    const from = behindIndent(bytes, next);
    this.indentEnd = from;
    if (wrapIndent > 0 && from - next === wrapIndent && goesOn(bytes, start, end, from)) {
      this.wraps.add(end);
      this.taken += 1;
      // One space stands for all of it.
      this.shift += next - end + wrapIndent - 1;
    } else this.addLine(end, next);
  }

  private addLine(end: number, next: number): void {
    this.lines.add(end - this.shift);
    this.lines.add(next - this.shift);
    this.lines.add(this.taken);
    this.start = next;
    this.taken = 1;
  }
}

/** The whole words of some bytes from an index on, where a word starts if there is one. */
const wordsOf = (bytes: Uint8Array, from: number): Int32Array =>
  bytes.length - from < 4
    ? new Int32Array()
    : new Int32Array(bytes.buffer, bytes.byteOffset + from, (bytes.length - from) >> 2);

/** Index behind the spaces from an index on, of which an indent has so many at most. */
function behindIndent(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + MOST_INDENT && bytes[at] === SPACE) at += 1;
  return at;
}

/** How many of the lowest bits are zero. */
const ctz = (word: number): number => 31 - Math.clz32(word & -word);
