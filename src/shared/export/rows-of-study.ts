import {
  chooseResults,
  codedCharacteristics,
  designEffectOfStudy,
  effectOfResult,
  withoutSharing,
  type ExtractedResult,
  type ExtractionContent,
  type ResultEffect,
  type ResultUse,
  type UnsharedResult,
} from '../extraction';
import type { LocalId } from '../kernel';
import type { Protocol } from '../protocol';
import {
  assess,
  plainJudgement,
  policyOf,
  standingJudgements,
  toolOf,
  type AssessmentContent,
} from '../risk-of-bias';
import { composedRows } from './composed-rows';
import type { PoolingSheet, PoolingSheetRow } from './pooling-sheet';

/** What of a study goes into the sheet: its settled extraction and the risk of bias that holds for a result. */
export type StudyForSheet = {
  readonly studyId: string;
  readonly label: string;
  readonly content: ExtractionContent;
  readonly assessmentOf: (resultId: string) => AssessmentContent | null;
  /** What persons decided about single results, against the protocol's rule or beside it. */
  readonly uses?: ReadonlyMap<LocalId, ResultUse>;
};

type StudyRows = Pick<PoolingSheet, 'rows' | 'leftOut'> & {
  readonly notChosen: NonNullable<PoolingSheet['notChosen']>;
};

/**
 * The rows of one study under a protocol: results chosen by its rule, arms that stand in several comparisons counted once,
 * clusters heeded, instruments put together where it says so. Beside them the results without an effect and those not
 * chosen, each with the reason.
 */
export function rowsOfStudy(study: StudyForSheet, protocol: Protocol): StudyRows {
  const { studyId, label, content, uses } = study;
  const design = designEffectOfStudy(content, protocol);
  const effectOf = (result: ExtractedResult) => effectOfResult(result, protocol.effect, design?.factor);
  const choices = chooseResults(content.results, protocol, (result) => effectOf(result).ok, uses);
  const rows: PoolingSheetRow[] = [];
  const leftOut: PoolingSheet['leftOut'] = [];
  const notChosen: StudyRows['notChosen'] = [];
  const chosen = content.results.filter((result) => {
    const choice = choices.get(result.id);
    if (choice?.used !== false) return true;
    const reason = uses?.get(result.id)?.reason;
    notChosen.push({
      study: label,
      studyId,
      resultId: result.id,
      instrument: result.instrument,
      timepoint: result.timepoint.label,
      why: choice.why,
      ...(choice.insteadOf === undefined ? {} : { insteadOf: choice.insteadOf }),
      ...(reason === undefined ? {} : { reason }),
    });
    return false;
  });
  for (const unshared of withoutSharing(chosen, protocol.extraction?.sharedArms ?? 'keep')) {
    const { result } = unshared;
    const effect = effectOf(result);
    if (!effect.ok || !(effect.value.se > 0)) {
      leftOut.push({
        study: label,
        instrument: result.instrument,
        code: effect.ok ? 'pooled-sd-zero' : effect.error.code,
      });
      continue;
    }
    rows.push(rowOf(study, protocol, unshared, effect.value, design ?? undefined));
  }
  const { selection } = protocol.extraction ?? {};
  return {
    rows: selection?.several === 'composite' ? composedRows(rows, selection.correlation) : rows,
    leftOut,
    notChosen,
  };
}

