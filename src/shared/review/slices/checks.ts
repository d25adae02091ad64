import { alarmKey, resultKey, type AlarmCleared, type ResultCorrected } from '../../checks';
import type { ReviewState, Signed } from '../review-state';

export type ChecksEvent = Signed<AlarmCleared | ResultCorrected>;

/** Folds answers to alarms: the last one about the same thing counts. */
export class ChecksFold {
  readonly #clearedAlarms = new Map<string, Signed<AlarmCleared>>();
  readonly #corrections = new Map<string, Signed<ResultCorrected>>();
  readonly slice: Pick<ReviewState, 'clearedAlarms' | 'corrections'> = {
    clearedAlarms: this.#clearedAlarms,
    corrections: this.#corrections,
  };

  fold({ eventId, authorId, at, body }: ChecksEvent): void {
    switch (body.kind) {
      case 'alarmCleared':
        this.#clearedAlarms.set(alarmKey(body), { eventId, authorId, at, body });
        return;
      case 'resultCorrected':
        this.#corrections.set(resultKey(body), { eventId, authorId, at, body });
    }
  }
}
