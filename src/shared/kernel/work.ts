/**
 * Work that may be laid down: it stops now and then, and whoever has it done goes on at once (`doAtOnce`) or sees to
 * something else first, as a window does that has to answer. What comes of it is the same either way.
 */
export type Work<T> = Generator<undefined, T, undefined>;

/** Does work without laying it down. */
export function doAtOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** So many turns of a loop take a millisecond or so: often enough to stop, and stopping costs nothing beside them. */
const turns = 512;

/** Whether a loop should stop at this turn, counted from 0. */
export const mayStop = (turn: number): boolean => turn % turns === turns - 1;
