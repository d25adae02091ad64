import { hashText, StudyId } from '../../kernel';
import { windowOfWeeks, type DesignRule, type Protocol } from '../../protocol';
import { judgementOfWord } from '../../risk-of-bias';
import type { AssessmentContent } from '../../risk-of-bias';
import type { Cell, ExtractedResult, ExtractionContent } from '../content';
import { usualSign } from '../shape-forms';
import { directionOfInstrument } from './instrument-direction';
import type { SheetResult } from './sheet-results';

/** A study of a sheet as the review keeps it. */
export type SheetStudy = {
  readonly studyId: StudyId;
  readonly label: string;
  readonly content: ExtractionContent;
  /** Null where the sheet rates no risk of bias. */
  readonly assessment: AssessmentContent | null;
};

/** The id a study of a sheet has in every review: from its name, so that importing again gives the same study. */
export const studyIdOfSheet = (label: string): StudyId =>
  StudyId.parse(`sheet-${hashText(label).slice(0, 16)}`);

/** Columns that describe the study rather than a result. */
const studyColumns = [
  'year',
  'country',
  'specific_group',
  'perinatal',
  'disorder',
  'diagnosis_inclusion',
  'recruitment',
  'in_out_patients',
  'percent_women',
  'mean_age',
  'format',
  'delivery',
  'delivery2',
  'duration_int',
  'structure_intervention',
];

/**
 * The studies of a sheet with arms, results and risk of bias. The effect is the sheet's own g and standard error; means,
 * SDs and counts stay beside it, so that every number can be checked against its source.
 */
export function sheetToStudies(
  results: readonly SheetResult[],
  protocol: Protocol,
  places: SheetPlaces = usualPlaces(results, protocol),
): SheetStudy[] {
  const byStudy = new Map<string, SheetResult[]>();
  for (const result of results) byStudy.set(result.study, [...(byStudy.get(result.study) ?? []), result]);
  return [...byStudy].map(([label, rows]) => ({
    studyId: studyIdOfSheet(label),
    label,
    content: contentOf(rows, protocol, places),
    assessment: assessmentOf(rows[0], protocol),
  }));
}

/** Where the outcomes and times a sheet names belong in the protocol; null where nowhere. */
export type SheetPlaces = {
  readonly domains: ReadonlyMap<string, string | null>;
  readonly windows: ReadonlyMap<string, string | null>;
  /** Outcomes of which a person said whether higher is better, where neither protocol nor instrument tells. */
  readonly higherIsBetter?: ReadonlyMap<string, boolean>;
};

/**
 * The places their names suggest; of times the weeks decide where the name says nothing. What has no name belongs to the
 * only outcome or window there is.
 */
export function usualPlaces(results: readonly SheetResult[], protocol: Protocol): SheetPlaces {
  const domains = new Map<string, string | null>();
  const windows = new Map<string, string | null>();
  for (const result of results) {
    domains.set(
      result.domain,
      domainIdOf(result.domain, protocol) ?? onlyOne(result.domain, protocol.outcomeDomains),
    );
    const key = timeKey(result, protocol);
    windows.set(key, windowIdOf(result, protocol) ?? onlyOne(key, protocol.windows));
  }
  return { domains, windows };
}

const onlyOne = (name: string, places: readonly { readonly id: string }[]): string | null =>
  name === '' && places.length === 1 ? (places[0]?.id ?? null) : null;

/** Tells times apart: by their name, and by their weeks where no window of the protocol has that name. */
export const timeKey = ({ time, weeks }: SheetResult, protocol: Protocol): string =>
  weeks === undefined || windowNamed(time, protocol) ? time : `${time}\u0000${weeks}`;

/** Columns the protocol asks for: study characteristics, and what its plan divides or explains results by. */
const columnsOfProtocol = ({ extraction, analysis }: Protocol): readonly string[] => [
  ...(extraction?.characteristics ?? []).map(({ id }) => id),
  ...[...(analysis?.subgroups ?? []), ...(analysis?.moderators ?? [])]
    .map(({ field }) => field)
    .filter((field) => !columnsOfResults.has(field)),
];

