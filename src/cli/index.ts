import { commands } from './commands';
import { WrongUsage } from './io';

/**
 * `concord`: the same core without a window. JSON on stdout, messages for people on stderr; exit 0 good, 1 bad input,
 * 2 wrong usage.
 */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help';
    const lines = commands.map(({ usage, about }) => `  ${usage}\n      ${about}`);
    process.stderr.write(
      `${asked ? '' : `concord: no command "${name}"\n\n`}Usage: concord COMMAND …\n\n${lines.join('\n')}\n`,
    );
    return asked && name !== undefined ? 0 : 2;
  }
  try {
    return await command.run(rest);
  } catch (cause) {
    if (cause instanceof WrongUsage) {
      process.stderr.write(`concord ${command.name}: ${cause.message}\nUsage: concord ${command.usage}\n`);
      return 2;
    }
    process.stderr.write(
      `concord ${command.name}: ${cause instanceof Error ? cause.message : String(cause)}\n`,
    );
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
