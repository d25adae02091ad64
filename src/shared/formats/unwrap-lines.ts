/** Something that programs put around every line of a file, and how it is taken off. */
type Wrapping = { readonly line: RegExp; readonly inside: string; readonly said: string };

const wrappings: readonly Wrapping[] = [
  {
    line: /^[ \t]*\d{1,7}(?:[.:|)]?[ \t]{1,8}|[.:|)])(?=\S)(.*)$/gm,
    inside: '$1',
    said: 'Every line began with its number; the numbers were left out.',
  },
  {
    line: /^"(.*)"([;,\t]*)$/gm,
    inside: '$1',
    said: 'Every line stood in quotation marks, as spreadsheets save them; they were left out.',
  },
  {
    line: /^>[ >]{0,10}(.*)$/gm,
    inside: '$1',
    said: 'Every line began with the ">" of a quoted mail; it was left out.',
  },
  {
    line: /^(?: {4}| {2}|[ \t])(.*\S.*)$/gm,
    inside: '$1',
    said: 'Every line was indented; the white space before them was left out.',
  },
];

/** Share of lines (of those that hold anything) that must be wrapped so for the wrapping to be one. */
const MOST_LINES = 0.8;
/** UTF-16 code units looked at to tell. */
const SAMPLE = 64 * 1024;

/** A text without what stands around all of its lines, and what that was; undefined where nothing does. */
export function unwrapLines(text: string): { readonly text: string; readonly said: string } | undefined {
  const sample = text.slice(0, SAMPLE);
  const filled = sample.match(/^.*\S.*$/gm)?.length ?? 0;
  for (const { line, inside, said } of wrappings) {
    const wrapped = sample.match(line)?.length ?? 0;
    if (wrapped >= 3 && wrapped >= filled * MOST_LINES) return { text: text.replace(line, inside), said };
  }
  return undefined;
}

/** Share of line breaks of a tagged text that must be double to take them for single ones. */
const MOST_BREAKS = 0.8;

/**
 * A tagged text whose lines a program parted by empty ones (each line break written twice, or CR CR LF), with single breaks;
 * undefined for any other. Empty lines part records there, so that with one behind every line each field would be a record.
 */
export function withSingleBreaks(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  if (sample.includes('\r\r\n')) return text.replace(/\r{1,3}\n/g, '\n');
  const doubled = sample.match(/\S[ \t]*(?:\r\n\r\n|\n\n|\r\r)(?=\S)/g)?.length ?? 0;
  if (doubled < 4) return undefined;
  const all = sample.match(/\S[ \t]*(?:\r\n?|\n)/g)?.length ?? 0;
  return doubled >= all * MOST_BREAKS ? text.replace(/(\r\n|\n|\r)\1/g, '$1') : undefined;
}

/** RIS whose line breaks were lost: the first line holds several tags, parted by single spaces. */
const lostBreaks =
  /^\s{0,20}TY {2}- [^\r\n]{0,300} [A-Z][A-Z0-9] {2}- [^\r\n]{0,4000} (?:[A-Z][A-Z0-9] {2}- |ER {2}-)/;

/** RIS with a line for each tag; undefined where it has them. */
export const withLineBreaks = (text: string): string | undefined =>
  lostBreaks.test(text) ? text.replace(/ +(?=[A-Z][A-Z0-9] {2}-(?: |$))/gm, '\n') : undefined;

/** Elements of a page around tagged text: line breaks and paragraphs end its lines, the others say nothing. */
const pageMarkup = /<\/?(?:!doctype|html|head|body|pre|p|br|div|span|font|meta|tt|code)\b[^<>\r\n]{0,300}>/gi;

/** The lines of an export that was saved as a web page, without its markup; lines keep their numbers. */
export const withoutPage = (text: string): string => text.replace(pageMarkup, '');

/** "TI- Title": tags whose two spaces were lost throughout, which is only told by the whole file. */
export function withTagSpaces(text: string): string {
  if (/^TY {1,3}-/m.test(text)) return text;
  return text.replace(/^([A-Z][A-Z0-9])-(?=[ \t]|[\r\n]|$)/gm, '$1  -');
}
