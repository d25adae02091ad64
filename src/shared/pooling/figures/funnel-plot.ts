import {
  averageTextWidth,
  numberFormat,
  plotAxes,
  projection,
  ticksBetween,
  type AxisScale,
  type NumberFormat,
  type Projection,
  type Role,
  type Scene,
  type Shape,
} from '../../figures';
import { criticalValue } from '../inference';
import type { FigureOptions } from './figure-options';

export type FunnelPoint = {
  readonly mark?: string | undefined;
  readonly label: string;
  /** On the analysis scale. */
  readonly yi: number;
  readonly vi: number;
};

/** All a funnel plot shows. */
export type FunnelData = {
  readonly title: string;
  readonly measure: string;
  readonly scale: AxisScale;
  readonly decimals?: number | undefined;
  readonly points: readonly FunnelPoint[];
  /** Effects that trim and fill added, drawn hollow. */
  readonly filled?: readonly { readonly yi: number; readonly vi: number }[] | undefined;
  /** The pooled effect the funnel stands on. */
  readonly centre: number;
  /** Level of the funnel's sides, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** Two-sided p-values whose borders around no effect are shaded (Peters et al. 2008); none for a plain funnel. */
  readonly contours?: readonly number[] | undefined;
};

const SIZE = 12.5;
const SMALL = 11.5;
const HEIGHT = 320;
const MARGIN = { top: 16, left: 70, bottom: 52, right: 16 };
const LEGEND_LINE = 19;

/**
 * A (contour-enhanced) funnel plot: effects against standard errors, the most precise on top, with the limits within
 * which studies of one true effect would mostly lie.
 */
export function funnelPlot(data: FunnelData, options: FigureOptions): Scene {
  const { texts } = options;
  const format = numberFormat(options.language);
  const width = options.textWidth ?? averageTextWidth;
  const plotWidth = options.plotWidth ?? 460;
  const all = [...data.points, ...(data.filled ?? [])];
  const largest = Math.max(...all.map((point) => Math.sqrt(point.vi)), 0);
  const depth = roundedUp(largest === 0 ? 1 : largest * 1.05);
  const reach = criticalValue(data.level ?? 0.95, null);
  const values = [
    0,
    data.centre - reach * depth,
    data.centre + reach * depth,
    ...all.map((point) => point.yi),
  ];
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const air = 0.03 * (highest - lowest);
  const x = projection(lowest - air, highest + air, MARGIN.left, MARGIN.left + plotWidth);
  const y = projection(0, depth, MARGIN.top, MARGIN.top + HEIGHT);
  const legend = legendOf(data, options, format);
  const legendLeft = x.right + 24;
  const legendWidth = Math.max(...legend.map((entry) => width(entry.text, SMALL))) + 26;

  const shapes: Shape[] = [
    ...contours(data, x, y),
    ...funnelSides(data.centre, reach, x, y),
    ...plotAxes({
      x,
      y,
      xScale: data.scale,
      xLabel: data.measure,
      yLabel: texts.standardError,
      format,
      size: SIZE,
      small: SMALL,
    }),
    ...(data.filled ?? []).map((point): Shape => ({
      kind: 'circle',
      role: 'point-filled-in',
      centre: { x: x.x(point.yi), y: y.x(Math.sqrt(point.vi)) },
      radius: 4,
      outline: 1.4,
      hint: texts.filledIn,
    })),
    ...data.points.map((point): Shape => ({
      kind: 'circle',
      role: 'point',
      centre: { x: x.x(point.yi), y: y.x(Math.sqrt(point.vi)) },
      radius: 4.2,
      outline: 0.8,
      mark: point.mark,
      hint: `${point.label}: ${shown(point.yi, data, format)}`,
    })),
    ...legend.flatMap((entry, i) => {
      const centre = { x: legendLeft + 8, y: MARGIN.top + 10 + i * LEGEND_LINE };
      return [
        ...entry.sample(centre.x, centre.y),
        {
          kind: 'text' as const,
          role: 'text' as const,
          at: { x: legendLeft + 24, y: centre.y + 4 },
          text: entry.text,
          anchor: 'start' as const,
          size: SMALL,
        },
      ];
    }),
  ];
  return {
    width: Math.ceil(legendLeft + legendWidth + MARGIN.right),
    height: MARGIN.top + HEIGHT + MARGIN.bottom,
    title: data.title,
    description: describe(data, options, format),
    shapes,
  };
}

const shown = (value: number, data: FunnelData, format: NumberFormat): string =>
  format(data.scale === 'log' ? Math.exp(value) : value, data.decimals ?? 2);

/** The next round number, so that the axis of standard errors ends on a tick. */
function roundedUp(value: number): number {
  const ticks = ticksBetween(0, value, 'linear', 5);
  const last = ticks.at(-1)?.at ?? value;
  const step = last - (ticks.at(-2)?.at ?? 0);
  return last >= value - 1e-12 ? last : last + step;
}

/** The side of a region bounded by |effect - centre| < reach · se, cut at the edges of the plot. */
function triangle(
  centre: number,
  reach: number,
  x: Projection,
  y: Projection,
): readonly { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [{ x: clamp(x, centre), y: y.left }];
  const right = Math.min(y.high, (x.high - centre) / reach);
  const left = Math.min(y.high, (centre - x.low) / reach);
  points.push({ x: clamp(x, centre + reach * right), y: y.x(right) });
  points.push({ x: clamp(x, centre + reach * y.high), y: y.right });
  points.push({ x: clamp(x, centre - reach * y.high), y: y.right });
  points.push({ x: clamp(x, centre - reach * left), y: y.x(left) });
  return points;
}

