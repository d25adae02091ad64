import {
  effectOfResult,
  type Arm,
  type Cell,
  type ExtractedResult,
  type ExtractionContent,
} from '../extraction';
import type { SheetStudy } from '../extraction/sheet';
import { hashText, StudyId } from '../kernel';
import type { Protocol } from '../protocol';
import { judgementOfWord, type AssessmentContent } from '../risk-of-bias';
import type { PoolingSheet, PoolingSheetRow } from './pooling-sheet';

/**
 * The studies of a pooling sheet as extractions, so that a sheet that was handed over can be brought into a review again.
 * Under the protocol the sheet was made with, the review gives the same rows. Where its numbers do not give its effect
 * (an option of the analyst that no row keeps, another measure), the effect itself is taken, with the numbers beside it.
 */
export function studiesOfSheet({ rows }: Pick<PoolingSheet, 'rows'>, protocol: Protocol): SheetStudy[] {
  const studies = new Map<string, PoolingSheetRow[]>();
  for (const row of rows) studies.set(row.studyId, [...(studies.get(row.studyId) ?? []), row]);
  return [...studies].map(([id, own]): SheetStudy => {
    const studyId = StudyId.safeParse(id);
    return {
      studyId: studyId.success ? studyId.data : StudyId.parse(`sheet-${hashText(id).slice(0, 16)}`),
      label: own[0]?.study ?? id,
      content: contentOf(own, protocol),
      assessment: assessmentOf(own[0]),
    };
  });
}

function contentOf(rows: readonly PoolingSheetRow[], protocol: Protocol): ExtractionContent {
  const arms: Arm[] = [];
  const armId = (label: string, role: Arm['role'], comparator: string): string => {
    const comparatorId =
      role === 'comparator'
        ? (protocol.comparators.find((candidate) => candidate.label === comparator)?.id ?? null)
        : null;
    const known = arms.find(
      (arm) => arm.label === label && arm.role === role && arm.comparatorId === comparatorId,
    );
    if (known) return known.id;
    const id = `a${arms.length + 1}`;
    arms.push({ id, label, role, comparatorId, randomised: null });
    return id;
  };
  const results = rows.map((row): ExtractedResult => {
    const about = {
      id: row.resultId,
      domainId: protocol.outcomeDomains.some(({ id }) => id === row.domainId) ? row.domainId : null,
      outcome: row.outcome,
      instrument: row.instrument,
      instrumentId: instrumentIdOf(row, protocol),
      higherIsBetter: row.higherIsBetter,
      timepoint: {
        label: row.timepoint,
        weeks: row.weeks,
        windowId: protocol.windows.some(({ id }) => id === row.windowId) ? row.windowId : null,
      },
      armT: armId(row.armT, 'intervention', ''),
      armC: armId(row.armC, 'comparator', row.comparator),
      note: '',
    };
    return { ...about, ...numbersOf(row, protocol) };
  });
  return { characteristics: rows[0]?.characteristics ?? {}, arms, results };
}

const instrumentIdOf = (row: PoolingSheetRow, protocol: Protocol): string | null =>
  protocol.outcomeDomains
    .flatMap(({ instruments }) => instruments)
    .find(({ name, higherIsBetter }) => name === row.instrument && higherIsBetter === row.higherIsBetter)
    ?.id ?? null;

function numbersOf(
  row: PoolingSheetRow,
  protocol: Protocol,
): Pick<ExtractedResult, 'shape' | 'input' | 'signAs'> {
  const input = inputOf(row);
  const { shape, higherIsBetter } = row;
  const own = effectOfResult({ shape, input, higherIsBetter }, protocol.effect);
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  if (own.ok && same(own.value.estimate, row.estimate) && same(own.value.se, row.se)) return { shape, input };
  return {
    shape: 'generic-se',
    signAs: 'benefit',
    input: { ...input, estimate: cellOf(row.estimate), se: cellOf(row.se) },
  };
}

function inputOf({ values, places, imputed }: PoolingSheetRow): ExtractedResult['input'] {
  const input: ExtractedResult['input'] = {};
  for (const [field, value] of Object.entries(values))
    input[field] = { ...cellOf(value), ...places?.[field] };
  const [first] = Object.keys(input);
  // The row says that something was assumed, not what.
  if (imputed === true && first !== undefined)
    input[first] = { ...cellOf(0), ...input[first], assumed: true };
  return input;
}

const cellOf = (value: number): Cell => ({ text: String(value), value });

/** Words of RoB 2 become an assessment; those of other tools stay with the sheet, which does not name the tool. */
function assessmentOf(row: PoolingSheetRow | undefined): AssessmentContent | null {
  const words = Object.entries(row?.riskOfBias ?? {});
  const ofRob2 = words.every(([id, word]) => /^(?:D[1-5]|overall)$/u.test(id) && judgementOfWord(word));
  if (words.length === 0 || !ofRob2) return null;
  const judgements: { [id: string]: { judgement: string; reason: string } } = {};
  for (const [id, word] of words)
    judgements[id] = { judgement: judgementOfWord(word) ?? word, reason: 'From the imported sheet' };
  return { tool: 'rob2', variant: 'parallel', effect: 'assignment', answers: {}, judgements };
}
