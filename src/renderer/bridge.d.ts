import type { ConcordBridge } from '@shared/ipc';

declare global {
  interface Window {
    /** The desktop bridge; absent in a plain browser. */
    readonly concord?: ConcordBridge;
  }
}
