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
  useKeys({ Enter: onPress });
  return (
    <Button kind="primary" shortcut="Enter" onPress={onPress}>
      {children}
    </Button>
  );
}
