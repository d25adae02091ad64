import { collapseSpace } from '../fields';
import { fieldsOfLabels } from '../labelled';
import type { ParseSink } from '../parsed-record';
import { childrenOf, elementsIn, textIn, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/**
 * Ovid's XML: one `F` element for each field, with its two letters (C) and its name (L), and a `D` for each value. The
 * names are those of Ovid's citations as text.
 */
export function readOvidXml(text: string, sink: ParseSink): void {
  readRecords(text, ['record'], record, sink);
}

const record: ElementReader = (element) =>
  fieldsOfLabels(
    childrenOf(element, 'F').map((field) => ({
      label: field.attributes['L'] ?? field.attributes['C'] ?? '',
      value: valuesOf(field).join('; '),
      line: field.line,
    })),
  );

/** The values of a field; parts of one value (family name and initials, a heading and its subheading) are joined. */
function valuesOf(field: XmlElement): readonly string[] {
  const values = childrenOf(field, 'D');
  return (values.length === 0 ? [field] : values)
    .map((value) => {
      const parts = elementsIn(value);
      return collapseSpace(parts.length > 1 ? parts.map(textIn).join(' ') : textIn(value));
    })
    .filter((value) => value !== '');
}
