import { findDuplicates, findingKey, type Citation, type Judgement } from '@shared/deduplication';
import { textsIn } from '@shared/i18n';
import { parseArguments, print, tell, WrongUsage } from './io';
import { readCitations } from './read-citations';

/**
 * `dedupe FILE…`: groups of records that describe one work, the pairs that prove them, and the pairs a person has to look
 * at, one for every two groups that may be one.
 */
export async function dedupe(args: readonly string[]): Promise<number> {
  const { rest } = parseArguments(args, []);
  if (rest.length === 0) throw new WrongUsage('give at least one file');
  const printed = new Map<string, string | number>();
  const citations: Citation[] = [];
  let failures = 0;
  for (const file of rest) {
    try {
      const { records, unreadable } = await readCitations(file);
      failures += unreadable;
      for (const { id, citation } of records) {
        // The same id in two files names two records: the later one is told apart by its file.
        const key = printed.has(citation.id) ? `${file}:${citation.id}` : citation.id;
        printed.set(key, key === citation.id ? id : key);
        citations.push({ ...citation, id: key });
      }
    } catch (cause) {
      failures += 1;
      tell(cause instanceof Error ? cause.message : String(cause));
    }
  }
  const found = findDuplicates(citations);
  const named = (id: string): string | number => printed.get(id) ?? id;
  print({
    records: citations.length,
    groups: found.groups.map((group) => group.map(named)),
    certain: found.certain.map(({ a, b }) => [named(a), named(b)]),
    probable: found.probable.map(({ a, b, judgement }) => [
      named(a),
      named(b),
      Number(judgement.score.toFixed(3)),
      inWords(judgement),
    ]),
  });
  const removed = found.groups.reduce((sum, group) => sum + group.length - 1, 0);
  const share = citations.length === 0 ? 0 : (100 * found.probable.length) / citations.length;
  tell(
    `${citations.length} records: ${removed} copies in ${found.groups.length} groups are certain; ` +
      `${found.probable.length} pairs are for a person to look at (${share.toFixed(1)} % of the records); ` +
      `${found.related.length} pairs belong together without being copies.`,
  );
  return failures > 0 ? 1 : 0;
}

/** Why a pair scored as it did, in a line. */
function inWords({ findings, veto }: Judgement): string {
  const { duplicates: words } = textsIn('en');
  const reasons = findings.map((finding) => words.finding[findingKey(finding)]);
  return [...(veto === null ? [] : [words.veto[veto.code]]), ...reasons].join('; ');
}
