import type { RatingTool } from '../../protocol';
import { ratingWords, type Both, type ToolLanguage } from './words';

/**
 * The Cochrane tool of 2011 (Higgins et al. BMJ 2011;343:d5928), for reviews that go on with it. There is no algorithm:
 * every judgement is the rater's and says what it rests on. The words are ours.
 */
type RatedDomain = {
  readonly id: string;
  readonly short: Both;
  readonly name: Both;
  readonly ask: Both;
  readonly criteria: { readonly [judgement: string]: Both };
};

const domains: readonly RatedDomain[] = [
  {
    id: 'D1',
    short: { en: 'Sequence', nl: 'Volgorde' },
    name: { en: 'Random sequence generation', nl: 'Genereren van de toewijzingsvolgorde' },
    ask: {
      en: 'Was the order of assignments produced in a way that makes the groups comparable?',
      nl: 'Kwam de volgorde van toewijzingen zo tot stand dat de groepen vergelijkbaar zijn?',
    },
    criteria: {
      Low: {
        en: 'A random component: random-number table or generator, coin, dice, shuffled cards or envelopes, drawn lots, minimisation.',
        nl: 'Een willekeurig element: tabel of generator van willekeurige getallen, munt, dobbelsteen, geschudde kaarten of enveloppen, loten, minimisatie.',
      },
      Unclear: {
        en: 'The report only says randomised, or says too little about the method.',
        nl: 'Het artikel zegt alleen dat er gerandomiseerd is, of te weinig over de methode.',
      },
      High: {
        en: 'A systematic or judgement-based rule: birth date, date of admission, record number, alternation, preference, test results, availability.',
        nl: 'Een vaste regel of een keuze: geboortedatum, opnamedatum, dossiernummer, om en om, voorkeur, testuitslagen, beschikbaarheid.',
      },
    },
  },
  {
    id: 'D2',
    short: { en: 'Concealment', nl: 'Verborgen toewijzing' },
    name: { en: 'Allocation concealment', nl: 'Verborgen toewijzing' },
    ask: {
      en: 'Could assignments have been foreseen before or during enrolment?',
      nl: 'Kon men toewijzingen voor of tijdens de opname voorzien?',
    },
    criteria: {
      Low: {
        en: 'Central allocation (telephone, web, pharmacy), numbered identical containers, numbered opaque sealed envelopes.',
        nl: 'Centrale toewijzing (telefoon, web, apotheek), genummerde identieke verpakkingen, genummerde ondoorzichtige verzegelde enveloppen.',
      },
      Unclear: {
        en: 'Not described, or too thinly to judge (envelopes without saying they were opaque, numbered and sealed).',
        nl: 'Niet beschreven, of te summier (enveloppen zonder vermelding dat ze ondoorzichtig, genummerd en verzegeld waren).',
      },
      High: {
        en: 'Open list, envelopes without safeguards, alternation, record number, birth date, anything else enrolling people could see through.',
        nl: 'Open lijst, enveloppen zonder waarborgen, om en om, dossiernummer, geboortedatum, of iets anders dat doorzien kon worden.',
      },
    },
  },
  {
    id: 'D3',
    short: { en: 'Blinding of people', nl: 'Blindering deelnemers' },
    name: {
      en: 'Blinding of participants and personnel',
      nl: 'Blindering van deelnemers en personeel',
    },
    ask: {
      en: 'Could knowing the assignment have changed how people behaved or were treated?',
      nl: 'Kan kennis van de toewijzing hebben veranderd hoe mensen zich gedroegen of behandeld werden?',
    },
    criteria: {
      Low: {
        en: 'Blinded, and blinding unlikely to have failed; or not blinded but this outcome cannot be affected.',
        nl: 'Geblindeerd, en waarschijnlijk niet verbroken; of niet geblindeerd maar de uitkomst kan er niet door veranderen.',
      },
      Unclear: {
        en: 'Too little information, or the study did not address this outcome.',
        nl: 'Te weinig informatie, of de studie ging niet op deze uitkomst in.',
      },
      High: {
        en: 'Not or incompletely blinded (or blinding probably failed) and this outcome can be affected.',
        nl: 'Niet of onvolledig geblindeerd (of waarschijnlijk verbroken) en de uitkomst kan erdoor veranderen.',
      },
    },
  },
  {
    id: 'D4',
    short: { en: 'Blinding of assessment', nl: 'Blindering meting' },
    name: { en: 'Blinding of outcome assessment', nl: 'Blindering van de uitkomstmeting' },
    ask: {
      en: 'Could knowing the assignment have changed how the outcome was determined?',
      nl: 'Kan kennis van de toewijzing hebben veranderd hoe de uitkomst werd vastgesteld?',
    },
    criteria: {
      Low: {
        en: 'Assessors blinded, and blinding unlikely to have failed; or not blinded but measurement cannot be affected.',
        nl: 'Beoordelaars geblindeerd, en waarschijnlijk niet verbroken; of niet geblindeerd maar de meting kan er niet door veranderen.',
      },
      Unclear: {
        en: 'Too little information, or the study did not address this outcome.',
        nl: 'Te weinig informatie, of de studie ging niet op deze uitkomst in.',
      },
      High: {
        en: 'Not blinded (or blinding probably failed) and measurement can be affected.',
        nl: 'Niet geblindeerd (of waarschijnlijk verbroken) en de meting kan erdoor veranderen.',
      },
    },
  },
  {
    id: 'D5',
    short: { en: 'Incomplete data', nl: 'Onvolledige gegevens' },
    name: { en: 'Incomplete outcome data', nl: 'Onvolledige uitkomstgegevens' },
    ask: {
      en: 'Could missing or excluded outcome data have distorted the result?',
      nl: 'Kunnen ontbrekende of weggelaten uitkomsten het resultaat hebben vertekend?',
    },
    criteria: {
      Low: {
        en: 'None missing; or reasons unrelated to the outcome; or balanced in number and reason; or too few to matter; or handled by a suitable method.',
        nl: 'Niets ontbreekt; of om redenen los van de uitkomst; of gelijk in aantal en reden; of te weinig om uit te maken; of passend opgevangen.',
      },
      Unclear: {
        en: 'Numbers or reasons not reported, or the study did not address this outcome.',
        nl: 'Aantallen of redenen niet vermeld, of de studie ging niet op deze uitkomst in.',
      },
      High: {
        en: 'Missing for reasons probably tied to the outcome with imbalance between groups; enough to change the effect; as-treated analysis with many departures; unsuitable simple imputation.',
        nl: 'Ontbrekend om redenen die waarschijnlijk met de uitkomst samenhangen en ongelijk verdeeld; genoeg om het effect te veranderen; as-treated-analyse met veel afwijkingen; ongeschikte eenvoudige imputatie.',
      },
    },
  },
  {
    id: 'D6',
    short: { en: 'Selective reporting', nl: 'Selectief rapporteren' },
    name: { en: 'Selective reporting', nl: 'Selectief rapporteren' },
    ask: {
      en: 'Were outcomes left out, changed or added because of the results?',
      nl: 'Zijn uitkomsten weggelaten, veranderd of toegevoegd vanwege de resultaten?',
    },
    criteria: {
      Low: {
        en: 'A protocol exists and all its outcomes of interest are reported as planned; or without one the report plainly covers what would be expected.',
        nl: 'Er is een protocol en alle uitkomsten van belang zijn gerapporteerd zoals gepland; of zonder protocol dekt het artikel duidelijk wat te verwachten is.',
      },
      Unclear: { en: 'Not enough to judge (common).', nl: 'Niet genoeg om te oordelen (komt vaak voor).' },
      High: {
        en: 'Planned primary outcomes missing; measures, analyses or subsets not planned; unplanned primary outcomes; outcomes too thinly reported to pool; an expected key outcome absent.',
        nl: 'Geplande primaire uitkomsten ontbreken; niet geplande maten, analyses of deelgroepen; ongeplande primaire uitkomsten; te summier om te poolen; een verwachte kernuitkomst ontbreekt.',
      },
    },
  },
  {
    id: 'D7',
    short: { en: 'Other', nl: 'Overig' },
    name: { en: 'Other sources of bias', nl: 'Andere bronnen van bias' },
    ask: {
      en: 'Is there another problem, not covered above, that could bias the study? The protocol should list which are looked for.',
      nl: 'Is er een ander probleem, hierboven niet genoemd, dat de studie kan vertekenen? Het protocol hoort te zeggen waarnaar gezocht wordt.',
    },
    criteria: {
      Low: { en: 'Apparently none.', nl: 'Kennelijk niet.' },
      Unclear: {
        en: 'Something might be wrong but the information or the rationale is not enough.',
        nl: 'Er kan iets mis zijn, maar de informatie of de redenering volstaat niet.',
      },
      High: {
        en: 'A design-specific problem, fraud, early stopping because of the data, or another important one.',
        nl: 'Een probleem eigen aan het design, fraude, vroegtijdig stoppen om de gegevens, of iets anders van belang.',
      },
    },
  },
];

export const rob1Tool = (language: ToolLanguage): RatingTool => ({
  id: 'rob1',
  name: language === 'nl' ? 'RoB 1 (Cochrane, 2011)' : 'RoB 1 (Cochrane 2011)',
  source:
    language === 'nl'
      ? 'Higgins et al. BMJ 2011;343:d5928. In onze eigen woorden. Voor nieuwe reviews verdient RoB 2 de voorkeur.'
      : 'Higgins et al. BMJ 2011;343:d5928. In our own words. RoB 2 is preferred for new reviews.',
  answers: [],
  judgements: ratingWords(language, ['Low', 'Unclear', 'High']),
  domains: domains.map(({ id, short, name, ask, criteria }) => ({
    id,
    short: short[language],
    name: name[language],
    question: ask[language],
    criteria: Object.fromEntries(
      Object.entries(criteria).map(([judgement, text]) => [judgement, text[language]]),
    ),
    questions: [],
    parts: [],
  })),
  overall: {
    rules: [
      { any: 'High', then: 'High' },
      { any: 'Unclear', then: 'Unclear' },
      { all: 'Low', then: 'Low' },
    ],
    keyDomains: true,
  },
  supportRequired: true,
  directions: false,
});
