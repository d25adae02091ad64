import { effectOfResult } from '../extraction';
import type { ExtractionContent } from '../extraction';
import { currentProtocol, studiesOf, type ReviewState, type Study } from '../review';
import { assess } from '../risk-of-bias';
import {
  poolingSheetFormat,
  poolingSheetVersion,
  type PoolingSheet,
  type PoolingSheetRow,
} from './pooling-sheet';

/**
 * The pooling sheet of a review as it stands: final extractions only, effects under the protocol in force, final risk
 * of bias of the result or else of the study.
 * @param labelOf label of a study that was given none by hand (its first report's short citation)
 */
export function sheetOfReview(state: ReviewState, labelOf: (study: Study) => string): PoolingSheet {
  const version = currentProtocol(state);
  const protocol = version?.protocol;
  const sheet: PoolingSheet = {
    format: poolingSheetFormat,
    version: poolingSheetVersion,
    review: state.title,
    protocolVersion: version?.number ?? 0,
    measure: protocol?.effect.measure ?? 'SMD',
    varianceFormula: protocol?.effect.varianceFormula ?? 'LS',
    pooling: { method: protocol?.pooling.method ?? 'REML', test: protocol?.pooling.test ?? 'hk' },
    rows: [],
    leftOut: [],
  };
  if (!protocol) return sheet;
  for (const study of studiesOf(state)) {
    const final = state.finalExtractions.get(study.studyId);
    if (!final) continue;
    const { content } = final.body;
    const label = study.label ?? labelOf(study);
    for (const result of content.results) {
      const effect = effectOfResult(result, protocol.effect);
      if (!effect.ok || !(effect.value.se > 0)) {
        sheet.leftOut.push({
          study: label,
          instrument: result.instrument,
          code: effect.ok ? 'pooled-sd-zero' : effect.error.code,
        });
        continue;
      }
      sheet.rows.push({
        studyId: study.studyId,
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
        riskOfBias: riskOfBiasOf(state, study.studyId, result.id),
        characteristics: content.characteristics,
      });
    }
  }
  return sheet;
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

function valuesOf(input: ExtractionContent['results'][number]['input']): PoolingSheetRow['values'] {
  const values: PoolingSheetRow['values'] = {};
  for (const [field, { value }] of Object.entries(input)) if (value !== null) values[field] = value;
  return values;
}

function riskOfBiasOf(state: ReviewState, studyId: string, resultId: string): PoolingSheetRow['riskOfBias'] {
  const final = state.finalAssessments.get(`${studyId} ${resultId}`) ?? state.finalAssessments.get(studyId);
  if (!final) return {};
  const assessed = assess(final.body.content);
  const judgements: PoolingSheetRow['riskOfBias'] = {};
  for (const { domain, standing } of assessed.domains) if (standing) judgements[domain.id] = standing;
  if (assessed.overall.standing) judgements['overall'] = assessed.overall.standing;
  return judgements;
}
