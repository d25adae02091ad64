import type { PoolingSheetRow } from '../export';
import { lnChoose } from '../statistics';
import { participantsOf, type Participants } from './analysed-rows';

/**
 * Synthesis without meta-analysis (Campbell et al. 2020): where effects point, per trial and outcome, by the rules of
 * the effect direction plot (Boon & Thomson 2021), and the sign test of the Cochrane Handbook 12.2.1.3.
 */
export type Direction = 'benefit' | 'harm' | 'mixed' | 'none';

export type DirectionCell = {
  readonly outcomeId: string;
  readonly direction: Direction;
  readonly results: number;
  readonly benefit: number;
  readonly harm: number;
};

export type DirectionRow = {
  readonly studyId: string;
  readonly study: string;
  readonly participants: Participants;
  readonly riskOfBias: string | null;
  readonly design: string | null;
  readonly cells: readonly (DirectionCell | null)[];
};

export type DirectionColumn = {
  readonly outcomeId: string;
  readonly label: string;
  readonly trials: number;
  readonly benefit: number;
  readonly harm: number;
  readonly mixed: number;
  /** Two-sided sign test of benefit against harm; null where no trial points anywhere. */
  readonly signTestP: number | null;
};

export type DirectionTable = {
  readonly columns: readonly DirectionColumn[];
  readonly rows: readonly DirectionRow[];
};

/** At least this share of a trial's results must point one way for the trial to do so (Boon & Thomson 2021). */
const agreement = 0.7;

/** Where the results of one trial in one outcome point. Effects below a hundredth of their error point nowhere. */
export function directionOf(rows: readonly Pick<PoolingSheetRow, 'estimate' | 'se'>[]): {
  readonly direction: Direction;
  readonly benefit: number;
  readonly harm: number;
} {
  const benefit = rows.filter(({ estimate, se }) => estimate > 0.01 * se).length;
  const harm = rows.filter(({ estimate, se }) => estimate < -0.01 * se).length;
  const share = (count: number): number => (rows.length === 0 ? 0 : count / rows.length);
  const direction =
    benefit === 0 && harm === 0
      ? 'none'
      : share(benefit) >= agreement
        ? 'benefit'
        : share(harm) >= agreement
          ? 'harm'
          : 'mixed';
  return { direction, benefit, harm };
}

export function directionTable(
  outcomes: readonly {
    readonly id: string;
    readonly label: string;
    readonly rows: readonly PoolingSheetRow[];
  }[],
): DirectionTable {
  const studies = new Map<string, PoolingSheetRow[]>();
  for (const { rows } of outcomes)
    for (const row of rows) studies.set(row.studyId, [...(studies.get(row.studyId) ?? []), row]);
  const rows = [...studies].map(([studyId, own]): DirectionRow => {
    const [first] = own;
    return {
      studyId,
      study: first?.study ?? studyId,
      participants: participantsOf(own),
      riskOfBias: own.find((row) => row.riskOfBias['overall'] !== undefined)?.riskOfBias['overall'] ?? null,
      design: first?.characteristics['design'] ?? null,
      cells: outcomes.map(({ id, rows: all }): DirectionCell | null => {
        const mine = all.filter((row) => row.studyId === studyId);
        return mine.length === 0 ? null : { outcomeId: id, results: mine.length, ...directionOf(mine) };
      }),
    };
  });
  const columns = outcomes.map(({ id, label }, i): DirectionColumn => {
    const cells = rows.flatMap(({ cells: own }) => own[i] ?? []);
    const count = (direction: Direction): number =>
      cells.filter((cell) => cell.direction === direction).length;
    const [benefit, harm] = [count('benefit'), count('harm')];
    return {
      outcomeId: id,
      label,
      trials: cells.length,
      benefit,
      harm,
      mixed: cells.length - benefit - harm,
      signTestP: signTest(benefit, harm),
    };
  });
  return { columns, rows };
}

/** Two-sided exact sign test: how often a fair coin gives a split at least this uneven. */
export function signTest(benefit: number, harm: number): number | null {
  const n = benefit + harm;
  if (n === 0) return null;
  const most = Math.max(benefit, harm);
  let tail = 0;
  for (let i = most; i <= n; i += 1) tail += Math.exp(lnChoose(n, i) - n * Math.LN2);
  return Math.min(1, 2 * tail);
}
