import { useRef, useState } from 'react';
import type { FileLook, ReadOptions } from '@shared/formats';
import { canonicalJson } from '@shared/kernel';
import type { Source } from '@shared/records';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDuplicateSearch } from '../../app/duplicate-search';
import type { ReadFile } from '../../workers/import-protocol';
import { readImportFile, type ImportRun } from '../../workers/read-import-file';
import { blankSource, withNamed } from './blank-source';
import { choicesMade } from './choices-made';

/** A file that was read and waits for its source, or is still being read. */
export type StagedFile = {
  readonly key: number;
  readonly name: string;
  readonly file: File;
  /** What a person chose by hand for reading it. */
  readonly choices: ReadOptions;
  readonly share: number;
  readonly recordsSoFar: number;
  readonly look: FileLook | null;
  readonly read: ReadFile | null;
  readonly source: Source;
};

export type ImportDesk = {
  readonly staged: readonly StagedFile[];
  readonly busy: boolean;
  readonly add: (files: Iterable<File>) => Promise<void>;
  readonly describe: (key: number, source: Partial<Source>) => void;
  /** Reads a staged file again, as a person chose. */
  readonly readAgain: (key: number, choices: ReadOptions) => Promise<void>;
  readonly discard: (key: number) => void;
  readonly importAll: () => Promise<void>;
};

/** Reading, describing and importing files; reading happens in a worker per file. */
export function useImport(): ImportDesk {
  const { imports: words } = useTexts();
  const { session, dispatch } = useReview();
  const { say } = useApp();
  const formats = useFormats();
  const search = useDuplicateSearch();
  const [staged, setStaged] = useState<readonly StagedFile[]>([]);
  const [busy, setBusy] = useState(false);
  const runs = useRef(new Map<number, ImportRun>());
  const nextKey = useRef(1);

  const patch = (key: number, change: Partial<StagedFile>): void =>
    setStaged((files) => files.map((file) => (file.key === key ? { ...file, ...change } : file)));

  const discard = (key: number): void => {
    runs.current.get(key)?.cancel();
    setStaged((files) => files.filter((file) => file.key !== key));
  };

  const readOne = async (key: number, file: File, choices: ReadOptions): Promise<void> => {
    runs.current.get(key)?.cancel();
    const run = readImportFile(file, choices, {
      look: (look) => patch(key, { look }),
      progress: (share, recordsSoFar) => patch(key, { share, recordsSoFar }),
    });
    runs.current.set(key, run);
    const result = await run.result;
    if (runs.current.get(key) === run) runs.current.delete(key);
    if (result.ok) {
      const read = result.value;
      setStaged((files) =>
        files.map((one) =>
          one.key === key ? { ...one, read, share: 1, source: withNamed(one.source, read.named) } : one,
        ),
      );
    } else if (result.error.code === 'failed') {
      say({ text: words.failed, tone: 'error' });
      discard(key);
    }
  };

  const addOne = async (file: File): Promise<void> => {
    const key = nextKey.current;
    nextKey.current += 1;
    setStaged((files) => [
      ...files,
      {
        key,
        name: file.name,
        file,
        choices: {},
        share: 0,
        recordsSoFar: 0,
        look: null,
        read: null,
        source: blankSource(file.name),
      },
    ]);
    await readOne(key, file, {});
  };

  /** Keeps file, records and account, then records the batch. False if something could not be kept. */
  const importOne = async (staging: StagedFile): Promise<boolean> => {
    const { read, file, look, choices, source } = staging;
    if (!read || read.recordCount === 0) return false;
    // A file that changed since it was read is not what the records came from.
    const original = await session.files.keepFile(file, read.fileHash);
    if (!original.ok) {
      say({ text: words.failed, tone: 'error' });
      return false;
    }
    for (const block of read.blocks) {
      const kept = await session.keepRecordBlock(await block.text.text());
      if (!kept.ok) return false;
    }
    const account =
      read.problems.length === 0
        ? null
        : await session.files.keep(
            new TextEncoder().encode(canonicalJson(read.problems.map((problem) => ({ ...problem })))),
          );
    if (account && !account.ok) return false;
    const reading = choicesMade(choices, look);
    const ids = await dispatch({
      do: 'importBatch',
      batch: {
        source,
        file: {
          name: file.name,
          sha256: read.fileHash,
          bytes: read.byteLength,
          format: read.format,
          encoding: read.encoding,
        },
        ...(reading === undefined ? {} : { reading }),
        recordCount: read.recordCount,
        recordBlocks: read.blocks.map((block) => block.sha256),
        problemCount: read.problems.length,
        problemsBlob: account ? account.value : null,
      },
    });
    return ids !== null;
  };

  return {
    staged,
    busy,
    async add(files) {
      for (const file of files) await addOne(file);
    },
    describe: (key, source) =>
      setStaged((files) =>
        files.map((file) => (file.key === key ? { ...file, source: { ...file.source, ...source } } : file)),
      ),
    async readAgain(key, choices) {
      const file = staged.find((one) => one.key === key)?.file;
      if (!file) return;
      patch(key, { choices, read: null, share: 0, recordsSoFar: 0 });
      await readOne(key, file, choices);
    },
    discard,
    async importAll() {
      setBusy(true);
      let imported = 0;
      for (const file of staged) {
        if (await importOne(file)) {
          imported += file.read?.recordCount ?? 0;
          setStaged((files) => files.filter((other) => other.key !== file.key));
        }
      }
      if (imported > 0) {
        say({
          about: 'import',
          text: `${words.imported(imported, formats.count(imported))}. ${words.duplicatesSought}.`,
        });
        search.start();
      }
      setBusy(false);
    },
  };
}
