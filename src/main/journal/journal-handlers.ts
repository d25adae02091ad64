import type { Handlers } from '../ipc/handle-channels';
import type { Journal } from './journal';

type JournalChannels =
  | 'listReviews'
  | 'createReview'
  | 'deleteReview'
  | 'listBackups'
  | 'prepareReview'
  | 'backUpReview'
  | 'restoreBackup'
  | 'appendLines'
  | 'listLogs'
  | 'readLog'
  | 'mendLog'
  | 'mendReviewFile'
  | 'checkBlobs'
  | 'putBlob'
  | 'putBlobPart'
  | 'getBlob'
  | 'writeMember'
  | 'readMembers'
  | 'diskSpace';

export function journalHandlers(journal: Journal): Pick<Handlers, JournalChannels> {
  return {
    listReviews: () => journal.listReviews(),
    createReview: (review) => journal.createReview(review),
    deleteReview: ({ reviewId }) => journal.deleteReview(reviewId),
    listBackups: () => journal.listBackups(),
    prepareReview: ({ reviewId, database }) => journal.prepare(reviewId, database),
    backUpReview: ({ reviewId }) => journal.backUp(reviewId),
    restoreBackup: ({ reviewId, at }) => journal.restore(reviewId, at),
    appendLines: ({ fromSequence, lines, ...name }) => journal.append(name, fromSequence, lines),
    listLogs: ({ reviewId }) => journal.listLogs(reviewId),
    readLog: ({ from, limit, ...name }) => journal.readLog(name, from, limit),
    mendLog: ({ lines, ...name }) => journal.mend(name, lines),
    mendReviewFile: (review) => journal.mendReviewFile(review),
    checkBlobs: ({ reviewId, named, content }) => journal.checkBlobs(reviewId, named, content),
    putBlob: ({ reviewId, sha256, bytes }) => journal.putBlob(reviewId, sha256, bytes),
    putBlobPart: ({ reviewId, sha256, ...part }) => journal.putBlobPart(reviewId, sha256, part),
    getBlob: ({ reviewId, sha256 }) => journal.getBlob(reviewId, sha256),
    writeMember: ({ reviewId, authorId, member }) => journal.writeMember(reviewId, authorId, member),
    readMembers: ({ reviewId }) => journal.readMembers(reviewId),
    diskSpace: () => journal.diskSpace(),
  };
}
