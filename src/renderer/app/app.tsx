import { useCallback, useEffect, useMemo, useState } from 'react';
import { ok, type AuthorId, type ReviewId } from '@shared/kernel';
import type { Role } from '@shared/review';
import type { ReviewSession } from '../ledger/review-session';
import type { TeamLink } from '../ledger/team-link';
import type { Settings } from '../storage/app-database';
import {
  AppProvider,
  ReviewProvider,
  wordsForWriteError,
  type AppServices,
  type Message,
  type OpenReview,
  type Place,
} from './app-context';
import { Failsafe } from './failsafe';
import { Home } from './home';
import type { Installation } from './installation';
import { Messages, type ShownMessage } from './messages';
import { ReviewShell } from './review-shell';
import { openTeam, shareReview } from './team-work';
import { textsIn } from '@shared/i18n';
import styles from './app.module.css';

type Opened = {
  readonly session: ReviewSession;
  readonly viewerId: AuthorId;
  readonly team: TeamLink | null;
};

/** The whole window: which review is open, who works in it, and what was last said to them. */
export function App({ installation }: { readonly installation: Installation }) {
  const [settings, setSettings] = useState<Settings>(installation.settings);
  const [place, setPlace] = useState<Place>({ at: 'home' });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [messages, setMessages] = useState<readonly ShownMessage[]>([]);
  const texts = textsIn(settings.language);

  useAppearance(settings);

  const say = useCallback((message: Message) => {
    setMessages((shown) => {
      const kept = shown.filter(({ about }) => about === undefined || about !== message.about);
      return [...kept.slice(-2), { ...message, id: (shown.at(-1)?.id ?? 0) + 1 }];
    });
  }, []);

  const changeSettings = useCallback(
    (change: Partial<Settings>) => {
      setSettings((current) => {
        const changed = { ...current, ...change };
        void installation.saveSettings(changed);
        return changed;
      });
    },
    [installation],
  );

  const navigate = useCallback((next: Place) => {
    setPlace(next);
    if (next.at === 'review') return;
    // The list may delete a review or put a backup in its place: nothing of it stays open behind the list.
    setOpened((previous) => {
      previous?.team?.close();
      previous?.session.close();
      return null;
    });
  }, []);

  const services = useMemo<AppServices>(
    () => ({ settings, changeSettings, say, navigate, place }),
    [settings, changeSettings, say, navigate, place],
  );

  const openSession = useCallback(
    async (session: ReviewSession, viewerId: AuthorId, profiles: readonly AuthorId[], joined?: TeamLink) => {
      const team = joined ?? (await openTeam(installation, session));
      await session.showTo(viewerId);
      team?.start();
      setOpened((previous) => {
        previous?.team?.close();
        previous?.session.close();
        return { session, viewerId, team };
      });
      setPlace({
        at: 'review',
        screen: session.state.records.batches.length === 0 ? 'protocol' : 'title-abstract',
      });
      await installation.remember({
        reviewId: session.reviewId,
        title: session.state.title,
        fictitious: session.state.fictitious,
        openedAt: new Date(installation.now()).toISOString(),
        profiles: [viewerId, ...profiles.filter((id) => id !== viewerId)],
      });
    },
    [installation],
  );

  const openReview = useCallback(
    async (
      reviewId: ReviewId,
      profiles: readonly AuthorId[],
    ): Promise<'opened' | 'unreadable' | 'to-join'> => {
      const session = await installation.openReview(reviewId);
      const here = profiles[0] ?? session.authorsHere[0];
      const shared = here === undefined ? await installation.team?.teamPlace({ reviewId }) : undefined;
      if (shared?.ok && shared.value !== null) {
        // Found once and not joined: whoever opens it now is nobody in it yet.
        session.close();
        return 'to-join';
      }
      const viewerId = here ?? session.state.coders.keys().next().value;
      if (viewerId === undefined) {
        session.close();
        say({ text: texts.app.home.unreadable, tone: 'error' });
        return 'unreadable';
      }
      await openSession(session, viewerId, profiles);
      return 'opened';
    },
    [installation, openSession, say, texts],
  );

  const openAsOf = useCallback(
    async (reviewId: ReviewId, asOf: number) => {
      const session = await installation.openAsOf(reviewId, asOf);
      const known = (await installation.listReviews()).find((listed) => listed.reviewId === reviewId);
      const viewerId =
        known?.profiles[0] ?? session.authorsHere[0] ?? session.state.coders.keys().next().value;
      if (viewerId === undefined) {
        session.close();
        say({ text: texts.app.home.unreadable, tone: 'error' });
        return;
      }
      await session.showTo(viewerId);
      setOpened((previous) => {
        previous?.team?.close();
        previous?.session.close();
        return { session, viewerId, team: null };
      });
      setPlace({ at: 'review', screen: 'protocol' });
    },
    [installation, say, texts],
  );

  const review = useMemo<Omit<OpenReview, 'state' | 'version'> | null>(() => {
    if (!opened) return null;
    const { session, viewerId, team } = opened;
    const makeCoder = async (name: string, role: Role): Promise<AuthorId | null> => {
      const authorId = installation.newAuthorId();
      const joined = await session.dispatch(authorId, { do: 'joinReview', name, role });
      if (joined.ok) return authorId;
      say({ text: wordsForWriteError(texts, joined.error), tone: 'error' });
      return null;
    };
    return {
      session,
      team,
      async share(server) {
        const shared = await shareReview(installation, session, server);
        if (!shared.ok) return shared;
        if (shared.value === null) return ok(false);
        team?.close();
        shared.value.start();
        setOpened({ session, viewerId, team: shared.value });
        return ok(true);
      },
      async leaveTeam() {
        team?.close();
        await installation.team?.leaveTeam({ reviewId: session.reviewId });
        setOpened({ session, viewerId, team: null });
      },
      sheetKept: (authorId) => installation.sheetKept(session.reviewId, authorId),
      noteSheetKept: (authorId) => installation.noteSheetKept(session.reviewId, authorId),
      viewer: session.state.coders.get(viewerId) ?? {
        authorId: viewerId,
        name: '?',
        // Before somebody joined they could not see how others voted; looking back does not change that.
        role: session.asOf === undefined ? 'observer' : 'coder',
      },
      async dispatch(...commands) {
        const written = await session.dispatch(viewerId, ...commands);
        if (written.ok) return written.value;
        say({ text: wordsForWriteError(texts, written.error), tone: 'error' });
        return null;
      },
      async switchCoder(authorId) {
        await session.showTo(authorId);
        setOpened({ session, viewerId: authorId, team });
      },
      makeCoder,
      async addCoder(name, role) {
        const authorId = await makeCoder(name, role);
        if (authorId === null) return;
        await session.showTo(authorId);
        setOpened({ session, viewerId: authorId, team });
      },
    };
  }, [opened, installation, say, texts]);

  return (
    <AppProvider services={services}>
      <div className={styles['window']}>
        <Failsafe key={place.at} onHome={() => setPlace({ at: 'home' })}>
          {place.at === 'home' || !review ? (
            <Home
              installation={installation}
              onOpen={openReview}
              onOpenAsOf={(reviewId, asOf) => void openAsOf(reviewId, asOf)}
              onCreated={(session, id, team) => void openSession(session, id, [], team)}
            />
          ) : (
            <ReviewProvider value={review}>
              <ReviewShell screen={place.screen} journal={installation.journal !== null} />
            </ReviewProvider>
          )}
        </Failsafe>
        <Messages
          messages={messages}
          onGone={(id) => setMessages((shown) => shown.filter((m) => m.id !== id))}
        />
      </div>
    </AppProvider>
  );
}

/** Light, dark and density as attributes of the page, so that style sheets alone decide how things look. */
function useAppearance({ theme, density, language }: Settings): void {
  useEffect(() => {
    const page = document.documentElement;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      page.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    page.dataset['density'] = density;
    page.lang = language;
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme, density, language]);
}
