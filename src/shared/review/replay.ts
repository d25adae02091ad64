import { doAtOnce, type EventId, type Work } from '../kernel';
import { byEventId, mergeEvents, type LedgerEvent } from '../ledger';
import { understand, type KnownEvent } from './body';
import { KeyRing } from './key-ring';
import type { ReviewState } from './review-state';
import { StateBuilder, type OpenedBodies } from './state-builder';

/**
 * The state of a review as a projection of its events. `replay` builds it whole; `Projection.add` keeps it up to date,
 * cheaply when events arrive in order (one's own work), by replaying when a colleague's older events arrive.
 */
export class Projection {
  #events: LedgerEvent[] = [];
  #ids = new Set<EventId>();
  readonly #opened: OpenedBodies = new Map();
  readonly #ownKeys: (keys: KeyRing) => void;
  #build: StateBuilder;
  #revision = 0;

  /** @param ownKeys puts on a key ring the keys this machine has beside those in the ledger: its own coders' */
  constructor(ownKeys: (keys: KeyRing) => void = () => undefined) {
    this.#ownKeys = ownKeys;
    this.#build = this.#newBuild();
  }

  /** Counts changes; whoever caches something derived from `state` compares this. */
  get revision(): number {
    return this.#revision;
  }

  get state(): ReviewState {
    return this.#build.state;
  }

  get events(): readonly LedgerEvent[] {
    return this.#events;
  }

  /** Every event that is understood, opened where its key is out; for histories. */
  readable(): ReadonlyMap<EventId, KnownEvent> {
    const readable = new Map<EventId, KnownEvent>();
    for (const event of this.#events) {
      const reading = understand(event);
      if (!('known' in reading)) continue;
      const body = this.#opened.get(event.eventId) ?? reading.known.body;
      readable.set(event.eventId, { ...reading.known, body });
    }
    return readable;
  }

  has(eventId: EventId): boolean {
    return this.#ids.has(eventId);
  }

  /** Takes in events; those already known are passed over. Returns how many were new. */
  add(events: readonly LedgerEvent[]): number {
    return doAtOnce(this.adding(events));
  }

  /** The same as work, up to a `state` that answers at once. Nothing else may be added before it is done. */
  *adding(events: readonly LedgerEvent[]): Work<number> {
    const fresh = mergeEvents(events.filter((event) => !this.#ids.has(event.eventId)));
    const first = fresh[0];
    if (first === undefined) return 0;
    for (const event of fresh) this.#ids.add(event.eventId);
    const last = this.#events.at(-1);
    const inOrder = last === undefined || last.eventId < first.eventId;
    // One by one: a whole ledger at once is more than a call can take.
    for (const event of fresh) this.#events.push(event);
    if (!inOrder) this.#events.sort(byEventId);
    const appliedInPlace = inOrder && (yield* this.#applyInOrder(fresh));
    if (!appliedInPlace) yield* this.#rebuild();
    yield* this.#build.work();
    this.#revision += 1;
    return fresh.length;
  }

  /** Reads everything again, after this machine got keys it did not have. */
  readAgain(): void {
    doAtOnce(this.#rebuild());
    this.#revision += 1;
  }

  *#rebuild(): Work<void> {
    const before = this.#build;
    const build = this.#newBuild();
    yield* build.applyAll(this.#events);
    yield* build.work();
    // What was read again meanwhile, with keys that came meanwhile, was read of the same events.
    if (this.#build === before) this.#build = build;
  }

  #newBuild(): StateBuilder {
    const keys = new KeyRing();
    this.#ownKeys(keys);
    return new StateBuilder(keys, this.#opened);
  }

  /** False if one of the events takes back something that only a full replay can undo. */
  *#applyInOrder(fresh: readonly LedgerEvent[]): Work<boolean> {
    const build = this.#build;
    for (const event of fresh) {
      if (!build.apply(event)) return false;
      yield;
    }
    return true;
  }
}

/** The state these events tell, in whatever order they are given; `ownKeys` as in `Projection`. */
export function replay(events: readonly LedgerEvent[], ownKeys?: (keys: KeyRing) => void): ReviewState {
  const projection = new Projection(ownKeys);
  projection.add(events);
  return projection.state;
}
