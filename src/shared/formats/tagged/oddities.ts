/** Two spaces that belong neither to a tag ("TY  - ") nor to the indent of a line. */
const spaces = / {2}(?!-)(?<![\n\r] {2,8})/;

/**
 * The start of a character reference or of markup, and white space that is neither a plain space nor the end of a line:
 * `[&<]|[^\S \n\r]`, spelled out because engines look for a listed character in two thirds of the time.
 */
const others = /[&<\t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/**
 * Finds what makes a value need work (references, markup, uneven white space) ahead of a reader that moves through a
 * text once. Each is searched for through the whole text, so that the many values without any cost nothing.
 */
export class Oddities {
  private readonly spaces: Ahead;
  private readonly others: Ahead;

  constructor(text: string) {
    this.spaces = new Ahead(text, spaces, 2);
    this.others = new Ahead(text, others, 1);
  }

  /** Whether a stretch of the text holds none. `from` may not move backwards between calls. */
  noneIn(from: number, to: number): boolean {
    return this.spaces.from(from) >= to && this.others.from(from) >= to;
  }
}

/** The next place a pattern fits, for positions that only move on. */
class Ahead {
  private readonly pattern: RegExp;
  private next = -1;

  constructor(
    private readonly text: string,
    pattern: RegExp,
    /** How long what fits is, in UTF-16 code units. */
    private readonly length: number,
  ) {
    this.pattern = new RegExp(pattern, 'g');
  }

  from(position: number): number {
    if (this.next >= position) return this.next;
    this.pattern.lastIndex = position;
    this.next = this.pattern.test(this.text)
      ? this.pattern.lastIndex - this.length
      : Number.POSITIVE_INFINITY;
    return this.next;
  }
}
