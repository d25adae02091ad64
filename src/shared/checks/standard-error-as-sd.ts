import { alarm, type Alarm, type Check } from './alarm';
import { effectOfMeans, instrumentKey, meansOf, type CheckedRow } from './checked-row';

/** Below this share of what the instrument's SD is elsewhere, an SD is implausible. */
const share = 1 / 3;
/** Where nothing can be compared: an SD below this share of the mean, beside a large effect. */
const spreadAlone = 0.08;

/**
 * A standard error typed as a standard deviation: far below the instrument's SDs in other trials, and times the root of
 * n it fits them; or, where the instrument stands alone, a large effect with an SD that small against the mean.
 */
export const standardErrorAsSd: Check = {
  names: ['se-as-sd'],
  source: 'Cochrane Handbook 6.5.2.2 and 10.5.2; Kadlec et al. 2023',
  run: (rows, { unusualEffect }) => {
    const deviations = new Map<string, { studyId: string; sd: number }[]>();
    for (const row of rows) {
      const key = instrumentKey(row.instrument);
      const known = deviations.get(key) ?? [];
      for (const field of ['sdT', 'sdC']) {
        const sd = row.values[field];
        if (sd !== undefined && sd > 0) known.push({ studyId: row.studyId, sd });
      }
      deviations.set(key, known);
    }
    return rows.flatMap((row): Alarm[] => {
      const elsewhere = (deviations.get(instrumentKey(row.instrument)) ?? [])
        .filter(({ studyId }) => studyId !== row.studyId)
        .map(({ sd }) => sd);
      return looksLikeStandardError(row, elsewhere, unusualEffect);
    });
  },
};

function looksLikeStandardError(
  row: CheckedRow,
  elsewhere: readonly number[],
  unusualEffect: number,
): Alarm[] {
  const means = meansOf(row);
  if (!means || !(means.sdT > 0) || !(means.sdC > 0)) return [];
  const { meanT, sdT, nT, meanC, sdC, nC } = means;
  const [asSdT, asSdC] = [sdT * Math.sqrt(nT), sdC * Math.sqrt(nC)];
  const detail = { sdT, sdC, asSdT, asSdC };
  const typical = median(elsewhere);
  if (typical === undefined) {
    const spread = Math.max(sdT, sdC) / Math.max(Math.abs(meanT), Math.abs(meanC), 1e-9);
    const g = row.stated.g ?? effectOfMeans(row)?.g ?? 0;
    return Math.abs(g) > unusualEffect && spread < spreadAlone
      ? [alarm(row, 'se-as-sd', 'warning', ['sdT', 'sdC'], detail)]
      : [];
  }
  const fits = [asSdT, asSdC].every((sd) => sd > typical / 2 && sd < typical * 2);
  return Math.max(sdT, sdC) < typical * share && fits
    ? [alarm(row, 'se-as-sd', 'error', ['sdT', 'sdC'], { ...detail, typical })]
    : [];
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
