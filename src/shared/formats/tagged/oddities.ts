/** The start of a character reference or of markup, and white space below U+0100 that is no plain space. */
const rare = '&<\t\v\f\u00a0';

/** Two spaces that do not belong to a tag ("TY  - "), and the white space of Unicode above U+00FF. */
const uneven = / {2}(?!-)|[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/**
 * Finds what makes a value need work (references, markup, uneven white space) ahead of a reader that moves through a
 * text once. Each is searched for through the whole text at the speed of memory, so that the many values without any
 * cost nothing. Only characters below U+0100 are searched one by one: engines look for others by one of their bytes,
 * which may be that of the space.
 */
export class Oddities {
  /** Position of the next oddity of any kind. */
  private next = -1;
  private readonly positions: number[];
  private readonly spaces = new RegExp(uneven, 'g');
  private nextSpaces = -1;

  constructor(private readonly text: string) {
    this.positions = Array.from(rare, (character) => this.find(character, 0));
  }

  /** Whether a stretch of the text holds none. `from` may not move backwards between calls. */
  noneIn(from: number, to: number): boolean {
    if (this.next < from) this.advance(from);
    return this.next >= to;
  }

  private advance(from: number): void {
    if (this.nextSpaces < from) {
      this.spaces.lastIndex = from;
      this.nextSpaces = this.spaces.test(this.text) ? this.spaces.lastIndex - 1 : Number.POSITIVE_INFINITY;
    }
    let next = this.nextSpaces;
    for (let i = 0; i < this.positions.length; i += 1) {
      let at = this.positions[i] ?? Number.POSITIVE_INFINITY;
      if (at < from) {
        at = this.find(rare.charAt(i), from);
        this.positions[i] = at;
      }
      if (at < next) next = at;
    }
    this.next = next;
  }

  private find(character: string, from: number): number {
    const at = this.text.indexOf(character, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}
