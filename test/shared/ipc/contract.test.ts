import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channels, contract, type Channel, type Request, type Response } from '@shared/ipc';
import { AuthorId, DeviceId, ReviewId, Sha256 } from '@shared/kernel';

const reviewId = ReviewId.parse('peer-support');
const authorId = AuthorId.parse('anna');
const deviceId = DeviceId.parse('laptop0001');
const sha256 = Sha256.parse('0f'.repeat(32));
const log = { reviewId, authorId, deviceId };
const bytes = new Uint8Array([1, 2, 3]);

/** Per channel a request that is understood, and an answer. A new channel does not compile until it has both. */
const sound: { readonly [C in Channel]: { readonly request: Request<C>; readonly response: Response<C> } } = {
  appInfo: {
    request: {},
    response: { ok: true, value: { version: '1.0.0', trialRuntime: false, reviewsFolder: '/r' } },
  },
  listReviews: {
    request: {},
    response: { ok: true, value: [{ reviewId, title: '', fictitious: true, problem: 'newer-format' }] },
  },
  createReview: {
    request: { reviewId, title: 'Peer support', fictitious: false },
    response: { ok: true, value: null },
  },
  deleteReview: { request: { reviewId }, response: { ok: true, value: null } },
  listBackups: {
    request: {},
    response: {
      ok: true,
      value: [{ reviewId, at: 1_780_000_000_000, why: 'before-update', title: 'Peers', program: '0.1.0' }],
    },
  },
  prepareReview: { request: { reviewId, database: 1 }, response: { ok: true, value: 'before-migration' } },
  backUpReview: { request: { reviewId }, response: { ok: true, value: true } },
  restoreBackup: { request: { reviewId, at: 1_780_000_000_000 }, response: { ok: true, value: null } },
  appendLines: {
    request: { ...log, fromSequence: 1, lines: ['{"sequence":1}'] },
    response: { ok: false, error: { code: 'disk-full' } },
  },
  mendLog: { request: { ...log, lines: ['{"sequence":1}'] }, response: { ok: true, value: null } },
  mendReviewFile: {
    request: { reviewId, title: 'Peer support', fictitious: false },
    response: { ok: true, value: true },
  },
  checkBlobs: {
    request: { reviewId, named: [sha256], content: true },
    response: { ok: true, value: { restored: [], lost: [sha256] } },
  },
  listLogs: { request: { reviewId }, response: { ok: true, value: [{ authorId, deviceId }] } },
  readLog: {
    request: { ...log, from: 2, limit: 10 },
    response: {
      ok: true,
      value: {
        lines: ['{}'],
        total: 1,
        torn: '{"to',
        problems: [{ code: 'file-damaged', detail: '000001.jsonl' }],
      },
    },
  },
  writeMember: {
    request: { reviewId, authorId, member: { name: 'Anna', key: null } },
    response: { ok: true, value: null },
  },
  readMembers: { request: { reviewId }, response: { ok: true, value: [{ authorId, member: null }] } },
  putBlob: { request: { reviewId, sha256, bytes }, response: { ok: true, value: null } },
  putBlobPart: {
    request: { reviewId, sha256, offset: 0, bytes, last: true },
    response: { ok: true, value: null },
  },
  getBlob: { request: { reviewId, sha256 }, response: { ok: true, value: bytes } },
  diskSpace: { request: {}, response: { ok: true, value: { freeBytes: null, low: false } } },
  shareReview: {
    request: { reviewId, title: 'Peer support', fictitious: false },
    response: { ok: true, value: { place: '/cloud/Peer support.review' } },
  },
  lookForReview: {
    request: {},
    response: { ok: true, value: { reviewId, title: 'Peer support', fictitious: false } },
  },
  teamPlace: { request: { reviewId }, response: { ok: true, value: null } },
  leaveTeam: { request: { reviewId }, response: { ok: true, value: null } },
  teamListLogs: {
    request: { reviewId },
    response: { ok: true, value: [{ authorId, deviceId, stamp: 'head.jsonl:12' }] },
  },
  teamReadLog: {
    request: { ...log, from: 1, limit: 0 },
    response: { ok: true, value: { lines: [], total: 7 } },
  },
  teamAppend: {
    request: { ...log, fromSequence: 1, lines: ['{"sequence":1}'] },
    response: { ok: false, error: { code: 'log-differs' } },
  },
  teamBringBlob: { request: { reviewId, sha256 }, response: { ok: true, value: null } },
  teamSendBlob: { request: { reviewId, sha256 }, response: { ok: true, value: true } },
  teamWait: { request: { reviewId }, response: { ok: true, value: null } },
  keepKey: { request: { reviewId, authorId, key: 'ab'.repeat(32) }, response: { ok: true, value: null } },
  readKeys: {
    request: { reviewId },
    response: { ok: true, value: { keys: [{ authorId, key: 'ab'.repeat(32) }], protection: 'file' } },
  },
  saveFile: { request: { suggestedName: 'a.csv', bytes }, response: { ok: true, value: true } },
  lookFor: { request: { at: 'pubmed', pmid: '12345' }, response: { ok: true, value: null } },
  openDoi: { request: { doi: '10.1000/182' }, response: { ok: true, value: null } },
  pageAsPdf: { request: { width: 10, height: 6.5 }, response: { ok: true, value: bytes } },
};

const requestOf = (channel: Channel): { safeParse: (value: unknown) => { success: boolean } } =>
  contract[channel].request;
