import { strToU8, zipSync } from 'fflate';

/** The earliest day a zip file can name: the same content gives the same bytes, whenever it is made. */
const firstDay = new Date(1980, 0, 1);

/** Files, such as the parts of an Office Open XML package (ECMA-376 part 2), as one zip file. */
export const zipped = (parts: { readonly [path: string]: string | Uint8Array }): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
      ),
      { mtime: firstDay },
    ),
  );

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Relationship = readonly [id: string, type: string, target: string];
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const relationships = (given: readonly Relationship[]): string =>
  `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${given
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** @param overrides content type by part */
export const contentTypes = (overrides: { readonly [part: string]: string }): string =>
  `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    overrides,
  )
    .map(
      ([part, type]) =>
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('')}</Types>`;
