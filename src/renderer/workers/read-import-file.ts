import type { OfferedEncoding } from '@shared/formats';
import { err, ok, type Result } from '@shared/kernel';
import type { ImportReply, ReadFile } from './import-protocol';

export type ImportRun = {
  readonly result: Promise<
    Result<ReadFile, { readonly code: 'failed' | 'cancelled'; readonly detail: string }>
  >;
  readonly cancel: () => void;
};

/** Reads a file in a worker of its own. `onProgress` gets a share of 0 to 1. */
export function readImportFile(
  bytes: ArrayBuffer,
  encoding: OfferedEncoding | undefined,
  onProgress: (share: number) => void,
): ImportRun {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  let cancel: () => void = () => undefined;
  const result = new Promise<Awaited<ImportRun['result']>>((resolve) => {
    const finish = (value: Awaited<ImportRun['result']>): void => {
      worker.terminate();
      resolve(value);
    };
    cancel = () => finish(err({ code: 'cancelled', detail: '' }));
    worker.addEventListener('message', (event: MessageEvent<ImportReply>) => {
      const reply = event.data;
      if (reply.kind === 'progress') onProgress(reply.share);
      else if (reply.kind === 'read') finish(ok(reply.file));
      else finish(err({ code: 'failed', detail: reply.detail }));
    });
    worker.addEventListener('error', (event) => finish(err({ code: 'failed', detail: event.message })));
    worker.postMessage({ bytes, encoding }, [bytes]);
  });
  return { result, cancel: () => cancel() };
}
