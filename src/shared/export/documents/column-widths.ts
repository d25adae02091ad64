/** Twentieths of a point of a landscape A4 page between its margins. */
export const pageWidth = 14_570;

/** Twentieths of a point that a letter of 9 points takes, bold ones included; and a cell's two margins. */
const letter = 108;
const margins = 120;

/** Every column takes its longest word; what is left of the page goes to those with long texts, which wrap. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const asked = Array.from({ length: columns }, (_, column) => {
    const texts = rows.map((row) => row[column] ?? '');
    const longestWord = Math.max(...texts.flatMap((text) => text.split(/\s/u).map((word) => word.length)));
    const mean = texts.reduce((total, text) => total + text.length, 0) / texts.length;
    const least = Math.min(longestWord, 20) * letter + margins;
    return { least, more: Math.max(0, Math.min(mean, 60) * letter - least) };
  });
  const least = asked.reduce((total, column) => total + column.least, 0);
  const more = asked.reduce((total, column) => total + column.more, 0);
  const left = Math.max(0, pageWidth - least);
  const shrink = Math.min(1, pageWidth / Math.max(1, least));
  return asked.map((column) =>
    Math.floor(column.least * shrink + (more === 0 ? left / columns : (left * column.more) / more)),
  );
}
