import { openReasons } from '@shared/protocol';
import { deskActions, type DeskAction, type DeskKeys } from '../../app/desk-keys';
import type { KeyMap } from '../../ui-kit';
import type { ScreeningDesk } from './use-screening-desk';

/** What the screen around the desk does. */
export type ScreenActions = {
  readonly [A in 'marks' | 'view' | 'work' | 'search' | 'bulk' | 'label' | 'note' | 'progress']: () => void;
};

/** The keys of the desk as this installation has them. Those with Ctrl stay when single keys are switched off. */
export function deskKeyMap(
  desk: ScreeningDesk,
  screen: ScreenActions,
  keys: DeskKeys,
  list: boolean,
  mayVote: boolean,
): KeyMap {
  const { criteria } = desk;
  const focused = criteria[desk.focusedCriterion];
  const answer = (value: 'yes' | 'no' | 'unclear') => () => {
    if (focused) desk.answer(focused.id, value);
  };
  const acts: { readonly [A in DeskAction]: () => void } = {
    include: () => desk.vote('include'),
    maybe: () => desk.vote('maybe'),
    exclude: () => desk.vote('exclude'),
    accept: () => {
      if (desk.proposal.vote) desk.vote(desk.proposal.vote);
    },
    yes: answer('yes'),
    no: answer('no'),
    unclear: answer('unclear'),
    undo: desk.undo,
    next: () => desk.step(1),
    previous: () => desk.step(-1),
    park: desk.park,
    doi: desk.openDoi,
    quote: desk.quoteSelection,
    ...screen,
  };
  const map: { [key: string]: () => void } = mayVote ? { 'mod+z': desk.undo, Escape: desk.stopAsking } : {};
  map['ArrowRight'] = acts.next;
  map['ArrowLeft'] = acts.previous;
  if (list) {
    map['ArrowDown'] = acts.next;
    map['ArrowUp'] = acts.previous;
  }
  for (const action of deskActions) {
    // Only the list has a search of the desk; a document beside the vote has its own.
    if (action === 'search' && !list) continue;
    if (!mayVote && !forReaders.has(action)) continue;
    const key = keys.keyOf(action);
    if (key !== undefined) map[key] = acts[action];
  }
  if (keys.off) return map;
  if (desk.asking === 'reason') {
    for (const [index, reason] of openReasons(desk.protocol).slice(0, 9).entries())
      map[String(index + 1)] = () => desk.vote('exclude', reason.id);
  } else {
    for (const index of criteria.slice(0, 9).keys())
      map[String(index + 1)] = () => desk.focusCriterion(index);
  }
  return map;
}

/** What somebody who does not vote can do all the same. */
const forReaders: ReadonlySet<DeskAction> = new Set([
  'next',
  'previous',
  'doi',
  'marks',
  'view',
  'search',
  'work',
  'progress',
]);
