import reflib from 'reflib';

export type ReflibReference = { readonly [field: string]: unknown };

/** Every reference reflib finds in a text; `format` is one of its own names ("ris", "medline", "endnotexml", "csv"). */
export const readWithReflib = (format: string, text: string): Promise<readonly ReflibReference[]> =>
  new Promise((resolve, reject) => {
    const references: ReflibReference[] = [];
    reflib
      .parse(format, text)
      .on('ref', (reference) => references.push(reference))
      .on('error', reject)
      .on('end', () => resolve(references));
  });
