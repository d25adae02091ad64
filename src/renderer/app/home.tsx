import { useCallback, useEffect, useState } from 'react';
import type { AuthorId, ReviewId } from '@shared/kernel';
import { protocolTemplates, templateById } from '@shared/protocol';
import { Badge, Button, Dialog, Notice, SelectField, TextField, useKeys } from '../ui-kit';
import type { ReviewSession } from '../ledger/review-session';
import type { TeamLink } from '../ledger/team-link';
import { useApp, useFormats, useTexts, wordsForWriteError } from './app-context';
import { createDemonstration } from '../features/demonstration/create-demonstration';
import type { Installation, ListedReview } from './installation';
import { BackupsDialog } from './backups-dialog';
import { FindDialog } from './find-dialog';
import { FirstSteps } from './first-steps';
import { JoinDialog } from './join-dialog';
import { ReviewMoreDialog } from './review-more-dialog';
import type { FoundReview } from './team-work';
import { SettingsDialog } from './settings-dialog';
import { trialRuntime } from './trial-runtime';
import styles from './app.module.css';

type HomeProps = {
  readonly installation: Installation;
  /** Answers `to-join` for a review of a team that nobody of this computer works on yet. */
  readonly onOpen: (
    reviewId: ReviewId,
    profiles: readonly AuthorId[],
  ) => Promise<'opened' | 'unreadable' | 'to-join'>;
  readonly onOpenAsOf: (reviewId: ReviewId, asOf: number) => void;
  readonly onCreated: (session: ReviewSession, authorId: AuthorId, team?: TeamLink) => void;
};

/** The first screen: the reviews of this installation, a new one, and the demonstration. */
export function Home({ installation, onOpen, onOpenAsOf, onCreated }: HomeProps) {
  const texts = useTexts();
  const { app } = texts;
  const { say, settings } = useApp();
  const [reviews, setReviews] = useState<readonly ListedReview[] | null>(null);
  const [creating, setCreating] = useState(false);
  const [looking, setLooking] = useState(false);
  const [joining, setJoining] = useState<FoundReview | null>(null);
  const [more, setMore] = useState<ListedReview | null>(null);
  const [backups, setBackups] = useState(false);
  const [changes, setChanges] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let current = true;
    void installation.listReviews().then((listed) => {
      if (current) setReviews(listed);
    });
    return () => {
      current = false;
    };
    // `changes` counts what was deleted and restored: the list is read again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [installation, changes]);

  useKeys({ n: () => setCreating(true) });

  const openDemonstration = useCallback(async () => {
    setBusy(true);
    const made = await createDemonstration(installation, settings.language);
    setBusy(false);
    if (made.ok) onCreated(made.value.session, made.value.authorId);
    else say({ text: wordsForWriteError(texts, made.error), tone: 'error' });
  }, [installation, settings.language, onCreated, say, texts]);

  const open = async (review: ListedReview): Promise<void> => {
    if ((await onOpen(review.reviewId, review.profiles)) === 'to-join') setJoining(review);
  };

  return (
    <main className={styles['home']}>
      {trialRuntime() ? <Notice tone="warn">{app.trialRuntime}</Notice> : null}
      {installation.journal ? null : <Notice tone="warn">{app.noJournal}</Notice>}
      <header className={styles['homeHead']}>
        <div>
          <p className={styles['brand']}>{app.name}</p>
          <h1>{app.home.title}</h1>
        </div>
        <div className={styles['homeActions']}>
          <Button kind="quiet" onPress={() => setChoosing(true)}>
            {app.settings.title}
          </Button>
          {installation.journal ? (
            <Button kind="quiet" onPress={() => setBackups(true)}>
              {texts.copies.backups}
            </Button>
          ) : null}
          {reviews !== null && reviews.length > 0 ? (
            <>
              <Button disabled={busy} onPress={() => void openDemonstration()}>
                {app.home.demo}
              </Button>
              {installation.team ? (
                <Button onPress={() => setLooking(true)}>{texts.team.join.action}</Button>
              ) : null}
              <Button kind="primary" shortcut="N" onPress={() => setCreating(true)}>
                {app.home.create}
              </Button>
            </>
          ) : null}
        </div>
      </header>
      {reviews === null ? (
        <p role="status">{app.loading}</p>
      ) : reviews.length === 0 ? (
        <FirstSteps
          busy={busy}
          onCreate={() => setCreating(true)}
          onDemonstration={() => void openDemonstration()}
          onJoin={installation.team ? () => setLooking(true) : undefined}
        />
      ) : (
        <ul className={styles['reviews']}>
          {reviews.map((review) => (
            <ReviewRow
              key={review.reviewId}
              review={review}
              onOpen={() => void open(review)}
              {...(installation.journal && review.onDisk ? { onMore: () => setMore(review) } : {})}
            />
          ))}
        </ul>
      )}
      {creating ? (
        <NewReviewDialog
          installation={installation}
          onClose={() => setCreating(false)}
          onCreated={onCreated}
        />
      ) : null}
      {more ? (
        <ReviewMoreDialog
          installation={installation}
          review={more}
          onClose={() => setMore(null)}
          onOpenAsOf={onOpenAsOf}
          onChanged={() => setChanges((count) => count + 1)}
        />
      ) : null}
      {backups ? (
        <BackupsDialog
          installation={installation}
          reviews={reviews ?? []}
          onClose={() => setBackups(false)}
          onRestored={() => {
            setBackups(false);
            setChanges((count) => count + 1);
          }}
        />
      ) : null}
      {looking && installation.team ? (
        <FindDialog
          port={installation.team}
          onClose={() => setLooking(false)}
          onFound={(found) => {
            setLooking(false);
            const here = reviews?.find(
              ({ reviewId, profiles }) => reviewId === found.reviewId && profiles.length > 0,
            );
            if (here === undefined) return setJoining(found);
            say({ text: texts.team.join.hereAlready });
            void open(here);
          }}
        />
      ) : null}
      {joining ? (
        <JoinDialog
          installation={installation}
          review={joining}
          onClose={() => {
            setJoining(null);
            setChanges((count) => count + 1);
          }}
          onJoined={onCreated}
        />
      ) : null}
      {choosing ? <SettingsDialog onClose={() => setChoosing(false)} /> : null}
    </main>
  );
}

