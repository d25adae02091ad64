import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file under these folders that holds a text in any of its forms. */
export function filesWith(text: string, ...folders: readonly string[]): string[] {
  const needles = formsOf(text);
  return folders.flatMap((folder) =>
    filesIn(folder).filter((file) => {
      const bytes = contentOf(file);
      return needles.some((needle) => bytes.includes(needle));
    }),
  );
}

/**
 * How a text can stand in a file: as UTF-8, as Latin-1 and UTF-16, which browser databases write, inside JSON (also with
 * everything beyond ASCII escaped), and each of these in base64, whose letters depend on what stands before the text.
 */
export function formsOf(text: string): Buffer[] {
  const inJson = JSON.stringify(text).slice(1, -1);
  const ascii = inJson.replace(
    /[^\u0020-\u007e]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const encodings = ['utf8', 'latin1', 'utf16le'] as const;
  const plain = [text, inJson, ascii].flatMap((form) =>
    encodings
      .filter((encoding) => Buffer.from(form, encoding).toString(encoding) === form)
      .map((encoding) => Buffer.from(form, encoding)),
  );
  const encoded = plain.flatMap((bytes) => [0, 1, 2].map((before) => base64Within(bytes, before)));
  const forms = [...plain, ...encoded];
  return forms.filter((form, index) => forms.findIndex((other) => other.equals(form)) === index);
}

/** The letters of base64 that depend on these bytes alone, where so many bytes stand before them. */
function base64Within(bytes: Buffer, before: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/u, '');
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + bytes.length) * 8) / 6);
  return Buffer.from(whole.slice(first, last));
}

/** Browsers take files away and write new ones while they are looked at. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(full);
    return entry.isFile() ? [full] : [];
  });
}
