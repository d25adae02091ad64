import { recordOfFields } from '../delimited';
import { collapseSpace, findDoi, sourceLineOf } from '../fields';
import { firstVisible, LineCursor } from '../line-cursor';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';

/** "12. Lancet. 2021 Jan 9;397(10269):99-111. doi: …": the source line that begins a record. */
const start = /^\d{1,6}\. (?=\S)/;
const identifier = /^PMID: (\d{1,8})\b/m;

/** Whether a text is what PubMed saves as "Abstract (text)": numbered source lines, and a PubMed id below each. */
export const isPubmedText = (text: string): boolean =>
  /^1\. \S[^\r\n]{10,400}[\r\n]/m.test(text.slice(0, 8192)) && identifier.test(text.slice(0, 256 * 1024));

type Block = { readonly line: number; readonly text: string };

/** Reads PubMed's "Abstract (text)": blocks parted by blank lines, told by their place and their first words. */
export function readPubmedText(text: string, sink: ParseSink): void {
  let record: Block[] = [];
  let complete = false;
  for (const block of blocksOf(text)) {
    if (start.test(block.text) && (record.length === 0 || complete)) {
      close(record, sink);
      record = [];
      complete = false;
    }
    record.push(block);
    complete ||= identifier.test(block.text);
    if (sink.progress?.(block.line) === false) return;
  }
  close(record, sink);
}

function* blocksOf(text: string): Generator<Block> {
  const lines = new LineCursor(text);
  let line = 0;
  let parts: string[] = [];
  while (lines.advance()) {
    if (firstVisible(text, lines.start, lines.end) < lines.end) {
      if (parts.length === 0) line = lines.number;
      parts.push(text.slice(lines.start, lines.end).trim());
    } else if (parts.length > 0) {
      yield { line, text: parts.join('\n') };
      parts = [];
    }
  }
  if (parts.length > 0) yield { line, text: parts.join('\n') };
}

/** Blocks that are kept beside the abstract, by their first words. */
const aside =
  /^(?:Author information|Collaborators|Comment (?:in|on)|Erratum (?:in|for)|Update (?:in|of)|Retraction (?:in|of)|Republished|Conflict of interest statement|Copyright|©|\(c\)|Publisher)\b/i;
/** "Voysey M(1), Clemens SAC(2).": names end with initials, often with the numbers of their addresses. */
const names = /^[^\n]{0,80}? [\p{Lu}][\p{L}-]{0,4}(?: (?:Jr|Sr|2nd|3rd))?(?:\(\d{1,3}\))*(?:[,.;]|$)/u;

function close(blocks: readonly Block[], sink: ParseSink): void {
  const [source, title, ...rest] = blocks;
  if (source === undefined) return;
  if (!start.test(source.text) || title === undefined) {
    for (const { line, text } of blocks)
      reportProblem(
        sink,
        line,
        'text-outside-record',
        'This line belongs to no record and was skipped.',
        text,
      );
    return;
  }
  const where = collapseSpace(source.text.replace(start, ''));
  const [first] = rest;
  const authors =
    first !== undefined && names.test(first.text) && !aside.test(first.text) ? first : undefined;
  const other: [string, string][] = [['source', where]];
  const abstract: string[] = [];
  let ids = '';
  for (const block of authors === undefined ? rest : rest.slice(1)) {
    if (/^(?:DOI|PMCID|PMID): /.test(block.text)) ids = block.text;
    else if (aside.test(block.text))
      other.push([block.text.split(/[:\n]/, 1)[0] ?? '', collapseSpace(block.text)]);
    else abstract.push(collapseSpace(block.text));
  }
  const printed = sourceLineOf(where.replace(/\.? doi: .*$/i, ''));
  const numbers = /;\s?(\w{1,10})?(?:\(([^()]{1,30})\))?(?::\s?([A-Za-z]{0,6}\d[\w-]{0,20}))?/.exec(where);
  sink.record(
    recordOfFields(
      {
        single: {
          title: collapseSpace(title.text),
          journal: printed.journal,
          year: /\b(?:1[89]|20)\d{2}\b/.exec(where)?.[0],
          date: /\b((?:1[89]|20)\d{2}[^;:.]{0,20})[;:.]/.exec(where)?.[1],
          volume: numbers?.[1],
          issue: numbers?.[2],
          pages: numbers?.[3],
          doi: /^DOI: (\S+)/m.exec(ids)?.[1] ?? findDoi(where),
          pmcid: /^PMCID: (\S+)/m.exec(ids)?.[1],
          pmid: identifier.exec(ids)?.[1],
          abstract: abstract.join(' '),
        },
        authors: (authors?.text ?? '')
          .replace(/\s+/g, ' ')
          .replace(/\(#?\d{0,3}\)/g, '')
          .replace(/\.$/, '')
          .split(/[,;] /),
        keywords: [],
        other,
        line: source.line,
      },
      sink,
    ),
  );
}
