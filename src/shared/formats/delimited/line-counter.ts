/** Counts lines of a text up to places that only go forward; LF, CR LF and lone CR end a line. */
export class LineCounter {
  private line = 1;
  private position = 0;
  private feed: number;
  private carriage: number;

  constructor(private readonly text: string) {
    this.feed = this.find('\n', 0);
    this.carriage = this.find('\r', 0);
  }

  /** The 1-based line of an index that is not before the one asked for last. */
  lineAt(index: number): number {
    while (this.feed < index || this.carriage < index) {
      if (this.carriage + 1 === this.feed) this.carriage = this.find('\r', this.feed);
      if (this.feed < this.carriage) {
        if (this.feed >= index) break;
        this.position = this.feed + 1;
        this.feed = this.find('\n', this.position);
      } else {
        if (this.carriage >= index) break;
        this.position = this.carriage + 1;
        this.carriage = this.find('\r', this.position);
      }
      this.line += 1;
    }
    return this.line;
  }

  private find(character: string, from: number): number {
    const at = this.text.indexOf(character, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}
