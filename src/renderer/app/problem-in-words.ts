import type { Catalogue } from '@shared/i18n';
import { assertNever } from '@shared/kernel';
import type { OpenProblem } from '../ledger/open-problem';

/** What was found when a review was opened, as a sentence that names the log, the entry or the file. */
export function problemInWords(
  texts: Catalogue,
  problem: OpenProblem,
  nameOf: (authorId: string) => string,
): string {
  const { problems } = texts.app;
  switch (problem.code) {
    case 'healed':
      return problem.side === 'database'
        ? problems.healedDatabase(problem.events)
        : problems.healedJournal(problem.events);
    case 'mended':
      return problem.side === 'database'
        ? problems.mendedDatabase(nameOf(problem.key.authorId), problem.position)
        : problems.mendedJournal(nameOf(problem.key.authorId), problem.position);
    case 'files-mended':
      return problems.filesMended(nameOf(problem.key.authorId), problem.files.join(', '));
    case 'conflicted-copies':
      return problems.conflictedCopies(nameOf(problem.key.authorId), problem.files.join(', '));
    case 'torn-line':
      return problems.tornLine(nameOf(problem.key.authorId));
    case 'review-file-mended':
      return problems.reviewFileMended;
    case 'review-file-unreadable':
      return problems.reviewFileUnreadable(wordsForStorageError(texts, problem.error.code));
    case 'blocks-mended':
      return problems.blocksMended(problem.blocks);
    case 'blobs-restored':
      return problems.blobsRestored(problem.files.join(', '));
    case 'blobs-lost':
      return problems.blobsLost(problem.files.join(', '));
    case 'logs-differ':
      return problems.logsDiffer(nameOf(problem.key.authorId), problem.position);
    case 'chain-broken':
      return problems.chainBroken(nameOf(problem.key.authorId), problem.problem.position);
    case 'records-missing':
      return problems.recordsMissing(problem.blocks.length);
    case 'copy-failed':
      return problems.copyFailed(wordsForStorageError(texts, problem.error.code));
    case 'journal-unreadable':
      return problems.journalUnreadable(wordsForStorageError(texts, problem.error.code));
    default:
      return assertNever(problem);
  }
}

/** The sentence for what the disk or the database said no to. */
export function wordsForStorageError(texts: Catalogue, code: string): string {
  const { storage } = texts.app;
  return isStorageCode(code, storage) ? storage[code] : storage.other(code);
}

type StorageTexts = Catalogue['app']['storage'];
type StorageCode = Exclude<keyof StorageTexts, 'other'>;
const isStorageCode = (code: string, texts: StorageTexts): code is StorageCode =>
  code !== 'other' && code in texts;