/** What a plan may name that belongs to a result rather than to its study. */
const columnsOfResults: ReadonlySet<string> = new Set([
  'comparator',
  'armT',
  'armC',
  'instrument',
  'outcome',
  'window',
  'riskOfBias',
]);

function contentOf(rows: readonly SheetResult[], protocol: Protocol, places: SheetPlaces): ExtractionContent {
  const first = rows[0];
  const characteristics: { [name: string]: string } = {};
  for (const name of new Set([...studyColumns, ...columnsOfProtocol(protocol)])) {
    const value = first?.row.cells.get(name.toLowerCase());
    if (value !== undefined) characteristics[name] = value;
  }
  const interventions = [...new Set(rows.map((row) => row.intervention || 'Intervention'))];
  const comparators = [...new Set(rows.map((row) => row.comparator || 'Control'))];
  return {
    characteristics,
    arms: [
      ...interventions.map((label, index) => ({
        id: `t${index + 1}`,
        label,
        role: 'intervention' as const,
        comparatorId: null,
        randomised: null,
      })),
      ...comparators.map((label, index) => ({
        id: `c${index + 1}`,
        label,
        role: 'comparator' as const,
        comparatorId: comparatorIdOf(label, protocol),
        randomised: null,
      })),
    ],
    results: rows.map((row) => resultOf(row, protocol, places, interventions, comparators)),
  };
}

function resultOf(
  row: SheetResult,
  protocol: Protocol,
  places: SheetPlaces,
  interventions: readonly string[],
  comparators: readonly string[],
): ExtractedResult {
  const instrument = instrumentOf(row, protocol);
  const known = knownDirection(row, protocol);
  const said =
    known === undefined && row.g === undefined ? places.higherIsBetter?.get(row.domain) : undefined;
  const numbers = inputOfSheet(row);
  return {
    id: `row-${row.row.number}`,
    domainId: places.domains.get(row.domain) ?? null,
    outcome: row.outcome,
    instrument: row.instrument,
    instrumentId: instrument?.id ?? null,
    higherIsBetter: known ?? said ?? true,
    timepoint: {
      label: row.time,
      weeks: row.weeks ?? null,
      windowId: places.windows.get(timeKey(row, protocol)) ?? null,
    },
    armT: `t${interventions.indexOf(row.intervention || 'Intervention') + 1}`,
    armC: `c${comparators.indexOf(row.comparator || 'Control') + 1}`,
    ...numbers,
    // A ready effect counts as benefit unless somebody said that less of it is better.
    ...(said === false && usualSign(numbers.shape) === 'benefit' ? { signAs: 'difference' as const } : {}),
    note: '',
  };
}

const instrumentOf = (row: SheetResult, protocol: Protocol) =>
  protocol.outcomeDomains
    .flatMap((domain) => domain.instruments)
    .find((candidate) => sameName(candidate.name, row.instrument));

/**
 * Whether higher scores are better: by the protocol, by the instrument's manual, or because the sheet's own effect and its
 * numbers show it. Undefined where nothing tells.
 */
export function knownDirection(row: SheetResult, protocol: Protocol): boolean | undefined {
  const byNumbers =
    row.g === undefined || !row.recomputed || row.recomputed.g === 0
      ? undefined
      : Math.sign(row.g) === Math.sign(row.recomputed.g);
  return instrumentOf(row, protocol)?.higherIsBetter ?? directionOfInstrument(row.instrument) ?? byNumbers;
}

/**
 * The shape and input of a row: the sheet's effect where it states one, with its numbers beside it; else the form its numbers have.
 */
export function inputOfSheet({ g, se, numbers }: SheetResult): Pick<ExtractedResult, 'shape' | 'input'> {
  if (g !== undefined && se !== undefined) {
    const raw = numbers === undefined || numbers.values['estimate'] !== undefined ? {} : numbers.values;
    return { shape: 'generic-se', input: cells({ estimate: g, se, ...raw }) };
  }
  if (!numbers) return { shape: 'means-sds', input: {} };
  const input = cells(numbers.values);
  if (numbers.ratioType !== undefined) input['ratioType'] = { text: numbers.ratioType, value: null };
  return { shape: numbers.shape, input };
}

