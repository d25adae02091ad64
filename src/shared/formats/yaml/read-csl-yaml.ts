import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { LineCounter, recordOfFields } from '../delimited';
import { collapseSpace } from '../fields';
import { anyObject, cslItem, isObject, type JsonObject } from '../json';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { itemsOf, membersOfItem } from './cut-items';

/** Items between two progress reports. */
const PROGRESS_EVERY = 100;

/**
 * Reads citation items written as YAML, as pandoc and Better BibTeX do: a list, alone or under `references`. An item that
 * is no sound YAML (a colon in a title without quotes) gives every member that is, and of the others their text.
 */
export function readCslYaml(text: string, sink: ParseSink): void {
  const lines = new LineCounter(text);
  let count = 0;
  for (const { start, end } of itemsOf(text)) {
    count += 1;
    if (count % PROGRESS_EVERY === 0 && sink.progress?.(start) === false) return;
    const source = text.slice(start, end);
    const line = lines.lineAt(start);
    const whole = itemIn(source);
    const item = whole ?? salvaged(source);
    if (Object.keys(item).length === 0) {
      const message = 'This item is not sound YAML; nothing of it could be saved.';
      reportProblem(sink, line, 'entry-skipped', message, source);
      continue;
    }
    if (whole === undefined) {
      const message = 'This item is not sound YAML; what could be read of it is kept.';
      reportProblem(sink, line, 'missing-record-end', message, source);
    }
    const read = isCitation(item) ? cslItem : anyObject;
    sink.record(recordOfFields({ ...read(item), line }, sink));
  }
}

const isCitation = (item: JsonObject): boolean =>
  ['type', 'issued', 'container-title', 'DOI'].some((name) => Object.hasOwn(item, name));

/** The one item of a list; undefined where the text holds none or cannot be read. */
function itemIn(source: string): JsonObject | undefined {
  const value = parsed(source);
  const [item] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return isObject(item) ? item : undefined;
}

/** Parts of one item beyond this number are not looked at: names for parts could make them as many as one likes. */
const MOST_PARTS = 20_000;

/** The texts, lists and mappings of a text in YAML; undefined where it is none. */
function parsed(source: string): unknown {
  try {
    const parts = { left: MOST_PARTS };
    return spelledOut(load(source, { schema: FAILSAFE_SCHEMA }), parts);
  } catch {
    return undefined;
  }
}

/** A value in which a part that is named twice stands twice. Throws where there are too many. */
function spelledOut(value: unknown, parts: { left: number }): unknown {
  parts.left -= 1;
  if (parts.left < 0) throw new RangeError('too many parts');
  if (Array.isArray(value)) return value.map((one: unknown) => spelledOut(one, parts));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spelledOut(one, parts)]));
}

/** The members of a broken item: sound ones as they are meant, the text of the others. */
function salvaged(source: string): JsonObject {
  return Object.fromEntries(
    membersOfItem(source).map(({ name, source: member }) => {
      const sound = parsed(member);
      const text = collapseSpace(member.slice(member.indexOf(':') + 1)).replace(/^(["'])(.*)\1$/, '$2');
      return [name, isObject(sound) && Object.hasOwn(sound, name) ? sound[name] : text];
    }),
  );
}
