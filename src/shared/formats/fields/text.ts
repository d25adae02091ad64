import { decodeEntities } from './entities';

const allRuns = /\s+/g;
const uneven = /  |[^\S ]/;

/** White space collapsed to single spaces and trimmed; line breaks, tabs and no-break spaces count as white space. */
export function collapseSpace(text: string): string {
  const trimmed = text.trim();
  return uneven.test(trimmed) ? trimmed.replace(allRuns, ' ') : trimmed;
}

/** Nearly every value of a large file needs nothing done: one look for anything that does. */
const needsWork = /[&<]|  |[^\S ]/;

/**
 * Elements that publishers leave in titles and abstracts (HTML, JATS, MathML). Only these are markup: "p<0.05" and
 * "<Regulation>" are text.
 */
const inline =
  'i|b|u|em|strong|sub|sup|small|big|span|font|sc|scp|tt|a|italic|bold|underline|inf|roman|monospace|ext-link|xref|named-content|styled-content|inline-formula|tex-math|mi|mo|mn|ms|mtext|mrow|msub|msup|msubsup|mfrac|msqrt|mover|munder|munderover|mspace|mstyle|mathvariant|math|mfenced|semantics|annotation';
const block =
  'p|br|div|title|sec|label|list|list-item|ul|ol|li|h[1-6]|abstract|abstracttext|disp-formula|break|hr|table|tr|td|th';
const inlineTag = new RegExp(`</?(?:jats:|mml:)?(?:${inline})(?:\\s[^<>]{0,300})?/?>`, 'gi');
const blockTag = new RegExp(`</?(?:jats:|mml:)?(?:${block})(?:\\s[^<>]{0,300})?/?>`, 'gi');

/** Markup removed: inline elements vanish, block elements leave a space. Text in angle brackets that is none stays. */
export function stripMarkup(text: string): string {
  if (!text.includes('<')) return text;
  return text.replace(inlineTag, '').replace(blockTag, ' ');
}

/** A title or abstract for people to read: character references decoded, markup removed, white space collapsed. */
export function readableText(text: string): string {
  const trimmed = text.trim();
  if (!needsWork.test(trimmed)) return trimmed;
  return collapseSpace(stripMarkup(decodeEntities(text)));
}

/** A short value (journal, volume, keyword): character references decoded and white space collapsed; no markup sought. */
export function plainText(text: string): string {
  const trimmed = text.trim();
  if (!needsWork.test(trimmed)) return trimmed;
  return collapseSpace(decodeEntities(text));
}

/** A title without what Ovid writes behind it: the kind of the article ("A trial. [Review]"), or that it has "[References]". */
export const withoutKind = (title: string): string =>
  title.replace(/(?<=[.?!])\s?\[[A-Z][a-z]{2,15}(?: [A-Z]?[a-z]{2,15}){0,2}\]\.?$/, '');
