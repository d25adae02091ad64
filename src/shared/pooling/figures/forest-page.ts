import { decimalsOf, riskOfBiasDot, ticksBetween, wrapped, type Projection, type Shape } from '../../figures';
import type { FigureOptions } from './figure-options';
import {
  INDENT,
  labelText,
  MARGIN,
  printedCell,
  printedEffect,
  printedWeight,
  SMALL,
  TEXT,
  type ForestColumns,
} from './forest-columns';
import type { ForestCell, ForestData, ForestRow, ForestSummary } from './forest-data';
import { diamond, predictionBar, studyMarks } from './forest-marks';

const ROW = 22;
const NOTE = 15;
const DOT = 7;

/** Rows of a forest plot put down one below the other, from `y` on. */
export class ForestPage {
  readonly shapes: Shape[] = [];
  readonly stripes: Shape[] = [];
  y = MARGIN;
  private readonly largestWeight: number;
  private striped = false;

  constructor(
    private readonly data: ForestData,
    private readonly options: FigureOptions,
    private readonly columns: ForestColumns,
    private readonly projected: Projection,
  ) {
    const weights = data.groups.flatMap((group) => group.rows).map((row) => row.weightPercent ?? 0);
    this.largestWeight = Math.max(...weights, 0);
  }

  header(): void {
    const { columns, data, options } = this;
    const { texts } = options;
    const twoLines = columns.arms.length > 0 || columns.dots.length > 0;
    const upper = this.y + 14;
    const lower = upper + (twoLines ? 20 : 0);
    for (const arm of columns.arms) {
      this.text(arm.heading, (arm.from + arm.to) / 2, upper, 'middle', 'bold');
      this.horizontal(arm.from, arm.to, upper + 5, 'rule', 1);
    }
    this.text(data.labelHeading ?? texts.study, columns.label.x, lower, 'start', 'bold');
    data.columns.forEach((column, i) => {
      this.text(column.heading, columns.cells[i]?.right ?? 0, lower, 'end', 'bold');
    });
    const level = columns.format(100 * data.level, 0);
    this.text(texts.effectHeading(data.measure, level), columns.effect.high, lower, 'end', 'bold');
    if (columns.weight !== null) this.text(texts.weight, columns.weight, lower, 'end', 'bold');
    const firstDot = columns.dots[0];
    if (firstDot !== undefined) this.text(texts.riskOfBias, firstDot - 10, upper, 'start', 'bold');
    data.riskOfBias?.domains.forEach((domain, i) => {
      this.text(domain.short, columns.dots[i] ?? 0, lower, 'middle', 'bold', SMALL);
    });
    this.y = lower + 7;
    this.rule('rule-strong');
    this.y += 4;
  }

  heading(text: string): void {
    const { text: shown, hint } = labelText(text, this.columns.label.most, this.columns.width);
    this.shapes.push({
      kind: 'text',
      role: 'text-strong',
      at: { x: this.columns.label.x, y: this.baseline() },
      text: shown,
      hint,
      anchor: 'start',
      size: TEXT,
      weight: 'bold',
    });
    this.y += ROW;
    this.striped = false;
  }