const cells = (values: { readonly [name: string]: number }): { [name: string]: Cell } =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { text: String(value), value }]));

/** The sheet's judgements under the tool of the study's design; null where there are none in that tool's words. */
function assessmentOf(row: SheetResult | undefined, protocol: Protocol): AssessmentContent | null {
  const words = row?.row.cells;
  if (!words?.has('overall_rob')) return null;
  const rule = ruleOfDesign(words.get('design'), protocol);
  const { tool, variant, effect } = rule ?? { tool: 'rob2', variant: 'parallel', effect: 'assignment' };
  if (tool !== 'rob2' && tool !== 'robins-i') return null;
  const judgements: { [id: string]: { judgement: string; reason: string } } = {};
  for (const id of ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'overall']) {
    const word = words.get(id === 'overall' ? 'overall_rob' : `rob_${id.toLowerCase()}`) ?? '';
    const judgement =
      tool === 'robins-i'
        ? robinsJudgement(word)
        : id === 'D6' || id === 'D7'
          ? undefined
          : judgementOfWord(word);
    if (judgement) judgements[id] = { judgement, reason: 'From the imported sheet' };
  }
  if (rule && Object.keys(judgements).length === 0) return null;
  return { tool, variant, effect, ...(rule ? { design: rule.id } : {}), answers: {}, judgements };
}

const robinsJudgement = (word: string): string | undefined =>
  ['Low', 'Moderate', 'Serious', 'Critical', 'No information'].find(
    (judgement) => plain(judgement) === plain(word).replace(/risk$/u, ''),
  );

/** The protocol's rule for a design as sheets write it; undefined where the protocol has one tool for all or none fits. */
function ruleOfDesign(design: string | undefined, { riskOfBias }: Protocol): DesignRule | undefined {
  const rules = riskOfBias.designs ?? [];
  if (design === undefined) return undefined;
  const named = rules.find(({ id, label }) => plain(id) === plain(design) || plain(label) === plain(design));
  if (named) return named;
  const id = designPatterns.find(([pattern]) => pattern.test(design))?.[1];
  return rules.find((rule) => rule.id === id);
}

const designPatterns: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/(?:not?n?|niet)[ -]?(?:ge)?randomi|quasi|cohort|controlled before/iu, 'non-randomised'],
  [/before|pre-?post/iu, 'before-after'],
  [/qualitati|kwalitati/iu, 'qualitative'],
  [/cluster/iu, 'cluster'],
  [/cross-?over/iu, 'crossover'],
  [/random|\brct\b/iu, 'parallel'],
];

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/gu, '');
const sameName = (a: string, b: string): boolean =>
  plain(a) === plain(b) || plain(a.replace(/\(.*?\)/gu, '')) === plain(b);

const domainIdOf = (name: string, protocol: Protocol): string | null =>
  protocol.outcomeDomains.find(
    (domain) => plain(domain.label) === plain(name) || plain(name).startsWith(plain(domain.id)),
  )?.id ?? null;

const windowNamed = (time: string, { windows }: Protocol): Protocol['windows'][number] | undefined =>
  windows.find(({ id, label }) => plain(id) === plain(time) || plain(label) === plain(time));

const windowIdOf = ({ time, weeks }: SheetResult, protocol: Protocol): string | null =>
  (windowNamed(time, protocol) ?? (weeks === undefined ? null : windowOfWeeks(protocol, weeks)))?.id ?? null;

function comparatorIdOf(label: string, protocol: Protocol): string | null {
  const found = protocol.comparators.find(
    (comparator) => plain(comparator.id) === plain(label) || plain(comparator.label) === plain(label),
  );
  if (found) return found.id;
  return plain(label) === 'other'
    ? (protocol.comparators.find(({ id }) => id === 'inactive')?.id ?? null)
    : null;
}
