import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AuthorId, DeviceId, hashBytes, ReviewId } from '@shared/kernel';
import {
  copyBlob,
  memoryTransport,
  sendBlob,
  type LedgerTransport,
  type TransportLog,
} from '@shared/transport';

export type Meeting = {
  /** Another way to the same place, as another machine of the team has it. */
  readonly another: () => LedgerTransport;
  /** Undo what the place needed. */
  readonly close?: () => Promise<void>;
};

const review = { reviewId: ReviewId.parse('peers'), title: 'Peers 🌱 שלום', fictitious: true };
const anna: TransportLog = { authorId: AuthorId.parse('anna'), deviceId: DeviceId.parse('laptop0001') };
const bram: TransportLog = { authorId: AuthorId.parse('bram'), deviceId: DeviceId.parse('laptop0002') };

export const linesOf = (from: number, to: number, text = 'vote'): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) =>
    JSON.stringify({ body: { kind: text, note: 'é 🌱 "sequence":0' }, sequence: from + index }),
  );

const bytesOf = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 7 + 3) % 251);

/** What every transport does, whatever carries it. Run by each with a way to make a new, empty meeting place. */
export function transportContract(name: string, meet: () => Promise<Meeting>): void {
  const at = async (check: (meeting: Meeting) => Promise<void>): Promise<void> => {
    const meeting = await meet();
    try {
      await check(meeting);
    } finally {
      await meeting.close?.();
    }
  };
  const founded = (check: (a: LedgerTransport, b: LedgerTransport) => Promise<void>): Promise<void> =>
    at(async ({ another }) => {
      const a = another();
      expect(await a.found(review)).toEqual({ ok: true, value: null });
      await check(a, another());
    });

  describe(`${name}: what every transport does`, () => {
    test('an empty place holds no review; a founded one tells it to everybody and takes no other', () =>
      at(async ({ another }) => {
        const a = another();
        expect(await a.describe()).toEqual({ ok: true, value: null });
        expect(await a.found(review)).toEqual({ ok: true, value: null });
        expect(await another().describe()).toEqual({ ok: true, value: review });
        expect(await a.found(review)).toMatchObject({ ok: true });
        const other = { ...review, reviewId: ReviewId.parse('others') };
        expect(await another().found(other)).toMatchObject({ ok: false, error: { code: 'review-exists' } });
      }));

    test('lines come out as they went in, in order, whole and in parts, for whoever asks', () =>
      founded(async (a, b) => {
        expect(await a.append(anna, 1, linesOf(1, 3))).toEqual({ ok: true, value: null });
        expect(await a.append(anna, 4, linesOf(4, 1_203))).toEqual({ ok: true, value: null });
        expect(await b.readLog(anna, 1, 5_000)).toEqual({
          ok: true,
          value: { lines: linesOf(1, 1_203), total: 1_203 },
        });
        expect(await b.readLog(anna, 501, 20)).toEqual({
          ok: true,
          value: { lines: linesOf(501, 520), total: 1_203 },
        });
        expect(await b.readLog(anna, 1_204, 10)).toEqual({ ok: true, value: { lines: [], total: 1_203 } });
        expect(await b.readLog(bram, 1, 10)).toEqual({ ok: true, value: { lines: [], total: 0 } });
      }));

    test('the same lines again change nothing; other lines and lines after a gap are refused', () =>
      founded(async (a, b) => {
        await a.append(anna, 1, linesOf(1, 5));
        expect(await a.append(anna, 2, linesOf(2, 7))).toEqual({ ok: true, value: null });
        expect(await a.append(anna, 1, linesOf(1, 7))).toEqual({ ok: true, value: null });
        expect(await a.append(anna, 7, linesOf(7, 8, 'other'))).toMatchObject({
          ok: false,
          error: { code: 'log-differs' },
        });
        expect(await a.append(anna, 9, linesOf(9, 9))).toMatchObject({
          ok: false,
          error: { code: 'sequence-gap' },
        });
        expect(await b.readLog(anna, 1, 50)).toEqual({ ok: true, value: { lines: linesOf(1, 7), total: 7 } });
      }));

    test('two coders write side by side, and stamps tell which log has changed', () =>
      founded(async (a, b) => {
        await Promise.all([a.append(anna, 1, linesOf(1, 2)), b.append(bram, 1, linesOf(1, 4))]);
        const before = await a.listLogs();
        await b.append(bram, 5, linesOf(5, 5));
        const after = await a.listLogs();
        if (!before.ok || !after.ok) throw new Error('logs cannot be listed');
        const stamps = (list: typeof before.value): Map<string, string> =>
          new Map(list.map(({ authorId, stamp }) => [authorId, stamp]));
        expect([...stamps(after.value).keys()].sort()).toEqual(['anna', 'bram']);
        expect(stamps(after.value).get('anna')).toBe(stamps(before.value).get('anna'));
        expect(stamps(after.value).get('bram')).not.toBe(stamps(before.value).get('bram'));
      }));

    test('a blob arrives in parts, goes on after a cut, and is checked by its hash', () =>
      founded(async (a, b) => {
        const bytes = bytesOf(10_000);
        const sha256 = hashBytes(bytes);
        expect(await a.blobState(sha256)).toEqual({ ok: true, value: { bytes: 0, complete: false } });
        await a.writeBlob(sha256, { offset: 0, bytes: bytes.slice(0, 4_000), last: false });
        expect(await b.blobState(sha256)).toEqual({ ok: true, value: { bytes: 4_000, complete: false } });
        expect(await b.readBlob(sha256, 0, 100)).toMatchObject({
          ok: false,
          error: { code: 'blob-missing' },
        });
        expect(
          await a.writeBlob(sha256, { offset: 3_000, bytes: bytes.slice(3_000), last: true }),
        ).toMatchObject({ ok: false, error: { code: 'wrong-offset' } });
        expect(await sendBlob(a, sha256, bytes, 2_500)).toEqual({ ok: true, value: true });
        expect(await sendBlob(a, sha256, bytes, 2_500)).toEqual({ ok: true, value: false });
        const here = memoryTransport();
        await here.writeBlob(sha256, { offset: 0, bytes: bytes.slice(0, 1_234), last: false });
        expect(await copyBlob(b, here, sha256, 3_000)).toEqual({ ok: true, value: true });
        expect(await here.readBlob(sha256, 0, 20_000)).toEqual({ ok: true, value: bytes });
        expect(await copyBlob(b, here, sha256, 3_000)).toEqual({ ok: true, value: false });
        expect(await b.readBlob(sha256, 9_990, 500)).toEqual({ ok: true, value: bytes.slice(9_990) });
      }));

    test('bytes that do not have the hash they came under are thrown away, and can come again', () =>
      founded(async (a, b) => {
        const bytes = bytesOf(500);
        const sha256 = hashBytes(bytes);
        const wrong = { offset: 0, bytes: bytesOf(499), last: true };
        expect(await a.writeBlob(sha256, wrong)).toMatchObject({
          ok: false,
          error: { code: 'hash-differs' },
        });
        expect(await sendBlob(a, sha256, bytes)).toEqual({ ok: true, value: true });
        expect(await b.blobState(sha256)).toEqual({ ok: true, value: { bytes: 500, complete: true } });
      }));

    test('whatever is written in whatever pieces, everybody reads the same prefix-closed log', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ back: fc.nat(3), count: fc.integer({ min: 1, max: 300 }) }), { maxLength: 6 }),
          (pieces) =>
            founded(async (a, b) => {
              let written = 0;
              for (const { back, count } of pieces) {
                const from = Math.max(1, written + 1 - back);
                expect(await a.append(anna, from, linesOf(from, from + count - 1))).toMatchObject({
                  ok: true,
                });
                written = Math.max(written, from + count - 1);
                expect(await b.readLog(anna, 1, 10_000)).toEqual({
                  ok: true,
                  value: { lines: linesOf(1, written), total: written },
                });
              }
            }),
        ),
        { numRuns: 8 },
      );
    });
  });
}
