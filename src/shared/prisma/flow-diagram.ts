import { averageTextWidth, wrapped, type Scene, type Shape } from '../figures';
import type { Flow } from './flow';
import { boxesOf, footnotesOf, type BoxLine, type FlowTexts } from './flow-boxes';
import { hasOtherMethods } from './flow-csv';

const size = 13;
const footnoteSize = 12;
const lineHeight = 18;
const padding = 12;
const boxWidth = 292;
const gap = 44;
const strip = 30;
const rowGap = 30;
/** How far a line stands in: one step under the heading of its box, two under a line of it. */
const indentOf = ({ depth = 0 }: BoxLine): number => depth * 12;

/**
 * The diagram of PRISMA 2020 (Page et al. 2021), v1 or, where other methods were used, v2, for a new review or an update.
 * Boxes grow with their text.
 */
export function flowDiagram(flow: Flow, texts: FlowTexts, count: (value: number) => string): Scene {
  const other = hasOtherMethods(flow);
  const updated = flow.boxes['total_studies'] !== undefined;
  const nodes = boxesOf(flow, texts, count, { other, updated });
  const laid = nodes.map((node) => ({ ...node, text: node.lines.flatMap((line) => wrapLine(line)) }));
  const rows = updated ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5];
  const heights = new Map(
    rows.map((row) => [
      row,
      Math.max(
        46,
        ...laid.filter((node) => node.row === row).map((node) => node.text.length * lineHeight + 2 * padding),
      ),
    ]),
  );
  const header = 40;
  const tops = new Map<number, number>();
  let y = header + 24;
  for (const row of rows) {
    tops.set(row, y);
    y += (heights.get(row) ?? 46) + rowGap;
  }
  const left = (column: number): number => strip + 18 + (column + (updated ? 1 : 0)) * (boxWidth + gap);
  const width = left(other ? 3 : 1) + boxWidth + 12;
  const footnotes = footnotesOf(flow, texts, count).flatMap((note) =>
    wrapped(
      note.text,
      width - left(updated ? -1 : 0) - padding - indentOf(note),
      footnoteSize,
      averageTextWidth,
    ).map((text) => ({ ...note, text })),
  );
  const height = y - rowGap + 16 + footnotes.length * lineHeight + (footnotes.length > 0 ? 10 : 0);

  const shapes: Shape[] = [{ kind: 'rectangle', role: 'background', x: 0, y: 0, width, height }];
  shapes.push(...phase(texts.identification, tops.get(1) ?? 0, heights.get(1) ?? 0));
  shapes.push(
    ...phase(
      texts.screening,
      tops.get(2) ?? 0,
      (tops.get(4) ?? 0) + (heights.get(4) ?? 0) - (tops.get(2) ?? 0),
    ),
  );
  const last = rows.length;
  shapes.push(
    ...phase(
      texts.included,
      tops.get(5) ?? 0,
      (tops.get(last) ?? 0) + (heights.get(last) ?? 0) - (tops.get(5) ?? 0),
    ),
  );
  if (updated) shapes.push(...heading(texts.previousVersion, left(-1), header, boxWidth));
  shapes.push(...heading(updated ? texts.newViaDatabases : texts.viaDatabases, left(0), header));
  if (other) shapes.push(...heading(updated ? texts.newViaOther : texts.viaOther, left(2), header));

  for (const node of laid) {
    const top = tops.get(node.row) ?? 0;
    const boxHeight = heights.get(node.row) ?? 0;
    const x = left(node.column);
    shapes.push(...frame(x, top, boxHeight));
    node.text.forEach((line, index) => {
      shapes.push({
        kind: 'text',
        role: 'text',
        at: { x: x + padding + indentOf(line), y: top + padding + size + index * lineHeight },
        text: line.text,
        anchor: 'start',
        size,
        mark: line.box,
      });
    });
  }
  const middle = (row: number): number => (tops.get(row) ?? 0) + (heights.get(row) ?? 0) / 2;
  const bottom = (row: number): number => (tops.get(row) ?? 0) + (heights.get(row) ?? 0);
  const centre = (column: number): number => left(column) + boxWidth / 2;
  for (const row of [1, 2, 3, 4]) {
    shapes.push(...arrow(centre(0), bottom(row), centre(0), tops.get(row + 1) ?? 0));
    shapes.push(...arrow(left(0) + boxWidth, middle(row), left(1), middle(row)));
  }
  if (other) {
    shapes.push(...arrow(centre(2), bottom(1), centre(2), tops.get(3) ?? 0));
    shapes.push(...arrow(centre(2), bottom(3), centre(2), tops.get(4) ?? 0));
    for (const row of [3, 4]) shapes.push(...arrow(left(2) + boxWidth, middle(row), left(3), middle(row)));
    shapes.push({
      kind: 'path',
      role: 'rule-strong',
      points: [
        { x: centre(2), y: bottom(4) },
        { x: centre(2), y: middle(5) },
        { x: left(0) + boxWidth + 8, y: middle(5) },
      ],
      closed: false,
      width: 1.2,
    });
    shapes.push(...arrow(left(0) + boxWidth + 12, middle(5), left(0) + boxWidth, middle(5)));
  }
  if (updated) {
    shapes.push(...arrow(centre(0), bottom(5), centre(0), tops.get(6) ?? 0));
    shapes.push({
      kind: 'path',
      role: 'rule-strong',
      points: [
        { x: centre(-1), y: bottom(1) },
        { x: centre(-1), y: middle(6) },
        { x: left(0) - 12, y: middle(6) },
      ],
      closed: false,
      width: 1.2,
    });
    shapes.push(...arrow(left(0) - 14, middle(6), left(0), middle(6)));
  }
  footnotes.forEach((note, index) => {
    shapes.push({
      kind: 'text',
      role: 'text-muted',
      mark: note.box,
      at: { x: left(updated ? -1 : 0) + indentOf(note), y: y - rowGap + 26 + index * lineHeight },
      text: note.text,
      anchor: 'start',
      size: footnoteSize,
    });
  });
  const description = [...laid.map((node) => node.lines), footnotes]
    .map((lines) => lines.map((line) => line.text).join(' '))
    .join('. ');
  return { width, height, title: texts.figureTitle, description, shapes };
}

