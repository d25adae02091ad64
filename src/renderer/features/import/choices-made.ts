import type { FileLook, ReadOptions } from '@shared/formats';
import type { ReadingChoices } from '@shared/records';

/** What a person chose by hand for reading a file, as the batch keeps it; undefined where all was found. */
export function choicesMade(choices: ReadOptions, look: FileLook | null): ReadingChoices | undefined {
  const columns =
    choices.mapping === undefined
      ? undefined
      : look?.table?.header.map((heading, column): [string, string | null] => [
          heading.slice(0, 1_000),
          choices.mapping?.[column] ?? null,
        ]);
  const made: ReadingChoices = {
    ...(choices.encoding === undefined ? {} : { encoding: choices.encoding }),
    ...(choices.sheet === undefined ? {} : { sheet: choices.sheet }),
    ...(columns === undefined ? {} : { columns: columns.slice(0, 1_000) }),
  };
  return Object.keys(made).length === 0 ? undefined : made;
}
