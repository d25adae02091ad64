import path from 'node:path';
import { z } from '../../shared/kernel/schema';
import { isAbsent, type DiskPort } from './disk-port';
import { replaceDurably } from './durable-files';

/** Which program opened a review last; stands in its folder as `opened-by.json`, so that a backup carries it along. */
export const OpenedBy = z.object({
  /** Version of the program. */
  program: z.string().max(80),
  /** Version of the ledger and folder format it writes. */
  format: z.number().int(),
  /** Version of the window's database. */
  database: z.number().int(),
});
export type OpenedBy = z.infer<typeof OpenedBy>;

const fileOf = (reviewFolder: string): string => path.join(reviewFolder, 'opened-by.json');

/** Null where nothing readable says so: a review from before this was noted. */
export async function readOpenedBy(disk: DiskPort, reviewFolder: string): Promise<OpenedBy | null> {
  try {
    const text = new TextDecoder().decode(await disk.read(fileOf(reviewFolder)));
    const parsed = OpenedBy.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (cause) {
    if (isAbsent(cause) || cause instanceof SyntaxError) return null;
    throw cause;
  }
}

export async function noteOpenedBy(disk: DiskPort, reviewFolder: string, by: OpenedBy): Promise<void> {
  await replaceDurably(disk, fileOf(reviewFolder), `${JSON.stringify(by)}\n`);
}

/** Why a review is copied before this program opens it; null when the same program opened it last. */
export function reasonToCopy(
  last: OpenedBy | null,
  next: OpenedBy,
): 'before-update' | 'before-migration' | null {
  if (last && (last.format !== next.format || last.database !== next.database)) return 'before-migration';
  return last?.program === next.program ? null : 'before-update';
}
