import type { RatingTool } from '../../protocol';
import { answersIn, ratingWords, type Both, type ToolLanguage } from './words';

/**
 * JBI critical appraisal checklists: the items by number, in our own short words; raters look the full ones up. No score
 * and no algorithm: a study is included, excluded or asked about, with a reason.
 */
type Checklist = { readonly label: Both; readonly items: readonly (readonly [en: string, nl: string])[] };

const checklists = {
  rct: {
    label: { en: 'randomised controlled trials', nl: 'gerandomiseerde trials' },
    items: [
      ['Assignment truly random', 'Toewijzing werkelijk willekeurig'],
      ['Assignment concealed', 'Toewijzing verborgen'],
      ['Groups alike at the start', 'Groepen bij aanvang gelijk'],
      ['Participants did not know their group', 'Deelnemers kenden hun groep niet'],
      ['Those giving the treatment did not know the group', 'Behandelaars kenden de groep niet'],
      ['Groups otherwise treated alike', 'Groepen verder gelijk behandeld'],
      ['Outcome assessors did not know the group', 'Uitkomstbeoordelaars kenden de groep niet'],
      ['Outcomes measured the same way in every group', 'Uitkomsten in elke groep gelijk gemeten'],
      ['Outcomes measured reliably', 'Uitkomsten betrouwbaar gemeten'],
      [
        'Follow-up complete, or losses described and dealt with',
        'Follow-up volledig, of uitval beschreven en opgevangen',
      ],
      [
        'Participants analysed in the group they were randomised to',
        'Deelnemers geanalyseerd in de groep van loting',
      ],
      ['Statistics suitable', 'Statistiek passend'],
      [
        'Design suitable, departures from a standard trial allowed for',
        'Design passend, afwijkingen van een gewone trial verwerkt',
      ],
    ],
  },
  'quasi-experimental': {
    label: { en: 'quasi-experimental studies', nl: 'quasi-experimentele studies' },
    items: [
      ['Cause and effect plain: which came first', 'Oorzaak en gevolg duidelijk: wat kwam eerst'],
      ['A control group', 'Een controlegroep'],
      ['Groups compared were alike', 'Vergeleken groepen waren gelijk'],
      ['Groups otherwise treated alike', 'Groepen verder gelijk behandeld'],
      ['Outcome measured several times, before and after', 'Uitkomst meermalen gemeten, voor en na'],
      ['Outcomes measured the same way in every group', 'Uitkomsten in elke groep gelijk gemeten'],
      ['Outcomes measured reliably', 'Uitkomsten betrouwbaar gemeten'],
      [
        'Follow-up complete, or losses described and dealt with',
        'Follow-up volledig, of uitval beschreven en opgevangen',
      ],
      ['Statistics suitable', 'Statistiek passend'],
    ],
  },
  cohort: {
    label: { en: 'cohort studies', nl: 'cohortstudies' },
    items: [
      ['Groups alike and from one population', 'Groepen gelijk en uit één populatie'],
      ['Exposure measured alike for both groups', 'Blootstelling in beide groepen gelijk gemeten'],
      ['Exposure measured validly and reliably', 'Blootstelling valide en betrouwbaar gemeten'],
      ['Confounders named', 'Confounders benoemd'],
      ['Confounders dealt with', 'Met confounders rekening gehouden'],
      ['Free of the outcome at the start', 'Bij aanvang vrij van de uitkomst'],
      ['Outcomes measured validly and reliably', 'Uitkomsten valide en betrouwbaar gemeten'],
      ['Follow-up reported and long enough', 'Follow-up vermeld en lang genoeg'],
      ['Follow-up complete, or losses explored', 'Follow-up volledig, of uitval onderzocht'],
      ['Incomplete follow-up dealt with', 'Onvolledige follow-up opgevangen'],
      ['Statistics suitable', 'Statistiek passend'],
    ],
  },
  'case-control': {
    label: { en: 'case-control studies', nl: 'patiënt-controlestudies' },
    items: [
      ['Groups alike apart from the disease', 'Groepen gelijk op de ziekte na'],
      ['Cases and controls matched suitably', 'Patiënten en controles passend gekoppeld'],
      ['Same criteria for finding both', 'Dezelfde criteria om beide te vinden'],
      [
        'Exposure measured in a standard, valid, reliable way',
        'Blootstelling gestandaardiseerd, valide en betrouwbaar gemeten',
      ],
      ['Exposure measured alike in both', 'Blootstelling in beide gelijk gemeten'],
      ['Confounders named', 'Confounders benoemd'],
      ['Confounders dealt with', 'Met confounders rekening gehouden'],
      [
        'Outcome assessed in a standard, valid, reliable way',
        'Uitkomst gestandaardiseerd, valide en betrouwbaar vastgesteld',
      ],
      ['Exposure period long enough', 'Blootstellingsperiode lang genoeg'],
      ['Statistics suitable', 'Statistiek passend'],
    ],
  },
  'cross-sectional': {
    label: { en: 'analytical cross-sectional studies', nl: 'analytische dwarsdoorsnedestudies' },
    items: [
      ['Inclusion criteria clear', 'Inclusiecriteria duidelijk'],
      ['Subjects and setting described', 'Deelnemers en setting beschreven'],
      ['Exposure measured validly and reliably', 'Blootstelling valide en betrouwbaar gemeten'],
      ['Condition measured by objective, standard criteria', 'Aandoening gemeten met objectieve criteria'],
      ['Confounders named', 'Confounders benoemd'],
      ['Confounders dealt with', 'Met confounders rekening gehouden'],
      ['Outcomes measured validly and reliably', 'Uitkomsten valide en betrouwbaar gemeten'],
      ['Statistics suitable', 'Statistiek passend'],
    ],
  },
  prevalence: {
    label: { en: 'prevalence studies', nl: 'prevalentiestudies' },
    items: [
      ['Sampling frame fits the population', 'Steekproefkader past bij de populatie'],
      ['Participants sampled suitably', 'Deelnemers passend getrokken'],
      ['Sample large enough', 'Steekproef groot genoeg'],
      ['Subjects and setting described', 'Deelnemers en setting beschreven'],
      ['Analysis covers the sample sufficiently', 'Analyse dekt de steekproef voldoende'],
      ['Condition identified validly', 'Aandoening valide vastgesteld'],
      ['Condition measured alike and reliably for all', 'Aandoening bij allen gelijk en betrouwbaar gemeten'],
      ['Statistics suitable', 'Statistiek passend'],
      ['Response rate adequate, or low response handled', 'Respons voldoende, of lage respons opgevangen'],
    ],
  },
  qualitative: {
    label: { en: 'qualitative research', nl: 'kwalitatief onderzoek' },
    items: [
      ['Philosophical stance fits the method', 'Wetenschappelijke visie past bij de methode'],
      ['Method fits the question', 'Methode past bij de vraag'],
      ['Method fits how data were gathered', 'Methode past bij de dataverzameling'],
      ['Method fits how data were analysed', 'Methode past bij de analyse'],
      ['Method fits how findings are read', 'Methode past bij de duiding van de bevindingen'],
      ['Researcher placed, culturally or in theory', 'Onderzoeker geplaatst, cultureel of theoretisch'],
      [
        'Influence of researcher and research on each other looked at',
        'Invloed van onderzoeker en onderzoek op elkaar besproken',
      ],
      ['Participants’ voices shown', 'Stemmen van deelnemers hoorbaar'],
      ['Ethically sound, with approval', 'Ethisch verantwoord, met goedkeuring'],
      ['Conclusions follow from the data', 'Conclusies volgen uit de gegevens'],
    ],
  },
} as const satisfies { readonly [id: string]: Checklist };

