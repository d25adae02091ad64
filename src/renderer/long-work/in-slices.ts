import type { Work } from '@shared/kernel';

/** What is begun while a screen is drawn goes on for so long before it is drawn without it, in ms. */
export const firstSlice = 25;
/** Work goes on for so long before the window may draw and answer, in ms: less than a frame at 60 Hz. */
const slice = 10;

/** Does work a slice at a time, so that the window goes on drawing and answering. */
export async function inSlices<T>(work: Work<T>): Promise<T> {
  for (;;) {
    const done = doSlice(work);
    if (done) return done.value;
    await rest();
  }
}

/** Does so many ms of work: what came of it if that ended it, else null. */
export function doSlice<T>(work: Work<T>, ms = slice): { readonly value: T } | null {
  const began = performance.now();
  while (performance.now() - began < ms) {
    const step = work.next();
    if (step.done) return { value: step.value };
  }
  return null;
}

/**
 * Lets the window see to what waits: it draws, answers keys and takes messages. A message to oneself, since timers are
 * held up in windows nobody sees.
 */
export const rest = (): Promise<void> =>
  new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
