import { doAtOnce, mayStop, type RecordId, type Work } from '../kernel';
import type { FlowLedger, FlowRecord, FlowReport } from '../prisma';
import { decideStage, retrievalOf, votesOn, type StageDecision } from '../screening';
import { screeningContext, studiesOf, type Study } from './contexts';
import { effectOfResult } from '../extraction';
import { notPoolable } from './poolability';
import { currentProtocol, leadOf, membersOf, type ReviewState } from './review-state';

/** A review in the form the flow diagram is counted from. Decisions are the stage's own, so both always agree. */
export const flowOfReview = (state: ReviewState): FlowLedger => doAtOnce(flowOfReviewInSteps(state));

/** The same as work. */
export function* flowOfReviewInSteps(state: ReviewState): Work<FlowLedger> {
  const context = screeningContext(state);
  const protocol = currentProtocol(state)?.protocol;
  const needed = context.rules['title-abstract'].codersNeeded;
  const records: FlowRecord[] = [];
  const forward: RecordId[] = [];
  let other = false;

  for (const [id, batch] of state.origins) {
    if (mayStop(records.length)) yield;
    const { kind, database } = batch.imported.source;
    const stream = kind === 'database' || kind === 'register' ? 'databases' : 'other';
    if (stream === 'other') other = true;
    const lead = leadOf(state, id);
    const decision =
      lead === id
        ? decideStage(
            state.screening,
            'title-abstract',
            context.rules['title-abstract'],
            membersOf(state, id),
          )
        : undefined;
    if (decision?.status === 'include') forward.push(id);
    records.push({
      id,
      stream,
      kind,
      source: database,
      ...(lead === id ? {} : { duplicateOf: lead }),
      ...(decision === undefined
        ? {}
        : {
            ...verdict(decision, context.rules['title-abstract'].routing !== undefined),
            report: decision.status === 'include' ? id : null,
          }),
    });
  }

  const studies = studiesOf(state, context);
  const studyOf = new Map(
    studies.flatMap((study) => study.reports.map((report) => [report, study.studyId] as const)),
  );
  /** In the review, with a final result that gives an effect, and not said to be told of in words alone. */
  const isPooled = (study: Study): boolean =>
    protocol !== undefined &&
    notPoolable(state, study) === undefined &&
    (state.finalExtractions
      .get(study.studyId)
      ?.body.content.results.some((result) => effectOfResult(result, protocol.effect).ok) ??
      false);
  const toldOf = studies.some(
    (study) => state.finalExtractions.has(study.studyId) || notPoolable(state, study) !== undefined,
  );
  const reasonLabel = new Map(protocol?.exclusionReasons.map((reason) => [reason.id, reason.label]) ?? []);
  const reports = forward.map((id): FlowReport => {
    const members = membersOf(state, id);
    const decision = decideStage(state.screening, 'full-text', context.rules['full-text'], members);
    const noted = retrievalOf(state.screening, members).status;
    const voted = votesOn(state.screening, 'full-text', members).length > 0;
    const decided = decision.status === 'include' || decision.status === 'exclude';
    const study = studyOf.get(id);
    return {
      id,
      // Somebody who votes on a full text has it; only "not retrieved" needs saying.
      retrieval:
        noted === 'not-retrieved' ? 'not-retrieved' : noted === 'retrieved' || voted ? 'retrieved' : null,
      votes: noted === 'not-retrieved' ? [] : decision.votes.map(({ body }) => body.vote),
      // A conflict about the reason alone is no decision yet.
      resolved:
        noted === 'not-retrieved'
          ? null
          : decided && 'resolution' in decision && decision.resolution
            ? decision.status
            : null,
      ...(decision.status === 'exclude' && decision.reasonId !== null
        ? { reason: reasonLabel.get(decision.reasonId) ?? decision.reasonId }
        : {}),
      ...(decision.status === 'conflict' && decision.about === 'reason'
        ? { votes: ['include', 'exclude'] as const }
        : {}),
      ...(study === undefined ? {} : { studies: [study] }),
    };
  });

  return {
    options: {
      flow: other ? 'v2' : 'v1',
      screenersNeeded: needed,
      ...(toldOf ? { metaAnalysis: true } : {}),
      reasonOrder: protocol?.exclusionReasons.map((reason) => reason.label) ?? [],
      ...(protocol?.previousReview ? { updated: true } : {}),
    },
    ...(protocol?.previousReview ? { previous: protocol.previousReview } : {}),
    records,
    reports:
      needed === context.rules['full-text'].codersNeeded && context.rules['full-text'].routing === undefined
        ? reports
        : reports.map((report) => settled(report)),
    studies: studies
      .filter((study) => study.reports.length > 0)
      .map((study) => ({ id: study.studyId, inMetaAnalysis: isPooled(study) })),
  };

  /** Where full text needs another number of coders, the stage's own decision is passed on as a resolution. */
  function settled(report: FlowReport): FlowReport {
    const id = forward.find((candidate) => candidate === report.id);
    if (id === undefined || report.retrieval !== 'retrieved') return report;
    const { status } = decideStage(
      state.screening,
      'full-text',
      context.rules['full-text'],
      membersOf(state, id),
    );
    if (status === 'include' || status === 'exclude') return { ...report, resolved: status };
    if (status === 'conflict') return { ...report, votes: ['include', 'exclude'] };
    return status === 'pending' ? { ...report, votes: [] } : report;
  }
}

/**
 * Votes and settlement as the flow counts them. It knows the usual routing alone: under a table of the team's own, what
 * the stage decided is passed on as settled, and a conflict as one include beside one exclude.
 */
function verdict(
  decision: StageDecision,
  ownRouting: boolean,
): Pick<FlowRecord, 'votes' | 'resolved' | 'screenedBy'> {
  if ('unread' in decision) return { votes: ['exclude'], resolved: null, screenedBy: 'automation' };
  const votes = decision.votes.map(({ body }) => body.vote);
  const { status } = decision;
  const decided = status === 'include' || status === 'exclude';
  if (ownRouting && decided) return { votes, resolved: status };
  if (ownRouting && status === 'conflict') return { votes: ['include', 'exclude'], resolved: null };
  return { votes, resolved: decided && decision.resolution ? status : null };
}
