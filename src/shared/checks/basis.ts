import type { ExtractedResult } from '../extraction';
import { canonicalJson, hashText } from '../kernel';

/** A fingerprint of what a result says: an answer to an alarm holds as long as it stays the same. */
export function basisOfResult(
  result: Pick<ExtractedResult, 'shape' | 'input' | 'higherIsBetter' | 'timepoint'>,
): string {
  const values: { [field: string]: number } = {};
  for (const [field, { value }] of Object.entries(result.input)) if (value !== null) values[field] = value;
  const { shape, higherIsBetter, timepoint } = result;
  return hashText(canonicalJson({ shape, higherIsBetter, weeks: timepoint.weeks, values })).slice(0, 16);
}

/** What an alarm or the answer to it is about. */
export const alarmKey = (about: {
  readonly check: string;
  readonly studyId: string;
  readonly resultId: string;
}): string => `${about.check} ${about.studyId} ${about.resultId}`;
