import type { Sha256 } from '../kernel';
import type { FileMatch } from './match-files';

/** A file that was read and compared. */
export type MatchedFile<Id extends string = string> = {
  readonly key: string;
  readonly sha256: Sha256;
  readonly match: FileMatch<Id>;
};

/**
 * What is proposed for a file. `certain`: it is that report. `ask`: a person must choose. `second`: another file is
 * as certain, or more so, to be the same report. `has-file`: the report has a file already. `kept`: the same bytes are kept with a report.
 * `same`: the same bytes were chosen twice. `none`: no report is like it.
 */
export type FileProposal<Id extends string = string> = {
  readonly key: string;
  readonly why: 'certain' | 'ask' | 'second' | 'has-file' | 'kept' | 'same' | 'none';
  /** Proposed, whether ticked or not. */
  readonly report: Id | null;
  readonly role: 'report' | 'supplement';
  /** Ticked before anybody has looked. */
  readonly ticked: boolean;
};

/** Proposes for files together what each is; only what is beyond doubt is ticked, and never two files for one report. */
export function proposeFiles<Id extends string>(
  files: readonly MatchedFile<Id>[],
  there: { readonly reports: ReadonlySet<Id>; readonly contents: ReadonlySet<Sha256> },
): FileProposal<Id>[] {
  const scores = new Map<Id, { readonly sha256: Sha256; readonly score: number }[]>();
  for (const { sha256, match } of files) {
    const [first] = match.candidates;
    if (!first || match.verdict !== 'certain' || match.role === 'supplement') continue;
    const others = scores.get(first.report) ?? [];
    if (!others.some((other) => other.sha256 === sha256))
      scores.set(first.report, [...others, { sha256, score: first.score }]);
  }
  const seen = new Set<Sha256>();
  return files.map((file) => {
    const { key, sha256, match } = file;
    const report = match.candidates[0]?.report ?? null;
    const repeated = seen.has(sha256);
    seen.add(sha256);
    const why = reasonOf(file, report, repeated);
    return { key, why, report, role: match.role, ticked: why === 'certain' };
  });

  function isBest(report: Id, { sha256, match }: MatchedFile<Id>): boolean {
    const own = match.candidates[0]?.score ?? 0;
    return (scores.get(report) ?? []).every(
      (other) => other.sha256 === sha256 || other.score < own - nearlyAsSure,
    );
  }

  function reasonOf(file: MatchedFile<Id>, report: Id | null, repeated: boolean): FileProposal<Id>['why'] {
    if (there.contents.has(file.sha256)) return 'kept';
    if (repeated) return 'same';
    if (report === null) return 'none';
    if (file.match.verdict !== 'certain') return 'ask';
    if (file.match.role === 'supplement') return 'certain';
    if (there.reports.has(report)) return 'has-file';
    return isBest(report, file) ? 'certain' : 'second';
  }
}

/** Two files that are nearly as sure to be the same report are both asked about. */
const nearlyAsSure = 0.02;
