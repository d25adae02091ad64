import { z } from '../kernel/schema';
import { Protocol } from './protocol';

/** A protocol saved as a whole. Versions are numbered by their order in the ledger. */
export const ProtocolSaved = z.object({
  kind: z.literal('protocolSaved'),
  version: z.literal(1),
  protocol: Protocol,
  /** What was changed and why, in the team's words. */
  note: z.string().max(2_000),
});
export type ProtocolSaved = z.infer<typeof ProtocolSaved>;
