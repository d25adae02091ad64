import { authorsIn } from '../fields';

/** "Yang Z." or "Griffin DK": a family name and initials, so a comma after it ends an author. */
const familyAndInitials = /^\p{Lu}?[\p{L}'’\- ]+ \p{Lu}(?:[\p{Lu}.\- ])*\.?$/u;

/** The authors of one cell: parted by semicolons, by " and ", or, where each part is a family name with initials, by commas. */
export function authorsOfCell(cell: string): readonly string[] {
  if (!cell.includes(';')) {
    if (/ and /u.test(cell)) return cell.split(/ and /u).flatMap((part) => authorsIn(part));
    const parts = cell.split(/,\s+/u);
    if (parts.length > 1 && parts.every((part) => familyAndInitials.test(part.trim()))) {
      return parts.map((part) => part.trim());
    }
  }
  return authorsIn(cell);
}
