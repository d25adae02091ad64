import type { ParseSink } from '../parsed-record';
import { at, childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/**
 * Studies as ClinicalTrials.gov gave them until 2024: one `clinical_study` to a file, or the short `study` elements of a
 * list of search results. The brief summary comes first in the abstract, then what is screened.
 */
export function readCtgovXml(text: string, sink: ParseSink): void {
  readRecords(text, ['clinical_study', 'study'], study, sink);
}

const texts = (elements: readonly XmlElement[]): readonly string[] =>
  elements.map((element) => textIn(element).replace(/\s+/g, ' ').trim()).filter((text) => text !== '');

/** Elements that fields take or that only frame the page. */
const taken: ReadonlySet<string> = new Set(
  'nct_id title brief_title id_info required_header url condition conditions intervention interventions keyword study_type brief_summary overall_official study_first_posted'.split(
    ' ',
  ),
);

const study: ElementReader = (element) => {
  const nctId = textAt(element, 'id_info', 'nct_id') ?? textAt(element, 'nct_id');
  const brief = textAt(element, 'brief_title') ?? textAt(element, 'title');
  const official = textAt(element, 'official_title');
  const conditions = texts([
    ...childrenOf(element, 'condition'),
    ...childrenOf(at(element, 'conditions'), 'condition'),
  ]);
  const interventions = [
    ...childrenOf(element, 'intervention'),
    ...childrenOf(at(element, 'interventions'), 'intervention'),
  ].map((one) => {
    const type = textAt(one, 'intervention_type') ?? one.attributes['type'];
    const name = textAt(one, 'intervention_name') ?? textIn(one).trim();
    return [type, name].filter(Boolean).join(': ');
  });
  const described: readonly (readonly [string, readonly string[]])[] = [
    ['CONDITION', conditions],
    ['INTERVENTION', interventions],
    ['DESIGN', texts(elementsIn(at(element, 'study_design_info')))],
    [
      'PRIMARY OUTCOME',
      texts(childrenOf(element, 'primary_outcome').map((one) => at(one, 'measure') ?? one)),
    ],
    ['ELIGIBILITY', texts([at(element, 'eligibility', 'criteria')].filter((one) => one !== undefined))],
  ];
  const posted = textAt(element, 'study_first_posted');
  const started = textAt(element, 'start_date');
  return {
    single: {
      title: brief ?? official,
      year: posted ?? started,
      date: posted,
      journal: 'ClinicalTrials.gov',
      accession: nctId,
      registration: [nctId, ...texts(childrenOf(at(element, 'id_info'), 'secondary_id'))]
        .filter(Boolean)
        .join('; '),
      abstract: [
        textAt(element, 'brief_summary'),
        ...described.map(([label, values]) =>
          values.length === 0 ? undefined : `${label}: ${values.join('; ')}`,
        ),
      ]
        .filter((part) => part !== undefined)
        .join(' '),
      type: textAt(element, 'study_type'),
      url: textAt(element, 'required_header', 'url') ?? textAt(element, 'url'),
    },
    authors: texts(
      childrenOf(element, 'overall_official')
        .map((one) => at(one, 'last_name'))
        .filter((one) => one !== undefined),
    ),
    keywords: [...conditions, ...texts(childrenOf(element, 'keyword'))],
    other: elementsIn(element)
      .filter(({ name }) => !taken.has(name))
      .map((one): [string, string] => [one.name, textIn(one).replace(/\s+/g, ' ').trim()]),
  };
};
