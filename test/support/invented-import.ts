import { canonicalJson, hashText, recordIdOf, type Json, type RecordId } from '@shared/kernel';
import { citationRecord, recordBlockJson } from '@shared/records';
import type { Command } from '@shared/review';
import type { WholeMachine } from './whole-machine';

export type InventedImport = {
  readonly ids: readonly RecordId[];
  /** Keeps the file and its records on a machine, and imports them. */
  readonly on: (machine: WholeMachine) => Promise<void>;
};

/** An export of so many invented trials, by Author1 to AuthorN. */
export function inventedImport(count: number): InventedImport {
  const fileText = 'an invented export';
  const fileHash = hashText(fileText);
  const ids = Array.from({ length: count }, (_, index) => recordIdOf(fileHash, index + 1));
  const block = inventedBlock(ids);
  const importing: Command = {
    do: 'importBatch',
    batch: {
      source: {
        database: 'Own',
        platform: '',
        kind: 'database',
        searchedOn: '',
        strategy: '',
        limits: '',
        hits: count,
      },
      file: { name: 'own.ris', sha256: fileHash, bytes: fileText.length, format: 'ris', encoding: 'utf-8' },
      recordCount: count,
      recordBlocks: [hashText(block)],
      problemCount: 0,
      problemsBlob: null,
    },
  };
  return {
    ids,
    async on(machine) {
      await machine.session.files.keep(new TextEncoder().encode(fileText));
      await machine.session.keepRecordBlock(block);
      await machine.do(importing);
    },
  };
}

/** A block of records of invented trials, one for each id. */
export const inventedBlock = (ids: readonly RecordId[]): string =>
  canonicalJson(
    recordBlockJson(
      ids.map((id, index) =>
        citationRecord(id, {
          title: `Peer support trial ${index + 1} in an invented town`,
          authors: [`Author${index + 1}, A.`],
          year: 2020,
          journal: 'Journal of Invented Trials',
          abstract: '',
          keywords: [],
          type: 'JOUR',
          line: index + 1,
        }),
      ),
    ) as Json,
  );
