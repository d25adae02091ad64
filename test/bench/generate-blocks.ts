import { readReferenceText, type ParsedRecord } from '@shared/formats';
import { canonicalJson, recordIdOf } from '@shared/kernel';
import { citationRecord, recordBlockJson, recordsPerBlock } from '@shared/records';
import { generateRis } from './generate-ris';
import { fileHash } from './generate-review';

/** The blocks an import of so many generated records leaves: canonical JSON, 1,000 records each. */
export function inventBlocks(count: number): readonly string[] {
  const parsed: ParsedRecord[] = [];
  readReferenceText(generateRis(count), 'ris', {
    record: (record) => parsed.push(record),
    problem: ({ message }) => {
      throw new Error(message);
    },
  });
  const texts: string[] = [];
  for (let start = 0; start < parsed.length; start += recordsPerBlock) {
    const block = parsed
      .slice(start, start + recordsPerBlock)
      .map((record, index) => citationRecord(recordIdOf(fileHash, start + index + 1), record));
    texts.push(canonicalJson(recordBlockJson(block)));
  }
  return texts;
}
