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

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Results are the same one when domain, instrument and time are; two coders never share ids. */
const resultKey = (result: ExtractedResult): string =>
  [
    result.domainId ?? '',
    result.instrumentId ?? plain(result.instrument),
    result.timepoint.windowId ?? plain(result.timepoint.label),
  ].join('|');

const resultName = (result: ExtractedResult): string =>
  [result.instrument, result.timepoint.label].filter(Boolean).join(', ');

/** Equal numbers are equal however they were typed; without numbers the texts count. */
const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean => {
  if (a?.value !== undefined && a.value !== null && b?.value !== undefined && b.value !== null)
    return a.value === b.value;
  return (a?.text ?? '').trim() === (b?.text ?? '').trim();
};

/** Lays two extractions side by side, cell by cell. What both say alike is not in the list. */
export function compareExtractions(
  first: ExtractionContent,
  second: ExtractionContent,
): ExtractionDifference[] {
  const differences: ExtractionDifference[] = [];
  for (const name of union(Object.keys(first.characteristics), Object.keys(second.characteristics))) {
    const [a, b] = [first.characteristics[name] ?? '', second.characteristics[name] ?? ''];
    if (plain(a) !== plain(b)) {
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
  const others = new Map(second.results.map((result) => [resultKey(result), result]));
  for (const result of first.results) {
    const key = resultKey(result);
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
    differences.push(...compareResults(key, result, other));
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
    if (!sameCell(a, b)) add(field, a?.text ?? '', b?.text ?? '');
  }
  return differences;
}

/** The final extraction: what both say alike, and for every difference the chosen side. Unchosen lines keep the first. */
export function mergeExtractions(
  first: ExtractionContent,
  second: ExtractionContent,
  choices: { readonly [line: string]: Side | undefined },
): ExtractionContent {
  const chosen = (line: string): Side => choices[line] ?? 'first';
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
  const others = new Map(second.results.map((result) => [resultKey(result), result]));
  for (const result of first.results) {
    const key = resultKey(result);
    const other = others.get(key);
    others.delete(key);
    if (!other) {
      if (chosen(`result|${key}`) === 'first') results.push(result);
    } else results.push(mergeResults(key, result, other, chosen));
  }
  for (const [key, result] of others) {
    if (choices[`result|${key}`] === 'second') results.push(withArmsOf(result, second, first));
  }
  return { characteristics, arms: [...arms, ...added], results };
}

function mergeResults(
  key: string,
  first: ExtractedResult,
  second: ExtractedResult,
  chosen: (line: string) => Side,
): ExtractedResult {
  const side = (field: string): ExtractedResult =>
    chosen(`cell|${key}|${field}`) === 'second' ? second : first;
  if (first.shape !== second.shape) {
    const source = side('shape');
    return { ...first, shape: source.shape, input: source.input };
  }
  const input: ExtractedResult['input'] = {};
  for (const field of union(Object.keys(first.input), Object.keys(second.input))) {
    const cell = side(field).input[field];
    if (cell) input[field] = cell;
  }
  return {
    ...first,
    input,
    higherIsBetter: side('higherIsBetter').higherIsBetter,
    timepoint: { ...first.timepoint, weeks: side('weeks').timepoint.weeks },
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
