import type { RatingTool, ToolDomain, ToolQuestion } from '../../protocol';
import { domainsOf, type EffectOfInterest } from '../rob2';
import rob2DutchPhrases from './rob2.nl.json';
import { answersYesNo, ratingWords, type ToolLanguage } from './words';

/** The summary across domains, and what several domains with some concerns may make. */
export const rob2Overall: RatingTool['overall'] = {
  rules: [{ any: 'High', then: 'High' }, { all: 'Low', then: 'Low' }, { then: 'Some concerns' }],
  keyDomains: false,
  several: { judgement: 'Some concerns', then: 'High' },
};

const names = {
  en: {
    parallel: 'RoB 2, parallel-group trials',
    cluster: 'RoB 2, cluster-randomised trials',
    crossover: 'RoB 2, cross-over trials',
    source:
      'RoB 2, 22 August 2019 (cluster and cross-over: test versions of 18 March 2021). Sterne et al. BMJ 2019;366:l4898. Questions in our own words under the official numbers.',
  },
  nl: {
    parallel: 'RoB 2, trials met parallelle groepen',
    cluster: 'RoB 2, cluster-gerandomiseerde trials',
    crossover: 'RoB 2, cross-overtrials',
    source:
      'RoB 2, 22 augustus 2019 (cluster en cross-over: testversies van 18 maart 2021). Sterne et al. BMJ 2019;366:l4898. Vragen in onze eigen woorden onder de officiële nummers.',
  },
} as const;

/** RoB 2 for a design and an effect of interest; undefined where there is no such variant. */
export function rob2Tool(
  variant: string,
  effect: EffectOfInterest,
  language: ToolLanguage,
): RatingTool | undefined {
  const domains = domainsOf(variant, effect);
  if (!domains) return undefined;
  const words = names[language];
  return {
    id: `rob2-${variant}-${effect}`,
    name: variant === 'cluster' || variant === 'crossover' ? words[variant] : words.parallel,
    source: words.source,
    answers: answersYesNo(language),
    judgements: ratingWords(language, ['Low', 'Some concerns', 'High']),
    domains: language === 'nl' ? domains.map(inDutch) : domains,
    overall: rob2Overall,
    directions: true,
  };
}

const inDutch = (domain: ToolDomain): ToolDomain => ({
  ...domain,
  short: dutch(domain.short),
  name: dutch(domain.name),
  question: dutch(domain.question),
  questions: domain.questions.map((question): ToolQuestion => ({
    ...question,
    ask: dutch(question.ask),
    ...(question.help === undefined ? {} : { help: dutch(question.help) }),
  })),
});

/** The same phrase means the same in every variant; one without Dutch stays English, and a test finds it. */
const rob2Dutch: { readonly [phrase: string]: string | undefined } = rob2DutchPhrases;
const dutch = (phrase: string): string => rob2Dutch[phrase.trim()] ?? phrase;
