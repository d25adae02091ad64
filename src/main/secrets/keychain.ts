import path from 'node:path';
import { z } from '../../shared/kernel/schema';
import { AuthorId, type ReviewId } from '../../shared/kernel';
import { isAbsent, type DiskPort } from '../journal/disk-port';
import { replaceDurably } from '../journal/durable-files';

/** The part of Electron's `safeStorage` that is used here. */
export type SystemVault = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (encrypted: Buffer) => string;
  /** Linux only: `basic_text` is a key anybody can know. */
  readonly getSelectedStorageBackend?: () => string;
};

/** `keychain`: only this person's account on this computer can read it. `file`: whoever can read the file can. */
export type KeyProtection = 'keychain' | 'file';

const KeyFile = z.object({
  keys: z.array(
    z.object({ authorId: AuthorId, protection: z.enum(['keychain', 'file']), key: z.string().max(2_000) }),
  ),
});
type KeyFile = z.infer<typeof KeyFile>;

export type KeptKey = {
  readonly authorId: AuthorId;
  readonly key: string;
  readonly protection: KeyProtection;
};

/**
 * The keys of the coders on this machine, one small file for each review outside the review folder, so that no folder that is
 * shared or backed up carries one. Locked with the system's keychain where there is one.
 */
export class Keychain {
  constructor(
    readonly folder: string,
    readonly vault: SystemVault,
    readonly disk: DiskPort,
  ) {}

  get protection(): KeyProtection {
    const isPlain = this.vault.getSelectedStorageBackend?.() === 'basic_text';
    return this.vault.isEncryptionAvailable() && !isPlain ? 'keychain' : 'file';
  }

  async keep(reviewId: ReviewId, authorId: AuthorId, key: string): Promise<void> {
    const there = await this.#read(reviewId);
    const { protection } = this;
    const locked = protection === 'keychain' ? this.vault.encryptString(key).toString('base64') : key;
    const keys = [
      ...there.keys.filter((kept) => kept.authorId !== authorId),
      { authorId, protection, key: locked },
    ];
    await this.disk.makeFolder(this.folder);
    await replaceDurably(this.disk, this.#file(reviewId), `${JSON.stringify({ keys }, null, 2)}\n`);
  }

  /** Keys that can be unlocked; one that was locked by another account or system is left out. */
  async read(reviewId: ReviewId): Promise<KeptKey[]> {
    const { keys } = await this.#read(reviewId);
    return keys.flatMap(({ authorId, protection, key }): KeptKey[] => {
      if (protection === 'file') return [{ authorId, key, protection }];
      try {
        return [{ authorId, key: this.vault.decryptString(Buffer.from(key, 'base64')), protection }];
      } catch {
        return [];
      }
    });
  }

  async #read(reviewId: ReviewId): Promise<KeyFile> {
    try {
      const text = new TextDecoder().decode(await this.disk.read(this.#file(reviewId)));
      const parsed = KeyFile.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : { keys: [] };
    } catch (cause) {
      if (isAbsent(cause) || cause instanceof SyntaxError) return { keys: [] };
      throw cause;
    }
  }

  #file = (reviewId: ReviewId): string => path.join(this.folder, `${reviewId}.json`);
}
