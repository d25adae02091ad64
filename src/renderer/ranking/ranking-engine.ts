import type { RecordId } from '@shared/kernel';
import type { SecondLook } from '@shared/ranking';
import { rest } from '../long-work/in-slices';
import type { RankingReply, RankingRequest, RowLabels, Why } from '../workers/ranking-protocol';

/** Records with the text the model reads. Two bases with the same `key` have the same texts. */
export type RankedRecords = {
  readonly key: string;
  readonly ids: readonly RecordId[];
  readonly textOf: (id: RecordId) => string;
};

/** What an order rests on. */
export type EngineBasis = {
  /** What was read: relevant or not. */
  readonly read: ReadonlyMap<RecordId, boolean>;
  readonly known: readonly RecordId[];
  readonly likeText: string;
  readonly seed: number;
  readonly everyNth: number;
};

export type EngineSnapshot = {
  readonly state: 'idle' | 'indexing' | 'learning' | 'ready' | 'failed';
  /** Share of the texts read, 0 to 1, while indexing. */
  readonly share: number;
  /** Unread records, the ones to offer first at the front; empty before the first order. */
  readonly order: readonly RecordId[];
  /** How many votes the order has learned from; 0 for a starting order. */
  readonly learnedFrom: number;
  readonly everyNth: number;
};

const idle: EngineSnapshot = { state: 'idle', share: 0, order: [], learnedFrom: 0, everyNth: 0 };

/** Texts are sent in parts, so that a large review does not hold the window up. */
const textsAtOnce = 500;

/**
 * Ranks the records of one review in a worker. `follow` says what there is and what was read; the order follows in its
 * own time, and the one before stays until then. Requests are answered one after another, in the order they were made.
 */
export class RankingEngine {
  #worker: Worker | undefined;
  #records: RankedRecords | undefined;
  #rowOf: ReadonlyMap<RecordId, number> = new Map();
  #built = false;
  #wanted: { readonly key: string; readonly make: () => EngineBasis } | undefined;
  #orderedBy: string | undefined;
  #busy = false;
  #snapshot = idle;
  readonly #listeners = new Set<() => void>();
  readonly #waiting: ((reply: RankingReply) => void)[] = [];

  get snapshot(): EngineSnapshot {
    return this.#snapshot;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** `basisKey` changes with everything in the basis, which is worked out only when it is needed. */
  follow(records: RankedRecords, basisKey: string, basis: () => EngineBasis): void {
    this.#wanted = { key: basisKey, make: basis };
    if (this.#records?.key !== records.key) void this.#index(records);
    else this.#learn();
  }

  /** The words that moved a record; null while the order has not learned, or for a record it does not know. */
  async why(id: RecordId, most = 6): Promise<Why> {
    const row = this.#rowOf.get(id);
    if (row === undefined || !this.#built) return null;
    const reply = await this.#ask({ ask: 'why', row, most });
    return reply.kind === 'why' ? reply.why : null;
  }

  /** Excluded records that look like included ones, most likely first. */
  async secondLooks(
    read: ReadonlyMap<RecordId, boolean>,
    seed: number,
  ): Promise<readonly (SecondLook & { readonly id: RecordId })[]> {
    const records = this.#records;
    if (!records || !this.#built) return [];
    const reply = await this.#ask({ ask: 'second-looks', read: this.#labels(read), seed });
    if (reply.kind !== 'second-looks') return [];
    return reply.looks.flatMap((look) => {
      const id = records.ids[look.row];
      return id === undefined ? [] : [{ ...look, id }];
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#records = undefined;
    this.#built = false;
    this.#tell(idle);
  }

  async #index(records: RankedRecords): Promise<void> {
    this.#worker?.terminate();
    this.#records = records;
    this.#rowOf = new Map(records.ids.map((id, row) => [id, row]));
    this.#built = false;
    this.#busy = false;
    this.#orderedBy = undefined;
    this.#waiting.length = 0;
    const worker = new Worker(new URL('../workers/ranking-worker.ts', import.meta.url), {
      type: 'module',
    });
    this.#worker = worker;
    worker.addEventListener('message', (event: MessageEvent<RankingReply>) => {
      if (worker === this.#worker) this.#take(event.data);
    });
    worker.addEventListener('error', () => {
      if (worker === this.#worker) this.#tell({ ...this.#snapshot, state: 'failed', order: [] });
    });
    this.#tell({ ...this.#snapshot, state: 'indexing', share: 0 });
    for (let from = 0; from < records.ids.length; from += textsAtOnce) {
      if (worker !== this.#worker) return;
      this.#send({ ask: 'texts', texts: records.ids.slice(from, from + textsAtOnce).map(records.textOf) });
      await rest();
    }
    if (worker === this.#worker) this.#send({ ask: 'build' });
  }

  /** Asks for the order of the latest basis, unless one is being worked out: then it is asked for right after. */
  #learn(): void {
    const wanted = this.#wanted;
    if (!wanted || !this.#built || this.#busy || wanted.key === this.#orderedBy) return;
    this.#busy = true;
    const basis = wanted.make();
    this.#tell({ ...this.#snapshot, state: 'learning' });
    const known = basis.known.flatMap((id) => this.#rowOf.get(id) ?? []);
    const { likeText, seed, everyNth } = basis;
    void this.#ask({ ask: 'order', read: this.#labels(basis.read), known, likeText, seed, everyNth }).then(
      (reply) => {
        this.#busy = false;
        this.#orderedBy = wanted.key;
        const ids = this.#records?.ids ?? [];
        if (reply.kind === 'ordered')
          this.#tell({
            state: 'ready',
            share: 1,
            order: [...reply.rows].flatMap((row) => ids[row] ?? []),
            learnedFrom: reply.learned ? basis.read.size : 0,
            everyNth,
          });
        this.#learn();
      },
    );
  }

  #labels(read: ReadonlyMap<RecordId, boolean>): RowLabels {
    const known = [...read].flatMap(([id, isRelevant]) => {
      const row = this.#rowOf.get(id);
      return row === undefined ? [] : [{ row, isRelevant }];
    });
    return {
      rows: Int32Array.from(known, ({ row }) => row),
      relevant: Uint8Array.from(known, ({ isRelevant }) => (isRelevant ? 1 : 0)),
    };
  }

  #take(reply: RankingReply): void {
    if (reply.kind === 'progress') this.#tell({ ...this.#snapshot, state: 'indexing', share: reply.share });
    else if (reply.kind === 'built') {
      this.#built = true;
      this.#learn();
    } else this.#waiting.shift()?.(reply);
  }

  #ask(request: RankingRequest): Promise<RankingReply> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#send(request);
    });
  }

  #send(request: RankingRequest): void {
    this.#worker?.postMessage(request);
  }

  #tell(snapshot: EngineSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
