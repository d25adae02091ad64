import { useCallback, useEffect, useRef, useState } from 'react';
import type { PoolingSheet } from '@shared/export';
import type { Choices, Details, Results } from '@shared/synthesis';
import type { SynthesisReply, SynthesisRequest } from '../../workers/synthesis-protocol';

/** What the worker has said so far. Results stay shown, `busy`, while newer ones are being worked out. */
export type Worked = {
  readonly results: Results | null;
  /** Details by the key of their analysis. */
  readonly details: ReadonlyMap<string, Details>;
  readonly busy: boolean;
  readonly failed: boolean;
};

type Answered = Omit<Worked, 'busy'> & {
  /** What the answer belongs to. */
  readonly sheet: PoolingSheet | null;
  readonly choices: Choices | null;
};

const nothing: Answered = {
  results: null,
  details: new Map(),
  failed: false,
  sheet: null,
  choices: null,
};

/**
 * The plan of a sheet filled in by a worker of its own; `ask` has the details of one analysis worked out. Another
 * sheet or choice ends the work that is under way.
 */
export function useResults(
  sheet: PoolingSheet,
  choices: Choices,
): Worked & { readonly ask: (key: string) => void } {
  const [answered, setAnswered] = useState<Answered>(nothing);
  const post = useRef<((request: SynthesisRequest) => void) | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('../../workers/synthesis-worker.ts', import.meta.url), {
      type: 'module',
    });
    const failed = (): void => setAnswered((before) => ({ ...before, failed: true, sheet, choices }));
    post.current = (request) => worker.postMessage(request);
    worker.addEventListener('error', failed);
    worker.addEventListener('message', ({ data }: MessageEvent<SynthesisReply>) => {
      switch (data.kind) {
        case 'filled':
          setAnswered({ results: data.results, details: new Map(), failed: false, sheet, choices });
          return;
        case 'details':
          setAnswered((before) => ({
            ...before,
            details: new Map(before.details).set(data.key, data.details),
          }));
          return;
        case 'failed':
          failed();
      }
    });
    post.current({ ask: 'fill', sheet, choices });
    return () => worker.terminate();
  }, [sheet, choices]);
  const ask = useCallback((key: string): void => post.current?.({ ask: 'details', key }), []);
  const { results, details, failed } = answered;
  return { results, details, failed, busy: answered.sheet !== sheet || answered.choices !== choices, ask };
}
