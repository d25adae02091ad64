import { usualOptions, type Alarm, type Check, type CheckOptions } from './alarm';
import type { CheckedRow } from './checked-row';
import { consistentStatistics } from './consistent-statistics';
import { countsOfPeople } from './counts-of-people';
import { misplacedColumns } from './misplaced-columns';
import { onePool } from './one-pool';
import { possibleScores } from './possible-scores';
import { riskOfBiasWords } from './risk-of-bias-words';
import { rowsOfOneTrial } from './rows-of-one-trial';
import { standardErrorAsSd } from './standard-error-as-sd';
import { statedEffect } from './stated-effect';
import { times } from './times';
import { wholeScores } from './whole-scores';

export const checks: readonly Check[] = [
  standardErrorAsSd,
  consistentStatistics,
  statedEffect,
  countsOfPeople,
  possibleScores,
  wholeScores,
  onePool,
  rowsOfOneTrial,
  times,
  misplacedColumns,
  riskOfBiasWords,
];

/** Where the method of an alarm is from. */
export const sourceOfCheck = (name: string): string =>
  checks.find(({ names }) => names.includes(name))?.source ?? '';

/**
 * Looks for what is probably wrong in results. Nothing is changed or dropped; each alarm names its row and the numbers
 * it rests on, and a person decides. In order of rows, what concerns the whole sheet first.
 */
export const runChecks = (rows: readonly CheckedRow[], options: CheckOptions = usualOptions): Alarm[] =>
  checks.flatMap(({ run }) => run(rows, options)).sort((a, b) => a.row - b.row);
