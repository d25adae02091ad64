import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthorId, DeviceId, ReviewId } from '@shared/kernel';
import type { Command } from '@shared/review';
import { readReviewFolder } from '../../src/cli/review-folder';
import { inventedImport } from '../support/invented-import';
import { findSyncthing, SyncthingPair } from '../support/syncthing';
import { WholeMachine } from '../support/whole-machine';

const binary = findSyncthing();
if (binary === null)
  console.log(
    'Syncthing is not installed: what it does to a folder is not tried ("npm run test:syncthing" installs it)',
  );

const invented = inventedImport(40);
const vote = (index: number): Command => ({
  do: 'castVote',
  stage: 'title-abstract',
  recordId: invented.ids[index % 40] ?? invented.ids[0]!,
  vote: index % 3 === 0 ? 'include' : 'exclude',
  reasonId: null,
  answers: {},
  overruled: null,
  seconds: index,
});
const votes = (from: number, count: number): Command[] =>
  Array.from({ length: count }, (_, index) => vote(from + index));

/** Two machines without Electron, each with a folder of its own that a real Syncthing brings to the other. */
describe.runIf(binary !== null)('a folder that Syncthing carries', { timeout: 120_000 }, () => {
  let pair: SyncthingPair;
  let anna: WholeMachine;
  let bram: WholeMachine;
  const data: string[] = [];
  const machineOn = (name: string, teamFolder: string): WholeMachine => {
    const userData = mkdtempSync(path.join(os.tmpdir(), `concord-${name}-`));
    data.push(userData);
    let tick = 1_780_000_000_000;
    return new WholeMachine({
      userData,
      teamFolder,
      author: AuthorId.parse(name),
      device: DeviceId.parse(`${name}laptop`),
      now: () => (tick += 1_000),
    });
  };

  beforeAll(async () => {
    pair = await SyncthingPair.start(binary ?? '');
    anna = machineOn('anna', pair.peers[0].folder);
    bram = machineOn('bram', pair.peers[1].folder);
  }, 60_000);
  afterAll(async () => {
    await pair.stop();
    for (const machine of [anna, bram]) machine.close();
    for (const folder of data) rmSync(folder, { recursive: true, force: true });
  });

  const reviewIn = (at: 0 | 1): string => path.join(pair.peers[at].folder, 'Peers 🌱 שלום.review');
  const logOfAnna = (at: 0 | 1): string => path.join(reviewIn(at), 'ledger', 'anna', 'annalaptop');
  const eventsOf = (machine: WholeMachine): string[] =>
    machine.session.events.map(({ eventId }) => eventId).sort();
  const meet = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) {
      for (const machine of [anna, bram]) await machine.link.exchange();
      await pair.inSync();
    }
    for (const machine of [anna, bram]) await machine.link.exchange();
  };
  const agree = async (): Promise<void> => {
    await meet();
    expect(eventsOf(bram)).toEqual(eventsOf(anna));
    for (const { link } of [anna, bram]) expect(link.status).toMatchObject({ away: null, problems: [] });
  };

  it('says that nothing is there yet, and takes the review once it has arrived', async () => {
    await pair.peers[1].pause();
    await anna.found(ReviewId.parse('synced'), 'Anna');
    await expect(bram.join('Bram', 'coder')).rejects.toThrow();
    await invented.on(anna);
    await anna.link.exchange();
    await pair.peers[1].resume();
    await pair.inSync();
    await bram.join('Bram', 'coder');
    await agree();
  });

  it('takes segments that come in any order, and never calls half a log damaged', async () => {
    await pair.peers[1].pause();
    for (let part = 0; part < 3; part += 1) {
      await anna.do(...votes(part * 400, 400));
      await anna.link.exchange();
    }
    await bram.do(...votes(0, 30));
    await bram.link.exchange();
    await pair.peers[0].scan();
    await pair.peers[1].resume();
    const problems = new Set<string>();
    for (let look = 0; look < 200; look += 1) {
      await bram.link.exchange();
      for (const { code, detail } of bram.link.status.problems) problems.add(`${code} ${detail}`);
      if (bram.session.events.length >= 1_230) break;
    }
    expect([...problems]).toEqual([]);
    await agree();
  });

  it('goes on where a conflicted copy took the place of a log', async () => {
    await pair.peers[1].pause();
    await anna.do(...votes(0, 5));
    await anna.link.exchange();
    // Something on the other computer has touched a file that is not its own, and later.
    appendFileSync(path.join(logOfAnna(1), 'head.jsonl'), '{"half');
    for (const peer of pair.peers) await peer.scan();
    await pair.peers[1].resume();
    await pair.inSync();
    expect(readdirSync(logOfAnna(0)).filter((name) => name.includes('sync-conflict'))).toHaveLength(1);
    await agree();
    await anna.do(...votes(5, 5));
    await agree();
  });

  it('puts back what somebody deleted on another computer', async () => {
    rmSync(logOfAnna(1), { recursive: true });
    rmSync(path.join(reviewIn(1), 'review.json'));
    await pair.inSync();
    expect(readdirSync(reviewIn(0))).not.toContain('review.json');
    await anna.do(vote(1));
    await agree();
    for (const at of [0, 1] as const) {
      const { problems, title } = await readReviewFolder(reviewIn(at));
      expect(title).toBe('Peers 🌱 שלום');
      expect(problems.filter(({ code }) => code !== 'conflicted-copy')).toEqual([]);
    }
  });

  it('a file whose journey was cut off by a crash of the service arrives after all', async () => {
    const bytes = new Uint8Array(30_000_000).map((_, index) => (index * 7_919) >> 5);
    const kept = await anna.session.files.keep(bytes);
    if (!kept.ok) throw new Error(kept.error.code);
    await anna.handlers.teamSendBlob({ reviewId: ReviewId.parse('synced'), sha256: kept.value });
    await pair.peers[0].scan();
    await pair.peers[1].kill();
    writeFileSync(path.join(reviewIn(1), '.syncthing.left over.tmp'), 'half');
    expect((await bram.session.files.bytes(kept.value)).ok).toBe(false);
    await pair.peers[1].start();
    await pair.connected();
    await pair.inSync();
    const brought = await bram.session.files.bytes(kept.value);
    expect(brought.ok && brought.value.length).toBe(bytes.length);
    await agree();
  });
});
