/** Numbers in order: a plain array or a typed one. */
export type Vector = ArrayLike<number>;

/** The value at a position that must exist; a position outside is a bug and throws. */
export function at(vector: Vector, index: number): number {
  const value = vector[index];
  if (value === undefined) throw new RangeError(`No value at ${index} of ${vector.length}`);
  return value;
}

/** Σ f(i) for i = 0 .. length-1. */
export function sumOver(length: number, term: (index: number) => number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += term(i);
  return sum;
}

/** The sum of the values. */
export const sum = (vector: Vector): number => sumOver(vector.length, (i) => at(vector, i));

/** The arithmetic mean; NaN of nothing. */
export const mean = (vector: Vector): number => sum(vector) / vector.length;

/** The scalar product of two vectors of one length. */
export const dot = (a: Vector, b: Vector): number => sumOver(a.length, (i) => at(a, i) * at(b, i));

/** For every position the sum of the terms at all others, without taking it from the sum of all. */
export function sumsOfOthers(length: number, term: (index: number) => number): Float64Array {
  const others = new Float64Array(length);
  let before = 0;
  for (let i = 0; i < length; i++) {
    others[i] = before;
    before += term(i);
  }
  let after = 0;
  for (let i = length - 1; i >= 0; i--) {
    others[i] = at(others, i) + after;
    after += term(i);
  }
  return others;
}
