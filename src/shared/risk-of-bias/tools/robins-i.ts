import type { RatingTool, ToolCondition, ToolDomain } from '../../protocol';
import type { EffectOfInterest } from '../rob2';
import { answersYesNo, ratingWords, type Both, type ToolLanguage } from './words';

/**
 * ROBINS-I of 2016 (Sterne et al. BMJ 2016;355:i4919) for non-randomised studies of interventions: its domains and
 * question numbers, and which question leads to which; the words are ours. It publishes no rules from answers to a
 * domain's judgement but one (no potential for confounding), so judgements are the rater's.
 */
type Asked = {
  readonly id: string;
  readonly ask: Both;
  readonly askIf?: ToolCondition;
  readonly effect?: EffectOfInterest;
  /** Four answers instead of five: whether information is missing is not in question here. */
  readonly certain?: true;
};
type Group = {
  readonly id: string;
  readonly short: Both;
  readonly name: Both;
  readonly question: Both;
  readonly asked: readonly Asked[];
};

const yes = (q: string): ToolCondition => ({ q, in: ['Y', 'PY'] });
const no = (q: string): ToolCondition => ({ q, in: ['N', 'PN'] });
const notYes = (q: string): ToolCondition => ({ q, in: ['N', 'PN', 'NI', 'NA'] });
const any = (...list: readonly ToolCondition[]): ToolCondition => ({ any: list });
const all = (...list: readonly ToolCondition[]): ToolCondition => ({ all: list });

const confounded = yes('1.1');
const timeVarying = all(confounded, yes('1.2'), yes('1.3'));
const baselineOnly = all(confounded, any(notYes('1.2'), notYes('1.3')));

