import { useMemo } from 'react';
import { useReview } from './app-context';
import type { ReviewState } from '@shared/review';

/** Something worked out from the review, once per change of it. `derive` must depend on nothing but its arguments. */
export function useDerived<T>(derive: (state: ReviewState) => T): T {
  const { state, version } = useReview();
  // The state is one object updated in place; `version` tells when it changed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => derive(state), [derive, state, version]);
}
