import type { Block, DocumentMeta, DocumentTable } from './document';

/** A document as LaTeX that compiles as it is with pdflatex, xelatex or lualatex; tables by booktabs. */
export const latexDocument = (
  { title }: DocumentMeta,
  blocks: readonly Block[],
): string => `\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage[utf8]{inputenc}
\\usepackage{textcomp}
\\usepackage{amssymb}
\\usepackage{booktabs}
\\usepackage{longtable}
\\usepackage[margin=2cm,landscape]{geometry}
\\title{${latexText(title)}}
\\date{}
\\begin{document}
\\maketitle
${blocks.map(blockLatex).join('\n\n')}
\\end{document}
`;

function blockLatex(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\\section*{${latexText(block.text)}}`;
    case 'paragraph':
      return latexText(block.text);
    case 'table':
      return tableLatex(block.table);
  }
}

function tableLatex({ caption, columns, rows, notes }: DocumentTable): string {
  const line = (cells: readonly string[]): string => `${cells.join(' & ')} \\\\`;
  const head = [
    '\\toprule',
    line(columns.map(({ heading }) => `\\textbf{${latexText(heading)}}`)),
    '\\midrule',
  ];
  return [
    `\\begin{longtable}{${columns.map(({ numeric }) => (numeric ? 'r' : 'l')).join('')}}`,
    `\\multicolumn{${columns.length}}{l}{\\textbf{${latexText(caption)}}} \\\\`,
    ...head,
    '\\endhead',
    ...rows.map(({ cells, under }) =>
      line(cells.map((cell, i) => `${under && i === 0 ? '\\quad ' : ''}${latexText(cell)}`)),
    ),
    '\\bottomrule',
    '\\end{longtable}',
    ...notes.map((note) => `{\\footnotesize ${latexText(note)}\\par}`),
  ].join('\n');
}

/** Characters of LaTeX made harmless, and those that fonts of old engines lack written as commands. */
export const latexText = (text: string): string =>
  [...text].map((character) => commands.get(character) ?? character).join('');

const commands: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ['[', '{[}'],
  [']', '{]}'],
  ['<', '\\ensuremath{<}'],
  ['>', '\\ensuremath{>}'],
  ['−', '\\ensuremath{-}'],
  ['≥', '\\ensuremath{\\ge}'],
  ['≤', '\\ensuremath{\\le}'],
  ['±', '\\ensuremath{\\pm}'],
  ['×', '\\ensuremath{\\times}'],
  ['∞', '\\ensuremath{\\infty}'],
  ['τ', '\\ensuremath{\\tau}'],
  ['²', '\\ensuremath{^2}'],
  ['▲', '\\ensuremath{\\blacktriangle}'],
  ['▼', '\\ensuremath{\\blacktriangledown}'],
  ['◆', '\\ensuremath{\\blacklozenge}'],
  ['’', "'"],
  ['‘', '`'],
  ['“', '``'],
  ['”', "''"],
  ['–', '--'],
  ['…', '\\dots{}'],
]);
