import { StudyId, type AuthorId, type RecordId } from '../kernel';
import { opensAsDecided, type ProtocolVersion } from '../protocol';
import {
  allocate,
  includedReports,
  ScreeningStage,
  stageRules,
  type ScreeningContext,
  type ScreeningSlice,
  type StageRules,
} from '../screening';
import { currentProtocol, leadOf, membersOf, screenableRecords, type ReviewState } from './review-state';
import { screeningChanges } from './slices/screening';

const permissive = { codersNeeded: 2, allowMaybe: true } as const;

/** A context with what it was made from. */
type MadeContext = Pick<ReviewState, 'origins' | 'duplicates'> & {
  readonly protocol: ProtocolVersion | undefined;
  readonly stops: number;
  readonly unblinded: number;
  readonly allocation: ScreeningSlice['allocation'];
  readonly pilot: ScreeningSlice['pilot'];
  readonly context: ScreeningContext;
};

/** The last context made of a slice and the one before it: that is on the screen while the next is worked out. */
const lastContexts = new WeakMap<ScreeningSlice, readonly MadeContext[]>();

/**
 * The part of a review that screening looks at. The same object as long as records, duplicates and protocol stay the
 * same: votes are noted on it (`changed`), so what was worked out before need not be worked out again.
 */
export function screeningContext(state: ReviewState): ScreeningContext {
  const { screening, origins, duplicates } = state;
  const protocol = currentProtocol(state);
  const lasts = lastContexts.get(screening) ?? [];
  const stops = screening.stops.length;
  const unblinded = state.sealing.unblinded.size;
  const same = lasts.find(
    (last) =>
      last.origins === origins &&
      last.duplicates === duplicates &&
      last.protocol === protocol &&
      last.stops === stops &&
      last.unblinded === unblinded &&
      last.allocation === screening.allocation &&
      last.pilot === screening.pilot,
  );
  if (same) return same.context;
  const changed = screeningChanges(screening);
  const reports = screenableRecords(state);
  const context: ScreeningContext = {
    slice: screening,
    rules: {
      'title-abstract': {
        ...(protocol ? stageRules(protocol.protocol, 'title-abstract') : permissive),
        ...setAsideRule(state),
      },
      'full-text': protocol ? stageRules(protocol.protocol, 'full-text') : permissive,
    },
    reports,
    membersOf: (id) => membersOf(state, id),
    ...workOf(state, reports, protocol?.protocol.stages['title-abstract'].codersNeeded ?? 2),
    opensAsDecided: opensAsDecided(protocol?.protocol),
    unblinded: new Set(ScreeningStage.options.filter((stage) => state.sealing.unblinded.has(stage))),
    ...(changed === undefined ? {} : { changed }),
    ...(state.whole ? { whole: screeningContext(state.whole) } : {}),
  };
  const { allocation, pilot } = screening;
  const made = { origins, duplicates, protocol, stops, unblinded, allocation, pilot, context };
  lastContexts.set(screening, [made, ...lasts.slice(0, 1)]);
  return context;
}

/** The allocation and the pilot as they bear on the reports there are. */
function workOf(
  state: ReviewState,
  reports: readonly RecordId[],
  needed: number,
): Pick<ScreeningContext, 'allocation' | 'pilot'> {
  const { allocation, pilot } = state.screening;
  return {
    ...(allocation ? { allocation: allocate(allocation.body, reports, needed) } : {}),
    ...(pilot
      ? {
          pilot: {
            records: new Set(
              pilot.drawn.body.recordIds.map((id) => leadOf(state, id)).filter((id) => state.origins.has(id)),
            ),
            coders: pilot.drawn.body.coders,
            open: pilot.closed === undefined,
          },
        }
      : {}),
  };
}

/** A stop sets aside what had come in before it; what is imported later waits to be read. */
function setAsideRule({ screening, origins }: ReviewState): Pick<StageRules, 'isSetAside'> {
  const last = screening.stops.at(-1)?.eventId;
  if (last === undefined) return {};
  return {
    isSetAside: (members) =>
      members.some((id) => {
        const batch = origins.get(id);
        return batch !== undefined && batch.eventId < last;
      }),
  };
}

/** A study of the review with the reports (by lead record) that belong to it. */
export type Study = {
  readonly studyId: StudyId;
  /** Label given by hand or by a sheet; undefined where the first report's short citation serves. */
  readonly label: string | undefined;
  readonly origin: 'report' | 'hand' | 'sheet';
  readonly reports: readonly RecordId[];
};

/**
 * The studies to rate and extract: one for each included report unless reports were linked, and those that were added
 * by hand or came with a sheet. In order of their first report, added ones after.
 */
export function studiesOf(state: ReviewState, context: ScreeningContext = screeningContext(state)): Study[] {
  const reports = new Map<StudyId, RecordId[]>();
  /** Whoever leads a group later: the study stays the one that somebody rated or extracted. */
  const hasWork = (studyId: StudyId): boolean =>
    state.extractions.has(studyId) ||
    state.finalExtractions.has(studyId) ||
    state.assessments.has(studyId) ||
    state.finalAssessments.has(studyId);
  for (const id of includedReports(context)) {
    const linked = context
      .membersOf(id)
      .map((member) => state.reportLinks.get(member))
      .find((study) => study !== undefined);
    const worked = context.membersOf(id).map(studyIdOfReport).find(hasWork);
    const studyId = linked ?? worked ?? studyIdOfReport(id);
    reports.set(studyId, [...(reports.get(studyId) ?? []), id]);
  }
  const studies: Study[] = [];
  for (const [studyId, members] of reports) {
    const added = state.studiesAdded.get(studyId);
    studies.push({
      studyId,
      label: added?.body.label,
      origin: added?.body.origin ?? 'report',
      reports: members,
    });
  }
  for (const [studyId, added] of state.studiesAdded) {
    if (!reports.has(studyId))
      studies.push({ studyId, label: added.body.label, origin: added.body.origin, reports: [] });
  }
  return studies;
}

/** The study a report makes by itself. */
export const studyIdOfReport = (id: RecordId): StudyId => StudyId.parse(id);

/** Whether `viewer` is a member of the review. */
export const isMember = (state: ReviewState, viewer: AuthorId): boolean => state.coders.has(viewer);
