import { plural } from '../text';

/** The discussion of a conflict. */
export const discussion = {
  title: 'Discussion',
  none: 'Nobody has said anything yet. What you say stays on record; only who is no longer blind here can read it.',
  say: 'Say something about this record',
  send: 'Say it',
  takeBack: 'Take back',
  takeBackThis: (text: string) => `Take back “${text}”`,
  count: (count: number) => `${count} ${plural(count, 'comment', 'comments')}`,
};
