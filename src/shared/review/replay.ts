import { assertNever, type AuthorId, type EventId } from '../kernel';
import { byEventId, mergeEvents, type LedgerEvent } from '../ledger';
import type { ProtocolVersion } from '../protocol';
import { understand, type EventBody, type KnownEvent } from './body';
import type { Coder, ReviewState } from './review-state';
import { RecordsFold } from './slices/records';
import { ScreeningFold } from './slices/screening';
import { StudyWorkFold } from './slices/study-work';

/** Kinds that are facts of the team: anybody who works on the review may take them back. */
const teamFacts: ReadonlySet<EventBody['kind']> = new Set([
  'batchImported',
  'duplicatesFound',
  'duplicatesDecided',
  'sourceDescribed',
  'recordEdited',
  'recordsCompleted',
  'studyAdded',
  'reportsLinked',
  'retrievalNoted',
  'documentAttached',
  'relevantRecordsNamed',
  'screeningStopped',
  'sheetImported',
  'conflictResolved',
  'assessmentReconciled',
  'extractionReconciled',
]);

/**
 * The state of a review as a projection of its events. `replay` builds it whole; `Projection.add` keeps it up to date,
 * cheaply when events arrive in order (one's own work), by replaying when a colleague's older events arrive.
 */
export class Projection {
  #events: LedgerEvent[] = [];
  #ids = new Set<EventId>();
  #build = new StateBuilder();
  #revision = 0;

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

  has(eventId: EventId): boolean {
    return this.#ids.has(eventId);
  }

  /** Takes in events; those already known are passed over. Returns how many were new. */
  add(events: readonly LedgerEvent[]): number {
    const fresh = mergeEvents(events.filter((event) => !this.#ids.has(event.eventId)));
    const first = fresh[0];
    if (first === undefined) return 0;
    for (const event of fresh) this.#ids.add(event.eventId);
    const last = this.#events.at(-1);
    const inOrder = last === undefined || last.eventId < first.eventId;
    const appliedInPlace = inOrder && this.#applyInOrder(fresh);
    this.#events.push(...fresh);
    if (!appliedInPlace) {
      if (!inOrder) this.#events.sort(byEventId);
      this.#build = new StateBuilder();
      this.#build.applyAll(this.#events);
    }
    this.#revision += 1;
    return fresh.length;
  }

  /** False if one of the events takes back something that only a full replay can undo. */
  #applyInOrder(fresh: readonly LedgerEvent[]): boolean {
    for (const event of fresh) {
      if (!this.#build.apply(event)) return false;
    }
    return true;
  }
}

/** The state these events tell, in whatever order they are given. */
export function replay(events: readonly LedgerEvent[]): ReviewState {
  const projection = new Projection();
  projection.add(events);
  return projection.state;
}

/** Folds events in order of event id: who and what the review is here, each area in a fold of its own (`slices/`). */
class StateBuilder {
  readonly #coders = new Map<AuthorId, Coder>();
  readonly #protocolVersions: ProtocolVersion[] = [];
  readonly #records = new RecordsFold();
  readonly #screening = new ScreeningFold();
  readonly #studyWork = new StudyWorkFold();
  readonly #notUnderstood: ReviewState['notUnderstood'][number][] = [];
  #head = { title: '', templateId: '', fictitious: false };
  #state: ReviewState | undefined;

  get state(): ReviewState {
    this.#state ??= {
      ...this.#head,
      coders: this.#coders,
      protocolVersions: this.#protocolVersions,
      ...this.#records.slice,
      screening: this.#screening.slice,
      ...this.#studyWork.slice,
      notUnderstood: this.#notUnderstood,
    };
    return this.#state;
  }

  /** Folds a whole ledger, sorted by event id: withdrawals first, so that what they take back never counts. */
  applyAll(events: readonly LedgerEvent[]): void {
    const known: KnownEvent[] = [];
    const authors = new Map<EventId, { authorId: AuthorId; kind: EventBody['kind'] }>();
    for (const event of events) {
      const reading = understand(event);
      if ('known' in reading) {
        known.push(reading.known);
        authors.set(event.eventId, { authorId: event.authorId, kind: reading.known.body.kind });
      } else this.#notUnderstood.push({ eventId: event.eventId, why: reading.unknown });
    }
    const withdrawn = new Set<EventId>();
    for (const { authorId, body } of known) {
      if (body.kind !== 'judgementWithdrawn') continue;
      const target = authors.get(body.target);
      if (target && mayWithdraw(authorId, target)) withdrawn.add(body.target);
    }
    for (const event of known) {
      if (!withdrawn.has(event.eventId)) this.#fold(event);
    }
  }

  /** Folds one more event, newer than all before. False if it takes back something that needs a replay. */
  apply(event: LedgerEvent): boolean {
    const reading = understand(event);
    if (!('known' in reading)) {
      this.#notUnderstood.push({ eventId: event.eventId, why: reading.unknown });
      return true;
    }
    const { body, authorId } = reading.known;
    if (body.kind !== 'judgementWithdrawn') {
      this.#fold(reading.known);
      return true;
    }
    const vote = this.#screening.vote(body.target);
    if (!vote) return false;
    if (vote.authorId === authorId) this.#screening.withdrawVote(vote);
    return true;
  }

  #fold({ eventId, authorId, at, body }: KnownEvent): void {
    switch (body.kind) {
      case 'reviewCreated':
        if (this.#head.title === '')
          this.#head = { title: body.title, templateId: body.templateId, fictitious: body.fictitious };
        this.#state = undefined;
        return;
      case 'coderJoined':
        this.#coders.set(authorId, { authorId, name: body.name, role: body.role });
        return;
      case 'judgementWithdrawn':
        return;
      case 'protocolSaved':
        this.#protocolVersions.push({
          number: this.#protocolVersions.length + 1,
          eventId,
          authorId,
          at,
          note: body.note,
          protocol: body.protocol,
        });
        return;
      case 'batchImported':
      case 'duplicatesFound':
      case 'duplicatesDecided':
      case 'sourceDescribed':
      case 'recordEdited':
      case 'recordsCompleted':
        this.#records.fold({ eventId, authorId, at, body });
        this.#state = undefined;
        return;
      case 'voteCast':
      case 'noteWritten':
      case 'votesRevealed':
      case 'conflictResolved':
      case 'retrievalNoted':
      case 'documentAttached':
      case 'relevantRecordsNamed':
      case 'screeningStopped':
      case 'exclusionUpheld':
        this.#screening.fold({ eventId, authorId, at, body });
        return;
      case 'studyAdded':
      case 'reportsLinked':
      case 'assessmentSaved':
      case 'assessmentReconciled':
      case 'extractionSaved':
      case 'extractionReconciled':
      case 'sheetImported':
      case 'poolingSheetFrozen':
        this.#studyWork.fold({ eventId, authorId, at, body });
        return;
      default:
        assertNever(body, 'event');
    }
  }
}

const mayWithdraw = (
  authorId: AuthorId,
  target: { readonly authorId: AuthorId; readonly kind: EventBody['kind'] },
): boolean => target.authorId === authorId || teamFacts.has(target.kind);
