import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { appIdentity, AuthorId, canonicalJson, DeviceId, err, ok, ReviewId } from '@shared/kernel';
import { templateById } from '@shared/protocol';
import type { JournalPort } from '../../../src/renderer/ledger/journal-port';
import { ReviewSession } from '../../../src/renderer/ledger/review-session';

const deviceId = DeviceId.parse('laptop0001');
const anna = AuthorId.parse('anna');
let reviews = 0;

/** A journal in memory, whose lines a test may take away and which may refuse to write. */
function journalInMemory(): JournalPort & {
  readonly lines: string[];
  readonly refuseWith: (code: string | null) => void;
} {
  const lines: string[] = [];
  let refusal: string | null = null;
  return {
    lines,
    refuseWith: (code) => {
      refusal = code;
    },
    listReviews: async () => ok([]),
    createReview: async () => ok(null),
    append: async (_reviewId, _key, fromSequence, added) => {
      if (refusal !== null) return err({ code: refusal });
      if (fromSequence > lines.length + 1) return err({ code: 'sequence-gap' });
      lines.splice(fromSequence - 1, added.length, ...added);
      return ok(null);
    },
    readLogs: async () =>
      ok(
        lines.length === 0 ? [] : [{ authorId: anna, deviceId, lines: [...lines], torn: null, problems: [] }],
      ),
    mendLog: async (_reviewId, _key, whole) => {
      lines.splice(0, lines.length, ...whole);
      return ok(null);
    },
    mendReviewFile: async () => ok(false),
    checkBlobs: async () => ok({ restored: [], lost: [] }),
    putBlob: async () => ok(null),
    putBlobPart: async () => ok(null),
    getBlob: async () => err({ code: 'blob-missing' }),
    deleteReview: async () => ok(null),
    listBackups: async () => ok([]),
    prepare: async () => ok(null),
    backUp: async () => ok(false),
    restore: async () => ok(null),
  };
}

async function reviewWithChanges(changes: number) {
  reviews += 1;
  const reviewId = ReviewId.parse(`session-${reviews}`);
  const journal = journalInMemory();
  const open = (): Promise<ReviewSession> =>
    ReviewSession.open({ reviewId, deviceId, journal, now: () => 1_700_000_000_000 });
  const session = await open();
  const template = templateById('peer-support');
  if (!template) throw new Error('the template is gone');
  const written = await session.dispatch(
    anna,
    {
      do: 'createReview',
      title: 'Peers',
      templateId: template.id,
      fictitious: true,
      protocol: template.protocol.en,
    },
    { do: 'joinReview', name: 'Anna', role: 'lead' },
  );
  if (!written.ok) throw new Error('the review could not be made');
  for (let count = 0; count < changes; count += 1) await rename(session, `Anna ${count}`);
  session.close();
  return { reviewId, journal, open, tail: () => tailOf(reviewId) };
}

async function rename(session: ReviewSession, name: string): Promise<void> {
  const written = await session.dispatch(anna, { do: 'joinReview', name, role: 'lead' });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
}

async function tailOf(reviewId: ReviewId): Promise<Dexie> {
  const database = new Dexie(`${appIdentity.databasePrefix}${reviewId}`);
  await database.open();
  return database;
}

/** Opens twice: what was told at first, and that nothing is left to tell. */
async function healed(open: () => Promise<ReviewSession>, events: number): Promise<unknown[]> {
  const session = await open();
  const told = [...session.problems];
  expect(session.readOnly).toBe(false);
  expect(session.events).toHaveLength(events);
  await rename(session, 'Anna after healing');
  session.close();
  const again = await open();
  expect(again.problems).toEqual([]);
  expect(again.events).toHaveLength(events + 1);
  again.close();
  return told;
}

