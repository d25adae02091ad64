import path from 'node:path';
import { z } from '../../shared/kernel/schema';
import { ReviewId } from '../../shared/kernel';
import type { LedgerTransport } from '../../shared/transport';
import { isAbsent, type DiskPort } from '../journal/disk-port';
import { replaceDurably } from '../journal/durable-files';
import { Refused } from '../journal/failures';
import { FolderTransport } from './folder-transport';

const Places = z.object({ folders: z.array(z.object({ reviewId: ReviewId, folder: z.string().min(1) })) });

/** Which review is shared where. The window never learns a path it could use; it asks by review. */
export class TeamPlaces {
  readonly #file: string;
  readonly #disk: DiskPort;
  readonly #transports = new Map<ReviewId, FolderTransport>();
  #folders: Map<ReviewId, string> | null = null;

  constructor(file: string, disk: DiskPort) {
    this.#file = file;
    this.#disk = disk;
  }

  async folderOf(reviewId: ReviewId): Promise<string | null> {
    return (await this.#known()).get(reviewId) ?? null;
  }

  async keep(reviewId: ReviewId, folder: string): Promise<void> {
    const folders = await this.#known();
    folders.set(reviewId, folder);
    await this.#write(folders);
  }

  async forget(reviewId: ReviewId): Promise<void> {
    const folders = await this.#known();
    folders.delete(reviewId);
    await this.#write(folders);
  }

  /** @throws {Refused} `not-shared` */
  async transport(reviewId: ReviewId): Promise<LedgerTransport> {
    const folder = await this.folderOf(reviewId);
    if (folder === null) throw new Refused({ code: 'not-shared' });
    let transport = this.#transports.get(reviewId);
    if (!transport) {
      transport = new FolderTransport(folder, this.#disk);
      this.#transports.set(reviewId, transport);
    }
    return transport;
  }

  async #known(): Promise<Map<ReviewId, string>> {
    this.#folders ??= await this.#read();
    return this.#folders;
  }

  async #read(): Promise<Map<ReviewId, string>> {
    try {
      const parsed = Places.safeParse(
        JSON.parse(new TextDecoder().decode(await this.#disk.read(this.#file))),
      );
      if (!parsed.success) return new Map();
      return new Map(parsed.data.folders.map(({ reviewId, folder }) => [reviewId, folder]));
    } catch (cause) {
      if (isAbsent(cause) || cause instanceof SyntaxError) return new Map();
      throw cause;
    }
  }

  async #write(folders: ReadonlyMap<ReviewId, string>): Promise<void> {
    const text = JSON.stringify({
      folders: [...folders].map(([reviewId, folder]) => ({ reviewId, folder })),
    });
    await this.#disk.makeFolder(path.dirname(this.#file));
    await replaceDurably(this.#disk, this.#file, `${text}\n`);
    this.#transports.clear();
  }
}
