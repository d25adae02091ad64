import { AuthorId, type Result, type ReviewId, type Sha256 } from '@shared/kernel';
import { blobsOfReview } from '@shared/review';
import { rootKeyOf, SealKey } from '@shared/sealing';
import {
  Exchange,
  releasesDue,
  type ExchangeProblem,
  type ExchangeTransport,
  type Sealer,
} from '@shared/team';
import type { ReviewSession } from './review-session';
import type { TeamPort } from './team-port';

export type TeamStatus = {
  readonly place: string;
  /** When everything was last exchanged, ms since 1970; null before the first time. */
  readonly inStepSince: number | null;
  /** The place cannot be reached: work goes on and is exchanged when it is back. */
  readonly away: { readonly code: string } | null;
  readonly problems: readonly ExchangeProblem[];
  /** Blocks of records that have been named and have not arrived. */
  readonly recordsMissing: number;
  /** Coders of this machine whose key is not here: their recovery sheet is needed. */
  readonly keysMissing: readonly AuthorId[];
  readonly protection: 'keychain' | 'file';
};

export type TeamLinkOptions = {
  readonly session: ReviewSession;
  readonly port: TeamPort;
  readonly place: string;
  /** ms since 1970. */
  readonly now: () => number;
  /** 32 bytes from the system's random source. */
  readonly random: () => Uint8Array;
};

/** Work that was done is sent after so many ms, so that several votes make one journey. */
const settleMs = 600;

/** After the place could not be reached, it is tried again after so many ms. */
const retryMs = 3_000;

/**
 * Keeps an open review in step with the place its team shares: in the background, again and again, whatever fails in
 * between. Nothing here is needed to work; without it a review is simply alone.
 */
export class TeamLink {
  readonly #options: TeamLinkOptions;
  readonly #exchange: Exchange;
  readonly #listeners = new Set<() => void>();
  readonly #blobsThere = new Set<Sha256>();
  #sealers: readonly Sealer[] = [];
  #status: TeamStatus;
  #running: Promise<void> = Promise.resolve();
  #closed = false;
  #unsubscribe: () => void = () => undefined;
  #seenEvents = 0;
  /** The state of things for which it was last worked out which keys are due. */
  #considered = '';

