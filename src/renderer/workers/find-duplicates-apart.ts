import { comparedPartOf, normalisingShare, type Citation, type RunFindings } from '@shared/deduplication';
import { rest } from '../long-work/in-slices';
import { err, ok, type RecordId, type Result } from '@shared/kernel';
import type { DuplicatesReply, DuplicatesRequest } from './duplicates-protocol';

export type DuplicatesRun = {
  readonly result: Promise<
    Result<RunFindings, { readonly code: 'failed' | 'cancelled'; readonly detail: string }>
  >;
  readonly cancel: () => void;
};

/** So many records travel at once; between portions the window can draw and answer. */
const portion = 250;

/** Finds duplicates in a worker of its own. Cancelling ends the worker at once. */
export function findDuplicatesApart(
  ids: readonly RecordId[],
  recordOf: (id: RecordId) => Citation<RecordId> | undefined,
  standing: Omit<Extract<DuplicatesRequest, { kind: 'find' }>, 'kind'>,
  progress: (share: number) => void,
): DuplicatesRun {
  const worker = new Worker(new URL('./duplicates-worker.ts', import.meta.url), { type: 'module' });
  const send = (request: DuplicatesRequest): void => worker.postMessage(request);
  const found: RunFindings = { groups: [], backing: [], questions: [], related: [] };
  const keep = ({ groups, backing, questions, related }: RunFindings): void => {
    found.groups.push(...groups);
    found.backing.push(...backing);
    found.questions.push(...questions);
    found.related.push(...related);
  };
  let cancel: () => void = () => undefined;
  let taken: () => void = () => undefined;
  let over = false;
  const isOver = (): boolean => over;
  const result = new Promise<Awaited<DuplicatesRun['result']>>((resolve) => {
    const finish = (value: Awaited<DuplicatesRun['result']>): void => {
      over = true;
      taken();
      worker.terminate();
      resolve(value);
    };
    cancel = () => finish(err({ code: 'cancelled', detail: '' }));
    worker.addEventListener('message', ({ data }: MessageEvent<DuplicatesReply>) => {
      if (data.kind === 'taken') taken();
      else if (data.kind === 'progress') progress(data.share);
      else if (data.kind === 'finding') keep(data.findings);
      else if (data.kind === 'found') finish(ok(found));
      else finish(err({ code: 'failed', detail: data.detail }));
    });
    worker.addEventListener('error', ({ message }) => finish(err({ code: 'failed', detail: message })));
  });
  void sendAll();
  return { result, cancel: () => cancel() };

  async function sendAll(): Promise<void> {
    for (let from = 0; from < ids.length && !isOver(); from += portion) {
      const records = ids.slice(from, from + portion).flatMap((id) => recordOf(id) ?? []);
      const answered = new Promise<void>((resolve) => (taken = resolve));
      send({ kind: 'records', citations: records.map(comparedPartOf) });
      await answered;
      if (isOver()) return;
      progress((normalisingShare * from) / ids.length);
      await rest();
    }
    if (!isOver()) send({ kind: 'find', ...standing });
  }
}
