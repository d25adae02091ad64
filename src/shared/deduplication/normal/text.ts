/** Greek letters by name: databases print either. */
const greek: { readonly [letter: string]: string } = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

/** Letters that no decomposition turns into plain ones. */
const letters: { readonly [letter: string]: string } = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

const onlyAscii = /^\p{ASCII}*$/u;
const special = /[α-ωßøæœđðþłı]/g;
const marks = /\p{M}+/gu;

/** Lower case, without accents, Greek letters by name, ligatures taken apart, all dashes and quotes plain. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (onlyAscii.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(marks, '')
    .replace(special, (letter) => greek[letter] ?? letters[letter] ?? letter);
}

/** Tags that databases leave in titles and abstracts ("ApoE<sup>-/-</sup>"); a lone "<" is text. */
export const withoutTags = (text: string): string =>
  text.includes('<') ? text.replace(/<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>/gi, '') : text;

const notWord = /[^\p{L}\p{N}]+/u;

/** The words of a folded text. */
export const wordsOf = (folded: string): string[] => folded.split(notWord).filter((word) => word !== '');

/**
 * One spelling for British and American English, so that "haemolytic uraemic" meets "hemolytic uremic". It serves
 * comparison only: both sides pass through it, so a word it spells oddly is spelled oddly on both.
 */
export function oneSpelling(word: string): string {
  if (word.length < 5) return word;
  let spelled = word.replace(/ae|oe/g, 'e');
  if (/is(?:e|es|ed|ing|ation|ations|er)$/.test(spelled)) spelled = spelled.replace(/is(?=[a-z]+$)/, 'iz');
  if (/ys(?:e|es|ed|ing)$/.test(spelled)) spelled = spelled.replace(/ys(?=[a-z]+$)/, 'yz');
  if (spelled.includes('our')) spelled = spelled.replace(/our(?=$|s$|al|ed|ing)/, 'or');
  if (spelled.endsWith('tre')) spelled = `${spelled.slice(0, -3)}ter`;
  if (spelled.endsWith('tres')) spelled = `${spelled.slice(0, -4)}ters`;
  if (spelled.endsWith('ogue')) spelled = spelled.slice(0, -2);
  return spelled.replace(/ll(?=ed$|ing$)/, 'l');
}

/** Whether two words are one edit apart: a letter more, less, other, or two neighbours swapped. */
export function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  const shorter = Math.min(a.length, b.length);
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
