import type { ConcordBridge } from '@shared/ipc';

declare global {
  /** The version in package.json, put in by the build. */
  const CONCORD_VERSION: string;
  interface Window {
    /** The desktop bridge; absent in a plain browser. */
    readonly concord?: ConcordBridge;
  }
}
