import { basisOfResult } from '../checks';
import { StudyId } from '../kernel';
import { currentProtocol, finalAssessmentFor, studiesOf, type ReviewState, type Study } from '../review';
import { alarmsOfReview, isOutstanding, standingCorrection, type ReviewAlarm } from './alarms-of-review';
import { emptySheet } from './empty-sheet';
import type { PoolingSheet, SheetAlarm, SheetCorrection } from './pooling-sheet';
import { provenanceOfSheet } from './provenance-of-sheet';
import { rowsOfStudy } from './rows-of-study';
import { studyNotPooled } from './study-not-pooled';

/**
 * The pooling sheet of a review as it stands: final extractions only, effects under the protocol in force, final risk
 * of bias of the result or else of the study; with the corrections the team made and the alarms nobody answered.
 * @param labelOf label of a study that was given none by hand (its first report's short citation)
 */
export const sheetOfReview = (state: ReviewState, labelOf: (study: Study) => string): PoolingSheet =>
  checkedSheet(state, labelOf).sheet;

/** The pooling sheet with every alarm about it, answered or not. */
export function checkedSheet(
  state: ReviewState,
  labelOf: (study: Study) => string,
): { readonly sheet: PoolingSheet; readonly alarms: readonly ReviewAlarm[] } {
  const version = currentProtocol(state);
  const protocol = version?.protocol;
  const sheet = emptySheet(state.title, protocol, version?.number ?? 0);
  if (!protocol) return { sheet, alarms: [] };
  const corrections: SheetCorrection[] = [];
  for (const study of studiesOf(state)) {
    const label = study.label ?? labelOf(study);
    const notPooled = studyNotPooled(state, study, label, protocol);
    if (notPooled) {
      sheet.notPoolable = [...(sheet.notPoolable ?? []), notPooled];
      continue;
    }
    const final = state.finalExtractions.get(study.studyId);
    if (!final) continue;
    const { content } = final.body;
    const { rows, leftOut, notChosen } = rowsOfStudy(
      {
        studyId: study.studyId,
        label,
        content,
        uses: state.resultUses.get(study.studyId),
        assessmentOf: (resultId) => {
          const result = content.results.find(({ id }) => id === resultId);
          const { domainId = null, timepoint } = result ?? {};
          return (
            finalAssessmentFor(state, study.studyId, {
              resultId,
              domainId,
              windowId: timepoint?.windowId ?? null,
            }) ?? null
          );
        },
      },
      protocol,
    );
    sheet.rows.push(...rows);
    sheet.leftOut.push(...leftOut);
    if (notChosen.length > 0) sheet.notChosen = [...(sheet.notChosen ?? []), ...notChosen];
    for (const result of content.results) {
      const about = { studyId: study.studyId, resultId: result.id };
      const standing = standingCorrection(state, about, basisOfResult(result));
      if (!standing) continue;
      const { change, reason, check } = standing.body;
      const by = state.coders.get(standing.authorId)?.name ?? standing.authorId;
      corrections.push({
        ...about,
        change,
        reason,
        by,
        at: standing.at,
        ...(check === null ? {} : { check }),
      });
    }
  }
  const judged = new Map(sheet.rows.map((row) => [`${row.studyId} ${row.resultId}`, row.riskOfBias]));
  const alarms = alarmsOfReview(state, labelOf, (studyId, resultId) =>
    isRob2(state, studyId, resultId) ? (judged.get(`${studyId} ${resultId}`) ?? {}) : {},
  );
  return {
    sheet: {
      ...sheet,
      ...(corrections.length === 0 ? {} : { corrections }),
      ...(alarms.length === 0 ? {} : { checks: alarms.map((alarm) => inSheet(state, alarm)) }),
      provenance: provenanceOfSheet(state, new Set(sheet.rows.map(({ studyId }) => studyId))),
    },
    alarms,
  };
}

function isRob2(state: ReviewState, studyId: string, resultId: string): boolean {
  const id = StudyId.safeParse(studyId);
  const assessment =
    state.finalAssessments.get(`${studyId} ${resultId}`) ??
    (id.success ? state.finalAssessments.get(id.data) : undefined);
  return assessment?.body.content.tool === 'rob2';
}

function inSheet(state: ReviewState, alarm: ReviewAlarm): SheetAlarm {
  const { check, severity, studyId, study, resultId, detail, cleared, correction } = alarm;
  const answer = correction ?? cleared;
  return {
    check,
    severity,
    studyId,
    study,
    resultId,
    detail: { ...detail },
    state: correction ? 'corrected' : cleared ? 'stands' : isOutstanding(alarm) ? 'outstanding' : 'noted',
    ...(answer
      ? {
          reason: answer.body.reason,
          by: state.coders.get(answer.authorId)?.name ?? answer.authorId,
          at: answer.at,
        }
      : {}),
  };
}
