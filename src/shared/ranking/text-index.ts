import { GrowingInts, PairNumbers } from './growing';
import { wordsOf } from './tokens';

/** A term in more than this share of the records says nothing and is left out (scikit-learn's `max_df`). */
export const mostCommonShare = 0.95;

/**
 * Texts as sparse vectors: TF-IDF of words and pairs of neighbouring words, sublinear term frequency `1 + ln tf`,
 * smoothed `idf = ln((1 + n) / (1 + df)) + 1`, each row scaled to length 1 (Salton & Buckley 1988; the settings are
 * those of ASReview LAB's default model, ELAS u4).
 *
 * Rows are stored one behind the other (compressed sparse rows). A term that stands in one record only is not stored:
 * it counts in that row's length, and its squared weight is summed in `own`. No other record can learn anything from
 * it, so leaving it out changes no score, and two thirds of all terms are like that.
 */
export type TextIndex = {
  readonly rowCount: number;
  /** Stored terms; ids are 0 to `termCount - 1`. */
  readonly termCount: number;
  /** Row r occupies `rowStart[r]` to `rowStart[r + 1] - 1`. */
  readonly rowStart: Int32Array;
  readonly termIds: Int32Array;
  readonly weights: Float32Array;
  /** Per row, the squared weights of the terms that stand in this record alone; 0 to 1. */
  readonly own: Float32Array;
  /** In how many records a stored term stands. */
  readonly documentFrequency: Int32Array;
  /** The words of a stored term: one, or two that follow each other. */
  readonly term: (id: number) => string;
  /** Any other text as a vector over the stored terms, of length 1 unless it shares none. */
  readonly vectorOf: (text: string) => readonly { readonly id: number; readonly weight: number }[];
};

/**
 * Builds the index of all records of a review, labelled or not, in the order given. `onProgress` gets a share of 0 to 1
 * now and then. Time and memory grow with the number of words: about 300 bytes per word of text while building.
 */
export function buildTextIndex(
  texts: readonly string[],
  onProgress: (share: number) => void = () => undefined,
): TextIndex {
  const builder = new IndexBuilder(texts.length);
  for (const [row, text] of texts.entries()) {
    builder.read(row, text);
    if (row % 1000 === 999) onProgress((0.8 * row) / texts.length);
  }
  const index = builder.finish();
  onProgress(1);
  return index;
}

/** Terms of one kind while they are counted: in how many rows each stands, and where the current row notes it. */
class TermCounts {
  readonly frequency = new GrowingInts();
  readonly #lastRow = new GrowingInts();
  readonly #place = new GrowingInts();

  /** Where this row has noted the term; -1 if this is its first time here, to be noted at `next`. */
  noted(term: number, row: number, next: number): number {
    if (term === this.frequency.length) {
      this.frequency.push(1);
      this.#lastRow.push(row);
      this.#place.push(next);
      return -1;
    }
    if (this.#lastRow.at(term) === row) return this.#place.at(term);
    this.frequency.increase(term);
    this.#lastRow.set(term, row);
    this.#place.set(term, next);
    return -1;
  }
}

class IndexBuilder {
  readonly #words: string[] = [];
  readonly #wordNumbers = new Map<string, number>();
  readonly #pairs = new PairNumbers();
  readonly #wordCounts = new TermCounts();
  readonly #pairCounts = new TermCounts();
  /** Per row its distinct terms with their counts: words as they are, pairs as -1 - number. */
  readonly #terms = new GrowingInts();
  readonly #counts = new GrowingInts();
  readonly #starts: Int32Array;

  constructor(readonly rowCount: number) {
    this.#starts = new Int32Array(rowCount + 1);
  }

  read(row: number, text: string): void {
    let previous = -1;
    for (const word of wordsOf(text)) {
      const number = this.#numberOf(word);
      this.#note(number, this.#wordCounts.noted(number, row, this.#terms.length));
      if (previous >= 0) {
        const pair = this.#pairs.numberOf(previous, number);
        this.#note(-1 - pair, this.#pairCounts.noted(pair, row, this.#terms.length));
      }
      previous = number;
    }
    this.#starts[row + 1] = this.#terms.length;
  }

  #note(term: number, place: number): void {
    if (place >= 0) this.#counts.increase(place);
    else {
      this.#terms.push(term);
      this.#counts.push(1);
    }
  }

