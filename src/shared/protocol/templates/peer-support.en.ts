import type { Protocol } from '../protocol';
import { blankProtocol } from './blank';
import { randomisedDesigns } from './designs';
import { peerSupportPlan } from './peer-support.plan';
import { peerSupportHighlights } from './peer-support.highlights';

/**
 * A protocol for the question of Smit et al. 2022 (Psychological Medicine, doi 10.1017/S0033291722002422). The choices
 * are theirs as published; the wording is ours.
 */
export const peerSupportEnglish: Protocol = {
  ...blankProtocol,
  riskOfBias: { ...blankProtocol.riskOfBias, designs: [...randomisedDesigns] },
  title: 'Peer support for mental illness',
  question:
    'In adults with a mental illness, does support delivered entirely by peers, compared with care as usual, a waiting list or another inactive control, improve clinical, personal and functional recovery?',
  background:
    'Peer support is given by people with lived experience of mental illness. Effects are pooled per recovery domain at the end of the intervention and, where reported, at six to nine months.',
  criteria: [
    {
      id: 'design',
      label: 'Randomised controlled trial',
      question: 'Were participants or groups of participants allocated at random?',
      guidance: {
        yes: 'Individual or cluster randomisation, also pilot trials and reports of follow-up or subgroups of a randomised trial.',
        no: 'Before-after study, cohort, matched or quasi-random control, review, qualitative study, protocol without results.',
        unclear: 'The abstract speaks of a trial or of groups but not of how people came into them.',
      },
    },
    {
      id: 'peer-delivered',
      label: 'Entirely peer-delivered',
      question: 'Is the intervention delivered by peers alone?',
      guidance: {
        yes: 'People with lived experience of mental illness lead it; professionals may train and supervise them.',
        no: 'A professional delivers it or leads together with a peer; family members or caregivers are the recipients or the peers.',
        unclear:
          'Peers take part but it is not said who leads, or "lay", "community" or "volunteer" workers are named without their background.',
      },
    },
    {
      id: 'adults',
      label: 'Adults',
      question: 'Are the participants 18 years or older?',
      guidance: {
        yes: 'All are adults, or the mean age and range make it plain.',
        no: 'Children or adolescents only.',
        unclear: 'Young people around 18, or age not given.',
      },
    },
    {
      id: 'mental-illness',
      label: 'Mental illness, not addiction',
      question: 'Do participants have a mental illness that is not an addiction?',
      guidance: {
        yes: 'A diagnosis or a score above a validated cut-off; severe mental illness, depression, anxiety, psychosis, bipolar disorder. Addiction beside it is fine.',
        no: 'Addiction as the main problem; a somatic illness with distress; dementia; people at risk without symptoms.',
        unclear: 'A mixed group, or "psychological distress" without a cut-off.',
      },
    },
  ],
  exclusionReasons: [
    { id: 'wrong-design', label: 'Not a randomised controlled trial', criterionId: 'design' },
    { id: 'not-peer-delivered', label: 'Not delivered entirely by peers', criterionId: 'peer-delivered' },
    { id: 'not-adults', label: 'Participants not adults', criterionId: 'adults' },
    { id: 'wrong-population', label: 'No mental illness, or addiction', criterionId: 'mental-illness' },
    { id: 'active-comparator', label: 'Comparator is an active treatment' },
    { id: 'no-outcome', label: 'No outcome of interest' },
    { id: 'no-results', label: 'No results reported' },
  ],
  outcomeDomains: [
    {
      id: 'clinical',
      label: 'Clinical recovery',
      definition: 'Severity of symptoms, relapse and hospital admission.',
      instruments: [
        {
          id: 'bprs',
          name: 'Brief Psychiatric Rating Scale (BPRS)',
          higherIsBetter: false,
          min: 18,
          max: 126,
        },
        { id: 'bsi', name: 'Brief Symptom Inventory (BSI)', higherIsBetter: false, min: 0, max: 4 },
        { id: 'cape', name: 'Community Assessment of Psychic Experiences (CAPE)', higherIsBetter: false },
        {
          id: 'epds',
          name: 'Edinburgh Postnatal Depression Scale (EPDS)',
          higherIsBetter: false,
          min: 0,
          max: 30,
        },
        { id: 'phq-9', name: 'Patient Health Questionnaire (PHQ-9)', higherIsBetter: false, min: 0, max: 27 },
        { id: 'admission', name: 'Admission to hospital', higherIsBetter: false },
      ],
    },
    {
      id: 'personal',
      label: 'Personal recovery',
      definition: 'Living a satisfying life as the person sees it: recovery, hope, empowerment, self-stigma.',
      instruments: [
        { id: 'ras', name: 'Recovery Assessment Scale (RAS)', higherIsBetter: true, min: 24, max: 120 },
        { id: 'mhrm', name: 'Mental Health Recovery Measure (MHRM)', higherIsBetter: true, min: 0, max: 120 },
        { id: 'herth', name: 'Herth Hope Index', higherIsBetter: true, min: 12, max: 48 },
        { id: 'hope-scale', name: 'State Hope Scale', higherIsBetter: true, min: 6, max: 48 },
        { id: 'bues', name: 'Empowerment Scale (BUES)', higherIsBetter: true, min: 28, max: 112 },
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
      id: 'functional',
      label: 'Functional recovery',
      definition: 'Taking part in daily and social life: functioning, quality of life, social support, work.',
      instruments: [
        { id: 'gaf', name: 'Global Assessment of Functioning (GAF)', higherIsBetter: true, min: 1, max: 100 },
        {
          id: 'mansa',
          name: 'Manchester Short Assessment of Quality of Life (MANSA)',
          higherIsBetter: true,
          min: 1,
          max: 7,
        },
        { id: 'lqolp', name: 'Lancashire Quality of Life Profile', higherIsBetter: true, min: 1, max: 7 },
        { id: 'whoqol', name: 'WHOQOL-BREF', higherIsBetter: true, min: 0, max: 100 },
        { id: 'ucla', name: 'UCLA Loneliness Scale', higherIsBetter: false, min: 20, max: 80 },
      ],
    },
  ],
  windows: [
    { id: 'post', label: 'Post-test', fromWeeks: 0, toWeeks: 25 },
    { id: 'follow-up', label: '6–9 months', fromWeeks: 26, toWeeks: 39 },
    { id: 'late', label: 'Later than 9 months', fromWeeks: 40, toWeeks: null },
  ],
  comparators: [
    { id: 'cau', label: 'Care as usual' },
    { id: 'wl', label: 'Waiting list' },
    { id: 'inactive', label: 'Other inactive control' },
  ],
  effect: { measure: 'SMD', varianceFormula: 'esc' },
  highlights: peerSupportHighlights,
  analysis: peerSupportPlan({
    clinical: 'Clinical recovery',
    personal: 'Personal recovery',
    functional: 'Functional recovery',
    hope: 'Hope',
    illness: 'Severe mental illness',
    severe: 'Severe mental illness',
    other: 'Other mental illness',
    format: 'Format',
    control: 'Control condition',
    bias: 'Risk of bias',
  }),
};