  study(row: ForestRow, indented: boolean): void {
    const { columns, data } = this;
    this.stripe();
    const indent = indented ? INDENT : 0;
    const { text, hint } = labelText(row.label, columns.label.most - indent, columns.width);
    this.shapes.push({
      kind: 'text',
      role: 'text',
      at: { x: columns.label.x + indent, y: this.baseline() },
      text,
      hint,
      mark: row.mark,
      anchor: 'start',
      size: TEXT,
    });
    this.cells(row.cells, 'normal');
    if (row.effect === null) {
      this.text(
        row.noEffect ?? this.options.texts.notEstimable,
        columns.effect.high,
        this.baseline(),
        'end',
        'normal',
        TEXT,
        'text-muted',
      );
    } else {
      const printed = printedEffect(row.effect, data, columns.format);
      const share = this.largestWeight > 0 ? (row.weightPercent ?? 0) / this.largestWeight : 0.4;
      const about = {
        mark: row.mark,
        hint: `${row.label}: ${printed.estimate} ${printed.low} ${printed.high}`,
      };
      this.shapes.push(...studyMarks(row.effect, share, this.middle(), this.projected, about));
      this.effect(row.effect, 'normal');
    }
    this.weight(row.weightPercent, 'normal');
    row.riskOfBias?.forEach((sign, i) => {
      const x = columns.dots[i];
      const domain = data.riskOfBias?.domains[i];
      if (sign === null || x === undefined || domain === undefined) return;
      const judgement = this.options.texts.judgements[sign];
      this.shapes.push(
        ...riskOfBiasDot(sign, x, this.middle(), DOT, {
          mark: row.mark,
          hint: this.options.texts.describeJudgement(domain.name, judgement),
        }),
      );
    });
    this.y += ROW;
  }

  summary(summary: ForestSummary, overall: boolean): void {
    const { columns } = this;
    const { text, hint } = labelText(summary.label, columns.label.most, columns.width);
    this.shapes.push({
      kind: 'text',
      role: 'text-strong',
      at: { x: columns.label.x, y: this.baseline() },
      text,
      hint,
      anchor: 'start',
      size: TEXT,
      weight: 'bold',
    });
    this.cells(summary.cells, 'bold');
    const role = overall ? 'diamond-overall' : 'diamond';
    this.shapes.push(...diamond(summary.effect, this.middle(), overall ? 14 : 12, this.projected, role));
    this.effect(summary.effect, 'bold');
    this.weight(summary.weightPercent ?? null, 'bold');
    this.y += ROW;
    if (summary.prediction) this.prediction(summary.prediction);
    for (const note of summary.notes) this.note(note);
  }

  note(note: string): void {
    const { columns } = this;
    for (const line of wrapped(note, columns.leftEnd - MARGIN, SMALL, columns.width)) {
      this.text(line, columns.label.x, this.y + 11, 'start', 'normal', SMALL, 'text-muted');
      this.y += NOTE;
    }
    this.y += 3;
  }

  axis(): void {
    const { columns, data, options, projected } = this;
    this.horizontal(columns.plot.left, columns.plot.right, this.y, 'axis', 1);
    const ticks = ticksBetween(projected.low, projected.high, data.scale);
    const decimals = data.scale === 'log' ? null : decimalsOf(ticks);
    for (const tick of ticks) {
      const x = projected.x(tick.at);
      this.shapes.push({
        kind: 'line',
        role: 'axis',
        from: { x, y: this.y },
        to: { x, y: this.y + 5 },
        width: 1,
      });
      const text = columns.format(tick.shown, decimals ?? decimalsOf([tick]));
      this.text(text, x, this.y + 18, 'middle', 'normal', SMALL);
    }
    this.y += 24;
    if (data.favours) this.favours(data.favours, options);
  }

  rule(role: 'rule' | 'rule-strong'): void {
    this.horizontal(MARGIN, this.columns.total - MARGIN, this.y, role, 1);
    this.y += 2;
  }

  private prediction(prediction: NonNullable<ForestSummary['prediction']>): void {
    const { columns, data } = this;
    const { text, hint } = labelText(prediction.label, columns.label.most, columns.width);
    this.shapes.push({
      kind: 'text',
      role: 'text',
      at: { x: columns.label.x, y: this.baseline() },
      text,
      hint,
      anchor: 'start',
      size: TEXT,
    });
    this.shapes.push(...predictionBar(prediction.low, prediction.high, this.middle(), this.projected));
    const printed = printedEffect(
      { estimate: 0, ciLow: prediction.low, ciHigh: prediction.high },
      data,
      columns.format,
    );
    this.text(printed.low, columns.effect.low, this.baseline(), 'end');
    this.text(printed.high, columns.effect.high, this.baseline(), 'end');
    this.y += ROW;
  }

