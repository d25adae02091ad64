import type { JudgementSign, RatingTool } from '../protocol';
import type { Judgement } from './rob2';
import { signOfJudgement } from './tools';

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

const wordOfSign: { readonly [S in JudgementSign]: string } = {
  low: 'Low',
  some: 'Some concerns',
  high: 'High',
  critical: 'Critical',
  'no-information': 'No information',
  'not-applicable': 'Not applicable',
};

/**
 * The English word by which files outside Concord know a judgement: its id in the published tools, the word of its sign in
 * a team's own. Undefined for a judgement that is not one of `judgements`.
 */
export function plainJudgement(
  judgements: readonly Pick<RatingTool['judgements'][number], 'id' | 'sign'>[],
  id: string,
): string | undefined {
  if (signOfJudgement(id) !== undefined) return id;
  const sign = judgements.find((judgement) => judgement.id === id)?.sign;
  return sign && wordOfSign[sign];
}
