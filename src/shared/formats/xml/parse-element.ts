import { SaxesParser } from 'saxes';
import { characterOf } from '../fields';
import type { XmlElement } from './element';

export type ParsedElement = {
  /** The elements at the top of the fragment, as far as it goes. */
  readonly elements: readonly XmlElement[];
  /** What was wrong with the markup, in the order of the text; none for sound markup. */
  readonly faults: readonly string[];
  /** A named reference that no list of characters knows was met and left as it stands. */
  readonly unexpanded: string | undefined;
};

/** Elements nested deeper than any export nests them give their text to the element above. */
const DEEPEST = 40;
/** Faults beyond these in one record are not listed. */
const MOST_FAULTS = 5;
/** Markup with more faults than this is given up where they end: each one costs time. */
const MOST_FAULTS_READ = 10_000;

/** A "<" that opens no tag ("p < 0.05"). */
const strayOpening = /<(?![A-Za-z_:/!?])/g;
const strayAmpersand = /&(?![A-Za-z_#][\w.:#-]{0,60};)/g;
// oxlint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Parses a fragment, sound or not: what is wrong is said and passed over. Entities of a document type are never expanded
 * and nothing outside the text is read (saxes has neither); a reference it does not know stays as it is written.
 */
export function parseElements(source: string): ParsedElement {
  const faults: string[] = [];
  let text = source;
  if (strayOpening.test(text)) {
    text = text.replace(strayOpening, '&lt;');
    faults.push('a "<" that opens no tag was read as a character');
  }
  strayOpening.lastIndex = 0;
  if (strayAmpersand.test(text)) {
    text = text.replace(strayAmpersand, '&amp;');
    faults.push('a "&" that starts no reference was read as a character');
  }
  strayAmpersand.lastIndex = 0;
  if (forbidden.test(text)) {
    text = text.replace(forbidden, '');
    faults.push('control characters were removed');
  }
  forbidden.lastIndex = 0;

  type Open = XmlElement & { readonly content: (XmlElement | string)[] };
  const top: Open = { name: '', line: 1, attributes: {}, content: [] };
  const open: Open[] = [top];
  let depth = 0;
  let unexpanded: string | undefined;
  const parser = new SaxesParser<{ fragment: true; xmlns: false }>({ fragment: true, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) return;
    const element: Open = { name, line: parser.line, attributes, content: [] };
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (depth <= DEEPEST) open.pop();
    depth -= 1;
  });
  const addText = (part: string): void => {
    open.at(-1)?.content.push(part);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  let faultsMet = 0;
  parser.on('error', (error) => {
    faultsMet += 1;
    if (faultsMet > MOST_FAULTS_READ) throw error;
    const { message } = error;
    const fault = message.replace(/^\d+:\d+: /, '');
    if (fault === 'undefined entity.') {
      unexpanded ??= '';
      return;
    }
    if (faults.length < MOST_FAULTS && !faults.includes(fault)) faults.push(fault);
  });
  try {
    parser.write(text);
    parser.close();
  } catch {
    faults.push('reading was given up after too many faults');
  }
  if (unexpanded !== undefined) unexpanded = unknownReference(text);
  return { elements: top.content.filter((child) => typeof child !== 'string'), faults, unexpanded };
}

/** The first named reference that is none of XML's own nor of HTML's, which text fields decode later. */
function unknownReference(text: string): string | undefined {
  for (const [reference, name] of text.matchAll(/&([A-Za-z_][\w.-]{0,60});/g)) {
    if (name !== undefined && characterOf(name) === undefined) return reference;
  }
  return undefined;
}
