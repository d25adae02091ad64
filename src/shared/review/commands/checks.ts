import { basisOfResult, type CorrectionChange } from '../../checks';
import type { ExtractedResult } from '../../extraction';
import { err, ok, StudyId, type Result } from '../../kernel';
import type { EventBody } from '../body';
import type { Refusal } from '../refusal';
import type { ReviewState } from '../review-state';

/** What a person answers to an alarm about a final extraction. */
export type ChecksCommand =
  | {
      readonly do: 'clearAlarm';
      readonly check: string;
      /** Empty, as is `resultId`, for an alarm about the whole sheet. */
      readonly studyId: string;
      readonly resultId: string;
      readonly reason: string;
    }
  | {
      readonly do: 'correctResult';
      readonly studyId: string;
      readonly resultId: string;
      readonly change: CorrectionChange;
      readonly check: string | null;
      readonly reason: string;
    };

/**
 * Answers are for final extractions only: while a study is extracted blind, an answer would tell the other coder what
 * was entered.
 */
export function decideChecks(state: ReviewState, command: ChecksCommand): Result<EventBody[], Refusal> {
  const { studyId, resultId, check } = command;
  const reason = command.reason.trim();
  if (reason === '') return err({ code: 'answer-without-reason' });
  const result = finalResult(state, studyId, resultId);
  if (command.do === 'clearAlarm') {
    const wholeSheet = studyId === '' && resultId === '';
    if (!wholeSheet && !result) return err({ code: 'not-final' });
    const basis = result ? basisOfResult(result) : '';
    return ok([{ kind: 'alarmCleared', version: 1, check: command.check, studyId, resultId, basis, reason }]);
  }
  if (!result) return err({ code: 'not-final' });
  const { change } = command;
  const basis = basisOfResult(result);
  return ok([{ kind: 'resultCorrected', version: 1, studyId, resultId, change, basis, check, reason }]);
}

function finalResult(state: ReviewState, studyId: string, resultId: string): ExtractedResult | undefined {
  const id = StudyId.safeParse(studyId);
  const final = id.success ? state.finalExtractions.get(id.data) : undefined;
  return final?.body.content.results.find((result) => result.id === resultId);
}
