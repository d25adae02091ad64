import { err, hashBytes, ok, type Sha256 } from '../kernel';
import { nothingOfBlob, type LedgerTransport, type SharedReview, type TransportLog } from './port';

type MemoryLog = { readonly log: TransportLog; readonly lines: string[] };

/** A meeting place in memory: for tests, and the plainest description of what a transport does. */
export function memoryTransport(): LedgerTransport {
  let review: SharedReview | null = null;
  const logs = new Map<string, MemoryLog>();
  const blobs = new Map<Sha256, Uint8Array<ArrayBuffer>>();
  const parts = new Map<Sha256, Uint8Array<ArrayBuffer>>();

  return {
    describe: async () => ok(review),
    async found(founded) {
      if (review && review.reviewId !== founded.reviewId) return err({ code: 'review-exists' });
      review ??= founded;
      return ok(null);
    },
    listLogs: async () =>
      ok([...logs.values()].map(({ log, lines }) => ({ ...log, stamp: String(lines.length) }))),
    async readLog(log, from, limit) {
      const lines = logs.get(nameOf(log))?.lines ?? [];
      return ok({ lines: lines.slice(from - 1, from - 1 + limit), total: lines.length });
    },
    async append(log, fromSequence, lines) {
      const there = logs.get(nameOf(log))?.lines ?? [];
      if (fromSequence > there.length + 1) return err({ code: 'sequence-gap' });
      const differs = lines.some((line, index) => (there[fromSequence - 1 + index] ?? line) !== line);
      if (differs) return err({ code: 'log-differs' });
      const fresh = lines.slice(there.length - (fromSequence - 1));
      logs.set(nameOf(log), {
        log: { authorId: log.authorId, deviceId: log.deviceId },
        lines: [...there, ...fresh],
      });
      return ok(null);
    },
    async blobState(sha256) {
      const whole = blobs.get(sha256);
      if (whole) return ok({ bytes: whole.length, complete: true });
      return ok({ bytes: parts.get(sha256)?.length ?? 0, complete: false });
    },
    async readBlob(sha256, offset, length) {
      const whole = blobs.get(sha256);
      return whole ? ok(whole.slice(offset, offset + length)) : err({ code: 'blob-missing', detail: sha256 });
    },
    async writeBlob(sha256, { offset, bytes, last }) {
      const whole = blobs.get(sha256);
      if (whole) return ok({ bytes: whole.length, complete: true });
      const there = parts.get(sha256) ?? new Uint8Array();
      if (offset !== there.length) return err({ code: 'wrong-offset', detail: String(there.length) });
      const joined = new Uint8Array(there.length + bytes.length);
      joined.set(there);
      joined.set(bytes, there.length);
      if (!last) {
        parts.set(sha256, joined);
        return ok({ bytes: joined.length, complete: false });
      }
      parts.delete(sha256);
      if (hashBytes(joined) !== sha256) return err({ code: 'hash-differs', detail: sha256 });
      blobs.set(sha256, joined);
      return ok({ ...nothingOfBlob, bytes: joined.length, complete: true });
    },
  };
}

const nameOf = ({ authorId, deviceId }: TransportLog): string => `${authorId} ${deviceId}`;
