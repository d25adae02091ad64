import { hashWord, secondHash } from './normal';

/**
 * Keys of records, and which records share one. Of 100,000 records there are some 1.3 million keys, most of which one record
 * has: as texts in a map they would be most of the memory of a search. A key is held as eight bytes instead: of its hash as
 * many bits as the number of the record leaves (47 at 100,000 records). Two keys of one hash, of which there may be one in
 * a hundred searches of that size, have records compared that need not be.
 */
export class CandidateKeys {
  /** Two words a key: the lower holds the record's position, and the part of the hash that goes with it. */
  private words = new Uint32Array(2 * 1024);
  private length = 0;
  private readonly positionBits: number;

  /** @param count number of records */
  constructor(count: number) {
    this.positionBits = Math.max(1, 32 - Math.clz32(count));
  }

  add(key: string, position: number): void {
    if (2 * this.length === this.words.length) {
      const longer = new Uint32Array(this.words.length * 2);
      longer.set(this.words);
      this.words = longer;
    }
    this.words[2 * this.length] = (secondHash(key) << this.positionBits) | position;
    this.words[2 * this.length + 1] = hashWord(key);
    this.length += 1;
  }

  /** The records of each key that two or more have, in order of position; each record once. */
  *shared(): Generator<readonly number[]> {
    // Sorted as whole numbers of 64 bits (of which the lower word comes first, as on every processor this program runs on)
    // the records of one key stand side by side.
    new BigUint64Array(this.words.buffer, 0, this.length).sort();
    const { words, positionBits } = this;
    const positions = 2 ** positionBits - 1;
    let members: number[] = [];
    let [high, low] = [-1, -1];
    for (let at = 0; at < 2 * this.length; at += 2) {
      const word = words[at] ?? 0;
      const position = word & positions;
      if (words[at + 1] !== high || word >>> positionBits !== low) {
        if (members.length > 1) yield members;
        members = [];
        high = words[at + 1] ?? 0;
        low = word >>> positionBits;
      }
      if (members.at(-1) !== position) members.push(position);
    }
    if (members.length > 1) yield members;
  }
}
