import type { TableRow } from '../delimited';
import { dateText, isDateFormat } from './dates';
import { openArchive, type Archive } from './unzip';
import { runXml } from './xml-events';

export type Workbook = {
  /** Sheets in the order of the workbook; `read` parses one when it is asked for. */
  readonly sheets: readonly { readonly name: string; readonly read: () => SheetRows }[];
  readonly truncated: boolean;
  readonly tooLarge: boolean;
};

export type SheetRows = {
  /** Rows that hold anything, without empty cells at their end; `line` is the number of the row. */
  readonly rows: readonly TableRow[];
  /** Cells beyond the bounds were left out. */
  readonly cut: boolean;
};

/** No table of records has more columns; cells beyond are left out. */
const MOST_COLUMNS = 1_000;
/** All cells of a sheet together may not hold more text than this (UTF-16 code units): one long text can be shared by many cells. */
const MOST_TEXT = 400_000_000;

/** What a workbook holds (ECMA-376, SpreadsheetML). Undefined if the bytes are no workbook. */
export function openWorkbook(bytes: Uint8Array): Workbook | undefined {
  const archive = openArchive(bytes);
  const { parts, truncated, tooLarge } = archive;
  const paths = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/'));
  if (paths.length === 0) return undefined;
  const strings = sharedStrings(parts.get('xl/sharedstrings.xml'));
  const dated = dateStyles(parts.get('xl/styles.xml'));
  const { listed, since1904 } = sheetList(archive);
  const known = new Set(listed.map(({ path }) => path));
  const rest = paths
    .filter((path) => !known.has(path))
    .map((path) => ({ name: path.replace(/^.*\//, ''), path }));
  const sheets = [...listed, ...rest].flatMap(({ name, path }) => {
    const part = parts.get(path);
    return part === undefined ? [] : [{ name, read: () => sheetRows(part, { strings, dated, since1904 }) }];
  });
  return { sheets, truncated, tooLarge };
}

type SheetList = {
  readonly listed: readonly { readonly name: string; readonly path: string }[];
  readonly since1904: boolean;
};

/** Names and places of the sheets that are not hidden, in their order. */
function sheetList({ parts }: Archive): SheetList {
  const targets = new Map<string, string>();
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (relations !== undefined) {
    runXml(relations, {
      open: (name, { Id, Target }) => {
        if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
        targets.set(Id, `xl/${Target.replace(/^\/?(?:xl\/)?/, '')}`.toLowerCase());
      },
    });
  }
  const listed: { name: string; path: string }[] = [];
  let since1904 = false;
  const workbook = parts.get('xl/workbook.xml');
  if (workbook !== undefined) {
    runXml(workbook, {
      open: (name, attributes) => {
        if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
        const path = name === 'sheet' ? targets.get(attributes['r:id'] ?? '') : undefined;
        if (path !== undefined && (attributes['state'] ?? 'visible') === 'visible') {
          listed.push({ name: attributes['name'] ?? '', path });
        }
      },
    });
  }
  return { listed, since1904 };
}

/** The texts that cells point to; phonetic readings are left out. */
function sharedStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let inText = false;
  let phonetic = 0;
  runXml(part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') phonetic += 1;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
    },
    text: (value) => {
      if (inText && phonetic === 0) text += value;
    },
  });
  return strings;
}

/** Numbers of the cell styles that show a date. */
function dateStyles(part: Uint8Array | undefined): ReadonlySet<number> {
  const dated = new Set<number>();
  if (part === undefined) return dated;
  const codes = new Map<number, string>();
  let inCellStyles = false;
  let style = 0;
  runXml(part, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const format = Number(attributes['numFmtId'] ?? 0);
        if (isDateFormat(format, codes.get(format))) dated.add(style);
        style += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return dated;
}

type CellContext = {
  readonly strings: readonly string[];
  readonly dated: ReadonlySet<number>;
  readonly since1904: boolean;
};

/** The column of a cell reference ("C7" is 2); -1 if it is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i += 1) {
    const code = reference.charCodeAt(i) | 32;
    if (code < 97 || code > 122) break;
    column = column * 26 + (code - 96);
  }
  return column - 1;
}

function sheetRows(part: Uint8Array, context: CellContext): SheetRows {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let takes = false;
  let phonetic = 0;
  let size = 0;
  let cut = false;
  runXml(
    part,
    {
      open: (name, attributes) => {
        if (name === 'row') {
          const given = Number(attributes['r']);
          line = Number.isInteger(given) && given > line ? given : line + 1;
          cells = [];
          column = -1;
        } else if (name === 'c') {
          const given = columnOf(attributes['r'] ?? '');
          column = given >= 0 ? given : column + 1;
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          value = '';
        } else if (name === 'v' || name === 't') takes = true;
        else if (name === 'rPh') phonetic += 1;
      },
      close: (name) => {
        if (name === 'v' || name === 't') takes = false;
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'c') {
          const text = cellText(value, type, style, context);
          if (text === '') return;
          size += text.length;
          if (column >= MOST_COLUMNS || size > MOST_TEXT) cut = true;
          else {
            while (cells.length < column) cells.push('');
            cells[column] = text;
          }
        } else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
      },
      text: (text) => {
        if (takes && phonetic === 0) value += text;
      },
    },
    () => size <= MOST_TEXT,
  );
  return { rows, cut };
}

function cellText(
  value: string,
  type: string,
  style: number,
  { strings, dated, since1904 }: CellContext,
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'n':
      return dated.has(style) ? dateText(value, since1904) : numberText(value);
    default:
      return value;
  }
}

/** A number as it is typed: no exponent where it is a whole number ("3.0581234E7" is 30581234). */
function numberText(value: string): string {
  const text = value.trim();
  if (!/[eE]/.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}
