import path from 'node:path';
import { z } from '../../shared/kernel/schema';
import { AuthorId } from '../../shared/kernel';
import { isAbsent, type DiskPort } from './disk-port';
import { replaceDurably } from './durable-files';

/** What a coder tells about themselves; main keeps it and does not read it. */
const Member = z.record(z.string(), z.json());
export type Member = z.infer<typeof Member>;

/** `member` is null when the file is there and cannot be read. */
export type MemberOnDisk = { readonly authorId: AuthorId; readonly member: Member | null };

/** `members/<authorId>.json`, written only by that author. */
export async function writeMember(
  disk: DiskPort,
  reviewFolder: string,
  authorId: AuthorId,
  member: Member,
): Promise<void> {
  const folder = path.join(reviewFolder, 'members');
  await disk.makeFolder(folder);
  await replaceDurably(disk, path.join(folder, `${authorId}.json`), `${JSON.stringify(member, null, 2)}\n`);
  await disk.syncFolder(reviewFolder);
}

export async function readMembers(disk: DiskPort, reviewFolder: string): Promise<MemberOnDisk[]> {
  const folder = path.join(reviewFolder, 'members');
  const members: MemberOnDisk[] = [];
  for (const name of (await namesIn(disk, folder)).sort()) {
    const authorId = AuthorId.safeParse(name.replace(/\.json$/u, ''));
    if (!name.endsWith('.json') || !authorId.success) continue;
    const text = new TextDecoder().decode(await disk.read(path.join(folder, name)));
    members.push({ authorId: authorId.data, member: parse(text) });
  }
  return members;
}

function parse(text: string): Member | null {
  try {
    const parsed = Member.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function namesIn(disk: DiskPort, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (cause) {
    if (isAbsent(cause)) return [];
    throw cause;
  }
}
