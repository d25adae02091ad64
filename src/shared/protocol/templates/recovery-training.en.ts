import { plannedOutcome, usualPlan } from '../analysis-plan';
import type { Protocol } from '../protocol';
import { blankProtocol } from './blank';
import { beforeAfter, nonRandomised, qualitative, randomisedDesigns } from './designs';

/**
 * A protocol for the question of McPherson et al. 2021: training of mental health staff in recovery-oriented practice.
 * Nothing is pooled: effect directions, synthesis without meta-analysis (Campbell et al. 2020), and passages coded by
 * the CHIME framework (Leamy et al. 2011). The choices follow the review as published; the wording is ours.
 */
export const recoveryTrainingEnglish: Protocol = {
  ...blankProtocol,
  riskOfBias: {
    ...blankProtocol.riskOfBias,
    designs: [...randomisedDesigns, nonRandomised, beforeAfter, qualitative],
  },
  title: 'Recovery training of mental health staff',
  question:
    'Does training mental health staff in recovery-oriented practice change outcomes of staff and of the people they work with, and which recovery processes and training methods are described?',
  background:
    'Trainings, designs and measures differ too much to pool. Directions of effect are tabulated per outcome; descriptions are coded.',
  criteria: [
    {
      id: 'staff',
      label: 'Mental health staff',
      question: 'Are the people trained staff of a mental health service?',
      guidance: {
        yes: 'Nurses, doctors, social workers, support workers, whole teams.',
        no: 'Students, caregivers, peers in training for their own role.',
        unclear: 'Participants are not described.',
      },
    },
    {
      id: 'training',
      label: 'Training in recovery',
      question: 'Is recovery-oriented practice what the training is about?',
      guidance: {
        yes: 'Personal recovery is a stated aim or content.',
        no: 'A therapy or skill without recovery as its aim.',
        unclear: 'Contents are not described.',
      },
    },
    {
      id: 'evaluated',
      label: 'Evaluated with numbers',
      question: 'Are quantitative outcomes of staff or clients reported?',
      guidance: {
        yes: 'Any comparison: before and after, between groups, randomised.',
        no: 'Qualitative findings only, opinion, protocol.',
        unclear: 'Numbers without comparison.',
      },
    },
  ],
  exclusionReasons: [
    { id: 'not-staff', label: 'Not mental health staff', criterionId: 'staff' },
    { id: 'not-recovery', label: 'Not training in recovery', criterionId: 'training' },
    { id: 'not-evaluated', label: 'No quantitative outcomes', criterionId: 'evaluated' },
  ],
  outcomeDomains: [
    {
      id: 'staff-knowledge',
      label: 'Staff: knowledge and attitudes',
      definition: 'Knowledge of and attitudes to recovery.',
      instruments: [
        { id: 'rki', name: 'Recovery Knowledge Inventory (RKI)', higherIsBetter: true },
        { id: 'raq', name: 'Recovery Attitudes Questionnaire (RAQ)', higherIsBetter: true },
      ],
    },
    {
      id: 'staff-practice',
      label: 'Staff: practice',
      definition: 'What staff do: care plans, recovery-promoting behaviour.',
      instruments: [
        { id: 'rsa', name: 'Recovery Self Assessment (RSA), staff', higherIsBetter: true, min: 1, max: 5 },
      ],
    },
    {
      id: 'client-recovery',
      label: 'Clients: recovery',
      definition: 'Personal recovery as clients rate it.',
      instruments: [
        {
          id: 'qpr',
          name: 'Questionnaire about the Process of Recovery (QPR)',
          higherIsBetter: true,
          min: 0,
          max: 60,
        },
      ],
    },
    {
      id: 'client-clinical',
      label: 'Clients: symptoms and functioning',
      definition: 'Symptoms, functioning, needs.',
      instruments: [
        {
          id: 'honos',
          name: 'Health of the Nation Outcome Scales (HoNOS)',
          higherIsBetter: false,
          min: 0,
          max: 48,
        },
      ],
    },
  ],
  windows: [
    { id: 'post', label: 'After training', fromWeeks: 0, toWeeks: 25 },
    { id: 'follow-up', label: 'Follow-up', fromWeeks: 26, toWeeks: null },
  ],
  comparators: [
    { id: 'none', label: 'No training' },
    { id: 'before', label: 'Before the training' },
  ],
  codebook: [
    {
      id: 'chime',
      label: 'Recovery processes (CHIME)',
      codes: [
        {
          id: 'connectedness',
          label: 'Connectedness',
          definition: 'Peer support, relationships, support from others, being part of the community.',
        },
        {
          id: 'hope',
          label: 'Hope and optimism',
          definition: 'Belief in recovery, motivation to change, relationships that inspire hope.',
        },
        {
          id: 'identity',
          label: 'Identity',
          definition: 'Rebuilding a positive sense of self, overcoming stigma.',
        },
        {
          id: 'meaning',
          label: 'Meaning in life',
          definition: 'Meaning of the illness experience, spirituality, quality of life, goals and roles.',
        },
        {
          id: 'empowerment',
          label: 'Empowerment',
          definition: 'Personal responsibility, control over life, a focus on strengths.',
        },
      ],
    },
    {
      id: 'methods',
      label: 'Training methods',
      codes: [
        { id: 'lecture', label: 'Lectures', definition: 'Trainers present to a group.' },
        { id: 'role-play', label: 'Role play', definition: 'Practising conversations or situations.' },
        {
          id: 'lived-experience',
          label: 'Lived experience',
          definition: 'People with lived experience design or give the training.',
        },
        {
          id: 'coaching',
          label: 'Coaching and supervision',
          definition: 'Support at work after the training.',
        },
        { id: 'e-learning', label: 'E-learning', definition: 'Online modules at one’s own pace.' },
      ],
    },
  ],
  analysis: {
    ...usualPlan,
    outcomes: (
      [
        ['staff-knowledge', 'Staff: knowledge and attitudes'],
        ['staff-practice', 'Staff: practice'],
        ['client-recovery', 'Clients: recovery'],
        ['client-clinical', 'Clients: symptoms and functioning'],
      ] as const
    ).map(([id, label]) => plannedOutcome({ id, label, domainId: id, synthesis: 'narrative' })),
    subgroups: [],
    sensitivity: [],
    nnt: { method: 'none', controlEventRate: 0.2 },
  },
};
