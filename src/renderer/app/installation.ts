import { AuthorId, DeviceId, err, ok, ReviewId, type Result } from '@shared/kernel';
import type { Command } from '@shared/review';
import type { JournalError, JournalPort, ReviewBackup } from '../ledger/journal-port';
import { ReviewSession, type WriteError } from '../ledger/review-session';
import type { TeamPort } from '../ledger/team-port';
import { AppDatabase, type KnownReview, type Settings } from '../storage/app-database';
import { databaseVersion, ReviewDatabase } from '../storage/review-database';

/** A review as the first screen lists it. */
export type ListedReview = KnownReview & { readonly onDisk: boolean };

/** This installation of Concord: its settings, its reviews, and the way to open one. */
export type Installation = {
  readonly settings: Settings;
  readonly journal: JournalPort | null;
  /** Null in a plain browser. */
  readonly team: TeamPort | null;
  readonly sheetKept: (reviewId: ReviewId, authorId: AuthorId) => Promise<boolean>;
  readonly noteSheetKept: (reviewId: ReviewId, authorId: AuthorId) => Promise<void>;
  readonly saveSettings: (settings: Settings) => Promise<void>;
  readonly listReviews: () => Promise<readonly ListedReview[]>;
  /** Opens a review that exists, for the profiles remembered on this machine. */
  readonly openReview: (reviewId: ReviewId) => Promise<ReviewSession>;
  /** Opens a review for reading only, as it was at a moment (ms since 1970). */
  readonly openAsOf: (reviewId: ReviewId, asOf: number) => Promise<ReviewSession>;
  /** Moves a review to the backups, out of the list. */
  readonly deleteReview: (reviewId: ReviewId) => Promise<Result<null, JournalError>>;
  /** Puts a backup in the place of a review; the window's own copy is made anew from it. */
  readonly restore: (backup: ReviewBackup) => Promise<Result<null, JournalError>>;
  /** Makes a review and its first coder; ready to be opened. */
  readonly createReview: (
    create: Extract<Command, { do: 'createReview' }>,
    coderName: string,
  ) => Promise<
    Result<
      { session: ReviewSession; authorId: AuthorId },
      WriteError | { kind: 'storage'; error: JournalError }
    >
  >;
  readonly remember: (review: KnownReview) => Promise<void>;
  readonly newAuthorId: () => AuthorId;
  readonly now: () => number;
};

export async function openInstallation(
  journal: JournalPort | null,
  team: TeamPort | null,
  now: () => number,
): Promise<Installation> {
  const database = new AppDatabase();
  const settings = (await database.settings()) ?? firstSettings();
  await database.saveSettings(settings);
  const open = async (reviewId: ReviewId, asOf?: number): Promise<ReviewSession> => {
    const prepared = await journal?.prepare(reviewId, databaseVersion);
    // A folder that is gone is what opening says itself.
    const copyFailed = prepared && !prepared.ok && prepared.error.code !== 'folder-missing';
    return ReviewSession.open({
      reviewId,
      deviceId: settings.deviceId,
      journal,
      now,
      ...(copyFailed ? { copyFailed: prepared.error } : {}),
      ...(asOf === undefined ? {} : { asOf }),
    });
  };

  return {
    settings,
    journal,
    team,
    now,
    sheetKept: (reviewId, authorId) => database.sheetKept(reviewId, authorId),
    noteSheetKept: (reviewId, authorId) => database.noteSheetKept(reviewId, authorId),
    saveSettings: (changed) => database.saveSettings(changed),
    remember: (review) => database.rememberReview(review),
    newAuthorId,
    async openReview(reviewId) {
      const session = await open(reviewId);
      // In the background: whoever opens a review wants to work. Once a day every file is read.
      if (!session.readOnly)
        void journal?.backUp(reviewId).then(async (made) => {
          const shared = await team?.teamPlace({ reviewId });
          // Of a shared review what is not here is fetched when it is needed.
          if (made.ok && (made.value || !(shared?.ok && shared.value))) await session.checkFiles(made.value);
        });
      return session;
    },
    openAsOf: open,

    async deleteReview(reviewId) {
      const deleted = journal ? await journal.deleteReview(reviewId) : ok(null);
      if (!deleted.ok) return deleted;
      await new ReviewDatabase(reviewId).destroy();
      await database.forgetReview(reviewId);
      return deleted;
    },

    async restore(backup) {
      if (!journal) return err({ code: 'no-journal' });
      const restored = await journal.restore(backup);
      if (restored.ok) await new ReviewDatabase(backup.reviewId).destroy();
      return restored;
    },

    async listReviews() {
      const known = await database.reviews();
      const onDisk = journal ? await journal.listReviews() : undefined;
      const listed = new Map<string, ListedReview>();
      for (const review of known) listed.set(review.reviewId, { ...review, onDisk: false });
      if (onDisk?.ok) {
        for (const { reviewId, title, fictitious } of onDisk.value) {
          const review = listed.get(reviewId);
          listed.set(
            reviewId,
            review
              ? { ...review, onDisk: true }
              : { reviewId, title, fictitious, openedAt: '', profiles: [], onDisk: true },
          );
        }
      }
      return [...listed.values()].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
    },

    async createReview(create, coderName) {
      const reviewId = ReviewId.parse(randomId(20));
      const authorId = newAuthorId();
      if (journal) {
        const made = await journal.createReview(reviewId, create.title, create.fictitious);
        if (!made.ok) return { ok: false, error: { kind: 'storage', error: made.error } };
      }
      const session = await open(reviewId);
      const written = await session.dispatch(authorId, create, {
        do: 'joinReview',
        name: coderName,
        role: 'lead',
      });
      if (!written.ok) return written;
      await database.rememberReview({
        reviewId,
        title: create.title,
        fictitious: create.fictitious,
        openedAt: new Date(now()).toISOString(),
        profiles: [authorId],
      });
      return { ok: true, value: { session, authorId } };
    },
  };
}

function firstSettings(): Settings {
  return {
    deviceId: DeviceId.parse(randomId(10)),
    language: navigator.language.toLowerCase().startsWith('nl') ? 'nl' : 'en',
    theme: 'system',
    density: 'comfortable',
  };
}

const newAuthorId = (): AuthorId => AuthorId.parse(randomId(16));

/** Lower-case letters and digits from the system's random source. */
function randomId(length: number): string {
  const letters = 'abcdefghijkmnopqrstuvwxyz0123456789';
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
