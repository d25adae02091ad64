import type { NotPoolableReason } from '../studies';
import type { PoolingSheetRow } from '../export';
import type { Result } from '../kernel';
import type { PoolError } from '../pooling';
import type { AnalysisPlan, PlannedOutcome } from '../protocol';
import type { AnalysedRow, Dependence, Participants } from './analysed-rows';
import type { CorrectedRow } from './corrections';
import type { DirectionCell, DirectionTable } from './direction';
import type { MeasureName } from './measure-of-row';
import type { Nnt } from './nnt';
import type { Model, Pooled } from './pooled';
import type { SensitivityAnalysis, SmallStudyAnalysis, Step } from './sensitivity';
import type { ModeratorAnalysis, SubgroupAnalysis } from './subgroups';

/** What is tried out in the window instead of the plan; every difference becomes a departure. */
export type Choices = Partial<Model> & Partial<Pick<AnalysisPlan, 'minimumTrials' | 'sharedControls'>>;

/** Why an outcome has no pooled effect. */
export type NotPooled =
  | { readonly why: 'no-rows' }
  | { readonly why: 'narrative' }
  | { readonly why: 'too-few'; readonly trials: number; readonly minimum: number }
  | { readonly why: 'error'; readonly error: PoolError };

/** One line of the results page: a planned outcome in a window under a measure (and for raw differences an instrument). */
export type Analysis = {
  readonly key: string;
  readonly outcome: PlannedOutcome;
  readonly windowId: string | null;
  readonly window: string;
  readonly measure: MeasureName;
  readonly scale: 'linear' | 'log';
  /** The measure is one of `alsoAs`: shown beside the planned one. */
  readonly besides: boolean;
  readonly instrument: string | null;
  readonly rows: readonly AnalysedRow[];
  readonly trials: number;
  readonly participants: Participants;
  readonly result: Result<Pooled, NotPooled>;
  readonly nnt: Nnt | null;
  readonly directions: Pick<DirectionCell, 'direction' | 'benefit' | 'harm'>;
  readonly dependence: readonly Dependence[];
  readonly withoutMeasure: readonly PoolingSheetRow[];
  /** The same on the corrected sheet; null where no correction touches these rows. */
  readonly corrected: {
    readonly rows: readonly AnalysedRow[];
    readonly result: Result<Pooled, NotPooled>;
    readonly nnt: Nnt | null;
    readonly changed: readonly CorrectedRow[];
  } | null;
};

/** What belongs to one analysis and is worked out when it is looked at. */
export type AnalysisDetail = {
  readonly key: string;
  readonly subgroups: readonly SubgroupAnalysis[];
  readonly moderators: readonly ModeratorAnalysis[];
  readonly sensitivity: readonly SensitivityAnalysis[];
  readonly leaveOneOut: readonly Step[];
  readonly cumulative: readonly Step[];
  readonly smallStudies: SmallStudyAnalysis;
  readonly influence: readonly InfluencePoint[];
};

/** A trial in the Baujat plot (Baujat et al. 2002): what it adds to heterogeneity, and what it does to the estimate. */
export type InfluencePoint = {
  readonly key: string;
  readonly label: string;
  readonly heterogeneity: number;
  readonly influence: number;
  readonly rstudent: number;
  readonly cookD: number;
  /** A residual beyond ±1.96 or a Cook's distance above 1: to be looked at (Viechtbauer & Cheung 2010). */
  readonly standsApart: boolean;
};

export type Departure =
  | {
      readonly code:
        'method' | 'test' | 'dependence' | 'assumedCorrelation' | 'minimumTrials' | 'sharedControls';
      readonly planned: string;
      readonly used: string;
    }
  | { readonly code: 'no-plan' }
  | { readonly code: 'not-in-plan'; readonly rows: number; readonly outcomes: readonly string[] }
  | { readonly code: 'no-rows'; readonly label: string; readonly window: string }
  | {
      readonly code: 'too-few';
      readonly label: string;
      readonly window: string;
      readonly trials: number;
      readonly minimum: number;
    }
  | { readonly code: 'failed'; readonly label: string; readonly window: string; readonly error: PoolError }
  | { readonly code: 'field-empty'; readonly label: string; readonly field: string }
  | {
      readonly code: 'without-measure';
      readonly label: string;
      readonly measure: string;
      readonly rows: number;
    }
  | { readonly code: 'corrected'; readonly rows: number }
  | {
      readonly code: 'not-poolable';
      readonly studies: readonly { readonly study: string; readonly reason: NotPoolableReason }[];
    };

/** Passages under one code of the codebook, trial by trial. */
export type CodedPassages = {
  readonly groupId: string;
  readonly group: string;
  readonly codeId: string;
  readonly code: string;
  readonly trials: number;
  readonly passages: readonly {
    readonly studyId: string;
    readonly study: string;
    readonly quote: string;
    readonly page: string | null;
  }[];
};

/** The analysis plan filled in. */
export type Results = {
  readonly review: string;
  readonly protocolVersion: number;
  readonly plan: AnalysisPlan;
  readonly planned: Model;
  readonly model: Model;
  readonly predictionInterval: boolean;
  readonly measure: MeasureName;
  readonly varianceFormula: string;
  readonly rows: number;
  readonly trials: number;
  readonly analyses: readonly Analysis[];
  readonly departures: readonly Departure[];
  readonly directions: DirectionTable;
  readonly codes: readonly CodedPassages[];
  readonly leftOut: readonly { readonly study: string; readonly instrument: string; readonly code: string }[];
  readonly corrected: readonly CorrectedRow[];
};
