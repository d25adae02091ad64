import { useEffect, useMemo, useReducer, useState } from 'react';
import type { Work } from '@shared/kernel';
import { doSlice, firstSlice, rest } from './in-slices';

/**
 * What comes of work: at once where that takes no longer than a moment, else when it is done; till then what came of the
 * work before it (undefined at first) stays, and `ready` is false.
 *
 * @param begin begins the work; another function means other work
 */
export function useWork<T>(begin: () => Work<T>): { readonly value: T | undefined; readonly ready: boolean } {
  const [last] = useState(() => new LastValue<T>());
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const begun = useMemo(() => new BegunWork(begin()), [begin]);
  useEffect(() => {
    let gone = false;
    void begun
      .finish(() => gone)
      .then((finished) => {
        if (finished) draw();
      });
    return () => {
      gone = true;
    };
  }, [begun]);
  const { done } = begun;
  useEffect(() => {
    if (done) last.keep(done.value);
  }, [done, last]);
  return { value: done ? done.value : last.value, ready: done !== null };
}

/** What came of the last work that was done and shown. */
class LastValue<T> {
  #value: T | undefined;

  get value(): T | undefined {
    return this.#value;
  }

  keep(value: T): void {
    this.#value = value;
  }
}

/** Work whose first slice is done with its beginning. */
class BegunWork<T> {
  readonly #work: Work<T>;
  #done: { readonly value: T } | null;

  constructor(work: Work<T>) {
    this.#work = work;
    this.#done = doSlice(work, firstSlice);
  }

  get done(): { readonly value: T } | null {
    return this.#done;
  }

  /** Does what is left; true if there was something left, and it is done. */
  async finish(isOver: () => boolean): Promise<boolean> {
    if (this.#done) return false;
    while (!this.#done) {
      await rest();
      if (isOver()) return false;
      this.#done = doSlice(this.#work);
    }
    return true;
  }
}
