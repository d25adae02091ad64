import { doAtOnce, mayStop, type AuthorId, type RecordId, type Work } from '../kernel';
import { coderRow, type CoderRow } from './coder-row';
import type { CoderView, ScreeningContext } from './context';
import { decideStage, type StageDecision } from './decision';
import type { ScreeningStage } from './events';
import { KeptView } from './kept-view';
import { manyChanges, NotedChanges } from './noted-changes';
import { byNumber, keepIn } from './sorted-list';

/** The decisions of one stage by position of the report, and how many of the noted changes they account for. */
type StageList = {
  readonly decisions: StageDecision[];
  /** The positions decided so, in order; another array as soon as they are others. */
  include: readonly number[];
  conflict: readonly number[];
  seen: number;
};

/**
 * Where every report of a context stands. A context that notes its changes keeps one of these, and only the reports that
 * changed are decided anew: in a review of 50,000 records a vote costs one decision, not 50,000.
 */
export class StandingDecisions {
  readonly #context: ScreeningContext;
  readonly #lists = new Map<ScreeningStage, StageList>();
  readonly #views = new Map<string, KeptView>();
  #positions: ReadonlyMap<RecordId, number> | undefined;
  #forward: { readonly at: readonly number[]; readonly reports: readonly RecordId[] } | undefined;

  constructor(context: ScreeningContext) {
    this.#context = context;
  }

  /** Works out beforehand what a coder's views of a stage are made of, so that whoever asks need not wait. */
  *prepare(stage: ScreeningStage, coder: AuthorId): Work<void> {
    yield* this.#positionsOfRecords();
    yield* this.#listOf('title-abstract');
    yield* this.#listOf(stage);
    yield* this.#keptView(stage, coder).prepare();
  }

  /** Shows every report a stage is about with where it stands there, in order. */
  each(stage: ScreeningStage, show: (recordId: RecordId, decision: StageDecision) => void): void {
    const { decisions } = this.#list(stage);
    const positions = this.#positionsAt(stage);
    if (positions) for (const position of positions) this.#visit(decisions, position, show);
    else
      for (let position = 0; position < decisions.length; position += 1)
        this.#visit(decisions, position, show);
  }

  /** Shows the reports a stage is about that are decided so, in order, without looking at the others. */
  eachDecided(
    stage: ScreeningStage,
    status: 'include' | 'conflict',
    show: (recordId: RecordId, decision: StageDecision) => void,
  ): void {
    const list = this.#list(stage);
    for (const position of list[status])
      if (this.#isAt(stage, position)) this.#visit(list.decisions, position, show);
  }

  #visit(
    decisions: readonly StageDecision[],
    position: number,
    show: (recordId: RecordId, decision: StageDecision) => void,
  ): void {
    const recordId = this.#context.reports[position];
    const decision = decisions[position];
    if (recordId !== undefined && decision !== undefined) show(recordId, decision);
  }

