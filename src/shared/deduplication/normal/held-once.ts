import { normalJournal, type NormalJournal } from './journal';

const none: readonly string[] = [];

/** Numbers of the largest block: a megabyte. */
const LARGEST = 256 * 1024;

/**
 * Words and journals that many records of one search have alike, held once for all of them: of 100,000 records, words
 * of their own would take a hundred megabytes. Lists of numbers, which differ, share blocks: of a short one most would be
 * what the engine notes of its memory.
 */
export class HeldOnce {
  private readonly known = new Map<string, string>();
  private readonly journals = new Map<string, NormalJournal>();
  private block = new Uint32Array();
  private taken = 0;

  /** The same words. */
  words(words: readonly string[]): readonly string[] {
    return words.length === 0
      ? none
      : words.map((word) => {
          const known = this.known.get(word);
          if (known === undefined) this.known.set(word, word);
          return known ?? word;
        });
  }

  /** The journal of a record as it is compared, worked out for the first that names it so. */
  journal(...names: Parameters<typeof normalJournal>): NormalJournal {
    const key = JSON.stringify(names);
    let journal = this.journals.get(key);
    if (journal === undefined) {
      journal = normalJournal(...names);
      this.journals.set(key, journal);
    }
    return journal;
  }

  /** The same numbers. */
  numbers(numbers: Uint32Array): Uint32Array {
    if (this.taken + numbers.length > this.block.length) {
      this.block = new Uint32Array(Math.max(numbers.length, Math.min(LARGEST, 2 * this.block.length)));
      this.taken = 0;
    }
    const kept = this.block.subarray(this.taken, this.taken + numbers.length);
    kept.set(numbers);
    this.taken += numbers.length;
    return kept;
  }
}