  constructor(options: TeamLinkOptions) {
    this.#options = options;
    const { session, port, place } = options;
    this.#exchange = new Exchange(transportOf(port, session.reviewId), session.ledger);
    this.#status = {
      place,
      inStepSince: null,
      away: null,
      problems: [],
      recordsMissing: 0,
      keysMissing: [],
      protection: 'keychain',
    };
    session.files.bringBy(async (sha256) => {
      const brought = await port.teamBringBlob({ reviewId: session.reviewId, sha256 });
      return brought.ok;
    });
  }

  get status(): TeamStatus {
    return this.#status;
  }

  /** The coders of this machine with their keys. */
  get sealers(): readonly Sealer[] {
    return this.#sealers;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to exchange by itself, until `close`. */
  start(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.#unsubscribe = this.#options.session.subscribe(() => {
      const { length } = this.#options.session.events;
      if (length === this.#seenEvents) return;
      this.#seenEvents = length;
      clearTimeout(timer);
      timer = setTimeout(() => void this.exchange(), settleMs);
    });
    void this.#keepInStep();
  }

  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    this.#listeners.clear();
  }

  /** Exchanges once, after whatever exchange is under way. */
  exchange(): Promise<void> {
    const run = this.#running.then(() => (this.#closed ? undefined : this.#once()));
    this.#running = run.catch(() => undefined);
    return run;
  }

  /** A coder begins to work on this machine, with a new key or the one from a recovery sheet. */
  async addAuthor(authorId: AuthorId, rootKey?: SealKey): Promise<Result<null, { code: string }>> {
    const { session, port, random } = this.#options;
    const { reviewId } = session;
    const key = rootKey ?? rootKeyOf(random());
    const kept = await port.keepKey({ reviewId, authorId, key });
    if (kept.ok)
      this.#useKeys([
        ...this.#sealers.filter((sealer) => sealer.authorId !== authorId),
        { reviewId, authorId, rootKey: key },
      ]);
    return kept;
  }

  async #keepInStep(): Promise<void> {
    const { session, port } = this.#options;
    while (!this.#closed) {
      await this.exchange();
      const waited = await port.teamWait({ reviewId: session.reviewId });
      if (this.#status.away !== null || !waited.ok) await pause(retryMs);
    }
  }

  async #once(): Promise<void> {
    await this.#readKeys();
    const received = await this.#exchange.receive();
    if (!received.ok) return this.#say({ away: received.error });
    await this.#releaseKeys();
    await this.#sendBlobs();
    const sent = await this.#exchange.send();
    if (!sent.ok) return this.#say({ away: sent.error });
    const recordsMissing = await this.#options.session.loadRecords();
    this.#say({
      away: null,
      inStepSince: this.#options.now(),
      problems: [...received.value.problems, ...sent.value.problems],
      recordsMissing,
    });
  }

  /** Every coder of this machine needs a key; one is made unless something of theirs is already sealed with another. */
  async #readKeys(): Promise<void> {
    const { session, port } = this.#options;
    const { reviewId } = session;
    const kept = await port.readKeys({ reviewId });
    if (!kept.ok) return;
    const sealers = kept.value.keys.flatMap(({ authorId, key }): Sealer[] => {
      const rootKey = SealKey.safeParse(key);
      return rootKey.success ? [{ reviewId, authorId, rootKey: rootKey.data }] : [];
    });
    if (sealers.length !== this.#sealers.length) this.#useKeys(sealers);
    const without = session.authorsHere.filter(
      (authorId) => !sealers.some((sealer) => sealer.authorId === authorId),
    );
    const keysMissing: AuthorId[] = [];
    for (const authorId of without) {
      if (await this.#hasShared(authorId)) keysMissing.push(authorId);
      else await this.addAuthor(authorId);
    }
    this.#say({ keysMissing, protection: kept.value.protection });
  }

  async #hasShared(authorId: AuthorId): Promise<boolean> {
    const { session, port } = this.#options;
    const logs = await port.teamListLogs({ reviewId: session.reviewId });
    // Not knowing is no reason to make a second key.
    return !logs.ok || logs.value.some((log) => log.authorId === authorId);
  }

  #useKeys(sealers: readonly Sealer[]): void {
    this.#sealers = sealers;
    this.#options.session.useKeys(sealers);
  }

  async #releaseKeys(): Promise<void> {
    const { session } = this.#options;
    const considered = `${session.events.length} ${this.#sealers.length}`;
    if (considered === this.#considered) return;
    this.#considered = considered;
    for (const sealer of this.#sealers) {
      if (!session.state.coders.has(sealer.authorId)) continue;
      const due = releasesDue(session.state, sealer);
      if (due.length > 0) await session.dispatch(sealer.authorId, ...due);
    }
  }

  async #sendBlobs(): Promise<void> {
    const { session, port } = this.#options;
    for (const sha256 of blobsOfReview(session.state)) {
      if (this.#blobsThere.has(sha256)) continue;
      const sent = await port.teamSendBlob({ reviewId: session.reviewId, sha256 });
      if (sent.ok) this.#blobsThere.add(sha256);
    }
  }

  #say(change: Partial<TeamStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const transportOf = (port: TeamPort, reviewId: ReviewId): ExchangeTransport => ({
  listLogs: () => port.teamListLogs({ reviewId }),
  readLog: (log, from, limit) => port.teamReadLog({ reviewId, ...log, from, limit }),
  append: (log, fromSequence, lines) =>
    port.teamAppend({ reviewId, ...log, fromSequence, lines: [...lines] }),
});
