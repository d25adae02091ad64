import { at, childrenOf, elementsIn, parseElements, textAt, type XmlElement } from '../../formats/xml';
import type { SheetTable } from './sheet-table';

/**
 * The data of a review as Review Manager 5 keeps it (.rm5, also the "statistical data" of a published Cochrane review) or
 * exports it (CSV of "Data and analyses"): the studies under every outcome of every comparison, as a table with the column
 * names of the Metapsy standard. Source: the files themselves; Review Manager 5.4 user guide.
 */
const header = [
  'study',
  'year',
  'comparison_name',
  'outcome_category',
  'subgroup',
  'condition_arm1',
  'condition_arm2',
  'effect_measure',
  'event_arm1',
  'totaln_arm1',
  'event_arm2',
  'totaln_arm2',
  'mean_arm1',
  'sd_arm1',
  'n_arm1',
  'mean_arm2',
  'sd_arm2',
  'n_arm2',
  'yi',
  'sei',
] as const;
type Column = (typeof header)[number];
type Row = { readonly [C in Column]?: string | undefined };

/** How many characters of a file are looked at to tell what it is. */
const telling = 2_000;

/** Whether a text is a review of Review Manager 5. */
export const isRevMan5 = (text: string): boolean => /<COCHRANE_REVIEW[\s>]/u.test(text.slice(0, telling));

/** The table of a review of Review Manager 5; without rows where it holds no data. */
export function tableOfRevMan5(text: string): SheetTable {
  const review = parseElements(text).elements.find(({ name }) => name === 'COCHRANE_REVIEW');
  const studies = studiesOf(at(review, 'STUDIES_AND_REFERENCES', 'STUDIES'));
  const rows = childrenOf(at(review, 'ANALYSES_AND_DATA'), 'COMPARISON').flatMap((comparison) =>
    elementsIn(comparison)
      .filter(({ name }) => name.endsWith('_OUTCOME'))
      .flatMap((outcome) => rowsOfOutcome(outcome, textAt(comparison, 'NAME') ?? '', studies)),
  );
  return tableOf(rows);
}

type Studies = ReadonlyMap<string, { readonly name: string; readonly year: string }>;

function studiesOf(studies: XmlElement | undefined): Studies {
  return new Map(
    elementsIn(studies)
      .flatMap((group) => childrenOf(group, 'STUDY'))
      .map(({ attributes }) => [
        attributes['ID'] ?? '',
        { name: attributes['NAME'] ?? '', year: attributes['YEAR'] ?? '' },
      ]),
  );
}

function rowsOfOutcome(outcome: XmlElement, comparison: string, studies: Studies): Row[] {
  const kind = outcome.name.replace(/_OUTCOME$/u, '');
  const common: Row = {
    comparison_name: comparison,
    outcome_category: textAt(outcome, 'NAME'),
    condition_arm1: textAt(outcome, 'GROUP_LABEL_1'),
    condition_arm2: textAt(outcome, 'GROUP_LABEL_2'),
    effect_measure: outcome.attributes['EFFECT_MEASURE'],
  };
  const rowsIn = (element: XmlElement, subgroup: string): Row[] =>
    childrenOf(element, `${kind}_DATA`).map(({ attributes }) => {
      const id = attributes['STUDY_ID'] ?? '';
      const study = studies.get(id);
      return {
        ...common,
        subgroup,
        study: study?.name ?? id.replace(/^STD-/u, ''),
        year: study?.year,
        ...numbersOf(kind, (name) => attributes[name]),
      };
    });
  return [
    ...rowsIn(outcome, ''),
    ...childrenOf(outcome, `${kind}_SUBGROUP`).flatMap((subgroup) =>
      rowsIn(subgroup, textAt(subgroup, 'NAME') ?? ''),
    ),
  ];
}

/** The numbers of one study by the kind of outcome: dichotomous, continuous, O − E and variance, inverse variance. */
function numbersOf(kind: string, value: (name: string) => string | undefined): Row {
  switch (kind) {
    case 'DICH':
      return {
        event_arm1: value('EVENTS_1'),
        totaln_arm1: value('TOTAL_1'),
        event_arm2: value('EVENTS_2'),
        totaln_arm2: value('TOTAL_2'),
      };
    case 'CONT':
      return {
        mean_arm1: value('MEAN_1'),
        sd_arm1: value('SD_1'),
        n_arm1: value('TOTAL_1'),
        mean_arm2: value('MEAN_2'),
        sd_arm2: value('SD_2'),
        n_arm2: value('TOTAL_2'),
      };
    case 'IPD':
      return ofObservedMinusExpected(Number(value('O_E')), Number(value('VAR')));
    default:
      return { yi: value('ESTIMATE'), sei: value('SE') };
  }
}

