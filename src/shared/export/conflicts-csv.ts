import type { AuthorId, RecordId } from '../kernel';
import { shortCitation, type CitationRecord } from '../records';
import { currentProtocol, membersOf, screeningContext, type ReviewState } from '../review';
import {
  differencesAt,
  discussionOf,
  hasAsked,
  ScreeningStage,
  type SignedVote,
  type StageDecision,
} from '../screening';
import { csvText } from './delimited-text';

const header = [
  'stage',
  'record',
  'report',
  'title',
  'state',
  'about',
  'voted',
  'votes',
  'decision',
  'reason',
  'method',
  'rationale',
  'settled_by',
  'settled_at',
  'discussion',
] as const;

/**
 * Every conflict at the given stages, open and settled, with what was said about it. Who voted is in it; how only where
 * it is settled or the viewer has asked for it. Not for somebody who is blind at one of the stages.
 */
export function conflictsCsv(
  state: ReviewState,
  recordOf: (id: RecordId) => CitationRecord | undefined,
  viewer: AuthorId | undefined,
  stages: readonly ScreeningStage[] = ScreeningStage.options,
): string {
  const context = screeningContext(state);
  const nameOf = (id: AuthorId): string => state.coders.get(id)?.name ?? id;
  const reasons = currentProtocol(state)?.protocol.exclusionReasons ?? [];
  const reasonOf = (id: string | null): string =>
    id === null ? '' : (reasons.find((reason) => reason.id === id)?.label ?? id);
  const voteText = ({ authorId, body }: SignedVote): string =>
    `${nameOf(authorId)}: ${body.vote}${body.reasonId === null ? '' : ` (${reasonOf(body.reasonId)})`}`;
  const rows = stages.flatMap((stage) =>
    differencesAt(context, stage).map(({ recordId, decision }) => {
      const members = membersOf(state, recordId);
      const record = recordOf(recordId);
      const settled = resolutionOf(decision);
      const told =
        settled !== undefined || (viewer !== undefined && hasAsked(state.screening, stage, members, viewer));
      return [
        stage,
        recordId,
        record ? shortCitation(record) : '',
        record?.title,
        settled ? 'settled' : 'open',
        decision.status === 'conflict' ? decision.about : '',
        decision.votes.map(({ authorId }) => nameOf(authorId)).join('; '),
        told ? decision.votes.map(voteText).join('; ') : '',
        settled?.body.decision,
        settled ? reasonOf(settled.body.reasonId) : '',
        settled?.body.method,
        settled?.body.rationale,
        settled ? nameOf(settled.authorId) : '',
        settled?.at,
        discussionOf(state.screening, stage, members)
          .map(({ authorId, at, body }) => `${nameOf(authorId)}, ${at}: ${body.text}`)
          .join('\n'),
      ];
    }),
  );
  return csvText([header, ...rows]);
}

const resolutionOf = (decision: StageDecision) =>
  'resolution' in decision ? decision.resolution : undefined;
