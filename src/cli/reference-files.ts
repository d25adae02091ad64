import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  isFormatName,
  isOfferedEncoding,
  isRecordFormat,
  parseForCommandLine,
  recordFormats,
  writeRecords,
  type ParseReport,
  type ReadOptions,
} from '@shared/formats';
import { parseArguments, print, readBytes, tell, WrongUsage } from './io';

/** How a person can overrule what is found in a file. */
export const readingUsage = '[--format NAME] [--encoding NAME] [--sheet NAME]';
const readingOptions = ['format', 'encoding', 'sheet'];

function optionsOf(options: ReadonlyMap<string, string>): ReadOptions {
  const format = options.get('format');
  const encoding = options.get('encoding');
  const sheet = options.get('sheet');
  if (format !== undefined && !isFormatName(format)) throw new WrongUsage(`no format "${format}"`);
  if (encoding !== undefined && !isOfferedEncoding(encoding))
    throw new WrongUsage(`no encoding "${encoding}"`);
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}

type Read = { readonly report: ParseReport; readonly unreadable: number };

/** Reads every file that is there; one that is not is told and counts as empty. */
async function readAll(files: readonly string[], options: ReadOptions): Promise<Read> {
  if (files.length === 0) throw new WrongUsage('give at least one file');
  const read = [];
  let unreadable = 0;
  for (const file of files) {
    try {
      read.push({ name: file, bytes: await readBytes(file) });
    } catch (cause) {
      unreadable += 1;
      tell(cause instanceof Error ? cause.message : String(cause));
      read.push({ name: file, bytes: new Uint8Array() });
    }
  }
  const report = parseForCommandLine(read, options);
  for (const { file, records, problems } of report.files) {
    tell(
      `${path.basename(file)}: ${counted(records.length, 'record')}, ${counted(problems.length, 'remark')}`,
    );
  }
  return { report, unreadable };
}

/** `parse FILE…`: every record and every problem of every file, as JSON. */
export async function parseFiles(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, readingOptions);
  const { report, unreadable } = await readAll(rest, optionsOf(options));
  print(report);
  return unreadable > 0 ? 1 : 0;
}

/** `convert FILE… --to …`: all records of all files in one file of another format. */
export async function convertFiles(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['to', 'out', ...readingOptions]);
  const target = options.get('to') ?? '';
  if (!isRecordFormat(target)) throw new WrongUsage(`--to is one of ${recordFormats.join(', ')}`);
  const { report, unreadable } = await readAll(rest, optionsOf(options));
  const text = writeRecords(
    report.files.flatMap(({ records }) => records),
    target,
  );
  const out = options.get('out');
  if (out === undefined) process.stdout.write(text);
  else {
    await writeFile(out, text);
    tell(`Written: ${path.resolve(out)}`);
  }
  return unreadable > 0 ? 1 : 0;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
