import {
  averageTextWidth,
  fitted,
  numberFormat,
  pValueText,
  riskOfBiasDot,
  wrapped,
  type Point,
  type Scene,
  type Shape,
  type Text,
} from '../../figures';
import { signOfJudgement } from '../../risk-of-bias';
import type { Direction, DirectionCell, DirectionTable } from '../direction';
import type { AnalysisFigureOptions } from './analysis-words';

const TEXT = 13;
const SMALL = 11.5;
const MARGIN = 16;
const ROW = 28;
const LINE = 15;
const WIDEST_LABEL = 280;
const COLUMN = 104;
const PARTICIPANTS = 60;
const RISK = 44;

/** Half heights of the arrows, by sample size: under 50, 50 to 300, over 300 (Thomson & Thomas 2013). */
const sizes = { small: 5, medium: 7.5, large: 10.5 };
const sizeOf = (participants: number): number =>
  participants > 300 ? sizes.large : participants >= 50 ? sizes.medium : sizes.small;

/**
 * The effect direction plot (Thomson & Thomas 2013, revised by Boon & Thomson 2021): a row per trial, a column per
 * outcome, an arrow where the trial's results point, with the number of results; below, the trials each way and the
 * sign test.
 */
export function directionPlot(table: DirectionTable, options: AnalysisFigureOptions): Scene {
  const { words, texts, language } = options;
  const format = numberFormat(language);
  const width = options.textWidth ?? averageTextWidth;
  const label = Math.min(
    WIDEST_LABEL,
    Math.max(
      width(texts.study, TEXT, 'bold'),
      width(words.figures.signTest, TEXT, 'bold'),
      ...table.rows.map(({ study }) => width(study, TEXT)),
    ),
  );
  const participantsAt = MARGIN + label + PARTICIPANTS;
  const rated = table.rows.some(({ riskOfBias }) => riskOfBias !== null);
  const riskAt = participantsAt + RISK * 0.75;
  const firstColumn = participantsAt + (rated ? RISK : 0) + 20;
  const centre = (column: number): number => firstColumn + COLUMN * (column + 0.5);
  const right = Math.max(firstColumn + COLUMN * table.columns.length, MARGIN + 520);
  const shapes: Shape[] = [];
  const write = (
    text: string,
    at: Point,
    anchor: Text['anchor'],
    more: Partial<Pick<Text, 'weight' | 'size' | 'role' | 'mark' | 'hint'>> = {},
  ): void => {
    shapes.push({ kind: 'text', role: 'text', at, text, anchor, size: TEXT, ...more });
  };
  const rule = (y: number, role: 'rule' | 'rule-strong'): void => {
    shapes.push({ kind: 'line', role, from: { x: MARGIN, y }, to: { x: right, y }, width: 1 });
  };

  const headings = table.columns.map((column) =>
    wrapped(column.label, COLUMN - 10, SMALL, (text, size) => width(text, size, 'bold')),
  );
  const bold = { weight: 'bold', role: 'text-strong' } as const;
  let y = MARGIN + LINE * Math.max(1, ...headings.map((lines) => lines.length));
  write(texts.study, { x: MARGIN, y }, 'start', bold);
  write(words.figures.participants, { x: participantsAt, y }, 'end', bold);
  if (rated) write(words.figures.risk, { x: riskAt, y }, 'middle', { ...bold, size: SMALL });
  headings.forEach((lines, column) =>
    lines.forEach((line, i) =>
      write(line, { x: centre(column), y: y - LINE * (lines.length - 1 - i) }, 'middle', {
        ...bold,
        size: SMALL,
      }),
    ),
  );
  y += 9;
  rule(y, 'rule-strong');

  for (const [index, row] of table.rows.entries()) {
    if (index % 2 === 1)
      shapes.push({
        kind: 'rectangle',
        role: 'stripe',
        x: MARGIN - 6,
        y,
        width: right - MARGIN + 6,
        height: ROW,
      });
    const baseline = y + ROW / 2 + 4.5;
    const shown = fitted(row.study, label, TEXT, width);
    write(shown, { x: MARGIN, y: baseline }, 'start', {
      mark: row.studyId,
      ...(shown === row.study ? {} : { hint: row.study }),
    });
    const { known, trialsWithout } = row.participants;
    write(
      trialsWithout > 0 && known === 0 ? '–' : format(known, 0),
      { x: participantsAt, y: baseline },
      'end',
    );
    const sign = signOfJudgement(row.riskOfBias ?? '');
    if (sign)
      shapes.push(
        ...riskOfBiasDot(sign, riskAt, y + ROW / 2, 7, { mark: row.studyId, hint: texts.judgements[sign] }),
      );
    row.cells.forEach((cell, column) => {
      if (cell)
        shapes.push(
          ...arrow(cell, { x: centre(column) - 6, y: y + ROW / 2 }, sizeOf(known), {
            mark: row.studyId,
            hint: words.figures.describeDirectionCell(
              row.study,
              table.columns[column]?.label ?? '',
              words.directions[cell.direction],
              cell.results,
            ),
          }),
        );
    });
    y += ROW;
  }
  rule(y, 'rule');
  const counted = y + ROW / 2 + 4.5;
  write(words.figures.counts, { x: MARGIN, y: counted }, 'start', bold);
  write(words.figures.signTest, { x: MARGIN, y: counted + LINE + 5 }, 'start', bold);
  table.columns.forEach(({ benefit, harm, mixed, signTestP }, column) => {
    write(words.figures.countLine(benefit, harm, mixed), { x: centre(column), y: counted }, 'middle', {
      size: SMALL,
    });
    write(
      signTestP === null ? '–' : pValueText(signTestP, format).replace('= ', ''),
      { x: centre(column), y: counted + LINE + 5 },
      'middle',
    );
  });
  y = counted + LINE + 16;
  rule(y, 'rule');
  y += 20;
  for (const direction of ['benefit', 'harm', 'mixed'] as const) {
    shapes.push(...sign(direction, { x: MARGIN + 8, y: y - 4 }, sizes.medium));
    write(words.figures.directionLegend[direction], { x: MARGIN + 24, y }, 'start', { size: SMALL });
    y += LINE + 5;
  }
  for (const line of wrapped(words.figures.sizeLegend, right - MARGIN, SMALL, width)) {
    write(line, { x: MARGIN, y }, 'start', { size: SMALL, role: 'text-muted' });
    y += LINE;
  }
  return {
    width: Math.ceil(right + MARGIN),
    height: Math.ceil(y + MARGIN / 2),
    title: words.figures.directionTitle,
    description: describe(table, options),
    shapes,
  };
}