describe('opening a review whose two copies are not the same', () => {
  test('a database that is behind is completed from the journal', async () => {
    const { journal, open, tail } = await reviewWithChanges(4);
    const database = await tail();
    for (const sequence of [6, 7]) await database.table('tail').delete([anna, deviceId, sequence]);
    database.close();
    expect(await healed(open, journal.lines.length)).toEqual([
      { code: 'healed', side: 'database', events: 2 },
    ]);
  });

  test('a database that lacks an entry in the middle is completed from the journal, not called different', async () => {
    const { journal, open, tail } = await reviewWithChanges(4);
    const database = await tail();
    await database.table('tail').delete([anna, deviceId, 3]);
    database.close();
    expect(await healed(open, journal.lines.length)).toEqual([
      { code: 'healed', side: 'database', events: 5 },
    ]);
  });

  test('a database that lost a whole segment is completed from the journal', async () => {
    const { journal, open, tail } = await reviewWithChanges(1_210);
    const database = await tail();
    expect(await database.table('segments').count()).toBe(2);
    expect(await database.table('tail').count()).toBe(213);
    await database.table('segments').delete([anna, deviceId, 1]);
    database.close();
    expect(await healed(open, journal.lines.length)).toEqual([
      { code: 'healed', side: 'database', events: 1_213 },
    ]);
    const after = await tail();
    expect(await after.table('segments').count()).toBe(2);
    expect(await after.table('tail').count()).toBe(214);
    after.close();
  });

  test('a journal that is behind is completed from the database', async () => {
    const { journal, open } = await reviewWithChanges(4);
    const whole = [...journal.lines];
    journal.lines.length = 4;
    expect(await healed(open, whole.length)).toEqual([{ code: 'healed', side: 'journal', events: 3 }]);
    expect(journal.lines.slice(0, whole.length)).toEqual(whole);
  });

  test.each([
    ['in the middle', 4],
    ['at its end', 6],
  ])('a journal damaged %s is written anew from the database, and says where', async (_where, at) => {
    const { journal, open } = await reviewWithChanges(4);
    const whole = [...journal.lines];
    journal.lines[at] = (journal.lines[at] ?? '').replace('Anna', 'Emma');
    expect(journal.lines).not.toEqual(whole);
    expect(await healed(open, whole.length)).toEqual([
      { code: 'mended', side: 'journal', key: { authorId: anna, deviceId }, position: at + 1 },
    ]);
    expect(journal.lines.slice(0, whole.length)).toEqual(whole);
  });

  test.each([
    ['in the middle', 3],
    ['at its end', 7],
  ])('a database damaged %s is made anew from the journal, and says where', async (_where, sequence) => {
    const { journal, open, tail } = await reviewWithChanges(4);
    const database = await tail();
    const row: { line: string } = await database.table('tail').get([anna, deviceId, sequence]);
    await database.table('tail').put({ ...row, line: row.line.replace('a', 'e') });
    database.close();
    expect(await healed(open, journal.lines.length)).toEqual([
      { code: 'mended', side: 'database', key: { authorId: anna, deviceId }, position: sequence },
    ]);
  });

  test('damaged at two places, in one copy each, they make each other whole', async () => {
    const { journal, open, tail } = await reviewWithChanges(8);
    const whole = [...journal.lines];
    journal.lines[3] = 'rubbish';
    const database = await tail();
    const row: { line: string } = await database.table('tail').get([anna, deviceId, 9]);
    await database.table('tail').put({ ...row, line: row.line.slice(1) });
    database.close();
    expect((await healed(open, whole.length)).map((problem) => (problem as { code: string }).code)).toEqual([
      'mended',
      'mended',
    ]);
    expect(journal.lines.slice(0, whole.length)).toEqual(whole);
  });

  test('two sound histories are both left alone, and nothing more is written', async () => {
    const { journal, open, tail } = await reviewWithChanges(4);
    const line = journal.lines.at(-1) ?? '';
    // Another event in the same place, as when one copy of the data was worked on in two places.
    const fork = JSON.parse(line) as { eventId: string; body: { name: string } };
    const other = canonicalJson({
      ...fork,
      eventId: fork.eventId.replace(/^.{4}/u, '018c'),
      body: { ...fork.body, name: 'Emma' },
    });
    journal.lines[journal.lines.length - 1] = other;
    const changed = [...journal.lines];
    const session = await open();
    expect(session.problems.map(({ code }) => code)).toEqual(['logs-differ']);
    expect(session.readOnly).toBe(true);
    expect(await session.dispatch(anna, { do: 'joinReview', name: 'Anna', role: 'lead' })).toEqual(
      err({ kind: 'read-only' }),
    );
    session.close();
    expect(journal.lines).toEqual(changed);
    const database = await tail();
    expect(await database.table('tail').get([anna, deviceId, changed.length])).toMatchObject({ line });
    database.close();
  });
});

describe('saving', () => {
  test('what the journal refuses is not shown, and can be done again at the same place', async () => {
    const { journal, open } = await reviewWithChanges(1);
    const session = await open();
    const before = session.events.length;
    journal.refuseWith('disk-full');
    expect(await session.dispatch(anna, { do: 'joinReview', name: 'Lost', role: 'lead' })).toEqual(
      err({ kind: 'storage', error: { code: 'disk-full' } }),
    );
    expect(session.events).toHaveLength(before);
    expect(session.status).toMatchObject({ state: 'failed' });
    journal.refuseWith(null);
    await rename(session, 'Kept');
    expect(session.status).toEqual({ state: 'saved' });
    session.close();
    const again = await open();
    expect(again.problems).toEqual([]);
    expect(again.state.coders.get(anna)?.name).toBe('Kept');
    again.close();
  });

  test('two coders in one millisecond get events of their own', async () => {
    const { open } = await reviewWithChanges(1);
    const session = await open();
    const bram = AuthorId.parse('bram');
    await session.dispatch(bram, { do: 'joinReview', name: 'Bram', role: 'coder' });
    await rename(session, 'Anna meanwhile');
    await session.dispatch(bram, { do: 'joinReview', name: 'Bram again', role: 'coder' });
    await rename(session, 'Anna at last');
    const ids = session.events.map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...session.state.coders.values()].map(({ name }) => name)).toEqual([
      'Anna at last',
      'Bram again',
    ]);
    session.close();
  });

  test('many at once keep their order', async () => {
    const { open } = await reviewWithChanges(0);
    const session = await open();
    await Promise.all(Array.from({ length: 40 }, (_, index) => rename(session, `Anna ${index}`)));
    expect(session.state.coders.get(anna)?.name).toBe('Anna 39');
    session.close();
    const again = await open();
    expect(again.problems).toEqual([]);
    again.close();
  });
});
