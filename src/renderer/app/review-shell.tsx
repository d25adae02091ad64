import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ComponentType } from 'react';
import { questionsOf, studiesOf, screeningContext, type ReviewState } from '@shared/review';
import { coderView, conflictsAt, isBlind } from '@shared/screening';
import { Badge, Button, Kbd, Loading, Notice, useKeys, type KeyMap } from '../ui-kit';
import {
  numberedScreens,
  screens,
  useApp,
  useFormats,
  useReview,
  useTexts,
  type Screen,
} from './app-context';
import { TeamMark } from '../features/team/team-mark';
import { CoderMenu } from './coder-menu';
import { focusMain } from './focus-main';
import { endSearch, useDuplicateSearch } from './duplicate-search';
import { Failsafe } from './failsafe';
import { HelpSheet } from './help-sheet';
import { OpenProblems } from './open-problems';
import { SettingsDialog } from './settings-dialog';
import { trialRuntime } from './trial-runtime';
import { useDerived } from './use-derived';
import styles from './app.module.css';

const screenComponents: { readonly [S in Screen]: ComponentType } = {
  protocol: lazy(async () => ({
    default: (await import('../features/protocol/protocol-screen')).ProtocolScreen,
  })),
  import: lazy(async () => ({ default: (await import('../features/import/import-screen')).ImportScreen })),
  duplicates: lazy(async () => ({
    default: (await import('../features/duplicates/duplicates-screen')).DuplicatesScreen,
  })),
  'title-abstract': lazy(async () => ({
    default: (await import('../features/screening/title-abstract-screen')).TitleAbstractScreen,
  })),
  reading: lazy(async () => ({
    default: (await import('../features/reading/reading-screen')).ReadingScreen,
  })),
  'full-text': lazy(async () => ({
    default: (await import('../features/screening/full-text-screen')).FullTextScreen,
  })),
  conflicts: lazy(async () => ({
    default: (await import('../features/conflicts/conflicts-screen')).ConflictsScreen,
  })),
  agreement: lazy(async () => ({
    default: (await import('../features/agreement/agreement-screen')).AgreementScreen,
  })),
  'risk-of-bias': lazy(async () => ({
    default: (await import('../features/risk-of-bias/risk-of-bias-screen')).RiskOfBiasScreen,
  })),
  extraction: lazy(async () => ({
    default: (await import('../features/extraction/extraction-screen')).ExtractionScreen,
  })),
  pooling: lazy(async () => ({
    default: (await import('../features/pooling/pooling-screen')).PoolingScreen,
  })),
  prisma: lazy(async () => ({ default: (await import('../features/prisma/prisma-screen')).PrismaScreen })),
  'hand-over': lazy(async () => ({
    default: (await import('../features/hand-over/hand-over-screen')).HandOverScreen,
  })),
};

