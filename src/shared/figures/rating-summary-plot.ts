import {
  describeRatings,
  ratingShares,
  widthOf,
  type RatingFigure,
  type RatingOptions,
} from './rating-figure';
import { riskOfBiasDot } from './risk-of-bias-dot';
import type { Scene, Shape } from './scene';
import { wrapped } from './text-width';

const SIZE = 12.5;
const SMALL = 11.5;
const MARGIN = 14;
const BAR = 20;
const LINE = 16;
const PLOT = 420;
const LABEL_MOST = 280;
const DOT = 7;

/**
 * A bar per domain, divided by how much of the evidence has which judgement: best at the left, then rising risk, no
 * information last. Studies count by their weights, which are all the same for counts.
 */
export function ratingSummaryPlot(
  figure: RatingFigure,
  options: RatingOptions & { readonly percent: (share: number) => string },
): Scene {
  const { texts, percent } = options;
  const width = widthOf(options);
  const { columns, judgements } = figure;
  const shares = ratingShares(figure);
  const labels = columns.map(({ name }) => wrapped(name, LABEL_MOST, SIZE, width));
  const left =
    MARGIN +
    14 +
    Math.max(
      ...labels.flatMap((list, at) =>
        list.map((line) => width(line, SIZE, columns[at]?.overall ? 'bold' : 'normal')),
      ),
    );
  const shapes: Shape[] = [];
  let y = MARGIN;
  for (const [column, { name, overall }] of columns.entries()) {
    const list = labels[column] ?? [];
    const height = Math.max(BAR + 12, list.length * LINE + 8);
    const middle = y + height / 2;
    for (const [line, text] of list.entries()) {
      shapes.push({
        kind: 'text',
        role: 'text',
        at: { x: left - 14, y: middle + 4 + (line - (list.length - 1) / 2) * LINE },
        text,
        anchor: 'end',
        size: SIZE,
        ...(overall ? { weight: 'bold' } : {}),
      });
    }
    let x = left;
    for (const [index, { sign, label }] of judgements.entries()) {
      const share = shares[column]?.[index]?.share ?? 0;
      if (share <= 0) continue;
      const length = share * PLOT;
      shapes.push({
        kind: 'rectangle',
        role: sign,
        x,
        y: middle - BAR / 2,
        width: length,
        height: BAR,
        hint: `${name}: ${label} ${percent(share)}`,
      });
      // The sign alone, without a dot around it: the bar has the colour.
      if (length >= 2 * DOT + 4) shapes.push(...riskOfBiasDot(sign, x + length / 2, middle, DOT).slice(1));
      x += length;
    }
    y += height;
  }
  shapes.push({
    kind: 'line',
    role: 'axis',
    from: { x: left, y: y + 2 },
    to: { x: left + PLOT, y: y + 2 },
    width: 1,
  });
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const x = left + share * PLOT;
    shapes.push(
      { kind: 'line', role: 'axis', from: { x, y: y + 2 }, to: { x, y: y + 7 }, width: 1 },
      {
        kind: 'text',
        role: 'text-muted',
        at: { x, y: y + 21 },
        text: percent(share),
        anchor: 'middle',
        size: SMALL,
      },
    );
  }
  y += 48;
  const total = left + PLOT + 24;
  const used = judgements.filter((_, index) => shares.some((list) => (list[index]?.share ?? 0) > 0));
  let x = MARGIN;
  for (const { sign, label } of used) {
    const needed = 2 * DOT + 8 + width(label, SMALL) + 18;
    if (x + needed > total - MARGIN) {
      x = MARGIN;
      y += 20;
    }
    shapes.push(...riskOfBiasDot(sign, x + DOT, y - 4, DOT), {
      kind: 'text',
      role: 'text-muted',
      at: { x: x + 2 * DOT + 6, y },
      text: label,
      anchor: 'start',
      size: SMALL,
    });
    x += needed;
  }
  const weights = new Set(figure.rows.map(({ weight }) => weight));
  for (const line of wrapped(
    weights.size > 1 ? texts.weighted : texts.unweighted,
    total - 2 * MARGIN,
    SMALL,
    width,
  )) {
    y += LINE + 3;
    shapes.push({
      kind: 'text',
      role: 'text-muted',
      at: { x: MARGIN, y },
      text: line,
      anchor: 'start',
      size: SMALL,
    });
  }
  return {
    width: total,
    height: y + MARGIN,
    title: figure.title,
    description: describeRatings(figure, options),
    shapes,
  };
}
