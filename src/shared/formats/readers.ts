import { readBibtex } from './bibtex';
import { readDelimited, readReferenceList, type ColumnMapping } from './delimited';
import { readJson } from './json';
import { readLabelled } from './labelled';
import type { FormatName, ParseSink } from './parsed-record';
import { readEnw, readNbib, readRefworks, readRis, readWos } from './tagged';
import {
  readAnyXml,
  readAtom,
  readCtgovXml,
  readDublinCore,
  readEbscoXml,
  readEndnoteXml,
  readEuropePmcXml,
  readIctrpXml,
  readJats,
  readMarkupTable,
  readModsXml,
  readOvidXml,
  readPubmedXml,
  readTei,
  readZoteroRdf,
} from './xml';
import { readCslYaml } from './yaml';

/** Reads a whole text and hands every record and problem to the sink; only tables look at the mapping. */
export type TextReader = (text: string, sink: ParseSink, mapping?: ColumnMapping) => void;

/** Empty lines at the end of a table would count as rows of one cell when its delimiter is guessed. */
const readTable: TextReader = (text, sink, mapping) => readDelimited(text.trimEnd(), sink, mapping);

/** The reader of each text format. */
export const textReaders: Readonly<Record<Exclude<FormatName, 'xlsx' | 'unknown'>, TextReader>> = {
  ris: readRis,
  nbib: readNbib,
  wos: readWos,
  enw: readEnw,
  refworks: readRefworks,
  labelled: readLabelled,
  csv: readTable,
  tsv: readTable,
  'wos-tab': readTable,
  'ctgov-csv': readTable,
  bibtex: readBibtex,
  'pubmed-xml': readPubmedXml,
  'endnote-xml': readEndnoteXml,
  'ebsco-xml': readEbscoXml,
  'zotero-rdf': readZoteroRdf,
  'ictrp-xml': readIctrpXml,
  'ctgov-xml': readCtgovXml,
  'mods-xml': readModsXml,
  'ovid-xml': readOvidXml,
  'europepmc-xml': readEuropePmcXml,
  atom: readAtom,
  'jats-xml': readJats,
  'tei-xml': readTei,
  'dublin-core': readDublinCore,
  references: readReferenceList,
  xml: readAnyXml,
  'html-table': readMarkupTable,
  'csl-json': readJson,
  'csl-yaml': readCslYaml,
  'openalex-json': readJson,
  'ctgov-json': readJson,
  json: readJson,
};
