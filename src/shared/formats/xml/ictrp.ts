import { stripMarkup, collapseSpace } from '../fields';
import type { ParseSink } from '../parsed-record';
import { elementsIn, textIn, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/** Trials as the WHO International Clinical Trials Registry Platform exports them (one `Trial` element each). */
export function readIctrpXml(text: string, sink: ParseSink): void {
  readRecords(text, ['Trial'], trial, sink);
}

/** Elements by their name in lower case; exports differ in it. Line breaks were written as HTML. */
function valuesOf(element: XmlElement): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const child of elementsIn(element)) {
    const value = collapseSpace(stripMarkup(textIn(child)));
    if (value !== '') values.set(child.name.toLowerCase(), value);
  }
  return values;
}

/** What the fields below take. */
const taken: ReadonlySet<string> = new Set(
  'trialid public_title scientific_title date_registration date_registration3 source_register web_address condition intervention study_type'.split(
    ' ',
  ),
);

/**
 * A register entry as a record: the public title (the scientific one is kept beside it), the year and date of
 * registration, the register as source. What the trial is about (condition, intervention, design, outcomes) is put
 * together as its abstract, because that is what is screened.
 */
const trial: ElementReader = (element) => {
  const values = valuesOf(element);
  const publicTitle = values.get('public_title');
  const scientific = values.get('scientific_title');
  const other: (readonly [string, string])[] = [];
  if (publicTitle !== undefined && scientific !== undefined) other.push(['Scientific_title', scientific]);
  for (const child of elementsIn(element)) {
    const name = child.name.toLowerCase();
    if (!taken.has(name)) other.push([child.name, values.get(name) ?? '']);
  }
  const registered = values.get('date_registration3');
  return {
    single: {
      title: publicTitle ?? scientific,
      year: registered ?? values.get('date_registration'),
      date: values.get('date_registration'),
      journal: values.get('source_register'),
      registration: [values.get('trialid'), values.get('secondary_id'), values.get('secondary_ids')]
        .filter((id) => id !== undefined)
        .join('; '),
      accession: values.get('trialid'),
      abstract: describe(values),
      type: values.get('study_type'),
      url: values.get('web_address'),
    },
    authors: [],
    keywords: conditionsOf(element),
    other,
  };
};

/** Conditions are parted by semicolons or by the line breaks of a page. */
const conditionsOf = (element: XmlElement): readonly string[] =>
  elementsIn(element)
    .filter(({ name }) => name.toLowerCase() === 'condition')
    .flatMap((condition) => textIn(condition).split(/;|<br\s{0,5}\/?>/i));

const described: readonly (readonly [label: string, name: string])[] = [
  ['SCIENTIFIC TITLE', 'scientific_title'],
  ['CONDITION', 'condition'],
  ['INTERVENTION', 'intervention'],
  ['DESIGN', 'study_design'],
  ['PARTICIPANTS', 'inclusion_criteria'],
  ['PRIMARY OUTCOME', 'primary_outcome'],
  ['SECONDARY OUTCOME', 'secondary_outcome'],
];

function describe(values: ReadonlyMap<string, string>): string | undefined {
  const parts = described.flatMap(([label, name]) => {
    const value = values.get(name);
    return value === undefined ? [] : [`${label}: ${value}`];
  });
  return parts.length === 0 ? undefined : parts.join(' ');
}