const groups: readonly Group[] = [
  {
    id: 'D1',
    short: { en: 'Confounding', nl: 'Confounding' },
    name: { en: 'Confounding', nl: 'Confounding' },
    question: {
      en: 'Did prognostic factors also influence which intervention people got, at the start or over time, without adequate control?',
      nl: 'Bepaalden prognostische factoren mede welke interventie mensen kregen, bij aanvang of later, zonder dat daarvoor goed gecorrigeerd is?',
    },
    asked: [
      {
        id: '1.1',
        certain: true,
        ask: {
          en: 'Can factors that predict the outcome also have decided who got which intervention?',
          nl: 'Kunnen factoren die de uitkomst voorspellen ook hebben bepaald wie welke interventie kreeg?',
        },
      },
      {
        id: '1.2',
        askIf: confounded,
        ask: {
          en: 'Does the analysis divide people’s follow-up by the intervention they had at each time?',
          nl: 'Verdeelt de analyse de follow-up van mensen naar de interventie die zij op elk moment kregen?',
        },
      },
      {
        id: '1.3',
        askIf: all(confounded, yes('1.2')),
        ask: {
          en: 'Were stops or switches of intervention probably tied to factors that predict the outcome?',
          nl: 'Hingen stoppen of wisselen van interventie waarschijnlijk samen met factoren die de uitkomst voorspellen?',
        },
      },
      {
        id: '1.4',
        askIf: baselineOnly,
        ask: {
          en: 'Did a suitable analysis control for every important kind of confounding at baseline?',
          nl: 'Corrigeerde een passende analyse voor elke belangrijke vorm van confounding bij aanvang?',
        },
      },
      {
        id: '1.5',
        askIf: all(baselineOnly, yes('1.4')),
        ask: {
          en: 'Were the factors controlled for measured validly and reliably?',
          nl: 'Zijn de factoren waarvoor gecorrigeerd is valide en betrouwbaar gemeten?',
        },
      },
      {
        id: '1.6',
        askIf: baselineOnly,
        ask: {
          en: 'Did the analysis control for something measured later that the intervention could have changed?',
          nl: 'Corrigeerde de analyse voor iets dat later gemeten is en door de interventie veranderd kan zijn?',
        },
      },
      {
        id: '1.7',
        askIf: timeVarying,
        ask: {
          en: 'Did a suitable analysis control for every important kind of confounding, that which changes over time included?',
          nl: 'Corrigeerde een passende analyse voor elke belangrijke vorm van confounding, ook die in de tijd verandert?',
        },
      },
      {
        id: '1.8',
        askIf: all(timeVarying, yes('1.7')),
        ask: {
          en: 'Were those factors measured validly and reliably?',
          nl: 'Zijn die factoren valide en betrouwbaar gemeten?',
        },
      },
    ],
  },
  {
    id: 'D2',
    short: { en: 'Selection', nl: 'Selectie' },
    name: {
      en: 'Selection of participants into the study',
      nl: 'Selectie van deelnemers in de studie',
    },
    question: {
      en: 'Were people, follow-up time or events left out in a way related to both intervention and outcome?',
      nl: 'Zijn mensen, follow-uptijd of gebeurtenissen weggelaten op een manier die met interventie én uitkomst samenhangt?',
    },
    asked: [
      {
        id: '2.1',
        ask: {
          en: 'Did something seen after the intervention began decide who came into the study or the analysis?',
          nl: 'Bepaalde iets van na het begin van de interventie wie in de studie of de analyse kwam?',
        },
      },
      {
        id: '2.2',
        askIf: yes('2.1'),
        ask: {
          en: 'Was what decided it probably linked to the intervention?',
          nl: 'Hing wat dat bepaalde waarschijnlijk samen met de interventie?',
        },
      },
      {
        id: '2.3',
        askIf: all(yes('2.1'), yes('2.2')),
        ask: {
          en: 'Was it probably influenced by the outcome or by a cause of it?',
          nl: 'Werd het waarschijnlijk beïnvloed door de uitkomst of door een oorzaak daarvan?',
        },
      },
      {
        id: '2.4',
        ask: {
          en: 'Do follow-up and intervention begin together for most people?',
          nl: 'Beginnen follow-up en interventie voor de meeste mensen tegelijk?',
        },
      },
      {
        id: '2.5',
        askIf: any(all(yes('2.2'), yes('2.3')), no('2.4')),
        ask: {
          en: 'Were methods used that probably correct for this selection?',
          nl: 'Zijn methoden gebruikt die waarschijnlijk voor deze selectie corrigeren?',
        },
      },
    ],
  },
  {
    id: 'D3',
    short: { en: 'Classification', nl: 'Indeling' },
    name: { en: 'Classification of interventions', nl: 'Indeling naar interventie' },
    question: {
      en: 'Could people have been put in the wrong intervention group, in particular with knowledge of outcome or its risk?',
      nl: 'Kunnen mensen in de verkeerde interventiegroep zijn ingedeeld, vooral met kennis van de uitkomst of het risico daarop?',
    },
    asked: [
      {
        id: '3.1',
        ask: {
          en: 'Is it clear what each intervention group had?',
          nl: 'Is duidelijk wat elke interventiegroep kreeg?',
        },
      },
      {
        id: '3.2',
        ask: {
          en: 'Was what defines the groups recorded when the intervention began?',
          nl: 'Is wat de groepen bepaalt vastgelegd toen de interventie begon?',
        },
      },
      {
        id: '3.3',
        ask: {
          en: 'Could knowing the outcome, or its risk, have changed who was counted in which group?',
          nl: 'Kan kennis van de uitkomst, of het risico daarop, hebben veranderd wie in welke groep werd geteld?',
        },
      },
    ],
  },
  {
    id: 'D4',
    short: { en: 'Deviations', nl: 'Afwijkingen' },
    name: {
      en: 'Deviations from intended interventions',
      nl: 'Afwijkingen van de bedoelde interventies',
    },
    question: {
      en: 'Did departures from the intended interventions differ between groups?',
      nl: 'Verschilden afwijkingen van de bedoelde interventies tussen de groepen?',
    },
    asked: [
      {
        id: '4.1',
        effect: 'assignment',
        ask: {
          en: 'Were there departures from the intended interventions beyond what usual practice brings?',
          nl: 'Waren er afwijkingen van de bedoelde interventies, meer dan in de gewone praktijk?',
        },
      },
      {
        id: '4.2',
        effect: 'assignment',
        askIf: yes('4.1'),
        ask: {
          en: 'Did they differ between groups and probably change the outcome?',
          nl: 'Verschilden zij tussen de groepen en veranderden zij waarschijnlijk de uitkomst?',
        },
      },
      {
        id: '4.3',
        effect: 'adhering',
        ask: {
          en: 'Were important other treatments spread evenly over the groups?',
          nl: 'Waren belangrijke andere behandelingen gelijk over de groepen verdeeld?',
        },
      },
      {
        id: '4.4',
        effect: 'adhering',
        ask: {
          en: 'Was the intervention carried out as meant for most people?',
          nl: 'Is de interventie bij de meeste mensen uitgevoerd zoals bedoeld?',
        },
      },
      {
        id: '4.5',
        effect: 'adhering',
        ask: {
          en: 'Did people keep to the intervention they had?',
          nl: 'Hielden mensen zich aan de interventie die zij kregen?',
        },
      },
      {
        id: '4.6',
        effect: 'adhering',
        askIf: any(no('4.3'), no('4.4'), no('4.5')),
        ask: {
          en: 'Did a suitable analysis estimate the effect of starting and keeping to the intervention?',
          nl: 'Schatte een passende analyse het effect van beginnen met de interventie en haar volhouden?',
        },
      },
    ],
  },
  {
    id: 'D5',
    short: { en: 'Missing data', nl: 'Ontbrekende gegevens' },
    name: { en: 'Missing data', nl: 'Ontbrekende gegevens' },
    question: {
      en: 'Could missing outcomes, intervention status or confounders have distorted the result?',
      nl: 'Kunnen ontbrekende uitkomsten, interventiestatus of confounders het resultaat hebben vertekend?',
    },
    asked: [
      {
        id: '5.1',
        ask: {
          en: 'Is the outcome known for all, or nearly all, people?',
          nl: 'Is de uitkomst bekend van alle, of bijna alle, mensen?',
        },
      },
      {
        id: '5.2',
        ask: {
          en: 'Were people left out because their intervention was not known?',
          nl: 'Zijn mensen weggelaten omdat hun interventie onbekend was?',
        },
      },
      {
        id: '5.3',
        ask: {
          en: 'Were people left out because other data the analysis needs were missing?',
          nl: 'Zijn mensen weggelaten omdat andere gegevens voor de analyse ontbraken?',
        },
      },
      {
        id: '5.4',
        askIf: any(no('5.1'), yes('5.2'), yes('5.3')),
        ask: {
          en: 'Are numbers and reasons of what is missing alike across the groups?',
          nl: 'Zijn aantallen en redenen van wat ontbreekt in de groepen gelijk?',
        },
      },
      {
        id: '5.5',
        askIf: any(no('5.1'), yes('5.2'), yes('5.3')),
        ask: {
          en: 'Is there evidence that the result stands in spite of what is missing?',
          nl: 'Is er bewijs dat het resultaat overeind blijft ondanks wat ontbreekt?',
        },
      },
    ],
  },
  {
    id: 'D6',
    short: { en: 'Measurement', nl: 'Meting' },
    name: { en: 'Measurement of outcomes', nl: 'Meting van de uitkomst' },
    question: {
      en: 'Could errors in the outcome depend on the intervention received?',
      nl: 'Kunnen fouten in de uitkomst afhangen van de ontvangen interventie?',
    },
    asked: [
      {
        id: '6.1',
        ask: {
          en: 'Could knowing the intervention have changed the measured outcome?',
          nl: 'Kan kennis van de interventie de gemeten uitkomst hebben veranderd?',
        },
      },
      {
        id: '6.2',
        ask: {
          en: 'Did those who assessed the outcome know the intervention?',
          nl: 'Kenden degenen die de uitkomst vaststelden de interventie?',
        },
      },
      {
        id: '6.3',
        ask: {
          en: 'Was the outcome assessed in the same way in every group?',
          nl: 'Is de uitkomst in elke groep op dezelfde manier vastgesteld?',
        },
      },
      {
        id: '6.4',
        ask: {
          en: 'Were systematic errors of measurement tied to the intervention?',
          nl: 'Hingen systematische meetfouten samen met de interventie?',
        },
      },
    ],
  },
  {
    id: 'D7',
    short: { en: 'Reported result', nl: 'Gerapporteerd resultaat' },
    name: {
      en: 'Selection of the reported result',
      nl: 'Selectie van het gerapporteerde resultaat',
    },
    question: {
      en: 'Was the result probably picked among measurements, analyses or subgroups for what it showed?',
      nl: 'Is het resultaat waarschijnlijk om wat het liet zien gekozen uit metingen, analyses of subgroepen?',
    },
    asked: [
      {
        id: '7.1',
        ask: {
          en: 'Probably chosen, for what it showed, among several measurements of the outcome?',
          nl: 'Waarschijnlijk, om wat het liet zien, gekozen uit meerdere metingen van de uitkomst?',
        },
      },
      {
        id: '7.2',
        ask: {
          en: 'Probably chosen, for what it showed, among several analyses?',
          nl: 'Waarschijnlijk, om wat het liet zien, gekozen uit meerdere analyses?',
        },
      },
      {
        id: '7.3',
        ask: {
          en: 'Probably chosen, for what it showed, among several subgroups?',
          nl: 'Waarschijnlijk, om wat het liet zien, gekozen uit meerdere subgroepen?',
        },
      },
    ],
  },
];

