import { firstVisible, LineCursor, sliceTrimmed } from '../line-cursor';
import type { ParseSink } from '../parsed-record';
import { recordOfLabels, type LabelledValue } from './labelled-record';

const start = /^Reference Type: {1,2}\S/;

/** Whether a text is what EndNote writes in its style "Show All Fields". */
export const isEndNoteText = (text: string): boolean =>
  /^\s{0,20}Reference Type: {1,2}\S[^\r\n]{2,60}\r?\n(?:Record Number|Author|Year|Title): /.test(
    text.slice(0, 400),
  );

/** The names of EndNote's fields that no other text of labels has; the rest has a meaning there too. */
const names = new Set(
  (
    'Reference Type|Record Number|Author|Editor|Year|Title|Short Title|Secondary Title|Book Title|Series Title|Tertiary Title|Journal|Alternate Journal|Volume|' +
    'Issue|Number|Pages|Start Page|Number of Pages|Number of Volumes|Type of Article|Type of Work|Thesis Type|Edition|Date|Epub Date|' +
    'Publisher|Place Published|University|Academic Department|Institution|Conference Name|Conference Location|Year of Conference|' +
    'Series Editor|Secondary Author|Tertiary Author|Subsidiary Author|Translator|ISSN|ISBN|ISSN/ISBN|DOI|PMCID|NIHMSID|Original Publication|' +
    'Reprint Edition|Reviewed Item|Legal Note|Article Number|Accession Number|Call Number|Label|Keywords|Abstract|Notes|Research Notes|' +
    'URL|File Attachments|Link to PDF|Author Address|Figure|Caption|Access Date|Last Updated Date|Translated Author|Translated Title|' +
    'Name of Database|Database Provider|Language|Section|Country|City'
  ).split('|'),
);
const custom = /^Custom \d$/;
/** What other texts call otherwise. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['Alternate Journal', 'Journal Abbreviation'],
  ['Secondary Title', 'Journal'],
  ['Book Title', 'Journal'],
  ['Conference Name', 'Journal'],
]);

/** Lines between two calls of `progress`. */
const PROGRESS_EVERY = 512;

/** Reads EndNote's "Show All Fields": a field a line, of which keywords and addresses go on on lines of their own. */
export function readEndNoteText(text: string, sink: ParseSink): void {
  const lines = new LineCursor(text);
  let values: LabelledValue[] = [];
  let line = 0;
  const close = (): void => {
    if (values.length > 0) sink.record(recordOfLabels(values.map(asElsewhere), line, sink));
    values = [];
  };
  while (lines.advance()) {
    if (lines.number % PROGRESS_EVERY === 0 && sink.progress?.(lines.end) === false) return;
    if (firstVisible(text, lines.start, lines.end) === lines.end) continue;
    const written = sliceTrimmed(text, lines.start, lines.end);
    if (start.test(written)) {
      close();
      line = lines.number;
    }
    const label = /^([A-Z][A-Za-z/ ]{2,24}\d?):(?: |$)/.exec(written)?.[1];
    if (label !== undefined && (names.has(label) || custom.test(label)))
      values.push({ label, value: written.slice(label.length + 1).trim(), line: lines.number });
    else {
      const last = values.at(-1);
      if (last !== undefined) last.value = last.value === '' ? written : `${last.value}\n${written}`;
    }
  }
  close();
}

/** "Zuo, Y., Li, Q. and Zhu, Z." with semicolons; a name without comma is that of a group. */
function withSemicolons(authors: string): string {
  const parts = authors.split(/,? and /);
  const commas = parts[0]?.split(', ') ?? [];
  const paired = commas.length > 2 && commas.length % 2 === 0;
  const head = paired
    ? commas.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${commas[i + 1] ?? ''}`] : []))
    : [parts[0] ?? ''];
  return [...head, ...parts.slice(1)].join('; ');
}

function asElsewhere({ label, value, line }: LabelledValue): LabelledValue {
  if (label === 'Author') return { label, value: withSemicolons(value), line };
  return { label: renamed.get(label) ?? label, value, line };
}
