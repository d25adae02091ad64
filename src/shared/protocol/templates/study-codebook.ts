import type { CharacteristicField } from '../characteristics';
import { structuredExtraction } from '../extraction-plan';
import type { Protocol } from '../protocol';

/** The study characteristics that templates start from: what was studied, in whom, and what may divide results. */

type Words = {
  readonly labels: { readonly [id: string]: string };
  readonly choices: { readonly [value: string]: string };
  readonly hints: { readonly [id: string]: string };
  readonly weeks: string;
  readonly years: string;
};

type Field = Pick<CharacteristicField, 'id' | 'kind'> &
  Partial<Pick<CharacteristicField, 'min' | 'max' | 'onlyIf' | 'repeats'>> & {
    readonly unit?: 'weeks' | 'years' | '%';
    readonly values?: readonly string[];
  };

const fields: readonly Field[] = [
  { id: 'country', kind: 'text' },
  { id: 'year', kind: 'number', min: 1900, max: 2100 },
  {
    id: 'design',
    kind: 'choice',
    values: ['randomised', 'cluster RCT', 'cross-over', 'not randomised', 'before-after'],
  },
  { id: 'recruitment_start', kind: 'date' },
  { id: 'disorder', kind: 'choice', values: ['SMI', 'CMD', 'mixed', 'other'] },
  { id: 'mean_age', kind: 'number', unit: 'years', min: 0, max: 120 },
  { id: 'percent_women', kind: 'number', unit: '%', min: 0, max: 100 },
  { id: 'format', kind: 'choices', values: ['individual', 'group', 'online'] },
  {
    id: 'typology',
    kind: 'choice',
    values: ['mutual support', 'self-management', 'anti-stigma', 'other'],
    onlyIf: { field: 'format', values: ['group'] },
  },
  { id: 'structure_intervention', kind: 'choice', values: ['structured', 'unstructured'] },
  { id: 'personalised', kind: 'choice', values: ['yes', 'no'] },
  { id: 'duration', kind: 'number', unit: 'weeks', min: 0, max: 520 },
  { id: 'funding', kind: 'text', repeats: true },
];

const english: Words = {
  labels: {
    country: 'Country',
    year: 'Year',
    design: 'Design',
    recruitment_start: 'Recruitment began',
    disorder: 'Disorder',
    mean_age: 'Mean age',
    percent_women: 'Women',
    format: 'Format',
    typology: 'Type of group',
    structure_intervention: 'Structure of the intervention',
    personalised: 'Personalised',
    duration: 'Duration',
    funding: 'Funder',
  },
  choices: {
    randomised: 'Randomised',
    'cluster RCT': 'Randomised in clusters',
    'cross-over': 'Cross-over',
    'not randomised': 'Controlled, not randomised',
    'before-after': 'Before and after',
    SMI: 'Severe mental illness',
    CMD: 'Common mental disorder',
    mixed: 'Mixed',
    other: 'Other',
    individual: 'Individual',
    group: 'Group',
    online: 'Online',
    'mutual support': 'Mutual support',
    'self-management': 'Self-management',
    'anti-stigma': 'Anti-stigma',
    structured: 'By a manual or fixed sessions',
    unstructured: 'Free',
    yes: 'Yes',
    no: 'No',
  },
  hints: {
    disorder: 'Severe: psychosis, bipolar disorder, or illness with lasting loss of functioning.',
    personalised: 'Content or dose follows the needs of each person.',
    funding: 'One to a line.',
  },
  weeks: 'weeks',
  years: 'years',
};

const dutch: Words = {
  labels: {
    country: 'Land',
    year: 'Jaar',
    design: 'Opzet',
    recruitment_start: 'Begin van de werving',
    disorder: 'Aandoening',
    mean_age: 'Gemiddelde leeftijd',
    percent_women: 'Vrouwen',
    format: 'Vorm',
    typology: 'Soort groep',
    structure_intervention: 'Structuur van de interventie',
    personalised: 'Op maat',
    duration: 'Duur',
    funding: 'Financier',
  },
  choices: {
    randomised: 'Gerandomiseerd',
    'cluster RCT': 'Gerandomiseerd in clusters',
    'cross-over': 'Cross-over',
    'not randomised': 'Gecontroleerd, niet gerandomiseerd',
    'before-after': 'Voor en na',
    SMI: 'Ernstige psychische aandoening',
    CMD: 'Veelvoorkomende psychische aandoening',
    mixed: 'Gemengd',
    other: 'Anders',
    individual: 'Individueel',
    group: 'Groep',
    online: 'Online',
    'mutual support': 'Onderlinge steun',
    'self-management': 'Zelfmanagement',
    'anti-stigma': 'Anti-stigma',
    structured: 'Met handleiding of vaste bijeenkomsten',
    unstructured: 'Vrij',
    yes: 'Ja',
    no: 'Nee',
  },
  hints: {
    disorder: 'Ernstig: psychose, bipolaire stoornis, of ziekte met blijvend verlies van functioneren.',
    personalised: 'Inhoud of dosis volgt de behoeften van elke persoon.',
    funding: 'Eén per regel.',
  },
  weeks: 'weken',
  years: 'jaar',
};

const inWords = (words: Words): CharacteristicField[] =>
  fields.map(({ id, kind, unit, values, ...rest }) => ({
    id,
    label: words.labels[id] ?? id,
    hint: words.hints[id] ?? '',
    kind,
    choices: (values ?? []).map((value) => ({ value, label: words.choices[value] ?? value })),
    ...(unit === undefined ? {} : { unit: unit === '%' ? '%' : words[unit] }),
    ...rest,
  }));

export const studyCodebook = { en: inWords(english), nl: inWords(dutch) } as const;

/** A template's protocol with structure first and the study characteristics to start from. */
export const withStudyCodebook = (protocol: Protocol, language: 'en' | 'nl'): Protocol => ({
  ...protocol,
  extraction: { ...structuredExtraction, characteristics: studyCodebook[language] },
});
