import { err, ok, type RecordId, type Result } from '../../kernel';
import {
  isBlind,
  stageDecision,
  unreadReports,
  type ScreeningStage,
  type ScreeningStopped,
} from '../../screening';
import type { EventBody } from '../body';
import { screeningContext } from '../contexts';
import type { Refusal } from '../refusal';
import type { Coder, ReviewState } from '../review-state';

/** What a person asks for around the order of reading: where it starts, when it stops, what is looked at again. */
export type ReadingCommand =
  | { readonly do: 'nameRelevant'; readonly recordIds: readonly RecordId[] }
  | {
      readonly do: 'stopScreening';
      readonly reason: string;
      readonly basis: ScreeningStopped['basis'];
      readonly model: ScreeningStopped['model'];
    }
  | { readonly do: 'upholdExclusion'; readonly stage: ScreeningStage; readonly recordId: RecordId };

export function decideReading(
  state: ReviewState,
  command: ReadingCommand,
  member: Coder,
): Result<EventBody[], Refusal> {
  const context = screeningContext(state);
  switch (command.do) {
    case 'nameRelevant': {
      const recordIds = [...new Set(command.recordIds)];
      if (recordIds.length === 0 || recordIds.some((id) => !state.origins.has(id)))
        return err({ code: 'unknown-record' });
      return ok([{ kind: 'relevantRecordsNamed', version: 1, recordIds }]);
    }
    case 'stopScreening': {
      if (member.role !== 'lead') return err({ code: 'only-lead' });
      const reason = command.reason.trim();
      if (reason === '') return err({ code: 'stop-without-reason' });
      if (unreadReports(context).length === 0) return err({ code: 'nothing-unread' });
      const { basis, model } = command;
      return ok([{ kind: 'screeningStopped', version: 1, stage: 'title-abstract', reason, basis, model }]);
    }
    case 'upholdExclusion': {
      const { stage, recordId } = command;
      // To say so while blind would tell how one voted.
      if (isBlind(context, stage, member)) return err({ code: 'still-blind' });
      if (stageDecision(context, stage, recordId).status !== 'exclude') return err({ code: 'not-excluded' });
      return ok([{ kind: 'exclusionUpheld', version: 1, stage, recordId }]);
    }
  }
}
