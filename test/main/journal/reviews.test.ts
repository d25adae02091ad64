import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AuthorId, ReviewId, Sha256 } from '@shared/kernel';
import {
  events,
  filesIn,
  journalIn,
  journalWithReview,
  log,
  reviewId,
  temporaryFolder,
} from '../support/journal-in-temp-folder';

const bytes = new TextEncoder().encode('TY  - JOUR\nER  -\n');
const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));

test('a new installation has no reviews', async () => {
  const journal = journalIn(await temporaryFolder());
  expect(await journal.listReviews()).toEqual({ ok: true, value: [] });
});

test('a review is a folder with review.json, found again by another start', async () => {
  const { folder } = await journalWithReview();
  expect(await journalIn(folder).listReviews()).toEqual({
    ok: true,
    value: [{ reviewId, title: 'Peer support', fictitious: false, problem: null }],
  });
  const file = await readFile(path.join(folder, 'reviews', 'peer-support.review', 'review.json'), 'utf8');
  expect(JSON.parse(file)).toEqual({ format: 1, reviewId, title: 'Peer support', fictitious: false });
});

test('review.json is written once: the same again is fine, another is refused', async () => {
  const { journal } = await journalWithReview();
  expect((await journal.createReview({ reviewId, title: 'Peer support', fictitious: false })).ok).toBe(true);
  const other = await journal.createReview({ reviewId, title: 'Something else', fictitious: false });
  expect(other.ok ? null : other.error.code).toBe('review-exists');
  expect(await journal.listReviews()).toMatchObject({ value: [{ title: 'Peer support' }] });
});

test('a folder whose review.json is lost, damaged or newer is listed with what is wrong', async () => {
  const { journal, folder } = await journalWithReview();
  const make = async (name: string, text?: string): Promise<void> => {
    await mkdir(path.join(folder, 'reviews', `${name}.review`));
    if (text !== undefined)
      await writeFile(path.join(folder, 'reviews', `${name}.review`, 'review.json'), text);
  };
  await make('a-lost');
  await make('b-damaged', '{"format":1,"revi');
  await make('c-newer', JSON.stringify({ format: 9, reviewId: 'c-newer', title: 'New', colour: 'blue' }));
  await make('d-renamed', JSON.stringify({ format: 1, reviewId: 'other', title: 'Renamed' }));
  await make('..e', '{}');
  await writeFile(path.join(folder, 'reviews', 'notes.txt'), 'mine');
  const listed = await journal.listReviews();
  expect(listed.ok && listed.value.map((review) => [review.reviewId, review.title, review.problem])).toEqual([
    ['a-lost', '', 'review-file-missing'],
    ['b-damaged', '', 'review-file-damaged'],
    ['c-newer', 'New', 'newer-format'],
    ['d-renamed', 'Renamed', 'review-file-damaged'],
    ['peer-support', 'Peer support', null],
  ]);
});

test('a deleted review leaves the list and stays in the backups with everything in it', async () => {
  const { journal, folder } = await journalWithReview();
  await journal.append(log, 1, events(1, 3));
  expect((await journal.deleteReview(reviewId)).ok).toBe(true);
  expect(await journal.listReviews()).toEqual({ ok: true, value: [] });
  expect(await filesIn(path.join(folder, 'backups'))).toEqual(['peer-support.1.review']);
  const head = path.join(
    folder,
    'backups',
    'peer-support.1.review',
    'ledger',
    'anna',
    'laptop0001',
    'head.jsonl',
  );
  expect(await readFile(head, 'utf8')).toBe(`${events(1, 3).join('\n')}\n`);

  await journal.createReview({ reviewId, title: 'Anew', fictitious: false });
  expect(await journal.readLog(log)).toMatchObject({ value: { total: 0 } });
  expect((await journal.append(log, 1, events(1, 1))).ok).toBe(true);
  const gone = await journal.deleteReview(ReviewId.parse('never-was'));
  expect(gone.ok ? null : gone.error.code).toBe('folder-missing');
});

test('a blob is kept under its hash and given back as it was', async () => {
  const { journal, folder } = await journalWithReview();
  expect((await journal.putBlob(reviewId, sha256, bytes)).ok).toBe(true);
  expect((await journal.putBlob(reviewId, sha256, bytes)).ok).toBe(true);
  expect(await journalIn(folder).getBlob(reviewId, sha256)).toEqual({ ok: true, value: bytes });
  const place = path.join(folder, 'reviews', 'peer-support.review', 'blobs', sha256.slice(0, 2));
  expect(await filesIn(place)).toEqual([sha256]);
});

test('a blob arrives in parts, is kept only whole and sound, and can be begun again', async () => {
  const { journal } = await journalWithReview();
  const part = (offset: number, end: number, last = end === bytes.length) =>
    journal.putBlobPart(reviewId, sha256, { offset, bytes: bytes.slice(offset, end), last });
  expect((await part(0, 1)).ok).toBe(true);
  expect((await journal.getBlob(reviewId, sha256)).ok).toBe(false);
  const gap = await part(2, bytes.length);
  expect(gap.ok ? null : gap.error.code).toBe('wrong-offset');
  const short = await part(1, bytes.length - 1, true);
  expect(short.ok ? null : short.error.code).toBe('hash-differs');
  expect((await part(0, 2)).ok).toBe(true);
  expect((await part(0, 1)).ok).toBe(true);
  expect((await part(1, bytes.length)).ok).toBe(true);
  expect(await journal.getBlob(reviewId, sha256)).toEqual({ ok: true, value: bytes });
});

test('a blob that is not what its hash says is refused, and a damaged one is told and can be given again', async () => {
  const { journal, folder } = await journalWithReview();
  const wrong = await journal.putBlob(reviewId, sha256, new Uint8Array([1]));
  expect(wrong.ok ? null : wrong.error.code).toBe('hash-differs');
  const missing = await journal.getBlob(reviewId, sha256);
  expect(missing.ok ? null : missing.error.code).toBe('blob-missing');
  await journal.putBlob(reviewId, sha256, bytes);
  const file = path.join(folder, 'reviews', 'peer-support.review', 'blobs', sha256.slice(0, 2), sha256);
  await writeFile(file, new Uint8Array(bytes.length));
  const damaged = await journal.getBlob(reviewId, sha256);
  expect(damaged.ok ? null : damaged.error.code).toBe('blob-damaged');
  expect((await journal.putBlob(reviewId, sha256, bytes)).ok).toBe(true);
  expect((await journal.getBlob(reviewId, sha256)).ok).toBe(true);
});

test('each member has a file of their own; a damaged one is told', async () => {
  const { journal, folder } = await journalWithReview();
  expect(await journal.readMembers(reviewId)).toEqual({ ok: true, value: [] });
  const anna = AuthorId.parse('anna');
  await journal.writeMember(reviewId, anna, { name: 'Anna', key: null });
  await journal.writeMember(reviewId, anna, { name: 'Anna B.' });
  await writeFile(path.join(folder, 'reviews', 'peer-support.review', 'members', 'bert.json'), '{');
  expect(await journal.readMembers(reviewId)).toEqual({
    ok: true,
    value: [
      { authorId: 'anna', member: { name: 'Anna B.' } },
      { authorId: 'bert', member: null },
    ],
  });
});
