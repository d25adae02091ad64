import { collapseSpace, keywordsIn } from '../fields';

/** A keyword is not longer than this, in UTF-16 code units. */
const LONGEST_KEYWORD = 80;
/** No term has so many commas of its own ("Receptors, Antigen, T-Cell, gamma-delta" has three). */
const MANY_PARTS = 6;

/**
 * Whether commas part the keywords of a column: no cell of it uses another mark, and most of those with a comma list
 * three or more. A lone comma may stand in a word ("Child, Preschool").
 */
export function commasPartKeywords(cells: readonly string[]): boolean {
  if (cells.some((cell) => /[;|\n]/.test(cell))) return false;
  const lists = cells.filter((cell) => cell.includes(',')).map((cell) => cell.split(','));
  const long = lists.filter(
    (parts) =>
      parts.length > 2 && parts.every((part) => part.length <= LONGEST_KEYWORD && /\p{L}/u.test(part)),
  );
  return long.length > 1 && long.length * 2 >= lists.length;
}

/**
 * The keywords of one cell: semicolons, bars or line breaks part them; commas only in Emtree columns, whose terms have none,
 * and where they do so in the whole column (`commasPart`).
 */
export function keywordsOfCell(cell: string, title: string, commasPart: boolean): readonly string[] {
  if (/[;\n]/.test(cell)) return keywordsIn(cell);
  if (cell.includes('|')) return cell.split('|').map(collapseSpace);
  if (/^author keywords/i.test(title) && closeComma.test(cell))
    return cell.split(closeComma).map(collapseSpace);
  return commasPart || /^emtree/i.test(title) || cell.split(',').length >= MANY_PARTS
    ? cell.split(',').map(collapseSpace)
    : keywordsIn(cell);
}

/** A comma with no space behind it parts words that a program joined; one with a space may stand in a word ("Child, Preschool"). */
const closeComma = /(?<!\d),(?=[^\s\d])/;
