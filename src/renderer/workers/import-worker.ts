import { readReferenceFile } from '@shared/formats';
import { canonicalJson, hashBytes, hashText, recordIdOf } from '@shared/kernel';
import { citationRecord, recordBlockJson, recordsPerBlock, type CitationRecord } from '@shared/records';
import type { ImportReply, ImportRequest, ReadFile } from './import-protocol';

/** Reads one export file off the main thread: the window stays alive, and closing the worker cancels. */
self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  try {
    reply({ kind: 'read', file: read(event.data) });
  } catch (cause) {
    reply({ kind: 'failed', detail: String(cause) });
  }
});

function read({ bytes, encoding }: ImportRequest): ReadFile {
  const file = new Uint8Array(bytes);
  const fileHash = hashBytes(file);
  reply({ kind: 'progress', share: 0.1 });
  const parsed = readReferenceFile(file, { encoding });
  reply({ kind: 'progress', share: 0.6 });
  const blocks: { sha256: ReturnType<typeof hashText>; text: string }[] = [];
  for (let start = 0; start < parsed.records.length; start += recordsPerBlock) {
    const part = parsed.records.slice(start, start + recordsPerBlock);
    const records: CitationRecord[] = part.map((record, index) =>
      citationRecord(recordIdOf(fileHash, start + index + 1), record),
    );
    const text = canonicalJson(recordBlockJson(records));
    blocks.push({ sha256: hashText(text), text });
    reply({ kind: 'progress', share: 0.6 + (0.4 * (start + part.length)) / parsed.records.length });
  }
  return {
    fileHash,
    byteLength: file.byteLength,
    format: parsed.format,
    encoding: parsed.encoding,
    recordCount: parsed.records.length,
    blocks,
    problems: parsed.problems,
    firstTitles: parsed.records.slice(0, 3).map((record) => record.title ?? ''),
  };
}

function reply(message: ImportReply): void {
  self.postMessage(message);
}