export type JbiChecklist = keyof typeof checklists;
export const jbiChecklists = Object.keys(checklists) as JbiChecklist[];
export const isJbiChecklist = (id: string): id is JbiChecklist => Object.hasOwn(checklists, id);

const judgementOfAnswer = { Y: 'Low', N: 'High', U: 'Unclear', NAP: 'Not applicable' } as const;
const codes = ['Y', 'N', 'U', 'NAP'] as const;

export function jbiTool(checklist: JbiChecklist, language: ToolLanguage): RatingTool {
  const { label, items }: Checklist = checklists[checklist];
  const decisions = {
    en: ['Include', 'Seek further information', 'Exclude'],
    nl: ['Includeren', 'Meer informatie vragen', 'Excluderen'],
  }[language];
  return {
    id: `jbi-${checklist}`,
    name: `JBI: ${label[language]}`,
    source:
      language === 'nl'
        ? 'Beoordelingslijsten van JBI (Joanna Briggs Institute). Items in onze eigen woorden onder de officiële nummers; een score is niet voorgeschreven.'
        : 'Critical appraisal checklists of JBI (Joanna Briggs Institute). Items in our own words under the official numbers; no score is prescribed.',
    answers: answersIn(language, codes),
    judgements: ratingWords(language, ['Low', 'Unclear', 'High', 'Not applicable']),
    domains: items.map(([en, nl], index) => {
      const id = `${index + 1}`;
      const name = { en, nl }[language];
      return {
        id: `Q${id}`,
        short: id,
        name,
        question: '',
        questions: [{ id, ask: name, answers: [...codes], askIf: null }],
        parts: [
          {
            id: 'main',
            rules: codes.map((code) => ({
              id: `${id}-${code}`,
              when: { q: id, in: [code] },
              then: judgementOfAnswer[code],
            })),
          },
        ],
      };
    }),
    overall: {
      judgements: (['low', 'some', 'high'] as const).map((sign, index) => ({
        id: ['Include', 'Seek further information', 'Exclude'][index] ?? '',
        label: decisions?.[index] ?? '',
        sign,
      })),
      rules: [],
      keyDomains: false,
    },
    byAnswer: true,
    directions: false,
  };
}
