import { averageTextWidth, fitted, numberFormat, type NumberFormat, type TextWidth } from '../../figures';
import type { FigureOptions } from './figure-options';
import type { ForestCell, ForestColumn, ForestData, ForestEffect, ForestSummary } from './forest-data';

export const TEXT = 13;
export const SMALL = 11.5;
export const MARGIN = 16;
const GAP = 20;
const NARROW_GAP = 14;
const LEAST_LEFT = 236;
const WIDEST_LABEL = 300;
const DOT_STEP = 20;

/** Where everything stands from left to right, and how values are written. */
export type ForestColumns = {
  readonly width: TextWidth;
  readonly format: NumberFormat;
  readonly label: { readonly x: number; readonly most: number };
  /** The right edge of every number column; `centre` carries its heading. */
  readonly cells: readonly { readonly right: number; readonly centre: number }[];
  readonly arms: readonly { readonly heading: string; readonly from: number; readonly to: number }[];
  readonly leftEnd: number;
  readonly plot: { readonly left: number; readonly right: number };
  readonly effect: {
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly start: number;
  };
  readonly weight: number | null;
  readonly dots: readonly number[];
  readonly total: number;
};

/** An effect in print: ratios as ratios, decimals as asked, a list separator that is no decimal mark. */
export type PrintedEffect = { readonly estimate: string; readonly low: string; readonly high: string };

export function printedEffect(effect: ForestEffect, data: ForestData, format: NumberFormat): PrintedEffect {
  const decimals = data.decimals ?? 2;
  const shown = (value: number): string => format(data.scale === 'log' ? Math.exp(value) : value, decimals);
  const separator = format(0.5, 1).includes(',') ? ';' : ',';
  return {
    estimate: shown(effect.estimate),
    low: `[${shown(effect.ciLow)}${separator}`,
    high: `${shown(effect.ciHigh)}]`,
  };
}

export function printedCell(cell: ForestCell, column: ForestColumn, format: NumberFormat): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? format(cell, column.decimals ?? 0) : cell;
}

export const printedWeight = (percent: number, format: NumberFormat): string => `${format(percent, 1)}%`;

/** All diamonds of the plot, subgroups first. */
export const summariesOf = (data: ForestData): readonly ForestSummary[] => [
  ...data.groups.flatMap((group) => (group.summary ? [group.summary] : [])),
  ...data.overall,
];

