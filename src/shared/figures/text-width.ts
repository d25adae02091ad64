/** The width of a text in pixels at a font size in pixels. */
export type TextWidth = (text: string, size: number, weight?: 'normal' | 'bold') => number;

/**
 * Advance widths in thousandths of the font size: for each character the wider of what common sans-serif faces (Inter,
 * Arial, DejaVu Sans) need, since nobody knows which one a reader will see.
 */
const groups: readonly (readonly [characters: string, width: number])[] = [
  ["ijl'|", 280],
  ['I.,:;!`· ', 330],
  ['ftr()[]/\\-–', 400],
  ['"*^°', 480],
  ['skcxyzvJ?', 570],
  ['abdeghnopqu$_L', 620],
  ['0123456789', 640],
  ['FTZESPXYKBVAR&', 700],
  ['CDHNUw+=<>~−×±²τ≤≥', 790],
  ['GOQ', 810],
  ['m', 930],
  ['MW%@—→←', 970],
];

const widths = new Map(
  groups.flatMap(([characters, width]) => [...characters].map((c) => [c, width] as const)),
);

/** Letters with marks are as wide as their base; anything unknown counts as a wide capital, East Asian as a full square. */
function widthOf(character: string): number {
  const known = widths.get(character) ?? widths.get(character.normalize('NFD').charAt(0));
  if (known !== undefined) return known;
  return (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1000 : 620;
}

/** The built-in estimate, for where nothing can be measured (command line, worker). Generous, so that columns never touch. */
export const averageTextWidth: TextWidth = (text, size, weight = 'normal') => {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return (width / 1000) * size * (weight === 'bold' ? 1.09 : 1);
};

/** The text, cut with an ellipsis where it would be wider than `most` pixels. */
export function fitted(text: string, most: number, size: number, width: TextWidth): string {
  if (width(text, size) <= most) return text;
  const characters = [...text];
  while (characters.length > 1 && width(`${characters.join('')}…`, size) > most) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text in lines no wider than `most` pixels, broken at spaces; a word wider than that keeps its line to itself. */
export function wrapped(text: string, most: number, size: number, width: TextWidth): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer, size) > most) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
