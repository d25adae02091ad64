import type { Judgement } from './rob2';

/** Words of sheets and exports for a judgement, in English and Dutch; undefined where the word is not one of them. */
export function judgementOfWord(word: string): Judgement | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[^a-z+?-]+/gu, ' ')
    .trim();
  if (/^(?:low|low risk|l|laag|laag risico|\+)$/u.test(plain)) return 'Low';
  if (/^(?:some concerns?|sc|s|some|unclear|enige zorgen|enige twijfel|\?)$/u.test(plain))
    return 'Some concerns';
  if (/^(?:high|high risk|h|hoog|hoog risico|-)$/u.test(plain)) return 'High';
  return undefined;
}
