import {
  canonicalJson,
  err,
  hashText,
  ok,
  type AuthorId,
  type DeviceId,
  type EventId,
  type Json,
} from '@shared/kernel';
import {
  checkLog,
  clockFor,
  createLogWriter,
  emptyHead,
  type LedgerEvent,
  type LogHead,
  type LogKey,
  type LogWriter,
} from '@shared/ledger';
import { decide, Projection, replay, type Command, type EventBody, type ReviewState } from '@shared/review';
import { rootKeyOf, type SealKey } from '@shared/sealing';
import { Exchange, releasesDue, takeOwnKeys, type LocalLedger, type Sealer } from '@shared/team';
import type { LedgerTransport } from '@shared/transport';
import { reviewId } from './review-events';

/** A key that differs by author; tests need no secrets. */
export const rootKeyFor = (author: AuthorId): SealKey =>
  rootKeyOf(new TextEncoder().encode(hashText(author)).slice(0, 32));

/** A colleague's machine without a window and a disk: one author, a ledger, an exchange. */
export class TeamMachine {
  readonly key: LogKey;
  readonly sealer: Sealer;
  readonly projection: Projection;
  /** Every line this machine keeps, by log, as it would stand on its disk. */
  readonly lines = new Map<string, string[]>();
  readonly #own: LedgerEvent[] = [];
  readonly #heads = new Map<string, LogHead>();
  readonly #writer: LogWriter;
  #exchange: Exchange;

  constructor(
    authorId: AuthorId,
    deviceId: DeviceId,
    transport: LedgerTransport,
    readonly now: () => number,
  ) {
    this.key = { authorId, deviceId };
    this.sealer = { reviewId, authorId, rootKey: rootKeyFor(authorId) };
    this.projection = new Projection((ring) => takeOwnKeys(ring, [this.sealer]));
    this.#writer = createLogWriter(reviewId, this.key, emptyHead, clockFor(deviceId, [], now()));
    this.#exchange = new Exchange(transport, this.#ledger());
  }

  get state(): ReviewState {
    return this.projection.state;
  }

  /** Everything on this machine's disk as one text. */
  get disk(): string {
    return [...this.lines.values()].flat().join('\n');
  }

  meetAt(transport: LedgerTransport): void {
    this.#exchange = new Exchange(transport, this.#ledger());
  }

  do(...commands: readonly Command[]): void {
    for (const command of commands) {
      const decided = decide(this.state, command, { authorId: this.key.authorId });
      if (!decided.ok) throw new Error(decided.error.code);
      this.write(decided.value);
    }
  }

  /** Writes events whether or not they would have been allowed. */
  write(bodies: readonly EventBody[]): EventId[] {
    const lines = this.#writer.seal(bodies, this.now());
    this.#keep(this.key, lines);
    return lines.map(({ event }) => event.eventId);
  }

  async receive(): Promise<void> {
    await this.#exchange.receive();
    this.do(...releasesDue(this.state, this.sealer));
  }

  async send(): Promise<void> {
    await this.#exchange.send();
  }

  async exchange(): Promise<readonly string[]> {
    const received = await this.#exchange.receive();
    this.do(...releasesDue(this.state, this.sealer));
    const sent = await this.#exchange.send();
    return [received, sent].flatMap((done) =>
      done.ok ? done.value.problems.map(({ code }) => code) : [done.error.code],
    );
  }

  #keep(key: LogKey, lines: readonly { line: string; event: LedgerEvent; hash: LogHead['hash'] }[]): void {
    const name = `${key.authorId} ${key.deviceId}`;
    const last = lines.at(-1);
    if (!last) return;
    const head = { sequence: last.event.sequence, hash: last.hash };
    this.lines.set(name, [...(this.lines.get(name) ?? []), ...lines.map(({ line }) => line)]);
    this.#heads.set(name, head);
    if (key.authorId === this.key.authorId && key.deviceId === this.key.deviceId) {
      this.#own.push(...lines.map(({ event }) => event));
      this.#writer.advance(head);
    }
    this.projection.add(lines.map(({ event }) => event));
  }

  #ledger(): LocalLedger {
    return {
      reviewId,
      ownLogs: () => [{ key: this.key, sealer: this.sealer }],
      headOf: ({ authorId, deviceId }) => this.#heads.get(`${authorId} ${deviceId}`) ?? emptyHead,
      ownEvents: (_, from) => this.#own.slice(from - 1),
      take: async (key, lines) => {
        this.#keep(key, lines);
        const texts = this.lines.get(`${key.authorId} ${key.deviceId}`) ?? [];
        const { problem } = checkLog(texts, reviewId, key);
        return problem ? err({ code: problem.code }) : ok(null);
      },
    };
  }
}

/** One text for a state, the same for equal states. */
export const stateText = (state: ReviewState): string => canonicalJson(asJson(state));

/** What anybody can know from logs as they are shared, without a key of their own. */
export const sharedState = (texts: readonly string[]): ReviewState =>
  replay(texts.map((line) => JSON.parse(line) as LedgerEvent));

function asJson(value: unknown): Json {
  if (value instanceof Map) {
    const entries = [...value].map(([key, member]): [string, Json] => [String(key), asJson(member)]);
    return Object.fromEntries(entries);
  }
  if (value instanceof Set)
    return [...value].map(asJson).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asJson(member)]));
  return (value ?? null) as Json;
}
