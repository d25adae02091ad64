import {
  type EventId,
  type HybridClock,
  err,
  ok,
  wallTimeOf,
  type AuthorId,
  type DeviceId,
  type Result,
  type ReviewId,
  type Sha256,
} from '@shared/kernel';
import {
  clockFor,
  createLogWriter,
  emptyHead,
  type LedgerEvent,
  type LedgerLine,
  type LogHead,
  type LogKey,
  type LogWriter,
} from '@shared/ledger';
import {
  blobNames,
  decide,
  preparing,
  Projection,
  type Command,
  type EventBody,
  type Refusal,
  type ReviewState,
} from '@shared/review';
import { takeOwnKeys, type LocalLedger, type Sealer } from '@shared/team';
import { ReviewDatabase } from '../storage/review-database';
import { fillGap, gapAfter, healDatabase, healJournal, isSameLog } from './heal-copies';
import { joinCopies, pairCopies, type JoinedLog, type LogCopy } from './join-copies';
import type { JournalError, JournalLog, JournalPort } from './journal-port';
import { KeptFiles } from './kept-files';
import { isSerious, type OpenProblem } from './open-problem';
import { RecordStore } from './record-store';
import { inSlices } from '../long-work/in-slices';

/** Why something could not be written. Nothing was shown as saved. */
export type WriteError =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'storage'; readonly error: JournalError };

export type SaveStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly error: JournalError };

export type SessionOptions = {
  readonly reviewId: ReviewId;
  readonly deviceId: DeviceId;
  readonly journal: JournalPort | null;
  /** ms since 1970. */
  readonly now: () => number;
  /** Shows the review as it was at this moment, ms since 1970, for reading only; as it is without it. */
  readonly asOf?: number;
  /** Why the copy before an update could not be made: the review is then for reading only. */
  readonly copyFailed?: JournalError;
};

/**
 * One open review: the only write path. A command is decided by the pure core, its events are sealed into the author's
 * log, appended to the journal on disk and to IndexedDB, and only then folded into the state that screens show.
 */
export class ReviewSession {
  readonly reviewId: ReviewId;
  readonly files: KeptFiles;
  readonly records: RecordStore;
  readonly problems: OpenProblem[] = [];
  #sealers: readonly Sealer[] = [];
  readonly #projection = new Projection((ring) => takeOwnKeys(ring, this.#sealers));
  /** The events of the logs this device writes, by log. */
  readonly #ownEvents = new Map<string, LedgerEvent[]>();
  readonly #writers = new Map<AuthorId, LogWriter>();
  #clock: HybridClock | null = null;
  #viewer: AuthorId | undefined;
  readonly #heads = new Map<string, LogHead>();
  readonly #database: ReviewDatabase;
  readonly #options: SessionOptions;
  readonly #listeners = new Set<() => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #status: SaveStatus = { state: 'saved' };
  #readOnly = false;
  #version = 0;

