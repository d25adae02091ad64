import { contentTypes, escapeXml, relationships, xmlDeclaration, zipped } from '../export/documents';

/** A cell of a workbook. `mark`: `head` for headings, `differs` for what two coders entered differently. */
export type WorkbookCell = {
  readonly value: string | number | null;
  readonly mark?: 'head' | 'differs';
};

export type WorkbookTab = {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
};

const styleOf = { none: 0, head: 1, differs: 2 } as const;

/**
 * A workbook (SpreadsheetML, ECMA-376 part 1) with one sheet for each tab, the first row frozen. Texts are written as
 * texts, so that no spreadsheet runs them as formulas.
 */
export function workbook(tabs: readonly WorkbookTab[]): Uint8Array<ArrayBuffer> {
  const names = tabNames(tabs.map(({ name }) => name));
  const parts: { [path: string]: string } = {
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(
        tabs.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, 'spreadsheetml.worksheet']),
      ),
    }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${xmlDeclaration}<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names
      .map(
        (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...tabs.map(
        (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
      ),
      [`rId${tabs.length + 1}`, 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
  };
  tabs.forEach((tab, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(tab);
  });
  return zipped(parts);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Yellow and bold for differences; headings bold with a line below. */
const styles = `${xmlDeclaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFE699"/></patternFill></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;

function sheetXml({ rows }: WorkbookTab): string {
  const body = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)).join('')}</row>`,
    )
    .join('');
  const widths = (rows[0] ?? []).map((_, column) => {
    const longest = Math.max(...rows.map((cells) => String(cells[column]?.value ?? '').length));
    const width = Math.min(40, Math.max(8, longest + 2));
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return `${xmlDeclaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
    widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`
  }<sheetData>${body}</sheetData></worksheet>`;
}

function cellXml({ value, mark }: WorkbookCell, place: string): string {
  const style = styleOf[mark ?? 'none'];
  if (value === null || value === '') return style === 0 ? '' : `<c r="${place}" s="${style}"/>`;
  return typeof value === 'number' && Number.isFinite(value)
    ? `<c r="${place}" s="${style}"><v>${value}</v></c>`
    : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(value).slice(0, 32_767))}</t></is></c>`;
}

/** A, B, ... Z, AA, ... */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Names a workbook allows: at most 31 characters, none of \ / ? * [ ] :, each once. */
function tabNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain =
      name
        .replaceAll(/[\\/?*[\]:']/gu, ' ')
        .trim()
        .slice(0, 31) || 'Sheet';
    let chosen = plain;
    for (let copy = 2; used.has(chosen.toLowerCase()); copy += 1) chosen = `${plain.slice(0, 27)} (${copy})`;
    used.add(chosen.toLowerCase());
    return chosen;
  });
}
