import {
  alarmKey,
  basisOfResult,
  resultKey,
  rowsOfExtractions,
  runChecks,
  tableChecks,
  type Alarm,
  type AlarmCleared,
  type CorrectionChange,
  type ExtractedStudy,
  type ResultCorrected,
} from '../checks';
import type { ExtractionContent } from '../extraction';
import { studyIdOfSheet } from '../extraction/sheet';
import type { StudyId } from '../kernel';
import { currentProtocol, studiesOf, type ReviewState, type Signed, type Study } from '../review';

/** An alarm about a final extraction with what the team answered; an answer to other numbers no longer counts. */
export type ReviewAlarm = Alarm & {
  readonly key: string;
  readonly instrument: string;
  readonly cleared: Signed<AlarmCleared> | undefined;
  readonly correction: Signed<ResultCorrected> | undefined;
};

/** Nobody has answered, and it is more than a note. */
export const isOutstanding = ({ severity, cleared, correction }: ReviewAlarm): boolean =>
  severity !== 'note' && cleared === undefined && correction === undefined;

/** Standing risk-of-bias judgements of a result, by domain. */
export type JudgementsOf = (studyId: string, resultId: string) => { readonly [domain: string]: string };

/**
 * The alarms of a review: about final extractions alone, so that every member may see every one of them while studies
 * are still extracted blind.
 */
export function alarmsOfReview(
  state: ReviewState,
  labelOf: (study: Study) => string,
  judgementsOf: JudgementsOf,
): ReviewAlarm[] {
  const studies = finalStudies(state, labelOf);
  const rows = rowsOf(state, studies, judgementsOf);
  const results = new Map(
    studies.flatMap(({ studyId, content }) =>
      content.results.map((result) => [resultKey({ studyId, resultId: result.id }), result] as const),
    ),
  );
  const places = new Map(rows.map((row) => [resultKey(row), row.number]));
  return [...runChecks(rows), ...alarmsOfTables(state, places)].sort(byPlace).map((alarm): ReviewAlarm => {
    const key = alarmKey(alarm);
    const result = results.get(resultKey(alarm));
    const basis = result ? basisOfResult(result) : '';
    const cleared = state.clearedAlarms.get(key);
    return {
      ...alarm,
      key,
      instrument: result?.instrument ?? '',
      cleared: cleared?.body.basis === basis ? cleared : undefined,
      correction: answering(standingCorrection(state, alarm, basis), alarm.check),
    };
  });
}

/**
 * The alarms about a coder's own extraction of a study, as it is entered: the own numbers, beside those of studies that
 * are already final. Nothing of the other coder is in them.
 */
export function alarmsOfCoder(
  state: ReviewState,
  labelOf: (study: Study) => string,
  studyId: StudyId,
  own: ExtractionContent,
): Alarm[] {
  const others = finalStudies(state, labelOf).filter((study) => study.studyId !== studyId);
  const rows = rowsOf(state, [...others, { studyId, study: '', content: own }], () => ({}));
  const place = new Map(own.results.map((result, index) => [result.id, index + 1]));
  return runChecks(rows)
    .filter((alarm) => alarm.studyId === studyId)
    .map((alarm) => ({ ...alarm, row: place.get(alarm.resultId) ?? 0 }));
}

/** Alarms that a change, if it is right, answers beside the one it was found by. */
const alsoAnswered: { readonly [C in CorrectionChange]: readonly string[] } = {
  'sd-is-se': ['se-as-sd', 'sd-se-differ', 'unusual-effect', 't-differs', 'p-differs'],
  sign: ['sign', 'direction-differs'],
  'leave-out': [],
};

const answering = (
  correction: Signed<ResultCorrected> | undefined,
  check: string,
): Signed<ResultCorrected> | undefined =>
  correction &&
  (correction.body.check === check ||
    correction.body.change === 'leave-out' ||
    alsoAnswered[correction.body.change].includes(check))
    ? correction
    : undefined;

/** A correction counts while the numbers it is about are as they were. */
export function standingCorrection(
  state: Pick<ReviewState, 'corrections'>,
  about: { readonly studyId: string; readonly resultId: string },
  basis: string,
): Signed<ResultCorrected> | undefined {
  const correction = state.corrections.get(resultKey(about));
  return correction?.body.basis === basis ? correction : undefined;
}

const byPlace = (a: Alarm, b: Alarm): number => a.row - b.row;

const rowsOf = (state: ReviewState, studies: readonly ExtractedStudy[], judgementsOf: JudgementsOf) => {
  const protocol = currentProtocol(state)?.protocol;
  if (!protocol) return [];
  return rowsOfExtractions(studies, protocol).map((row) => ({
    ...row,
    riskOfBias: judgementsOf(row.studyId, row.resultId),
  }));
};

type FinalStudy = ExtractedStudy & { readonly studyId: StudyId };

const finalStudies = (state: ReviewState, labelOf: (study: Study) => string): FinalStudy[] =>
  studiesOf(state).flatMap((study): FinalStudy[] => {
    const final = state.finalExtractions.get(study.studyId);
    return final
      ? [{ studyId: study.studyId, study: study.label ?? labelOf(study), content: final.body.content }]
      : [];
  });

/** What only the imported table showed, as long as the result that came with it is there. */
function alarmsOfTables(state: ReviewState, places: ReadonlyMap<string, number>): Alarm[] {
  return state.sheets.flatMap(({ body }) =>
    body.findings.flatMap(({ row, study, code, severity, detail }): Alarm[] => {
      if (!tableChecks.has(code)) return [];
      const about = { studyId: studyIdOfSheet(study), resultId: `row-${row}` };
      const place = places.get(resultKey(about));
      if (place === undefined || state.finalExtractions.get(about.studyId)?.body.method !== 'sheet')
        return [];
      return [{ check: code, severity, row: place, study, ...about, columns: [], detail }];
    }),
  );
}