  #numberOf(word: string): number {
    const known = this.#wordNumbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(word);
    this.#wordNumbers.set(word, number);
    return number;
  }

  finish(): TextIndex {
    const { rowCount } = this;
    const tooCommon = mostCommonShare * rowCount;
    const idOfWord = new Int32Array(this.#wordCounts.frequency.length);
    const idOfPair = new Int32Array(this.#pairCounts.frequency.length);
    const frequencies = new GrowingInts();
    const sources = new GrowingInts();
    const number = (ids: Int32Array, frequency: GrowingInts, source: (place: number) => number): void => {
      for (let place = 0; place < ids.length; place += 1) {
        const df = frequency.at(place);
        if (df > tooCommon) ids[place] = DROPPED;
        else if (df === 1) ids[place] = OWN;
        else {
          ids[place] = frequencies.length;
          frequencies.push(df);
          sources.push(source(place));
        }
      }
    };
    number(idOfWord, this.#wordCounts.frequency, (place) => place);
    number(idOfPair, this.#pairCounts.frequency, (place) => -1 - place);
    const idf = Float64Array.from(frequencies.view(), (df) => Math.log((1 + rowCount) / (1 + df)) + 1);
    const idfOfOwn = Math.log((1 + rowCount) / 2) + 1;

    const rowStart = new Int32Array(rowCount + 1);
    const own = new Float32Array(rowCount);
    const termIds = new GrowingInts();
    const weights = new Float32Array(this.#terms.length);
    let filled = 0;
    for (let row = 0; row < rowCount; row += 1) {
      let squares = 0;
      let ownSquares = 0;
      const first = filled;
      for (let at = this.#starts[row] ?? 0; at < (this.#starts[row + 1] ?? 0); at += 1) {
        const term = this.#terms.at(at);
        const id = (term >= 0 ? idOfWord[term] : idOfPair[-1 - term]) ?? DROPPED;
        if (id === DROPPED) continue;
        const weight = (1 + Math.log(this.#counts.at(at))) * (id === OWN ? idfOfOwn : (idf[id] ?? 0));
        squares += weight * weight;
        if (id === OWN) ownSquares += weight * weight;
        else {
          termIds.push(id);
          weights[filled] = weight;
          filled += 1;
        }
      }
      const length = Math.sqrt(squares);
      for (let at = first; at < filled; at += 1) weights[at] = (weights[at] ?? 0) / length;
      own[row] = squares === 0 ? 0 : ownSquares / squares;
      rowStart[row + 1] = filled;
    }
    const words = this.#words;
    // The two words of each stored pair, by id.
    const firsts = new Int32Array(frequencies.length);
    const seconds = new Int32Array(frequencies.length);
    this.#pairs.each((pair, first, second) => {
      const id = idOfPair[pair] ?? DROPPED;
      if (id < 0) return;
      firsts[id] = first;
      seconds[id] = second;
    });
    return {
      rowCount,
      termCount: frequencies.length,
      rowStart,
      termIds: termIds.view().slice(),
      weights: weights.slice(0, filled),
      own,
      documentFrequency: frequencies.view().slice(),
      term: (id) => {
        const source = sources.at(id);
        if (source >= 0) return words[source] ?? '';
        return `${words[firsts[id] ?? 0] ?? ''} ${words[seconds[id] ?? 0] ?? ''}`;
      },
      vectorOf: (text) => {
        const counts = new Map<number, number>();
        let previous: number | undefined;
        for (const word of wordsOf(text)) {
          const number = this.#wordNumbers.get(word);
          const pair =
            previous === undefined || number === undefined ? undefined : this.#pairs.find(previous, number);
          const ids = [
            number === undefined ? DROPPED : (idOfWord[number] ?? DROPPED),
            pair === undefined ? DROPPED : (idOfPair[pair] ?? DROPPED),
          ];
          for (const id of ids) if (id >= 0) counts.set(id, (counts.get(id) ?? 0) + 1);
          previous = number;
        }
        const vector = [...counts].map(([id, count]) => ({
          id,
          weight: (1 + Math.log(count)) * (idf[id] ?? 0),
        }));
        const length = Math.hypot(...vector.map(({ weight }) => weight));
        return vector.map(({ id, weight }) => ({ id, weight: weight / length }));
      },
    };
  }
}

const DROPPED = -1;
const OWN = -2;
