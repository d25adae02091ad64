import { useCallback, useEffect, useState } from 'react';
import { readingRules, type ReadingRules } from '@shared/protocol';
import type { StoppingAdvice } from '@shared/ranking';
import { currentProtocol, screeningContext, type ReviewState } from '@shared/review';
import {
  coderView,
  isBlind,
  knownRelevant,
  readingOf,
  standingStop,
  unreadReports,
  type ReadRecord,
} from '@shared/screening';
import { useReview } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import type { AdviceReply, AdviceRequest } from '../../workers/advice-worker';

/** How far reading titles and abstracts has come, as this person may know it. */
export type Reading = {
  readonly blind: boolean;
  /** What was read, in order, without the records known beforehand: they were not found by reading. */
  readonly read: readonly ReadRecord[];
  /** How many records there are to read, without those known beforehand. */
  readonly total: number;
  /** Records that wait for this person. */
  readonly waiting: number;
  /** Records nobody has voted on. */
  readonly unread: number;
  readonly rules: ReadingRules;
  readonly stop: ReturnType<typeof standingStop>;
};

const stage = 'title-abstract';

export function useReading(): Reading {
  const { viewer } = useReview();
  const derive = useCallback(
    (state: ReviewState): Reading => {
      const context = screeningContext(state);
      const known = knownRelevant(context);
      return {
        blind: isBlind(context, stage, viewer),
        read: readingOf(context, stage, viewer).filter(({ recordId }) => !known.has(recordId)),
        total: context.reports.length - known.size,
        waiting: coderView(context, stage, viewer.authorId).queue.length,
        unread: unreadReports(context).length,
        rules: readingRules(currentProtocol(state)?.protocol),
        stop: standingStop(context),
      };
    },
    [viewer],
  );
  return useDerived(derive);
}

/** The stopping test on what was read; null until it is worked out. */
export function useAdvice({ read, total, rules }: Reading): StoppingAdvice | null {
  const [advice, setAdvice] = useState<StoppingAdvice | null>(null);
  const { recall, confidence } = rules;
  useEffect(() => {
    const worker = new Worker(new URL('../../workers/advice-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<AdviceReply>) => setAdvice(data));
    const request: AdviceRequest = {
      order: Uint8Array.from(read, ({ relevant }) => (relevant ? 1 : 0)),
      total,
      target: { recall, confidence },
    };
    worker.postMessage(request);
    return () => worker.terminate();
  }, [read, total, recall, confidence]);
  return advice;
}

/** The middle value of the seconds measured per record, those over ten minutes left out as breaks; null if none. */
export function secondsPerRecord(read: readonly ReadRecord[]): number | null {
  const measured = read
    .flatMap(({ seconds }) => (seconds === null || seconds <= 0 || seconds > 600 ? [] : [seconds]))
    .sort((a, b) => a - b);
  return measured[Math.floor(measured.length / 2)] ?? null;
}
