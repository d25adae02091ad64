import { Dexie, type Table } from 'dexie';
import { z } from '@shared/kernel/schema';
import { AuthorId, DeviceId, ReviewId } from '@shared/kernel';

/** What this installation remembers beside the reviews: choices of looks and language, and who works here. */
export const Settings = z.object({
  deviceId: DeviceId,
  language: z.enum(['en', 'nl']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** What screens remember for a person, as JSON by name; each screen reads its own. */
  choices: z.record(z.string(), z.string()).optional(),
});
export type Settings = z.infer<typeof Settings>;

export const KnownReview = z.object({
  reviewId: ReviewId,
  title: z.string(),
  fictitious: z.boolean(),
  openedAt: z.string(),
  /** The profiles that work on this machine, the current one first. */
  profiles: z.array(AuthorId),
});
export type KnownReview = z.infer<typeof KnownReview>;

export class AppDatabase {
  readonly #db = new Dexie('concord-app', { chromeTransactionDurability: 'strict' });
  readonly #values: Table<{ key: string; value: unknown }, string>;
  readonly #reviews: Table<unknown, string>;

  constructor() {
    this.#db.version(1).stores({ values: 'key', reviews: 'reviewId' });
    this.#values = this.#db.table('values');
    this.#reviews = this.#db.table('reviews');
  }

  async settings(): Promise<Settings | undefined> {
    const row = await this.#values.get('settings');
    const parsed = Settings.safeParse(row?.value);
    return parsed.success ? parsed.data : undefined;
  }

  async saveSettings(settings: Settings): Promise<void> {
    await this.#values.put({ key: 'settings', value: settings });
  }

  /** Whether somebody has kept the recovery sheet of a coder of a review. */
  async sheetKept(reviewId: ReviewId, authorId: AuthorId): Promise<boolean> {
    return (await this.#values.get(`sheet kept ${reviewId} ${authorId}`)) !== undefined;
  }

  async noteSheetKept(reviewId: ReviewId, authorId: AuthorId): Promise<void> {
    await this.#values.put({ key: `sheet kept ${reviewId} ${authorId}`, value: true });
  }

  async reviews(): Promise<KnownReview[]> {
    const rows = await this.#reviews.toArray();
    return rows.flatMap((row) => {
      const parsed = KnownReview.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    });
  }

  async rememberReview(review: KnownReview): Promise<void> {
    await this.#reviews.put(review);
  }

  async forgetReview(reviewId: ReviewId): Promise<void> {
    await this.#reviews.delete(reviewId);
  }
}
