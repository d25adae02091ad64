import { plannedOutcome, usualPlan, type AnalysisPlan } from '../analysis-plan';

/** What the plan says in words, in the language of the template. */
export type PeerSupportWords = {
  readonly clinical: string;
  readonly personal: string;
  readonly functional: string;
  readonly hope: string;
  readonly illness: string;
  readonly severe: string;
  readonly other: string;
  readonly format: string;
  readonly control: string;
  readonly bias: string;
};

/**
 * The analyses of Smit et al. 2022: three recovery domains at post-test and six to nine months, hope, and subgroups by
 * illness, format, control condition and risk of bias; rows counted as independent, as published.
 */
export const peerSupportPlan = (words: PeerSupportWords): AnalysisPlan => ({
  ...usualPlan,
  outcomes: [
    ...(['clinical', 'personal', 'functional'] as const).map((id) =>
      plannedOutcome({ id, label: words[id], domainId: id, windowIds: ['post', 'follow-up'] }),
    ),
    plannedOutcome({
      id: 'hope',
      label: words.hope,
      domainId: 'personal',
      outcomes: ['hope', 'hoop'],
      windowIds: ['post', 'follow-up'],
    }),
  ],
  dependence: 'independent',
  subgroups: [
    {
      id: 'illness',
      label: words.illness,
      field: 'disorder',
      levels: [
        {
          label: words.severe,
          values: ['SMI', 'EPA', 'severe mental illness', 'ernstige psychische aandoening'],
        },
        { label: words.other, values: [] },
      ],
    },
    { id: 'format', label: words.format, field: 'format', levels: [] },
    { id: 'control', label: words.control, field: 'comparator', levels: [] },
    { id: 'bias', label: words.bias, field: 'riskOfBias', levels: [] },
  ],
  sensitivity: [
    'without-high-risk',
    'without-imputed',
    'without-outliers',
    'aggregate',
    'three-level',
    'common-effect',
  ],
});
