import { mapColumns } from '../delimited';
import { flattened } from './flattened';
import { isObject, type JsonObject } from './values';

/** How deep a record may stand inside what a service wraps around it. */
const DEEPEST = 4;

/** Whether the members of an object name a title and one more thing that a record has. */
export function looksLikeRecord(object: JsonObject): boolean {
  const fields = Object.values(mapColumns(Object.keys(flattened(object))));
  return fields.includes('title') && fields.length >= 2;
}

/**
 * The name of the list in which an answer of no known service holds its records: the first list, from the outside in, of
 * objects that look like records. Undefined where the object is a record itself or holds none.
 */
export function listOfRecords(object: JsonObject): string | undefined {
  if (looksLikeRecord(object)) return undefined;
  let level: readonly JsonObject[] = [object];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    for (const one of level) {
      for (const [name, value] of Object.entries(one)) {
        const [first] = Array.isArray(value) ? (value as readonly unknown[]) : [];
        if (isObject(first) && looksLikeRecord(unwrapped(first))) return name;
      }
    }
    level = level.flatMap((one) => Object.values(one).filter(isObject));
  }
  return undefined;
}

/** Members that only services have which put one record into an object of its own ("message" of Crossref). */
const isWrapped = (object: JsonObject): boolean => !looksLikeRecord(object) && !hasOwnReader(object);

/** Records that are told by a member of theirs, though they name no title at the top. */
const hasOwnReader = (object: JsonObject): boolean =>
  ['protocolSection', 'ProtocolSection', 'itemType', 'lens_id', 'paperId', 'authorships'].some((name) =>
    Object.hasOwn(object, name),
  );

/** The record inside an object that only wraps it, with what else the wrapping says; the object itself where it wraps none. */
export function unwrapped(object: JsonObject, depth = 0): JsonObject {
  if (depth >= DEEPEST || !isWrapped(object)) return object;
  for (const [name, value] of Object.entries(object)) {
    if (!isObject(value)) continue;
    const inner = unwrapped(value, depth + 1);
    if (!hasOwnReader(inner) && !looksLikeRecord(inner)) continue;
    const around = Object.fromEntries(Object.entries(object).filter(([other]) => other !== name));
    return { ...around, ...inner };
  }
  return object;
}