export function forestColumns(data: ForestData, options: FigureOptions): ForestColumns {
  const width = options.textWidth ?? averageTextWidth;
  const format = numberFormat(options.language);
  const rows = data.groups.flatMap((group) => group.rows);
  const summaries = summariesOf(data);
  const bold = (text: string): number => width(text, TEXT, 'bold');
  const widest = (texts: readonly string[], measure: (text: string) => number): number =>
    Math.max(0, ...texts.map(measure));

  const labels = widest(
    [...rows.map((row) => row.label), ...summaries.map((s) => s.prediction?.label ?? '')],
    (text) => width(text, TEXT) + (data.groups.some((group) => group.heading !== undefined) ? INDENT : 0),
  );
  const headings = widest(
    [
      data.labelHeading ?? options.texts.study,
      ...data.groups.map((group) => group.heading ?? ''),
      ...summaries.map((s) => s.label),
    ],
    bold,
  );
  const most = Math.min(WIDEST_LABEL, Math.max(labels, headings));

  // Number columns, each as wide as its widest value; a heading over several columns may push them apart.
  const widths = data.columns.map((column, i) =>
    Math.max(
      bold(column.heading),
      widest(
        [...rows.map((row) => row.cells?.[i] ?? null), ...summaries.map((s) => s.cells?.[i] ?? null)].map(
          (cell) => printedCell(cell, column, format),
        ),
        bold,
      ),
    ),
  );
  const spans = armSpans(data.columns);
  for (const span of spans) {
    const inside = widths.slice(span.first, span.last + 1).reduce((sum, w) => sum + w, 0);
    const missing = bold(span.heading) - (inside + NARROW_GAP * (span.last - span.first));
    if (missing > 0) widths[span.last] = (widths[span.last] ?? 0) + missing;
  }
  const cells: { right: number; centre: number }[] = [];
  let x = MARGIN + most;
  data.columns.forEach((column, i) => {
    const opens = i === 0 || column.arm === undefined || column.arm !== data.columns[i - 1]?.arm;
    const from = x + (opens ? GAP : NARROW_GAP);
    x = from + (widths[i] ?? 0);
    cells.push({ right: x, centre: (from + x) / 2 });
  });
  const leftEnd = Math.max(x, MARGIN + LEAST_LEFT);

  const plotLeft = leftEnd + GAP;
  const plotRight = plotLeft + (options.plotWidth ?? 320);
  const printed = [
    ...rows.flatMap((row) => (row.effect ? [row.effect] : [])),
    ...summaries.map((s) => s.effect),
  ].map((effect) => printedEffect(effect, data, format));
  const predictions = summaries.flatMap((s) =>
    s.prediction
      ? [printedEffect({ estimate: 0, ciLow: s.prediction.low, ciHigh: s.prediction.high }, data, format)]
      : [],
  );
  const start = plotRight + GAP;
  const estimate =
    start +
    widest(
      printed.map((p) => p.estimate),
      bold,
    );
  const low =
    estimate +
    7 +
    widest(
      [...printed, ...predictions].map((p) => p.low),
      bold,
    );
  const heading = bold(options.texts.effectHeading(data.measure, format(100 * data.level, 0)));
  const high = Math.max(
    low +
      5 +
      widest(
        [...printed, ...predictions].map((p) => p.high),
        bold,
      ),
    start + heading,
    ...rows
      .filter(({ effect }) => effect === null)
      .map(({ noEffect }) => start + width(noEffect ?? options.texts.notEstimable, TEXT)),
  );
  const shift =
    high -
    (low +
      5 +
      widest(
        [...printed, ...predictions].map((p) => p.high),
        bold,
      ));
  const hasWeights = rows.some((row) => row.weightPercent !== null);
  const weight = hasWeights
    ? high + GAP + Math.max(bold(options.texts.weight), bold(printedWeight(100, format)))
    : null;
  const dotsFrom = (weight ?? high) + GAP + DOT_STEP / 2;
  const dots = (data.riskOfBias?.domains ?? []).map((_, i) => dotsFrom + i * DOT_STEP);
  const lastDot = dots.at(-1);
  const riskHeading = bold(options.texts.riskOfBias);
  const afterDots =
    lastDot === undefined
      ? (weight ?? high)
      : Math.max(lastDot + DOT_STEP / 2, dotsFrom - DOT_STEP / 2 + riskHeading);
  return {
    width,
    format,
    label: { x: MARGIN, most },
    cells,
    arms: spans.map((span) => ({
      heading: span.heading,
      from: (cells[span.first]?.right ?? 0) - (widths[span.first] ?? 0),
      to: cells[span.last]?.right ?? 0,
    })),
    leftEnd,
    plot: { left: plotLeft, right: plotRight },
    effect: { estimate: estimate + shift, low: low + shift, high, start },
    weight,
    dots,
    total: afterDots + MARGIN,
  };
}

/** How far rows stand in under a subgroup heading. */
export const INDENT = 12;

/** Columns next to each other that share an arm. */
function armSpans(
  columns: readonly ForestColumn[],
): readonly { heading: string; first: number; last: number }[] {
  const spans: { heading: string; first: number; last: number }[] = [];
  columns.forEach((column, i) => {
    const previous = spans.at(-1);
    if (column.arm === undefined) return;
    if (previous && previous.heading === column.arm && previous.last === i - 1) previous.last = i;
    else spans.push({ heading: column.arm, first: i, last: i });
  });
  return spans;
}

/** A label cut to its column, with the whole of it as a hint when something was lost. */
export function labelText(
  text: string,
  most: number,
  width: TextWidth,
): { readonly text: string; readonly hint?: string } {
  const short = fitted(text, most, TEXT, width);
  return short === text ? { text } : { text: short, hint: text };
}
