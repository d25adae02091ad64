/** FNV-1a, 32 bits (Fowler, Noll, Vo): tells texts apart within a run, proves nothing. */
export function hashWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Another hash of a text, 32 bits, independent of `hashWord`: together they tell texts apart as good as certainly. Each
 * letter is multiplied in with 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4); at the end
 * the upper half is mixed into the lower, of which a caller may take a few bits only.
 */
export function secondHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return (Math.imul(hash, 0x9e3779b1) >>> 16) ^ (hash >>> 0);
}
