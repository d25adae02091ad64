import { escapeXml } from './escape-xml';
import type { Block, DocumentMeta, DocumentTable } from './document';

/** A document as one HTML file that opens anywhere and pastes into Word with its tables. */
export const htmlDocument = (
  { title, language }: DocumentMeta,
  blocks: readonly Block[],
): string => `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<title>${escapeXml(title)}</title>
<style>
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }
table { border-collapse: collapse; margin: 1rem 0; font-size: 0.9rem; }
caption { padding-bottom: 0.4rem; text-align: left; font-weight: bold; }
thead { border-top: 1.5px solid; border-bottom: 1px solid; }
tbody { border-bottom: 1.5px solid; }
tbody th { font-weight: normal; }
th, td { padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.under th:first-child { padding-left: 1.8rem; }
.note { font-size: 0.85rem; }
</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</body>
</html>
`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeXml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeXml(block.text)}</p>`;
    case 'table':
      return tableHtml(block.table);
  }
}

function tableHtml({ caption, columns, rows, notes }: DocumentTable): string {
  const side = (index: number): string => (columns[index]?.numeric ? ' class="number"' : '');
  return [
    '<table>',
    `<caption>${escapeXml(caption)}</caption>`,
    `<thead><tr>${columns.map(({ heading }, i) => `<th scope="col"${side(i)}>${escapeXml(heading)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      ({ cells, under }) =>
        `<tr${under ? ' class="under"' : ''}>${cells.map((cell, i) => cellHtml(cell, i, side(i))).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    ...notes.map((note) => `<p class="note">${escapeXml(note)}</p>`),
  ].join('\n');
}

/** The first cell of a row names it. */
const cellHtml = (cell: string, index: number, side: string): string =>
  index === 0 ? `<th scope="row"${side}>${lines(cell)}</th>` : `<td${side}>${lines(cell)}</td>`;

const lines = (text: string): string => text.split('\n').map(escapeXml).join('<br>');
