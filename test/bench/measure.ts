import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What one bench found: a line per thing measured, told against a yardstick measured in the same run. */
export type BenchReport = {
  readonly title: string;
  /** How often everything was repeated. */
  readonly runs: number;
  readonly lines: readonly BenchLine[];
};

export type BenchLine = {
  readonly what: string;
  /** Median, ms: processor time in Node, time on the clock in a browser. */
  readonly ms: number;
  readonly against: string;
  readonly ratio: Spread;
  /** The same ratio of times on the clock, where both are told: processor time counts the collector's threads as well. */
  readonly clock?: Spread;
};

/** What is told by itself, because nothing plain does the same: bounds a person feels. */
export type FactReport = {
  readonly title: string;
  readonly facts: readonly (readonly [what: string, figure: string])[];
};

/** Median, smallest and largest of several runs. */
export type Spread = { readonly median: number; readonly low: number; readonly high: number };

/** Work that is measured against the yardstick named `against`, another entry of the same list. */
export type Measured = {
  readonly what: string;
  readonly run: () => unknown;
  readonly against?: string;
  /** How often `run` repeats itself inside; times are given for one. */
  readonly repeats?: number;
};

/**
 * Runs everything once to warm up and then `runs` times in turn, so that a busy moment of the machine falls on the
 * measured thing and its yardstick alike. A ratio is taken within each turn; the spread is over the turns.
 */
export function compare(title: string, measured: readonly Measured[], runs = 5): BenchReport {
  const times = new Map<string, number[]>(measured.map(({ what }) => [what, []]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const { what, run, repeats = 1 } of measured) {
      const ms = processorTime(run) / repeats;
      if (turn > 0) times.get(what)?.push(ms);
    }
  }
  return { title, runs, lines: measured.map((one) => lineOf(one, times)) };
}

/** The same for work that answers later (libraries that tell what they find in events), also on the clock. */
export async function compareAwaiting(
  title: string,
  measured: readonly (Omit<Measured, 'run' | 'repeats'> & { readonly run: () => Promise<unknown> })[],
  runs = 3,
): Promise<BenchReport> {
  const times = new Map<string, number[]>(measured.map(({ what }) => [what, []]));
  const clock = new Map<string, number[]>(measured.map(({ what }) => [what, []]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const { what, run } of measured) {
      kept = undefined;
      collectGarbage();
      const [before, start] = [process.cpuUsage(), performance.now()];
      kept = await run();
      const passed = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      if (turn === 0) continue;
      times.get(what)?.push((user + system) / 1_000);
      clock.get(what)?.push(passed);
    }
  }
  const lines = measured.map((one) => ({ ...lineOf(one, times), clock: lineOf(one, clock).ratio }));
  return { title, runs, lines };
}

/** The line of a thing measured, from the times of all turns by name. A thing without yardstick is its own: ratio 1. */
export function lineOf(
  { what, against }: Pick<Measured, 'what' | 'against'>,
  times: ReadonlyMap<string, readonly number[]>,
): BenchLine {
  const own = times.get(what) ?? [];
  const yardstick = times.get(against ?? what) ?? [];
  const ratios = own.map((ms, turn) => ms / (yardstick[turn] ?? Number.NaN));
  return { what, ms: spread(own).median, against: against ?? '', ratio: spread(ratios) };
}

/** Processor time of this process in ms, user and system together: waiting for a busy machine does not count. */
export function processorTime(run: () => unknown): number {
  kept = undefined;
  collectGarbage();
  const before = process.cpuUsage();
  kept = run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** What earlier work left behind must not be cleared away at the expense of this one. */
const collectGarbage = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? () => void found() : () => undefined;
})();

/** Bytes of heap in use after everything unused was cleared away. */
export function collectedHeap(): number {
  kept = undefined;
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** The last result, held so that no engine may leave out work whose result nobody looks at. */
let kept: unknown;
export const lastResult = (): unknown => kept;

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
  return { median, low: sorted[0] ?? Number.NaN, high: sorted.at(-1) ?? Number.NaN };
}

/** The report as a Markdown table. */
export function markdown(report: BenchReport | FactReport): string {
  if ('facts' in report) {
    const rows = report.facts.map(([what, figure]) => `| ${what} | ${figure} |`);
    return [`### ${report.title}`, '', '| what | figure |', '|---|---|', ...rows, ''].join('\n');
  }
  const { title, runs, lines } = report;
  const told = ({ median, low, high }: Spread): string =>
    `**${figure(median)}** (${figure(low)}–${figure(high)})`;
  const onClock = lines.some(({ clock }) => clock !== undefined);
  const rows = lines.map(({ what, ms, against, ratio, clock }) => {
    const isYardstick = against === '';
    const second = onClock ? ` ${isYardstick || clock === undefined ? '1' : told(clock)} |` : '';
    return `| ${what} | ${isYardstick ? '1' : told(ratio)} |${second} ${isYardstick ? 'yardstick' : against} | ${figure(ms)} ms |`;
  });
  const head = onClock
    ? [
        '| what | processor time, ratio (lowest–highest) | on the clock | to | median |',
        '|---|---|---|---|---|',
      ]
    : ['| what | ratio (lowest–highest) | to | median |', '|---|---|---|---|'];
  return [`### ${title}`, '', `${runs} runs.`, '', ...head, ...rows, ''].join('\n');
}

/** Three significant digits at most; a bench knows no more. */
const figure = (value: number): string => String(Number(value.toPrecision(value < 10 ? 2 : 3)));
