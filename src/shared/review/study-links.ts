import { relatedReports, type RelatedPair } from '../documents';
import { findRegistrations } from '../formats';
import type { RecordId, StudyId } from '../kernel';
import type { CitationRecord } from '../records';
import { stageReports } from '../screening';
import type { Command } from './commands';
import { screeningContext, studyIdOfReport } from './contexts';
import { relatedTo } from './duplicate-account';
import { leadOf, membersOf, screenableRecords, type ReviewState } from './review-state';

/** Reports at full text that are linked as one study, whether or not they are included. */
export type LinkedReports = { readonly studyId: StudyId; readonly reports: readonly RecordId[] };

/** The study somebody said a report belongs to; undefined where nobody did. */
export const linkOf = (state: ReviewState, id: RecordId): StudyId | undefined =>
  membersOf(state, id)
    .map((member) => state.reportLinks.get(member))
    .find((study) => study !== undefined);

/** All reports at full text by study, in import order; most studies have one. It tells nothing of votes. */
export function linkedReports(state: ReviewState): LinkedReports[] {
  const studies = new Map<StudyId, RecordId[]>();
  for (const id of stageReports(screeningContext(state), 'full-text')) {
    const study = linkOf(state, id) ?? studyIdOfReport(id);
    const reports = studies.get(study);
    if (reports) reports.push(id);
    else studies.set(study, [id]);
  }
  return [...studies].map(([studyId, reports]) => ({ studyId, reports }));
}

/** Pairs that may be one study and about which nobody has said anything yet. */
export function suggestedLinks(
  state: ReviewState,
  recordOf: (id: RecordId) => CitationRecord | undefined,
): RelatedPair<RecordId>[] {
  const facts = stageReports(screeningContext(state), 'full-text').flatMap((id) => {
    const record = recordOf(id);
    if (!record) return [];
    const registrations = [...(record.registrations ?? []), ...findRegistrations(record.abstract ?? '')];
    return [{ ...record, id, registrations }];
  });
  return relatedReports(facts).filter(({ reports: [a, b] }) => {
    const [ofA, ofB] = [linkOf(state, a), linkOf(state, b)];
    if (ofA !== undefined && ofB !== undefined) return false;
    return (ofA ?? studyIdOfReport(a)) !== (ofB ?? studyIdOfReport(b));
  });
}

/**
 * Links reports, and whatever is linked with them, as one study: the one that was extracted or rated already, so that
 * nothing of that work moves out of sight; else the first.
 */
export function linkAsOne(state: ReviewState, reports: readonly RecordId[]): Command | null {
  const studies = linkedReports(state).filter((study) => study.reports.some((id) => reports.includes(id)));
  const [first] = studies;
  if (first === undefined || studies.flatMap((study) => study.reports).length < 2) return null;
  const target = studies.find(({ studyId }) => hasWork(state, studyId)) ?? first;
  return {
    do: 'linkReports',
    studyId: target.studyId,
    records: studies.flatMap((study) => study.reports),
  };
}

/** The study a report belongs to, linked or by itself, and all reports linked there, at whatever stage they are. */
export function linkedWith(state: ReviewState, report: RecordId): LinkedReports {
  const lead = leadOf(state, report);
  const studyId = linkOf(state, lead) ?? studyIdOfReport(lead);
  const linked = [...state.reportLinks]
    .filter(([, study]) => study === studyId)
    .map(([id]) => leadOf(state, id));
  return { studyId, reports: [...new Set([lead, ...linked])] };
}

/**
 * Links two reports that need not have come to full text yet, and whatever is linked with either, as one study: the one
 * that was worked on already, else that of the first. Null where they are linked.
 */
export function linkPair(state: ReviewState, [a, b]: readonly [RecordId, RecordId]): Command | null {
  const [ofA, ofB] = [linkedWith(state, a), linkedWith(state, b)];
  if (ofA.studyId === ofB.studyId) return null;
  const target = hasWork(state, ofB.studyId) && !hasWork(state, ofA.studyId) ? ofB : ofA;
  const records = [...new Set([...ofA.reports, ...ofB.reports])];
  return { do: 'linkReports', studyId: target.studyId, records };
}

/** Two records that rules took for reports of one study (preprint and article, abstract and article), each by its lead. */
export type OneStudyOffer = readonly [RecordId, RecordId];

/** The offers of rules about which nobody has said anything yet, in the order of the records. */
export function oneStudyOffers(state: ReviewState): readonly OneStudyOffer[] {
  const offers: OneStudyOffer[] = [];
  for (const a of screenableRecords(state)) {
    for (const { relation, lead } of relatedTo(state, a)) {
      if (relation !== 'reports' || a >= lead) continue;
      if (linkOf(state, a) === undefined || linkOf(state, lead) === undefined) offers.push([a, lead]);
    }
  }
  return offers;
}

/** Says that reports are studies of their own, each for itself. */
export const linkApart = (reports: readonly RecordId[]): readonly Command[] =>
  reports.map((id) => ({ do: 'linkReports', studyId: studyIdOfReport(id), records: [id] }));

/** Takes a report out of its study. The one the study is named after keeps the name; the others get another together. */
export function takeOut(study: LinkedReports, id: RecordId): readonly Command[] {
  if (study.studyId !== studyIdOfReport(id)) return linkApart([id]);
  const others = study.reports.filter((report) => report !== id);
  const [first] = others;
  return first === undefined ? [] : [{ do: 'linkReports', studyId: studyIdOfReport(first), records: others }];
}

/** Whether anybody has extracted or rated under this study. */
export const hasWork = (state: ReviewState, studyId: StudyId): boolean =>
  state.extractions.has(studyId) ||
  state.finalExtractions.has(studyId) ||
  [...state.assessments.keys(), ...state.finalAssessments.keys()].some(
    (target) => target === studyId || target.startsWith(`${studyId} `),
  );
