import type { ConcordBridge } from '@shared/ipc';
import { err, ok } from '@shared/kernel';
import type { JournalPort } from './journal-port';

/** The journal through the desktop bridge; null in a plain browser. */
export const desktopJournal = (): JournalPort | null => (window.concord ? journalOver(window.concord) : null);

type JournalBridge = Pick<
  ConcordBridge,
  | 'listReviews'
  | 'createReview'
  | 'appendLines'
  | 'listLogs'
  | 'readLog'
  | 'mendLog'
  | 'mendReviewFile'
  | 'checkBlobs'
  | 'putBlob'
  | 'putBlobPart'
  | 'getBlob'
  | 'deleteReview'
  | 'listBackups'
  | 'prepareReview'
  | 'backUpReview'
  | 'restoreBackup'
>;

/** The journal through whoever answers its channels. */
export function journalOver(concord: JournalBridge): JournalPort {
  return {
    listReviews: () => concord.listReviews({}),
    createReview: (reviewId, title, fictitious) => concord.createReview({ reviewId, title, fictitious }),
    append: (reviewId, key, fromSequence, lines) =>
      concord.appendLines({ reviewId, ...key, fromSequence, lines: [...lines] }),
    async readLogs(reviewId) {
      const names = await concord.listLogs({ reviewId });
      if (!names.ok) return names;
      const logs = [];
      for (const name of names.value) {
        const log = await concord.readLog({ reviewId, ...name });
        if (!log.ok) return err(log.error);
        const { lines, torn, problems } = log.value;
        logs.push({ ...name, lines, torn, problems });
      }
      return ok(logs);
    },
    mendLog: (reviewId, key, lines) => concord.mendLog({ reviewId, ...key, lines: [...lines] }),
    mendReviewFile: (review) => concord.mendReviewFile(review),
    checkBlobs: (reviewId, named, content) => concord.checkBlobs({ reviewId, named: [...named], content }),
    putBlob: (reviewId, sha256, bytes) => concord.putBlob({ reviewId, sha256, bytes: new Uint8Array(bytes) }),
    putBlobPart: (reviewId, sha256, part) => concord.putBlobPart({ reviewId, sha256, ...part }),
    getBlob: (reviewId, sha256) => concord.getBlob({ reviewId, sha256 }),
    deleteReview: (reviewId) => concord.deleteReview({ reviewId }),
    listBackups: () => concord.listBackups({}),
    prepare: (reviewId, database) => concord.prepareReview({ reviewId, database }),
    backUp: (reviewId) => concord.backUpReview({ reviewId }),
    restore: ({ reviewId, at }) => concord.restoreBackup({ reviewId, at }),
  };
}
