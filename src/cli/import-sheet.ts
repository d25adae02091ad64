import { poolRows, type PoolingMethodName } from '@shared/export';
import { computeEffect } from '@shared/effect-size';
import { checkTable, findingOf } from '@shared/checks';
import { readSheet, sheetResults } from '@shared/extraction/sheet';
import { decodeBytes } from '@shared/formats';
import { poolingMethods } from '@shared/protocol';
import { parseArguments, print, readBytes, tell, WrongUsage } from './io';

const tests = ['z', 'hk', 'hkTruncated'] as const;

/** `import-sheet SHEET.csv --pool --by outcome_category`: the sheet as read, its findings, and its pooled effects. */
export async function importSheet(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['by', 'method', 'test', 'measure'], ['pool']);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new WrongUsage('give one sheet');
  const method = poolingMethods.find((name) => name === (options.get('method') ?? 'REML'));
  if (!method) throw new WrongUsage(`--method is one of ${poolingMethods.join(', ')}`);
  const test = tests.find((name) => name === (options.get('test') ?? 'hk'));
  if (!test) throw new WrongUsage(`--test is one of ${tests.join(', ')}`);

  const measure = options.get('measure') ?? 'SMD';
  const sheet = readSheet(decodeBytes(await readBytes(file)).text);
  if (!sheet.ok) {
    const { code, missing } = sheet.error;
    tell(
      code === 'sheet-empty'
        ? `${file} holds no rows.`
        : `${file} is not an extraction sheet: the column ${missing.map((name) => `"${name}"`).join(' and ')} is missing.`,
    );
    return 1;
  }
  const results = sheetResults(sheet.value);
  const findings = checkTable(sheet.value, results).map(findingOf);
  const by = options.get('by') ?? 'outcome_category';
  const column = by.toLowerCase();
  const known = sheet.value.header.some((name) => name.toLowerCase() === column);
  // A table of one outcome needs no column to divide it by.
  if (!known && options.has('by')) {
    tell(`${file} has no column "${by}". It has: ${sheet.value.header.join(', ')}`);
    return 1;
  }
  print({
    rows: results.length,
    studies: new Set(results.map(({ study }) => study)).size,
    delimiter: sheet.value.delimiter,
    decimal: sheet.value.decimal,
    findings,
    ...(options.has('pool') ? { pooled: poolBy(results, column, method, test, measure) } : {}),
  });
  for (const { row, study, code, severity } of findings) {
    tell(`${severity}: ${row === 0 ? 'sheet' : `row ${row}, ${study}`}: ${code}`);
  }
  return 0;
}

function poolBy(
  results: ReturnType<typeof sheetResults>,
  column: string,
  method: PoolingMethodName,
  test: (typeof tests)[number],
  measure: string,
): unknown[] {
  const groups = new Map<string, typeof results>();
  for (const result of results) {
    const group = result.row.cells.get(column) ?? '';
    groups.set(group, [...(groups.get(group) ?? []), result]);
  }
  return [...groups].map(([group, members]) => {
    const rows = members.flatMap((result) => {
      const effect = effectOf(result, measure);
      return effect ? [{ studyId: result.study, study: result.study, ...effect }] : [];
    });
    const pooled = poolRows(rows, method);
    if (!pooled.ok) return { group, rows: rows.length, error: pooled.error.code };
    const { k, Q, Qdf, Qp, tau2, I2, I2Q, z, hk, hkTruncated } = pooled.value;
    const block = { z, hk, hkTruncated }[test] ?? z;
    return {
      group,
      rows: k,
      trials: new Set(rows.map(({ study }) => study)).size,
      method,
      test,
      estimate: block.estimate,
      se: block.se,
      ciLow: block.ciLow,
      ciHigh: block.ciHigh,
      pval: block.pval,
      piLow: block.piLow,
      piHigh: block.piHigh,
      tau2,
      Q,
      Qdf,
      Qp,
      I2,
      I2Q,
    };
  });
}

type Effect = { readonly estimate: number; readonly se: number };

/** The sheet's own effect, else one from its means or counts by the measure, else what it calls ready. */
function effectOf(result: ReturnType<typeof sheetResults>[number], measure: string): Effect | undefined {
  const { g, se, recomputed, means, events, readyG, readySe } = result;
  if (g !== undefined && se !== undefined) return { estimate: g, se };
  if (measure === 'SMD' && recomputed) return { estimate: recomputed.g, se: recomputed.se };
  const raw = means
    ? computeEffect('means-sds', means, { measure })
    : events && measure !== 'SMD'
      ? computeEffect('two-by-two', events, { measure })
      : undefined;
  const { yi, sei } = raw?.ok ? raw.value : {};
  if (typeof yi === 'number' && typeof sei === 'number') return { estimate: yi, se: sei };
  return readyG === undefined || readySe === undefined ? undefined : { estimate: readyG, se: readySe };
}
