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
