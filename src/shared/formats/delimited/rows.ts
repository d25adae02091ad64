import Papa from 'papaparse';

export type TableRow = {
  /** 1-based line of the text where the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
};

export type Table = {
  readonly delimiter: string;
  readonly rows: readonly TableRow[];
  /** Lines where a quote was stray or never closed. */
  readonly badQuotes: readonly number[];
};

/** Cuts a text into rows and cells: any delimiter, quotes with line breaks inside, `="…"` cells of spreadsheets. */
export function readRows(text: string, delimiter = ''): Table {
  const rows: TableRow[] = [];
  const badQuotes: number[] = [];
  let line = 1;
  let cursor = 0;
  let used = delimiter;
  Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      for (const error of errors) if (error.type === 'Quotes') badQuotes.push(line);
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data.map(unwrapped) });
      for (let index = cursor; index < meta.cursor; index += 1) if (text.charCodeAt(index) === 10) line += 1;
      cursor = meta.cursor;
      used = meta.delimiter;
    },
  });
  return { delimiter: used, rows, badQuotes };
}

/** A spreadsheet writes ="00123" to keep a text a text. */
function unwrapped(cell: string): string {
  const match = /^="([^"]*)"$/u.exec(cell.trim());
  return match?.[1] ?? cell;
}
