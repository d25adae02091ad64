import { screeningContext, seenBy, type Coder, type ReviewState } from '@shared/review';
import { isBlind, ScreeningStage } from '@shared/screening';
import { tell, WrongUsage } from './io';

/** Who a review is shown to, and what it is to them. */
export type Look = {
  readonly state: ReviewState;
  /** Undefined where nobody votes blind any more, so that it does not matter who asks. */
  readonly viewer: Coder | undefined;
  /** Whether the viewer may know what was decided. */
  readonly open: boolean;
};

/**
 * A review as the member named by `--as` may see it. While somebody votes blind it has to be said who is looking: null,
 * and a sentence to the person at the terminal, where it was not.
 */
export function lookAs(state: ReviewState, name: string | undefined): Look | null {
  const coders = [...state.coders.values()];
  if (name === undefined) {
    const blind = coders.filter((coder) => votesBlind(state, coder));
    if (blind.length === 0) return { state, viewer: undefined, open: true };
    tell(
      `${blind.map((coder) => coder.name).join(', ')} still vote blind; say who is looking with --as NAME (${coders.map((coder) => coder.name).join(', ')})`,
    );
    return null;
  }
  const viewer = coders.find(
    (coder) => coder.name.toLowerCase() === name.toLowerCase() || coder.authorId === name,
  );
  if (!viewer) throw new WrongUsage(`--as is one of ${coders.map((coder) => coder.name).join(', ')}`);
  return { state: seenBy(state, viewer), viewer, open: !votesBlind(state, viewer) };
}

const votesBlind = (state: ReviewState, coder: Coder): boolean =>
  ScreeningStage.options.some((stage) => isBlind(screeningContext(state), stage, coder));
