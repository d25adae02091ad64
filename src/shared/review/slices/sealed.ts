import type { AuthorId } from '../../kernel';
import type { EscrowKey, SealedStage } from '../../sealing';
import type { Signed } from '../review-state';
import type {
  EscrowKeyGiven,
  EscrowUsed,
  JudgementSealed,
  KeysEntrusted,
  KeysReleased,
  StageKeyReleased,
  StageUnblinded,
} from '../sealing-events';
import {
  sealedPlace,
  type EscrowUse,
  type Release,
  type SealedJudgement,
  type SealedPlace,
  type SealingSlice,
  type Unblinding,
} from '../sealing-slice';
import { entry } from './entry';

export type SealingEvent = Signed<
  | JudgementSealed
  | KeysReleased
  | StageKeyReleased
  | StageUnblinded
  | EscrowKeyGiven
  | KeysEntrusted
  | EscrowUsed
>;

/** Folds seals that could not be opened and keys that were given out. */
export class SealedFold {
  readonly #sealed = new Map<SealedPlace, Map<AuthorId, SealedJudgement>>();
  readonly #releases = new Map<SealedPlace, Map<AuthorId, Release>>();
  readonly #openStages = new Map<SealedStage, Set<AuthorId>>();
  readonly #unblinded = new Map<SealedStage, Unblinding>();
  readonly #holders = new Map<AuthorId, EscrowKey>();
  readonly #entrusted = new Map<AuthorId, Map<AuthorId, KeysEntrusted>>();
  readonly #uses: EscrowUse[] = [];
  readonly slice: SealingSlice = {
    sealed: this.#sealed,
    releases: this.#releases,
    openStages: this.#openStages,
    unblinded: this.#unblinded,
    escrow: { holders: this.#holders, entrusted: this.#entrusted, uses: this.#uses },
  };

  fold({ eventId, authorId, at, body }: SealingEvent): void {
    switch (body.kind) {
      case 'judgementSealed': {
        const place = entry(this.#sealed, sealedPlace(body.stage, body.item), () => new Map());
        const there = place.get(authorId);
        // A note under the same seal takes nothing back.
        if (there?.complete === true && body.of !== there.of) return;
        place.set(authorId, { eventId, of: body.of, complete: body.complete });
        return;
      }
      case 'keysReleased':
        for (const { item, seen } of body.keys) {
          const place = entry(this.#releases, sealedPlace(body.stage, item), () => new Map());
          if (!place.has(authorId)) place.set(authorId, { eventId, seen });
        }
        return;
      case 'stageKeyReleased':
        entry(this.#openStages, body.stage, () => new Set()).add(authorId);
        return;
      case 'stageUnblinded':
        if (!this.#unblinded.has(body.stage))
          this.#unblinded.set(body.stage, { eventId, authorId, at, body });
        return;
      case 'escrowKeyGiven':
        this.#holders.set(authorId, body.publicKey);
        return;
      case 'keysEntrusted':
        entry(this.#entrusted, authorId, () => new Map()).set(body.to, body);
        return;
      case 'escrowUsed':
        this.#uses.push({ eventId, authorId, at, body });
    }
  }
}
