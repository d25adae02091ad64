import type { AuthorId } from '../kernel';
import type { AssessmentPair } from '../reconciliation';
import type { ToolLanguage } from '../risk-of-bias';
import { assessmentAsRead } from './assessments';
import { currentProtocol, type ReviewState } from './review-state';

/** The assessments of one study or result that as many coders have finished as the protocol asks for. */
const isOpenToAll = (
  works: ReadonlyMap<AuthorId, { readonly body: { readonly complete: boolean } }>,
  needed: number,
): boolean => [...works.values()].filter(({ body }) => body.complete).length >= needed;

/** Coders with at least one finished assessment that is no longer blind, in the order of the review. */
export function ratersOf(state: ReviewState): AuthorId[] {
  const needed = currentProtocol(state)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2;
  const raters = new Set(
    [...state.assessments.values()]
      .filter((works) => isOpenToAll(works, needed))
      .flatMap((works) => [...works].flatMap(([id, { body }]) => (body.complete ? [id] : []))),
  );
  return [...state.coders.keys()].filter((id) => raters.has(id));
}

/**
 * What two coders both finished, from their own assessments; settlements play no part. Left out is what `viewer` may not
 * see: assessments that are still blind, and those the viewer is working on.
 */
export function assessmentPairs(
  state: ReviewState,
  [first, second]: readonly [AuthorId, AuthorId],
  viewer: AuthorId,
  language: ToolLanguage,
): AssessmentPair[] {
  const needed = currentProtocol(state)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2;
  return [...state.assessments.values()].flatMap((works): AssessmentPair[] => {
    const [a, b] = [works.get(first)?.body, works.get(second)?.body];
    const blind = !isOpenToAll(works, needed) || works.get(viewer)?.body.complete === false;
    if (!a?.complete || !b?.complete || blind) return [];
    if (a.content.asStudy || b.content.asStudy) return [];
    const left = assessmentAsRead(state, a.content, language);
    const right = assessmentAsRead(state, b.content, language);
    return left && right ? [{ first: left, second: right }] : [];
  });
}
