/** Tables of text: told by a header that names bibliographic columns, or by lines that all have the same shape. */
export type DelimitedDetection = {
  readonly format: 'csv' | 'tsv' | 'wos-tab' | 'ctgov-csv';
  /** Where the header starts. */
  readonly at: number;
  /** A header of known column names was found. */
  readonly sure: boolean;
};

const headerWords: ReadonlySet<string> = new Set(
  (
    'title|article title|document title|item title|titel|title primary|original title|primary title|author|authors|author names|author(s)|auteurs|autoren|' +
    'author full names|authors, primary|year|publication year|published year|pub year|jaar|jahr|py|abstract|abstract note|samenvatting|' +
    'journal|journal/book|journal name|source|source title|publication title|publication|periodical full|journal title|secondary title|container title|' +
    'volume|issue|pages|start page|page start|doi|pmid|pubmed id|pubmed_id|medline pmid|issn|isbn|url|link|keywords|author keywords|' +
    'language|publication type|document type|item type|reference type|accession number|date|publication date|notes|' +
    'nct number|nct id|study title|openalex id|display_name|lens id|eid|ut|au|ti|so|pt|unique id|record id|record_id|key|included'
  ).split('|'),
);

const MOST_HEADER_LINES = 25;
const MOST_LINE_LENGTH = 20_000;
const delimiters = ['\t', ',', ';', '|'] as const;

/** Cells of one line; quotes are honoured, line breaks inside cells are not (this only looks at headers). */
function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  cells.push(cell);
  return cells;
}

const normalised = (cell: string): string =>
  cell
    .replace(/^[=\s]+|\s+$/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/** Looks for a table in the first lines of a text; undefined if it looks like none. */
export function detectDelimited(sample: string): DelimitedDetection | undefined {
  const lines: { text: string; at: number }[] = [];
  let at = 0;
  while (at < sample.length && lines.length < MOST_HEADER_LINES) {
    const stop = /[\r\n]/g;
    stop.lastIndex = at;
    const found = stop.exec(sample);
    const end = found?.index ?? sample.length;
    if (end > at) lines.push({ text: sample.slice(at, Math.min(end, at + MOST_LINE_LENGTH)), at });
    at = end + 1;
  }
  for (const line of lines) {
    for (const delimiter of delimiters) {
      const cells = cellsOf(line.text, delimiter).map(normalised);
      if (cells.length < 2) continue;
      if (cells.includes('nct number')) return { format: 'ctgov-csv', at: line.at, sure: true };
      const known = cells.filter((cell) => headerWords.has(cell)).length;
      if (known >= 2 && known * 5 >= Math.min(cells.length, 20)) {
        return { format: formatOf(cells, delimiter), at: line.at, sure: true };
      }
    }
  }
  return onItsSide(lines) ?? sameShape(lines);
}

function formatOf(cells: readonly string[], delimiter: string): DelimitedDetection['format'] {
  if (delimiter !== '\t') return 'csv';
  return (cells.includes('au') && cells.includes('ti')) ||
    cells.some((cell) => /^ut \(unique (?:wos )?id\)$/.test(cell))
    ? 'wos-tab'
    : 'tsv';
}

/** A table whose rows are fields: known names stand in the first cells, one below the other. */
function onItsSide(lines: readonly { text: string; at: number }[]): DelimitedDetection | undefined {
  for (const delimiter of delimiters) {
    const named = lines.filter((line) => {
      const [name = '', ...values] = cellsOf(line.text, delimiter);
      return values.length > 0 && headerWords.has(normalised(name));
    });
    const different = new Set(named.map((line) => normalised(cellsOf(line.text, delimiter)[0] ?? '')));
    const [first] = named;
    if (
      first !== undefined &&
      different.size >= 3 &&
      different.has('title') &&
      named.length * 3 >= lines.length
    )
      return { format: delimiter === '\t' ? 'tsv' : 'csv', at: first.at, sure: true };
  }
  return undefined;
}

/** A header nobody knows: several lines that split into the same number (three or more) of cells. */
function sameShape(lines: readonly { text: string; at: number }[]): DelimitedDetection | undefined {
  const [first] = lines;
  if (first === undefined || lines.length < 2) return undefined;
  for (const delimiter of delimiters) {
    const width = cellsOf(first.text, delimiter).length;
    if (width < 3) continue;
    const same = lines.slice(0, 6).filter((line) => cellsOf(line.text, delimiter).length === width).length;
    if (same >= Math.min(lines.length, 6) - 1)
      return { format: delimiter === '\t' ? 'tsv' : 'csv', at: first.at, sure: false };
  }
  return undefined;
}
