import { PoolingSheet, sheetOfTable } from '@shared/export';
import { protocolOfSheet, sheetResults, usualPlaces, type Sheet } from '@shared/extraction/sheet';
import { decodeBytes } from '@shared/formats';
import {
  dependenceHandlings,
  poolingMethods,
  poolingTests,
  templateById,
  type Protocol,
} from '@shared/protocol';
import { detailOf, fillPlan, withSuspectedCorrected, type Choices, type Pooled } from '@shared/synthesis';
import { parseArguments, print, readBytes, tell, WrongUsage } from './io';

/**
 * `results SHEET`: the analysis plan of a frozen pooling sheet (JSON) filled in, that of a template over an extraction
 * table (CSV), or the usual plan where a table has outcomes of its own.
 */
export async function results(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(
    args,
    ['template', 'language', 'method', 'test', 'dependence', 'minimum-trials'],
    ['details', 'correct-standard-errors'],
  );
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new WrongUsage('give one pooling sheet');
  const read = await readSheet(file, options.get('template'), options.get('language'));
  if (typeof read === 'string') {
    tell(read);
    return 1;
  }
  const sheet = options.has('correct-standard-errors')
    ? withSuspectedCorrected(read, () => 'The standard deviations look like standard errors')
    : read;
  const filled = fillPlan(sheet, choicesOf(options));
  const { departures, directions, codes, leftOut, corrected, model } = filled;
  print({
    review: filled.review,
    protocolVersion: filled.protocolVersion,
    model,
    rows: filled.rows,
    trials: filled.trials,
    analyses: filled.analyses.map((analysis) => ({
      outcome: analysis.outcome.label,
      window: analysis.window,
      measure: analysis.measure,
      instrument: analysis.instrument,
      rows: analysis.rows.length,
      trials: analysis.trials,
      participants: analysis.participants,
      pooled: analysis.result.ok ? withoutWeights(analysis.result.value) : null,
      notPooled: analysis.result.ok ? null : analysis.result.error,
      nnt: analysis.nnt,
      directions: analysis.directions,
      dependence: analysis.dependence,
      corrected: analysis.corrected?.result.ok
        ? {
            pooled: withoutWeights(analysis.corrected.result.value),
            nnt: analysis.corrected.nnt,
            changed: analysis.corrected.changed,
          }
        : null,
      ...(options.has('details') ? { details: detailOf(analysis, filled) } : {}),
    })),
    departures,
    directions,
    codes,
    corrected,
    leftOut,
  });
  for (const departure of departures) tell(`departs from the plan: ${JSON.stringify(departure)}`);
  return 0;
}

const withoutWeights = (pooled: Pooled) => ({ ...pooled, weights: undefined });

async function readSheet(
  file: string,
  template: string | undefined,
  language: string | undefined,
): Promise<PoolingSheet | string> {
  const { text } = decodeBytes(await readBytes(file));
  if (/^\s*\{/u.test(text)) {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return `${file} is not JSON`;
    }
    const sheet = PoolingSheet.safeParse(json);
    const where = sheet.error?.issues[0]?.path.join('.') ?? '';
    return sheet.success ? sheet.data : `${file} is not a pooling sheet: see "${where}"`;
  }
  const chosen = templateById(template ?? 'peer-support');
  if (!chosen) throw new WrongUsage(`there is no template "${template ?? ''}"`);
  const protocol = chosen.protocol[language === 'nl' ? 'nl' : 'en'];
  const sheet = sheetOfTable(text, template === undefined ? orOwn(protocol) : protocol, file);
  return sheet.ok
    ? sheet.value
    : `${file} is neither a pooling sheet (JSON) nor an extraction table (CSV): ${sheet.error.code}`;
}

/** The protocol for a table with one of its outcomes, else one made of what the table names. */
const orOwn =
  (protocol: Protocol) =>
  (sheet: Sheet): Protocol => {
    const { domains } = usualPlaces(sheetResults(sheet), protocol);
    return [...domains.values()].some((domain) => domain !== null) ? protocol : protocolOfSheet(sheet);
  };

function choicesOf(options: ReadonlyMap<string, string>): Choices {
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined => {
    const given = options.get(name);
    if (given === undefined) return undefined;
    const found = values.find((value) => value === given);
    if (found === undefined) throw new WrongUsage(`--${name} is one of ${values.join(', ')}`);
    return found;
  };
  const minimum = options.get('minimum-trials');
  if (minimum !== undefined && !/^[1-9]\d?$/u.test(minimum))
    throw new WrongUsage('--minimum-trials is a whole number from 1');
  const method = oneOf('method', poolingMethods);
  const test = oneOf('test', poolingTests);
  const dependence = oneOf('dependence', dependenceHandlings);
  return {
    ...(method === undefined ? {} : { method }),
    ...(test === undefined ? {} : { test }),
    ...(dependence === undefined ? {} : { dependence }),
    ...(minimum === undefined ? {} : { minimumTrials: Number(minimum) }),
  };
}
