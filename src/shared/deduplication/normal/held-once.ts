import type { NormalJournal } from './journal';

/**
 * Words and journals that many records of one search have alike, held once for all of them: of 100,000 records, words
 * of their own would take a hundred megabytes.
 */
export class HeldOnce {
  private readonly known = new Map<string, string>();
  private readonly journals = new Map<string, NormalJournal>();

  /** The same words. */
  words(words: readonly string[]): readonly string[] {
    return words.map((word) => {
      const known = this.known.get(word);
      if (known === undefined) this.known.set(word, word);
      return known ?? word;
    });
  }

  /** The journal that a record names so, worked out for the first that does. */
  journal(name: string, workOut: () => NormalJournal): NormalJournal {
    let journal = this.journals.get(name);
    if (journal === undefined) {
      journal = workOut();
      this.journals.set(name, journal);
    }
    return journal;
  }
}
