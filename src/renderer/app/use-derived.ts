import { useCallback, useMemo } from 'react';
import type { Work } from '@shared/kernel';
import type { ReviewState } from '@shared/review';
import { useWork } from '../long-work/use-work';
import { useReview } from './app-context';

/** Something worked out from the review, once per change of it. `derive` must depend on nothing but its arguments. */
export function useDerived<T>(derive: (state: ReviewState) => T): T {
  const { state, version } = useReview();
  // The state is one object updated in place; `version` tells when it changed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => derive(state), [derive, state, version]);
}

/**
 * The same where it may take long: undefined until it is worked out. When the review changes, what was worked out by the
 * same function before stays until it is worked out anew.
 */
export function useDerivedWork<T>(derive: (state: ReviewState) => Work<T>): T | undefined {
  const { state, version } = useReview();
  const begin = useCallback(
    function* () {
      return { by: derive, value: yield* derive(state) };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [derive, state, version],
  );
  const { value: last } = useWork(begin);
  return last?.by === derive ? last.value : undefined;
}
