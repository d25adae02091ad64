import { err, hashText, ok, type Result, type ReviewId } from '../kernel';
import {
  checkLog,
  emptyHead,
  readLine,
  type LedgerEvent,
  type LedgerLine,
  type LogHead,
  type LogKey,
} from '../ledger';
import type { LedgerTransport, StampedLog, TransportError } from '../transport';
import { ownLine, sharedLine, type Sealer } from './shared-log';

/** The ledger of this machine, as the exchange sees it. */
export type LocalLedger = {
  readonly reviewId: ReviewId;
  /** Those whose work is done on this machine, each with the key it is sealed with and the log written here. */
  readonly ownLogs: () => readonly { readonly key: LogKey; readonly sealer: Sealer }[];
  /** The end of any log as this machine keeps it. */
  readonly headOf: (key: LogKey) => LogHead;
  /** The events of an own log from a sequence on. */
  readonly ownEvents: (key: LogKey, from: number) => readonly LedgerEvent[];
  /** Keeps lines that continue a log; returns after they are durable. */
  readonly take: (key: LogKey, lines: readonly LedgerLine[]) => Promise<Result<null, TransportError>>;
};

/** Something that keeps one log from travelling; the others go on. */
export type ExchangeProblem = {
  /**
   * `log-broken`: its chain does not hold from `detail` on. `log-rewritten`: what was shared before is not what is shared now.
   * `seal-broken`: an own judgement came back that the own key does not open. Else the code of the transport.
   */
  readonly code: string;
  readonly key: LogKey | null;
  readonly detail: string;
};

export type Exchanged = {
  readonly received: number;
  readonly sent: number;
  readonly problems: readonly ExchangeProblem[];
};

/** The part of a transport that carries lines; blobs travel on their own. */
export type ExchangeTransport = Pick<LedgerTransport, 'listLogs' | 'readLog' | 'append'>;

/** Lines asked for at once. */
const partLines = 5_000;

/**
 * Brings the ledgers of a team together through a transport: what others wrote comes in, what was written here goes out
 * sealed. It may be stopped at any point and run again; whatever was done stays done.
 */
export class Exchange {
  readonly #transport: ExchangeTransport;
  readonly #ledger: LocalLedger;
  /** The stamps of logs that have been read to their end. */
  readonly #stamps = new Map<string, string>();

  constructor(transport: ExchangeTransport, ledger: LocalLedger) {
    this.#transport = transport;
    this.#ledger = ledger;
  }

