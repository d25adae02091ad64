import { findDuplicates, findingsOfRun, type Citation } from '@shared/deduplication';
import type { RecordId } from '@shared/kernel';
import type { DuplicatesReply, DuplicatesRequest } from './duplicates-protocol';

/** Compares the records of a review off the main thread; ending the worker cancels. */
const citations: Citation<RecordId>[] = [];

self.addEventListener('message', (event: MessageEvent<DuplicatesRequest>) => {
  const request = event.data;
  if (request.kind === 'records') {
    for (const citation of request.citations) citations.push(citation);
    return;
  }
  const { apart, together } = request;
  try {
    const found = findDuplicates(citations, {
      apart: (a, b) => apart.get(a)?.has(b) === true,
      together,
      progress: (share) => reply({ kind: 'progress', share }),
    });
    reply({ kind: 'found', findings: findingsOfRun(found) });
  } catch (cause) {
    reply({ kind: 'failed', detail: String(cause) });
  }
});

function reply(message: DuplicatesReply): void {
  self.postMessage(message);
}
