import { poolRows, type PoolingMethodName } from '@shared/export';
import { computeEffect } from '@shared/effect-size';
import { effectAsGiven } from '@shared/extraction';
import { checkTable, findingOf } from '@shared/checks';
import {
  inputOfSheet,
  readSheet,
  sheetResults,
  usualMeasure,
  type SheetResult,
} from '@shared/extraction/sheet';
import { decodeBytes } from '@shared/formats';
import { effectMeasures, poolingMethods, varianceFormulas } from '@shared/protocol';
import { parseArguments, print, readBytes, tell, WrongUsage } from './io';

const tests = ['z', 'hk', 'hkTruncated'] as const;
const measures = [...effectMeasures, 'ROM', 'HR', 'IRR'] as const;
type Measure = (typeof measures)[number];
type VarianceFormula = (typeof varianceFormulas)[number];

/** `import-sheet SHEET.csv --pool --by outcome_category`: the sheet as read, its findings, and its pooled effects. */
export async function importSheet(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['by', 'method', 'test', 'measure', 'variance'], ['pool']);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new WrongUsage('give one sheet');
  const method = poolingMethods.find((name) => name === (options.get('method') ?? 'REML'));
  if (!method) throw new WrongUsage(`--method is one of ${poolingMethods.join(', ')}`);
  const test = tests.find((name) => name === (options.get('test') ?? 'hk'));
  if (!test) throw new WrongUsage(`--test is one of ${tests.join(', ')}`);

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
  const asked = options.get('measure');
  const measure = measures.find((name) => name === asked);
  if (asked !== undefined && measure === undefined)
    throw new WrongUsage(`--measure is one of ${measures.join(', ')}`);
  const variance = varianceFormulas.find(
    // The Metapsy standard has one formula, R's packages another.
    (name) => name === (options.get('variance') ?? (sheet.value.columns.has('g') ? 'CMA' : 'LS')),
  );
  if (!variance) throw new WrongUsage(`--variance is one of ${varianceFormulas.join(', ')}`);
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
    ...(options.has('pool')
      ? { variance, pooled: poolBy(results, column, method, test, { measure, variance }) }
      : {}),
  });
  for (const { row, study, code, severity } of findings) {
    tell(`${severity}: ${row === 0 ? 'sheet' : `row ${row}, ${study}`}: ${code}`);
  }
  return 0;
}

function poolBy(
  results: readonly SheetResult[],
  column: string,
  method: PoolingMethodName,
  test: (typeof tests)[number],
  asked: { readonly measure: Measure | undefined; readonly variance: VarianceFormula },
): unknown[] {
  const groups = new Map<string, SheetResult[]>();
  for (const result of results) {
    const group = result.row.cells.get(column) ?? '';
    groups.set(group, [...(groups.get(group) ?? []), result]);
  }
  return [...groups].map(([group, members]) => {
    const measure = asked.measure ?? usualMeasure(members);
    const rows = members.flatMap((result) => {
      const effect = effectOf(result, { ...asked, measure });
      return effect ? [{ studyId: result.study, study: result.study, ...effect }] : [];
    });
    const pooled = poolRows(rows, method);
    if (!pooled.ok) return { group, measure, rows: rows.length, error: pooled.error.code };
    const { k, Q, Qdf, Qp, tau2, I2, I2Q, z, hk, hkTruncated } = pooled.value;
    const block = { z, hk, hkTruncated }[test] ?? z;
    return {
      group,
      measure,
      rows: k,
      converted: rows.filter(({ converted }) => converted).length,
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

type Aim = { readonly measure: Measure; readonly variance: VarianceFormula };
/** `converted`: made from numbers of another kind, such as a log odds ratio turned into a mean difference. */
type Effect = { readonly estimate: number; readonly se: number; readonly converted: boolean };

/** The sheet's own effect, else the one its numbers give in the measure; undefined where they give none. */
function effectOf(result: SheetResult, { measure, variance }: Aim): Effect | undefined {
  const { g, se, numbers } = result;
  if (g !== undefined && se !== undefined) return { estimate: g, se, converted: false };
  if (measure === 'ROM') return ratioOfMeans(numbers);
  const asked = effectMeasures.find((name) => name === measure);
  const effect = effectAsGiven(
    { ...inputOfSheet(result), higherIsBetter: true },
    { measure: asked ?? 'SMD', varianceFormula: variance },
  );
  if (!effect.ok) return undefined;
  const { estimate, se: error, scale, shape } = effect.value;
  const fits = scale === measure || numbers?.shape.startsWith('generic-') === true;
  return fits ? { estimate, se: error, converted: shape !== numbers?.shape } : undefined;
}

function ratioOfMeans(numbers: SheetResult['numbers']): Effect | undefined {
  const effect = numbers && computeEffect(numbers.shape, numbers.values, { measure: 'ROM' });
  const { yi, sei } = effect?.ok ? effect.value : {};
  return typeof yi === 'number' && typeof sei === 'number'
    ? { estimate: yi, se: sei, converted: false }
    : undefined;
}
