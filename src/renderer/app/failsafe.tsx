import { Component, type ReactNode } from 'react';
import { Button, EmptyState } from '../ui-kit';
import { useTexts } from './app-context';

/** Catches what a screen throws: a sentence and a way out instead of an empty window. */
export class Failsafe extends Component<
  { readonly children: ReactNode; readonly onHome: () => void },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed onHome={this.props.onHome} /> : this.props.children;
  }
}

function Failed({ onHome }: { readonly onHome: () => void }) {
  const { app } = useTexts();
  return (
    <EmptyState
      title={app.failedTitle}
      action={
        <Button kind="primary" onPress={onHome}>
          {app.rail.reviews}
        </Button>
      }
    >
      {app.failedText}
    </EmptyState>
  );
}