function rowOf(
  { studyId, label, content, assessmentOf }: StudyForSheet,
  protocol: Protocol,
  { result, shared, extra, of }: UnsharedResult,
  effect: ResultEffect,
  design: { readonly factor: number; readonly assumed: boolean } | undefined,
): PoolingSheetRow {
  const places = placesOf(result.input);
  const clustered = design !== undefined && !result.heedsClusters && !result.shape.startsWith('cluster-');
  const imputed =
    Object.values(result.input).some(({ assumed }) => assumed === true) || (clustered && design.assumed);
  const arms = of.length === 0 ? [result.armT] : armsOf(content, of);
  return {
    studyId,
    study: label,
    resultId: result.id,
    domainId: result.domainId,
    domain: protocol.outcomeDomains.find(({ id }) => id === result.domainId)?.label ?? '',
    outcome: result.outcome,
    instrument: result.instrument,
    higherIsBetter: result.higherIsBetter,
    timepoint: result.timepoint.label,
    weeks: result.timepoint.weeks,
    windowId: result.timepoint.windowId,
    window: protocol.windows.find(({ id }) => id === result.timepoint.windowId)?.label ?? '',
    armT: arms.map((arm) => armLabel(content, arm)).join(' + '),
    armC: armLabel(content, result.armC),
    comparator: comparatorOf(content, result.armC, protocol.comparators),
    shape: result.shape,
    values: valuesOf(result.input),
    estimate: effect.estimate,
    se: withExtraVariance(effect, result, extra, clustered ? design.factor : 1),
    riskOfBias: judgementsOf(assessmentOf(result.id), protocol.riskOfBias),
    characteristics: codedCharacteristics(content.characteristics, protocol),
    ...(places === undefined ? {} : { places }),
    ...(imputed ? { imputed } : {}),
    ...(clustered ? { designEffect: design.factor } : {}),
    ...(shared === undefined ? {} : { sharedArm: shared }),
  };
}

/**
 * The standard error where people of a shared arm could not be divided in the numbers: 1/n more in the variance of a
 * standardised difference for each further comparison, as dividing n by their number gives.
 */
function withExtraVariance(
  { se, scale }: ResultEffect,
  result: ExtractedResult,
  extra: UnsharedResult['extra'],
  designEffect: number,
): number {
  if (!extra || scale !== 'SMD') return se;
  const more = (arm: 'T' | 'C'): number => {
    const n = result.input[`n${arm}`]?.value ?? result.input[`arm${arm}.n`]?.value;
    return n ? extra[arm] / n : 0;
  };
  return Math.sqrt(se * se + (more('T') + more('C')) * designEffect);
}

const armsOf = (content: ExtractionContent, ids: readonly string[]): string[] => [
  ...new Set(content.results.filter(({ id }) => ids.includes(id)).map(({ armT }) => armT)),
];

const armLabel = (content: ExtractionContent, id: string): string =>
  content.arms.find((arm) => arm.id === id)?.label ?? '';

function comparatorOf(
  content: ExtractionContent,
  armId: string,
  comparators: readonly { readonly id: string; readonly label: string }[],
): string {
  const id = content.arms.find((arm) => arm.id === armId)?.comparatorId;
  return comparators.find((comparator) => comparator.id === id)?.label ?? armLabel(content, armId);
}

type Input = ExtractionContent['results'][number]['input'];

function valuesOf(input: Input): PoolingSheetRow['values'] {
  const values: PoolingSheetRow['values'] = {};
  for (const [field, { value }] of Object.entries(input)) if (value !== null) values[field] = value;
  return values;
}

/** Pages and quotes of the numbers that have one. */
function placesOf(input: Input): PoolingSheetRow['places'] {
  const places: NonNullable<PoolingSheetRow['places']> = {};
  for (const [field, { page, quote }] of Object.entries(input)) {
    if (!page && !quote) continue;
    places[field] = { ...(page ? { page } : {}), ...(quote ? { quote } : {}) };
  }
  return Object.keys(places).length === 0 ? undefined : places;
}

function judgementsOf(
  content: AssessmentContent | null,
  rules: Protocol['riskOfBias'],
): PoolingSheetRow['riskOfBias'] {
  const tool = content ? toolOf(content, 'en', rules.ownTools) : undefined;
  if (!content || !tool) return {};
  const words: PoolingSheetRow['riskOfBias'] = {};
  for (const [id, judgement] of Object.entries(standingJudgements(assess(content, tool, policyOf(rules))))) {
    // A checklist's decision to include is no degree of risk.
    const word =
      id === 'overall' && tool.overall.judgements ? undefined : plainJudgement(tool.judgements, judgement);
    if (word !== undefined) words[id] = word;
  }
  return words;
}
