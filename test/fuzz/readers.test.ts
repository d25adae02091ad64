import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../golden/events/bodies-v1.json';
import { emptySheet, PoolingSheet } from '@shared/export';
import { channels, contract } from '@shared/ipc';
import {
  AuthorId,
  canonicalJson,
  createHybridClock,
  DeviceId,
  EventId,
  Sha256,
  type Json,
} from '@shared/kernel';
import { checkLog, createLogWriter, emptyHead, LedgerEvent, readLine, writeLine } from '@shared/ledger';
import { EventBody, KeyRing, openJudgement, replay, sealJudgement, understand } from '@shared/review';
import { readRecoveryCode, recoveryCode, rootKeyOf } from '@shared/sealing';
import { takeOwnKeys } from '@shared/team';
import { isAbsent, type DiskPort } from '../../src/main/journal/disk-port';
import { readLogContents } from '../../src/main/journal/log-contents';
import { castVote, first, opening, protocol, recordIds, reviewId } from '../support/review-events';
import { fuzzRuns, mutated } from '../support/mutated';

/** Whatever stands in a ledger, a folder, a message or a bundle: readers answer, in time, and accept nothing that is not sound. */

const deviceId = DeviceId.parse('device0001');
const key = { authorId: first, deviceId };
const [record] = recordIds;
if (record === undefined) throw new Error('no record');
const lines = createLogWriter(reviewId, key, emptyHead, createHybridClock(deviceId)).seal(
  [...opening, castVote(record, 'include'), castVote(record, 'exclude')],
  1_700_000_000_000,
);
const texts = lines.map(({ line }) => line);
const bodies = Object.values(golden).map((body) => EventBody.parse(body));
const lineOf = (body: EventBody): string =>
  writeLine({
    format: 1,
    eventId: EventId.parse('018bcfe56be8-0000-device0001'),
    reviewId,
    ...key,
    sequence: 1,
    previousHash: emptyHead.hash,
    at: '2023-11-14T22:13:20.000Z',
    body,
  }).line;

/** A log with one of its lines damaged, or lines in another order. */
const anyLog = fc.oneof(
  fc
    .tuple(fc.nat(texts.length - 1), fc.constantFrom(...texts).chain(mutated))
    .map(([at, text]) => texts.map((line, index) => (index === at ? text : line))),
  fc.shuffledSubarray(texts, { minLength: 0 }),
  fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
);

