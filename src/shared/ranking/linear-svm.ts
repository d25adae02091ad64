import { seededRandom } from './seeded-random';
import type { TextIndex } from './text-index';

/** A linear scorer: `score = bias + sum of weight x term weight`; higher is more likely relevant. */
export type LinearModel = { readonly weights: Float64Array; readonly bias: number };

/** A training example: a row of the index, which side it is on, and how much an error on it costs (C times its weight). */
export type Example = { readonly row: number; readonly side: 1 | -1; readonly cost: number };

export type SvmOptions = {
  /** Largest violation of the optimality conditions that is still good enough. */
  readonly tolerance: number;
  readonly mostPasses: number;
  readonly seed: number;
};

/**
 * Linear support vector machine with squared hinge loss, trained in the dual by coordinate descent:
 * minimise 1/2 |w|^2 + sum of cost_i max(0, 1 - side_i (w x_i + b))^2, b counted in |w| as a constant feature of 1
 * (Hsieh, Chang, Lin, Keerthi & Sundararajan 2008, "A dual coordinate descent method for large-scale linear SVM",
 * algorithm 3, with shrinking; the same problem as scikit-learn's LinearSVC).
 *
 * Keeps its dual variables, so that a fit that differs from the one before by a few examples starts where that ended.
 */
export class LinearSvm {
  readonly #index: TextIndex;
  readonly #weights: Float64Array;
  readonly #alphas: Float64Array;
  /** The side a row was last trained on; 0 where it was not. */
  readonly #sides: Int8Array;
  /** Rows whose alpha is not 0. */
  readonly #active = new Set<number>();
  #bias = 0;

  constructor(index: TextIndex) {
    this.#index = index;
    this.#weights = new Float64Array(index.termCount);
    this.#alphas = new Float64Array(index.rowCount);
    this.#sides = new Int8Array(index.rowCount);
  }

  /** Fits the examples; the model is overwritten by the next fit. Returns how many passes it took. */
  fit(examples: readonly Example[], { tolerance, mostPasses, seed }: SvmOptions): number {
    this.#forgetAllBut(examples);
    const random = seededRandom(seed);
    const order = Int32Array.from(examples.keys());
    const diagonal = new Float64Array(examples.length);
    const squares = new Float64Array(examples.length);
    for (const [at, { row, cost }] of examples.entries()) {
      diagonal[at] = 1 / (2 * cost) + (this.#index.own[row] ?? 0);
      // Rows have length 1 (0 where the text is empty), and the constant feature adds 1.
      squares[at] = (diagonal[at] ?? 0) + this.#sharedSquare(row) + 1;
    }
    let active = examples.length;
    let upper = Number.POSITIVE_INFINITY;
    let pass = 0;
    while (pass < mostPasses) {
      let highest = Number.NEGATIVE_INFINITY;
      let lowest = Number.POSITIVE_INFINITY;
      for (let at = active - 1; at > 0; at -= 1) swap(order, at, Math.floor(random() * (at + 1)));
      for (let at = 0; at < active; at += 1) {
        const which = order[at] ?? 0;
        const example = examples[which];
        if (!example) continue;
        const { row, side } = example;
        const alpha = this.#alphas[row] ?? 0;
        const gradient = side * this.#product(row) - 1 + (diagonal[which] ?? 0) * alpha;
        let projected = gradient;
        if (alpha === 0) {
          if (gradient > upper) {
            active -= 1;
            swap(order, at, active);
            at -= 1;
            continue;
          }
          projected = Math.min(gradient, 0);
        }
        if (projected > highest) highest = projected;
        if (projected < lowest) lowest = projected;
        if (Math.abs(projected) > 1e-12)
          this.#move(row, side, Math.max(alpha - gradient / (squares[which] ?? 1), 0));
      }
      pass += 1;
      if (highest - lowest <= tolerance) {
        if (active === examples.length) break;
        active = examples.length;
        upper = Number.POSITIVE_INFINITY;
        continue;
      }
      upper = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
    }
    return pass;
  }

  /** The model of the last fit; a view that the next fit changes. */
  get model(): LinearModel {
    return { weights: this.#weights, bias: this.#bias };
  }

  /** Takes what is no example any more, or changed sides, out of the weights. */
  #forgetAllBut(examples: readonly Example[]): void {
    const wanted = new Int8Array(this.#index.rowCount);
    for (const { row, side } of examples) wanted[row] = side;
    for (const row of this.#active) {
      const side = this.#sides[row] ?? 0;
      if (side !== wanted[row] && (side === 1 || side === -1)) this.#move(row, side, 0);
    }
  }

  #move(row: number, side: 1 | -1, alpha: number): void {
    const step = (alpha - (this.#alphas[row] ?? 0)) * side;
    this.#alphas[row] = alpha;
    this.#sides[row] = side;
    if (alpha === 0) this.#active.delete(row);
    else this.#active.add(row);
    if (step === 0) return;
    const { rowStart, termIds, weights } = this.#index;
    const model = this.#weights;
    const end = rowStart[row + 1] ?? 0;
    for (let at = rowStart[row] ?? 0; at < end; at += 1) {
      const id = termIds[at] ?? 0;
      model[id] = (model[id] ?? 0) + step * (weights[at] ?? 0);
    }
    this.#bias += step;
  }

  /** w x + b over the stored terms. */
  #product(row: number): number {
    return scoreOf(this.#index, { weights: this.#weights, bias: this.#bias }, row);
  }

  #sharedSquare(row: number): number {
    const { rowStart, weights } = this.#index;
    let sum = 0;
    for (let at = rowStart[row] ?? 0; at < (rowStart[row + 1] ?? 0); at += 1) sum += (weights[at] ?? 0) ** 2;
    return sum;
  }
}

/** How likely relevant the model finds a row, as a signed distance; only its order means anything. */
export function scoreOf(index: TextIndex, model: LinearModel, row: number): number {
  const { rowStart, termIds, weights } = index;
  const learned = model.weights;
  const end = rowStart[row + 1] ?? 0;
  let sum = model.bias;
  for (let at = rowStart[row] ?? 0; at < end; at += 1) {
    sum += (learned[termIds[at] ?? 0] ?? 0) * (weights[at] ?? 0);
  }
  return sum;
}

function swap(order: Int32Array, a: number, b: number): void {
  const held = order[a] ?? 0;
  order[a] = order[b] ?? 0;
  order[b] = held;
}
