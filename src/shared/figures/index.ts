export { decimalsOf, projection, ticksBetween, type AxisScale, type Projection, type Tick } from './axis';
export { plotAxes, type PlotAxes } from './plot-axes';
export { pointLabels, type NamedPoint } from './point-labels';
export { pngWithDensity } from './png-density';
export { numberFormat, pValueText, type NumberFormat } from './number-format';
export { riskOfBiasDot, riskOfBiasSigns, type RiskOfBiasSign } from './risk-of-bias-dot';
export type { Anchor, Circle, Line, Path, Point, Rectangle, Role, Scene, Shape, Text } from './scene';
export { sceneToSvg, type SvgOptions } from './svg';
export { averageTextWidth, fitted, wrapped, type TextWidth } from './text-width';
export { darkTheme, lightTheme, type FigureTheme, type Paint } from './theme';
export {
  describeRatings,
  ratingShares,
  type RatingFigure,
  type RatingOptions,
  type RatingTexts,
} from './rating-figure';
export { ratingSummaryPlot } from './rating-summary-plot';
export { trafficLightPlot } from './traffic-light-plot';
