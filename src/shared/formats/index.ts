export {
  decodeBytes,
  isOfferedEncoding,
  offeredEncodings,
  type DecodedText,
  type OfferedEncoding,
} from './decode-bytes';
export {
  columnFields,
  mapColumns,
  readDecisions,
  readTableRows,
  type ColumnField,
  type ColumnMapping,
  type EarlierDecision,
  type TablePreview,
} from './delimited';
export { normaliseDoi } from './fields/doi';
export { findRegistrations } from './fields';
export { detectFormat, type Detection } from './detect-format';
export { lookAtFile, tellingBytes, type FileLook } from './look-at-file';
export { agreedSource, sourceNamedBy, type NamedSource } from './named-source';
export { parseForCommandLine, type ParseReport } from './parse-for-command-line';
export { isFormatName, readableFormats, type FormatName, type ReadableFormat } from './parsed-record';
export type { ParsedFile, ParsedRecord, ParseProblem, ParseProblemCode, ParseSink } from './parsed-record';
export {
  encodingOf,
  formatOf,
  largestFile,
  openReferenceFile,
  type OpenedFile,
  type ReadOptions,
} from './open-file';
export { openInPieces } from './open-in-pieces';
export { readOpenedFile, readReferenceFile, readReferenceText } from './read-file';
export { codeOfType, type PublicationCode } from './publication-types';
export { writeBibtex } from './write-bibtex';
export { writeCslJson } from './write-csl-json';
export { writeCsv } from './write-csv';
export { isRecordFormat, recordFormats, writeRecords, type RecordFormat } from './write-records';
export { writeRis } from './write-ris';
export { tablesOfWorkbook } from './xlsx';
