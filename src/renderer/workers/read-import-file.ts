import type { FileLook, ReadOptions } from '@shared/formats';
import { err, ok, type Result } from '@shared/kernel';
import type { ImportReply, ReadFile } from './import-protocol';

export type ImportRun = {
  readonly result: Promise<
    Result<ReadFile, { readonly code: 'failed' | 'cancelled'; readonly detail: string }>
  >;
  readonly cancel: () => void;
};

export type ImportListener = {
  readonly look: (look: FileLook) => void;
  /** `share` from 0 to 1. */
  readonly progress: (share: number, records: number) => void;
};

/** Reads a file in a worker of its own; the file is read there, not here. Cancelling ends the worker at once. */
export function readImportFile(file: Blob, choices: ReadOptions, listener: ImportListener): ImportRun {
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
      switch (reply.kind) {
        case 'look':
          listener.look(reply.look);
          return;
        case 'progress':
          listener.progress(reply.share, reply.records);
          return;
        case 'read':
          finish(ok(reply.file));
          return;
        case 'failed':
          finish(err({ code: 'failed', detail: reply.detail }));
      }
    });
    worker.addEventListener('error', (event) => finish(err({ code: 'failed', detail: event.message })));
    worker.postMessage({ file, choices });
  });
  return { result, cancel: () => cancel() };
}
