import { plainText } from './text';

/**
 * An author as the file spells the name: references decoded, white space collapsed, a dangling comma or semicolon
 * dropped. Undefined if nothing is left.
 */
export const authorAsGiven = (value: string): string | undefined => withoutDangling(plainText(value));

/** A name without the comma or semicolon that hangs behind it, nor the e-mail address; undefined if nothing is left. */
export function withoutDangling(given: string): string | undefined {
  let name = given.endsWith(')') ? given.replace(/\s\([^()\s@]{1,100}@[^()\s@]{1,100}\)$/, '') : given;
  while (dangles(name.charCodeAt(name.length - 1))) name = name.slice(0, -1).trimEnd();
  return name === '' ? undefined : name;
}

/** Comma or semicolon. */
const dangles = (code: number): boolean => code === 44 || code === 59;

/** Authors of one value that holds several, split at semicolons or line breaks. Commas stay: they part family and given. */
export function authorsIn(value: string): readonly string[] {
  const names: string[] = [];
  for (const part of decodedParts(value)) {
    const name = authorAsGiven(part);
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** Keywords of one value that holds several, split at semicolons or line breaks; commas stay ("Child, Preschool"). */
export function keywordsIn(value: string): readonly string[] {
  const words: string[] = [];
  for (const part of decodedParts(value)) {
    const word = plainText(part);
    if (word !== '') words.push(word);
  }
  return words;
}

/** Split after decoding, so that the semicolon of "&amp;" does not split. */
function decodedParts(value: string): readonly string[] {
  const text = value.includes('&') ? plainTextKeepingLines(value) : value;
  return /[;\n]/.test(text) ? text.split(/[;\n]/) : [text];
}

const plainTextKeepingLines = (value: string): string => value.split('\n').map(plainText).join('\n');

/** The numbers and signs of addresses that Ovid's journals hang behind names, and the degrees before them. */
const addressMark = /\s(?:\d{1,2}(?:,(?:\d{1,2}|[*+#^]{1,3})){0,9}|[*+#^]{1,3})$/;
const degree =
  /[,;]?\s(?:MD|PhD|RN|FAAN|MPH|MSc?|BSc?|MA|DPhil|Psy\.?D|EdD|ScD|DrPH|FRC\w{1,6}|FAC[CPS]|PharmD|DDS|DO|MBA|MBBS|MBChB)\.?$/i;

export const hasAddressMark = (name: string): boolean => addressMark.test(name);

/** A name without address marks and degrees behind it; initials behind a family name alone ("Roe, MA") are no degree. */
export function withoutMarks(given: string): string {
  let name = given.trim().replace(addressMark, '');
  for (;;) {
    const rest = name.replace(degree, '');
    if (rest === name || !/\s/.test(rest)) return name;
    name = rest;
  }
}
