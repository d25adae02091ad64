import {
  agreedSource,
  encodingOf,
  formatOf,
  lookAtFile,
  openInPieces,
  readOpenedFile,
  sourceNamedBy,
  type NamedSource,
  type OpenedFile,
  type ParseProblem,
  type ReadOptions,
} from '@shared/formats';
import { canonicalJson, hashBytes, hashText, recordIdOf, type Sha256 } from '@shared/kernel';
import { citationRecord, recordBlockJson, recordsPerBlock, type CitationRecord } from '@shared/records';
import type { GlimpsedRecord, ImportReply, ImportRequest, ReadFile } from './import-protocol';

/**
 * Reads one export file off the main thread: the window stays alive, and ending the worker cancels. Records leave it in
 * blocks as they are read, so that only the bytes of the file (its text, where that cannot be read in pieces) and one
 * block are held at a time.
 */
self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  read(event.data).then(
    (file) => reply({ kind: 'read', file }),
    (cause: unknown) => reply({ kind: 'failed', detail: String(cause) }),
  );
});

/** Parts of the work, as shares of the progress shown. */
const OPENED = 0.15;

type Opened = {
  readonly opened: OpenedFile;
  readonly fileHash: Sha256;
  readonly byteLength: number;
};

async function open(file: Blob, choices: ReadOptions): Promise<Opened> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fileHash = hashBytes(bytes);
  reply({ kind: 'progress', share: OPENED / 2, records: 0 });
  const opened = openInPieces(bytes, choices);
  reply({ kind: 'look', look: lookAtFile(bytes, opened, choices) });
  reply({ kind: 'progress', share: OPENED, records: 0 });
  return { opened, fileHash, byteLength: bytes.byteLength };
}

async function read({ file, choices }: ImportRequest): Promise<ReadFile> {
  const { opened, fileHash, byteLength } = await open(file, choices);
  const blocks: { sha256: Sha256; text: Blob }[] = [];
  const problems: ParseProblem[] = [];
  const first: GlimpsedRecord[] = [];
  const named: (NamedSource | undefined)[] = [];
  let block: CitationRecord[] = [];
  let count = 0;
  const closeBlock = (): void => {
    if (block.length === 0) return;
    const text = canonicalJson(recordBlockJson(block));
    blocks.push({ sha256: hashText(text), text: new Blob([text]) });
    block = [];
  };
  const length = lengthOf(opened);
  readOpenedFile(
    opened,
    {
      record: (record) => {
        count += 1;
        if (named.length < askedFirst) named.push(sourceNamedBy(record, formatOf(opened)));
        if (first.length < shownFirst)
          first.push(
            structuredClone({ title: record.title, authors: record.authors.slice(0, 4), year: record.year }),
          );
        block.push(citationRecord(recordIdOf(fileHash, count), record));
        if (block.length === recordsPerBlock) closeBlock();
      },
      // A copy: what is quoted from the file would keep all of its text in memory.
      problem: (problem) => problems.push(structuredClone(problem)),
      progress: (read) => {
        if (length !== undefined)
          reply({ kind: 'progress', share: OPENED + ((1 - OPENED) * read) / length, records: count });
        return true;
      },
    },
    choices,
  );
  closeBlock();
  return {
    fileHash,
    byteLength,
    format: formatOf(opened),
    encoding: encodingOf(opened),
    recordCount: count,
    blocks,
    problems,
    first,
    named: agreedSource(named),
  };
}

/** Records asked for their database. */
const askedFirst = 200;

/** How much there is to read, in the measure of `progress`, or nearly; undefined where that is not told. */
function lengthOf(opened: OpenedFile): number | undefined {
  if (opened.kind === 'pieces') return opened.bytes.length;
  return opened.kind === 'text' ? Math.max(1, opened.text.length) : undefined;
}

const shownFirst = 3;
/** Progress is told at most so often, in ms. */
const TOLD_EVERY = 100;
let told = 0;

function reply(message: ImportReply): void {
  if (message.kind === 'progress') {
    const now = performance.now();
    if (now - told < TOLD_EVERY) return;
    told = now;
  }
  self.postMessage(message);
}
