import { withinTolerance, type CharacteristicField, type ToleranceRule } from '../protocol';
import { codedAnswer } from './coded-characteristics';
import { plain } from './plain-text';
import { fieldsOfForm, shapeForm } from './shape-forms';
import type { Cell, ExtractedResult, ExtractionContent } from './content';

/** One line in which two coders' extractions of a study differ. */
export type ExtractionDifference = {
  /** Unique within the comparison; what a choice refers to. */
  readonly line: string;
  readonly about: 'characteristic' | 'arm' | 'result' | 'cell';
  /** Where: a characteristic, an arm, a result (instrument and time). */
  readonly subject: string;
  /** The field, for cells; empty where the whole subject is meant. */
  readonly field: string;
  /** The form a cell belongs to. */
  readonly shape?: string;
  readonly first: string | null;
  readonly second: string | null;
};

export type Side = 'first' | 'second';

/** What is taken over for a line: what one coder has, or a value read anew when both looked again. */
export type ValueChoice = Side | { readonly typed: Cell };

/**
 * Results are the same one when they stand in the same cell of a settled structure; without one, when domain,
 * instrument and time are, the nth of one coder with the nth of the other.
 */
function resultsByKey(content: ExtractionContent, inStructure: boolean): Map<string, ExtractedResult> {
  const results = new Map<string, ExtractedResult>();
  for (const result of content.results) {
    const key = inStructure
      ? result.id
      : [
          result.domainId ?? '',
          result.instrumentId ?? plain(result.instrument),
          result.timepoint.windowId ?? plain(result.timepoint.label),
        ].join('|');
    let copy = key;
    for (let nth = 2; results.has(copy); nth += 1) copy = `${key}|${nth}`;
    results.set(copy, result);
  }
  return results;
}

const bothStructured = (first: ExtractionContent, second: ExtractionContent): boolean =>
  first.structure !== undefined && first.structure === second.structure;

const resultName = (result: ExtractedResult): string =>
  [result.instrument, result.timepoint.label].filter(Boolean).join(', ');

/** Equal numbers are equal however they were typed, also within the tolerance; without numbers the texts count. */
function sameCell(
  a: Cell | undefined,
  b: Cell | undefined,
  field: string,
  tolerances: readonly ToleranceRule[],
): boolean {
  if (a?.value !== undefined && a.value !== null && b?.value !== undefined && b.value !== null)
    return withinTolerance(tolerances, field, a.value, b.value);
  return (a?.text ?? '').trim() === (b?.text ?? '').trim();
}

/** The name under which tolerances know a field: `sd` for `sdT` and `sdC`. */
const nameOfField = (shape: string, key: string): string => {
  const form = shapeForm(shape);
  const field = form && fieldsOfForm(form).find((candidate) => candidate.key === key);
  return field?.name ?? key;
};

/** Of two values that count as the same one, the one printed with more digits; else the first. */
const moreExact = (a: Cell | undefined, b: Cell | undefined): Cell | undefined => {
  const digits = (cell: Cell | undefined): number => (cell?.text ?? '').replace(/\D/gu, '').length;
  return digits(b) > digits(a) ? b : a;
};

/** What the protocol says about how close two extractions have to be. */
export type ComparisonRules = {
  readonly tolerances?: readonly ToleranceRule[];
  readonly characteristics?: readonly CharacteristicField[];
};

/** Answers to a field of the codebook are compared as analyses read them, others as names. */
function sameAnswer(name: string, a: string, b: string, rules: ComparisonRules): boolean {
  const field = rules.characteristics?.find(({ id }) => id === name);
  if (!field || field.kind === 'text') return plain(a) === plain(b);
  const [first, second] = [codedAnswer(field, a), codedAnswer(field, b)];
  if (field.kind !== 'number' || first === '' || second === '') return first === second;
  return withinTolerance(rules.tolerances ?? [], name, Number(first), Number(second)) || first === second;
}

/** Lays two extractions side by side, cell by cell. What both say alike is not in the list. */
export function compareExtractions(
  first: ExtractionContent,
  second: ExtractionContent,
  { tolerances = [], characteristics = [] }: ComparisonRules = {},
): ExtractionDifference[] {
  const differences: ExtractionDifference[] = [];
  for (const name of union(Object.keys(first.characteristics), Object.keys(second.characteristics))) {
    const [a, b] = [first.characteristics[name] ?? '', second.characteristics[name] ?? ''];
    if (!sameAnswer(name, a, b, { tolerances, characteristics })) {
      differences.push({
        line: `characteristic|${name}`,
        about: 'characteristic',
        subject: name,
        field: '',
        first: a || null,
        second: b || null,
      });
    }
  }
  for (const label of union(armNames(first), armNames(second))) {
    const [a, b] = [hasArm(first, label), hasArm(second, label)];
    if (a !== b)
      differences.push({
        line: `arm|${label}`,
        about: 'arm',
        subject: label,
        field: '',
        first: a ? label : null,
        second: b ? label : null,
      });
  }
  const inStructure = bothStructured(first, second);
  const others = resultsByKey(second, inStructure);
  for (const [key, result] of resultsByKey(first, inStructure)) {
    const other = others.get(key);
    if (!other) {
      differences.push({
        line: `result|${key}`,
        about: 'result',
        subject: resultName(result),
        field: '',
        first: resultName(result),
        second: null,
      });
      continue;
    }
    others.delete(key);
    differences.push(...compareResults(key, result, other, tolerances));
  }
  for (const [key, result] of others) {
    differences.push({
      line: `result|${key}`,
      about: 'result',
      subject: resultName(result),
      field: '',
      first: null,
      second: resultName(result),
    });
  }
  return differences;
}