  private constructor(options: SessionOptions) {
    this.#options = options;
    this.#readOnly = options.asOf !== undefined || options.copyFailed !== undefined;
    if (options.copyFailed) this.problems.push({ code: 'copy-failed', error: options.copyFailed });
    this.reviewId = options.reviewId;
    this.#database = new ReviewDatabase(options.reviewId);
    this.files = new KeptFiles(options.reviewId, options.journal, this.#database);
    this.records = new RecordStore(this.#database, (sha256) => this.files.bytes(sha256));
  }

  /** Opens a review from IndexedDB and the journal, healing whichever is behind. */
  static async open(options: SessionOptions): Promise<ReviewSession> {
    const session = new ReviewSession(options);
    await session.#load();
    return session;
  }

  get state(): ReviewState {
    return this.#projection.state;
  }

  get events(): readonly LedgerEvent[] {
    return this.#projection.events;
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** The moment this review is shown as of; undefined while it is shown as it is. */
  get asOf(): number | undefined {
    return this.#options.asOf;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** Changes with everything a screen could show. */
  get version(): number {
    return this.#version;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Asks for something on behalf of an author. Resolves after it is durable; the ids of the events it became. Commands
   * run one after another, each deciding on the state the one before left.
   */
  dispatch(author: AuthorId, ...commands: readonly Command[]): Promise<Result<EventId[], WriteError>> {
    const run = this.#queue.then(() => this.#perform(author, commands));
    this.#queue = run;
    return run;
  }

  /** Keeps a block of records and takes its records into memory. */
  async keepRecordBlock(text: string): Promise<Result<Sha256, JournalError>> {
    const kept = await this.files.keepBlock(text);
    if (kept.ok) this.records.take(kept.value, text);
    return kept;
  }

  /** The keys of the coders of this machine: what they sealed elsewhere can be read here from now on. */
  useKeys(sealers: readonly Sealer[]): void {
    this.#sealers = sealers;
    this.#projection.readAgain();
    this.#changed();
  }

  /** The ledger as the exchange with a team sees it. */
  get ledger(): LocalLedger {
    return {
      reviewId: this.reviewId,
      ownLogs: () =>
        this.#sealers.map((sealer) => ({
          key: { authorId: sealer.authorId, deviceId: this.#options.deviceId },
          sealer,
        })),
      headOf: (key) => this.#heads.get(nameOf(key)) ?? emptyHead,
      ownEvents: (key, from) => (this.#ownEvents.get(nameOf(key)) ?? []).slice(from - 1),
      take: (key, lines) => {
        const run = this.#queue.then(() => this.#take(key, lines));
        this.#queue = run;
        return run;
      },
    };
  }

  /** Brings in records named by events that came from elsewhere. How many blocks are not here yet. */
  async loadRecords(): Promise<number> {
    const before = this.records.size;
    const missing = await this.records.load(this.state.records);
    if (this.records.size !== before) this.#changed();
    return missing.length;
  }

  /**
   * Works out what screens ask first of what somebody sees, now and after every change, a slice at a time: so that no
   * screen has to wait for it, nor the window for the screen.
   */
  async showTo(viewer: AuthorId): Promise<void> {
    this.#viewer = viewer;
    await this.#prepare();
  }

  async #prepare(): Promise<void> {
    const viewer = this.#viewer === undefined ? undefined : this.state.coders.get(this.#viewer);
    if (viewer) await inSlices(preparing(this.state, viewer));
  }

  /** Those whose work is done on this device. */
  get authorsHere(): readonly AuthorId[] {
    return [...this.#ownEvents.values()].flatMap(([event]) => event?.authorId ?? []);
  }

  /** Lets go of the review; what is being written is finished first. */
  close(): void {
    this.#listeners.clear();
    const shut = (): void => this.#database.close();
    void this.#queue.then(shut, shut);
  }

  async #perform(author: AuthorId, commands: readonly Command[]): Promise<Result<EventId[], WriteError>> {
    if (this.#readOnly) return err({ kind: 'read-only' });
    const ids: EventId[] = [];
    for (const command of commands) {
      const decided = decide(this.state, command, { authorId: author });
      if (!decided.ok) return err({ kind: 'refused', refusal: decided.error });
      const appended = await this.#append(author, decided.value);
      if (!appended.ok) return appended;
      ids.push(...appended.value);
    }
    return ok(ids);
  }

  async #append(author: AuthorId, bodies: readonly EventBody[]): Promise<Result<EventId[], WriteError>> {
    if (bodies.length === 0) return ok([]);
    const { deviceId, journal, now } = this.#options;
    const key: LogKey = { authorId: author, deviceId };
    const writer = this.#writerFor(key);
    const lines = await inSlices(writer.sealing(bodies, now()));
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return ok([]);
    this.#setStatus({ state: 'saving' });
    if (journal) {
      const written = await journal.append(
        this.reviewId,
        key,
        first.event.sequence,
        lines.map(({ line }) => line),
      );
      if (!written.ok) {
        this.#setStatus({ state: 'failed', error: written.error });
        return err({ kind: 'storage', error: written.error });
      }
    }
    try {
      await this.#database.append(key, lines);
    } catch (cause) {
      const error = { code: 'database-failed', detail: String(cause) };
      // With the journal written nothing is lost: the database heals from it at the next start.
      if (!journal) {
        this.#setStatus({ state: 'failed', error });
        return err({ kind: 'storage', error });
      }
    }
    writer.advance({ sequence: last.event.sequence, hash: last.hash });
    await this.#note(key, lines);
    await this.records.load(this.state.records);
    this.#setStatus({ state: 'saved' });
    return ok(lines.map(({ event }) => event.eventId));
  }

  /** Keeps lines that came from elsewhere, as durably as those made here. */
  async #take(key: LogKey, lines: readonly LedgerLine[]): Promise<Result<null, JournalError>> {
    const [first] = lines;
    if (!first) return ok(null);
    if (this.#readOnly) return err({ code: 'read-only' });
    const { journal } = this.#options;
    const texts = lines.map(({ line }) => line);
    const written = await journal?.append(this.reviewId, key, first.event.sequence, texts);
    if (written && !written.ok) return written;
    try {
      await this.#database.append(key, lines);
    } catch (cause) {
      if (!journal) return err({ code: 'database-failed', detail: String(cause) });
    }
    await this.#note(key, lines);
    // Whoever writes next has seen what came.
    this.#writers.clear();
    this.#clock = null;
    this.#changed();
    return ok(null);
  }

  /** Takes durable lines into the heads and the state. */
  async #note(key: LogKey, lines: readonly LedgerLine[]): Promise<void> {
    await inSlices(this.#projection.adding(this.#noteLog(key, lines)));
    await this.#prepare();
  }

  /** Takes durable lines into the heads; the events among them that count here. */
  #noteLog(key: LogKey, lines: readonly LedgerLine[]): readonly LedgerEvent[] {
    const last = lines.at(-1);
    if (!last) return [];
    const { asOf } = this;
    const events = lines
      .map(({ event }) => event)
      .filter(({ eventId }) => asOf === undefined || wallTimeOf(eventId) <= asOf);
    this.#heads.set(nameOf(key), { sequence: last.event.sequence, hash: last.hash });
    if (key.deviceId === this.#options.deviceId) {
      const own = this.#ownEvents.get(nameOf(key)) ?? [];
      for (const event of events) own.push(event);
      this.#ownEvents.set(nameOf(key), own);
    }
    return events;
  }

  #writerFor(key: LogKey): LogWriter {
    let writer = this.#writers.get(key.authorId);
    if (!writer) {
      // One clock for all who work here: two of them in one millisecond must not get one event id.
      this.#clock ??= clockFor(
        key.deviceId,
        this.#projection.events.map((event) => event.eventId),
        this.#options.now(),
      );
      const head = this.#heads.get(nameOf(key)) ?? emptyHead;
      writer = createLogWriter(this.reviewId, key, head, this.#clock);
      this.#writers.set(key.authorId, writer);
    }
    return writer;
  }

  async #load(): Promise<void> {
    const { journal } = this.#options;
    const stored = await this.#database.readLogs();
    const onDisk = journal ? await journal.readLogs(this.reviewId) : null;
    if (onDisk && !onDisk.ok) {
      this.problems.push({ code: 'journal-unreadable', error: onDisk.error });
      this.#readOnly = true;
    }
    const logsOnDisk = onDisk?.ok ? onDisk.value : null;
    const events: LedgerEvent[] = [];
    for (const pair of pairCopies(stored, logsOnDisk ?? stored)) {
      const onDiskHere = logsOnDisk?.find((log) => isSameLog(log, pair.key));
      const join = (copy: LogCopy): Promise<JoinedLog> =>
        inSlices(joinCopies(this.reviewId, pair.key, pair.database, copy));
      const joined = await join(pair.journal);
      const filled =
        journal && !this.#readOnly ? await fillGap(journal, joined, onDiskHere, this.reviewId) : null;
      const taken = filled
        ? await this.#takeLog(await join(filled), filled)
        : await this.#takeLog(joined, onDiskHere);
      for (const event of taken) events.push(event);
    }
    // All logs at once: events of one stand between those of another.
    await inSlices(this.#projection.adding(events));
    const blocks = await this.records.load(this.state.records);
    if (blocks.length > 0) this.problems.push({ code: 'records-missing', blocks });
    if (this.records.mended.size > 0)
      this.problems.push({ code: 'blocks-mended', blocks: this.records.mended.size });
    await this.#mendReviewFile();
    this.#changed();
  }

  /** Takes a log as it was put together, and mends the copies of it; its events are still to be folded. */
  async #takeLog(joined: JoinedLog, onDisk: JournalLog | undefined): Promise<readonly LedgerEvent[]> {
    const { key, lines, stop } = joined;
    const events = this.#noteLog(key, lines);
    const gap = gapAfter(lines.length, onDisk);
    if (stop?.code === 'differ') this.problems.push({ code: 'logs-differ', key, position: stop.position });
    else if (stop) this.problems.push({ code: 'chain-broken', key, problem: stop.problem });
    else if (gap) this.problems.push({ code: 'chain-broken', key, problem: gap });
    if (stop || gap) this.#readOnly = true;
    else if (this.asOf === undefined) await this.#heal(joined, onDisk);
    return events;
  }

