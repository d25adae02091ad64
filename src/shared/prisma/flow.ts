/**
 * The PRISMA 2020 flow as counts (Page et al. 2021, BMJ 372:n71): what went in, as people decided it, and what each box
 * of the diagram says. Box names are those of the PRISMA2020 R package.
 */

export type FlowDecision = 'include' | 'maybe' | 'exclude';

export type FlowRecord = {
  readonly id: string;
  /** How many alike records the row stands for; 1 unless said. */
  readonly n?: number;
  readonly stream: 'databases' | 'other';
  /** database, register, website, organisation, citation, or another kind without a line of its own. */
  readonly kind: string;
  readonly source: string;
  /** The record it duplicates, or "*" for a bulk row of duplicates. */
  readonly duplicateOf?: string | null;
  /** Removed before screening. */
  readonly removed?: 'automation' | 'other' | null;
  readonly votes?: readonly FlowDecision[];
  readonly resolved?: 'include' | 'exclude' | null;
  readonly screenedBy?: 'automation' | null;
  readonly report?: string | null;
};

export type FlowReport = {
  readonly id: string;
  readonly retrieval?: 'retrieved' | 'not-retrieved' | null;
  readonly votes?: readonly FlowDecision[];
  readonly resolved?: 'include' | 'exclude' | null;
  readonly reason?: string | readonly string[] | null;
  readonly studies?: readonly string[];
};

export type FlowStudy = {
  readonly id: string;
  readonly previous?: boolean;
  readonly inMetaAnalysis?: boolean;
};

export type FlowLedger = {
  readonly options?: {
    readonly flow?: 'v1' | 'v2';
    readonly updated?: boolean;
    readonly metaAnalysis?: boolean;
    readonly screenersNeeded?: number;
    /** Full-text exclusion reasons, most basic first. */
    readonly reasonOrder?: readonly string[];
  };
  readonly previous?: {
    readonly studies: number;
    readonly reports: number;
    readonly studiesInMetaAnalysis?: number;
    readonly reportsInMetaAnalysis?: number;
  };
  readonly records: readonly FlowRecord[];
  readonly reports: readonly FlowReport[];
  readonly studies: readonly FlowStudy[];
};

export type FlowCount = number | { readonly [label: string]: number };
export type FlowCounts = { readonly [box: string]: FlowCount };

export type FlowIssue = {
  readonly level: 'error' | 'warn' | 'info';
  readonly code: string;
  readonly record?: string;
  readonly report?: string;
  readonly study?: string;
};

export type Flow = {
  readonly boxes: FlowCounts;
  /** Counts without a box: footnotes. */
  readonly extra: FlowCounts;
  /** Work not finished; all zero in a final diagram. */
  readonly pending: FlowCounts;
  readonly provisional: boolean;
  readonly issues: readonly FlowIssue[];
  /** Ids of the invariants that do not hold. */
  readonly broken: readonly string[];
  /** The records, reports or studies that keep a broken invariant from holding, by its id. */
  readonly breaking: { readonly [invariant: string]: readonly string[] };
  /** The records, reports or studies behind a number, by box (and `box: label` for listed ones). */
  readonly behind: { readonly [box: string]: readonly string[] };
};