const responseOf = (channel: Channel): { safeParse: (value: unknown) => { success: boolean } } =>
  contract[channel].response;
const accepts = (channel: Channel, request: unknown): boolean =>
  requestOf(channel).safeParse(request).success;

test('the list of channels is the contract', () => {
  expect([...channels].sort()).toEqual(Object.keys(contract).sort());
  expect([...channels].sort()).toEqual(Object.keys(sound).sort());
});

describe.each(channels)('%s', (channel) => {
  const { request, response } = sound[channel];
  const fields = Object.keys(request);

  test('takes a sound request and a sound answer, and any refusal with a code', () => {
    expect(accepts(channel, request)).toBe(true);
    expect(responseOf(channel).safeParse(response).success).toBe(true);
    expect(responseOf(channel).safeParse({ ok: false, error: { code: 'bad-request' } }).success).toBe(true);
    expect(responseOf(channel).safeParse({ ok: false }).success).toBe(false);
    expect(responseOf(channel).safeParse({ ok: false, error: { code: 'x'.repeat(81) } }).success).toBe(false);
  });

  test('refuses what is no object, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.double(),
          fc.boolean(),
          fc.constant(null),
          fc.constant(undefined),
          fc.bigInt(),
          fc.array(fc.anything()),
        ),
        (garbage) => {
          expect(accepts(channel, garbage)).toBe(false);
        },
      ),
    );
  });

  test('refuses a request that lacks a field it needs', () => {
    const optional = channel === 'readLog' ? ['from', 'limit'] : [];
    for (const field of fields.filter((name) => !optional.includes(name))) {
      const rest = Object.fromEntries(Object.entries(request).filter(([name]) => name !== field));
      expect(accepts(channel, rest), field).toBe(false);
    }
  });

  test('never throws, and lets nothing in under a name that is not in the contract', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true }),
        fc.anything(),
        (garbage, extra) => {
          expect(() => requestOf(channel).safeParse(garbage)).not.toThrow();
          expect(() => responseOf(channel).safeParse(garbage)).not.toThrow();
          const parsed = contract[channel].request.safeParse({ ...request, unknown: extra });
          if (parsed.success) expect(Object.keys(parsed.data).sort()).toEqual([...fields].sort());
        },
      ),
    );
  });

  test('refuses garbage in the place of any field', () => {
    for (const field of fields) {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.double({ min: -1e9, max: 0 }),
            fc.constant(null),
            fc.bigInt(),
            fc.constant(Number.NaN),
            fc.array(fc.double()),
            fc.constant(() => 1),
          ),
          (garbage) => {
            if (Array.isArray(garbage) && garbage.length === 0) return;
            expect(accepts(channel, { ...request, [field]: garbage }), field).toBe(false);
          },
        ),
      );
    }
  });
});

/** What could lead a name out of its folder, or mean two things to two systems. */
const hostileNames = [
  '',
  '.',
  '..',
  '../x',
  'a/b',
  'a\\b',
  '/etc',
  'C:',
  'a:b',
  'a b',
  'a\0b',
  'a\nb',
  'ä',
  '．．',
  '%2e%2e',
  '-rf',
  '.hidden',
  'anna.',
  'a..',
  'CON',
  'nul.x',
  'com1',
  'x'.repeat(500),
];

describe('names that become folders', () => {
  test.each(hostileNames)('%j is refused in the place of any id', (name) => {
    for (const [channel, { request }] of Object.entries(sound))
      for (const field of ['reviewId', 'authorId', 'deviceId', 'sha256'])
        if (field in request)
          expect(accepts(channel as Channel, { ...request, [field]: name }), `${channel} ${field}`).toBe(
            false,
          );
  });

  test('whatever is accepted as an id is one plain part of a path', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'Z', '9', '-', '_', '.', '/', '\\', ':', ' ', '\0', 'é', '%'),
        }),
        (name) => {
          for (const schema of [ReviewId, AuthorId, DeviceId, Sha256])
            if (schema.safeParse(name).success)
              expect(name).toMatch(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/u);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the limits of a request', () => {
  test('an append holds whole lines from the first on', () => {
    const append = (change: object): boolean =>
      accepts('appendLines', { ...sound.appendLines.request, ...change });
    expect(append({ fromSequence: 0 })).toBe(false);
    expect(append({ fromSequence: 1.5 })).toBe(false);
    expect(append({ fromSequence: Number.POSITIVE_INFINITY })).toBe(false);
    expect(append({ lines: [] })).toBe(false);
    expect(append({ lines: ['{}\n{}'] })).toBe(false);
    expect(append({ lines: ['{}', 3] })).toBe(false);
    expect(append({ lines: ['x'.repeat(4_000_001)] })).toBe(false);
  });

  test('bytes are bytes, not text or numbers that look like them', () => {
    for (const other of [
      'text',
      [1, 2],
      { length: 1, 0: 1 },
      new ArrayBuffer(2),
      new DataView(new ArrayBuffer(2)),
      null,
    ])
      expect(accepts('putBlob', { ...sound.putBlob.request, bytes: other })).toBe(false);
  });

  test('a file is saved under a name of 1 to 255 characters', () => {
    const named = (suggestedName: string): boolean => accepts('saveFile', { suggestedName, bytes });
    expect([named(''), named('x'), named('x'.repeat(255)), named('x'.repeat(256))]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
