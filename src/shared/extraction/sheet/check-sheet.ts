import { evaluateOverall, judgementOfWord, type Judgement } from '../../risk-of-bias';
import type { SheetImported } from '../events';
import { directionOfInstrument } from './instrument-direction';
import type { Sheet } from './read-sheet';
import type { SheetResult } from './sheet-results';

export type SheetFinding = SheetImported['findings'][number];

/** Agreement with the sheet's own effect: rounding to two decimals passes. */
const sameEffect = (a: number, b: number): boolean => Math.abs(a - b) <= 0.0075;
const sameError = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 + 0.01 * Math.abs(b);
/** A standardised difference beyond this is rare enough in the field to look at again. */
const unusualEffect = 0.8;

/**
 * Looks for what is probably wrong in an extraction sheet. Nothing is changed or dropped; each finding names its row
 * and the numbers it rests on, and a person decides.
 */
export function checkSheet(sheet: Sheet, results: readonly SheetResult[]): SheetFinding[] {
  return [
    ...results.flatMap((result) => [
      ...shape(sheet, result),
      ...effect(result),
      ...direction(result),
      ...misplaced(result, results),
      ...standardDeviation(result, results),
      ...riskOfBias(result),
      ...text(result),
    ]),
    ...sharedControls(results),
    ...timeUnits(results),
  ].sort((a, b) => a.row - b.row);
}

const finding = (
  result: SheetResult,
  code: string,
  severity: SheetFinding['severity'],
  detail: SheetFinding['detail'] = {},
): SheetFinding => ({ row: result.row.number, study: result.study, code, severity, detail });

function shape(sheet: Sheet, result: SheetResult): SheetFinding[] {
  const { width } = result.row;
  return width === sheet.header.length
    ? []
    : [finding(result, 'row-shape', 'error', { cells: width, columns: sheet.header.length })];
}

/** The sheet's effect against the one its own numbers give. */
function effect(result: SheetResult): SheetFinding[] {
  const { g, se, recomputed, means, events, readyG } = result;
  if (g === undefined || se === undefined) {
    return recomputed || readyG !== undefined ? [] : [finding(result, 'no-effect', 'error')];
  }
  const findings: SheetFinding[] = [];
  if (recomputed && !sameEffect(Math.abs(g), Math.abs(recomputed.g))) {
    findings.push(finding(result, 'g-differs', 'error', { sheet: g, recomputed: recomputed.g }));
  }
  if (recomputed && !sameError(recomputed.se, se)) {
    findings.push(finding(result, 'se-differs', 'warning', { sheet: se, recomputed: recomputed.se }));
  }
  if (!means && !events && readyG === undefined)
    findings.push(finding(result, 'no-source', 'warning', { g }));
  if (Math.abs(g) > unusualEffect) findings.push(finding(result, 'unusual-effect', 'warning', { g }));
  return findings;
}

/** The sign of the sheet's effect against the direction of the instrument and the raw means. */
function direction(result: SheetResult): SheetFinding[] {
  const { g, recomputed, instrument } = result;
  const higherIsBetter = directionOfInstrument(instrument);
  if (g === undefined || !recomputed || higherIsBetter === undefined || Math.abs(recomputed.g) < 0.005)
    return [];
  const expected = higherIsBetter ? recomputed.g : -recomputed.g;
  return Math.sign(g) === Math.sign(expected)
    ? []
    : [finding(result, 'sign', 'error', { sheet: g, expected, instrument })];
}

/** Event counts and ready effects that belong to another row. */
function misplaced(result: SheetResult, results: readonly SheetResult[]): SheetFinding[] {
  const findings: SheetFinding[] = [];
  const { g, se, readyG, readySe, events, outcomeType } = result;
  if (readyG !== undefined && (g === undefined || !sameEffect(g, readyG))) {
    const owner = results.find(
      (other) =>
        other.g !== undefined &&
        other.se !== undefined &&
        Math.abs(other.g - readyG) < 1e-6 &&
        (readySe === undefined || Math.abs(other.se - readySe) < 1e-6),
    );
    findings.push(
      owner
        ? finding(result, 'ready-effect-of-other-row', 'error', {
            value: readyG,
            row: owner.row.number,
            study: owner.study,
          })
        : finding(result, 'ready-effect-differs', 'error', { value: readyG, sheet: g ?? '', se: se ?? '' }),
    );
  }
  if (events && outcomeType !== '' && !outcomeType.startsWith('dich') && outcomeType !== 'response') {
    findings.push(finding(result, 'events-in-wrong-row', 'error', { type: outcomeType }));
  }
  if (!events && outcomeType.startsWith('dich')) findings.push(finding(result, 'events-missing', 'error'));
  return findings;
}

