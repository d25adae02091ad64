import { assertNever, type AuthorId, type EventId, type Work } from '../kernel';
import type { LedgerEvent } from '../ledger';
import type { ProtocolVersion } from '../protocol';
import { understand, type EventBody, type KnownEvent } from './body';
import type { KeyRing } from './key-ring';
import { openJudgement } from './open-judgement';
import type { ReviewState, UncountedEvent } from './review-state';
import { Rights } from './rights';
import { isScreeningStage, recordOfItem } from './sealed-item';
import { ChecksFold } from './slices/checks';
import { RecordsFold } from './slices/records';
import type { JudgementSealed } from './sealing-events';
import { sealedPlace } from './sealing-slice';
import { SealedFold } from './slices/sealed';
import { ScreeningFold } from './slices/screening';
import { StudyWorkFold } from './slices/study-work';

/** Kinds that are facts of the team: anybody who works on the review may take them back. */
const teamFacts: ReadonlySet<EventBody['kind']> = new Set([
  'batchImported',
  'duplicatesFound',
  'duplicatesDecided',
  'joinSampleDrawn',
  'joinChecked',
  'sourceDescribed',
  'recordEdited',
  'recordsCompleted',
  'studyAdded',
  'reportsLinked',
  'poolabilityNoted',
  'retrievalNoted',
  'documentAttached',
  'relevantRecordsNamed',
  'screeningStopped',
  'sheetImported',
  'conflictResolved',
  'assessmentReconciled',
  'structureSettled',
  'resultUseDecided',
  'extractionReconciled',
  'alarmCleared',
  'resultCorrected',
]);

/** What was once opened need not be opened again. */
export type OpenedBodies = Map<EventId, EventBody>;

/** Folds events in order of event id: who and what the review is here, each area in a fold of its own (`slices/`). */
export class StateBuilder {
  readonly #rights = new Rights();
  readonly #keys: KeyRing;
  readonly #opened: OpenedBodies;
  readonly #protocolVersions: ProtocolVersion[] = [];
  readonly #records = new RecordsFold();
  readonly #screening = new ScreeningFold();
  readonly #studyWork = new StudyWorkFold();
  readonly #checks = new ChecksFold();
  readonly #sealed = new SealedFold();
  readonly #uncounted: UncountedEvent[] = [];
  readonly #notUnderstood: ReviewState['notUnderstood'][number][] = [];
  #head = { title: '', templateId: '', fictitious: false };
  #state: ReviewState | undefined;

  constructor(keys: KeyRing, opened: OpenedBodies) {
    this.#keys = keys;
    this.#opened = opened;
  }

