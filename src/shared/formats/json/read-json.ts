import { LineCounter, recordOfFields } from '../delimited';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { anyObject } from './any-object';
import { cslItem } from './csl';
import { cutObjects, membersOf, type ObjectCut } from './cut-objects';
import { codeBookOf, eppiItem } from './eppi-reviewer';
import { europePmcResult } from './europe-pmc';
import type { ObjectReader } from './object-reader';
import { registeredStudy, studyOfOldAnswer } from './registered-study';
import { lensWork, openAlexWork, semanticScholarPaper, zoteroItem } from './services';
import { isObject, valueAt, type JsonObject } from './values';
import { listOfRecords, looksLikeRecord, unwrapped } from './wrapping';

/** Records between two progress reports. */
const PROGRESS_EVERY = 100;

/**
 * Reads records from JSON: CSL items, OpenAlex, ClinicalTrials.gov, The Lens, Zotero, Crossref, Semantic Scholar, and any
 * list of objects with telling names; as one list, a list inside an answer, or one object a line. Broken JSON gives every
 * object that is whole, and of a broken one every member that is sound.
 */
export function readJson(text: string, sink: ParseSink): void {
  const lines = new LineCounter(text);
  const { slices, damagedAt } = recordsOf(text);
  const readerOf = readersOf(text);
  let count = 0;
  let firstGood: string | undefined;
  for (const { start, end } of slices) {
    count += 1;
    if (count % PROGRESS_EVERY === 0 && sink.progress?.(start) === false) return;
    const source = text.slice(start, end);
    if (readOne(source, lines.lineAt(start), sink, readerOf)) firstGood ??= source;
  }
  if (damagedAt >= 0) readDamaged(text, damagedAt, firstGood, lines, sink, readerOf);
}

/** The records of a text: where all is one object that is none itself, those of the list inside it, if it holds one. */
function recordsOf(text: string): ObjectCut {
  const cut = cutObjects(text);
  const [only, ...others] = cut.slices;
  if (only === undefined || others.length > 0 || cut.damagedAt >= 0 || only.start > MOST_BEFORE) return cut;
  const object = parsed(text.slice(only.start, only.end));
  if (object === undefined || isKnown(object)) return cut;
  const list = listOfRecords(object);
  if (list !== undefined) return cutObjects(text, list);
  const inside = unwrapped(object);
  return isKnown(inside) || looksLikeRecord(inside) ? cut : { slices: [], damagedAt: -1 };
}

/** White space and byte order marks before the one object of a text; the only record of a list stands further in. */
const MOST_BEFORE = 200;

/** From the damage on records are found by the way they start. */
function readDamaged(
  text: string,
  damagedAt: number,
  firstGood: string | undefined,
  lines: LineCounter,
  sink: ParseSink,
  readerOf: ReaderOf,
): void {
  const starts = recordStarts(text, damagedAt, firstGood ?? text.slice(damagedAt, damagedAt + 200));
  if (starts.length === 0) {
    const raw = text.slice(damagedAt).trim();
    const message = 'The file ends inside a list; the objects before are kept.';
    reportProblem(sink, lines.lineAt(damagedAt), 'truncated', message, raw);
    return;
  }
  for (const [index, start] of starts.entries()) {
    if (index % PROGRESS_EVERY === 0 && sink.progress?.(start) === false) return;
    readOne(
      text.slice(start, starts[index + 1] ?? text.length),
      lines.lineAt(start),
      sink,
      readerOf,
      index === starts.length - 1,
    );
  }
}

/** Reads one object; where it is broken, as far as it goes. True if it was whole. */
function readOne(source: string, line: number, sink: ParseSink, readerOf: ReaderOf, isLast = false): boolean {
  const written = parsed(source) ?? parsed(closedAt(source));
  if (written !== undefined) {
    const whole = isKnown(written) ? written : unwrapped(written);
    sink.record(recordOfFields({ ...readerOf(whole)(whole), line }, sink));
    return true;
  }
  const part = salvaged(source);
  if (Object.keys(part).length === 0) {
    const message = isLast
      ? 'The file ends inside this object; nothing of it could be saved.'
      : 'This object is not sound JSON; nothing of it could be saved.';
    reportProblem(sink, line, isLast ? 'truncated' : 'entry-skipped', message, source);
    return false;
  }
  const message = isLast
    ? 'The file ends inside this object; what was there is kept.'
    : 'This object is not sound JSON; what could be read of it is kept.';
  reportProblem(sink, line, isLast ? 'truncated' : 'missing-record-end', message, source);
  sink.record(recordOfFields({ ...readerOf(part)(part), line }, sink));
  return false;
}

