import { Unzip, UnzipInflate, unzipSync } from 'fflate';

/** All parts of a workbook together may not grow beyond this (bytes). */
const MOST_BYTES = 256 * 1024 * 1024;
/** Bytes handed to the decompressor at once when an archive is read from its start. */
const CHUNK = 64 * 1024;

export type Archive = {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The archive has no directory at its end; what could be read from its start is there. */
  readonly truncated: boolean;
  /** Some parts were left out because they would have grown too large. */
  readonly tooLarge: boolean;
};

/** The parts of a workbook that are read: strings, styles, the list of sheets, and the sheets. */
const isWanted = (name: string): boolean =>
  /^\/?xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]{1,100}\.xml)$/i.test(
    name,
  );

const plainName = (name: string): string => name.replace(/^\//, '').toLowerCase();

/**
 * The parts of a workbook archive by name in lower case. Sizes are bounded before anything is allocated: what an archive
 * claims counts in full, and no part grows beyond what it claims. An archive without its end is read from its start.
 */
export function openArchive(bytes: Uint8Array): Archive {
  let claimed = 0;
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        if (!isWanted(name) || (compression !== 0 && compression !== 8)) return false;
        claimed += originalSize;
        if (claimed > MOST_BYTES) tooLarge = true;
        return claimed <= MOST_BYTES;
      },
    });
    const parts = new Map(Object.entries(files).map(([name, content]) => [plainName(name), content]));
    return { parts, truncated: false, tooLarge };
  } catch {
    return fromStart(bytes);
  }
}

function fromStart(bytes: Uint8Array): Archive {
  const chunks = new Map<string, Uint8Array[]>();
  const grown = { size: 0 };
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.onfile = (file) => {
    if (!isWanted(file.name)) return;
    const own: Uint8Array[] = [];
    chunks.set(plainName(file.name), own);
    file.ondata = (error, chunk) => {
      grown.size += error === null ? chunk.length : 0;
      if (error === null && grown.size <= MOST_BYTES) own.push(chunk);
    };
    file.start();
  };
  try {
    for (let at = 0; at < bytes.length && grown.size <= MOST_BYTES; at += CHUNK) {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch {
    // The end of what can be read.
  }
  return {
    parts: new Map([...chunks].map(([name, own]) => [name, together(own)])),
    truncated: true,
    tooLarge: grown.size > MOST_BYTES,
  };
}

function together(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
