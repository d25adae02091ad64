/**
 * Walks a text line by line without copying it. LF, CR LF and lone CR each end a line, also mixed in one file. `start`
 * and `end` bound the current line; `number` is 1-based.
 */
export class LineCursor {
  start = 0;
  end = 0;
  private next = 0;
  private lineFeed: number;
  private carriageReturn: number;
  private readonly length: number;

  /** `number`: how many lines stand before the text. */
  constructor(
    readonly text: string,
    public number = 0,
  ) {
    this.length = text.length;
    this.lineFeed = this.find('\n', 0);
    this.carriageReturn = this.find('\r', 0);
  }

  /** Moves to the next line; false at the end of the text. */
  advance(): boolean {
    const from = this.next;
    if (from >= this.length) return false;
    this.start = from;
    this.number += 1;
    if (this.lineFeed < from) this.lineFeed = this.find('\n', from);
    if (this.carriageReturn < from) this.carriageReturn = this.find('\r', from);
    if (this.carriageReturn < this.lineFeed) {
      this.end = this.carriageReturn;
      this.next = this.carriageReturn + (this.lineFeed === this.carriageReturn + 1 ? 2 : 1);
    } else {
      this.end = this.lineFeed;
      this.next = this.lineFeed + 1;
    }
    return true;
  }

  /** Index where the line after the current one starts. */
  get following(): number {
    return this.next;
  }

  private find(character: string, from: number): number {
    const at = this.text.indexOf(character, from);
    return at < 0 ? this.length : at;
  }
}

/** White space, control characters (an old DOS end-of-file mark among them), no-break space and byte order mark. */
export const isBlankCode = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0xfeff;

/** The text between two indices without white space at its ends. */
export function sliceTrimmed(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from < to && isBlankCode(text.charCodeAt(from))) from += 1;
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to -= 1;
  return from === to ? '' : text.slice(from, to);
}

/** Index of the first character between two indices that is no white space; `end` if there is none. */
export function firstVisible(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankCode(text.charCodeAt(at))) at += 1;
  return at;
}
