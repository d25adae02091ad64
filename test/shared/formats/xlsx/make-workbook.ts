import { strToU8, zipSync } from 'fflate';

/** Sheets of raw `sheetData` XML, by name. */
export type SheetSource = { readonly name: string; readonly data: string; readonly state?: string };

export type WorkbookSource = {
  readonly sheets: readonly SheetSource[];
  readonly strings?: readonly string[];
  /** Number formats of the cell styles, in order: a built-in number or a code. */
  readonly formats?: readonly (number | string)[];
  readonly date1904?: boolean;
};

/** The smallest workbook that programs open: what the tests need and nothing else. */
export function workbook({
  sheets,
  strings = [],
  formats = [0],
  date1904 = false,
}: WorkbookSource): Uint8Array {
  const custom = formats.flatMap((format, i) =>
    typeof format === 'string' ? [{ id: 164 + i, code: format }] : [],
  );
  const escaped = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet><numFmts>${custom.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`).join('')}</numFmts><cellXfs>${formats
        .map((format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + i}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    ...Object.fromEntries(
      sheets.map(({ data }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        strToU8(`<worksheet><sheetData>${data}</sheetData></worksheet>`),
      ]),
    ),
  });
}

/** A row of texts as inline strings; empty cells are left out, as programs do. */
export const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells
    .map((cell, i) =>
      cell === ''
        ? ''
        : `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${cell.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`,
    )
    .join('')}</row>`;
