import path from 'node:path';
import { isOurs } from '../security/origin';

/** The file an address of our origin means, or null if it is not ours or would leave `folder`. */
export function fileOfAddress(folder: string, address: string): string | null {
  if (!isOurs(address)) return null;
  let name: string;
  try {
    name = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  const file = path.resolve(folder, `.${name === '/' ? '/index.html' : name}`);
  const inside = path.relative(folder, file);
  return inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}