type About = { readonly mark?: string; readonly hint?: string };

/** An arrow with the number of results behind it, where there is more than one. */
function arrow(cell: DirectionCell, at: Point, half: number, about: About): readonly Shape[] {
  const number: Shape[] =
    cell.results > 1
      ? [
          {
            kind: 'text',
            role: 'text-muted',
            at: { x: at.x + half + 4, y: at.y + 8 },
            text: String(cell.results),
            anchor: 'start',
            size: SMALL - 1,
          },
        ]
      : [];
  return [...sign(cell.direction, at, half, about), ...number];
}

/** Up, down, a diamond for both ways, a ring for none: told apart by shape before colour. */
function sign(direction: Direction, { x, y }: Point, half: number, about: About = {}): readonly Shape[] {
  const path = (role: 'benefit' | 'harm' | 'mixed', points: readonly Point[]): Shape => ({
    kind: 'path',
    role,
    points,
    closed: true,
    width: 1,
    ...about,
  });
  switch (direction) {
    case 'benefit':
      return [
        path('benefit', [
          { x: x - half, y: y + half },
          { x, y: y - half },
          { x: x + half, y: y + half },
        ]),
      ];
    case 'harm':
      return [
        path('harm', [
          { x: x - half, y: y - half },
          { x: x + half, y: y - half },
          { x, y: y + half },
        ]),
      ];
    case 'mixed':
      return [
        path('mixed', [
          { x: x - half, y },
          { x, y: y - half },
          { x: x + half, y },
          { x, y: y + half },
        ]),
      ];
    case 'none':
      return [
        {
          kind: 'circle',
          role: 'not-applicable',
          centre: { x, y },
          radius: half * 0.8,
          outline: 1,
          ...about,
        },
      ];
  }
}

function describe({ rows, columns }: DirectionTable, { words, language }: AnalysisFigureOptions): string {
  const format = numberFormat(language);
  return [
    words.figures.describeDirection(rows.length, columns.length),
    ...columns.map(({ label, benefit, harm, mixed, signTestP }) =>
      words.figures.describeDirectionColumn(
        label,
        benefit,
        harm,
        mixed,
        signTestP === null ? '' : pValueText(signTestP, format),
      ),
    ),
    ...rows.flatMap(({ study, cells }) =>
      cells.flatMap((cell, i) =>
        cell
          ? [
              `${words.figures.describeDirectionCell(
                study,
                columns[i]?.label ?? '',
                words.directions[cell.direction],
                cell.results,
              )}.`,
            ]
          : [],
      ),
    ),
  ].join(' ');
}
