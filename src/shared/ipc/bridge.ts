import type { Channel, Request, Response } from './contract';

/** What the preload script puts on `window.concord`: one function per channel, and two facts known at start. */
export type ConcordBridge = { readonly [C in Channel]: (request: Request<C>) => Promise<Response<C>> } & {
  /** The window runs on the old runtime that is for tests and trials only. */
  readonly trialRuntime: boolean;
};
