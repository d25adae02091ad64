import { Marks } from './marks';

/**
 * Walks a text line by line by its marks, from piece to piece. `start` and `end` bound the current line
 * in the piece, `following` is where the next one starts; `number` is 1-based and counts the lines of the file, through all
 * pieces.
 */
export class MarkedLines {
  start = 0;
  end = 0;
  following = 0;
  number = 0;
  private marks = new Marks();
  private nextLine = 0;
  /** How many lines of the file the current one takes. */
  private lines = 1;
  private nextOddity = 0;

  /** Goes on with the next piece, before its first line. */
  open(marks: Marks): void {
    this.marks = marks;
    this.following = 0;
    this.nextLine = 0;
    this.nextOddity = 0;
  }

  /** Moves to the next line; false at the end of the piece. */
  advance(): boolean {
    const { lines } = this.marks;
    if (this.nextLine === lines.length) return false;
    this.start = this.following;
    this.end = lines.at(this.nextLine);
    this.following = lines.at(this.nextLine + 1);
    this.number += this.lines;
    this.lines = lines.at(this.nextLine + 2);
    this.nextLine += 3;
    return true;
  }

  /** Whether a stretch of the piece holds nothing that makes a value need work. `from` may not move backwards. */
  isEven(from: number, to: number): boolean {
    const { oddities } = this.marks;
    while (this.nextOddity < oddities.length && oddities.at(this.nextOddity) < from) this.nextOddity += 1;
    return this.nextOddity === oddities.length || oddities.at(this.nextOddity) >= to;
  }
}
