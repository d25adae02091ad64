import { decimalsOf, ticksBetween, type AxisScale, type Projection } from './axis';
import type { NumberFormat } from './number-format';
import type { Anchor, Point, Shape } from './scene';

export type PlotAxes = {
  readonly x: Projection;
  /** From `left` to `right` in pixels downwards or upwards, as the projection says. */
  readonly y: Projection;
  readonly xScale: AxisScale;
  /** Linear unless said otherwise. */
  readonly yScale?: AxisScale | undefined;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly format: NumberFormat;
  readonly size: number;
  readonly small: number;
  /** Grid lines behind the ticks of both axes. */
  readonly grid?: boolean | undefined;
};

/** The axes of a plot of points: along the bottom and the left edge, with ticks, numbers and what they measure. */
export function plotAxes({
  x,
  y,
  xScale,
  yScale = 'linear',
  xLabel,
  yLabel,
  format,
  size,
  small,
  grid = false,
}: PlotAxes): readonly Shape[] {
  const bottom = Math.max(y.left, y.right);
  const top = Math.min(y.left, y.right);
  const text = (content: string, at: Point, anchor: Anchor, of = small): Shape => ({
    kind: 'text',
    role: 'text',
    at,
    text: content,
    anchor,
    size: of,
  });
  const line = (from: Point, to: Point, role: 'axis' | 'grid' = 'axis'): Shape => ({
    kind: 'line',
    role,
    from,
    to,
    width: 1,
  });
  const xTicks = ticksBetween(x.low, x.high, xScale);
  const yTicks = ticksBetween(y.low, y.high, yScale, 5);
  const xDecimals = xScale === 'log' ? null : decimalsOf(xTicks);
  const yDecimals = yScale === 'log' ? null : decimalsOf(yTicks);
  return [
    ...(grid
      ? [
          ...xTicks.map(({ at }) => line({ x: x.x(at), y: top }, { x: x.x(at), y: bottom }, 'grid')),
          ...yTicks.map(({ at }) => line({ x: x.left, y: y.x(at) }, { x: x.right, y: y.x(at) }, 'grid')),
        ]
      : []),
    line({ x: x.left, y: bottom }, { x: x.right, y: bottom }),
    line({ x: x.left, y: top }, { x: x.left, y: bottom }),
    ...xTicks.flatMap((tick) => [
      line({ x: x.x(tick.at), y: bottom }, { x: x.x(tick.at), y: bottom + 5 }),
      text(
        format(tick.shown, xDecimals ?? decimalsOf([tick])),
        { x: x.x(tick.at), y: bottom + 18 },
        'middle',
      ),
    ]),
    ...yTicks.flatMap((tick) => [
      line({ x: x.left - 5, y: y.x(tick.at) }, { x: x.left, y: y.x(tick.at) }),
      text(
        format(tick.shown, yDecimals ?? decimalsOf([tick])),
        { x: x.left - 9, y: y.x(tick.at) + 4 },
        'end',
      ),
    ]),
    text(xLabel, { x: (x.left + x.right) / 2, y: bottom + 40 }, 'middle', size),
    {
      kind: 'text',
      role: 'text',
      at: { x: 18, y: (top + bottom) / 2 },
      text: yLabel,
      anchor: 'middle',
      size,
      turned: true,
    },
  ];
}
