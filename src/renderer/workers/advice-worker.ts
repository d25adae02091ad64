import { stoppingAdvice, type StoppingAdvice, type StoppingTarget } from '@shared/ranking';

/** What was read, in order: 1 where it was relevant. */
export type AdviceRequest = {
  readonly order: Uint8Array;
  readonly total: number;
  readonly target: StoppingTarget;
};

export type AdviceReply = StoppingAdvice;

/** The stopping test in a worker: with thousands of relevant records it takes seconds. */
self.addEventListener('message', ({ data }: MessageEvent<AdviceRequest>) => {
  const order = [...data.order].map((label) => label === 1);
  self.postMessage(stoppingAdvice(order, data.total, data.target) satisfies AdviceReply);
});
