import { useState } from 'react';
import type { ReviewId } from '@shared/kernel';
import { Button, Dialog, TextField } from '../ui-kit';
import { useApp, useTexts, wordsForTeamError } from './app-context';
import { Backups } from './backups-dialog';
import type { Installation, ListedReview } from './installation';
import styles from './app.module.css';

/** What can be done with a review besides opening it: see it as it was, put a copy back, delete it. */
export function ReviewMoreDialog({
  installation,
  review,
  onClose,
  onOpenAsOf,
  onChanged,
}: {
  readonly installation: Installation;
  readonly review: ListedReview;
  readonly onClose: () => void;
  readonly onOpenAsOf: (reviewId: ReviewId, asOf: number) => void;
  /** The list of reviews is another one now. */
  readonly onChanged: () => void;
}) {
  const texts = useTexts();
  const { app, copies } = texts;
  const { say } = useApp();
  const now = new Date(installation.now());
  const [day, setDay] = useState(localDay(now));
  const [time, setTime] = useState(localTime(now));
  const [removing, setRemoving] = useState(false);
  const title = review.title || review.reviewId;
  const asOf = new Date(`${day}T${time}:59.999`).getTime();

  const remove = async (): Promise<void> => {
    const removed = await installation.deleteReview(review.reviewId);
    onClose();
    if (removed.ok) say({ text: copies.removed(title) });
    else say({ text: wordsForTeamError(texts, removed.error.code), tone: 'error' });
    onChanged();
  };

  if (removing)
    return (
      <Dialog
        title={copies.removeTitle(title)}
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>{app.cancel}</Button>
            <Button kind="primary" onPress={() => void remove()}>
              {copies.removeConfirm}
            </Button>
          </>
        }
      >
        <p>{copies.removeText}</p>
      </Dialog>
    );
  return (
    <Dialog
      title={copies.moreTitle(title)}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={() => setRemoving(true)}>
            {copies.remove}
          </Button>
          <Button kind="close" onPress={onClose}>
            {app.close}
          </Button>
        </>
      }
    >
      <h3>{copies.asOf}</h3>
      <p>{copies.asOfHint}</p>
      <div className={styles['asOf']}>
        <TextField label={copies.day} type="date" value={day} onChange={setDay} />
        <TextField label={copies.time} value={time} placeholder="14:30" onChange={setTime} />
        <Button
          disabled={Number.isNaN(asOf)}
          onPress={() => {
            onClose();
            onOpenAsOf(review.reviewId, asOf);
          }}
        >
          {copies.open}
        </Button>
      </div>
      <h3>{copies.backups}</h3>
      <p>{copies.backupsHint}</p>
      <Backups
        installation={installation}
        reviews={[review]}
        only={review.reviewId}
        onRestored={() => {
          onClose();
          onChanged();
        }}
      />
    </Dialog>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');
const localDay = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
const localTime = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;
