import type { Handlers } from '../ipc/handle-channels';
import type { Journal } from './journal';

type JournalChannels =
  | 'listReviews'
  | 'createReview'
  | 'deleteReview'
  | 'appendLines'
  | 'listLogs'
  | 'readLog'
  | 'putBlob'
  | 'getBlob';

export function journalHandlers(journal: Journal): Pick<Handlers, JournalChannels> {
  return {
    listReviews: () => journal.listReviews(),
    createReview: (review) => journal.createReview(review),
    deleteReview: ({ reviewId }) => journal.deleteReview(reviewId),
    appendLines: ({ fromSequence, lines, ...name }) => journal.append(name, fromSequence, lines),
    listLogs: ({ reviewId }) => journal.listLogs(reviewId),
    readLog: (name) => journal.readLog(name),
    putBlob: ({ reviewId, sha256, bytes }) => journal.putBlob(reviewId, sha256, bytes),
    getBlob: ({ reviewId, sha256 }) => journal.getBlob(reviewId, sha256),
  };
}