/** The frame of an open review: stages on the left, review and coder on top, the screen in the middle. */
export function ReviewShell({ screen, journal }: { readonly screen: Screen; readonly journal: boolean }) {
  const { app, copies } = useTexts();
  const { navigate } = useApp();
  const { session, state, viewer } = useReview();
  const formats = useFormats();
  const [help, setHelp] = useState(false);
  const [settings, setSettings] = useState(false);
  const waiting = useWaiting();

  const go = useCallback(
    (target: Screen): void => {
      navigate({ at: 'review', screen: target });
      focusMain();
    },
    [navigate],
  );

  const keys = useMemo<KeyMap>(() => {
    const map: { [key: string]: () => void } = { '?': () => setHelp(true) };
    for (const [index, target] of numberedScreens.entries()) map[`mod+${index + 1}`] = () => go(target);
    const beside = (by: 1 | -1) => (): void => {
      const target = screens[screens.indexOf(screen) + by];
      if (target !== undefined) go(target);
    };
    map['mod+PageDown'] = beside(1);
    map['mod+PageUp'] = beside(-1);
    return map;
  }, [go, screen]);
  useKeys(keys);

  const main = useRef<HTMLElement>(null);
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    // The keys belong to the screen one went to, not to the button that led there.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- anew with each screen
  }, [screen]);

  const Current = screenComponents[screen];
  const labels = useScreenLabels();

  return (
    <div className={styles['shell']}>
      <header className={styles['top']}>
        <Button kind="quiet" small onPress={() => navigate({ at: 'home' })}>
          <span aria-hidden="true">‹</span> {app.rail.reviews}
        </Button>
        <p className={styles['topTitle']} title={state.title}>
          {state.title}
        </p>
        {state.fictitious ? <Badge tone="maybe">{app.home.demoBadge}</Badge> : null}
        <span className={styles['topSpace']} />
        <SearchMark />
        <SaveMark />
        {journal && session.asOf === undefined ? <TeamMark /> : null}
        <CoderMenu />
        <Button kind="quiet" small onPress={() => setSettings(true)}>
          {app.settings.title}
        </Button>
        <Button kind="quiet" small shortcut="?" onPress={() => setHelp(true)}>
          {app.help.openHelp}
        </Button>
      </header>
      <nav ref={rail} className={styles['rail']} aria-label={app.rail.label}>
        <ol>
          {screens.map((target) => (
            <li key={target}>
              <button
                type="button"
                className={styles['railItem']}
                aria-current={target === screen ? 'page' : undefined}
                aria-keyshortcuts={
                  numberedScreens.includes(target)
                    ? `Control+${numberedScreens.indexOf(target) + 1}`
                    : undefined
                }
                onClick={() => go(target)}
              >
                <span className={styles['railName']}>{labels[target]}</span>
                <Waiting count={waiting[target]} />
                {target === 'reading' && screen === 'title-abstract' ? <Kbd>S</Kbd> : null}
                {numberedScreens.includes(target) ? <Kbd>{numberedScreens.indexOf(target) + 1}</Kbd> : null}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <main ref={main} className={styles['main']} id="main" tabIndex={-1}>
        <div className={styles['notices']}>
          {trialRuntime() ? <Notice tone="warn">{app.trialRuntime}</Notice> : null}
          {journal ? null : <Notice tone="warn">{app.noJournal}</Notice>}
          {session.asOf === undefined ? null : (
            <Notice tone="warn">
              {copies.shownAsOf(formats.moment(new Date(session.asOf).toISOString()))}
            </Notice>
          )}
          <OpenProblems />
        </div>
        <Failsafe key={screen} onHome={() => navigate({ at: 'home' })}>
          <Suspense fallback={<Loading>{app.loading}</Loading>}>
            <Current key={`${screen} ${viewer.authorId}`} />
          </Suspense>
        </Failsafe>
      </main>
      {help ? <HelpSheet screen={screen} onClose={() => setHelp(false)} /> : null}
      {settings ? <SettingsDialog onClose={() => setSettings(false)} /> : null}
    </div>
  );
}

function Waiting({ count }: { readonly count: number | undefined }) {
  const { app } = useTexts();
  const formats = useFormats();
  if (count === undefined || count === 0) return null;
  return (
    <span className={styles['railCount']}>
      <span aria-hidden="true">{formats.count(count)}</span>
      <span className="visually-hidden">{app.rail.waiting(formats.count(count))}</span>
    </span>
  );
}

/** The search for duplicates goes on while one works elsewhere. */
function SearchMark() {
  const { duplicates } = useTexts();
  const formats = useFormats();
  const { session } = useReview();
  const { status } = useDuplicateSearch();
  // Leaving the review ends the search.
  useEffect(() => () => endSearch(session), [session]);
  if (status.state !== 'running') return null;
  return (
    <span className={`${styles['saved']} numeric`} role="status">
      {duplicates.searching(formats.percent(status.share))}
    </span>
  );
}

function SaveMark() {
  const { app } = useTexts();
  const { session, viewer } = useReview();
  const { saved } = app;
  if (session.readOnly) return <Badge tone="exclude">{saved.readOnly}</Badge>;
  if (viewer.role === 'observer') return <Badge>{saved.readsAlong}</Badge>;
  switch (session.status.state) {
    case 'saved':
      return (
        <span className={styles['saved']} role="status">
          <span aria-hidden="true">✓</span> {saved.saved}
        </span>
      );
    case 'saving':
      return (
        <span className={styles['saved']} role="status">
          {saved.saving}
        </span>
      );
    case 'failed':
      return <Badge tone="exclude">✕ {saved.failed}</Badge>;
  }
}

export function useScreenLabels(): { readonly [S in Screen]: string } {
  const { rail } = useTexts().app;
  return {
    protocol: rail.protocol,
    import: rail.import,
    duplicates: rail.duplicates,
    'title-abstract': rail.titleAbstract,
    reading: rail.reading,
    'full-text': rail.fullText,
    conflicts: rail.conflicts,
    agreement: rail.agreement,
    'risk-of-bias': rail.riskOfBias,
    extraction: rail.extraction,
    pooling: rail.pooling,
    prisma: rail.prisma,
    'hand-over': rail.handOver,
  };
}

/** What waits for the current coder, by screen; conflicts only where the coder is no longer blind. */
function useWaiting(): { readonly [S in Screen]?: number } {
  const { viewer } = useReview();
  const derive = useCallback(
    (state: ReviewState): { readonly [S in Screen]?: number } => {
      const context = screeningContext(state);
      const conflicts = (['title-abstract', 'full-text'] as const)
        .filter((stage) => !isBlind(context, stage, viewer))
        .reduce((count, stage) => count + conflictsAt(context, stage).length, 0);
      // Nothing waits for somebody who only reads along, and no votes for somebody who settles.
      if (viewer.role === 'observer') return {};
      const votes = viewer.role !== 'adjudicator';
      const studies = studiesOf(state, context);
      return {
        duplicates: questionsOf(state).length,
        'title-abstract': votes ? coderView(context, 'title-abstract', viewer.authorId).queue.length : 0,
        'full-text': votes ? coderView(context, 'full-text', viewer.authorId).queue.length : 0,
        conflicts,
        'risk-of-bias': studies.filter(
          ({ studyId }) =>
            !state.finalAssessments.has(studyId) &&
            !state.assessments.get(studyId)?.get(viewer.authorId)?.body.complete,
        ).length,
        extraction: studies.filter(
          ({ studyId }) =>
            !state.finalExtractions.has(studyId) &&
            !state.extractions.get(studyId)?.get(viewer.authorId)?.body.complete,
        ).length,
      };
    },
    [viewer],
  );
  return useDerived(derive);
}
