import { useEffect, useState } from 'react';
import type { ReviewId } from '@shared/kernel';
import type { ReviewBackup } from '../ledger/journal-port';
import { Button, Dialog } from '../ui-kit';
import { useApp, useFormats, useTexts, wordsForTeamError } from './app-context';
import type { Installation, ListedReview } from './installation';
import styles from './app.module.css';

/** The copies of reviews there are, of all or of one, and putting one back. */
export function BackupsDialog({
  installation,
  reviews,
  onClose,
  onRestored,
}: {
  readonly installation: Installation;
  readonly reviews: readonly ListedReview[];
  readonly onClose: () => void;
  readonly onRestored: () => void;
}) {
  const { app, copies } = useTexts();
  return (
    <Dialog
      title={copies.backupsTitle}
      wide
      onClose={onClose}
      actions={
        <Button kind="close" onPress={onClose}>
          {app.close}
        </Button>
      }
    >
      <p>{copies.backupsHint}</p>
      <Backups installation={installation} reviews={reviews} onRestored={onRestored} />
    </Dialog>
  );
}

export function Backups({
  installation,
  reviews,
  only,
  onRestored,
}: {
  readonly installation: Installation;
  readonly reviews: readonly ListedReview[];
  /** The one review whose copies are wanted; all without it. */
  readonly only?: ReviewId;
  readonly onRestored: () => void;
}) {
  const texts = useTexts();
  const { copies } = texts;
  const { say } = useApp();
  const formats = useFormats();
  const [backups, setBackups] = useState<readonly ReviewBackup[]>([]);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let current = true;
    void installation.journal?.listBackups().then((listed) => {
      if (current && listed.ok) setBackups(listed.value);
    });
    return () => {
      current = false;
    };
  }, [installation]);

  const titleOf = ({ reviewId, title }: ReviewBackup): string =>
    reviews.find((review) => review.reviewId === reviewId)?.title || title || reviewId;
  const restore = async (backup: ReviewBackup): Promise<void> => {
    setBusy(true);
    const restored = await installation.restore(backup);
    setBusy(false);
    if (!restored.ok) {
      say({ text: wordsForTeamError(texts, restored.error.code), tone: 'error' });
      return;
    }
    say({ text: copies.restored(titleOf(backup)) });
    onRestored();
  };

  const shown = backups.filter(({ reviewId }) => only === undefined || reviewId === only);
  if (shown.length === 0) return <p>{copies.none}</p>;
  return (
    <ul className={styles['backups']}>
      {shown.map((backup) => (
        <li key={`${backup.reviewId} ${backup.at}`}>
          <span>
            {formats.moment(new Date(backup.at).toISOString())}, {copies.why[backup.why]}
            {backup.program ? (
              <span className={styles['backupOf']}>{copies.program(backup.program)}</span>
            ) : null}
            {only === undefined ? <bdi className={styles['backupOf']}>{titleOf(backup)}</bdi> : null}
          </span>
          <Button small disabled={busy} onPress={() => void restore(backup)}>
            {copies.restore}
          </Button>
        </li>
      ))}
    </ul>
  );
}
