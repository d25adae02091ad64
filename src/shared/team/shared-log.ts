import { err, ok, type AuthorId, type Json, type Result, type ReviewId, type Sha256 } from '../kernel';
import { writeLine, type LedgerEvent, type LedgerLine } from '../ledger';
import { KeyRing, openJudgement, sealJudgement, understand } from '../review';
import { SealedStage, stageKeyOf, type SealKey } from '../sealing';

/**
 * A log stands twice: as its author's machine keeps it, and as it leaves that machine, with the judgements of blind stages
 * sealed. Both have the same events under the same ids and sequences, each its own chain of hashes, and with the author's
 * key either can be made from the other.
 */

/** What an author seals with: the root key of that author in that review. */
export type Sealer = { readonly reviewId: ReviewId; readonly authorId: AuthorId; readonly rootKey: SealKey };

export type SharingError = { readonly code: 'not-understood' | 'seal-broken'; readonly detail: string };

/** The line of an own event as it leaves the machine. What this version does not understand stays: it might need a seal. */
export function sharedLine(
  event: LedgerEvent,
  previousHash: Sha256,
  sealer: Sealer,
): Result<LedgerLine, SharingError> {
  const reading = understand(event);
  if (!('known' in reading)) return err({ code: 'not-understood', detail: event.body.kind });
  const { body, eventId } = reading.known;
  const sealed = sealJudgement(body, eventId, (stage) => stageKeyOf(sealer.rootKey, { ...sealer, stage }));
  return ok(writeLine({ ...event, previousHash, body: sealed ?? event.body }));
}

/** The other way round: a line of one's own that comes back from where it was shared, as this machine keeps it. */
export function ownLine(
  event: LedgerEvent,
  previousHash: Sha256,
  sealer: Sealer,
): Result<LedgerLine, SharingError> {
  const reading = understand(event);
  if (!('known' in reading) || reading.known.body.kind !== 'judgementSealed')
    return ok(writeLine({ ...event, previousHash }));
  const { body } = reading.known;
  const opening = openJudgement({ ...reading.known, body }, keyRingOf([sealer]));
  if (opening.state !== 'open') return err({ code: 'seal-broken', detail: event.eventId });
  // A body that was parsed is JSON.
  return ok(writeLine({ ...event, previousHash, body: opening.body as Json as LedgerEvent['body'] }));
}

/** Puts the keys of these authors on a ring. */
export function takeOwnKeys(ring: KeyRing, sealers: Iterable<Sealer>): void {
  for (const sealer of sealers) {
    for (const stage of SealedStage.options)
      ring.takeStage(sealer.authorId, stage, stageKeyOf(sealer.rootKey, { ...sealer, stage }));
  }
}

function keyRingOf(sealers: readonly Sealer[]): KeyRing {
  const ring = new KeyRing();
  takeOwnKeys(ring, sealers);
  return ring;
}