/** The members of a broken object that are sound by themselves; a text that was cut ends where it was cut. */
function salvaged(source: string): JsonObject {
  const sound = new Map<string, unknown>();
  for (const member of membersOf(source)) {
    const one = parsed(`{${member}}`) ?? parsed(`{${member.replace(/\\+$/, '')}"}`);
    for (const [name, value] of Object.entries(one ?? {})) if (!sound.has(name)) sound.set(name, value);
  }
  return Object.fromEntries(sound);
}

/** An object that is followed by the comma or bracket of its list. */
function closedAt(source: string): string {
  const end = source.lastIndexOf('}');
  return end < 0 ? '' : source.slice(0, end + 1);
}

/** The object a text holds. A raw tab or line break inside a text, which JSON forbids, is forgiven. */
function parsed(source: string): JsonObject | undefined {
  const value = jsonOf(source) ?? jsonOf(source.replace(/\p{Cc}/gu, ' '));
  return isObject(value) ? value : undefined;
}

function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Members with which the records of services start, should no whole record show it. */
const knownStarts =
  /\{\s{0,40}"(?:protocolSection|lens_id|itemType|paperId|id"\s{0,20}:\s{0,20}"https:\/\/openalex\.org\/W|id|type|title)"?/g;

/** Where objects start that begin like a whole record of the same file. */
function recordStarts(text: string, from: number, sample: string): readonly number[] {
  const openAlex = /^\{\s{0,40}"id"\s{0,20}:\s{0,20}"https:\/\/openalex\.org\/W/.exec(sample);
  const name = /^\{\s{0,40}"([^"\\]{1,60})"/.exec(sample)?.[1];
  const pattern =
    openAlex !== null
      ? /\{\s{0,40}"id"\s{0,20}:\s{0,20}"https:\/\/openalex\.org\/W/g
      : name === undefined
        ? knownStarts
        : new RegExp(`\\{\\s{0,40}"${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"\\s{0,20}:`, 'g');
  pattern.lastIndex = from;
  const starts: number[] = [];
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) starts.push(found.index);
  return starts;
}

/** How the records of one text are read. */
type ReaderOf = (object: JsonObject) => ObjectReader;

/** The readers of a text: EPPI-Reviewer says beside its records what the codes in them mean. */
function readersOf(text: string): ReaderOf {
  const codes = text.includes('"CodeSets"') ? codeBookOf(text) : new Map();
  return (object) => knownReader(object) ?? (isEppiItem(object) ? eppiItem(codes) : anyObject);
}

const isKnown = (object: JsonObject): boolean => knownReader(object) !== undefined || isEppiItem(object);

const isEppiItem = (object: JsonObject): boolean =>
  Object.hasOwn(object, 'Title') && Object.hasOwn(object, 'ParentTitle');

/** Told by the members only that service has. */
function knownReader(object: JsonObject): ObjectReader | undefined {
  const has = (name: string): boolean => Object.hasOwn(object, name);
  if (has('protocolSection')) return registeredStudy;
  if (has('ProtocolSection')) return studyOfOldAnswer;
  if (has('authorships') || has('abstract_inverted_index') || isOpenAlexId(object['id'])) return openAlexWork;
  if (has('lens_id')) return lensWork;
  if (has('itemType') || valueAt(object, 'data', 'itemType') !== undefined) return zoteroItem;
  if (has('paperId') || (has('externalIds') && has('title'))) return semanticScholarPaper;
  if (has('source') && has('id') && (has('pubYear') || has('authorString'))) return europePmcResult;
  const isItem =
    ['container-title', 'issued', 'citation-key', 'published-print'].some(has) ||
    (typeof object['type'] === 'string' &&
      cslTypes.test(object['type']) &&
      has('id') &&
      !has('doi') &&
      !has('year')) ||
    (has('DOI') && has('title') && Array.isArray(object['author']));
  return isItem ? cslItem : undefined;
}

/** Types of CSL 1.0.2 and of Crossref, which other programs do not use for works they know by an `id`. */
const cslTypes =
  /^(?:article(?:-journal|-magazine|-newspaper)?|journal-article|posted-content|book(?:-chapter)?|chapter|dataset|document|entry(?:-.{1,20})?|manuscript|paper-conference|patent|post(?:-weblog)?|report|review(?:-book)?|speech|thesis|webpage|.{0,20}legal.{0,20}|bill|broadcast|classic|collection|event|figure|graphic|hearing|interview|legislation|map|motion_picture|musical_score|pamphlet|performance|periodical|personal_communication|regulation|software|song|standard|treaty)$/;

const isOpenAlexId = (id: unknown): boolean =>
  typeof id === 'string' && id.startsWith('https://openalex.org/W');
