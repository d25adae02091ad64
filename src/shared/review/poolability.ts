import type { StudyId } from '../kernel';
import type { PoolabilityNoted } from '../studies';
import { studyIdOfReport, type Study } from './contexts';
import { membersOf, type ReviewState, type Signed } from './review-state';

/**
 * What was said last of whether a study can be pooled: of the study itself, or of one of its reports before they were
 * linked. Undefined where nobody said anything, or where it was taken back.
 */
export function poolabilityOf(
  state: ReviewState,
  { studyId, reports }: Pick<Study, 'studyId' | 'reports'>,
): Signed<PoolabilityNoted> | undefined {
  if (state.poolability.size === 0) return undefined;
  const names: readonly StudyId[] = [
    studyId,
    ...reports.flatMap((report) => membersOf(state, report).map(studyIdOfReport)),
  ];
  let last: Signed<PoolabilityNoted> | undefined;
  for (const name of names) {
    const said = state.poolability.get(name);
    if (said && (!last || last.eventId < said.eventId)) last = said;
  }
  return last;
}

/** Why a study that belongs to the review is not pooled; undefined where it may be. */
export function notPoolable(
  state: ReviewState,
  study: Pick<Study, 'studyId' | 'reports'>,
): Signed<PoolabilityNoted> | undefined {
  const said = poolabilityOf(state, study);
  return said?.body.poolable === false ? said : undefined;
}
