import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { conflictsCsv, recordSelections, recordsOfReview } from '@shared/export';
import { ratingsOfReview, robvisCsv, type RatingTable } from '@shared/export/robvis';
import { isRecordFormat, recordFormats, writeRecords } from '@shared/formats';
import { handOffFiles, handOffIds } from '@shared/hand-off';
import { languages } from '@shared/i18n';
import type { Sha256 } from '@shared/kernel';
import { deriveFlow } from '@shared/prisma';
import { RecordBlock, shortCitation, StandingRecords, type CitationRecord } from '@shared/records';
import { flowOfReview, replay, type ReviewState, type Study } from '@shared/review';
import { parseArguments, tell, WrongUsage } from './io';
import { readBlob, readReviewFolder } from './review-folder';
import { lookAs } from './who-looks';

const targets = [...handOffIds, 'all', 'prisma', 'conflicts', 'robvis', ...recordFormats] as const;

/** `export REVIEW_FOLDER --to …`: a hand-off of a review folder, to stdout or a file; all of them into a folder. */
export async function exportReview(args: readonly string[]): Promise<number> {
  const { rest, options } = parseArguments(args, ['to', 'out', 'records', 'tool', 'language', 'as']);
  const [folder, ...more] = rest;
  if (folder === undefined || more.length > 0) throw new WrongUsage('give one review folder');
  const target = targets.find((name) => name === options.get('to'));
  if (!target) throw new WrongUsage(`--to is one of ${targets.join(', ')}`);
  const asked = options.get('records') ?? 'reports';
  const selection = recordSelections.find((name) => name === asked);
  if (!selection) throw new WrongUsage(`--records is one of ${recordSelections.join(', ')}`);
  const language = languages.find((name) => name === (options.get('language') ?? 'en'));
  if (!language) throw new WrongUsage(`--language is one of ${languages.join(', ')}`);
  const out = options.get('out');
  if (target === 'all' && out === undefined) throw new WrongUsage('--to all needs --out FOLDER');
  const read = await readReviewFolder(folder);
  for (const problem of read.problems) tell(`${problem.where}: ${problem.code} (${problem.detail})`);
  const look = lookAs(replay(read.events), options.get('as'));
  if (!look) return 1;
  const { state } = look;
  if (
    !look.open &&
    (target === 'prisma' || target === 'conflicts' || (isRecordFormat(target) && selection === 'included'))
  ) {
    tell('this would tell how others voted; it opens when your own votes are complete');
    return 1;
  }
  const records = await recordsOf(folder, state);
  const files = handOffFiles(state, (study) => labelOf(study, records), language);
  if (target === 'all') {
    const into = path.resolve(out ?? '.');
    await mkdir(into, { recursive: true });
    for (const { name, content } of files) await writeFile(path.join(into, name), content());
    tell(`Written: ${files.length} files in ${into}`);
    return 0;
  }
  const label = (study: Study): string => labelOf(study, records);
  const content = isRecordFormat(target)
    ? writeRecords(
        recordsOfReview(state, (id) => records.get(id), selection),
        target,
      )
    : target === 'prisma'
      ? flowAsJson(state)
      : target === 'conflicts'
        ? conflictsCsv(state, (id) => records.get(id), look.viewer?.authorId)
        : target === 'robvis'
          ? robvisOf(ratingsOfReview(state, label, language), options.get('tool'))
          : (files.find(({ id }) => id === target)?.content() ?? null);
  if (content === null) {
    tell('there is no final assessment of risk of bias with that tool');
    return 1;
  }
  if (out === undefined) process.stdout.write(content);
  else {
    await writeFile(out, content);
    tell(`Written: ${path.resolve(out)}`);
  }
  return 0;
}

function flowAsJson(state: ReviewState): string {
  const { behind: _, ...flow } = deriveFlow(flowOfReview(state));
  return `${JSON.stringify(flow, null, 1)}\n`;
}

/** One file holds one tool: the one asked for, or the first; the others are named. Null where there is none. */
function robvisOf(tables: readonly RatingTable[], tool: string | undefined): string | null {
  const table = tables.find(({ toolId }) => tool === undefined || toolId === tool);
  const others = tables.filter((other) => other !== table).map(({ toolId }) => toolId);
  if (others.length > 0) tell(`Also rated with: ${others.join(', ')} (--tool)`);
  return table ? robvisCsv(table) : null;
}

/** The records as they stand; blocks that are missing are passed over. */
async function recordsOf(folder: string, state: ReviewState): Promise<StandingRecords> {
  const standing = new StandingRecords();
  for (const { imported } of state.records.batches) {
    for (const sha256 of imported.recordBlocks) standing.takeImported(await blockOf(folder, sha256));
  }
  for (const { completed } of state.records.completions) {
    for (const sha256 of completed.completionBlocks)
      standing.takeCompletion(sha256, await blockOf(folder, sha256));
  }
  standing.follow(state.records);
  return standing;
}

async function blockOf(folder: string, sha256: Sha256): Promise<readonly CitationRecord[]> {
  const blob = await readBlob(folder, sha256);
  if (!(blob instanceof Uint8Array)) return [];
  const block = RecordBlock.safeParse(JSON.parse(new TextDecoder().decode(blob)));
  return block.success ? block.data.records : [];
}

const labelOf = (study: Study, records: StandingRecords): string => {
  const first = study.reports[0];
  const record = first === undefined ? undefined : records.get(first);
  return record ? shortCitation(record) : study.studyId;
};
