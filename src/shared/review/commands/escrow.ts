import { assertNever, err, ok, type Result } from '../../kernel';
import type { EventBody } from '../body';
import type { Refusal } from '../refusal';
import type { EscrowKey } from '../../sealing';
import { currentProtocol, type Coder, type ReviewState } from '../review-state';
import type { EscrowUsed, KeysEntrusted } from '../sealing-events';

/** What is done with the keys that a lead holds, where the protocol has an escrow. */
export type EscrowCommand =
  /** A lead's machine gives the key that others lock theirs with. */
  | { readonly do: 'giveEscrowKey'; readonly publicKey: EscrowKey }
  /** A coder's machine entrusts its keys to a lead. */
  | ({ readonly do: 'entrustKeys' } & Omit<KeysEntrusted, 'kind' | 'version'>)
  /** The lead opens what a coder judged at a stage, with the key that coder entrusted. */
  | ({ readonly do: 'useEscrow' } & Omit<EscrowUsed, 'kind' | 'version'>);

/** What concerns the escrow of keys with the lead. Without the protocol's word there is none. */
export function decideEscrow(
  state: ReviewState,
  command: EscrowCommand,
  member: Coder,
): Result<EventBody[], Refusal> {
  if (currentProtocol(state)?.protocol.keyEscrow !== true) return err({ code: 'no-escrow' });
  switch (command.do) {
    case 'giveEscrowKey':
      if (member.role !== 'lead') return err({ code: 'only-lead' });
      return ok([{ kind: 'escrowKeyGiven', version: 1, publicKey: command.publicKey }]);
    case 'entrustKeys': {
      const { to, publicKey, keys } = command;
      return ok([{ kind: 'keysEntrusted', version: 1, to, publicKey, keys }]);
    }
    case 'useEscrow': {
      if (member.role !== 'lead') return err({ code: 'only-lead' });
      const { coder, stage, key } = command;
      const reason = command.reason.trim();
      if (!state.coders.has(coder)) return err({ code: 'unknown-coder' });
      if (reason === '') return err({ code: 'escrow-without-reason' });
      return ok([{ kind: 'escrowUsed', version: 1, coder, stage, reason, key }]);
    }
    default:
      return assertNever(command, 'command');
  }
}
