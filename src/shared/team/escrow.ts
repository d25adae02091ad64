import type { AuthorId } from '../kernel';
import { currentProtocol, type Command, type KeysEntrusted, type ReviewState } from '../review';
import { entrust, escrowKeyOf, openEntrusted, SealedStage, stageKeyOf, type SealKey } from '../sealing';
import type { Sealer } from './shared-log';

/**
 * What an author owes the escrow the protocol asks for: a lead, the key that others lock with; everybody else, the keys of
 * their stages under the lock of every lead. Nothing where the protocol has no escrow.
 */
export function escrowDue(state: ReviewState, sealer: Sealer): Command[] {
  const { coders, sealing } = state;
  if (currentProtocol(state)?.protocol.keyEscrow !== true) return [];
  const { authorId } = sealer;
  const role = coders.get(authorId)?.role;
  const commands: Command[] = [];
  if (role === 'lead') {
    const publicKey = escrowKeyOf(sealer.rootKey, sealer);
    if (sealing.escrow.holders.get(authorId) !== publicKey) commands.push({ do: 'giveEscrowKey', publicKey });
  }
  if (role === undefined || role === 'observer') return commands;
  for (const [holder, publicKey] of sealing.escrow.holders) {
    if (holder === authorId || coders.get(holder)?.role !== 'lead') continue;
    if (sealing.escrow.entrusted.get(authorId)?.get(holder)?.publicKey === publicKey) continue;
    const keys = SealedStage.options.flatMap((stage): KeysEntrusted['keys'][number][] => {
      const key = stageKeyOf(sealer.rootKey, { ...sealer, stage });
      const locked = entrust(key, publicKey, sealer.rootKey, labelOf(sealer, stage, holder));
      return locked ? [{ stage, ...locked }] : [];
    });
    if (keys.length > 0) commands.push({ do: 'entrustKeys', to: holder, publicKey, keys });
  }
  return commands;
}

/** The key of a coder's stage, out of the escrow of its holder; null where it was never entrusted to this holder. */
export function keyFromEscrow(
  state: ReviewState,
  holder: Sealer,
  coder: AuthorId,
  stage: SealedStage,
): SealKey | null {
  const entrusted = state.sealing.escrow.entrusted.get(coder)?.get(holder.authorId);
  const locked = entrusted?.keys.find((each) => each.stage === stage);
  if (!locked) return null;
  const { ephemeral, cipher } = locked;
  const label = labelOf({ reviewId: holder.reviewId, authorId: coder }, stage, holder.authorId);
  return openEntrusted({ ephemeral, cipher }, holder.rootKey, holder, label);
}

const labelOf = (
  { reviewId, authorId }: Pick<Sealer, 'reviewId' | 'authorId'>,
  stage: SealedStage,
  holder: AuthorId,
): {
  readonly reviewId: string;
  readonly authorId: string;
  readonly stage: string;
  readonly holder: string;
} => ({
  reviewId,
  authorId,
  stage,
  holder,
});
