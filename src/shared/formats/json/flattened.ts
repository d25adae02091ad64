import { isObject, listAt, textAt, type JsonObject } from './values';

/** Members that say where a work appeared: their title is that of a journal, their number an issue. */
const places: ReadonlySet<string> = new Set(
  'journal journalinfo journal_info container source publicationvenue venue host periodical'.split(' '),
);

/** Members that only hold others together: what is in them is said of the work itself. */
const carriers: ReadonlySet<string> = new Set(
  'bibjson attributes biblio bibliographic metadata fields _source externalids external_ids ids identifiers published publication'.split(
    ' ',
  ),
);

/** Names inside a place, by what they would be called beside it. */
const inPlace: Readonly<Record<string, string>> = {
  title: 'journal title',
  name: 'journal title',
  fulltitle: 'journal title',
  full_title: 'journal title',
  display_name: 'journal title',
  number: 'issue',
};

/** Members deeper than this are not looked for. */
const DEEPEST = 3;

/** Under which members a list of identifiers says of which kind each is, and what it is. */
const identifierLists: ReadonlySet<string> = new Set(
  'identifier identifiers external_ids externalids'.split(' '),
);

/**
 * An object with the members that stand in objects inside it, where these only say where the work appeared or hold its
 * members together. What the object itself says wins. A list of identifiers (`{ "type": "doi", "id": "10…" }`) gives one
 * member for each kind.
 */
export function flattened(object: JsonObject): JsonObject {
  const flat = new Map<string, unknown>();
  const put = (name: string, value: unknown): void => {
    if (!flat.has(name)) flat.set(name, value);
  };
  const add = (from: JsonObject, place: boolean, depth: number): void => {
    const inner: (() => void)[] = [];
    for (const [name, value] of Object.entries(from)) {
      const lower = name.toLowerCase();
      if (isObject(value) && depth < DEEPEST && (places.has(lower) || carriers.has(lower))) {
        inner.push(() => add(value, place || places.has(lower), depth + 1));
      } else if (identifierLists.has(lower) && typeof value === 'object') {
        for (const one of listAt(from, name)) putIdentifier(one, put);
        const plain = listAt(from, name).filter((one) => typeof one === 'string');
        if (plain.length > 0) put(name, plain);
      } else put((place ? inPlace[lower] : undefined) ?? name, value);
    }
    for (const addInner of inner) addInner();
  };
  add(object, false, 0);
  return Object.fromEntries(flat);
}

function putIdentifier(one: unknown, put: (name: string, value: unknown) => void): void {
  const kind = textAt(one, 'type') ?? textAt(one, 'identifierType') ?? textAt(one, 'scheme');
  const value = ['id', 'value', 'identifier', 'content'].map((name) => textAt(one, name)).find(Boolean);
  if (kind !== undefined && value !== undefined) put(kind, value);
}
