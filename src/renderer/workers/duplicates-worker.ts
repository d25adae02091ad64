import {
  findAmong,
  findingsOfRun,
  HeldOnce,
  normalise,
  portionsOf,
  type NormalCitation,
} from '@shared/deduplication';
import type { RecordId } from '@shared/kernel';
import type { DuplicatesReply, DuplicatesRequest } from './duplicates-protocol';

/**
 * Compares the records of a review off the main thread; ending the worker cancels. Of each record only what is compared is
 * held: not its text, which of 100,000 would take some hundred megabytes.
 */
const heldOnce = new HeldOnce();
const records: NormalCitation<RecordId>[] = [];

/** So many findings of a kind travel at once. */
const portion = 1_000;

self.addEventListener('message', (event: MessageEvent<DuplicatesRequest>) => {
  const request = event.data;
  if (request.kind === 'records') {
    for (const citation of request.citations) records.push(withoutText(normalise(citation, heldOnce)));
    reply({ kind: 'taken' });
    return;
  }
  const { apart, together } = request;
  try {
    const found = findAmong(records, {
      apart: (a, b) => apart.get(a)?.has(b) === true,
      together,
      progress: (share) => reply({ kind: 'progress', share }),
    });
    for (const findings of portionsOf(findingsOfRun(found), portion)) reply({ kind: 'finding', findings });
    reply({ kind: 'found' });
  } catch (cause) {
    reply({ kind: 'failed', detail: String(cause) });
  }
});

/** Works the abstract out at once: what it was worked out from is let go. */
function withoutText(record: NormalCitation<RecordId>): NormalCitation<RecordId> {
  record.abstract();
  return record;
}

function reply(message: DuplicatesReply): void {
  self.postMessage(message);
}
