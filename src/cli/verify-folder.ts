import { blobsOfReview, replay, type ReviewState } from '@shared/review';
import { parseArguments, print, tell, WrongUsage } from './io';
import { readBlob, readReviewFolder, type FolderProblem } from './review-folder';

/** `verify REVIEW_FOLDER`: exit 0 when every chain and blob holds, 1 when something is wrong or missing. */
export async function verifyFolder(args: readonly string[]): Promise<number> {
  const { rest } = parseArguments(args, []);
  const [folder, ...more] = rest;
  if (folder === undefined || more.length > 0) throw new WrongUsage('give one review folder');
  const read = await readReviewFolder(folder);
  const state = replay(read.events);
  const problems: FolderProblem[] = [...read.problems, ...uncountedOf(state)];
  let blobs = 0;
  for (const sha256 of blobsOfReview(state)) {
    const blob = await readBlob(folder, sha256);
    if (blob instanceof Uint8Array) blobs += 1;
    else problems.push(blob);
  }
  const serious = problems.filter(({ code }) => !harmless.has(code));
  print({
    review: read.reviewId,
    title: read.title,
    logs: read.logs,
    events: read.events.length,
    notUnderstood: state.notUnderstood.length,
    sealed: sealedOf(state),
    blobs,
    sound: serious.length === 0,
    problems,
  });
  tell(
    serious.length === 0
      ? `${folder}: ${read.events.length} events, all chains hold.`
      : `${folder}: ${serious.length} problems.`,
  );
  return serious.length === 0 ? 0 : 1;
}

/** Kept, and nothing that counts is touched. */
const harmless: ReadonlySet<FolderProblem['code']> = new Set(['conflicted-copy', 'torn-line', 'no-right']);

const uncountedOf = ({ uncounted }: ReviewState): FolderProblem[] =>
  uncounted.map(({ eventId, authorId, kind, why }) => ({
    code: why,
    where: eventId,
    detail: `${kind} by ${authorId}`,
  }));

/** How many judgements are under a seal nobody has given the key of, by stage. */
function sealedOf({ sealing }: ReviewState): { readonly [stage: string]: number } {
  const counts: { [stage: string]: number } = {};
  for (const [place, authors] of sealing.sealed) {
    const stage = place.split(' ')[0] ?? '';
    counts[stage] = (counts[stage] ?? 0) + authors.size;
  }
  return counts;
}
