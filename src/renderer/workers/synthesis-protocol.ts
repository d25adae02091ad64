import type { PoolingSheet } from '@shared/export';
import type { Choices, Details, Results } from '@shared/synthesis';

/** What the window asks of the synthesis worker: first a sheet to fill the plan in for, then single analyses of it. */
export type SynthesisRequest =
  | { readonly ask: 'fill'; readonly sheet: PoolingSheet; readonly choices: Choices }
  | { readonly ask: 'details'; readonly key: string };

export type SynthesisReply =
  | { readonly kind: 'filled'; readonly results: Results }
  | { readonly kind: 'details'; readonly key: string; readonly details: Details }
  | { readonly kind: 'failed'; readonly detail: string };
