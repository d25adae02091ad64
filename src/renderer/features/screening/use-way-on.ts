import { useCallback } from 'react';
import { screeningContext, studiesOf, type ReviewState } from '@shared/review';
import { coderView, conflictsAt, isBlind, type ScreeningStage } from '@shared/screening';
import { useReview, useTexts, type Screen } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';

export type WayOn = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly screen: Screen;
};

type Next = {
  readonly conflicts: number;
  /** What waits for this coder at the stage after. */
  readonly after: number;
  /** How many more coders the stage asks for than there are. */
  readonly missing: number;
};

/** Where somebody goes who has voted on everything of a stage: to what waits for them, or why nothing does. */
export function useWayOn(stage: ScreeningStage): WayOn {
  const { viewer } = useReview();
  const { heldBack, screening } = useTexts();
  const next = useDerived(
    useCallback(
      (state: ReviewState): Next => {
        const context = screeningContext(state);
        const coders = [...state.coders.values()].filter(
          ({ role }) => role === 'coder' || role === 'lead',
        ).length;
        return {
          conflicts: isBlind(context, stage, viewer) ? 0 : conflictsAt(context, stage).length,
          after:
            stage === 'title-abstract'
              ? coderView(context, 'full-text', viewer.authorId).queue.length
              : studiesOf(state, context).length,
          missing: context.rules[stage].codersNeeded - coders,
        };
      },
      [stage, viewer],
    ),
  );
  const { done } = screening;
  const { title } = done;
  if (next.conflicts > 0)
    return {
      title,
      text: done.conflicts(next.conflicts),
      action: done.toConflicts,
      screen: 'conflicts',
    };
  if (next.after > 0)
    return stage === 'title-abstract'
      ? { title, text: done.fullTexts(next.after), action: heldBack.goOn['full-text'], screen: 'full-text' }
      : { title, text: done.studies(next.after), action: done.toBias, screen: 'risk-of-bias' };
  if (next.missing > 0)
    return {
      title,
      text: done.missing(next.missing),
      action: heldBack.toProtocol,
      screen: 'protocol',
    };
  return { title, text: done.others, action: done.lookAtConflicts, screen: 'conflicts' };
}
