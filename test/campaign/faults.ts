import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { anna, bram, changeDatabase, deviceId, forgetDatabase, type Machine } from './fault-review';

/** A number below `limit`. */
export type Roll = (limit: number) => number;

/** A way in which a disk, a folder or a database goes wrong while the program is not running. */
export type Fault = {
  readonly name: string;
  /** Does the damage; where, for a report. */
  readonly inject: (machine: Machine, roll: Roll) => Promise<string> | string;
  /**
   * `whole`: there is a second copy, and everything must be as it was. `told`: no second copy has it, and a person must be
   * told what and where; what stands before it stays.
   */
  readonly then: 'whole' | 'told';
};

const segments = ['000001.jsonl', '000002.jsonl'];
const head = 'head.jsonl';

const logFolder = ({ reviewFolder }: Machine, author: string): string =>
  path.join(reviewFolder, 'ledger', author, deviceId);
const inAnnas = (machine: Machine, name: string): string => path.join(logFolder(machine, anna), name);

/** Any file of any log. */
function anyLogFile(machine: Machine, roll: Roll): string {
  const files = [
    ...[...segments, head].map((name) => inAnnas(machine, name)),
    path.join(logFolder(machine, bram), head),
  ];
  return pick(files, roll);
}

const pick = <T>(from: readonly T[], roll: Roll): T => {
  const chosen = from[roll(from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
};

const shown = ({ reviewFolder }: Machine, file: string): string => path.relative(reviewFolder, file);

/** Flips one bit of one byte; never the same byte again. */
function flip(file: string, roll: Roll): number {
  const bytes = readFileSync(file);
  const at = roll(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << roll(8));
  writeFileSync(file, bytes);
  return at;
}

const flipText = (text: string, roll: Roll): string => {
  const at = roll(text.length);
  const other = text[at] === 'x' ? 'y' : 'x';
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
};

function anyBlob({ reviewFolder }: Machine, roll: Roll): string {
  const blobs = path.join(reviewFolder, 'blobs');
  const files = readdirSync(blobs, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return pick(files.sort(), roll);
}

const onLogFile =
  (change: (file: string, roll: Roll) => void) =>
  (machine: Machine, roll: Roll): string => {
    const file = anyLogFile(machine, roll);
    change(file, roll);
    return shown(machine, file);
  };

const copyNames = ['000001 (conflicted copy).jsonl', 'head.sync-conflict-20261128.jsonl', 'head 2.jsonl'];

export const faults: readonly Fault[] = [
  {
    name: 'torn tail: the last lines are cut in the middle',
    then: 'whole',
    inject: onLogFile((file, roll) => truncateSync(file, statSync(file).size - 2 - roll(600))),
  },
  {
    name: 'torn tail: half a line more, never acknowledged',
    then: 'whole',
    inject(machine, roll) {
      const file = pick([inAnnas(machine, head), path.join(logFolder(machine, bram), head)], roll);
      writeFileSync(file, `${readFileSync(file, 'utf8')}{"at":"2026-11-28T0`);
      return shown(machine, file);
    },
  },
  {
    name: 'a flipped bit in a log',
    then: 'whole',
    inject(machine, roll) {
      const file = anyLogFile(machine, roll);
      return `${shown(machine, file)} at ${flip(file, roll)}`;
    },
  },
  {
    name: 'a flipped bit in the last line of a log',
    then: 'whole',
    inject(machine, roll) {
      const file = inAnnas(machine, head);
      const lines = readFileSync(file, 'utf8').split('\n');
      const last = lines.at(-2) ?? '';
      writeFileSync(file, [...lines.slice(0, -2), flipText(last, roll), ''].join('\n'));
      return shown(machine, file);
    },
  },
  {
    name: 'a log file cut short',
    then: 'whole',
    inject: onLogFile((file, roll) => truncateSync(file, roll(statSync(file).size))),
  },
  {
    name: 'a log file full of zeros',
    then: 'whole',
    inject: onLogFile((file) => writeFileSync(file, Buffer.alloc(statSync(file).size))),
  },
  { name: 'an empty log file', then: 'whole', inject: onLogFile((file) => truncateSync(file, 0)) },
  { name: 'a missing log file', then: 'whole', inject: onLogFile((file) => rmSync(file)) },
  {
    name: 'a missing log',
    then: 'whole',
    inject(machine, roll) {
      const folder = logFolder(machine, pick([anna, bram], roll));
      rmSync(folder, { recursive: true });
      return shown(machine, folder);
    },
  },
  {
    name: 'two files of a log swapped',
    then: 'whole',
    inject(machine, roll) {
      const [first, second] = pick([segments, [segments[0] ?? '', head], [segments[1] ?? '', head]], roll);
      swap(inAnnas(machine, first ?? ''), inAnnas(machine, second ?? ''));
      return `${first} and ${second}`;
    },
  },
  {
    name: 'the logs of two coders swapped',
    then: 'whole',
    inject(machine) {
      swap(inAnnas(machine, head), path.join(logFolder(machine, bram), head));
      return head;
    },
  },
  {
    name: 'a log file copied over another',
    then: 'whole',
    inject(machine, roll) {
      const from = pick([...segments, head], roll);
      const onto = pick(
        [...segments, head].filter((name) => name !== from),
        roll,
      );
      copyFileSync(inAnnas(machine, from), inAnnas(machine, onto));
      return `${from} over ${onto}`;
    },
  },
  {
    name: 'a log file twice, under the next number',
    then: 'whole',
    inject(machine, roll) {
      const from = pick(segments, roll);
      copyFileSync(inAnnas(machine, from), inAnnas(machine, '000003.jsonl'));
      return `${from} as 000003.jsonl`;
    },
  },
  {
    name: 'conflicted copies beside the files',
    then: 'whole',
    inject(machine, roll) {
      const from = pick([...segments, head], roll);
      for (const name of copyNames) copyFileSync(inAnnas(machine, from), inAnnas(machine, name));
      return `copies of ${from}`;
    },
  },
  {
    name: 'only the conflicted copy is left',
    then: 'whole',
    inject(machine, roll) {
      const from = pick([...segments, head], roll);
      const as = pick(copyNames, roll);
      renameSync(inAnnas(machine, from), inAnnas(machine, as));
      return `${from} as ${as}`;
    },
  },
  {
    name: 'review.json flipped, cut, emptied or gone',
    then: 'whole',
    inject(machine, roll) {
      const file = path.join(machine.reviewFolder, 'review.json');
      const text = readFileSync(file, 'utf8');
      const how = roll(4);
      if (how === 0) writeFileSync(file, text.replace('Peers', 'Pears'));
      else if (how === 1) truncateSync(file, roll(text.length - 2));
      else if (how === 2) writeFileSync(file, Buffer.alloc(text.length));
      else rmSync(file);
      return 'review.json';
    },
  },
  {
    name: 'a missing blob',
    then: 'whole',
    inject(machine, roll) {
      const file = anyBlob(machine, roll);
      rmSync(file);
      return shown(machine, file);
    },
  },
  {
    name: 'a flipped bit in a blob that a backup has as a file of its own',
    then: 'whole',
    inject(machine, roll) {
      const file = anyBlob(machine, roll);
      const bytes = readFileSync(file);
      rmSync(file);
      writeFileSync(file, bytes);
      flip(file, roll);
      return shown(machine, file);
    },
  },
  {
    name: 'a flipped bit in a document that no other copy has',
    then: 'told',
    inject(machine, roll) {
      const files = [];
      for (;;) {
        const file = anyBlob(machine, roll);
        files.push(file);
        // Blocks of records stand in the database too.
        if (readFileSync(file, 'utf8').includes('"records"')) continue;
        const bytes = readFileSync(file);
        bytes[roll(bytes.length)] = 0;
        // In place: the backup's name for the same file is damaged with it.
        writeFileSync(file, bytes, { flag: 'r+' });
        return shown(machine, file);
      }
    },
  },
  {
    name: 'the window’s database is gone',
    then: 'whole',
    inject() {
      forgetDatabase();
      return 'database';
    },
  },
  {
    name: 'rows missing in the window’s database',
    then: 'whole',
    inject: (_machine, roll) =>
      changeDatabase(async (table) => {
        const name = pick(['segments', 'tail'], roll);
        const keys = await table(name).toCollection().primaryKeys();
        const key = pick(keys, roll);
        await table(name).delete(key);
        return `${name} ${String(key)}`;
      }),
  },
  {
    name: 'a flipped character in the window’s database',
    then: 'whole',
    inject: (_machine, roll) =>
      changeDatabase(async (table) => {
        if (roll(2) === 0) {
          const row = pick((await table('tail').toArray()) as { line: string }[], roll);
          await table('tail').put({ ...row, line: flipText(row.line, roll) });
          return 'tail';
        }
        const row = pick((await table('segments').toArray()) as { lines: string[] }[], roll);
        const at = roll(row.lines.length);
        const lines = row.lines.map((line, index) => (index === at ? flipText(line, roll) : line));
        await table('segments').put({ ...row, lines });
        return `segment, line ${at + 1}`;
      }),
  },
  {
    name: 'a flipped character in records kept in the window’s database',
    then: 'whole',
    inject: (_machine, roll) =>
      changeDatabase(async (table) => {
        const row = pick((await table('blocks').toArray()) as { text: string }[], roll);
        await table('blocks').put({ ...row, text: flipText(row.text, roll) });
        return 'blocks';
      }),
  },
  {
    name: 'both copies of a log damaged, at different entries',
    then: 'whole',
    async inject(machine, roll) {
      const at = flipLine(inAnnas(machine, segments[0] ?? ''), roll(250), roll);
      await flipInDatabase(250 + roll(249), roll);
      return `${segments[0]}, line ${at + 1}, and the database`;
    },
  },
  {
    name: 'both copies of a log damaged at the same entry',
    then: 'told',
    async inject(machine, roll) {
      const at = flipLine(inAnnas(machine, segments[0] ?? ''), roll(498) + 1, roll);
      await flipInDatabase(at, roll);
      return `${segments[0]}, line ${at + 1}`;
    },
  },
  {
    name: 'the whole review folder is gone',
    then: 'told',
    inject(machine) {
      mkdirSync(path.join(machine.userData, 'elsewhere'));
      renameSync(machine.reviewFolder, path.join(machine.userData, 'elsewhere', 'campaign.review'));
      return 'campaign.review';
    },
  },
];

function swap(first: string, second: string): void {
  renameSync(first, `${first}.swap`);
  renameSync(second, first);
  renameSync(`${first}.swap`, second);
}

function flipLine(file: string, at: number, roll: Roll): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  lines[at] = flipText(lines[at] ?? '', roll);
  writeFileSync(file, lines.join('\n'));
  return at;
}

const flipInDatabase = (at: number, roll: Roll): Promise<void> =>
  changeDatabase(async (table) => {
    const row = (await table('segments').get([anna, deviceId, 1])) as { lines: string[] };
    await table('segments').put({
      ...row,
      lines: row.lines.map((line, index) => (index === at ? flipText(line, roll) : line)),
    });
  });
