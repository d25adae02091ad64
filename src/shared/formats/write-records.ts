import type { ParsedRecord } from './parsed-record';
import { writeBibtex } from './write-bibtex';
import { writeCslJson } from './write-csl-json';
import { writeCsv } from './write-csv';
import { writeRis } from './write-ris';

/** The formats records can be handed on in, the one most programs take first. */
export const recordFormats = ['ris', 'csv', 'csl-json', 'bibtex'] as const;
export type RecordFormat = (typeof recordFormats)[number];

/** Whether a word names a format records can be written in. */
export const isRecordFormat = (name: string): name is RecordFormat =>
  recordFormats.some((format) => format === name);

const writers: Readonly<Record<RecordFormat, (records: readonly ParsedRecord[]) => string>> = {
  ris: writeRis,
  csv: writeCsv,
  'csl-json': writeCslJson,
  bibtex: writeBibtex,
};

/** Records as the text of a file, to be encoded as UTF-8. */
export const writeRecords = (records: readonly ParsedRecord[], format: RecordFormat): string =>
  writers[format](records);
