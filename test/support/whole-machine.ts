import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import type { AuthorId, DeviceId, ReviewId } from '@shared/kernel';
import { templateById } from '@shared/protocol';
import type { Command, Role } from '@shared/review';
import { nodeDisk } from '../../src/main/journal/disk-port';
import { Journal } from '../../src/main/journal/journal';
import { journalHandlers } from '../../src/main/journal/journal-handlers';
import { Keychain } from '../../src/main/secrets/keychain';
import { teamHandlers } from '../../src/main/team/team-handlers';
import { TeamPlaces } from '../../src/main/team/team-places';
import { journalOver } from '../../src/renderer/ledger/desktop-journal';
import { ReviewSession } from '../../src/renderer/ledger/review-session';
import { TeamLink } from '../../src/renderer/ledger/team-link';

export type MachineOptions = {
  /** What the machine keeps. */
  readonly userData: string;
  /** The folder the team's sync service carries. */
  readonly teamFolder: string;
  readonly author: AuthorId;
  readonly device: DeviceId;
  readonly now: () => number;
  /** The team's server, where it has one instead of a folder. */
  readonly serverUrl?: string;
};

/** Any secret will do; the same for the same coder. */
const randomFor = (author: AuthorId): Uint8Array =>
  new Uint8Array(createHash('sha256').update(author).digest());

/**
 * A colleague's machine without Electron: the session of the window, the journal and the team's folder of the main process,
 * put together as the program does. Its browser database is in memory and gone with the process.
 */
export class WholeMachine {
  readonly handlers;
  readonly journal: ReturnType<typeof journalOver>;
  #session: ReviewSession | undefined;
  #link: TeamLink | undefined;

  constructor(readonly options: MachineOptions) {
    const { userData, teamFolder, now } = options;
    const journal = new Journal({
      folder: path.join(userData, 'reviews'),
      backups: path.join(userData, 'backups'),
      now,
    });
    const vault = {
      isEncryptionAvailable: () => false,
      encryptString: (text: string) => Buffer.from(text),
      decryptString: (bytes: Buffer) => bytes.toString(),
    };
    this.handlers = {
      ...journalHandlers(journal),
      ...teamHandlers({
        journal,
        places: new TeamPlaces(
          path.join(userData, 'team.json'),
          nodeDisk,
          new Keychain(path.join(userData, 'servers'), vault, nodeDisk),
        ),
        keychain: new Keychain(path.join(userData, 'keys'), vault, nodeDisk),
        chooseFolder: async () => teamFolder,
        titles: () => ({ share: '', join: '' }),
      }),
    };
    this.journal = journalOver(this.handlers as never);
  }

  get session(): ReviewSession {
    if (!this.#session) throw new Error('no review is open');
    return this.#session;
  }

  get link(): TeamLink {
    if (!this.#link) throw new Error('the review is not shared');
    return this.#link;
  }

  get state() {
    return this.session.state;
  }

  /** Founds a review and shares it. */
  async found(reviewId: ReviewId, name: string): Promise<void> {
    const template = templateById('peer-support');
    if (!template) throw new Error('the template is gone');
    const title = 'Peers 🌱 שלום';
    await this.journal.createReview(reviewId, title, true);
    await this.#open(reviewId);
    await this.do(
      {
        do: 'createReview',
        title,
        templateId: template.id,
        fictitious: true,
        protocol: { ...template.protocol.en, title },
      },
      { do: 'joinReview', name, role: 'lead' },
    );
    const { serverUrl } = this.options;
    const shared = await this.handlers.shareReview({
      reviewId,
      title,
      fictitious: true,
      ...(serverUrl === undefined ? {} : { server: { url: serverUrl, user: '', password: '' } }),
    });
    if (!shared.ok) throw new Error(shared.error.code);
    await this.#meet();
  }

  /** @param address where a review on a server is */
  async join(name: string, role: Role, address?: string): Promise<void> {
    const found = await this.handlers.lookForReview(
      address === undefined ? {} : { server: { address, user: '', password: '' } },
    );
    if (!found.ok || !found.value) throw new Error('there is nothing to join');
    await this.#open(found.value.reviewId);
    await this.#meet();
    await this.link.addAuthor(this.options.author);
    await this.link.exchange();
    await this.do({ do: 'joinReview', name, role });
  }

  /** Opens what is there, as at the start of the program. */
  async reopen(reviewId: ReviewId): Promise<void> {
    await this.#open(reviewId);
    await this.#meet();
  }

  async do(...commands: readonly Command[]): Promise<void> {
    const written = await this.session.dispatch(this.options.author, ...commands);
    if (!written.ok) throw new Error(JSON.stringify(written.error));
  }

  close(): void {
    this.#link?.close();
    this.#session?.close();
  }

  async #open(reviewId: ReviewId): Promise<void> {
    const { device, now } = this.options;
    // Each machine has a browser of its own, also where two are in one process.
    Dexie.dependencies.indexedDB = new IDBFactory();
    this.#session = await ReviewSession.open({ reviewId, deviceId: device, journal: this.journal, now });
  }

  async #meet(): Promise<void> {
    const { author, now } = this.options;
    this.#link = new TeamLink({
      session: this.session,
      port: this.handlers as never,
      place: this.options.teamFolder,
      now,
      random: () => randomFor(author),
    });
    await this.#link.exchange();
  }
}
