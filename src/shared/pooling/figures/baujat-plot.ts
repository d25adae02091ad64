import {
  averageTextWidth,
  numberFormat,
  plotAxes,
  pointLabels,
  projection,
  type Scene,
  type Shape,
} from '../../figures';
import type { FigureOptions } from './figure-options';

export type BaujatPoint = {
  readonly mark?: string | undefined;
  readonly label: string;
  readonly heterogeneity: number;
  readonly influence: number;
  /** Drawn and named as one to be looked at. */
  readonly standsApart: boolean;
};

/** All a Baujat plot shows. */
export type BaujatData = { readonly title: string; readonly points: readonly BaujatPoint[] };

const SIZE = 12.5;
const SMALL = 11.5;
const HEIGHT = 340;
const WIDTH = 560;
const MARGIN = { top: 16, left: 76, bottom: 52, right: 24 };
const RADIUS = 4.2;
/** So many trials are named at least, the most influential first. */
const NAMED = 6;

/** What each study adds to heterogeneity against what it does to the estimate (Baujat et al. 2002). */
export function baujatPlot({ title, points }: BaujatData, options: FigureOptions): Scene {
  const { texts } = options;
  const format = numberFormat(options.language);
  const width = options.textWidth ?? averageTextWidth;
  const upTo = (values: readonly number[]): number => 1.08 * Math.max(...values, 1e-9);
  const right = MARGIN.left + (options.plotWidth ?? WIDTH);
  const bottom = MARGIN.top + HEIGHT;
  const x = projection(0, upTo(points.map(({ heterogeneity }) => heterogeneity)), MARGIN.left, right);
  const y = projection(0, upTo(points.map(({ influence }) => influence)), bottom, MARGIN.top);
  const placed = points.map((point) => ({
    point,
    at: { x: x.x(point.heterogeneity), y: y.x(point.influence) },
    radius: RADIUS,
  }));
  const ranked = [...placed].sort(
    (a, b) => weightOf(b.point, x.high, y.high) - weightOf(a.point, x.high, y.high),
  );
  const named = ranked.filter(({ point }, i) => i < NAMED || point.standsApart);
  const shapes: Shape[] = [
    ...plotAxes({
      x,
      y,
      xScale: 'linear',
      xLabel: texts.baujatHeterogeneity,
      yLabel: texts.baujatInfluence,
      format,
      size: SIZE,
      small: SMALL,
      grid: true,
    }),
    ...placed.map(({ point, at }): Shape => ({
      kind: 'circle',
      role: point.standsApart ? 'point-apart' : 'point',
      centre: at,
      radius: RADIUS,
      outline: 0.8,
      mark: point.mark,
      hint: `${point.label}: ${format(point.heterogeneity, 2)}; ${format(point.influence, 2)}`,
    })),
    ...pointLabels(
      named.map(({ point, ...place }) => ({ ...place, text: point.label })),
      placed,
      { left: MARGIN.left + 2, right: right + MARGIN.right - 4, top: 2, bottom: bottom - 2 },
      SMALL,
      width,
    ),
  ];
  return {
    width: right + MARGIN.right,
    height: bottom + MARGIN.bottom,
    title,
    description: [
      texts.describeBaujat(title, points.length),
      ...ranked.map(({ point }) =>
        texts.describeBaujatPoint(
          point.label,
          format(point.heterogeneity, 2),
          format(point.influence, 2),
          point.standsApart,
        ),
      ),
    ].join(' '),
    shapes,
  };
}

const weightOf = ({ heterogeneity, influence }: BaujatPoint, mostX: number, mostY: number): number =>
  Math.hypot(heterogeneity / mostX, influence / mostY);
