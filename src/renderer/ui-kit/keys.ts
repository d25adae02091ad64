import { useLayoutEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react';

/** Key -> what it does. Keys are as `KeyboardEvent.key` names them; "mod+" stands for Ctrl or Cmd. */
export type KeyMap = { readonly [key: string]: (() => void) | undefined };

/**
 * Listens for single keys while a screen is shown. Keys typed into a field, and while a dialog is open, belong to the
 * field and the dialog; Escape leaves a field. A key held down acts once, unless it is an arrow: a resting finger must not vote.
 * With `first` they go before the keys of the screen around: for a part that is worked in, such as a document.
 */
export function useKeys(keys: KeyMap, active = true, first = false): void {
  const latest = useRef(keys);
  // Before the eye sees it: a key pressed at what is shown acts on what is shown.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  // Listening begins with the first sight too: a key pressed at once is not lost.
  useLayoutEffect(() => {
    if (!active) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const modified = event.ctrlKey || event.metaKey;
      if (event.key === 'Escape' && belongsToField(event.target) && event.target instanceof HTMLElement) {
        event.target.blur();
        return;
      }
      if (!modified && (belongsToField(event.target) || belongsToControl(event))) return;
      if (document.querySelector('[role="dialog"]')) return;
      const name = `${modified ? 'mod+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const act = latest.current[name];
      if (!act) return;
      event.preventDefault();
      if (event.repeat && !event.key.startsWith('Arrow')) return;
      act();
    };
    window.addEventListener('keydown', press, first);
    return () => window.removeEventListener('keydown', press, first);
  }, [active, first]);
}

/** Enter and space press the button in focus; arrows move inside a group of choices. */
function belongsToControl({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLButtonElement) return key === 'Enter' || key === ' ';
  return target instanceof HTMLInputElement && (key.startsWith('Arrow') || key === ' ');
}

function belongsToField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** What Enter does in a field of one line that belongs to no form of its own; what was typed is taken over first. */
export function onEnterInLine(event: ReactKeyboardEvent, act: () => void): void {
  const field = event.target;
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (!(field instanceof HTMLInputElement) || !lineTypes.includes(field.type) || field.form !== null) return;
  event.preventDefault();
  field.blur();
  field.focus();
  act();
}

const lineTypes = ['text', 'search', 'date', 'password'];
