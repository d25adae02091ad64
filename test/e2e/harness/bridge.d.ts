import type { ConcordBridge } from '@shared/ipc';

declare global {
  interface Window {
    /** What the preload script offers the page under test; absent in a plain browser. */
    readonly concord?: ConcordBridge;
  }
}
