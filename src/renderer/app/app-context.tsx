import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { textsIn, type Catalogue, type Language } from '@shared/i18n';
import type { AuthorId, EventId, Result } from '@shared/kernel';
import { seenBy, type Coder, type Command, type ReviewState } from '@shared/review';
import { wordsForStorageError } from './problem-in-words';
import type { ServerLogin, TeamError } from './team-work';
import type { ReviewSession, WriteError } from '../ledger/review-session';
import type { TeamLink } from '../ledger/team-link';
import type { Settings } from '../storage/app-database';

/** What every screen may use: texts, settings, and the way to say something went wrong. */
export type AppServices = {
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => void;
  /** Shows a sentence for a while, with an optional way back. */
  readonly say: (message: Message) => void;
  readonly navigate: (place: Place) => void;
  readonly place: Place;
};

export type Message = {
  readonly text: string;
  /** A newer message about the same takes the place of an older one. */
  readonly about?: string;
  readonly tone?: 'info' | 'error';
  readonly undo?: () => void;
};

export const screens = [
  'protocol',
  'import',
  'duplicates',
  'title-abstract',
  'reading',
  'full-text',
  'conflicts',
  'agreement',
  'risk-of-bias',
  'extraction',
  'pooling',
  'prisma',
  'hand-over',
] as const;
export type Screen = (typeof screens)[number];

/** The stages that Ctrl and a digit lead to; progress belongs to the stage before it. */
export const numberedScreens: readonly Screen[] = screens
  .filter((screen) => screen !== 'reading')
  .slice(0, 9);

export type Place = { readonly at: 'home' } | { readonly at: 'review'; readonly screen: Screen };

const AppContext = createContext<AppServices | null>(null);
const TextContext = createContext<{ texts: Catalogue; language: Language } | null>(null);

export function AppProvider({
  services,
  children,
}: {
  readonly services: AppServices;
  readonly children: ReactNode;
}) {
  const { language } = services.settings;
  const texts = useMemo(() => ({ texts: textsIn(language), language }), [language]);
  return (
    <AppContext.Provider value={services}>
      <TextContext.Provider value={texts}>{children}</TextContext.Provider>
    </AppContext.Provider>
  );
}

export function useApp(): AppServices {
  const services = useContext(AppContext);
  if (!services) throw new Error('useApp outside AppProvider');
  return services;
}

/** The texts of the chosen language. */
export function useTexts(): Catalogue {
  const context = useContext(TextContext);
  if (!context) throw new Error('useTexts outside AppProvider');
  return context.texts;
}

/** Numbers and dates as the chosen language writes them. */
export function useFormats() {
  const context = useContext(TextContext);
  const language = context?.language ?? 'en';
  return useMemo(() => {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    return {
      locale,
      count: (value: number): string => whole.format(value),
      /** A fixed number of decimals, minus sign U+2212. */
      decimal: (value: number, digits: number): string =>
        new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
          .format(value)
          .replace('-', '\u2212'),
      percent: (share: number, digits = 0): string =>
        new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
      day: (iso: string): string => {
        const time = Date.parse(iso);
        return Number.isNaN(time)
          ? iso
          : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(time);
      },
      /** The time of day of ms since 1970. */
      time: (ms: number): string => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(ms),
      moment: (iso: string): string => {
        const time = Date.parse(iso);
        return Number.isNaN(time)
          ? iso
          : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
      },
    };
  }, [language]);
}

/** An open review and the coder who works in it. */
export type OpenReview = {
  readonly session: ReviewSession;
  /** What the current coder may see of the review: while blind, nothing in it depends on how others voted. */
  readonly state: ReviewState;
  /** Changes whenever the review does: the dependency for everything derived from it. */
  readonly version: number;
  readonly viewer: Coder;
  /**
   * Asks for something as the current coder; refusals and write errors are told to the person. The ids of the events
   * it became, or null.
   */
  readonly dispatch: (...commands: readonly Command[]) => Promise<readonly EventId[] | null>;
  /** The link to the team; null while the review is worked on by this machine alone. */
  readonly team: TeamLink | null;
  /**
   * Lets the person choose where the team keeps the review, for the first time or because it moved, and begins to exchange
   * with it; false when they change their mind.
   */
  readonly share: (server?: ServerLogin & { readonly url: string }) => Promise<Result<boolean, TeamError>>;
  /** Ends the exchange on this machine. */
  readonly leaveTeam: () => Promise<void>;
  readonly sheetKept: (authorId: AuthorId) => Promise<boolean>;
  readonly noteSheetKept: (authorId: AuthorId) => Promise<void>;
  readonly switchCoder: (authorId: AuthorId) => Promise<void>;
  /** Makes a profile without working as it; null if it could not be saved. */
  readonly makeCoder: (name: string, role: Coder['role']) => Promise<AuthorId | null>;
  readonly addCoder: (name: string, role: Coder['role']) => Promise<void>;
};

const ReviewContext = createContext<Omit<OpenReview, 'state' | 'version'> | null>(null);

export const ReviewProvider = ReviewContext.Provider;

export function useReview(): OpenReview {
  const review = useContext(ReviewContext);
  if (!review) throw new Error('useReview outside an open review');
  const version = useSyncExternalStore(review.session.subscribe, () => review.session.version);
  return { ...review, state: shownTo(review.session, version, review.viewer), version };
}

const lastShown = new WeakMap<
  ReviewSession,
  { readonly version: number; readonly viewer: Coder; readonly state: ReviewState }
>();

/** Worked out once for all that is on the screen. */
function shownTo(session: ReviewSession, version: number, viewer: Coder): ReviewState {
  const last = lastShown.get(session);
  if (last?.version === version && last.viewer === viewer) return last.state;
  const state = seenBy(session.state, viewer);
  lastShown.set(session, { version, viewer, state });
  return state;
}

/** The sentence for a write that did not happen. */
export function wordsForWriteError(texts: Catalogue, error: WriteError): string {
  const { refusals } = texts.app;
  if (error.kind === 'read-only') return refusals['read-only'];
  if (error.kind === 'refused') return refusals[error.refusal.code];
  return wordsForStorageError(texts, error.error.code);
}

/** The sentence for something that went wrong with sharing, joining or the exchange. */
export function wordsForTeamError(texts: Catalogue, code: string): string {
  const { errors } = texts.team;
  return code in errors ? errors[code as keyof typeof errors] : wordsForStorageError(texts, code);
}
