import { doAtOnce, mayStop, type Work } from '../kernel';
import { finalDecision, type FinalDecision } from './final-decision';
import type { Flow, FlowIssue, FlowLedger, FlowRecord, FlowReport } from './flow';
import { breakingIds, brokenInvariants } from './invariants';
import { Tally } from './tally';

/** Counts the diagram from a review's records, reports and studies. Never fails: what does not fit is an issue. */
export const deriveFlow = (ledger: FlowLedger): Flow => doAtOnce(deriveFlowInSteps(ledger));

/** The same as work. */
export function* deriveFlowInSteps(ledger: FlowLedger): Work<Flow> {
  const { options = {}, records, reports, studies } = ledger;
  const needed = options.screenersNeeded ?? 2;
  const issues: FlowIssue[] = [];
  const tally = new Tally();
  const reportById = new Map(reports.map((report) => [report.id, report]));
  const studyById = new Map(studies.map((study) => [study.id, study]));
  const cyclic = yield* cyclicRecords(records);
  const known = new Set(records.map((record) => record.id));

  /** Report id -> column it belongs to: databases if any included database record leads to it. */
  const columns = new Map<string, 'dbr' | 'other'>();

  for (const [turn, record] of records.entries()) {
    if (mayStop(turn)) yield;
    const n = record.n ?? 1;
    const databases = record.stream === 'databases';
    const voted = (record.votes?.length ?? 0) > 0 || Boolean(record.resolved);
    const duplicate = Boolean(record.duplicateOf) && !cyclic.has(record.id);
    if (cyclic.has(record.id)) issues.push({ level: 'error', code: 'duplicate-cycle', record: record.id });
    else if (record.duplicateOf && record.duplicateOf !== '*' && !known.has(record.duplicateOf)) {
      issues.push({ level: 'error', code: 'duplicate-of-unknown', record: record.id });
    }
    if (record.duplicateOf && record.removed)
      issues.push({ level: 'warn', code: 'two-removals', record: record.id });
    if (n > 1 && record.report)
      issues.push({ level: 'error', code: 'bulk-row-with-report', record: record.id });
    if (!databases && options.flow === 'v1' && !issues.some(({ code }) => code === 'other-sources-in-v1')) {
      issues.push({ level: 'error', code: 'other-sources-in-v1' });
    }
    identify(tally, record, n);

    if (duplicate) {
      if (voted) issues.push({ level: 'info', code: 'duplicate-was-screened', record: record.id });
      tally.add(databases ? 'duplicates' : 'other_duplicates', n, record.id);
      continue;
    }
    if (record.removed) {
      if (voted) issues.push({ level: 'warn', code: 'removed-but-screened', record: record.id });
      const box = record.removed === 'automation' ? 'excluded_automatic' : 'excluded_other';
      tally.add(databases ? box : 'other_removed', n, record.id);
      continue;
    }
    const decision = finalDecision(record, needed);
    if (decision === 'include' || decision === 'exclude') {
      if (databases) tally.add('records_screened', n, record.id);
      if (decision === 'exclude') {
        tally.add(databases ? 'records_excluded' : 'other_screened_out', n, record.id);
        if (databases) {
          tally.add(
            record.screenedBy === 'automation' ? 'records_excluded_automation' : 'records_excluded_human',
            n,
            record.id,
          );
        }
      } else sendForward(record);
    } else if (databases) {
      tally.add(decision === 'conflict' ? 'records_conflict' : 'records_unscreened', n, record.id);
    } else tally.add('other_unscreened', n, record.id);
  }

  function sendForward(record: FlowRecord): void {
    if (!record.report) {
      issues.push({ level: 'error', code: 'included-record-without-report', record: record.id });
      return;
    }
    if (!reportById.has(record.report)) {
      issues.push({ level: 'error', code: 'unknown-report', record: record.id, report: record.report });
      return;
    }
    const before = columns.get(record.report);
    const column = record.stream === 'databases' ? 'dbr' : 'other';
    if (before === column) {
      issues.push({ level: 'warn', code: 'records-share-report', record: record.id, report: record.report });
    }
    if (before !== 'dbr') columns.set(record.report, column);
  }

  const includedReports: FlowReport[] = [];
  for (const report of reports) {
    const column = columns.get(report.id);
    if (!column) {
      issues.push({ level: 'warn', code: 'orphan-report', report: report.id });
      continue;
    }
    if (countReport(report, column)) includedReports.push(report);
  }

  /** Counts one report in its column; true if it is included with at least one known study. */
  function countReport(report: FlowReport, column: 'dbr' | 'other'): boolean {
    tally.add(`${column}_sought_reports`, 1, report.id);
    const voted = (report.votes?.length ?? 0) > 0 || Boolean(report.resolved);
    if (report.retrieval === 'not-retrieved') {
      if (voted) issues.push({ level: 'warn', code: 'not-retrieved-but-assessed', report: report.id });
      tally.add(`${column}_notretrieved_reports`, 1, report.id);
      return false;
    }
    if (report.retrieval !== 'retrieved') {
      tally.add(`${column}_to_retrieve`, 1, report.id);
      return false;
    }
    const decision: FinalDecision = finalDecision(report, needed);
    if (decision === 'conflict' || decision === 'partial' || decision === 'none') {
      tally.add(decision === 'conflict' ? `${column}_conflict` : `${column}_to_assess`, 1, report.id);
      return false;
    }
    tally.add(`${column}_assessed`, 1, report.id);
    if (decision === 'exclude') {
      const reason = firstReason(report.reason, options.reasonOrder ?? []);
      if (reason === undefined)
        issues.push({ level: 'error', code: 'excluded-without-reason', report: report.id });
      tally.addTo(`${column}_excluded`, reason ?? '(no reason)', 1, report.id);
      return false;
    }
    tally.add(`${column}_included`, 1, report.id);
    const unknown = (report.studies ?? []).filter((id) => !studyById.has(id));
    for (const study of unknown)
      issues.push({ level: 'error', code: 'unknown-study', report: report.id, study });
    if ((report.studies ?? []).length === 0)
      issues.push({ level: 'error', code: 'included-without-study', report: report.id });
    return true;
  }

  countStudies();

  /** Under both names, as the box adds what the version before stated. */
  function addInMetaAnalysis(what: 'studies' | 'reports', id: string): void {
    tally.add(`${what}_in_meta_analysis`, 1, id);
    tally.add(`total_${what}_ma`, 1, id);
  }

  function countStudies(): void {
    const found = new Set<string>();
    const inMetaAnalysis = new Set<string>();
    for (const report of includedReports) {
      const own = (report.studies ?? []).flatMap((id) => studyById.get(id) ?? []);
      for (const study of own) found.add(study.id);
      if (own.some((study) => !study.previous)) tally.add('new_reports', 1, report.id);
      else if (own.length > 0) tally.add('new_reports_of_previous_studies', 1, report.id);
      else tally.add('new_reports', 1, report.id);
      tally.add('total_reports', 1, report.id);
      if (own.some((study) => study.inMetaAnalysis)) addInMetaAnalysis('reports', report.id);
      for (const study of own) if (study.inMetaAnalysis) inMetaAnalysis.add(study.id);
    }
    for (const study of studies) {
      if (found.has(study.id) && !study.previous) {
        tally.add('new_studies', 1, study.id);
        tally.add('total_studies', 1, study.id);
      }
      if (!found.has(study.id) && !study.previous)
        issues.push({ level: 'info', code: 'study-without-report', study: study.id });
      if (inMetaAnalysis.has(study.id)) addInMetaAnalysis('studies', study.id);
    }
    const previous = studies.filter((study) => study.previous).length;
    if (ledger.previous && !options.updated) issues.push({ level: 'error', code: 'previous-in-new-review' });
    if (previous > 0 && !options.updated)
      issues.push({ level: 'error', code: 'previous-study-in-new-review' });
    if (options.updated && ledger.previous && previous > ledger.previous.studies) {
      issues.push({ level: 'error', code: 'more-previous-studies-than-stated' });
    }
  }

  const boxes = tally.boxes(ledger);
  const extra = tally.extra();
  const pending = tally.pending();
  const behind = tally.behind();
  const broken = brokenInvariants(boxes, extra, pending);
  const reportOf = new Map(records.map((record) => [record.id, record.report ?? record.id]));
  return {
    boxes,
    extra,
    pending,
    provisional: Object.values(pending).some((count) => count !== 0),
    issues,
    broken,
    breaking: Object.fromEntries(
      broken.map((rule) => [rule, breakingIds(rule, behind, (id) => reportOf.get(id) ?? id)]),
    ),
    behind,
  };
}