  get state(): ReviewState {
    this.#state ??= {
      ...this.#head,
      coders: this.#rights.coders,
      protocolVersions: this.#protocolVersions,
      ...this.#records.slice,
      screening: this.#screening.slice,
      ...this.#studyWork.slice,
      ...this.#checks.slice,
      sealing: this.#sealed.slice,
      uncounted: this.#uncounted,
      notUnderstood: this.#notUnderstood,
    };
    return this.#state;
  }

  /** What `state` would take long for. */
  *work(): Work<void> {
    yield* this.#records.work();
  }

  /** Folds a whole ledger, sorted by event id: withdrawals first, so that what they take back never counts. */
  *applyAll(events: readonly LedgerEvent[]): Work<void> {
    const known: KnownEvent[] = [];
    // After every event: some hold thousands of joins.
    for (const event of events) {
      yield;
      const reading = understand(event);
      if ('known' in reading) known.push(reading.known);
      else this.#notUnderstood.push({ eventId: event.eventId, why: reading.unknown });
    }
    for (const event of known) {
      if (event.body.kind === 'reviewCreated') this.#rights.foundedBy(event);
      this.#takeKeys(event);
    }
    this.#takeFromEscrow(known);
    const allowed: KnownEvent[] = [];
    for (const event of known) {
      yield;
      const counted = this.#counted(event);
      if (counted) allowed.push(counted);
    }
    const targets = new Map(allowed.map((event) => [event.eventId, event]));
    const withdrawn = new Set<EventId>();
    for (const { authorId, body } of allowed) {
      if (body.kind !== 'judgementWithdrawn') continue;
      const target = targets.get(body.target);
      if (target && mayWithdraw(authorId, target)) withdrawn.add(body.target);
    }
    for (const event of allowed) {
      yield;
      if (!withdrawn.has(event.eventId)) this.#fold(event);
      else if (event.body.kind === 'duplicatesFound') this.#records.noteUndoneRun(event.eventId);
    }
  }

  /** Folds one more event, newer than all before. False if it changes what was folded before: that needs a replay. */
  apply(event: LedgerEvent): boolean {
    const reading = understand(event);
    if (!('known' in reading)) {
      this.#notUnderstood.push({ eventId: event.eventId, why: reading.unknown });
      return true;
    }
    const founding = reading.known.body.kind === 'reviewCreated' && !this.#rights.hasFounder;
    // Whatever came before its founder was known has to be judged again.
    if (founding && (this.#rights.coders.size > 0 || this.#uncounted.length > 0)) return false;
    if (this.#takeKeys(reading.known)) return false;
    if (reading.known.body.kind === 'escrowUsed' && this.#rights.allow(reading.known)) return false;
    const counted = this.#counted(reading.known);
    if (!counted) return true;
    const { body, authorId } = counted;
    if (body.kind !== 'judgementWithdrawn') {
      this.#fold(counted);
      return true;
    }
    if (this.#records.withdrawDecision(body.target)) {
      this.#state = undefined;
      return true;
    }
    const vote = this.#screening.vote(body.target);
    if (!vote) return false;
    if (vote.authorId === authorId) this.#screening.withdrawVote(vote);
    return true;
  }

  /** The event as it counts: opened where there is a key. Null, and noted, where its author had no right to make it. */
  #counted(event: KnownEvent): KnownEvent | null {
    const { body } = event;
    const opened = body.kind === 'judgementSealed' ? this.#open({ ...event, body }) : event;
    if (!opened || !this.#rights.allow(opened)) {
      this.#uncounted.push({
        eventId: event.eventId,
        authorId: event.authorId,
        kind: body.kind === 'judgementSealed' ? body.of : body.kind,
        why: opened ? 'no-right' : 'seal-broken',
      });
      return null;
    }
    this.#rights.fold(opened);
    return opened;
  }

  /** Opened, or as it is when there is no key yet; null when the key opens something else than the seal says. */
  #open(event: KnownEvent & { body: JudgementSealed }): KnownEvent | null {
    const known = this.#opened.get(event.eventId);
    if (known) return { ...event, body: known };
    const opening = openJudgement(event, this.#keys);
    if (opening.state === 'sealed') return event;
    if (opening.state === 'broken') return null;
    this.#opened.set(event.eventId, opening.body);
    return { ...event, body: opening.body };
  }

  /** Puts keys on the ring; true if one may open what was folded as sealed before. */
  #takeKeys({ authorId, body }: KnownEvent): boolean {
    const { sealed } = this.#sealed.slice;
    let opens = false;
    if (body.kind === 'keysReleased') {
      for (const { item, key } of body.keys) {
        const fresh = this.#keys.takeItem(authorId, body.stage, item, key);
        if (fresh && sealed.get(sealedPlace(body.stage, item))?.has(authorId)) opens = true;
      }
    }
    if (body.kind === 'stageKeyReleased' && this.#keys.takeStage(authorId, body.stage, body.key)) {
      for (const [place, authors] of sealed)
        if (place.startsWith(`${body.stage} `) && authors.has(authorId)) opens = true;
    }
    return opens;
  }

  /** Keys out of an escrow open only where the use of it counts. No right hangs on a seal, so that is known before. */
  #takeFromEscrow(known: readonly KnownEvent[]): void {
    if (!known.some(({ body }) => body.kind === 'escrowUsed')) return;
    const rights = new Rights();
    for (const event of known) if (event.body.kind === 'reviewCreated') rights.foundedBy(event);
    for (const event of known) {
      if (!rights.allow(event)) continue;
      rights.fold(event);
      const { body } = event;
      if (body.kind === 'escrowUsed') this.#keys.takeEntrusted(body.coder, body.stage, body.key);
    }
  }

  #fold({ eventId, authorId, at, body }: KnownEvent): void {
    switch (body.kind) {
      case 'reviewCreated':
        if (this.#head.title === '')
          this.#head = { title: body.title, templateId: body.templateId, fictitious: body.fictitious };
        this.#state = undefined;
        return;
      case 'coderJoined':
      case 'roleGiven':
      case 'judgementWithdrawn':
        return;
      case 'judgementSealed': {
        this.#sealed.fold({ eventId, authorId, at, body });
        const recordId = recordOfItem(body.item);
        if (body.of === 'voteCast' && recordId !== undefined && isScreeningStage(body.stage))
          this.#screening.seal(body.stage, recordId, authorId, at);
        return;
      }
      case 'keysReleased':
      case 'stageKeyReleased':
      case 'stageUnblinded':
      case 'escrowKeyGiven':
      case 'keysEntrusted':
      case 'escrowUsed':
        this.#sealed.fold({ eventId, authorId, at, body });
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
      case 'joinSampleDrawn':
      case 'joinChecked':
      case 'sourceDescribed':
      case 'recordEdited':
      case 'recordsCompleted':
        this.#records.fold({ eventId, authorId, at, body });
        this.#state = undefined;
        return;
      case 'voteCast':
      case 'noteWritten':
      case 'recordLabelled':
      case 'recordParked':
      case 'votesRevealed':
      case 'commentWritten':
      case 'conflictResolved':
      case 'retrievalNoted':
      case 'documentAttached':
      case 'relevantRecordsNamed':
      case 'screeningStopped':
      case 'workAllocated':
      case 'pilotDrawn':
      case 'pilotClosed':
      case 'exclusionUpheld':
        this.#screening.fold({ eventId, authorId, at, body });
        return;
      case 'studyAdded':
      case 'reportsLinked':
      case 'poolabilityNoted':
      case 'assessmentSaved':
      case 'assessmentReconciled':
      case 'structureSaved':
      case 'structureSettled':
      case 'resultUseDecided':
      case 'extractionSaved':
      case 'extractionReconciled':
      case 'sheetImported':
      case 'poolingSheetFrozen':
        this.#studyWork.fold({ eventId, authorId, at, body });
        return;
      case 'alarmCleared':
      case 'resultCorrected':
        this.#checks.fold({ eventId, authorId, at, body });
        return;
      default:
        assertNever(body, 'event');
    }
  }
}

const mayWithdraw = (authorId: AuthorId, target: Pick<KnownEvent, 'authorId' | 'body'>): boolean =>
  target.authorId === authorId || teamFacts.has(target.body.kind);