function wrapLine(line: BoxLine): BoxLine[] {
  const room = boxWidth - 2 * padding - indentOf(line);
  return wrapped(line.text, room, size, averageTextWidth).map((text) => ({ ...line, text }));
}

function frame(x: number, y: number, height: number): Shape[] {
  const corners = [
    { x, y },
    { x: x + boxWidth, y },
    { x: x + boxWidth, y: y + height },
    { x, y: y + height },
  ];
  return [
    { kind: 'path', role: 'background', points: corners, closed: true },
    { kind: 'path', role: 'rule-strong', points: [...corners, { x, y }], closed: false, width: 1.2 },
  ];
}

function phase(text: string, top: number, height: number): Shape[] {
  return [
    { kind: 'rectangle', role: 'contour-1', x: 0, y: top, width: strip, height },
    {
      kind: 'text',
      role: 'text-strong',
      at: { x: strip / 2 + 5, y: top + height / 2 },
      text,
      anchor: 'middle',
      size: 12,
      weight: 'bold',
      turned: true,
    },
  ];
}

function heading(text: string, x: number, y: number, width = 2 * boxWidth + gap): Shape[] {
  return [
    { kind: 'rectangle', role: 'contour-1', x, y: y - 26, width, height: 34 },
    {
      kind: 'text',
      role: 'text-strong',
      at: { x: x + width / 2, y: y - 4 },
      text,
      anchor: 'middle',
      size: 13,
      weight: 'bold',
    },
  ];
}

/** A straight arrow with a small head. */
function arrow(x1: number, y1: number, x2: number, y2: number): Shape[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return [];
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const base = { x: x2 - dx * 8, y: y2 - dy * 8 };
  return [
    { kind: 'line', role: 'rule-strong', from: { x: x1, y: y1 }, to: base, width: 1.2 },
    {
      kind: 'path',
      role: 'text-strong',
      points: [
        { x: x2, y: y2 },
        { x: base.x - dy * 4, y: base.y + dx * 4 },
        { x: base.x + dy * 4, y: base.y - dx * 4 },
      ],
      closed: true,
    },
  ];
}
