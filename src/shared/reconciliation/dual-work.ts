import type { AuthorId, EventId } from '../kernel';

/** A piece of work that two coders do apart and then settle: an assessment, an extraction. */
export type CoderWork<Body> = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly body: Body & { readonly complete: boolean };
};

/** A final version with the coder versions it rests on. */
export type FinalWork = { readonly body: { readonly settles: readonly EventId[] } };

/**
 * Where dual work stands for one viewer. While `open` or `waiting` the other's content is not in here, so it cannot be
 * shown: a coder sees it only when both are complete.
 */
export type DualState<Body> =
  | { readonly state: 'final'; readonly stale: boolean }
  | { readonly state: 'settle'; readonly works: readonly CoderWork<Body>[] }
  | { readonly state: 'waiting'; readonly finishedBy: readonly AuthorId[] }
  | { readonly state: 'open' };

/**
 * @param codersNeeded how many coders the protocol asks for
 */
export function dualState<Body>(
  works: ReadonlyMap<AuthorId, CoderWork<Body>> | undefined,
  final: FinalWork | undefined,
  codersNeeded: number,
  viewer: AuthorId,
): DualState<Body> {
  const all = [...(works?.values() ?? [])].sort((a, b) => (a.authorId < b.authorId ? -1 : 1));
  const complete = all.filter((work) => work.body.complete);
  if (final) {
    const settled = new Set(final.body.settles);
    const stale =
      settled.size > 0 &&
      (complete.length !== settled.size || complete.some((work) => !settled.has(work.eventId)));
    if (!stale) return { state: 'final', stale };
    if (complete.length < codersNeeded) return { state: 'final', stale };
  }
  if (complete.length >= codersNeeded) return { state: 'settle', works: complete };
  const own = works?.get(viewer);
  return own?.body.complete
    ? { state: 'waiting', finishedBy: complete.map((work) => work.authorId) }
    : { state: 'open' };
}
