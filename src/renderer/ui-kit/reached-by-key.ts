import type { FocusEvent } from 'react';

/**
 * Calls `take` when the keyboard comes into a part of the screen. Not when a pointer goes down in it: what opens and
 * closes then would move away from under the pointer, and the click would hit something else or nothing.
 */
export const whenReachedByKey =
  (take: () => void) =>
  (event: FocusEvent): void => {
    if (event.target.matches(':focus-visible')) take();
  };
