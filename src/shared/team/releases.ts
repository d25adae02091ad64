import type { AuthorId, EventId } from '../kernel';
import {
  assessmentItem,
  currentProtocol,
  extractionItem,
  membersOf,
  screeningContext,
  sealedPlace,
  structureItem,
  voteItem,
  type Command,
  type KeysReleased,
  type ReviewState,
} from '../review';
import { sealedVoters, votesOn, type ScreeningStage } from '../screening';
import { itemKeyOf, stageKeyOf, type SealedStage } from '../sealing';
import { escrowDue } from './escrow';
import type { Sealer } from './shared-log';

/** Keys in one event; a review shared late gives out many at once. */
const keysPerEvent = 2_000;

type Due = { readonly item: string; readonly seen: readonly EventId[] };

/**
 * The keys an author owes the others now, beside those of the escrow (`escrowDue`): of every item on which as many have committed as the protocol asks for, the
 * author among them, and of stages that the lead has unblinded. Deciding it needs no judgement, only that there are some.
 */
export function releasesDue(state: ReviewState, sealer: Sealer): Command[] {
  const { sealing } = state;
  const commands = escrowDue(state, sealer);
  const keyOf = (stage: SealedStage) => stageKeyOf(sealer.rootKey, { ...sealer, stage });
  const isOpen = (stage: SealedStage): boolean =>
    sealing.openStages.get(stage)?.has(sealer.authorId) ?? false;

  for (const stage of sealing.unblinded.keys()) {
    if (!isOpen(stage)) commands.push({ do: 'releaseStageKey', stage, key: keyOf(stage) });
  }
  const due: readonly (readonly [SealedStage, readonly Due[]])[] = [
    ['title-abstract', votesDue(state, 'title-abstract', sealer.authorId)],
    ['full-text', votesDue(state, 'full-text', sealer.authorId)],
    ['risk-of-bias', assessmentsDue(state, sealer.authorId)],
    ['extraction', extractionsDue(state, sealer.authorId)],
  ];
  for (const [stage, items] of due) {
    if (isOpen(stage) || sealing.unblinded.has(stage)) continue;
    const stageKey = keyOf(stage);
    const keys = items.map(({ item, seen }): KeysReleased['keys'][number] => ({
      item,
      key: itemKeyOf(stageKey, item),
      seen: [...seen].sort().slice(0, 50),
    }));
    for (let start = 0; start < keys.length; start += keysPerEvent)
      commands.push({ do: 'releaseKeys', stage, keys: keys.slice(start, start + keysPerEvent) });
  }
  return commands;
}

const isReleased = (state: ReviewState, stage: SealedStage, item: string, author: AuthorId): boolean =>
  state.sealing.releases.get(sealedPlace(stage, item))?.has(author) ?? false;

function votesDue(state: ReviewState, stage: ScreeningStage, author: AuthorId): Due[] {
  const { codersNeeded, routing } = screeningContext(state).rules[stage];
  const due: Due[] = [];
  for (const [recordId, byAuthor] of state.screening.votes[stage]) {
    const own = byAuthor.get(author);
    if (!own || isReleased(state, stage, voteItem(recordId), author)) continue;
    const members = membersOf(state, recordId);
    const votes = votesOn(state.screening, stage, members);
    const hidden = sealedVoters(state.screening, stage, members);
    const committed = new Set([...votes.map((vote) => vote.authorId), ...hidden]);
    // Where one vote takes the record out of everybody's queue, it is no secret any more.
    const alone = routing?.settledLeavesQueue === true && routing.enough.includes(own.body.vote);
    if (committed.size < codersNeeded && !alone) continue;
    const seals = members.flatMap((id) => [
      ...(state.sealing.sealed.get(sealedPlace(stage, voteItem(id)))?.values() ?? []),
    ]);
    due.push({
      item: voteItem(recordId),
      seen: [...votes, ...seals].map(({ eventId }) => eventId),
    });
  }
  return due;
}

type Work = { readonly eventId: EventId; readonly body: { readonly complete: boolean } };

function assessmentsDue(state: ReviewState, author: AuthorId): Due[] {
  const needed = currentProtocol(state)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2;
  return worksDue(state, 'risk-of-bias', state.assessments, assessmentItem, needed, author);
}

function extractionsDue(state: ReviewState, author: AuthorId): Due[] {
  const needed = currentProtocol(state)?.protocol.stages.extraction.codersNeeded ?? 2;
  return [
    ...worksDue(state, 'extraction', state.structures, structureItem, needed, author),
    ...worksDue(state, 'extraction', state.extractions, extractionItem, needed, author),
  ];
}

function worksDue<Target>(
  state: ReviewState,
  stage: SealedStage,
  works: ReadonlyMap<Target, ReadonlyMap<AuthorId, Work>>,
  itemOf: (target: Target) => string,
  needed: number,
  author: AuthorId,
): Due[] {
  const due: Due[] = [];
  for (const [target, byAuthor] of works) {
    if (byAuthor.get(author)?.body.complete !== true) continue;
    const item = itemOf(target);
    if (isReleased(state, stage, item, author)) continue;
    const seals = state.sealing.sealed.get(sealedPlace(stage, item)) ?? new Map();
    const committed = new Map<AuthorId, EventId>();
    for (const [coder, work] of byAuthor) if (work.body.complete) committed.set(coder, work.eventId);
    for (const [coder, work] of seals) if (work.complete) committed.set(coder, work.eventId);
    if (committed.size >= needed) due.push({ item, seen: [...committed.values()] });
  }
  return due;
}