  /** Takes in what others wrote, and what this machine itself had shared and then lost. */
  async receive(): Promise<Result<Exchanged, TransportError>> {
    const logs = await this.#transport.listLogs();
    if (!logs.ok) return logs;
    const own = new Map(this.#ledger.ownLogs().map((log) => [nameOf(log.key), log]));
    const problems: ExchangeProblem[] = [];
    let received = 0;
    for (const log of logs.value) {
      const name = nameOf(log);
      if (this.#stamps.get(name) === log.stamp) continue;
      const mine = own.get(name);
      const taken = mine ? await this.#takeBack(mine) : await this.#takeFrom(log);
      if (taken.ok) {
        received += taken.value;
        this.#stamps.set(name, log.stamp);
      } else problems.push(taken.error);
    }
    return ok({ received, sent: 0, problems });
  }

  /** Sends what was written here and is not there yet. */
  async send(): Promise<Result<Exchanged, TransportError>> {
    const problems: ExchangeProblem[] = [];
    let sent = 0;
    for (const { key, sealer } of this.#ledger.ownLogs()) {
      const head = this.#ledger.headOf(key);
      const there = await this.#sharedHead(key);
      if (!there.ok) {
        if (there.error.key === null) return err(there.error);
        problems.push(there.error);
        continue;
      }
      if (there.value.sequence >= head.sequence) continue;
      const lines = this.#sharedLines(key, there.value, sealer);
      if (!lines.ok) {
        problems.push(lines.error);
        continue;
      }
      const appended = await this.#transport.append(key, there.value.sequence + 1, lines.value);
      if (appended.ok) sent += lines.value.length;
      else problems.push(problemOf(key, appended.error));
    }
    return ok({ received: 0, sent, problems });
  }

  async #takeFrom(log: StampedLog): Promise<Result<number, ExchangeProblem>> {
    const key: LogKey = { authorId: log.authorId, deviceId: log.deviceId };
    let taken = 0;
    for (;;) {
      const head = this.#ledger.headOf(key);
      // One line again that is here already: a log that was rewritten shows itself.
      const overlap = head.sequence > 0 ? 1 : 0;
      const part = await this.#transport.readLog(key, head.sequence + 1 - overlap, partLines);
      if (!part.ok) return err(problemOf(key, part.error));
      if (part.value.total < head.sequence) return ok(taken);
      const before = overlap === 1 ? part.value.lines[0] : undefined;
      const fresh = part.value.lines.slice(overlap);
      if (before !== undefined && hashText(before) !== head.hash)
        return err({ code: 'log-rewritten', key, detail: String(head.sequence) });
      if (fresh.length === 0) return ok(taken);
      const checked = checkLog(fresh, this.#ledger.reviewId, key, head);
      if (checked.lines.length > 0) {
        const kept = await this.#ledger.take(key, checked.lines);
        if (!kept.ok) return err(problemOf(key, kept.error));
        taken += checked.lines.length;
      }
      if (checked.problem)
        return err({
          code: 'log-broken',
          key,
          detail: `${checked.problem.code} ${checked.problem.position}`,
        });
    }
  }

  /** A machine that was set back to an earlier state finds what it had shared since, and goes on from there. */
  async #takeBack({
    key,
    sealer,
  }: {
    readonly key: LogKey;
    readonly sealer: Sealer;
  }): Promise<Result<number, ExchangeProblem>> {
    let taken = 0;
    for (;;) {
      const head = this.#ledger.headOf(key);
      const shared = await this.#sharedHead(key, head.sequence);
      if (!shared.ok) return shared;
      const part = await this.#transport.readLog(key, head.sequence + 1, partLines);
      if (!part.ok) return err(problemOf(key, part.error));
      if (part.value.lines.length === 0) return ok(taken);
      const checked = checkLog(part.value.lines, this.#ledger.reviewId, key, shared.value);
      const lines: LedgerLine[] = [];
      let { hash } = head;
      for (const { event } of checked.lines) {
        const line = ownLine(event, hash, sealer);
        if (!line.ok) return err({ code: line.error.code, key, detail: line.error.detail });
        lines.push(line.value);
        hash = line.value.hash;
      }
      if (lines.length > 0) {
        const kept = await this.#ledger.take(key, lines);
        if (!kept.ok) return err(problemOf(key, kept.error));
        taken += lines.length;
      }
      if (checked.problem)
        return err({
          code: 'log-broken',
          key,
          detail: `${checked.problem.code} ${checked.problem.position}`,
        });
    }
  }

  /** The end of an own log where it is shared, or of its first `until` lines; its last event must be the one we know. */
  async #sharedHead(key: LogKey, until?: number): Promise<Result<LogHead, ExchangeProblem>> {
    let sequence = until;
    if (sequence === undefined) {
      const size = await this.#transport.readLog(key, 1, 0);
      if (!size.ok) return err({ ...problemOf(key, size.error), key: null });
      sequence = Math.min(size.value.total, this.#ledger.headOf(key).sequence);
    }
    if (sequence === 0) return ok(emptyHead);
    const last = await this.#transport.readLog(key, sequence, 1);
    if (!last.ok) return err(problemOf(key, last.error));
    const [line] = last.value.lines;
    // Fewer lines there than here: a place that was set back. What is missing is sent again from where it stands.
    if (line === undefined) return this.#sharedHead(key);
    const [known] = this.#ledger.ownEvents(key, sequence);
    const read = readLine(line);
    if (!read.ok || read.value.event.eventId !== known?.eventId)
      return err({ code: 'log-rewritten', key, detail: String(sequence) });
    return ok({ sequence, hash: read.value.hash });
  }

  #sharedLines(key: LogKey, from: LogHead, sealer: Sealer): Result<string[], ExchangeProblem> {
    const texts: string[] = [];
    let { hash } = from;
    for (const event of this.#ledger.ownEvents(key, from.sequence + 1)) {
      const line = sharedLine(event, hash, sealer);
      // What stands before it goes out all the same.
      if (!line.ok && texts.length > 0) return ok(texts);
      if (!line.ok) return err({ code: line.error.code, key, detail: line.error.detail });
      texts.push(line.value.line);
      hash = line.value.hash;
    }
    return ok(texts);
  }
}

const nameOf = ({ authorId, deviceId }: LogKey): string => `${authorId} ${deviceId}`;

const problemOf = (key: LogKey, error: TransportError): ExchangeProblem => ({
  code: error.code,
  key,
  detail: error.detail ?? '',
});
