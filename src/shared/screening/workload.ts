import type { AuthorId } from '../kernel';
import type { ScreeningContext } from './context';
import { votesOn } from './decision';
import type { ScreeningStage } from './events';
import { coderView } from './queue';

/** What one person has done at a stage and has before them. */
export type Workload = {
  readonly coder: AuthorId;
  readonly done: number;
  readonly waiting: number;
  /** When this person last voted; undefined before the first vote. */
  readonly lastAt: string | undefined;
  /** Median of the measured seconds per record, at least `enough` of them; undefined where not known or not to be told. */
  readonly secondsPerRecord: number | undefined;
};

export type StageWork = {
  readonly people: readonly Workload[];
  /** Records with a vote that wait for another one. */
  readonly awaitSecond: number;
  readonly untouched: number;
};

/** Fewer measured records than this say nothing of a pace. */
const enough = 5;

/**
 * Who has done how much and what waits. `tellPace` says whose pace the viewer may know: while blind one's own alone, for
 * an exclusion is usually faster than an inclusion.
 */
export function workAt(
  context: ScreeningContext,
  stage: ScreeningStage,
  coders: readonly AuthorId[],
  tellPace: (coder: AuthorId) => boolean,
): StageWork {
  const { codersNeeded: needed } = context.rules[stage];
  const lastAt = new Map<AuthorId, string>();
  const seconds = new Map<AuthorId, number[]>();
  let awaitSecond = 0;
  let untouched = 0;
  for (const id of context.reports) {
    const members = context.membersOf(id);
    const votes = votesOn(context.slice, stage, members);
    const sealed = members.flatMap((member) => [
      ...(context.slice.sealedVotes[stage].get(member)?.entries() ?? []),
    ]);
    const voters = new Set([...votes.map((vote) => vote.authorId), ...sealed.map(([authorId]) => authorId)]);
    if (voters.size === 0) untouched += 1;
    else if (voters.size < needed) awaitSecond += 1;
    for (const [authorId, at] of sealed) if ((lastAt.get(authorId) ?? '') < at) lastAt.set(authorId, at);
    for (const { authorId, at, body } of votes) {
      if ((lastAt.get(authorId) ?? '') < at) lastAt.set(authorId, at);
      if (body.seconds !== null && tellPace(authorId)) pushTo(seconds, authorId, body.seconds);
    }
  }
  return {
    people: coders.map((coder) => {
      const view = coderView(context, stage, coder);
      return {
        coder,
        done: view.done,
        waiting: view.queue.length,
        lastAt: lastAt.get(coder),
        secondsPerRecord: median(seconds.get(coder) ?? []),
      };
    }),
    awaitSecond,
    untouched,
  };
}

function pushTo(lists: Map<AuthorId, number[]>, key: AuthorId, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function median(values: readonly number[]): number | undefined {
  if (values.length < enough) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** Hours a person still needs at their pace; undefined where the pace is not known. */
export const hoursLeft = ({ waiting, secondsPerRecord }: Workload): number | undefined =>
  secondsPerRecord === undefined ? undefined : (waiting * secondsPerRecord) / 3_600;