function compareResults(
  key: string,
  first: ExtractedResult,
  second: ExtractedResult,
  tolerances: readonly ToleranceRule[],
): ExtractionDifference[] {
  const differences: ExtractionDifference[] = [];
  const subject = resultName(first);
  const add = (field: string, a: string, b: string): void => {
    differences.push({
      line: `cell|${key}|${field}`,
      about: 'cell',
      subject,
      field,
      shape: first.shape,
      first: a || null,
      second: b || null,
    });
  };
  if (first.shape !== second.shape) {
    add('shape', first.shape, second.shape);
    return differences;
  }
  if (first.higherIsBetter !== second.higherIsBetter)
    add('higherIsBetter', String(first.higherIsBetter), String(second.higherIsBetter));
  if (first.timepoint.weeks !== second.timepoint.weeks) {
    add('weeks', String(first.timepoint.weeks ?? ''), String(second.timepoint.weeks ?? ''));
  }
  for (const field of union(Object.keys(first.input), Object.keys(second.input))) {
    const [a, b] = [first.input[field], second.input[field]];
    if (!sameCell(a, b, nameOfField(first.shape, field), tolerances))
      add(field, a?.text ?? '', b?.text ?? '');
  }
  if ((first.signAs ?? '') !== (second.signAs ?? '')) add('signAs', first.signAs ?? '', second.signAs ?? '');
  for (const option of union(Object.keys(first.options ?? {}), Object.keys(second.options ?? {}))) {
    const [a, b] = [first.options?.[option] ?? '', second.options?.[option] ?? ''];
    if (a !== b) add(`option:${option}`, a, b);
  }
  return differences;
}

/** The final extraction: what both say alike, and for every difference the chosen side. Unchosen lines keep the first. */
export function mergeExtractions(
  first: ExtractionContent,
  second: ExtractionContent,
  choices: { readonly [line: string]: ValueChoice | undefined },
): ExtractionContent {
  const chosen = (line: string): ValueChoice => choices[line] ?? 'first';
  const characteristics = { ...first.characteristics };
  for (const name of Object.keys(second.characteristics)) {
    const value = second.characteristics[name];
    const known = characteristics[name] !== undefined;
    if (value !== undefined && chosen(`characteristic|${name}`) === 'second') characteristics[name] = value;
    else if (value !== undefined && !known && plain(value) === '') characteristics[name] = value;
  }
  const arms = first.arms.filter(
    (arm) => hasArm(second, arm.label) || chosen(`arm|${plainLabel(arm.label)}`) === 'first',
  );
  const added = second.arms.filter(
    (arm) => !hasArm(first, arm.label) && choices[`arm|${plainLabel(arm.label)}`] === 'second',
  );
  const results: ExtractedResult[] = [];
  const inStructure = bothStructured(first, second);
  const others = resultsByKey(second, inStructure);
  for (const [key, result] of resultsByKey(first, inStructure)) {
    const other = others.get(key);
    others.delete(key);
    if (!other) {
      if (chosen(`result|${key}`) === 'first') results.push(result);
    } else results.push(mergeResults(key, result, other, choices));
  }
  for (const [key, result] of others) {
    if (choices[`result|${key}`] === 'second') results.push(withArmsOf(result, second, first));
  }
  return { ...first, characteristics, arms: [...arms, ...added], results };
}

function mergeResults(
  key: string,
  first: ExtractedResult,
  second: ExtractedResult,
  choices: { readonly [line: string]: ValueChoice | undefined },
): ExtractedResult {
  const choice = (field: string): ValueChoice | undefined => choices[`cell|${key}|${field}`];
  const side = (field: string): ExtractedResult => (choice(field) === 'second' ? second : first);
  if (first.shape !== second.shape) {
    const { shape, input, options, signAs } = side('shape');
    return { ...first, shape, input, options, signAs };
  }
  const input: ExtractedResult['input'] = {};
  for (const field of union(Object.keys(first.input), Object.keys(second.input))) {
    const chosen = choice(field);
    const [a, b] = [first.input[field], second.input[field]];
    const cell =
      typeof chosen === 'object'
        ? chosen.typed
        : chosen === undefined
          ? moreExact(a, b)
          : side(field).input[field];
    if (cell) input[field] = cell;
  }
  const options: { [name: string]: string } = {};
  for (const name of union(Object.keys(first.options ?? {}), Object.keys(second.options ?? {}))) {
    const option = side(`option:${name}`).options?.[name];
    if (option !== undefined) options[name] = option;
  }
  const { signAs } = side('signAs');
  return {
    ...first,
    input,
    higherIsBetter: side('higherIsBetter').higherIsBetter,
    timepoint: { ...first.timepoint, weeks: side('weeks').timepoint.weeks },
    ...(Object.keys(options).length > 0 ? { options } : {}),
    ...(signAs === undefined ? {} : { signAs }),
  };
}

/** A result of the second coder in terms of the first coder's arms, matched by name. */
function withArmsOf(
  result: ExtractedResult,
  own: ExtractionContent,
  target: ExtractionContent,
): ExtractedResult {
  const match = (id: string): string => {
    const label = own.arms.find((arm) => arm.id === id)?.label ?? '';
    return target.arms.find((arm) => plainLabel(arm.label) === plainLabel(label))?.id ?? id;
  };
  return { ...result, armT: match(result.armT), armC: match(result.armC) };
}

const plainLabel = (label: string): string => plain(label);
const armNames = (content: ExtractionContent): string[] => content.arms.map((arm) => plainLabel(arm.label));
const hasArm = (content: ExtractionContent, label: string): boolean =>
  armNames(content).includes(plainLabel(label));
const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
