import { authorsIn } from '../fields';

/** Beyond this length a part is no name; it also bounds what the patterns below look at. */
const LONGEST_NAME = 120;

/** "Yang Z.", "Griffin DK", "Smith J Jr": a family name and initials, so a comma after it ends an author. */
const familyAndInitials = /^\p{L}[\p{L}'’. -]{0,80} \p{Lu}[\p{Lu}. -]{0,12}(?: (?:Jr|Sr|II|III|IV)\.?)?$/u;

/** "J.", "A.-B.", "DK": initials alone, so that what stands before the comma is the family name. */
const initials = /^(?:\p{Lu}\p{Ll}?\.?[ -]?){1,4}$/u;

/** "Jane Doe": given and family name, no comma inside. */
const givenAndFamily = /^\p{Lu}[\p{L}.'’\u2010\u2011-]{0,40}(?: \(?[\p{L}.'’\u2010\u2011-]{1,40}\)?){1,5}$/u;

/** "Smith", "O'Neil", "Vos-Doe", "van Dijk": a family name by itself. */
const familyAlone = /^(?:\p{Ll}{1,4} ){0,3}\p{Lu}[\p{L}'’-]{2,40}$/u;

/** "J Smith", "A.-B. van Doe", "JR O'Neil": initials before the family name, as Google Scholar writes. */
const initialsAndFamily =
  /^(?:\p{Lu}\.?-?){1,4}(?: \p{Lu}\.){0,3} (?:\p{Ll}{1,4} ){0,3}\p{Lu}[\p{L}'’\u2010\u2011-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40})?$/u;

/** A comma before what belongs to the name in front of it ("Vos A.B., III, Doe C."). */
const suffixAlone = /(?<=\p{Lu}\.?), (?=(?:Jr|Sr|II|III|IV)\.?,)/gu;

/** What Google Scholar and others put for the rest of a list. */
const andOthers = /[,;] ?(?:\.{3}|…|et al\.?)\s*$/;

/** Where one name runs into the next ("Jane DoeJohn Roe", as SpringerLink exports): not inside "McDonald" or "DeVries". */
const runIn = /(?<=\p{Ll})(?<!\b(?:Mc|Mac|De|Del|Di|Da|Du|La|Le|Van|Von|Fitz|St))(?=\p{Lu}(?:\p{Ll}|\. ))/u;

/** The names of a cell without any mark between them, where each part is a given and a family name; else the cell. */
function partedByCapitals(cell: string): readonly string[] {
  if (cell.length > LONGEST_NAME * 100) return [cell];
  const parts = cell.split(runIn);
  return parts.length > 1 && parts.every((part) => short(part) && givenAndFamily.test(part)) ? parts : [cell];
}

/**
 * Whether commas part the names of a column: one cell lists three full names ("Jane Doe, Anna Vos, Bob de Vries"), and
 * every cell with a comma is such a list. "Anna Vos, Bob Doe" alone could be a double family name with given names.
 */
export function commasPartNames(cells: readonly string[]): boolean {
  const lists = cells
    .filter((cell) => cell.includes(','))
    .map((cell) => cell.split(',').map((part) => part.trim()));
  if (lists.every((parts) => parts.every((part) => short(part) && givenAndFamily.test(part))))
    return lists.some((parts) => parts.length > 2);
  // Family names alone: an odd number of them is no row of pairs.
  return (
    lists.every((parts) => parts.every((part) => familyAlone.test(part))) &&
    lists.some((parts) => parts.length > 2 && parts.length % 2 === 1)
  );
}

const short = (part: string): boolean => part.length <= LONGEST_NAME;

/**
 * The authors of one cell, parted by semicolons, bars, line breaks or " and "; by commas where each part is a name of its
 * own ("Yang Z., Jiang B.") or each pair is family name and initials ("Yang, Z., Jiang, B."). Unclear cells stay one author;
 * the "null" that programs write for a missing given name is dropped. `commasPart`: in this column every comma ends a name.
 */
export function authorsOfCell(written: string, commasPart = false): readonly string[] {
  const cell = written.replace(/, ?null(?=;|$)/g, '').replace(andOthers, '');
  if (commasPart)
    return withoutListEnd(cell)
      .replace(suffixAlone, ' ')
      .split(',')
      .flatMap((part) => authorsIn(part));
  if (/[;\n]/.test(cell)) return authorsIn(cell);
  // EndNote's table parts several values of a field so.
  if (cell.includes('//') && !cell.includes('://'))
    return cell.split('//').flatMap((part) => authorsIn(part));
  if (cell.includes('|')) return cell.split('|').flatMap((part) => authorsIn(part));
  if (/ and |, & /.test(cell)) {
    const parts = cell.split(/,? and |, & /);
    const [head = '', ...rest] = parts;
    return [...partedByCommas(head), ...rest].flatMap((part) => authorsIn(part));
  }
  return partedByCommas(cell).flatMap((part) => authorsIn(part));
}

/** PubMed ends its list with a full stop ("Vos A, Doe BC."), where initials have none. */
const withoutListEnd = (cell: string): string =>
  (cell.includes(',') ? /\p{Lu}\.$/u : /\p{Lu}{2}\.$/u).test(cell) && cell.indexOf('.') === cell.length - 1
    ? cell.slice(0, -1)
    : cell;

function partedByCommas(cell: string): readonly string[] {
  const parts = withoutListEnd(cell)
    .replace(suffixAlone, ' ')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return partedByCapitals(parts[0] ?? '');
  if (!parts.every(short)) return [cell];
  if (parts.every((part) => familyAndInitials.test(part))) return parts;
  if (parts.every((part) => initialsAndFamily.test(part))) return parts;
  const paired = parts.length % 2 === 0 && parts.length > 2;
  if (paired && parts.every((part, i) => i % 2 === 0 || initials.test(part))) {
    return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1] ?? ''}`] : []));
  }
  if (parts.length > 2 && parts.every((part) => givenAndFamily.test(part))) return parts;
  return [cell];
}
