import { plural } from '../text';

/** The conflict queue and its settlement. */
export const conflicts = {
  title: 'Conflicts',
  intro: (count: string) => `${count} to settle`,
  aboutDecision: 'They differ on the decision',
  aboutReason: 'They differ on the reason',
  voted: (names: string) => `Voted: ${names}`,
  reveal: 'Show how they voted',
  revealHint: 'Read the record first and make up your own mind. That you asked is kept.',
  answers: 'Their answers',
  settleAs: 'Settle as',
  method: 'How was it settled?',
  consensus: 'The coders agreed',
  adjudication: 'An adjudicator decided',
  rationale: 'Why (optional)',
  settle: 'Settle',
  settled: 'Settled',
  blindTitle: 'Still blind',
  blindText: (waiting: number) =>
    `You have ${waiting} ${plural(waiting, 'record', 'records')} left to vote on. Conflicts would tell you how your colleagues voted, so they open when you have finished.`,
  blindAction: 'Go on screening',
  emptyTitle: 'No conflicts',
  emptyText: 'Where two coders differ, the record appears here. Nothing does at the moment.',
  stage: 'Stage',
  reopened: (who: string, when: string) =>
    `${who} settled it on ${when}. A vote it rested on has changed since, so it is open again.`,
  reopenedMark: 'open again',
  save: 'Save as CSV',
};
