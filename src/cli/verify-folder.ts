import { textsIn } from '@shared/i18n';
import { blobNames, replay, type ReviewState } from '@shared/review';
import { parseArguments, print, tell, WrongUsage } from './io';
import { readBlob, readReviewFolder, type FolderProblem, type ReadFolder } from './review-folder';

/** `verify REVIEW_FOLDER`: exit 0 when every chain and blob holds, 1 when something is wrong or missing. */
export async function verifyFolder(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['language']);
  const [folder, ...more] = rest;
  if (folder === undefined || more.length > 0) throw new WrongUsage('give one review folder');
  const { read, state, blobs, problems } = await checkFolder(folder);
  const serious = problems.filter(isSerious);
  const words = textsIn(options.get('language') === 'nl' ? 'nl' : 'en').folderCheck;
  print({
    review: read.reviewId,
    title: state.title || read.title,
    logs: read.logs,
    events: read.events.length,
    notUnderstood: state.notUnderstood.length,
    sealed: sealedOf(state),
    blobs,
    sound: serious.length === 0,
    problems: problems.map((problem) => ({
      ...problem,
      sentence: words[problem.code](problem.where, problem.detail),
    })),
  });
  for (const { code, where, detail } of problems) tell(words[code](where, detail));
  tell(
    serious.length === 0
      ? `${folder}: ${read.events.length} events, all chains hold.`
      : `${folder}: ${serious.length} problems.`,
  );
  return serious.length === 0 ? 0 : 1;
}

/** Everything that can be proven of a review folder without changing it. */
export async function checkFolder(folder: string): Promise<{
  readonly read: ReadFolder;
  readonly state: ReviewState;
  /** How many are there and sound. */
  readonly blobs: number;
  readonly problems: readonly FolderProblem[];
}> {
  const read = await readReviewFolder(folder);
  const state = replay(read.events);
  const problems: FolderProblem[] = [...read.problems, ...uncountedOf(state)];
  if (read.title !== null && state.title !== '' && read.title !== state.title)
    problems.push({ code: 'review-file', where: 'review.json', detail: `names it “${read.title}”` });
  let blobs = 0;
  for (const [sha256, file] of blobNames(state)) {
    const blob = await readBlob(folder, sha256);
    if (blob instanceof Uint8Array) blobs += 1;
    else problems.push({ ...blob, detail: file });
  }
  return { read, state, blobs, problems };
}

export const isSerious = ({ code }: FolderProblem): boolean => !harmless.has(code);

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
