import type { ReactNode } from 'react';
import { Button } from './button';
import { useKeys } from './keys';

/** The next thing to do, on a screen that has nothing else to do: Enter does it. */
export function NextStep({
  children,
  onPress,
}: {
  readonly children: ReactNode;
  readonly onPress: () => void;
}) {
  // Before the keys of the screen around, whose work is done.
  useKeys({ Enter: onPress }, true, true);
  return (
    <Button kind="primary" shortcut="Enter" onPress={onPress}>
      {children}
    </Button>
  );
}

/** What ends the work on a part of a screen: Ctrl and Enter do it, from within its fields too. */
export function Finish({
  children,
  disabled = false,
  onPress,
}: {
  readonly children: ReactNode;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}) {
  useKeys({ 'mod+Enter': disabled ? undefined : onPress });
  return (
    <Button kind="primary" shortcut="Ctrl ↵" disabled={disabled} onPress={onPress}>
      {children}
    </Button>
  );
}
