import { evaluateOverall, judgementOfWord, type Judgement } from '../risk-of-bias';
import { alarm, type Alarm, type Check } from './alarm';
import { grouped, joined, type CheckedRow } from './checked-row';

const domains = ['D1', 'D2', 'D3', 'D4', 'D5'] as const;

/** Risk-of-bias words of an RoB 2 table: unknown ones, and an overall word that its own rule does not give. */
export const riskOfBiasWords: Check = {
  names: ['rob-word', 'rob-rule'],
  source: 'Sterne et al. 2019, table 1',
  run: (rows) => firstOfEachStudy(rows).flatMap(words),
};

/** A table repeats the words of a study on each of its rows: they are looked at once. */
const firstOfEachStudy = (rows: readonly CheckedRow[]): CheckedRow[] =>
  [
    ...grouped(rows, ({ studyId, riskOfBias }) =>
      joined(studyId, riskOfBias['overall'] ?? '', ...domains.map((domain) => riskOfBias[domain] ?? '')),
    ).values(),
  ].flatMap(([first]) => first ?? []);

function words(row: CheckedRow): Alarm[] {
  const overallWord = row.riskOfBias['overall'];
  if (overallWord === undefined) return [];
  const given = domains.map((domain) => row.riskOfBias[domain]);
  const unknown = [...given, overallWord].find(
    (word) => word !== undefined && judgementOfWord(word) === undefined,
  );
  if (unknown !== undefined) return [alarm(row, 'rob-word', 'warning', ['overall'], { word: unknown })];
  const judged = given.map((word): Judgement | null =>
    word === undefined ? null : (judgementOfWord(word) ?? null),
  );
  const { suggested, flags } = evaluateOverall(judged);
  const overall = judgementOfWord(overallWord);
  if (suggested === null || overall === undefined || suggested === overall) return [];
  // Several concerns may be judged High together.
  if (overall === 'High' && flags.includes('consider-high')) return [];
  return [alarm(row, 'rob-rule', 'warning', ['overall'], { sheet: overall, rule: suggested })];
}
