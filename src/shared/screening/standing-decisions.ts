import type { AuthorId, RecordId } from '../kernel';
import { isOffered } from './allocation';
import type { BlindEntry, CoderView, ScreeningContext } from './context';
import { countOthers, decideStage, sealedVoters, type StageDecision } from './decision';
import type { ScreeningStage } from './events';
import { isNotRetrieved } from './retrieval';

/** The decisions of one stage by position of the report, and how many of the noted changes they account for. */
type StageList = { readonly decisions: StageDecision[]; seen: number };

/**
 * Where every report of a context stands. A context that notes its changes keeps one of these, and only the reports that
 * changed are decided anew: in a review of 50,000 records a vote costs one decision, not 50,000.
 */
export class StandingDecisions {
  readonly #context: ScreeningContext;
  readonly #lists = new Map<ScreeningStage, StageList>();
  readonly #views = new Map<string, { readonly at: number; readonly view: CoderView }>();
  #positions: ReadonlyMap<RecordId, number> | undefined;
  #forward: { readonly at: number; readonly positions: readonly number[] } | undefined;

  constructor(context: ScreeningContext) {
    this.#context = context;
  }

  /** Shows every report a stage is about with where it stands there, in order. */
  each(stage: ScreeningStage, show: (recordId: RecordId, decision: StageDecision) => void): void {
    const { reports } = this.#context;
    const { decisions } = this.#list(stage);
    const visit = (position: number): void => {
      const recordId = reports[position];
      const decision = decisions[position];
      if (recordId !== undefined && decision !== undefined) show(recordId, decision);
    };
    const positions = this.positionsAt(stage);
    if (positions) for (const position of positions) visit(position);
    else for (let position = 0; position < reports.length; position += 1) visit(position);
  }

  /** Positions of the reports a stage is about; undefined for all of them. */
  positionsAt(stage: ScreeningStage): readonly number[] | undefined {
    if (stage === 'title-abstract') return undefined;
    const { decisions, seen } = this.#list('title-abstract');
    if (this.#forward?.at !== seen) {
      const positions: number[] = [];
      for (const [position, { status }] of decisions.entries()) {
        if (status === 'include') positions.push(position);
      }
      this.#forward = { at: seen, positions };
    }
    return this.#forward.positions;
  }

  /** A coder's view of a stage; see `CoderView`. */
  viewOf(stage: ScreeningStage, coder: AuthorId): CoderView {
    const key = `${stage} ${coder}`;
    const at = this.#list('title-abstract').seen + this.#list(stage).seen;
    const known = this.#views.get(key);
    if (known?.at === at) return known.view;
    const view = this.#view(stage, coder);
    this.#views.set(key, { at, view });
    return view;
  }

  #view(stage: ScreeningStage, coder: AuthorId): CoderView {
    const { slice, rules, membersOf } = this.#context;
    const atTitles = stage === 'title-abstract';
    const pilot = atTitles ? this.#context.pilot : undefined;
    const allocation = atTitles ? this.#context.allocation : undefined;
    const { codersNeeded: needed, routing } = rules[stage];
    const settledLeave = routing?.settledLeavesQueue ?? false;
    const entries: BlindEntry[] = [];
    const queue: RecordId[] = [];
    let done = 0;
    this.each(stage, (recordId, decision) => {
      const { votes, status } = decision;
      const own = votes.find((vote) => vote.authorId === coder);
      const sealed = sealedVoters(slice, stage, membersOf(recordId));
      const others = countOthers(coder, votes, sealed);
      entries.push({ recordId, own, others });
      if (own) done += 1;
      else if ('unread' in decision) return;
      else if (stage === 'full-text' && isNotRetrieved(slice, membersOf(recordId))) return;
      else if (pilot?.open) {
        if (pilot.records.has(recordId) && pilot.coders.includes(coder)) queue.push(recordId);
      } else if (settledLeave && (status === 'include' || status === 'exclude')) return;
      else if (
        isOffered(allocation, recordId, coder, [...votes.map((vote) => vote.authorId), ...sealed], needed)
      )
        queue.push(recordId);
    });
    return { entries, queue, done };
  }

  #list(stage: ScreeningStage): StageList {
    const { reports, changed } = this.#context;
    const changes = changed?.[stage] ?? [];
    let list = this.#lists.get(stage);
    if (!list) {
      list = { decisions: reports.map((id) => this.#decide(stage, id)), seen: changes.length };
      this.#lists.set(stage, list);
    }
    for (; list.seen < changes.length; list.seen += 1) {
      const id = changes[list.seen];
      const position = id === undefined ? undefined : this.#positionOf(id);
      const report = position === undefined ? undefined : reports[position];
      if (position !== undefined && report !== undefined)
        list.decisions[position] = this.#decide(stage, report);
    }
    return list;
  }

  #decide(stage: ScreeningStage, id: RecordId): StageDecision {
    const { slice, rules, membersOf } = this.#context;
    return decideStage(slice, stage, rules[stage], membersOf(id));
  }

  /** The position of the report a record belongs to; undefined for a record of no report here. */
  #positionOf(id: RecordId): number | undefined {
    if (this.#positions === undefined) {
      const positions = new Map<RecordId, number>();
      for (const [position, report] of this.#context.reports.entries()) {
        for (const member of this.#context.membersOf(report)) positions.set(member, position);
      }
      this.#positions = positions;
    }
    return this.#positions.get(id);
  }
}

const kept = new WeakMap<ScreeningContext, StandingDecisions>();

/** Where the reports of a context stand now: kept up to date where changes are noted, worked out anew where not. */
export function standingDecisions(context: ScreeningContext): StandingDecisions {
  if (context.changed === undefined) return new StandingDecisions(context);
  let standing = kept.get(context);
  if (!standing) {
    standing = new StandingDecisions(context);
    kept.set(context, standing);
  }
  return standing;
}
