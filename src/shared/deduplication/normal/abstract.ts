import { hashWord } from './hash';
import { fold, oneSpelling, withoutTags, wordsOf } from './text';

/** An abstract as the set of its runs of three words, hashed; empty where it is too short to tell. */
export type NormalAbstract = ReadonlySet<number>;

const fewestWords = 15;
/** Enough to know an abstract again; the rest costs time and memory. */
const mostWords = 160;
export const abstractCharacters = 1_400;
const copyright = /(?:©|\bcopyright\b|\(c\) ?(?:19|20)\d\d).*$/is;

export function normalAbstract(abstract: string | undefined): NormalAbstract {
  const shingles = new Set<number>();
  if (abstract === undefined) return shingles;
  const text = fold(withoutTags(abstract.slice(0, abstractCharacters)).replace(copyright, ''));
  const hashes = wordsOf(text).map((word) => hashWord(oneSpelling(word)));
  if (hashes.length < fewestWords) return shingles;
  for (let at = 0; at + 2 < hashes.length && at < mostWords; at += 1) {
    shingles.add(threeTogether(hashes[at] ?? 0, hashes[at + 1] ?? 0, hashes[at + 2] ?? 0));
  }
  return shingles;
}

const threeTogether = (a: number, b: number, c: number): number =>
  (Math.imul(Math.imul(a, 31) + b, 31) + c) >>> 0;

export type AbstractRelation = 'missing' | 'same' | 'similar' | 'different' | 'unclear';

export function relateAbstracts(a: NormalAbstract, b: NormalAbstract): AbstractRelation {
  if (a.size === 0 || b.size === 0) return 'missing';
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of smaller) if (larger.has(shingle)) shared += 1;
  const share = shared / smaller.size;
  if (share >= 0.75) return 'same';
  if (share >= 0.3) return 'similar';
  return share < 0.08 && smaller.size >= 40 ? 'different' : 'unclear';
}
