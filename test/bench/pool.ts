import { influence, leaveOneOut, pool, type PoolingRow } from '@shared/pooling';
import { deriveFlow, type FlowDecision, type FlowLedger, type FlowRecord } from '@shared/prisma';
import { compare, type BenchReport } from './measure';

/**
 * 10,000 pools of 30 studies against weighted means in a bare loop, leave-one-out of 500 studies against as many
 * weighted means, and a flow diagram of 200,000 records.
 */
export function benchPool(): BenchReport[] {
  return [pools(), leavingOut(), flow()];
}

const pooled = 10_000;
const studiesEach = 30;

function pools(): BenchReport {
  const sheets = Array.from({ length: pooled }, (_, sheet) => inventSheet(sheet));
  const yardstick = 'weighted mean, bare loop';
  const whole = (method: 'CE' | 'DL' | 'REML') => (): number => {
    let sum = 0;
    for (const rows of sheets) {
      const result = pool(rows, { method });
      if (!result.ok) throw new Error(result.error.code);
      sum += result.value.z.estimate;
    }
    return sum;
  };
  return compare(`${pooled.toLocaleString('en')} pools of ${studiesEach} studies`, [
    {
      what: yardstick,
      repeats: 20,
      run: () => {
        let sum = 0;
        for (let repeat = 0; repeat < 20; repeat += 1) {
          for (const rows of sheets) sum += weightedMean(rows);
        }
        return sum;
      },
    },
    { what: 'common effect, all that is reported', against: yardstick, run: whole('CE') },
    { what: 'DerSimonian-Laird, all that is reported', against: yardstick, run: whole('DL') },
    { what: 'REML, all that is reported', against: yardstick, run: whole('REML') },
  ]);
}

const leftOut = 500;

function leavingOut(): BenchReport {
  const rows = Array.from({ length: Math.ceil(leftOut / studiesEach) }, (_, sheet) => inventSheet(sheet))
    .flat()
    .slice(0, leftOut);
  const yardstick = 'weighted mean of the others, bare loop';
  const once = (method: 'DL' | 'REML') => (): number => {
    const result = leaveOneOut(rows, { method, test: 'hk' });
    if (!result.ok) throw new Error(result.error.code);
    return result.value.rows.reduce((sum, { estimate }) => sum + estimate, 0);
  };
  return compare(`Each of ${leftOut} studies left out in turn`, [
    {
      what: yardstick,
      repeats: 10,
      run: () => {
        let sum = 0;
        for (let repeat = 0; repeat < 10; repeat += 1)
          for (const omitted of rows) sum += weightedMean(rows.filter((row) => row !== omitted));
        return sum;
      },
    },
    { what: 'DerSimonian-Laird, Hartung-Knapp', against: yardstick, run: once('DL') },
    { what: 'REML, Hartung-Knapp', against: yardstick, run: once('REML') },
    {
      what: 'influence of each, REML',
      against: yardstick,
      run: () => {
        const result = influence(rows, { method: 'REML' });
        if (!result.ok) throw new Error(result.error.code);
        return result.value.rows.length;
      },
    },
  ]);
}

/** Effects around 0.2 that scatter more than their variances say; the same for the same number. */
function inventSheet(sheet: number): readonly PoolingRow[] {
  return Array.from({ length: studiesEach }, (_, study) => {
    const seed = sheet * studiesEach + study;
    return {
      label: `Study ${study + 1}`,
      yi: 0.2 + 0.35 * Math.sin(seed * 12.9898),
      vi: 0.02 + 0.04 * Math.abs(Math.cos(seed * 78.233)),
    };
  });
}

function weightedMean(rows: readonly PoolingRow[]): number {
  let weights = 0;
  let sum = 0;
  for (const { yi, vi } of rows) {
    if (typeof yi !== 'number' || typeof vi !== 'number') continue;
    weights += 1 / vi;
    sum += yi / vi;
  }
  return sum / weights;
}

const flowRecords = 200_000;

function flow(): BenchReport {
  const ledger = inventFlow(flowRecords);
  const yardstick = 'count the decisions, bare loop';
  return compare(`A PRISMA flow of ${flowRecords.toLocaleString('en')} records`, [
    {
      what: yardstick,
      run: () => {
        const counts = new Map<string, number>();
        for (const { source, votes = [] } of ledger.records) {
          const key = `${source} ${votes.join(' ')}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        return counts;
      },
    },
    {
      what: 'every box, what is behind it, every invariant',
      against: yardstick,
      run: () => deriveFlow(ledger),
    },
  ]);
}

/** One in five a duplicate, one in ten a report, one in thirty a study. */
function inventFlow(count: number): FlowLedger {
  const records: FlowRecord[] = [];
  const reports: FlowLedger['reports'][number][] = [];
  const studies: FlowLedger['studies'][number][] = [];
  for (let index = 0; index < count; index += 1) {
    const common = {
      id: `r${index}`,
      stream: 'databases',
      kind: 'database',
      source: `Database ${index % 6}`,
    } as const;
    if (index % 5 === 4) {
      records.push({ ...common, duplicateOf: `r${index - 1}` });
      continue;
    }
    const forward = index % 10 === 0;
    const vote: FlowDecision = forward ? 'include' : 'exclude';
    records.push({ ...common, votes: [vote, vote], report: forward ? common.id : null });
    if (!forward) continue;
    const passes = index % 30 === 0;
    const stand: FlowDecision = passes ? 'include' : 'exclude';
    reports.push({
      id: common.id,
      retrieval: 'retrieved',
      votes: [stand, stand],
      ...(passes ? { studies: [`s${index}`] } : { reason: `Reason ${index % 4}` }),
    });
    if (passes) studies.push({ id: `s${index}` });
  }
  return { options: { flow: 'v1', screenersNeeded: 2 }, records, reports, studies };
}
