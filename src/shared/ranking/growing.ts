/** A list of 32-bit integers that grows: plain arrays of numbers cost several times the memory. */
export class GrowingInts {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Int32Array(this.#values.length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** Adds one to a value. */
  increase(index: number): void {
    this.#values[index] = (this.#values[index] ?? 0) + 1;
  }

  /** The values so far, not copied. */
  view(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** Numbers pairs of non-negative integers in the order in which they are first met (open addressing, linear probing). */
export class PairNumbers {
  /** Three places a slot, side by side in memory: first, second, number plus one (0 is empty). */
  #slots = new Int32Array(3 << 16);
  #mask = (1 << 16) - 1;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The number of a pair; a new one gets the next. */
  numberOf(first: number, second: number): number {
    if (this.#length * 2 > this.#mask) this.#widen();
    const slots = this.#slots;
    const place = placeOf(slots, this.#mask, first, second);
    const held = slots[place + 2] ?? 0;
    if (held > 0) return held - 1;
    slots[place] = first;
    slots[place + 1] = second;
    this.#length += 1;
    slots[place + 2] = this.#length;
    return this.#length - 1;
  }

  /** The number of a pair that was met before. */
  find(first: number, second: number): number | undefined {
    const held = this.#slots[placeOf(this.#slots, this.#mask, first, second) + 2] ?? 0;
    return held === 0 ? undefined : held - 1;
  }

  /** Shows every pair with its number, in no particular order. */
  each(show: (number: number, first: number, second: number) => void): void {
    const slots = this.#slots;
    for (let place = 0; place < slots.length; place += 3) {
      const held = slots[place + 2] ?? 0;
      if (held > 0) show(held - 1, slots[place] ?? 0, slots[place + 1] ?? 0);
    }
  }

  #widen(): void {
    const old = this.#slots;
    const wider = new Int32Array(old.length * 2);
    const mask = wider.length / 3 - 1;
    for (let place = 0; place < old.length; place += 3) {
      if (old[place + 2] === 0) continue;
      const at = placeOf(wider, mask, old[place] ?? 0, old[place + 1] ?? 0);
      wider[at] = old[place] ?? 0;
      wider[at + 1] = old[place + 1] ?? 0;
      wider[at + 2] = old[place + 2] ?? 0;
    }
    this.#slots = wider;
    this.#mask = mask;
  }
}

/** Where a pair is held, or the empty slot where it would be. */
function placeOf(slots: Int32Array, mask: number, first: number, second: number): number {
  let slot = mix(first, second) & mask;
  for (;;) {
    const place = slot * 3;
    if (slots[place + 2] === 0 || (slots[place] === first && slots[place + 1] === second)) return place;
    slot = (slot + 1) & mask;
  }
}

/** Spreads a pair over 32 bits (multiplication by odd constants, high bits folded down). */
function mix(first: number, second: number): number {
  const product = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  return (product ^ (product >>> 15)) >>> 0;
}
