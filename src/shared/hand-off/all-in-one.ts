import { zipped } from '../export/documents';
import type { HandOffFile } from './hand-off-files';

/** All files of a hand-over in one, a zip file that has each under its own name. */
export const allInOne = (files: readonly HandOffFile[]): Uint8Array<ArrayBuffer> =>
  zipped(Object.fromEntries(files.map(({ name, content }) => [name, content()])));
