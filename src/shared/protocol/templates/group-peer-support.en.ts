import { plannedOutcome, usualPlan } from '../analysis-plan';
import type { Protocol } from '../protocol';
import { blankProtocol } from './blank';
import { randomisedDesigns } from './designs';

const windowIds = ['post', 'follow-up'];

/**
 * A protocol for the question of Lyons et al. 2021 (BMC Psychiatry, doi 10.1186/s12888-021-03321-z): groups led by
 * peers, by type of group; standardised and raw differences side by side; pooled from three trials on, told in words
 * below that. The choices follow the paper as published; the wording is ours.
 */
export const groupPeerSupportEnglish: Protocol = {
  ...blankProtocol,
  riskOfBias: { ...blankProtocol.riskOfBias, designs: [...randomisedDesigns] },
  title: 'Group peer support for mental health conditions',
  question:
    'In adults with a mental health condition, do groups led by peers, compared with care as usual, a waiting list or another group, improve recovery, hope, empowerment, symptoms and social outcomes?',
  background:
    'Groups differ in what they are for. Effects are pooled within a type of group and a time of measurement where at least three trials report them; the rest is synthesised in words.',
  criteria: [
    {
      id: 'design',
      label: 'Randomised controlled trial',
      question: 'Were participants or groups of participants allocated at random?',
      guidance: {
        yes: 'Individual or cluster randomisation, pilot trials too.',
        no: 'No random allocation, no comparison, no results.',
        unclear: 'How people came into the groups is not said.',
      },
    },
    {
      id: 'group',
      label: 'Delivered in a group',
      question: 'Is the support given in a group that meets face to face or online?',
      guidance: {
        yes: 'Three or more people together for most of the sessions.',
        no: 'One-to-one support; a forum without sessions.',
        unclear: 'Group and individual parts, without their shares.',
      },
    },
    {
      id: 'peer-led',
      label: 'Led by peers',
      question: 'Do people with lived experience lead the group?',
      guidance: {
        yes: 'Peers lead alone; professionals may train and supervise.',
        no: 'Professionals lead, alone or together with peers.',
        unclear: 'Facilitators are named without their background.',
      },
    },
    {
      id: 'population',
      label: 'Adults with a mental health condition',
      question: 'Are participants adults with a mental health condition?',
      guidance: {
        yes: 'Diagnosis, service use or a score above a cut-off.',
        no: 'Caregivers, children, addiction or a somatic illness alone.',
        unclear: 'A mixed group without numbers.',
      },
    },
  ],
  exclusionReasons: [
    { id: 'wrong-design', label: 'Not a randomised controlled trial', criterionId: 'design' },
    { id: 'not-group', label: 'Not in a group', criterionId: 'group' },
    { id: 'not-peer-led', label: 'Not led by peers', criterionId: 'peer-led' },
    { id: 'wrong-population', label: 'Other population', criterionId: 'population' },
    { id: 'no-outcome', label: 'No outcome of interest' },
  ],
  outcomeDomains: [
    {
      id: 'recovery',
      label: 'Personal recovery',
      definition: 'A satisfying life as the person sees it.',
      instruments: [
        { id: 'ras', name: 'Recovery Assessment Scale (RAS)', higherIsBetter: true, min: 24, max: 120 },
        { id: 'mhrm', name: 'Mental Health Recovery Measure (MHRM)', higherIsBetter: true, min: 0, max: 120 },
      ],
    },
    {
      id: 'hope',
      label: 'Hope',
      definition: 'Expecting that one’s goals can be reached.',
      instruments: [
        { id: 'hope-scale', name: 'State Hope Scale', higherIsBetter: true, min: 6, max: 48 },
        { id: 'herth', name: 'Herth Hope Index', higherIsBetter: true, min: 12, max: 48 },
      ],
    },
    {
      id: 'empowerment',
      label: 'Empowerment',
      definition: 'Power and control over one’s own life and care.',
      instruments: [
        { id: 'bues', name: 'Empowerment Scale (BUES)', higherIsBetter: true, min: 28, max: 112 },
      ],
    },
    {
      id: 'stigma',
      label: 'Self-stigma',
      definition: 'Negative beliefs about mental illness applied to oneself.',
      instruments: [
        {
          id: 'ismi',
          name: 'Internalized Stigma of Mental Illness (ISMI)',
          higherIsBetter: false,
          min: 1,
          max: 4,
        },
      ],
    },
    {
      id: 'symptoms',
      label: 'Symptoms',
      definition: 'Severity of psychiatric symptoms.',
      instruments: [
        { id: 'bsi', name: 'Brief Symptom Inventory (BSI)', higherIsBetter: false, min: 0, max: 4 },
        {
          id: 'bprs',
          name: 'Brief Psychiatric Rating Scale (BPRS)',
          higherIsBetter: false,
          min: 18,
          max: 126,
        },
      ],
    },
    {
      id: 'social',
      label: 'Social outcomes',
      definition: 'Social network, support and loneliness.',
      instruments: [
        { id: 'ucla', name: 'UCLA Loneliness Scale', higherIsBetter: false, min: 20, max: 80 },
        { id: 'sps', name: 'Social Provisions Scale', higherIsBetter: true, min: 24, max: 96 },
      ],
    },
    {
      id: 'services',
      label: 'Service use',
      definition: 'Admissions and days in hospital.',
      instruments: [{ id: 'admission', name: 'Admission to hospital', higherIsBetter: false }],
    },
  ],
  windows: [
    { id: 'post', label: 'End of intervention', fromWeeks: 0, toWeeks: 25 },
    { id: 'follow-up', label: 'Follow-up (6 months or later)', fromWeeks: 26, toWeeks: null },
  ],
  comparators: [
    { id: 'cau', label: 'Care as usual' },
    { id: 'wl', label: 'Waiting list' },
    { id: 'active', label: 'Another group' },
  ],
  effect: { measure: 'SMD', varianceFormula: 'RevMan' },
  pooling: { method: 'DL', test: 'z', predictionInterval: true },
  analysis: {
    ...usualPlan,
    outcomes: [
      ...(
        [
          ['recovery', 'Personal recovery'],
          ['hope', 'Hope'],
          ['empowerment', 'Empowerment'],
        ] as const
      ).map(([id, label]) => plannedOutcome({ id, label, domainId: id, windowIds, alsoAs: ['MD'] })),
      // Symptom scores are printed as measured: below zero the intervention is better.
      ...(
        [
          ['stigma', 'Self-stigma'],
          ['symptoms', 'Symptoms'],
        ] as const
      ).map(([id, label]) =>
        plannedOutcome({ id, label, domainId: id, windowIds, alsoAs: ['MD'], sign: 'benefit-negative' }),
      ),
      plannedOutcome({
        id: 'social',
        label: 'Social outcomes',
        domainId: 'social',
        windowIds,
        synthesis: 'narrative',
      }),
      plannedOutcome({
        id: 'services',
        label: 'Service use',
        domainId: 'services',
        windowIds,
        synthesis: 'narrative',
      }),
    ],
    minimumTrials: 3,
    dependence: 'aggregate',
    sharedControls: 'split',
    subgroups: [
      {
        id: 'typology',
        label: 'Type of group',
        field: 'typology',
        levels: [
          { label: 'Mutual support', values: ['mutual support'] },
          { label: 'Peer support: self-management', values: ['self-management'] },
          { label: 'Peer support: anti-stigma', values: ['anti-stigma'] },
        ],
      },
    ],
    forestBy: 'typology',
    sensitivity: ['without-high-risk', 'without-imputed', 'independent'],
    nnt: { method: 'none', controlEventRate: 0.2 },
  },
};