  /** Which side is better for whom, under the axis, with arrows away from no effect. */
  private favours(favours: { readonly left: string; readonly right: string }, options: FigureOptions): void {
    const { columns, projected } = this;
    const centre = Math.min(columns.plot.right - 40, Math.max(columns.plot.left + 40, projected.x(0)));
    const y = this.y + 8;
    const arrow = (from: number, to: number): void => {
      const direction = Math.sign(to - from);
      this.horizontal(Math.min(from, to), Math.max(from, to), y, 'axis', 1);
      this.shapes.push({
        kind: 'path',
        role: 'axis',
        points: [
          { x: to - direction * 5, y: y - 3 },
          { x: to, y },
          { x: to - direction * 5, y: y + 3 },
        ],
        closed: false,
        width: 1,
      });
    };
    arrow(centre - 6, columns.plot.left);
    arrow(centre + 6, columns.plot.right);
    const sides = [
      {
        text: options.texts.favours(favours.left),
        x: centre - 10,
        anchor: 'end' as const,
        room: centre - MARGIN,
      },
      {
        text: options.texts.favours(favours.right),
        x: centre + 10,
        anchor: 'start' as const,
        room: columns.total - centre - MARGIN,
      },
    ];
    let deepest = 0;
    for (const side of sides) {
      wrapped(side.text, side.room, SMALL, columns.width).forEach((line, i) => {
        this.text(line, side.x, y + 17 + i * NOTE, side.anchor, 'normal', SMALL);
        deepest = Math.max(deepest, i + 1);
      });
    }
    this.y = y + 8 + deepest * NOTE;
  }

  private cells(cells: readonly ForestCell[] | undefined, weight: 'normal' | 'bold'): void {
    this.data.columns.forEach((column, i) => {
      const text = printedCell(cells?.[i] ?? null, column, this.columns.format);
      if (text !== '') this.text(text, this.columns.cells[i]?.right ?? 0, this.baseline(), 'end', weight);
    });
  }

  private effect(effect: ForestSummary['effect'], weight: 'normal' | 'bold'): void {
    const { effect: x } = this.columns;
    const printed = printedEffect(effect, this.data, this.columns.format);
    this.text(printed.estimate, x.estimate, this.baseline(), 'end', weight);
    this.text(printed.low, x.low, this.baseline(), 'end', weight);
    this.text(printed.high, x.high, this.baseline(), 'end', weight);
  }

  private weight(percent: number | null, weight: 'normal' | 'bold'): void {
    if (percent === null || this.columns.weight === null) return;
    this.text(
      printedWeight(percent, this.columns.format),
      this.columns.weight,
      this.baseline(),
      'end',
      weight,
    );
  }

  /** Every second row is tinted, so that the eye keeps its line over a wide table. */
  private stripe(): void {
    if (this.striped) {
      this.stripes.push({
        kind: 'rectangle',
        role: 'stripe',
        x: MARGIN - 6,
        y: this.y,
        width: this.columns.total - 2 * MARGIN + 12,
        height: ROW,
      });
    }
    this.striped = !this.striped;
  }

  private baseline(): number {
    return this.y + ROW / 2 + 4.5;
  }

  private middle(): number {
    return this.y + ROW / 2;
  }

  private horizontal(
    from: number,
    to: number,
    y: number,
    role: 'rule' | 'rule-strong' | 'axis',
    width: number,
  ): void {
    this.shapes.push({ kind: 'line', role, from: { x: from, y }, to: { x: to, y }, width });
  }

  private text(
    text: string,
    x: number,
    y: number,
    anchor: 'start' | 'middle' | 'end',
    weight: 'normal' | 'bold' = 'normal',
    size: number = TEXT,
    role: 'text' | 'text-muted' | 'text-strong' = weight === 'bold' ? 'text-strong' : 'text',
  ): void {
    this.shapes.push({ kind: 'text', role, at: { x, y }, text, anchor, size, weight });
  }
}
