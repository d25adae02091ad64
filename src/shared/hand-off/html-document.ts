import { escapeXml, type DocumentTable } from './document-table';

const style = `body{font:11pt/1.4 Georgia,serif;margin:2em;max-width:70em}
table{border-collapse:collapse;width:100%;margin:0 0 1em}
caption{text-align:left;font-weight:bold;padding:.3em 0}
th,td{text-align:left;vertical-align:top;padding:.25em .5em;border-bottom:1px solid #999}
thead th{border-top:2px solid #000;border-bottom:2px solid #000}
.note{font-size:9pt;margin:.2em 0}`;

/** Tables as one HTML page that needs nothing beside it and can be pasted into a manuscript. */
export function htmlDocument(title: string, language: string, tables: readonly DocumentTable[]): string {
  const cells = (tag: 'td' | 'th', texts: readonly string[]): string =>
    texts
      .map((text, index) =>
        index === 0 && tag === 'td'
          ? `<th scope="row">${lines(text)}</th>`
          : `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${lines(text)}</${tag}>`,
      )
      .join('');
  const body = tables
    .map(
      ({ title: caption, columns, rows, notes }) => `<table>
<caption>${escapeXml(caption)}</caption>
<thead><tr>${cells('th', columns)}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n')}
</tbody>
</table>
${notes.map((note) => `<p class="note">${escapeXml(note)}</p>`).join('\n')}`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${escapeXml(language)}">
<head><meta charset="utf-8"><title>${escapeXml(title)}</title>
<style>${style}</style></head>
<body>
<h1>${escapeXml(title)}</h1>
${body}
</body>
</html>
`;
}

const lines = (text: string): string => text.split('\n').map(escapeXml).join('<br>');
