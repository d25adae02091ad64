/** Whole numbers, each once and in order; held as eight bytes each, where a set takes four times as much. */
export class DistinctNumbers implements Iterable<number> {
  private numbers = new Float64Array(1024);
  private length = 0;

  add(value: number): void {
    if (this.length === this.numbers.length) this.makeRoom();
    this.numbers[this.length] = value;
    this.length += 1;
  }

  [Symbol.iterator](): Iterator<number> {
    this.sortOut();
    return this.numbers.subarray(0, this.length).values();
  }

  private makeRoom(): void {
    this.sortOut();
    if (2 * this.length < this.numbers.length) return;
    const more = new Float64Array(2 * this.numbers.length);
    more.set(this.numbers);
    this.numbers = more;
  }

  /** Puts all in order and drops what stands twice. */
  private sortOut(): void {
    const sorted = this.numbers.subarray(0, this.length).sort();
    let kept = 0;
    for (const value of sorted) {
      if (kept > 0 && sorted[kept - 1] === value) continue;
      sorted[kept] = value;
      kept += 1;
    }
    this.length = kept;
  }
}
