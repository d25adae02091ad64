import { checkTable, runChecks, sourceOfCheck, usualOptions, type Alarm } from '@shared/checks';
import { checkedRowsOfSheet, PoolingSheet } from '@shared/export';
import { readSheet, sheetResults } from '@shared/extraction/sheet';
import { decodeBytes } from '@shared/formats';
import { textsIn } from '@shared/i18n';
import { parseArguments, print, readBytes, tell, WrongUsage } from './io';

/** `check SHEET`: everything that looks wrong in an extraction table (CSV) or a pooling sheet (JSON). */
export async function check(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['language', 'unusual']);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new WrongUsage('give one sheet');
  const unusualEffect = Number(options.get('unusual') ?? usualOptions.unusualEffect);
  if (!(unusualEffect > 0)) throw new WrongUsage('--unusual is a number above 0');
  const { text } = decodeBytes(await readBytes(file));
  const alarms = /^\s*\{/u.test(text) ? alarmsOfJson(text) : alarmsOfTable(text, unusualEffect);
  if (typeof alarms === 'string') {
    tell(`${file} ${alarms}`);
    return 1;
  }
  const { findings: words } = textsIn(options.get('language') === 'nl' ? 'nl' : 'en');
  const sentence = ({ check: name, detail }: Alarm): string => words.codes[name]?.(detail) ?? name;
  print({
    alarms: alarms.map((alarm) => ({
      ...alarm,
      sentence: sentence(alarm),
      source: sourceOfCheck(alarm.check),
    })),
  });
  for (const alarm of alarms) {
    const place = alarm.row === 0 ? '' : `${alarm.row}, ${alarm.study}: `;
    tell(`${words.severities[alarm.severity]}: ${place}${sentence(alarm)} [${alarm.check}]`);
  }
  return 0;

  function alarmsOfJson(json: string): Alarm[] | string {
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      return 'is not JSON';
    }
    const sheet = PoolingSheet.safeParse(value);
    return sheet.success
      ? runChecks(checkedRowsOfSheet(sheet.data.rows), { unusualEffect })
      : 'is not a pooling sheet';
  }
}

function alarmsOfTable(text: string, unusualEffect: number): Alarm[] | string {
  const sheet = readSheet(text);
  return sheet.ok
    ? checkTable(sheet.value, sheetResults(sheet.value), { unusualEffect })
    : 'is not an extraction sheet: it needs the columns "study" and "instrument"';
}
