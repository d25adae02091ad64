import { projection, type Projection, type Scene, type Shape } from '../../figures';
import type { FigureOptions } from './figure-options';
import { forestRange } from './forest-axis';
import { forestColumns, MARGIN } from './forest-columns';
import type { ForestData } from './forest-data';
import { describeForest } from './forest-description';
import { forestLegend } from './forest-legend';
import { ForestPage } from './forest-page';

/**
 * A forest plot: studies with numbers per arm, squares by weight, subgroup and overall diamonds, prediction intervals,
 * printed effects aligned on the decimal point, weights, risk-of-bias dots and the direction of effects. Height grows
 * with the number of rows; nothing is left out.
 */
export function forestPlot(data: ForestData, options: FigureOptions): Scene {
  const columns = forestColumns(data, options);
  const range = forestRange(data);
  const axis = projection(range.low, range.high, columns.plot.left, columns.plot.right);
  const page = new ForestPage(data, options, columns, axis);
  page.header();
  const top = page.y;
  for (const group of data.groups) {
    if (group.heading !== undefined) page.heading(group.heading);
    for (const row of group.rows) page.study(row, group.heading !== undefined);
    if (group.summary) page.summary(group.summary, false);
    if (group.note !== undefined) page.note(group.note);
    if (group.heading !== undefined) page.y += 6;
  }
  if (data.overall.length > 0) page.rule('rule');
  for (const summary of data.overall) page.summary(summary, true);
  for (const note of data.notes) page.note(note);
  const bottom = page.y + 4;
  const behind = verticalLines(data, axis, top, bottom);
  page.y = bottom;
  page.axis();
  const legend = forestLegend(data, options, columns, page.y);
  return {
    width: Math.ceil(columns.total),
    height: Math.ceil(legend.end + MARGIN),
    title: data.title,
    description: describeForest(data, options),
    shapes: [...page.stripes, ...behind, ...page.shapes, ...legend.shapes],
  };
}

/** No effect, and the overall estimate through all rows. */
function verticalLines(data: ForestData, axis: Projection, top: number, bottom: number): readonly Shape[] {
  const line = (value: number, role: 'null-line' | 'summary-line', dash?: readonly number[]): Shape => ({
    kind: 'line',
    role,
    from: { x: axis.x(value), y: top },
    to: { x: axis.x(value), y: bottom },
    width: 1,
    dash,
  });
  const [overall] = data.overall;
  const estimate = overall?.effect.estimate;
  return [line(0, 'null-line'), ...(estimate === undefined ? [] : [line(estimate, 'summary-line', [3, 3])])];
}
