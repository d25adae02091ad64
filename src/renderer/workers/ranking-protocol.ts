import type { Contribution, LabelledSetError, OrderMetrics, SecondLook } from '@shared/ranking';

/** Labels of rows: `rows[i]` is relevant where `relevant[i]` is 1. */
export type RowLabels = { readonly rows: Int32Array; readonly relevant: Uint8Array };

/** What the window asks of the ranking worker. Texts come first, in parts; everything else is by row. */
export type RankingRequest =
  | { readonly ask: 'texts'; readonly texts: readonly string[] }
  | { readonly ask: 'build' }
  | {
      readonly ask: 'order';
      readonly read: RowLabels;
      readonly known: readonly number[];
      readonly likeText: string;
      readonly seed: number;
      readonly everyNth: number;
    }
  | { readonly ask: 'why'; readonly row: number; readonly most: number }
  | { readonly ask: 'second-looks'; readonly read: RowLabels; readonly seed: number }
  | { readonly ask: 'simulate-file'; readonly file: Blob; readonly seeds: number }
  | {
      readonly ask: 'simulate-texts';
      readonly texts: readonly string[];
      /** 1 where the text of the same place is relevant. */
      readonly relevant: Uint8Array;
      readonly seeds: number;
    };

export type SimulatedCurve = {
  readonly seed: number;
  readonly order: readonly boolean[];
  readonly metrics: OrderMetrics;
};

export type Simulation = {
  readonly records: number;
  readonly relevant: number;
  readonly runs: readonly SimulatedCurve[];
  readonly mean: OrderMetrics;
};

export type SimulationFailure =
  LabelledSetError | { readonly code: 'one-sided' | 'failed'; readonly detail: string };

/** Why a row stands where it stands; null while the order has not learned. */
export type Why = { readonly up: readonly Contribution[]; readonly down: readonly Contribution[] } | null;

export type RankingReply =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'built'; readonly rows: number }
  | { readonly kind: 'ordered'; readonly rows: Int32Array; readonly learned: boolean }
  | { readonly kind: 'why'; readonly why: Why }
  | { readonly kind: 'second-looks'; readonly looks: readonly SecondLook[] }
  | {
      readonly kind: 'simulating';
      readonly run: number;
      readonly found: number;
      readonly relevant: number;
    }
  | { readonly kind: 'simulated'; readonly simulation: Simulation }
  | { readonly kind: 'not-simulated'; readonly failure: SimulationFailure };
