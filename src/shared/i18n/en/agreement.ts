import { counted } from '../text';

/** Agreement of coders, in words. */
export const agreement = {
  title: 'Agreement',
  stage: 'Stage',
  first: 'First coder',
  second: 'Second coder',
  rated: (n: string) => `Rated by both: ${n}`,
  table: 'How they voted',
  percent: 'Agreed',
  kappa: 'Cohen’s kappa',
  pabak: 'PABAK',
  ac1: 'Gwet’s AC1',
  interval: (low: string, high: string) => `95% CI ${low} to ${high}`,
  noValue: {
    'no-items': 'nothing was rated by both',
    'no-variation': 'not defined: both always voted the same',
    'one-category': 'not defined: there is one category only',
  },
  maybeLabel: '“Maybe” counts',
  maybeChoices: { 'as-include': 'as include', own: 'on its own', 'left-out': 'not at all' },
  maybeRules: {
    'as-include': 'Include and maybe count as one here: both send the record forward.',
    own: 'Include, maybe and exclude are three answers here.',
    'left-out': 'Records on which one of them said maybe are left out here.',
  },
  original:
    'Counted are the votes given before anybody saw the others’; what was changed in discussion or settled plays no part.',
  alpha: 'Krippendorff’s alpha',
  fleiss: 'Fleiss’ kappa',
  error: (se: string) => `SE ${se}`,
  indices: (prevalence: string, bias: string) =>
    `Prevalence index ${prevalence} (0: both answers as often; 1: always the same one). Bias index ${bias} (0: both use the answers as often).`,
  compared: 'Compared',
  comparedBy: { vote: 'Votes', reason: 'Exclusion reasons' },
  categories: {
    include: 'Include',
    maybe: 'Maybe',
    exclude: 'Exclude',
    yes: 'Yes',
    no: 'No',
    unclear: 'Unclear',
  },
  team: 'All coders together',
  teamOf: (names: string, n: string) =>
    `${names}: ${counted(n, 'record', 'records')} rated by two or more of them.`,
  pairwise: 'Pairs of votes alike',
  pairs: 'Every pair',
  pair: 'Pair',
  perReason: 'Agreement per reason',
  reasonHint: 'Of the records both exclude with a reason: this reason or another one.',
  reason: 'Reason',
  specific: 'Same reason',
  perWeek: 'Week by week',
  weekHint: 'A record belongs to the week of its last vote.',
  week: 'Week of',
  records: 'Records',
  alike: 'Alike',
  apart: 'Apart',
  drift: (from: string, to: string, p: string) =>
    `Agreement is falling: from ${from} in the first week to ${to} in the last (test for a trend, p ${p}). Go through the records of the last week together before more are voted on.`,
  driftRecords: (n: string) => `Show ${counted(n, 'record', 'records')} of the last week they differ on`,
  lastWeek: 'Differing in the last week',
  cell: (row: string, column: string) => `${row} / ${column}`,
  behind: 'Press a number to see the records behind it.',
  more: (n: string) => `Show ${n} more`,
  saveCsv: 'Save as CSV',
  methods: 'For the methods section',
  copy: 'Copy',
  copied: 'Copied',
  methodsSentence: ({
    stage,
    names,
    n,
    percent,
    kappa,
    ci,
    ac1,
    maybe,
  }: {
    readonly stage: string;
    readonly names: string;
    readonly n: string;
    readonly percent: string;
    readonly kappa: string;
    readonly ci: string | null;
    readonly ac1: string;
    readonly maybe: string;
  }) =>
    `At the stage “${stage}” ${names} independently rated ${counted(n, 'record', 'records')} and agreed on ${percent} (Cohen’s kappa ${kappa}${ci === null ? '' : `, 95% CI ${ci}`}; Gwet’s AC1 ${ac1}), counted from their votes before discussion. ${maybe}`,
  toBetween: (low: string, high: string) => `${low} to ${high}`,
  inWords: {
    none: 'No more agreement than chance would give. Talk about the criteria before going on.',
    slight: 'Little more than chance. Go through the differing records together and sharpen the guidance.',
    fair: 'Some agreement. Look which criterion the differences come from.',
    moderate: 'Workable agreement. The differing records are worth a conversation.',
    good: 'Good agreement. Settle the differences and go on.',
    veryGood: 'Very good agreement.',
    skewed:
      'Almost everything was excluded, which pushes kappa down even when coders rarely differ: read it together with AC1.',
  },
  differingTitle: 'Records they differ on',
  perCriterion: 'Agreement per criterion',
  criterion: 'Criterion',
  ratedBoth: 'Answered by both',
  criterionHint:
    'Yes, no and unclear are three answers here. The criterion with the lowest figure is the one to talk about first.',
  include: 'Forward',
  exclude: 'Exclude',
  blindTitle: 'Closed while you vote blind',
  blindText: 'Agreement would tell you how your colleague voted. It opens when your queue is empty.',
  emptyTitle: 'Not enough votes yet',
  emptyText: 'Agreement needs records that two coders have both voted on.',
};