/** The one rule the tool states: without potential for confounding the domain is at low risk. */
const stated: { readonly [domain: string]: ToolDomain['parts'] } = {
  D1: [{ id: 'stated', rules: [{ id: 'D1-r1', when: no('1.1'), then: 'Low' }] }],
};

export const robinsITool = (effect: EffectOfInterest, language: ToolLanguage): RatingTool => ({
  id: `robins-i-${effect}`,
  name: 'ROBINS-I (2016)',
  source:
    language === 'nl'
      ? 'Sterne et al. BMJ 2016;355:i4919. Vragen in onze eigen woorden onder de officiële nummers; elk oordeel is aan de beoordelaar, gemeten aan een foutloze gerandomiseerde trial van dezelfde vraag.'
      : 'Sterne et al. BMJ 2016;355:i4919. Questions in our own words under the official numbers; each judgement is the rater’s, against a flawless randomised trial of the same question.',
  answers: answersYesNo(language),
  judgements: ratingWords(language, ['Low', 'Moderate', 'Serious', 'Critical', 'No information']),
  domains: groups.map(({ id, short, name, question, asked }) => ({
    id,
    short: short[language],
    name: name[language],
    question: question[language],
    questions: asked
      .filter((one) => one.effect === undefined || one.effect === effect)
      .map((one) => ({
        id: one.id,
        ask: one.ask[language],
        answers: one.certain ? ['Y', 'PY', 'PN', 'N'] : ['Y', 'PY', 'PN', 'N', 'NI'],
        askIf: one.askIf ?? null,
      })),
    parts: stated[id] ?? [],
  })),
  overall: {
    rules: [
      { any: 'Critical', then: 'Critical' },
      { any: 'Serious', then: 'Serious' },
      { any: 'No information', then: 'No information', confirm: true },
      { any: 'Moderate', then: 'Moderate' },
      { all: 'Low', then: 'Low' },
    ],
    keyDomains: false,
  },
  directions: true,
});
