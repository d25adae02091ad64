import { plural } from '../text';

type Stage = 'title-abstract' | 'full-text';

const left = (stage: Stage, waiting: number, count: string): string =>
  stage === 'title-abstract'
    ? `${count} ${plural(waiting, 'title waits', 'titles wait')} for your vote`
    : `${count} ${plural(waiting, 'full text waits', 'full texts wait')} for your vote`;

/** Why later stages are closed to somebody who still votes blind. */
export const heldBack = {
  title: {
    'title-abstract': 'Opens when you have finished titles and abstracts',
    'full-text': 'Opens when you have finished full texts',
  },
  text: (stage: Stage, waiting: number, count: string) =>
    `${left(stage, waiting, count)}. What stands here comes from the votes of all coders; while you still vote blind it would tell you which of your includes the others shared. It opens by itself after your last vote, or earlier if the lead ends the blindness of the stage or lets the protocol open later stages as records are decided.`,
  partly: (stage: Stage, waiting: number, count: string) =>
    `Here stands only what does not depend on the votes of others: ${left(stage, waiting, count)}, and the rest opens after your last one.`,
  goOn: { 'title-abstract': 'Go on with titles and abstracts', 'full-text': 'Go on with full texts' },
  endBlindness: 'End the blindness for everybody…',
  toProtocol: 'Open the protocol',
  /** In the dialog on work. */
  blindness: 'Blindness',
  stillBlind: (names: string) => `Still blind here: ${names}.`,
  nobodyBlind: 'Nobody votes blind here any more.',
  unblinded: (who: string, when: string) => `Unblinded for everybody by ${who}, ${when}.`,
  /** In the protocol. */
  laterStages: 'Later stages open for a coder',
  laterStagesOpen: {
    'when-finished': 'when the coder has finished the stage before (strict)',
    'as-decided': 'as records are decided',
  },
  laterStagesHint: {
    'when-finished':
      'Whoever still has titles to vote on sees no full texts, and whoever still has full texts no studies, unless the lead ends the blindness of the stage. Nothing a coder sees depends on how others voted.',
    'as-decided':
      'Full texts and studies can begin while titles still run. A coder who looks there before finishing learns which of their includes the others shared; say so in the report.',
  },
};
