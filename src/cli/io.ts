import { readFile } from 'node:fs/promises';

/** The words of a call are off: exit code 2. */
export class WrongUsage extends Error {}

/** JSON to stdout, nothing else ever goes there. */
export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);
}

/** A sentence for the person at the terminal. */
export function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

export async function readJson(file: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(file));
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON`);
  }
}

const reasons: { readonly [errno: string]: string } = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
};

const reasonOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? (reasons[String(cause.code)] ?? cause.message) : String(cause);

/** `--name value` and `--flag` out of the arguments; the rest in order. */
export function parseArguments(
  args: readonly string[],
  valued: readonly string[],
  flags: readonly string[] = [],
): { readonly rest: string[]; readonly options: ReadonlyMap<string, string> } {
  const rest: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (!word.startsWith('--')) rest.push(word);
    else if (flags.includes(word.slice(2))) options.set(word.slice(2), 'yes');
    else if (valued.includes(word.slice(2))) {
      index += 1;
      const value = args[index];
      if (value === undefined) throw new WrongUsage(`${word} needs a value`);
      options.set(word.slice(2), value);
    } else throw new WrongUsage(`unknown option ${word}`);
  }
  return { rest, options };
}
