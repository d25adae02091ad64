import { averageTextWidth, wrapped, type Scene, type Shape } from '../figures';
import type { prisma as english } from '../i18n/en/prisma';
import type { Translated } from '../i18n/text';
import type { Flow, FlowCount } from './flow';
import { hasOtherMethods } from './flow-csv';

export type FlowTexts = Translated<typeof english>;

/** A line of a box; `box` is the count it shows, so that a page can lead to the records behind it. */
type BoxLine = { readonly text: string; readonly box?: string; readonly depth?: number };
/** Column -1 is that of the version before an update, 0 and 1 databases and registers, 2 and 3 other methods. */
type Node = { readonly row: number; readonly column: -1 | 0 | 1 | 2 | 3; readonly lines: readonly BoxLine[] };

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
  const nodes = nodesOf(flow, texts, count, { other, updated });
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

const number = (value: FlowCount | undefined): number => (typeof value === 'number' ? value : 0);

function nodesOf(
  { boxes, extra }: Flow,
  texts: FlowTexts,
  count: (value: number) => string,
  { other, updated }: { readonly other: boolean; readonly updated: boolean },
): Node[] {
  const n = (box: string): string => count(number(boxes[box] ?? extra[box]));
  const line = (box: string, text: (n: string) => string, depth = 0): BoxLine => ({
    text: text(n(box)),
    box,
    depth,
  });
  const listed = (box: string, depth = 1): BoxLine[] => {
    const list = boxes[box];
    return Object.entries(typeof list === 'object' ? list : {}).map(([label, value]) => ({
      text: texts.item(label, count(value)),
      box: `${box}: ${label}`,
      depth,
    }));
  };
  const nodes: Node[] = [
    {
      row: 1,
      column: 0,
      lines: [
        { text: texts.recordsIdentified },
        line('database_results', texts.databases, 1),
        ...listed('database_specific_results', 2),
        line('register_results', texts.registers, 1),
        ...listed('register_specific_results', 2),
      ],
    },
    {
      row: 1,
      column: 1,
      lines: [
        { text: texts.removedBefore },
        line('duplicates', texts.duplicates, 1),
        line('excluded_automatic', texts.automation, 1),
        line('excluded_other', texts.otherReasons, 1),
      ],
    },
    { row: 2, column: 0, lines: [line('records_screened', texts.recordsScreened)] },
    {
      row: 2,
      column: 1,
      lines: [
        line('records_excluded', texts.recordsExcluded),
        // Asked for where automation tools were used: how many by people, how many by tools.
        ...(number(extra['records_excluded_automation']) > 0
          ? [
              line('records_excluded_human', texts.excludedByPeople, 1),
              line('records_excluded_automation', texts.excludedByTools, 1),
            ]
          : []),
      ],
    },
    { row: 3, column: 0, lines: [line('dbr_sought_reports', texts.sought)] },
    { row: 3, column: 1, lines: [line('dbr_notretrieved_reports', texts.notRetrieved)] },
    { row: 4, column: 0, lines: [line('dbr_assessed', texts.assessed)] },
    { row: 4, column: 1, lines: [{ text: texts.reportsExcluded }, ...listed('dbr_excluded')] },
    {
      row: 5,
      column: 0,
      lines: [
        ...(updated
          ? [line('new_studies', texts.newStudies), line('new_reports', texts.newReports)]
          : [line('new_studies', texts.studiesIncluded), line('new_reports', texts.reportsIncluded)]),
        ...(boxes['total_studies_ma'] === undefined
          ? []
          : [
              line('total_studies_ma', texts.studiesInMetaAnalysis),
              line('total_reports_ma', texts.reportsInMetaAnalysis),
            ]),
      ],
    },
  ];
  if (updated) {
    nodes.push(
      {
        row: 1,
        column: -1,
        lines: [
          { text: texts.previousStudies(n('previous_studies')) },
          { text: texts.previousReports(n('previous_reports')) },
        ],
      },
      {
        row: 6,
        column: 0,
        lines: [line('total_studies', texts.totalStudies), line('total_reports', texts.totalReports)],
      },
    );
  }
  if (!other) return nodes;
  return [
    ...nodes,
    {
      row: 1,
      column: 2,
      lines: [
        { text: texts.recordsIdentified },
        line('website_results', texts.websites, 1),
        line('organisation_results', texts.organisations, 1),
        line('citations_results', texts.citations, 1),
      ],
    },
    { row: 3, column: 2, lines: [line('other_sought_reports', texts.sought)] },
    { row: 3, column: 3, lines: [line('other_notretrieved_reports', texts.notRetrieved)] },
    { row: 4, column: 2, lines: [line('other_assessed', texts.assessed)] },
    { row: 4, column: 3, lines: [{ text: texts.reportsExcluded }, ...listed('other_excluded')] },
  ];
}

function footnotesOf(
  { pending, provisional, extra }: Flow,
  texts: FlowTexts,
  count: (value: number) => string,
): BoxLine[] {
  const linesOf = (
    said: { readonly [box: string]: (n: string) => string },
    counts: Flow['extra'],
    depth: number,
  ): BoxLine[] =>
    Object.entries(said).flatMap(([box, say]) => {
      const value = number(counts[box]);
      return value > 0 ? [{ text: say(count(value)), box, depth }] : [];
    });
  const notes = linesOf(texts.footnotes, extra, 0);
  if (!provisional) return notes;
  return [...notes, { text: texts.provisional }, ...linesOf(texts.pending, pending, 1)];
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
