import { hashWord } from './hash';
import { fold, oneSpelling, withoutTags, wordsOf } from './text';

/**
 * An abstract as the hashes of its runs of three words, each once and in order; empty where it is too short to tell. Of
 * 100,000 records a set of each would fill a gigabyte.
 */
export type NormalAbstract = Uint32Array;

const fewestWords = 15;
/** Enough to know an abstract again; the rest costs time and memory. */
const mostWords = 160;
export const abstractCharacters = 1_400;
const copyright = /(?:©|\bcopyright\b|\(c\) ?(?:19|20)\d\d).*$/is;

export function normalAbstract(abstract: string | undefined): NormalAbstract {
  const shingles = new Set<number>();
  if (abstract === undefined) return new Uint32Array();
  const text = fold(withoutTags(abstract.slice(0, abstractCharacters)).replace(copyright, ''));
  const hashes = wordsOf(text).map((word) => hashWord(oneSpelling(word)));
  if (hashes.length < fewestWords) return new Uint32Array();
  for (let at = 0; at + 2 < hashes.length && at < mostWords; at += 1) {
    shingles.add(threeTogether(hashes[at] ?? 0, hashes[at + 1] ?? 0, hashes[at + 2] ?? 0));
  }
  return Uint32Array.from(shingles).sort();
}

const threeTogether = (a: number, b: number, c: number): number =>
  (Math.imul(Math.imul(a, 31) + b, 31) + c) >>> 0;

export type AbstractRelation = 'missing' | 'same' | 'similar' | 'different' | 'unclear';

export function relateAbstracts(a: NormalAbstract, b: NormalAbstract): AbstractRelation {
  if (a.length === 0 || b.length === 0) return 'missing';
  const smaller = Math.min(a.length, b.length);
  const share = countShared(a, b) / smaller;
  if (share >= 0.75) return 'same';
  if (share >= 0.3) return 'similar';
  return share < 0.08 && smaller >= 40 ? 'different' : 'unclear';
}

/** How many numbers two lists in order share. */
function countShared(a: NormalAbstract, b: NormalAbstract): number {
  let shared = 0;
  for (let atA = 0, atB = 0; atA < a.length && atB < b.length;) {
    const [x, y] = [a[atA] ?? 0, b[atB] ?? 0];
    if (x === y) shared += 1;
    if (x <= y) atA += 1;
    if (y <= x) atB += 1;
  }
  return shared;
}
