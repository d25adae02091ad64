import { describeRatings, widthOf, type RatingFigure, type RatingOptions } from './rating-figure';
import { riskOfBiasDot } from './risk-of-bias-dot';
import type { Anchor, Role, Scene, Shape } from './scene';
import { wrapped } from './text-width';

const SIZE = 12.5;
const SMALL = 11.5;
const MARGIN = 14;
const ROW = 26;
const DOT = 9;
const LINE = 17;
const LABEL_MOST = 260;

/**
 * One row per study, one column per domain, a dot in each place: the traffic-light plot (McGuinness & Higgins 2021).
 * Rows stay in their order; the overall judgement stands apart on grey; every colour has its sign.
 */
export function trafficLightPlot(figure: RatingFigure, options: RatingOptions): Scene {
  const { texts } = options;
  const width = widthOf(options);
  const { columns, rows, judgements } = figure;
  const lines = rows.map(({ label }) => wrapped(label, LABEL_MOST, SIZE, width));
  const labelWidth = Math.max(
    width(texts.study, SIZE, 'bold'),
    ...lines.flat().map((line) => width(line, SIZE)),
  );
  const step = Math.max(34, ...columns.map(({ short }) => width(short, SMALL, 'bold') + 12));
  const first = MARGIN + labelWidth + 18 + step / 2;
  const xOf = (column: number): number => first + column * step + (columns[column]?.overall ? 8 : 0);
  const gridEnd = xOf(columns.length - 1) + step / 2;
  const shapes: Shape[] = [];
  const text = (
    content: string,
    x: number,
    y: number,
    { anchor = 'start', role = 'text', bold = false, size = SIZE, hint }: TextLook = {},
  ): void => {
    shapes.push({
      kind: 'text',
      role,
      at: { x, y },
      text: content,
      anchor,
      size,
      ...(bold ? { weight: 'bold' } : {}),
      ...(hint === undefined ? {} : { hint }),
    });
  };

  const top = MARGIN + 18;
  const heights = lines.map((list) => Math.max(ROW, list.length * LINE + 6));
  const bottom = top + 12 + heights.reduce((sum, height) => sum + height, 0);
  const overall = columns.findIndex((column) => column.overall);
  if (overall >= 0) {
    shapes.push({
      kind: 'rectangle',
      role: 'stripe',
      x: xOf(overall) - step / 2,
      y: MARGIN,
      width: step,
      height: bottom - MARGIN,
    });
  }
  text(texts.study, MARGIN, top, { bold: true });
  for (const [column, { short }] of columns.entries())
    text(short, xOf(column), top, { anchor: 'middle', bold: true, size: SMALL });
  const rule = (y: number, role: Role): void => {
    shapes.push({ kind: 'line', role, from: { x: MARGIN, y }, to: { x: gridEnd, y }, width: 1 });
  };
  rule(top + 9, 'rule-strong');
  let y = top + 12;
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? ROW;
    const middle = y + height / 2;
    const list = lines[index] ?? [];
    for (const [line, content] of list.entries())
      text(content, MARGIN, middle + 4 + (line - (list.length - 1) / 2) * LINE);
    for (const [column, cell] of row.cells.entries()) {
      const judgement = cell === null ? undefined : judgements[cell];
      const name = columns[column]?.name ?? '';
      if (judgement) {
        const hint = `${row.label}, ${name}: ${judgement.label}`;
        shapes.push(
          ...riskOfBiasDot(judgement.sign, xOf(column), middle, DOT, {
            hint,
            ...(row.mark === undefined ? {} : { mark: row.mark }),
          }),
        );
      } else {
        const hint = `${row.label}, ${name}: ${texts.noJudgement}`;
        text('–', xOf(column), middle + 4, { anchor: 'middle', role: 'text-muted', hint });
      }
    }
    y += height;
    if (index < rows.length - 1) rule(y, 'grid');
  }
  rule(bottom, 'rule-strong');

  // What letters and signs mean; the worst judgement first, as robvis has it.
  y = bottom + 24;
  const domains = columns.filter((column) => !column.overall && column.short !== column.name);
  const right = MARGIN + Math.max(...judgements.map(({ label }) => width(label, SMALL) + 2 * DOT + 30), 120);
  const total = Math.max(gridEnd + MARGIN, 420, right);
  if (domains.length > 0) {
    text(texts.domains, MARGIN, y, { bold: true, size: SMALL });
    for (const { short, name } of domains) {
      const indent = MARGIN + Math.max(...domains.map((one) => width(one.short, SMALL, 'bold'))) + 10;
      for (const [line, content] of wrapped(name, total - indent - MARGIN, SMALL, width).entries()) {
        y += LINE;
        if (line === 0) text(short, MARGIN, y, { bold: true, size: SMALL, role: 'text-muted' });
        text(content, indent, y, { size: SMALL, role: 'text-muted' });
      }
    }
    y += 26;
  }
  text(texts.judgement, MARGIN, y, { bold: true, size: SMALL });
  const used = new Set(rows.flatMap(({ cells }) => cells));
  for (const [index, { sign, label }] of [...judgements.entries()].reverse()) {
    if (!used.has(index)) continue;
    y += LINE + 4;
    shapes.push(...riskOfBiasDot(sign, MARGIN + DOT, y - 4, DOT - 2));
    text(label, MARGIN + 2 * DOT + 8, y, { size: SMALL, role: 'text-muted' });
  }
  return {
    width: total,
    height: y + MARGIN,
    title: figure.title,
    description: describeRatings(figure, options),
    shapes,
  };
}

type TextLook = {
  readonly anchor?: Anchor;
  readonly role?: Role;
  readonly bold?: boolean;
  readonly size?: number;
  readonly hint?: string;
};