  /** Positions of the reports a stage is about, the same array while they are the same; undefined for all of them. */
  #positionsAt(stage: ScreeningStage): readonly number[] | undefined {
    return stage === 'title-abstract' ? undefined : this.#list('title-abstract').include;
  }

  /** Whether a stage is about the report at a position. */
  #isAt(stage: ScreeningStage, position: number): boolean {
    return (
      stage === 'title-abstract' || this.#list('title-abstract').decisions[position]?.status === 'include'
    );
  }

  /** The reports a stage is about, in order; the same array while they are the same. */
  reportsAt(stage: ScreeningStage): readonly RecordId[] {
    const { reports } = this.#context;
    const at = this.#positionsAt(stage);
    if (at === undefined) return reports;
    if (this.#forward?.at !== at)
      this.#forward = { at, reports: at.flatMap((position) => reports[position] ?? []) };
    return this.#forward.reports;
  }

  /** A coder's view of a stage; see `CoderView`. */
  viewOf(stage: ScreeningStage, coder: AuthorId): CoderView {
    return this.#keptView(stage, coder).now();
  }

  /** What a coder may know of a report, and whether it waits; undefined where the stage is not about it. */
  rowOf(stage: ScreeningStage, coder: AuthorId, recordId: RecordId): CoderRow | undefined {
    const position = this.positionOf(recordId);
    const decision = position === undefined ? undefined : this.#list(stage).decisions[position];
    if (position === undefined || decision === undefined || !this.#isAt(stage, position)) return undefined;
    return coderRow(this.#context, stage, coder, recordId, decision);
  }

  /** What changes at a stage from now on, and `besides`. */
  changesAt(stage: ScreeningStage, ...besides: readonly 'annotated'[]): NotedChanges {
    // What is decided on titles and abstracts says which reports there are at full text.
    const lists = stage === 'title-abstract' ? [stage] : (['title-abstract', stage] as const);
    return new NotedChanges(this.#context, [...lists, ...besides], (id) => {
      const position = this.positionOf(id);
      return position === undefined ? undefined : this.#context.reports[position];
    });
  }

  /** Reports in the order of the context. */
  readonly byPosition = (a: RecordId, b: RecordId): number =>
    (this.positionOf(a) ?? 0) - (this.positionOf(b) ?? 0);

  /** The position of the report a record belongs to; undefined for a record of no report here. */
  positionOf(id: RecordId): number | undefined {
    return (this.#positions ?? doAtOnce(this.#positionsOfRecords())).get(id);
  }

  *#positionsOfRecords(): Work<ReadonlyMap<RecordId, number>> {
    if (this.#positions) return this.#positions;
    const positions = new Map<RecordId, number>();
    for (const [position, report] of this.#context.reports.entries()) {
      for (const member of this.#context.membersOf(report)) positions.set(member, position);
      if (mayStop(position)) yield;
    }
    this.#positions = positions;
    return positions;
  }

  #keptView(stage: ScreeningStage, coder: AuthorId): KeptView {
    const key = `${stage} ${coder}`;
    let view = this.#views.get(key);
    if (!view) {
      const changes = this.changesAt(stage);
      view = new KeptView({
        reports: () => this.reportsAt(stage),
        rowOf: (id) => this.rowOf(stage, coder, id),
        touched: () => changes.touched(),
        byPosition: this.byPosition,
      });
      this.#views.set(key, view);
    }
    return view;
  }

  #list(stage: ScreeningStage): StageList {
    const changes = this.#context.changed?.[stage] ?? [];
    const list = this.#lists.get(stage) ?? doAtOnce(this.#listOf(stage));
    if (list.seen < changes.length) this.#decideAnew(list, stage, changes);
    return list;
  }

  *#listOf(stage: ScreeningStage): Work<StageList> {
    const known = this.#lists.get(stage);
    // What changes while this is worked out is decided once more.
    const seen = this.#context.changed?.[stage].length ?? 0;
    if (known && seen - known.seen <= manyChanges) return known;
    const decisions: StageDecision[] = [];
    const include: number[] = [];
    const conflict: number[] = [];
    for (const [position, id] of this.#context.reports.entries()) {
      const decision = this.#decide(stage, id);
      decisions.push(decision);
      if (decision.status === 'include') include.push(position);
      if (decision.status === 'conflict') conflict.push(position);
      if (mayStop(position)) yield;
    }
    // Somebody may have asked meanwhile, who could not wait.
    const meanwhile = this.#lists.get(stage);
    if (meanwhile && meanwhile !== known) return meanwhile;
    const list = { decisions, include, conflict, seen };
    this.#lists.set(stage, list);
    return list;
  }

  #decideAnew(list: StageList, stage: ScreeningStage, changes: readonly RecordId[]): void {
    const { reports } = this.#context;
    const moved = { include: [...list.include], conflict: [...list.conflict] };
    const others = { include: false, conflict: false };
    for (; list.seen < changes.length; list.seen += 1) {
      const id = changes[list.seen];
      const position = id === undefined ? undefined : this.positionOf(id);
      const report = position === undefined ? undefined : reports[position];
      if (position === undefined || report === undefined) continue;
      const decision = this.#decide(stage, report);
      list.decisions[position] = decision;
      for (const status of ['include', 'conflict'] as const)
        if (keepIn(moved[status], position, byNumber, decision.status === status)) others[status] = true;
    }
    if (others.include) list.include = moved.include;
    if (others.conflict) list.conflict = moved.conflict;
  }

  #decide(stage: ScreeningStage, id: RecordId): StageDecision {
    const { slice, rules, membersOf } = this.#context;
    return decideStage(slice, stage, rules[stage], membersOf(id));
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