/**
 * A standard error typed as a standard deviation: far below the instrument's SDs elsewhere in the sheet, and times the
 * root of n it fits them; or, where the instrument stands alone, a large effect with an SD that small against the mean.
 */
function standardDeviation(result: SheetResult, results: readonly SheetResult[]): SheetFinding[] {
  const { means, instrument, g } = result;
  if (!means) return [];
  const key = instrumentKey(instrument);
  const others = results
    .filter(
      (other) => other !== result && other.study !== result.study && instrumentKey(other.instrument) === key,
    )
    .flatMap((other) => (other.means ? [other.means['sdT'] ?? 0, other.means['sdC'] ?? 0] : []))
    .filter((sd) => sd > 0);
  const { sdT = 0, nT = 0, sdC = 0, nC = 0, meanT = 0, meanC = 0 } = means;
  const asErrors = [sdT * Math.sqrt(nT), sdC * Math.sqrt(nC)];
  const detail = { sdT, sdC, asSdT: asErrors[0] ?? 0, asSdC: asErrors[1] ?? 0 };
  if (others.length > 0) {
    const typical = median(others);
    const tooSmall = Math.max(sdT, sdC) < typical / 3;
    const fits = asErrors.every((sd) => sd > typical / 2 && sd < typical * 2);
    return tooSmall && fits ? [finding(result, 'se-as-sd', 'error', { ...detail, typical })] : [];
  }
  const spread = Math.max(sdT, sdC) / Math.max(Math.abs(meanT), Math.abs(meanC), 1e-9);
  const suspicious = Math.abs(g ?? 0) > unusualEffect && spread < 0.08;
  return suspicious ? [finding(result, 'se-as-sd', 'warning', detail)] : [];
}

/** "RAS - total", "RAS-24", "Recovery Assessment Scale": the letters an instrument is known by. */
const instrumentKey = (instrument: string): string =>
  instrument
    .toLowerCase()
    .replace(/\(.*?\)/gu, '')
    .split(/[-–,:]/u)[0]
    ?.replace(/[^a-z]+/gu, '') ?? '';

function riskOfBias(result: SheetResult): SheetFinding[] {
  const { cells } = result.row;
  const overallWord = cells.get('overall_rob');
  if (overallWord === undefined) return [];
  const words = [1, 2, 3, 4, 5].map((number) => cells.get(`rob_d${number}`));
  const unknown = [...words, overallWord].find(
    (word) => word !== undefined && judgementOfWord(word) === undefined,
  );
  if (unknown !== undefined) return [finding(result, 'rob-word', 'warning', { word: unknown })];
  const domains = words.map((word): Judgement | null =>
    word === undefined ? null : (judgementOfWord(word) ?? null),
  );
  const { suggested, flags } = evaluateOverall(domains);
  const overall = judgementOfWord(overallWord);
  if (suggested === null || overall === undefined || suggested === overall) return [];
  // Several concerns may be judged High together (Sterne et al. 2019).
  if (overall === 'High' && flags.includes('consider-high')) return [];
  return [finding(result, 'rob-rule', 'warning', { sheet: overall, rule: suggested })];
}

/** Text that was once read in the wrong encoding. */
const text = (result: SheetResult): SheetFinding[] =>
  /Ã.|â€/u.test(`${result.study} ${result.instrument}`)
    ? [finding(result, 'garbled-text', 'note', { text: `${result.study}: ${result.instrument}` })]
    : [];

/** Several rows of one study, domain and time: rows with different arms share a control, others repeat participants. */
function sharedControls(results: readonly SheetResult[]): SheetFinding[] {
  const groups = new Map<string, SheetResult[]>();
  for (const result of results) {
    const key = [result.study, result.domain, result.time].join('\u0000');
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < 2
      ? []
      : group.slice(1).map((result) =>
          finding(result, 'shared-control', 'warning', {
            other: group[0]?.row.number ?? 0,
            domain: result.domain,
          }),
        ),
  );
}

/** A post-test that would lie before the end of the intervention: months under a weeks header. */
function timeUnits(results: readonly SheetResult[]): SheetFinding[] {
  const early = results.filter((result) => {
    const months = /(\d+(?:[.,]\d+)?)\s*(?:months?|maanden)/iu.exec(
      result.row.cells.get('duration_int') ?? '',
    )?.[1];
    if (months === undefined || result.weeks === undefined) return false;
    return result.weeks < Number(months.replace(',', '.')) * 4.345 * 0.75;
  });
  const first = early[0];
  if (!first) return [];
  return [
    {
      row: 0,
      study: '',
      code: 'months-as-weeks',
      severity: 'error',
      detail: {
        rows: early.length,
        example: first.study,
        weeks: first.weeks ?? 0,
        duration: first.row.cells.get('duration_int') ?? '',
      },
    },
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
