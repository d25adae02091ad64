/** A page as lines of text, set in Helvetica 11 on A4 with 60 points of margin. */
export type PdfPageLines = readonly string[];

export type MadePdf = {
  readonly pages: readonly PdfPageLines[];
  /** The title in the document's properties. */
  readonly title?: string;
  /** Says it is encrypted by a handler nobody has the password for. */
  readonly locked?: boolean;
};

/** Writes a small, complete PDF 1.4 file: text only, every page readable, the same bytes for the same pages. */
export function makePdf({ pages, title, locked = false }: MadePdf): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map((lines) => {
    const content = pageContent(lines);
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const info = title === undefined ? undefined : add(`<< /Title (${escaped(title)}) >>`);
  const lock = locked
    ? add(`<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`)
    : undefined;

  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const extra = [
    info === undefined ? '' : ` /Info ${info} 0 R`,
    lock === undefined ? '' : ` /Encrypt ${lock} 0 R /ID [<${'30'.repeat(16)}> <${'30'.repeat(16)}>]`,
  ].join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R${extra} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function pageContent(lines: PdfPageLines): string {
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  return `BT\n/F1 11 Tf\n15 TL\n60 770 Td\n${shown}\nET`;
}

const escaped = (text: string): string => text.replace(/[\\()]/gu, '\\$&');

/** Text in lines of at most `width` letters. */
export function inLines(text: string, width = 80): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
