import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Line = z.object({
  sequence: z.number(),
  body: z.object({ kind: z.string(), vote: z.string().optional() }),
});

/** The only review of this installation as it stands on disk, read and damaged behind the program's back. */
export class ReviewOnDisk {
  readonly folder: string;

  constructor(userData: string) {
    this.folder = onlyOneIn(path.join(userData, 'reviews'));
  }

  /** The head of its only log. */
  get head(): string {
    const author = onlyOneIn(path.join(this.folder, 'ledger'));
    return path.join(onlyOneIn(author), 'head.jsonl');
  }

  readHead = (): string => readFileSync(this.head, 'utf8');
  writeHead = (text: string): void => writeFileSync(this.head, text);

  /** Every line of the log; throws at one that is no event or out of its place. */
  events(): z.infer<typeof Line>[] {
    const text = this.readHead();
    if (!text.endsWith('\n')) throw new Error('the last line is torn');
    return text
      .slice(0, -1)
      .split('\n')
      .map((line, index) => {
        const event = Line.parse(JSON.parse(line));
        if (event.sequence !== index + 1) throw new Error(`line ${index + 1} has sequence ${event.sequence}`);
        return event;
      });
  }
}

function onlyOneIn(folder: string): string {
  const [only, ...others] = readdirSync(folder);
  if (only === undefined || others.length > 0) throw new Error(`expected one thing in ${folder}`);
  return path.join(folder, only);
}
