import { assertNever, type AuthorId, type EventId, type RecordId, type StudyId } from '../kernel';
import { byEventId, mergeEvents, type LedgerEvent } from '../ledger';
import type { ProtocolVersion } from '../protocol';
import {
  duplicateGroups,
  recordOrigins,
  type Batch,
  type DuplicateDecision,
  type DuplicateGroups,
  type DuplicateRule,
} from '../records';
import { assessmentTarget, type AssessmentReconciled, type AssessmentSaved } from '../risk-of-bias';
import type {
  ScreeningChanges,
  ScreeningSlice,
  ScreeningStage,
  SignedDocument,
  SignedNote,
  SignedResolution,
  SignedRetrieval,
  SignedVote,
} from '../screening';
import type { ExtractionReconciled, ExtractionSaved, SheetImported } from '../extraction';
import type { StudyAdded } from '../studies';
import { understand, type EventBody, type KnownEvent } from './body';
import type { PoolingSheetFrozen } from './member-events';
import type { AssessmentTarget, Coder, ReviewState, Signed } from './review-state';

/** Kinds that are facts of the team: anybody who works on the review may take them back. */
const teamFacts: ReadonlySet<EventBody['kind']> = new Set([
  'batchImported',
  'duplicatesFound',
  'duplicatesDecided',
  'studyAdded',
  'reportsLinked',
  'retrievalNoted',
  'documentAttached',
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

const changesOfSlice = new WeakMap<ScreeningSlice, ScreeningChanges>();

/** The changes a projection has noted on its screening slice; undefined for a slice that was made otherwise. */
export const screeningChanges = (slice: ScreeningSlice): ScreeningChanges | undefined =>
  changesOfSlice.get(slice);

type MutableStages<T> = { [Stage in ScreeningStage]: T };

/** Folds events in order of event id into maps that the state exposes read-only. */
class StateBuilder {
  readonly #coders = new Map<AuthorId, Coder>();
  readonly #protocolVersions: ProtocolVersion[] = [];
  readonly #batches: Batch[] = [];
  readonly #rules: DuplicateRule[] = [];
  readonly #decisions: DuplicateDecision[] = [];
  readonly #votes: MutableStages<Map<RecordId, Map<AuthorId, SignedVote>>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  /** Every vote not withdrawn, oldest first, so that a withdrawal brings back the one before. */
  readonly #voteHistory = new Map<string, SignedVote[]>();
  readonly #votesById = new Map<EventId, SignedVote>();
  readonly #resolutions: MutableStages<Map<RecordId, SignedResolution>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #revealed: MutableStages<Map<RecordId, Set<AuthorId>>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #notes = new Map<RecordId, SignedNote[]>();
  readonly #retrievals = new Map<RecordId, SignedRetrieval>();
  readonly #documents = new Map<RecordId, SignedDocument[]>();
  readonly #changed: MutableStages<RecordId[]> = { 'title-abstract': [], 'full-text': [] };
  /** One object for as long as this builder folds, so that what is derived from it can be kept up to date. */
  readonly #screening: ScreeningSlice = {
    votes: this.#votes,
    resolutions: this.#resolutions,
    revealed: this.#revealed,
    notes: this.#notes,
    retrievals: this.#retrievals,
    documents: this.#documents,
  };
  readonly #studiesAdded = new Map<StudyId, Signed<StudyAdded>>();
  readonly #reportLinks = new Map<RecordId, StudyId>();
  readonly #assessments = new Map<AssessmentTarget, Map<AuthorId, Signed<AssessmentSaved>>>();
  readonly #finalAssessments = new Map<AssessmentTarget, Signed<AssessmentReconciled>>();
  readonly #extractions = new Map<StudyId, Map<AuthorId, Signed<ExtractionSaved>>>();
  readonly #finalExtractions = new Map<StudyId, Signed<ExtractionReconciled>>();
  readonly #sheets: Signed<SheetImported>[] = [];
  readonly #frozenSheets: Signed<PoolingSheetFrozen>[] = [];
  readonly #notUnderstood: ReviewState['notUnderstood'][number][] = [];
  #head = { title: '', templateId: '', fictitious: false };
  #origins: ReadonlyMap<RecordId, Batch> = new Map();
  #duplicates: DuplicateGroups = { leadOf: new Map(), groups: new Map() };
  #recordsChanged = false;
  #state: ReviewState | undefined;

  constructor() {
    changesOfSlice.set(this.#screening, this.#changed);
  }

  get state(): ReviewState {
    if (this.#recordsChanged) {
      const slice = { batches: this.#batches, rules: this.#rules, decisions: this.#decisions };
      this.#origins = recordOrigins(slice);
      this.#duplicates = duplicateGroups(slice, this.#origins);
      this.#recordsChanged = false;
    }
    this.#state ??= {
      ...this.#head,
      coders: this.#coders,
      protocolVersions: this.#protocolVersions,
      records: { batches: this.#batches, rules: this.#rules, decisions: this.#decisions },
      origins: this.#origins,
      duplicates: this.#duplicates,
      screening: this.#screening,
      studiesAdded: this.#studiesAdded,
      reportLinks: this.#reportLinks,
      assessments: this.#assessments,
      finalAssessments: this.#finalAssessments,
      extractions: this.#extractions,
      finalExtractions: this.#finalExtractions,
      sheets: this.#sheets,
      frozenSheets: this.#frozenSheets,
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
    const vote = this.#votesById.get(body.target);
    if (!vote) return false;
    if (vote.authorId === authorId) this.#withdrawVote(vote);
    return true;
  }

  #withdrawVote(vote: SignedVote): void {
    const { stage, recordId } = vote.body;
    const key = voteKey(vote);
    const left = (this.#voteHistory.get(key) ?? []).filter((other) => other.eventId !== vote.eventId);
    this.#voteHistory.set(key, left);
    this.#votesById.delete(vote.eventId);
    const previous = left.at(-1);
    const votes = this.#votes[stage].get(recordId);
    if (previous) votes?.set(vote.authorId, previous);
    else votes?.delete(vote.authorId);
    if (votes?.size === 0) this.#votes[stage].delete(recordId);
    this.#changed[stage].push(recordId);
  }

  #fold(event: KnownEvent): void {
    const { eventId, authorId, at, body } = event;
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
        this.#batches.push({ eventId, authorId, at, imported: body });
        this.#recordsHaveChanged();
        return;
      case 'duplicatesFound':
        this.#rules.push({ eventId, found: body });
        this.#recordsHaveChanged();
        return;
      case 'duplicatesDecided':
        this.#decisions.push({ eventId, authorId, decided: body });
        this.#recordsHaveChanged();
        return;
      case 'voteCast': {
        const vote = { eventId, authorId, at, body };
        entry(this.#voteHistory, voteKey(vote), () => []).push(vote);
        entry(this.#votes[body.stage], body.recordId, () => new Map()).set(authorId, vote);
        this.#votesById.set(eventId, vote);
        this.#changed[body.stage].push(body.recordId);
        return;
      }
      case 'noteWritten':
        entry(this.#notes, body.recordId, () => []).push({ eventId, authorId, at, body });
        return;
      case 'votesRevealed':
        entry(this.#revealed[body.stage], body.recordId, () => new Set()).add(authorId);
        return;
      case 'conflictResolved':
        this.#resolutions[body.stage].set(body.recordId, { eventId, authorId, at, body });
        this.#changed[body.stage].push(body.recordId);
        return;
      case 'retrievalNoted':
        this.#retrievals.set(body.recordId, { eventId, authorId, at, body });
        return;
      case 'documentAttached':
        entry(this.#documents, body.recordId, () => []).push({ eventId, authorId, at, body });
        return;
      case 'studyAdded':
        this.#studiesAdded.set(body.studyId, { eventId, authorId, at, body });
        return;
      case 'reportsLinked':
        for (const id of body.records) this.#reportLinks.set(id, body.studyId);
        return;
      case 'assessmentSaved':
        entry(this.#assessments, assessmentTarget(body), () => new Map()).set(authorId, {
          eventId,
          authorId,
          at,
          body,
        });
        return;
      case 'assessmentReconciled':
        this.#finalAssessments.set(assessmentTarget(body), { eventId, authorId, at, body });
        return;
      case 'extractionSaved':
        entry(this.#extractions, body.studyId, () => new Map()).set(authorId, {
          eventId,
          authorId,
          at,
          body,
        });
        return;
      case 'extractionReconciled':
        this.#finalExtractions.set(body.studyId, { eventId, authorId, at, body });
        return;
      case 'sheetImported':
        this.#sheets.push({ eventId, authorId, at, body });
        return;
      case 'poolingSheetFrozen':
        this.#frozenSheets.push({ eventId, authorId, at, body });
        return;
      default:
        assertNever(body, 'event');
    }
  }

  #recordsHaveChanged(): void {
    this.#recordsChanged = true;
    this.#state = undefined;
  }
}

const voteKey = (vote: SignedVote): string => `${vote.body.stage} ${vote.body.recordId} ${vote.authorId}`;

const mayWithdraw = (
  authorId: AuthorId,
  target: { readonly authorId: AuthorId; readonly kind: EventBody['kind'] },
): boolean => target.authorId === authorId || teamFacts.has(target.kind);

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
