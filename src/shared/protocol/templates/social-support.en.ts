import { plannedOutcome, usualPlan } from '../analysis-plan';
import type { Protocol } from '../protocol';
import { blankProtocol } from './blank';
import { nonRandomised, randomisedDesigns } from './designs';

const windowIds = ['post', 'follow-up'];

/**
 * A protocol for the question of Beckers et al. 2022: interventions that strengthen the social network or support of
 * people with severe mental illness, randomised or not, often several in one study. The choices follow the review as
 * published; the wording is ours.
 */
export const socialSupportEnglish: Protocol = {
  ...blankProtocol,
  riskOfBias: { ...blankProtocol.riskOfBias, designs: [...randomisedDesigns, nonRandomised] },
  title: 'Social support in severe mental illness',
  question:
    'In people with a severe mental illness, do interventions aimed at their social network or social support, compared with another intervention or with care as usual, improve social support, loneliness, functioning and symptoms?',
  background:
    'Studies may be randomised or not, and may compare several interventions with each other or with one control group. Designs are analysed apart before they are put together.',
  criteria: [
    {
      id: 'design',
      label: 'Controlled study',
      question: 'Is there a comparison group, randomised or not?',
      guidance: {
        yes: 'Randomised trial, quasi-experimental study, controlled before-after study.',
        no: 'One group only, cross-sectional study, qualitative study.',
        unclear: 'Two groups are named but not compared.',
      },
    },
    {
      id: 'intervention',
      label: 'Aimed at social support',
      question: 'Is the social network or social support a stated aim of the intervention?',
      guidance: {
        yes: 'Befriending, supported socialisation, peer groups, family work aimed at support, social skills in the own network.',
        no: 'Support is measured but not aimed at.',
        unclear: 'Aims are not stated.',
      },
    },
    {
      id: 'population',
      label: 'Severe mental illness',
      question: 'Do participants have a severe mental illness?',
      guidance: {
        yes: 'Psychosis, bipolar disorder, severe depression or personality disorder with long-term care.',
        no: 'Common mental disorders, addiction alone, dementia.',
        unclear: 'A mixed group without numbers.',
      },
    },
    {
      id: 'adults',
      label: 'Adults',
      question: 'Are participants 18 years or older?',
      guidance: {
        yes: 'All adults, or the mean age and range make it plain.',
        no: 'Children or adolescents.',
        unclear: 'Age is not given.',
      },
    },
  ],
  exclusionReasons: [
    { id: 'wrong-design', label: 'No comparison group', criterionId: 'design' },
    { id: 'wrong-intervention', label: 'Not aimed at social support', criterionId: 'intervention' },
    { id: 'wrong-population', label: 'No severe mental illness', criterionId: 'population' },
    { id: 'not-adults', label: 'Participants not adults', criterionId: 'adults' },
    { id: 'no-outcome', label: 'No outcome of interest' },
  ],
  outcomeDomains: [
    {
      id: 'support',
      label: 'Social support',
      definition: 'Support received or perceived, and size or quality of the network.',
      instruments: [
        {
          id: 'mspss',
          name: 'Multidimensional Scale of Perceived Social Support (MSPSS)',
          higherIsBetter: true,
          min: 12,
          max: 84,
        },
        { id: 'network', name: 'Size of social network', higherIsBetter: true, min: 0 },
      ],
    },
    {
      id: 'loneliness',
      label: 'Loneliness',
      definition: 'The felt lack of contact.',
      instruments: [{ id: 'ucla', name: 'UCLA Loneliness Scale', higherIsBetter: false, min: 20, max: 80 }],
    },
    {
      id: 'functioning',
      label: 'Social functioning',
      definition: 'Taking part in daily and social life.',
      instruments: [
        { id: 'sfs', name: 'Social Functioning Scale', higherIsBetter: true },
        { id: 'gaf', name: 'Global Assessment of Functioning (GAF)', higherIsBetter: true, min: 1, max: 100 },
      ],
    },
    {
      id: 'symptoms',
      label: 'Symptoms',
      definition: 'Severity of psychiatric symptoms.',
      instruments: [
        {
          id: 'bprs',
          name: 'Brief Psychiatric Rating Scale (BPRS)',
          higherIsBetter: false,
          min: 18,
          max: 126,
        },
      ],
    },
  ],
  windows: [
    { id: 'post', label: 'End of intervention', fromWeeks: 0, toWeeks: 60 },
    { id: 'follow-up', label: 'Follow-up', fromWeeks: 61, toWeeks: null },
  ],
  comparators: [
    { id: 'cau', label: 'Care as usual' },
    { id: 'wl', label: 'Waiting list' },
    { id: 'other', label: 'Another intervention of the study' },
  ],
  analysis: {
    ...usualPlan,
    outcomes: (
      [
        ['support', 'Social support'],
        ['loneliness', 'Loneliness'],
        ['functioning', 'Social functioning'],
        ['symptoms', 'Symptoms'],
      ] as const
    ).map(([id, label]) => plannedOutcome({ id, label, domainId: id, windowIds })),
    dependence: 'robust',
    assumedCorrelation: 0.6,
    subgroups: [
      {
        id: 'design',
        label: 'Design',
        field: 'design',
        levels: [
          { label: 'Randomised', values: ['randomised', 'RCT', 'cluster RCT'] },
          { label: 'Not randomised', values: [] },
        ],
      },
      { id: 'intervention', label: 'Intervention', field: 'armT', levels: [] },
      { id: 'control', label: 'Compared with', field: 'comparator', levels: [] },
    ],
    forestBy: 'intervention',
    moderators: [
      { id: 'personalised', label: 'Personalised', field: 'personalised' },
      { id: 'duration', label: 'Duration in weeks', field: 'duration' },
    ],
    sensitivity: ['without-high-risk', 'without-imputed', 'without-outliers', 'independent', 'three-level'],
    nnt: { method: 'none', controlEventRate: 0.2 },
  },
};
