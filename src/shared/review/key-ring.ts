import type { AuthorId } from '../kernel';
import type { SealedStage, SealKey } from '../sealing';

/** The keys this machine can open seals with: those given out in the ledger, and those of its own coders. */
export class KeyRing {
  readonly #items = new Map<string, SealKey>();
  readonly #stages = new Map<string, SealKey>();
  readonly #entrusted = new Map<string, SealKey[]>();

  /** True when the key was not known before. */
  takeItem(authorId: AuthorId, stage: SealedStage, item: string, key: SealKey): boolean {
    return take(this.#items, `${authorId} ${stage} ${item}`, key);
  }

  takeStage(authorId: AuthorId, stage: SealedStage, key: SealKey): boolean {
    return take(this.#stages, `${authorId} ${stage}`, key);
  }

  /** A key of a stage that somebody else took out of an escrow; it may be another's, or none at all. */
  takeEntrusted(authorId: AuthorId, stage: SealedStage, key: SealKey): boolean {
    const keys = this.entrusted(authorId, stage);
    if (keys.includes(key)) return false;
    this.#entrusted.set(`${authorId} ${stage}`, [...keys, key]);
    return true;
  }

  item(authorId: AuthorId, stage: SealedStage, item: string): SealKey | undefined {
    return this.#items.get(`${authorId} ${stage} ${item}`);
  }

  entrusted(authorId: AuthorId, stage: SealedStage): readonly SealKey[] {
    return this.#entrusted.get(`${authorId} ${stage}`) ?? [];
  }

  stage(authorId: AuthorId, stage: SealedStage): SealKey | undefined {
    return this.#stages.get(`${authorId} ${stage}`);
  }
}

function take(keys: Map<string, SealKey>, name: string, key: SealKey): boolean {
  if (keys.has(name)) return false;
  keys.set(name, key);
  return true;
}
