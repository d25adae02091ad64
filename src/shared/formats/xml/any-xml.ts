import { mapColumns } from '../delimited';
import { collapseSpace } from '../fields';
import { anyObject, europePmcResult, type JsonObject } from '../json';
import type { ParseSink } from '../parsed-record';
import { elementsIn, textIn, type XmlElement } from './element';
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

/**
 * The name of the elements that are records in XML of no known kind: of those in which a title and one more field of a
 * record stand directly, the ones that are there most often. Undefined where there are none.
 */
export function recordElementOf(text: string): string | undefined {
  const counts = new Map<string, number>();
  const visit = (element: XmlElement): void => {
    const inside = elementsIn(element);
    if (!notWorks.has(element.name.toLowerCase()) && looksLikeRecord(inside))
      counts.set(element.name, (counts.get(element.name) ?? 0) + 1);
    for (const child of inside) visit(child);
  };
  for (const element of parseElements(text.slice(0, SAMPLE)).elements) visit(element);
  let best: string | undefined;
  for (const [name, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = name;
  return best;
}

function looksLikeRecord(inside: readonly XmlElement[]): boolean {
  const fields = new Set(Object.values(mapColumns([...new Set(inside.map(({ name }) => name))])));
  return fields.has('title') && fields.size >= 2;
}

/** XML of no known kind: its records are read by what their elements are called, as tables are by their columns. */
export function readAnyXml(text: string, sink: ParseSink): void {
  const name = recordElementOf(text);
  if (name === undefined) return;
  readRecords(text, [name.replace(/[.]/g, '\\.')], (element) => anyObject(objectOf(element)), sink);
}

/** Europe PMC's answer in XML has the members of its answer in JSON. */
export function readEuropePmcXml(text: string, sink: ParseSink): void {
  readRecords(text, ['result'], (element) => europePmcResult(objectOf(element)), sink);
}

/** An element as an object of its attributes and elements; elements of one name are a list. */
function objectOf(element: XmlElement): JsonObject {
  const members = new Map<string, unknown>(
    Object.entries(element.attributes).filter(([name]) => !/^xml(?:ns)?(?::|$)/.test(name)),
  );
  for (const child of elementsIn(element)) {
    const value = valueOf(child);
    const before = members.get(child.name);
    if (before === undefined) members.set(child.name, value);
    else
      members.set(
        child.name,
        Array.isArray(before) ? [...(before as readonly unknown[]), value] : [before, value],
      );
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
