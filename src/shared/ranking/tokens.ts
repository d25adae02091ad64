/** What counts as a word: two or more letters, digits or underscores, whatever the script; case does not matter. */
const word = /[\p{L}\p{N}\p{M}_]{2,}/gu;
/** The same for texts without other letters, several times as fast. */
const plainWord = /[a-z0-9_]{2,}/g;
// eslint-disable-next-line no-control-regex
const beyondAscii = /[^\u0000-\u007f]/;

/** The words of a text in order, lower case. */
export function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return lower.match(beyondAscii.test(lower) ? word : plainWord) ?? [];
}
