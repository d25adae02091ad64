import { readDelimited } from './delimited';
import type { FormatName, ParseSink } from './parsed-record';
import { readEnw, readNbib, readRefworks, readRis, readWos } from './tagged';

/** Reads a whole text and hands every record and problem to the sink. */
export type TextReader = (text: string, sink: ParseSink) => void;

/** The reader of each text format. */
export const textReaders: Readonly<Partial<Record<FormatName, TextReader>>> = {
  ris: readRis,
  nbib: readNbib,
  wos: readWos,
  enw: readEnw,
  refworks: readRefworks,
  csv: readDelimited,
  tsv: readDelimited,
  'wos-tab': readDelimited,
  'ctgov-csv': readDelimited,
};
