import { collapseSpace } from '../fields';

/** A JSON object as it was read: nothing is known about its members. */
export type JsonObject = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value down a path of member names; undefined where the path ends. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const name of path) {
    if (!isObject(here) || !Object.hasOwn(here, name)) return undefined;
    here = here[name];
  }
  return here;
}

/** A list as it is, one value as a list of one, nothing as an empty list. */
export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found: unknown = valueAt(value, ...path);
  if (Array.isArray(found)) return found;
  return found === undefined || found === null ? [] : [found];
};

/** A string or number as text; undefined for anything else and for the empty string. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  return collapseSpace(value) === '' ? undefined : value;
}

/** The text down a path; of a list the first text in it. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found.map(textOf).find((text) => text !== undefined) : textOf(found);
}

/** All texts of a list (or of one value) down a path. */
export const textsAt = (value: unknown, ...path: readonly string[]): readonly string[] =>
  listAt(value, ...path)
    .map(textOf)
    .filter((text) => text !== undefined);

/** Texts joined by "; ", each once; undefined for none. */
export const joined = (texts: readonly (string | undefined)[]): string | undefined => {
  const some = [...new Set(texts.filter((text) => text !== undefined))];
  return some.length === 0 ? undefined : some.join('; ');
};

/** Members that hold texts, numbers or lists of them and that no field took, under their own names. */
export const restOf = (
  object: JsonObject,
  taken: ReadonlySet<string>,
): readonly (readonly [string, string])[] =>
  Object.keys(object)
    .filter((name) => !taken.has(name))
    .map((name): readonly [string, string] => [name, joined(textsAt(object, name)) ?? ''])
    .filter(([, text]) => text !== '');

export const namesSet = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** What stands deeper than this in an object is not looked at. */
const DEEPEST_LEAF = 8;

/**
 * Every text and number inside an object that no field took, by the names that lead to it ("statusModule.overallStatus");
 * those of one list are joined.
 */
export function leavesOf(
  object: unknown,
  taken: ReadonlySet<string> = new Set(),
): readonly (readonly [path: string, text: string])[] {
  const found = new Map<string, string[]>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (depth > DEEPEST_LEAF || taken.has(path)) return;
    if (Array.isArray(value)) for (const one of value) visit(one, path, depth + 1);
    else if (isObject(value)) {
      for (const name of Object.keys(value))
        visit(value[name], path === '' ? name : `${path}.${name}`, depth + 1);
    } else {
      const text = typeof value === 'boolean' ? String(value) : textOf(value);
      if (text === undefined) return;
      const texts = found.get(path);
      if (texts === undefined) found.set(path, [text]);
      else texts.push(text);
    }
  };
  visit(object, '', 0);
  return [...found].map(([path, texts]): readonly [string, string] => [path, joined(texts) ?? '']);
}
