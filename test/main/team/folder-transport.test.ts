import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AuthorId, DeviceId, ReviewId } from '@shared/kernel';
import { nodeDisk } from '../../../src/main/journal/disk-port';
import { FolderTransport } from '../../../src/main/team/folder-transport';
import { linesOf, transportContract } from '../../support/transport-contract';
import { diskThatRefuses } from '../support/failing-disk';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'concord-team-'));
  return path.join(folder, 'Peer support 🌱 שלום.review');
};

transportContract('folder', async () => {
  const folder = await newFolder();
  return {
    another: () => new FolderTransport(folder),
    close: () => rm(path.dirname(folder), { recursive: true }),
  };
});

const review = { reviewId: ReviewId.parse('peers'), title: 'Peers', fictitious: true };
const anna = { authorId: AuthorId.parse('anna'), deviceId: DeviceId.parse('laptop0001') };

/** A shared folder with a log of 1,203 lines: two segments and a head. */
async function shared() {
  const folder = await newFolder();
  onTestFinished(() => rm(path.dirname(folder), { recursive: true, force: true }));
  const own = new FolderTransport(folder);
  await own.found(review);
  await own.append(anna, 1, linesOf(1, 1_203));
  const log = path.join(folder, 'ledger', 'anna', 'laptop0001');
  const read = (from = 1): ReturnType<FolderTransport['readLog']> =>
    new FolderTransport(folder).readLog(anna, from, 10_000);
  return { folder, log, own, read };
}

const whole = { ok: true, value: { lines: linesOf(1, 1_203), total: 1_203 } };

describe('what a sync service does to a folder', () => {
  test('a head that has not wholly arrived gives its whole lines; its owner repairs it', async () => {
    const { log, own, read } = await shared();
    await appendFile(path.join(log, 'head.jsonl'), '{"body":{"ki');
    expect(await read()).toEqual(whole);
    expect(await read(1_100)).toMatchObject({ value: { total: 1_203 } });
    expect(await own.append(anna, 1_204, linesOf(1_204, 1_204))).toMatchObject({ ok: true });
    expect(await readFile(path.join(log, 'head.jsonl'), 'utf8')).not.toContain('{"body":{"ki{');
  });

  test('a file that is exchanged between a look at the folder and its reading is read all the same', async () => {
    const { folder } = await shared();
    let away = 2;
    const disk = {
      ...nodeDisk,
      async read(file: string) {
        if (file.endsWith('head.jsonl') && away > 0) {
          away -= 1;
          throw Object.assign(new Error('gone'), { code: 'ENOENT' });
        }
        return nodeDisk.read(file);
      },
    };
    expect(await new FolderTransport(folder, disk).readLog(anna, 1, 10_000)).toEqual(whole);
    expect(away).toBe(0);
  });

  test('an emptied folder is no place to go on in: a drive may not be mounted', async () => {
    const { folder, own } = await shared();
    await rm(folder, { recursive: true });
    await mkdir(folder);
    const missing = { ok: false, error: { code: 'folder-missing' } };
    expect(await own.listLogs()).toMatchObject(missing);
    expect(await own.append(anna, 1_204, linesOf(1_204, 1_204))).toMatchObject(missing);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a "conflicted copy" beside every file changes nothing, and fills what the file itself lost', async () => {
    const { log, read } = await shared();
    for (const name of ['000001', '000002', 'head'])
      await copyFile(
        path.join(log, `${name}.jsonl`),
        path.join(log, `${name} (Bram's conflicted copy).jsonl`),
      );
    expect(await read()).toEqual(whole);
    await writeFile(path.join(log, '000002.jsonl'), '');
    expect(await read()).toEqual(whole);
    expect(await read(900)).toMatchObject({ value: { total: 1_203 } });
  });

  test('a segment that is not there yet leaves the lines before it, and more when it comes', async () => {
    const { log, read } = await shared();
    await rename(path.join(log, '000002.jsonl'), path.join(log, 'elsewhere'));
    expect(await read()).toEqual({ ok: true, value: { lines: linesOf(1, 500), total: 500 } });
    expect(await read(501)).toEqual({ ok: true, value: { lines: [], total: 500 } });
    await rename(path.join(log, 'elsewhere'), path.join(log, '000002.jsonl'));
    expect(await read()).toEqual(whole);
  });

  test('flipped bytes in a file cost its own lines only until it is whole again', async () => {
    const { log, read } = await shared();
    const file = path.join(log, '000001.jsonl');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"sequence":7}', '"sequ\u0000nce":7}'));
    expect(await read()).toMatchObject({ ok: true, value: { total: 6 } });
    await writeFile(file, text);
    expect(await read()).toEqual(whole);
  });

  test('a folder that is away is said to be away, and works again when it is back', async () => {
    const { folder, own } = await shared();
    await rename(folder, `${folder} renamed`);
    for (const answer of [await own.listLogs(), await own.append(anna, 1_204, linesOf(1_204, 1_204))])
      expect(answer).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    await rename(`${folder} renamed`, folder);
    expect(await own.append(anna, 1_204, linesOf(1_204, 1_204))).toMatchObject({ ok: true });
  });

  test('a folder that may only be read is read; writing says why not', async () => {
    const { folder, read } = await shared();
    for (const [errno, code] of [
      ['EROFS', 'read-only'],
      ['EACCES', 'permission-denied'],
      ['ENOSPC', 'disk-full'],
    ] as const) {
      const transport = new FolderTransport(folder, diskThatRefuses(errno));
      expect(await transport.readLog(anna, 1, 10_000)).toEqual(whole);
      expect(await transport.append(anna, 1_204, linesOf(1_204, 1_204))).toMatchObject({
        ok: false,
        error: { code },
      });
    }
    expect(await read()).toEqual(whole);
    await chmod(folder, 0o755);
  });
});
