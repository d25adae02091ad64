import { mapColumns } from '../delimited';
import { collapseSpace } from '../fields';
import { anyObject, europePmcResult, type JsonObject } from '../json';
import type { ParseSink } from '../parsed-record';
import { elementsIn, textIn, withoutPrefix, type XmlElement } from './element';
import { parseElements } from './parse-element';
import { readRecords } from './read-records';

/** UTF-16 code units looked at to find what a record is called. */
const SAMPLE = 256 * 1024;

/** Elements that have a title and are no work of the search: where a work appeared, and what frames a list. */
const notWorks: ReadonlySet<string> = new Set(
  'journal source container host periodical series book channel feed relateditem rdf:rdf head header book-meta journal-meta'.split(
    ' ',
  ),
);

/** What a record is called in XML of no known kind. */
type RecordName = {
  /** The elements that hold all that is said of one record: one that is wrapped around each, or those of its title. */
  readonly outer: readonly string[];
  /** The elements in which its title stands, one for each kind of work; often the same. */
  readonly inner: readonly string[];
};

/**
 * The elements that are records in XML of no known kind: of those in which a title and one more field of a record stand
 * directly, the ones that are there most often, and those beside them; with what is wrapped around each of them alone. Undefined where
 * there are none.
 */
export function recordElementOf(text: string): RecordName | undefined {
  const found = new Map<string, (readonly XmlElement[])[]>();
  const visit = (element: XmlElement, above: readonly XmlElement[]): void => {
    const inside = elementsIn(element);
    if (!notWorks.has(element.name.toLowerCase()) && looksLikeRecord(inside)) {
      const same = found.get(element.name);
      if (same === undefined) found.set(element.name, [above]);
      else same.push(above);
    }
    for (const child of inside) visit(child, [...above, element]);
  };
  for (const element of parseElements(text.slice(0, SAMPLE)).elements) visit(element, []);
  let inner: string | undefined;
  for (const [name, { length }] of found)
    if (inner === undefined || length > (found.get(inner)?.length ?? 0)) inner = name;
  if (inner === undefined) return undefined;
  const places = found.get(inner) ?? [];
  const beside = [...found].filter(([, others]) => others.every((above) => isBeside(above, places[0])));
  const names = beside.length > 1 ? beside.map(([name]) => name) : [inner];
  const outer = wrappingOf(beside.length > 1 ? beside.flatMap(([, others]) => others) : places);
  return { outer: outer === undefined ? names : [outer], inner: names };
}

/** Whether two elements stand inside elements of the same names. */
const isBeside = (above: readonly XmlElement[], other: readonly XmlElement[] | undefined): boolean =>
  above.length === other?.length && above.every(({ name }, level) => name === other[level]?.name);

/** The outermost element that stands around each of several records alone; its name, if it is told by having several. */
function wrappingOf(above: readonly (readonly XmlElement[])[]): string | undefined {
  if (above.length < 2) return undefined;
  const depth = above[0]?.length ?? 0;
  for (let level = 0; level < depth; level += 1) {
    const around = new Set(above.map((elements) => elements[level]));
    const names = new Set([...around].map((element) => element?.name));
    const [name] = names;
    if (around.size === above.length && names.size === 1) return name;
  }
  return undefined;
}

function looksLikeRecord(inside: readonly XmlElement[]): boolean {
  const names = [...new Set(inside.map(({ name }) => withoutPrefix(name)))];
  const fields = new Set(Object.values(mapColumns(names)));
  // Registers keep the titles of a trial, the public and the scientific one, by themselves.
  const titles = names.filter((name) => mapColumns([name])[0] === 'title');
  return fields.has('title') && (fields.size >= 2 || titles.length >= 2);
}

/** XML of no known kind: its records are read by what their elements are called, as tables are by their columns. */
export function readAnyXml(text: string, sink: ParseSink): void {
  const name = recordElementOf(text);
  if (name === undefined) return;
  const { outer, inner } = name;
  const objectIn = (element: XmlElement): JsonObject =>
    Object.assign({}, ...pathTo(element, inner)) as JsonObject;
  const starts = outer.map((one) => one.replace(/[.]/g, '\\.'));
  readRecords(text, starts, (element) => anyObject(objectIn(element)), sink);
}

/** Europe PMC's answer in XML has the members of its answer in JSON. */
export function readEuropePmcXml(text: string, sink: ParseSink): void {
  readRecords(text, ['result'], (element) => europePmcResult(objectOf(element)), sink);
}

/** The objects of an element and of those on the way to the first one of these names inside it, each without the next. */
function pathTo(element: XmlElement, names: readonly string[]): readonly JsonObject[] {
  if (names.includes(element.name)) return [objectOf(element)];
  const next = elementsIn(element).find((child) => holds(child, names));
  if (next === undefined) return [objectOf(element)];
  const rest = { ...element, content: element.content.filter((child) => child !== next) };
  return [objectOf(rest), ...pathTo(next, names)];
}

const holds = (element: XmlElement, names: readonly string[]): boolean =>
  names.includes(element.name) || elementsIn(element).some((child) => holds(child, names));

/** An element as an object of its attributes and elements; elements of one name are a list. */
function objectOf(element: XmlElement): JsonObject {
  const members = new Map<string, unknown>(
    Object.entries(element.attributes).filter(([name]) => !/^xml(?:ns)?(?::|$)/.test(name)),
  );
  for (const child of elementsIn(element)) {
    const value = valueOf(child);
    const name = withoutPrefix(child.name);
    const before = members.get(name);
    if (before === undefined) members.set(name, value);
    else
      members.set(name, Array.isArray(before) ? [...(before as readonly unknown[]), value] : [before, value]);
  }
  return Object.fromEntries(members);
}

/** The text of an element with text in it, whatever markup stands there; else an object. Attributes stand beside the text. */
function valueOf(element: XmlElement): unknown {
  const isText =
    elementsIn(element).length === 0 ||
    element.content.some((part) => typeof part === 'string' && part.trim() !== '');
  if (!isText) return objectOf(element);
  const text = collapseSpace(textIn(element));
  return Object.keys(element.attributes).length === 0 ? text : { value: text, ...element.attributes };
}
