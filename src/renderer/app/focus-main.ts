/** Keys pressed from now on belong to the screen in the middle, not to what led to it. */
export const focusMain = (): void => document.getElementById('main')?.focus();