function ReviewRow({
  review,
  onOpen,
  onMore,
}: {
  readonly review: ListedReview;
  readonly onOpen: () => void;
  readonly onMore?: () => void;
}) {
  const { app, copies } = useTexts();
  const formats = useFormats();
  return (
    <li className={styles['reviewRow']} aria-label={review.title}>
      <button type="button" className={styles['review']} onClick={onOpen}>
        <span className={styles['reviewTitle']}>{review.title || review.reviewId}</span>
        <span className={styles['reviewFacts']}>
          {review.fictitious ? <Badge tone="maybe">{app.home.demoBadge}</Badge> : null}
          {review.onDisk ? <span>{app.home.onDisk}</span> : null}
          {review.openedAt ? <span>{app.home.opened(formats.moment(review.openedAt))}</span> : null}
        </span>
      </button>
      {onMore ? (
        <Button kind="quiet" small onPress={onMore}>
          {copies.more}
        </Button>
      ) : null}
    </li>
  );
}

function NewReviewDialog({
  installation,
  onClose,
  onCreated,
}: {
  readonly installation: Installation;
  readonly onClose: () => void;
  readonly onCreated: HomeProps['onCreated'];
}) {
  const texts = useTexts();
  const { app } = texts;
  const { settings, say } = useApp();
  const [templateId, setTemplateId] = useState('peer-support');
  const [title, setTitle] = useState('');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const template = templateById(templateId);

  const create = async (): Promise<void> => {
    if (!template) return;
    setBusy(true);
    const protocol = template.protocol[settings.language];
    const chosenTitle = title.trim() || protocol.title;
    const made = await installation.createReview(
      {
        do: 'createReview',
        title: chosenTitle,
        templateId,
        fictitious: false,
        protocol: { ...protocol, title: chosenTitle },
      },
      name.trim(),
    );
    setBusy(false);
    if (made.ok) {
      onClose();
      onCreated(made.value.session, made.value.authorId);
    } else say({ text: wordsForWriteError(texts, made.error), tone: 'error' });
  };

  return (
    <Dialog
      title={app.home.create}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" disabled={busy || name.trim() === ''} onPress={() => void create()}>
            {app.home.createAction}
          </Button>
        </>
      }
    >
      <SelectField
        label={app.home.template}
        value={templateId}
        choices={protocolTemplates.map((candidate) => ({
          value: candidate.id,
          label: candidate.name[settings.language],
        }))}
        hint={template?.summary[settings.language]}
        onChange={setTemplateId}
      />
      <TextField
        label={app.home.reviewTitle}
        value={title}
        placeholder={template?.protocol[settings.language].title}
        onChange={setTitle}
      />
      <TextField
        label={app.home.yourName}
        hint={app.home.yourNameHint}
        value={name}
        autoFocus
        onChange={setName}
      />
    </Dialog>
  );
}
