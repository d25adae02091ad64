import { useMemo, useRef, useState } from 'react';
import {
  fileMatcher,
  proposeFiles,
  type Evidence,
  type FileProposal,
  type FileMatch,
  type ReportFacts,
} from '@shared/documents';
import { hashBytes, type RecordId, type Sha256 } from '@shared/kernel';
import { membersOf, reportLines } from '@shared/review';
import { documentsOf, type DocumentAttached } from '@shared/screening';
import { useReview } from '../../../app/app-context';
import { readPdfFacts, type ReadPdf } from './read-pdf-facts';

/** A file of the folder as it stands: read or not, what it is proposed to be, what the person said. */
export type FolderFile = {
  readonly key: string;
  readonly file: File;
  readonly read: ReadPdf;
  readonly match: FileMatch<RecordId>;
  readonly proposal: FileProposal<RecordId>;
  /** The report it will be kept with; null for none. */
  readonly report: RecordId | null;
  readonly ticked: boolean;
};

export type Folder = {
  readonly files: readonly FolderFile[];
  /** Files that are no PDF, or were gone when they were read. */
  readonly passedOver: readonly string[];
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly stop: () => void;
  readonly choose: (key: string, report: RecordId | null) => void;
  readonly tick: (key: string, ticked: boolean) => void;
  /** Keeps the ticked files with their reports; how many. */
  readonly keep: () => Promise<number>;
};

type Entry = { readonly key: string; readonly file: File; readonly read: ReadPdf };
type Choice = { readonly report?: RecordId | null; readonly ticked?: boolean };

/** PDFs of a folder: read one by one, compared with the reports, proposed, kept. */
export function useFolder(): Folder {
  const { session, state, version, dispatch } = useReview();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [passedOver, setPassedOver] = useState<readonly string[]>([]);
  const [choices, setChoices] = useState<{ readonly [key: string]: Choice }>({});
  const [progress, setProgress] = useState<Folder['progress']>(null);
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);

  const { matcher, there } = useMemo(() => {
    const lines = reportLines(state);
    const facts = lines.flatMap(({ recordId }): ReportFacts<RecordId>[] => {
      const record = session.records.get(recordId);
      return record ? [{ ...record, id: recordId }] : [];
    });
    const contents = new Set<Sha256>();
    for (const { recordId } of lines) {
      for (const { body } of documentsOf(state.screening, membersOf(state, recordId)))
        contents.add(body.sha256);
    }
    const reports = new Set(lines.filter(({ files }) => files > 0).map(({ recordId }) => recordId));
    return { matcher: fileMatcher(facts), there: { reports, contents } };
    // The state is updated in place; `version` tells when.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state, session, version]);

  const files = useMemo((): readonly FolderFile[] => {
    const matched = entries.map((entry) => ({
      ...entry,
      sha256: entry.read.sha256,
      match: matcher(entry.read.facts),
    }));
    const proposals = new Map(proposeFiles(matched, there).map((proposal) => [proposal.key, proposal]));
    return matched.flatMap(({ key, file, read, match }) => {
      const proposal = proposals.get(key);
      if (!proposal) return [];
      const choice = choices[key] ?? {};
      const report = choice.report === undefined ? (proposal.ticked ? proposal.report : null) : choice.report;
      const ticked = report !== null && (choice.ticked ?? (proposal.ticked || choice.report !== undefined));
      return [{ key, file, read, match, proposal, report, ticked }];
    });
  }, [entries, matcher, there, choices]);

  return {
    files,
    passedOver,
    progress,
    busy,
    async add(chosen) {
      stopped.current = false;
      const pdfs = chosen.filter(({ name }) => /\.pdf$/iu.test(name));
      const others = chosen.filter(({ name }) => !/\.pdf$/iu.test(name) && !name.startsWith('.'));
      setPassedOver((before) => [...before, ...others.map(({ name }) => name)]);
      pdfs.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
      for (const [done, file] of pdfs.entries()) {
        if (stopped.current) break;
        setProgress({ done, total: pdfs.length });
        const read = await readPdfFacts(file);
        if (read.ok) {
          const key = `${file.webkitRelativePath || file.name} ${read.value.sha256}`;
          setEntries((before) =>
            before.some((entry) => entry.key === key) ? before : [...before, { key, file, read: read.value }],
          );
        } else setPassedOver((before) => [...before, file.name]);
      }
      setProgress(null);
    },
    stop() {
      stopped.current = true;
    },
    choose: (key, report) =>
      setChoices((before) => ({ ...before, [key]: { ...before[key], report, ticked: report !== null } })),
    tick: (key, ticked) => setChoices((before) => ({ ...before, [key]: { ...before[key], ticked } })),
    async keep() {
      setBusy(true);
      let kept = 0;
      for (const file of files) {
        if (file.ticked && file.report !== null && (await keepOne(file, file.report))) kept += 1;
      }
      setBusy(false);
      return kept;
    },
  };

  async function keepOne({ file, read, match, proposal }: FolderFile, report: RecordId): Promise<boolean> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Changed on disk since it was looked at: what was proposed was another file.
    if (hashBytes(bytes) !== read.sha256) return false;
    const blob = await session.files.keep(bytes);
    if (!blob.ok) return false;
    const candidate = match.candidates.find((one) => one.report === report);
    const ids = await dispatch({
      do: 'attachDocument',
      recordId: report,
      name: file.name,
      sha256: read.sha256,
      bytes: read.bytes,
      ...(proposal.role === 'supplement' ? { role: 'supplement' } : {}),
      matchedBy: candidate ? matchedBy(candidate.evidence) : 'hand',
    });
    return ids !== null && ids.length > 0;
  }
}

const kinds: readonly (readonly [Evidence, NonNullable<DocumentAttached['matchedBy']>])[] = [
  ['doi-in-name', 'doi'],
  ['doi-in-properties', 'doi'],
  ['doi-on-page', 'doi'],
  ['pmid-in-name', 'pmid'],
  ['pmid-on-page', 'pmid'],
  ['title-on-page', 'title'],
  ['title-in-properties', 'title'],
  ['title-in-name', 'title'],
  ['nearly-title-on-page', 'title'],
  ['registration-on-page', 'registration'],
];

const matchedBy = (evidence: readonly Evidence[]): NonNullable<DocumentAttached['matchedBy']> =>
  kinds.find(([kind]) => evidence.includes(kind))?.[1] ?? 'authors-year';
