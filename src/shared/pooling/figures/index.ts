export { baujatPlot, type BaujatData, type BaujatPoint } from './baujat-plot';
export { bubblePlot, type BubbleData, type BubblePoint } from './bubble-plot';
export type { FigureOptions, FigureTexts } from './figure-options';
export type {
  ForestCell,
  ForestColumn,
  ForestData,
  ForestEffect,
  ForestGroup,
  ForestRow,
  ForestSummary,
} from './forest-data';
export { describeForest } from './forest-description';
export { forestOfPool, type ForestRequest, type ForestStudy, type ForestTest } from './forest-of-pool';
export { forestPlot } from './forest-plot';
export { funnelPlot, type FunnelData, type FunnelPoint } from './funnel-plot';