describe('the reader of the ledger', () => {
  it('reads a damaged line as what it says or not at all, and keeps its text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies).chain((body) => mutated(lineOf(body))),
        (text) => {
          const read = readLine(text);
          if (!read.ok) return;
          expect(read.value.line).toBe(text);
          expect(JSON.parse(text)).toMatchObject(
            JSON.parse(canonicalJson(read.value.event as Json)) as object,
          );
          const reading = understand(read.value.event);
          if ('known' in reading) expect(EventBody.safeParse(reading.known.body).success).toBe(true);
          replay([read.value.event]);
        },
      ),
      { numRuns: fuzzRuns(400) },
    );
  });

  it('accepts of a damaged log only what stands before the damage, its last line aside', () => {
    fc.assert(
      fc.property(anyLog, (damaged) => {
        const checked = checkLog(damaged, reviewId, key);
        const accepted = checked.lines.map(({ line }) => line);
        // The last line has none after it to vouch for it; the second copy does that.
        expect(accepted.slice(0, -1)).toEqual(texts.slice(0, Math.max(0, accepted.length - 1)));
        if (damaged.length > checked.lines.length) expect(checked.problem).toBeDefined();
      }),
      { numRuns: fuzzRuns(300) },
    );
  });

  it('opens no seal that was damaged', () => {
    const sealer = { reviewId, authorId: first, rootKey: rootKeyOf(new Uint8Array(32).fill(7)) };
    const ring = new KeyRing();
    takeOwnKeys(ring, [sealer]);
    const eventId = EventId.parse('018bcfe56be8-0000-device0001');
    const vote = EventBody.parse(castVote(record, 'include'));
    const stageKey = ring.stage(first, 'title-abstract');
    if (!stageKey) throw new Error('no key');
    const sealed = sealJudgement(vote, eventId, () => stageKey);
    if (!sealed) throw new Error('a vote is sealed');
    const event = LedgerEvent.parse(JSON.parse(lineOf(sealed)));
    fc.assert(
      fc.property(mutated(JSON.stringify(sealed)), (text) => {
        const damaged = LedgerEvent.safeParse({ ...event, body: jsonOf(text) });
        if (!damaged.success) return;
        const reading = understand(damaged.data);
        if (!('known' in reading) || reading.known.body.kind !== 'judgementSealed') return;
        const opened = openJudgement({ ...reading.known, body: reading.known.body }, ring);
        if (opened.state === 'open') expect(opened.body).toEqual(vote);
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});

describe('the reader of a folder', () => {
  it('gives lines of the log in their order, whatever files lie there', async () => {
    const whole = texts.map((line) => `${line}\n`).join('');
    const file = fc.oneof(mutated(whole), fc.string({ unit: 'binary' }), fc.constant(''));
    const names = fc.constantFrom(
      'head.jsonl',
      '000001.jsonl',
      '000002.jsonl',
      'head (conflicted copy).jsonl',
      '.jsonl',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, file, { maxKeys: 5 }), async (files) => {
        const contents = await readLogContents(diskOf(files), '/log');
        for (const [index, line] of contents.lines.entries())
          expect(JSON.parse(line)).toMatchObject({ sequence: index + 1 });
      }),
      { numRuns: fuzzRuns(200) },
    );
  });
});

describe('the messages between window and main process', () => {
  it('are refused or have the shape of the contract', () => {
    const anyMessage = fc.oneof(
      fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true, withMap: true }),
      fc.record(
        {
          reviewId: fc.oneof(fc.constant('peers'), fc.constant('../up'), fc.string()),
          authorId: fc.oneof(fc.constant('anna'), fc.constant('con'), fc.string()),
          deviceId: fc.oneof(fc.constant('laptop0001'), fc.string()),
          fromSequence: fc.oneof(fc.integer(), fc.double()),
          from: fc.integer(),
          limit: fc.integer(),
          lines: fc.array(fc.string()),
          sha256: fc.oneof(fc.constant('ab'.repeat(32)), fc.string()),
          key: fc.string(),
          title: fc.string(),
          bytes: fc.uint8Array(),
        },
        { requiredKeys: [] },
      ),
    );
    const Names = { reviewId: AuthorId, authorId: AuthorId, deviceId: DeviceId, sha256: Sha256 } as const;
    fc.assert(
      fc.property(fc.constantFrom(...channels), anyMessage, (channel, message) => {
        const parsed = contract[channel].request.safeParse(message);
        contract[channel].response.safeParse(message);
        if (!parsed.success) return;
        for (const [name, schema] of Object.entries(Names)) {
          const value: unknown = Object.entries(parsed.data).find(([field]) => field === name)?.[1];
          if (value !== undefined) expect(schema.safeParse(value).success).toBe(true);
        }
      }),
      { numRuns: fuzzRuns(600) },
    );
  });
});

describe('the readers of what people hand on', () => {
  it('take a sheet that is one, and say no to the rest', () => {
    const sheet = JSON.stringify(emptySheet('Review', protocol, 1));
    fc.assert(
      fc.property(mutated(sheet), (text) => {
        const parsed = PoolingSheet.safeParse(jsonOf(text));
        if (parsed.success) expect(PoolingSheet.safeParse(parsed.data).success).toBe(true);
      }),
      { numRuns: fuzzRuns(200) },
    );
  });

  it('take a recovery code as it was written, never another key', () => {
    const recovery = { reviewId, authorId: first, rootKey: rootKeyOf(new Uint8Array(32).fill(3)) };
    fc.assert(
      fc.property(mutated(recoveryCode(recovery)), (text) => {
        const read = readRecoveryCode(text);
        // Four digits of check: one slip in 65,536 gets through, and none of these few.
        if (read.ok && read.value.rootKey !== recovery.rootKey)
          expect(text).toBe('a key that was never given out');
      }),
      { numRuns: Math.min(5_000, fuzzRuns(500)), seed: 1 },
    );
  });
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A folder that can only be read. */
function diskOf(files: Readonly<Record<string, string>>): DiskPort {
  const absent = (): Error => Object.assign(new Error('absent'), { code: 'ENOENT' });
  const never = (): never => {
    throw new Error('a reader does not write');
  };
  expect(isAbsent(absent())).toBe(true);
  return {
    open: never,
    rename: never,
    shorten: never,
    remove: never,
    removeFolder: never,
    linkOrCopy: never,
    isFolder: never,
    makeFolder: never,
    syncFolder: never,
    freeBytes: never,
    readPart: never,
    size: async () => null,
    list: async () => Object.keys(files),
    read: async (file) => {
      const text = files[file.slice('/log/'.length)];
      if (text === undefined) throw absent();
      return new TextEncoder().encode(text);
    },
  };
}
