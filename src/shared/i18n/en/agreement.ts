/** Agreement of coders, in words. */
export const agreement = {
  title: 'Agreement',
  stage: 'Stage',
  first: 'First coder',
  second: 'Second coder',
  rated: (n: string) => `Rated by both: ${n}`,
  table: 'How they voted',
  both: 'Both',
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
  maybeRule:
    'Include and maybe count as one here: both send the record forward. Original votes are used; settlements play no part.',
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
  differing: (n: string) => `Records they differ on: ${n}`,
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
