/** Whole numbers in a growing row, mostly ascending places in a text; kept and filled again from piece to piece. */
export class Places {
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
}