  async #heal(joined: JoinedLog, onDisk: JournalLog | undefined): Promise<void> {
    const { journal } = this.#options;
    this.problems.push(...(await healDatabase(this.#database, joined)));
    if (!journal || this.#readOnly) return;
    const told = await healJournal(journal, this.reviewId, joined, onDisk);
    this.problems.push(...told);
    if (told.some(isSerious)) this.#readOnly = true;
  }

  async #mendReviewFile(): Promise<void> {
    const { journal } = this.#options;
    const { title, fictitious } = this.state;
    if (!journal || this.#readOnly || title === '') return;
    const mended = await journal.mendReviewFile({ reviewId: this.reviewId, title, fictitious });
    if (!mended.ok) this.problems.push({ code: 'review-file-unreadable', error: mended.error });
    else if (mended.value) this.problems.push({ code: 'review-file-mended' });
  }

  /**
   * Looks whether everything kept with the review is on disk, and brings back what is not (see `KeptFiles.check`). What it
   * finds is told in `problems`.
   */
  async checkFiles(content: boolean): Promise<void> {
    if (this.#readOnly) return;
    const names = blobNames(this.state);
    const checked = await this.files.check([...names.keys()], content);
    if (!checked) return;
    const { restored, lost } = checked;
    const filesOf = (hashes: readonly Sha256[]): string[] => [
      ...new Set(hashes.map((sha256) => names.get(sha256) ?? sha256)),
    ];
    if (restored.length > 0) this.problems.push({ code: 'blobs-restored', files: filesOf(restored) });
    if (lost.length > 0) this.problems.push({ code: 'blobs-lost', files: filesOf(lost) });
    if (restored.length + lost.length > 0) this.#changed();
  }

  #setStatus(status: SaveStatus): void {
    this.#status = status;
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const nameOf = ({ authorId, deviceId }: LogKey): string => `${authorId} ${deviceId}`;
