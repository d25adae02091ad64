import path from 'node:path';
import { z } from '../../shared/kernel/schema';
import { AuthorId, ReviewId } from '../../shared/kernel';
import type { LedgerTransport } from '../../shared/transport';
import { isAbsent, type DiskPort } from '../journal/disk-port';
import { replaceDurably } from '../journal/durable-files';
import { Refused } from '../journal/failures';
import type { Keychain } from '../secrets/keychain';
import { CouchTransport } from './couch-transport';
import { FolderTransport } from './folder-transport';

const Server = z.object({ url: z.string().min(1), user: z.string() });

/** Where a review is shared: in a folder, or on a server. */
const Place = z.union([
  z.object({ reviewId: ReviewId, folder: z.string().min(1) }),
  z.object({ reviewId: ReviewId, server: Server }),
]);
type Place = z.infer<typeof Place>;

/** How to reach a server; the password is kept apart from the rest, locked. */
export type ServerAccess = z.infer<typeof Server> & { readonly password: string };

const Places = z.object({ places: z.array(Place) });

/** Passwords are kept like the keys of coders; this stands in the place of the coder. */
const passwordName = AuthorId.parse('server');

/** Which review is shared where. The window never learns a path it could use; it asks by review. */
export class TeamPlaces {
  readonly #file: string;
  readonly #disk: DiskPort;
  readonly #passwords: Keychain;
  readonly #transports = new Map<ReviewId, LedgerTransport>();
  #places: Map<ReviewId, Place> | null = null;

  constructor(file: string, disk: DiskPort, passwords: Keychain) {
    this.#file = file;
    this.#disk = disk;
    this.#passwords = passwords;
  }

  /** What a person is shown of the place; null where the review is not shared. */
  async shown(reviewId: ReviewId): Promise<string | null> {
    const place = (await this.#known()).get(reviewId);
    if (!place) return null;
    return 'folder' in place ? place.folder : addressOf(place.server.url, reviewId);
  }

  /** The folder to watch; null where there is none. */
  async folderOf(reviewId: ReviewId): Promise<string | null> {
    const place = (await this.#known()).get(reviewId);
    return place && 'folder' in place ? place.folder : null;
  }

  async keepFolder(reviewId: ReviewId, folder: string): Promise<void> {
    await this.#keep({ reviewId, folder });
  }

  async keepServer(reviewId: ReviewId, { url, user, password }: ServerAccess): Promise<void> {
    await this.#passwords.keep(reviewId, passwordName, password);
    await this.#keep({ reviewId, server: { url, user } });
  }

  async forget(reviewId: ReviewId): Promise<void> {
    const places = await this.#known();
    places.delete(reviewId);
    await this.#write(places);
  }

  /** @throws {Refused} `not-shared` */
  async transport(reviewId: ReviewId): Promise<LedgerTransport> {
    const place = (await this.#known()).get(reviewId);
    if (!place) throw new Refused({ code: 'not-shared' });
    let transport = this.#transports.get(reviewId);
    if (!transport) {
      transport =
        'folder' in place
          ? new FolderTransport(place.folder, this.#disk)
          : serverTransport({ ...place.server, password: await this.#password(reviewId) }, reviewId);
      this.#transports.set(reviewId, transport);
    }
    return transport;
  }

  async #password(reviewId: ReviewId): Promise<string> {
    return (
      (await this.#passwords.read(reviewId)).find(({ authorId }) => authorId === passwordName)?.key ?? ''
    );
  }

  async #keep(place: Place): Promise<void> {
    const places = await this.#known();
    places.set(place.reviewId, place);
    await this.#write(places);
  }

  async #known(): Promise<Map<ReviewId, Place>> {
    this.#places ??= await this.#read();
    return this.#places;
  }

  async #read(): Promise<Map<ReviewId, Place>> {
    try {
      const parsed = Places.safeParse(
        JSON.parse(new TextDecoder().decode(await this.#disk.read(this.#file))),
      );
      return new Map(parsed.success ? parsed.data.places.map((place) => [place.reviewId, place]) : []);
    } catch (cause) {
      if (isAbsent(cause) || cause instanceof SyntaxError) return new Map();
      throw cause;
    }
  }

  async #write(places: ReadonlyMap<ReviewId, Place>): Promise<void> {
    await this.#disk.makeFolder(path.dirname(this.#file));
    await replaceDurably(this.#disk, this.#file, `${JSON.stringify({ places: [...places.values()] })}\n`);
    this.#transports.clear();
  }
}

export const serverTransport = ({ url, user, password }: ServerAccess, reviewId: ReviewId): LedgerTransport =>
  new CouchTransport({ url, ...(user === '' ? {} : { user, password }) }, reviewId);

/** What a lead sends to colleagues: the server, and which review on it. */
const addressOf = (url: string, reviewId: ReviewId): string => `${url.replace(/\/+$/u, '')}/#${reviewId}`;

/** An address a lead sent, taken apart; null when it is none. */
export function readAddress(address: string): { readonly url: string; readonly reviewId: ReviewId } | null {
  const [url, name] = address.trim().split(/\/?#/u);
  const reviewId = ReviewId.safeParse(name);
  return url !== undefined && /^https?:\/\/\S+$/u.test(url) && reviewId.success
    ? { url, reviewId: reviewId.data }
    : null;
}
