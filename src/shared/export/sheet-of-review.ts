import { currentProtocol, studiesOf, type ReviewState, type Study } from '../review';
import { emptySheet } from './empty-sheet';
import type { PoolingSheet } from './pooling-sheet';
import { rowsOfStudy } from './rows-of-study';

/**
 * The pooling sheet of a review as it stands: final extractions only, effects under the protocol in force, final risk
 * of bias of the result or else of the study.
 * @param labelOf label of a study that was given none by hand (its first report's short citation)
 */
export function sheetOfReview(state: ReviewState, labelOf: (study: Study) => string): PoolingSheet {
  const version = currentProtocol(state);
  const protocol = version?.protocol;
  const sheet = emptySheet(state.title, protocol, version?.number ?? 0);
  if (!protocol) return sheet;
  for (const study of studiesOf(state)) {
    const final = state.finalExtractions.get(study.studyId);
    if (!final) continue;
    const { rows, leftOut } = rowsOfStudy(
      {
        studyId: study.studyId,
        label: study.label ?? labelOf(study),
        content: final.body.content,
        assessmentOf: (resultId) =>
          (
            state.finalAssessments.get(`${study.studyId} ${resultId}`) ??
            state.finalAssessments.get(study.studyId)
          )?.body.content ?? null,
      },
      protocol,
    );
    sheet.rows.push(...rows);
    sheet.leftOut.push(...leftOut);
  }
  return sheet;
}
