import type { RecordId } from '../kernel';
import type { ScreeningChanges, ScreeningContext } from './context';

/** From so many changes on it is quicker to work everything out anew than to look each of them up. */
export const manyChanges = 500;

/** Follows what a context notes as changed. */
export class NotedChanges {
  readonly #context: ScreeningContext;
  readonly #lists: readonly (keyof ScreeningChanges)[];
  readonly #reportOf: (id: RecordId) => RecordId | undefined;
  readonly #seen: number[];

  /** @param lists which changes to follow. @param reportOf the report a record belongs to */
  constructor(
    context: ScreeningContext,
    lists: readonly (keyof ScreeningChanges)[],
    reportOf: (id: RecordId) => RecordId | undefined,
  ) {
    this.#context = context;
    this.#lists = lists;
    this.#reportOf = reportOf;
    this.#seen = lists.map((list) => context.changed?.[list].length ?? 0);
  }

  /** The reports that changed since this was asked last, or since the beginning; null where they are many. */
  touched(): ReadonlySet<RecordId> | null {
    const { changed } = this.#context;
    if (changed === undefined) return null;
    const touched = new Set<RecordId>();
    let count = 0;
    for (const [index, list] of this.#lists.entries()) {
      const changes = changed[list];
      const seen = this.#seen[index] ?? 0;
      this.#seen[index] = changes.length;
      count += changes.length - seen;
      if (count > manyChanges) continue;
      for (const id of changes.slice(seen)) {
        const report = this.#reportOf(id);
        if (report !== undefined) touched.add(report);
      }
    }
    return count > manyChanges ? null : touched;
  }
}
