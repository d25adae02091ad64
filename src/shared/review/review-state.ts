import type { AuthorId, EventId, LocalId, RecordId, StudyId } from '../kernel';
import type { AlarmCleared, ResultCorrected } from '../checks';
import type {
  ExtractionReconciled,
  ExtractionSaved,
  ResultUse,
  SheetImported,
  StructureSaved,
  StructureSettled,
} from '../extraction';
import type { ProtocolVersion } from '../protocol';
import type { Batch, DuplicateGroups, RecordsSlice } from '../records';
import type { AssessmentReconciled, AssessmentSaved } from '../risk-of-bias';
import type { ScreeningSlice } from '../screening';
import type { PoolabilityNoted, StudyAdded } from '../studies';
import type { PoolingSheetFrozen, Role } from './member-events';
import type { SealingSlice } from './sealing-slice';

/** An event body with who said it when. */
export type Signed<Body> = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly body: Body;
};

export type Coder = { readonly authorId: AuthorId; readonly name: string; readonly role: Role };

/** `study` or `study result`: what an assessment is about. */
export type AssessmentTarget = string;

/**
 * A review as the ledger tells it: slices per stage, each holding what stands. Nobody writes here; it is derived from
 * events and can be thrown away at any time.
 */
export type ReviewState = {
  readonly title: string;
  readonly templateId: string;
  readonly fictitious: boolean;
  readonly coders: ReadonlyMap<AuthorId, Coder>;
  readonly protocolVersions: readonly ProtocolVersion[];
  readonly records: RecordsSlice;
  /** Record id -> the batch that brought it, in import order. */
  readonly origins: ReadonlyMap<RecordId, Batch>;
  readonly duplicates: DuplicateGroups;
  readonly screening: ScreeningSlice;
  readonly studiesAdded: ReadonlyMap<StudyId, Signed<StudyAdded>>;
  /** Report (by lead record) -> study it was linked to by hand. */
  readonly reportLinks: ReadonlyMap<RecordId, StudyId>;
  /** What was said last of whether a study can be pooled; see `notPoolable`. */
  readonly poolability: ReadonlyMap<StudyId, Signed<PoolabilityNoted>>;
  readonly assessments: ReadonlyMap<AssessmentTarget, ReadonlyMap<AuthorId, Signed<AssessmentSaved>>>;
  readonly finalAssessments: ReadonlyMap<AssessmentTarget, Signed<AssessmentReconciled>>;
  readonly structures: ReadonlyMap<StudyId, ReadonlyMap<AuthorId, Signed<StructureSaved>>>;
  /** What persons decided about single results: used or not, against the protocol's rule or beside it. */
  readonly resultUses: ReadonlyMap<StudyId, ReadonlyMap<LocalId, ResultUse>>;
  readonly finalStructures: ReadonlyMap<StudyId, Signed<StructureSettled>>;
  readonly extractions: ReadonlyMap<StudyId, ReadonlyMap<AuthorId, Signed<ExtractionSaved>>>;
  readonly finalExtractions: ReadonlyMap<StudyId, Signed<ExtractionReconciled>>;
  readonly sheets: readonly Signed<SheetImported>[];
  /** Alarms that were looked at and stand, by `alarmKey`. */
  readonly clearedAlarms: ReadonlyMap<string, Signed<AlarmCleared>>;
  /** Results read differently, by `resultKey`. */
  readonly corrections: ReadonlyMap<string, Signed<ResultCorrected>>;
  readonly frozenSheets: readonly Signed<PoolingSheetFrozen>[];
  readonly sealing: SealingSlice;
  /** Events kept that do not count: made without the right to, or under a seal whose key opens something else. */
  readonly uncounted: readonly UncountedEvent[];
  /** Events kept but not understood here. */
  readonly notUnderstood: readonly { readonly eventId: EventId; readonly why: 'newer' | 'malformed' }[];
  /** The review as it is, where this is what one viewer may see of it (`seenBy`). */
  readonly whole?: ReviewState;
};

export type UncountedEvent = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly kind: string;
  readonly why: 'no-right' | 'seal-broken';
};

/** The records that describe the same report as `id`, lead first; `[id]` where it stands alone. */
export function membersOf(state: ReviewState, id: RecordId): readonly RecordId[] {
  const lead = state.duplicates.leadOf.get(id);
  return lead === undefined ? [id] : (state.duplicates.groups.get(lead) ?? [id]);
}

/** The record that stands for the report `id` belongs to. */
export const leadOf = (state: ReviewState, id: RecordId): RecordId => state.duplicates.leadOf.get(id) ?? id;

/** One record per report, in import order: what there is to screen. */
export function screenableRecords(state: ReviewState): RecordId[] {
  const leads: RecordId[] = [];
  for (const id of state.origins.keys()) {
    if (leadOf(state, id) === id) leads.push(id);
  }
  return leads;
}

/** The databases that gave the report `id` belongs to, once each, in import order. */
export function sourcesOf(state: ReviewState, id: RecordId): readonly string[] {
  const names = membersOf(state, id).map((member) => state.origins.get(member)?.imported.source.database);
  return [...new Set(names.flatMap((name) => name || []))];
}

/** The databases that gave any record, once each, in alphabetical order. */
export function databasesOf({ origins }: Pick<ReviewState, 'origins'>): readonly string[] {
  const batches = [...new Set(origins.values())];
  return [...new Set(batches.flatMap(({ imported }) => imported.source.database || []))].sort();
}

/** The protocol in force; undefined only in a ledger that has lost its beginning. */
export const currentProtocol = (state: ReviewState): ProtocolVersion | undefined =>
  state.protocolVersions.at(-1);