function identify(tally: Tally, record: FlowRecord, n: number): void {
  if (record.stream === 'databases') {
    const box = record.kind === 'register' ? 'register' : 'database';
    tally.add(`${box}_results`, n, record.id);
    tally.addTo(`${box}_specific_results`, record.source, n, record.id);
    return;
  }
  const box = {
    website: 'website_results',
    organisation: 'organisation_results',
    citation: 'citations_results',
  }[record.kind];
  tally.add(box ?? 'other_kind_results', n, record.id);
}

/** The one reason that counts: the first in the review's order, else the first given. */
function firstReason(reason: FlowReport['reason'], order: readonly string[]): string | undefined {
  const given = typeof reason === 'string' ? [reason] : (reason ?? []);
  return order.find((candidate) => given.includes(candidate)) ?? given[0];
}

/** Records whose chain of "duplicate of" comes back to them. */
function* cyclicRecords(records: readonly FlowRecord[]): Work<Set<string>> {
  const target = new Map(records.map((record) => [record.id, record.duplicateOf ?? undefined]));
  const cyclic = new Set<string>();
  const settled = new Set<string>();
  for (const [turn, { id }] of records.entries()) {
    if (mayStop(turn)) yield;
    const path: string[] = [];
    const onPath = new Set<string>();
    let current: string | undefined = id;
    while (current !== undefined && !settled.has(current) && !onPath.has(current)) {
      path.push(current);
      onPath.add(current);
      current = target.get(current);
    }
    if (current !== undefined && onPath.has(current)) {
      for (const member of path.slice(path.indexOf(current))) cyclic.add(member);
    }
    for (const member of path) settled.add(member);
  }
  return cyclic;
}
