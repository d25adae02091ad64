import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file under these folders that holds a text, as UTF-8 or as UTF-16, which browser databases write. */
export function filesWith(text: string, ...folders: readonly string[]): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return folders.flatMap((folder) =>
    filesIn(folder).filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    }),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(full);
    return entry.isFile() ? [full] : [];
  });
}
