import { effectOfResult, type ExtractionContent } from '../extraction';
import type { Protocol } from '../protocol';
import {
  assess,
  plainJudgement,
  policyOf,
  standingJudgements,
  toolOf,
  type AssessmentContent,
} from '../risk-of-bias';
import type { PoolingSheet, PoolingSheetRow } from './pooling-sheet';

/** What of a study goes into the sheet: its settled extraction and the risk of bias that holds for a result. */
export type StudyForSheet = {
  readonly studyId: string;
  readonly label: string;
  readonly content: ExtractionContent;
  readonly assessmentOf: (resultId: string) => AssessmentContent | null;
};

/** The rows of one study under a protocol, and the results that give no effect, each with the reason. */
export function rowsOfStudy(
  { studyId, label, content, assessmentOf }: StudyForSheet,
  protocol: Protocol,
): Pick<PoolingSheet, 'rows' | 'leftOut'> {
  const rows: PoolingSheetRow[] = [];
  const leftOut: PoolingSheet['leftOut'] = [];
  for (const result of content.results) {
    const effect = effectOfResult(result, protocol.effect);
    if (!effect.ok || !(effect.value.se > 0)) {
      leftOut.push({
        study: label,
        instrument: result.instrument,
        code: effect.ok ? 'pooled-sd-zero' : effect.error.code,
      });
      continue;
    }
    const places = placesOf(result.input);
    rows.push({
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
      armT: armLabel(content, result.armT),
      armC: armLabel(content, result.armC),
      comparator: comparatorOf(content, result.armC, protocol.comparators),
      shape: result.shape,
      values: valuesOf(result.input),
      estimate: effect.value.estimate,
      se: effect.value.se,
      riskOfBias: judgementsOf(assessmentOf(result.id), protocol.riskOfBias),
      characteristics: content.characteristics,
      ...(places === undefined ? {} : { places }),
      ...(Object.values(result.input).some(({ assumed }) => assumed === true) ? { imputed: true } : {}),
    });
  }
  return { rows, leftOut };
}

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