/** The log hazard or odds ratio of O − E and its variance V: (O − E)/V, standard error 1/√V. Source: Yusuf et al. 1985. */
const ofObservedMinusExpected = (difference: number, variance: number): Row =>
  variance > 0 ? { yi: String(difference / variance), sei: String(1 / Math.sqrt(variance)) } : {};

/** Whether a table is the CSV that Review Manager 5 exports. */
export const isRevMan5Export = ({ rows: [first] }: SheetTable): boolean =>
  ['Comparison Number', 'Outcome Number', 'Name'].every((name) => first?.some((cell) => cell.endsWith(name)));

/** The same table of the CSV that Review Manager 5 exports: comparisons, outcomes and subgroups stand in rows of their own. */
export function tableOfRevMan5Export({ rows: [first = [], ...lines] }: SheetTable): SheetTable {
  const places = new Map(first.map((name, place) => [name.replace(/^\uFEFF/u, '').trim(), place]));
  const rows: Row[] = [];
  let comparison = '';
  let subgroup = '';
  let outcome: Row & { readonly kind?: string } = {};
  for (const line of lines) {
    const cell = (name: string): string => line[places.get(name) ?? -1]?.trim() ?? '';
    const name = cell('Name');
    const kind = cell('Data Type');
    if (cell('Outcome Number') === '0') comparison = name;
    else if (kind !== '') {
      subgroup = '';
      outcome = {
        kind,
        outcome_category: name,
        condition_arm1: cell('Group Label 1'),
        condition_arm2: cell('Group Label 2'),
        effect_measure: cell('Effect Measure'),
      };
    } else if (cell('Year of study') === '' && cell('User defined order') === '' && cell('SE') === '')
      subgroup = name;
    else {
      const { kind: ofOutcome = '', ...common } = outcome;
      const numbers = numbersOf(kindOfExport(ofOutcome), (attribute) =>
        cell(columnOfAttribute[attribute] ?? ''),
      );
      rows.push({
        ...common,
        comparison_name: comparison,
        subgroup: cell('Subgroup Number') === '0' ? '' : subgroup,
        study: name,
        year: cell('Year of study'),
        ...(isRatio(common.effect_measure) ? asLogarithm(numbers) : numbers),
      });
    }
  }
  return tableOf(rows);
}

const kindOfExport = (kind: string): string =>
  ({ DIC: 'DICH', DICH: 'DICH', CON: 'CONT', CONT: 'CONT', IPD: 'IPD', OTH: 'IPD' })[kind] ?? 'IV';

/** Columns of the CSV by the attributes of the file. */
const columnOfAttribute: { readonly [attribute: string]: string } = {
  EVENTS_1: 'Events 1',
  TOTAL_1: 'Total 1',
  EVENTS_2: 'Events 2',
  TOTAL_2: 'Total 2',
  MEAN_1: 'Mean 1',
  SD_1: 'SD 1',
  MEAN_2: 'Mean 2',
  SD_2: 'SD 2',
  ESTIMATE: 'Effect Estimate',
  SE: 'SE',
  O_E: 'O-E',
  VAR: 'Variance',
};

const isRatio = (measure = ''): boolean => /^(?:OR|RR|HR|PETO_?OR|ROM)$|ratio/iu.test(measure);

/** The export gives effects as ratios beside standard errors of their logarithms. */
const asLogarithm = (row: Row): Row =>
  Number(row.yi) > 0 ? { ...row, yi: String(Math.log(Number(row.yi))) } : row;

/** An outcome that several comparisons have is named with its comparison, so that they are not pooled together. */
function tableOf(rows: readonly Row[]): SheetTable {
  const comparisons = new Map<string, Set<string>>();
  for (const { outcome_category: outcome = '', comparison_name: comparison = '' } of rows)
    comparisons.set(outcome, (comparisons.get(outcome) ?? new Set()).add(comparison));
  const named = rows.map((row): Row => {
    const { outcome_category: outcome = '', comparison_name: comparison = '' } = row;
    const shared = (comparisons.get(outcome)?.size ?? 0) > 1;
    return shared ? { ...row, outcome_category: `${comparison}: ${outcome}` } : row;
  });
  return { delimiter: '', rows: [header, ...named.map((row) => header.map((column) => row[column] ?? ''))] };
}
