import {
  numberFormat,
  projection,
  ticksBetween,
  type NumberFormat,
  type Projection,
  type Scene,
  type Shape,
} from '../../figures';
import { foundPerBin, stepsOf } from '../reading-curve';

/** The words of a recall curve in one language. */
export type RecallCurveTexts = {
  readonly title: string;
  /** Axis: records read. */
  readonly read: string;
  /** Axis: relevant records found. */
  readonly found: string;
  /** Axis of the bars. */
  readonly foundPer: (records: string) => string;
  readonly randomOrder: string;
  readonly likelyTotal: string;
  readonly description: (found: string, read: string, records: string) => string;
};

export type RecallCurveData = {
  /** What was read, in order: relevant or not. Several for several runs; the first stands out. */
  readonly orders: readonly (readonly boolean[])[];
  /** How many records there are. */
  readonly records: number;
  /** How many relevant ones there are, where that is known; else the estimate, likely and at most. */
  readonly relevant: { readonly known: number } | { readonly likely: number; readonly atMost: number } | null;
};

const TEXT = 11.5;
const MARGIN = { top: 14, left: 54, bottom: 40, right: 132 };
const CURVE = 240;
const BARS = 74;
const GAP = 34;

/**
 * How many relevant records were found after how many were read (gain or recall curve), with the line a random order
 * would have followed, the estimated total, and below it how many of each hundred were relevant.
 */
export function recallCurve(
  data: RecallCurveData,
  texts: RecallCurveTexts,
  { language, width = 720 }: { readonly language: string; readonly width?: number | undefined },
): Scene {
  const format = numberFormat(language);
  const [main = []] = data.orders;
  const found = main.filter(Boolean).length;
  const most = Math.max(1, found, ...data.orders.map((order) => order.filter(Boolean).length), topOf(data));
  const x = projection(0, Math.max(1, data.records), MARGIN.left, width - MARGIN.right);
  const y = projection(0, most * 1.04, MARGIN.top + CURVE, MARGIN.top);
  const bars = foundPerBin(main, binOf(data.records));
  const barTop = MARGIN.top + CURVE + GAP;
  const shapes: Shape[] = [
    ...grid(x, y, format),
    ...totals(data, x, y, texts, found),
    ...data.orders.map((order, at) => curve(order, x, y, at === 0 ? 2.2 : 1, at === 0)).reverse(),
    label(MARGIN.left - 42, MARGIN.top + CURVE / 2, texts.found, 'middle', true),
    ...barShapes(bars, x, barTop, texts, format),
    label((x.left + x.right) / 2, barTop + BARS + 32, texts.read, 'middle'),
  ];
  return {
    width,
    height: barTop + BARS + MARGIN.bottom,
    title: texts.title,
    description: texts.description(format(found, 0), format(main.length, 0), format(data.records, 0)),
    shapes,
  };
}

const topOf = ({ relevant }: RecallCurveData): number =>
  relevant === null ? 0 : 'known' in relevant ? relevant.known : relevant.likely;

/** Bars of a hundred records; of ten in a small review, of more where there would be too many to tell apart. */
function binOf(records: number): number {
  if (records < 500) return 10;
  let bin = 100;
  while (records / bin > 100) bin *= bin.toString().startsWith('2') ? 2.5 : 2;
  return bin;
}

const label = (
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  turned = false,
): Shape => ({ kind: 'text', role: 'text-muted', at: { x, y }, text, anchor, size: TEXT, turned });

function grid(x: Projection, y: Projection, format: NumberFormat): Shape[] {
  const shapes: Shape[] = [];
  for (const { at } of ticksBetween(0, y.high, 'linear', 5)) {
    if (!Number.isInteger(at)) continue;
    shapes.push({
      kind: 'line',
      role: at === 0 ? 'axis' : 'grid',
      from: { x: x.left, y: y.x(at) },
      to: { x: x.right, y: y.x(at) },
      width: 1,
    });
    shapes.push(label(x.left - 7, y.x(at) + 4, format(at, 0), 'end'));
  }
  return shapes;
}

function totals(
  { relevant, records }: RecallCurveData,
  x: Projection,
  y: Projection,
  texts: RecallCurveTexts,
  found: number,
): Shape[] {
  if (relevant === null) return [];
  const line = (value: number, text: string, dash: readonly number[]): Shape[] => [
    {
      kind: 'line',
      role: 'null-line',
      from: { x: x.left, y: y.x(value) },
      to: { x: x.right, y: y.x(value) },
      width: 1.2,
      dash,
    },
    label(x.right + 8, y.x(value) + 4, text, 'start'),
  ];
  const total = 'known' in relevant ? relevant.known : relevant.likely;
  const random: Shape = {
    kind: 'line',
    role: 'null-line',
    from: { x: x.x(0), y: y.x(0) },
    to: { x: x.x(records), y: y.x(total) },
    width: 1,
    dash: [2, 4],
  };
  // Named beside its end, where no curve passes.
  const named = (lower: number): Shape => label(x.right + 8, y.x(total) + lower, texts.randomOrder, 'start');
  if ('known' in relevant || relevant.likely <= found) return [random, named(4)];
  return [random, named(20), ...line(relevant.likely, texts.likelyTotal, [6, 4])];
}

function curve(
  order: readonly boolean[],
  x: Projection,
  y: Projection,
  width: number,
  strong: boolean,
): Shape {
  return {
    kind: 'path',
    role: strong ? 'summary-line' : 'rule',
    closed: false,
    width,
    points: stepsOf(order).map(({ read, found }) => ({ x: x.x(read), y: y.x(found) })),
  };
}

function barShapes(
  bars: readonly { readonly from: number; readonly read: number; readonly found: number }[],
  x: Projection,
  top: number,
  texts: RecallCurveTexts,
  format: NumberFormat,
): Shape[] {
  const most = Math.max(1, ...bars.map(({ found }) => found));
  const y = projection(0, most, top + BARS, top);
  const size = binOf(x.high);
  return [
    {
      kind: 'line',
      role: 'axis',
      from: { x: x.left, y: y.left },
      to: { x: x.right, y: y.left },
      width: 1,
    },
    ...bars.map(({ from, read, found }): Shape => ({
      kind: 'rectangle',
      role: 'square',
      x: x.x(from) + 0.5,
      y: y.x(found),
      width: Math.max(1, x.x(from + read) - x.x(from) - 1),
      height: y.left - y.x(found),
      hint: `${format(from + 1, 0)}–${format(from + read, 0)}: ${format(found, 0)}`,
    })),
    label(x.left - 7, y.x(most) + 4, format(most, 0), 'end'),
    label(x.left - 7, y.left + 4, format(0, 0), 'end'),
    label(x.left + 4, top - 8, texts.foundPer(format(size, 0)), 'start'),
    ...ticksBetween(0, x.high, 'linear', 6).flatMap(({ at }): Shape[] =>
      Number.isInteger(at) ? [label(x.x(at), y.left + 16, format(at, 0), 'middle')] : [],
    ),
  ];
}
