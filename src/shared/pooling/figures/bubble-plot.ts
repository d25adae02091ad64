import {
  averageTextWidth,
  numberFormat,
  plotAxes,
  pointLabels,
  projection,
  type AxisScale,
  type Point,
  type Scene,
  type Shape,
} from '../../figures';
import type { FigureOptions } from './figure-options';

export type BubblePoint = {
  readonly mark?: string | undefined;
  readonly label: string;
  /** The value of the moderator. */
  readonly x: number;
  /** On the analysis scale. */
  readonly yi: number;
  readonly vi: number;
};

/** All a bubble plot shows. The fitted line is drawn where the moderator has been seen, never beyond. */
export type BubbleData = {
  readonly title: string;
  readonly moderator: string;
  readonly measure: string;
  readonly scale: AxisScale;
  readonly points: readonly BubblePoint[];
  /** The fitted effect at a value of the moderator, with its confidence limits. */
  readonly fitted: (x: number) => {
    readonly estimate: number;
    readonly ciLow: number;
    readonly ciHigh: number;
  };
  /** What the fit weighs by besides sampling variance, for the area of bubbles. */
  readonly tau2: number;
};

const SIZE = 12.5;
const SMALL = 11.5;
const HEIGHT = 340;
const WIDTH = 560;
const MARGIN = { top: 16, left: 76, bottom: 52, right: 24 };
const LARGEST = 15;
const SMALLEST = 3;
const STEPS = 40;
/** So many trials are named, the heaviest first. */
const NAMED = 12;

/** A meta-regression on one number (Thompson & Higgins 2002): bubbles by weight, the line, its confidence band. */
export function bubblePlot(data: BubbleData, options: FigureOptions): Scene {
  const { texts } = options;
  const format = numberFormat(options.language);
  const width = options.textWidth ?? averageTextWidth;
  const right = MARGIN.left + (options.plotWidth ?? WIDTH);
  const bottom = MARGIN.top + HEIGHT;
  const values = data.points.map((point) => point.x);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const at = Array.from({ length: STEPS + 1 }, (_, i) => from + ((to - from) * i) / STEPS);
  const line = at.map((value) => ({ value, ...data.fitted(value) }));
  const weights = data.points.map(({ vi }) => 1 / (vi + data.tau2));
  const most = Math.max(...weights);
  const ends = [
    0,
    ...data.points.map(({ yi }) => yi),
    ...line.flatMap(({ ciLow, ciHigh }) => [ciLow, ciHigh]),
  ];
  const lowest = Math.min(...ends);
  const highest = Math.max(...ends);
  const airX = to > from ? 0.06 * (to - from) : 1;
  const airY = 0.08 * (highest - lowest || 1);
  const x = projection(from - airX, to + airX, MARGIN.left, right);
  const y = projection(lowest - airY, highest + airY, bottom, MARGIN.top);
  const placed = data.points.map((point, i) => ({
    point,
    at: { x: x.x(point.x), y: y.x(point.yi) },
    radius: Math.max(SMALLEST, LARGEST * Math.sqrt((weights[i] ?? 0) / most)),
  }));
  const shown = (value: number): string => format(data.scale === 'log' ? Math.exp(value) : value, 2);
  const pixel = (value: number, effect: number): Point => ({ x: x.x(value), y: y.x(effect) });
  const shapes: Shape[] = [
    {
      kind: 'path',
      role: 'contour-1',
      points: [
        ...line.map(({ value, ciHigh }) => pixel(value, ciHigh)),
        ...[...line].reverse().map(({ value, ciLow }) => pixel(value, ciLow)),
      ],
      closed: true,
    },
    {
      kind: 'line',
      role: 'null-line',
      from: { x: x.left, y: y.x(0) },
      to: { x: x.right, y: y.x(0) },
      width: 1,
    },
    {
      kind: 'path',
      role: 'summary-line',
      points: line.map(({ value, estimate }) => pixel(value, estimate)),
      closed: false,
      width: 1.6,
    },
    ...[...placed]
      .sort((a, b) => b.radius - a.radius)
      .map(({ point, at: centre, radius }): Shape => ({
        kind: 'circle',
        role: 'bubble',
        centre,
        radius,
        outline: 1,
        mark: point.mark,
        hint: `${point.label}: ${format(point.x, decimalsFor(point.x))}; ${shown(point.yi)}`,
      })),
    ...plotAxes({
      x,
      y,
      xScale: 'linear',
      yScale: data.scale,
      xLabel: data.moderator,
      yLabel: data.measure,
      format,
      size: SIZE,
      small: SMALL,
    }),
    ...pointLabels(
      [...placed]
        .sort((a, b) => b.radius - a.radius)
        .slice(0, NAMED)
        .map(({ point, ...place }) => ({ ...place, text: point.label })),
      placed,
      { left: MARGIN.left + 2, right: right + MARGIN.right - 4, top: 2, bottom: bottom - 2 },
      SMALL - 1,
      width,
    ),
  ];
  const first = data.fitted(from);
  const last = data.fitted(to);
  return {
    width: right + MARGIN.right,
    height: bottom + MARGIN.bottom,
    title: data.title,
    description: [
      texts.describeBubble(data.title, data.points.length, data.measure, data.moderator),
      texts.describeBubbleLine(
        format(from, decimalsFor(from)),
        shown(first.estimate),
        format(to, decimalsFor(to)),
        shown(last.estimate),
      ),
    ].join(' '),
    shapes,
  };
}

const decimalsFor = (value: number): number => (Number.isInteger(value) ? 0 : 2);