const clamp = (axis: Projection, value: number): number =>
  Math.min(axis.right, Math.max(axis.left, axis.x(value)));

const contourRoles: readonly Role[] = ['contour-1', 'contour-2', 'contour-3'];

/** From the outermost (most significant) to the plain middle, each painted over the one before. */
function contours(data: FunnelData, x: Projection, y: Projection): readonly Shape[] {
  const levels = contourLevels(data);
  if (levels.length === 0) return [];
  const outer: Shape = {
    kind: 'rectangle',
    role: contourRoles[levels.length - 1] ?? 'contour-3',
    x: x.left,
    y: y.left,
    width: x.right - x.left,
    height: y.right - y.left,
  };
  const inner = [...levels].reverse().map((p, i): Shape => {
    const step = levels.length - 1 - i;
    return {
      kind: 'path',
      role: step === 0 ? 'contour-0' : (contourRoles[step - 1] ?? 'contour-1'),
      points: triangle(0, criticalValue(1 - p, null), x, y),
      closed: true,
    };
  });
  return [outer, ...inner];
}

/** At most three, from the least to the most significant. */
const contourLevels = (data: FunnelData): readonly number[] =>
  [...(data.contours ?? [])].sort((a, b) => b - a).slice(0, 3);

function funnelSides(centre: number, reach: number, x: Projection, y: Projection): readonly Shape[] {
  const middle = clamp(x, centre);
  const side = (sign: 1 | -1): Shape => ({
    kind: 'path',
    role: 'summary-line',
    points: [
      { x: middle, y: y.left },
      { x: x.x(centre + sign * reach * y.high), y: y.right },
    ],
    closed: false,
    width: 1,
    dash: [4, 3],
  });
  return [
    {
      kind: 'line',
      role: 'null-line',
      from: { x: x.x(0), y: y.left },
      to: { x: x.x(0), y: y.right },
      width: 1,
    },
    {
      kind: 'line',
      role: 'summary-line',
      from: { x: middle, y: y.left },
      to: { x: middle, y: y.right },
      width: 1.2,
    },
    side(-1),
    side(1),
  ];
}

type LegendEntry = { readonly text: string; readonly sample: (x: number, y: number) => readonly Shape[] };

function legendOf(data: FunnelData, { texts }: FigureOptions, format: NumberFormat): readonly LegendEntry[] {
  const levels = contourLevels(data);
  const decimals = (p: number): number => (p < 0.01 ? 3 : 2);
  const patch =
    (role: Role) =>
    (x: number, y: number): readonly Shape[] => [
      { kind: 'rectangle', role, x: x - 8, y: y - 6, width: 16, height: 12 },
      {
        kind: 'path',
        role: 'contour-edge',
        points: [
          { x: x - 8, y: y - 6 },
          { x: x + 8, y: y - 6 },
          { x: x + 8, y: y + 6 },
          { x: x - 8, y: y + 6 },
        ],
        closed: true,
        width: 0.6,
      },
    ];
  const stroke =
    (dash?: readonly number[]) =>
    (x: number, y: number): readonly Shape[] => [
      { kind: 'line', role: 'summary-line', from: { x: x - 9, y }, to: { x: x + 9, y }, width: 1.2, dash },
    ];
  const [first] = levels;
  return [
    {
      text: texts.observed,
      sample: (x, y) => [{ kind: 'circle', role: 'point', centre: { x, y }, radius: 4.2, outline: 0.8 }],
    },
    ...(data.filled?.length
      ? [
          {
            text: texts.filledIn,
            sample: (x: number, y: number): readonly Shape[] => [
              { kind: 'circle', role: 'point-filled-in', centre: { x, y }, radius: 4, outline: 1.4 },
            ],
          },
        ]
      : []),
    { text: texts.pooledEffect, sample: stroke() },
    { text: texts.pseudoInterval(format(100 * (data.level ?? 0.95), 0)), sample: stroke([4, 3]) },
    ...(first === undefined
      ? []
      : [{ text: texts.noContour(format(first, decimals(first))), sample: patch('contour-0') }]),
    ...levels.map((p, i) => ({
      text: texts.contour(format(p, decimals(p))),
      sample: patch(contourRoles[i] ?? 'contour-3'),
    })),
  ];
}

function describe(data: FunnelData, { texts }: FigureOptions, format: NumberFormat): string {
  const errors = data.points.map((point) => Math.sqrt(point.vi));
  const filled = data.filled?.length ?? 0;
  const left = data.points.filter((point) => point.yi < data.centre).length;
  const right = data.points.filter((point) => point.yi > data.centre).length;
  return [
    texts.describeFunnel(
      data.title,
      data.points.length,
      data.measure,
      format(Math.min(...errors), 3),
      format(Math.max(...errors), 3),
    ),
    `${texts.pooledEffect}: ${shown(data.centre, data, format)}.`,
    texts.describeSides(left, right),
    ...(filled > 0 ? [texts.describeFilled(filled)] : []),
  ].join(' ');
}
