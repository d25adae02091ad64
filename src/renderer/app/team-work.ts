import { err, ok, type AuthorId, type Result, type ReviewId } from '@shared/kernel';
import type { Role } from '@shared/review';
import { readRecoveryCode } from '@shared/sealing';
import type { ReviewSession } from '../ledger/review-session';
import { TeamLink } from '../ledger/team-link';
import type { TeamPort } from '../ledger/team-port';
import type { Installation } from './installation';

/** Why sharing or joining did not work; worded in the `team` namespace. */
export type TeamError = { readonly code: string };

export type ServerLogin = { readonly user: string; readonly password: string };

export type FoundReview = { readonly reviewId: ReviewId; readonly title: string };

/** Who joins: somebody new, or somebody who works on this review already and has the recovery sheet. */
export type Joiner =
  | { readonly as: 'new'; readonly name: string; readonly role: Role }
  | { readonly as: 'known'; readonly code: string };

/** The link of an open review to its team; null where it is not shared from this machine. */
export async function openTeam(installation: Installation, session: ReviewSession): Promise<TeamLink | null> {
  const { team } = installation;
  if (!team) return null;
  const found = await team.teamPlace({ reviewId: session.reviewId });
  return found.ok && found.value ? linkOf(installation, team, session, found.value.place) : null;
}

/** Shares an open review on a server, or in a folder the person chooses; null when they change their mind. */
export async function shareReview(
  installation: Installation,
  session: ReviewSession,
  server?: ServerLogin & { readonly url: string },
): Promise<Result<TeamLink | null, TeamError>> {
  const { team } = installation;
  if (!team) return err({ code: 'no-desktop' });
  const { title, fictitious } = session.state;
  const shared = await team.shareReview({
    reviewId: session.reviewId,
    title,
    fictitious,
    ...(server ? { server } : {}),
  });
  if (!shared.ok) return shared;
  return ok(shared.value ? linkOf(installation, team, session, shared.value.place) : null);
}

/** Joins a review that was found: brings in what there is, and says who joins. */
export async function joinReview(
  installation: Installation,
  review: FoundReview,
  joiner: Joiner,
): Promise<Result<{ session: ReviewSession; team: TeamLink; authorId: AuthorId }, TeamError>> {
  const identity = identityOf(installation, review, joiner);
  if (!identity.ok) return identity;
  const { authorId, rootKey } = identity.value;
  const session = await installation.openReview(review.reviewId);
  const team = await openTeam(installation, session);
  const failed = (code: string): Result<never, TeamError> => {
    team?.close();
    session.close();
    return err({ code });
  };
  if (!team) return failed('not-shared');
  const added = await team.addAuthor(authorId, rootKey);
  if (!added.ok) return failed(added.error.code);
  await team.exchange();
  if (team.status.away) return failed(team.status.away.code);
  // Without its beginning nobody can tell who may do what.
  if (session.state.title === '') return failed('not-arrived');
  if (joiner.as === 'known' && !session.state.coders.has(authorId)) return failed('unknown-coder');
  if (joiner.as === 'new') {
    const written = await session.dispatch(authorId, {
      do: 'joinReview',
      name: joiner.name,
      role: joiner.role,
    });
    if (!written.ok) return failed('not-written');
  }
  return ok({ session, team, authorId });
}

function identityOf(installation: Installation, review: FoundReview, joiner: Joiner) {
  if (joiner.as === 'new') return ok({ authorId: installation.newAuthorId(), rootKey: undefined });
  const read = readRecoveryCode(joiner.code);
  if (!read.ok) return err({ code: read.error });
  if (read.value.reviewId !== review.reviewId) return err({ code: 'other-review' });
  return ok({ authorId: read.value.authorId, rootKey: read.value.rootKey });
}

const linkOf = ({ now }: Installation, port: TeamPort, session: ReviewSession, place: string): TeamLink =>
  new TeamLink({
    session,
    port,
    place,
    now,
    random: () => crypto.getRandomValues(new Uint8Array(32)),
  });
