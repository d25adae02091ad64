import { unwrapped, type RowScan } from './table-row';

/** An open quote is looked for its end in so many lines; an abstract has fewer, a swallowed file more. */
const MOST_LINES_IN_CELL = 100;

type Cut = {
  readonly cells: readonly string[];
  /** Index behind the row and its line end. */
  readonly end: number;
  /** Every quote stood where it belongs. */
  readonly clean: boolean;
};

/**
 * Cuts the rest of a damaged table from `from` on. Each row is read in two ways: with quotes across lines, and as one line
 * on its own; the way that gives the width of the table wins (with quotes
 * that all fit first), else the one with quotes that fit, else the single line.
 * Looks at no row more than twice and at most 100 lines ahead, so that time stays linear.
 */
export function cutRows(
  text: string,
  from: number,
  firstLine: number,
  delimiter: string,
  width: number | undefined,
  scan: RowScan,
): void {
  let at = from;
  let line = firstLine;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const across = cutRow(text, at, delimiter, MOST_LINES_IN_CELL);
    const alone = across?.end === lineEnd + 1 ? across : cutRow(text, at, delimiter, 0);
    const cut = better(across, alone, width) ?? {
      cells: [text.slice(at, lineEnd)],
      end: lineEnd + 1,
      clean: false,
    };
    const raw = text.slice(at, Math.min(cut.end, at + 200)).trimEnd();
    if (!cut.clean) scan.badQuote({ line, raw });
    if (cut.cells.some((cell) => cell.trim() !== '')) {
      if (!scan.row({ line, cells: cut.cells.map(unwrapped) }, Math.min(cut.end, text.length))) return;
    }
    for (let i = text.indexOf('\n', at); i >= 0 && i < cut.end; i = text.indexOf('\n', i + 1)) line += 1;
    at = cut.end;
  }
}

function better(across: Cut | undefined, alone: Cut | undefined, width: number | undefined): Cut | undefined {
  if (across === undefined || alone === undefined) return across ?? alone;
  const fits = across.cells.length === width;
  if (across.clean && (fits || alone.cells.length !== width)) return across;
  return alone.cells.length === width || !fits ? alone : across;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/**
 * One row from `at`. A quote in a quoted cell that no delimiter follows is taken as a character; a quote that is not closed
 * within the row is one too, and its cell ends at the next delimiter. Undefined if a cell would go on for more than
 * `moreLines` lines.
 */
function cutRow(text: string, at: number, delimiter: string, moreLines: number): Cut | undefined {
  const cells: string[] = [];
  let clean = true;
  let position = at;
  let linesLeft = moreLines;
  let lineEnd = endOfLine(text, at);
  let closes = true;
  for (;;) {
    if (text.charAt(position) === '"' && position < lineEnd) {
      const quoted = closes ? closeQuote(text, position, delimiter, linesLeft) : undefined;
      if (quoted !== undefined) {
        cells.push(quoted.cell);
        clean = clean && quoted.clean;
        linesLeft -= quoted.lines;
        position = quoted.end;
        if (position > lineEnd) lineEnd = endOfLine(text, position);
        if (text.charAt(position) !== delimiter) return { cells, end: position + 1, clean };
        position += 1;
        continue;
      }
      if (moreLines > 0) return undefined;
      clean = false;
      closes = false;
      position += 1;
    }
    let next = position;
    while (next < lineEnd && text.charAt(next) !== delimiter) next += 1;
    cells.push(text.slice(position, next));
    if (next >= lineEnd) return { cells, end: lineEnd + 1, clean };
    position = next + 1;
  }
}

type Quoted = {
  readonly cell: string;
  readonly end: number;
  readonly clean: boolean;
  readonly lines: number;
};

/** A quoted cell that opens at `at`: its text and the index of the delimiter or line end behind it. */
function closeQuote(text: string, at: number, delimiter: string, mostLines: number): Quoted | undefined {
  let cell = '';
  let from = at + 1;
  let clean = true;
  let lines = 0;
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', from)) {
    const part = text.slice(from, quote);
    for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) lines += 1;
    if (lines > mostLines) return undefined;
    let behind = quote + 1;
    if (text.charAt(behind) === '"') {
      cell += `${part}"`;
      from = behind + 1;
      continue;
    }
    while (text.charAt(behind) === ' ') behind += 1;
    if (behind >= text.length || text.charAt(behind) === '\n' || text.startsWith(delimiter, behind)) {
      return { cell: cell + part, end: behind, clean, lines };
    }
    cell += `${part}"`;
    clean = false;
    from = quote + 1;
  }
  return undefined;
}
