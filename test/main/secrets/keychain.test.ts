import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuthorId, ReviewId } from '@shared/kernel';
import { nodeDisk } from '../../../src/main/journal/disk-port';
import { Keychain, type SystemVault } from '../../../src/main/secrets/keychain';

const reviewId = ReviewId.parse('peers');
const anna = AuthorId.parse('anna');
const bram = AuthorId.parse('bram');
const key = 'ab'.repeat(32);

/** Turns every byte around; enough to see whether the vault was asked. */
const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const vault: SystemVault = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => turned(Buffer.from(text)),
  decryptString: (bytes) => turned(bytes).toString(),
};
const folder = (): string => path.join(mkdtempSync(path.join(os.tmpdir(), 'concord-keys-')), 'keys');
const textIn = (place: string): string =>
  readdirSync(place)
    .map((name) => readFileSync(path.join(place, name), 'utf8'))
    .join('\n');

describe('keys of the coders of this machine', () => {
  it('are locked where there is a keychain, and come back', async () => {
    const place = folder();
    const keychain = new Keychain(place, vault, nodeDisk);
    expect(await keychain.read(reviewId)).toEqual([]);
    await keychain.keep(reviewId, anna, key);
    await keychain.keep(reviewId, bram, 'cd'.repeat(32));
    expect(textIn(place)).not.toContain(key);
    expect(await new Keychain(place, vault, nodeDisk).read(reviewId)).toEqual([
      { authorId: anna, key, protection: 'keychain' },
      { authorId: bram, key: 'cd'.repeat(32), protection: 'keychain' },
    ]);
    expect(await keychain.read(ReviewId.parse('others'))).toEqual([]);
  });

  it('are said to lie open where there is none, or one that anybody can open', async () => {
    const none = new Keychain(folder(), { ...vault, isEncryptionAvailable: () => false }, nodeDisk);
    const plain = new Keychain(
      folder(),
      { ...vault, getSelectedStorageBackend: () => 'basic_text' },
      nodeDisk,
    );
    for (const keychain of [none, plain]) {
      expect(keychain.protection).toBe('file');
      await keychain.keep(reviewId, anna, key);
      expect(await keychain.read(reviewId)).toEqual([{ authorId: anna, key, protection: 'file' }]);
    }
  });

  it('that another account locked are left out, and can be kept anew', async () => {
    const place = folder();
    await new Keychain(place, vault, nodeDisk).keep(reviewId, anna, key);
    const other = new Keychain(
      place,
      {
        ...vault,
        decryptString: () => {
          throw new Error('not ours');
        },
      },
      nodeDisk,
    );
    expect(await other.read(reviewId)).toEqual([]);
  });
});
