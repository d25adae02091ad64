import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { AuthorId, DeviceId, ReviewId } from '@shared/kernel';
import { startCouchServer } from '../support/couch-server';
import { WholeMachine } from '../support/whole-machine';

const reviewId = ReviewId.parse('on-a-server');

it('two machines meet on a server by the address that the lead sends', async () => {
  const server = await startCouchServer();
  onTestFinished(() => server.stop());
  const machine = (author: string, device: string): WholeMachine =>
    new WholeMachine({
      userData: mkdtempSync(path.join(os.tmpdir(), 'concord-server-')),
      teamFolder: '',
      author: AuthorId.parse(author),
      device: DeviceId.parse(device),
      now: () => Date.now(),
      serverUrl: server.url,
    });
  const anna = machine('anna', 'machine001');
  const bram = machine('bram', 'machine002');
  await anna.found(reviewId, 'Anna');
  const place = await anna.handlers.teamPlace({ reviewId });
  expect(place).toEqual({ ok: true, value: { place: `${server.url}/#${reviewId}` } });
  expect(
    await bram.handlers.lookForReview({ server: { address: server.url, user: '', password: '' } }),
  ).toMatchObject({
    error: { code: 'no-address' },
  });
  await bram.join('Bram', 'coder', `${server.url}/#${reviewId}`);
  const file = new TextEncoder().encode('a protocol as PDF');
  const kept = await anna.session.files.keep(file);
  await bram.link.exchange();
  await anna.link.exchange();
  expect([...anna.state.coders.values()].map(({ name }) => name).sort()).toEqual(['Anna', 'Bram']);
  expect(bram.state.title).toBe(anna.state.title);
  expect(kept.ok).toBe(true);
  anna.close();
  bram.close();
});
