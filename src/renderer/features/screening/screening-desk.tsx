import { useRef, useState, type ComponentType, type ReactNode, type Ref } from 'react';
import type { RecordId } from '@shared/kernel';
import type { ScreeningStage } from '@shared/screening';
import { z } from '@shared/kernel/schema';
import { Button, EmptyState, Loading, NextStep, Progress, Segments, useKeys } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDeskKeys } from '../../app/desk-keys';
import { useChoice } from '../../app/use-choice';
import { RecordPage, useMarksShown, VoteBadge, type ReportPaneHandle } from '../../review-kit';
import { Annotations } from './annotations';
import { BulkDialog } from './bulk-dialog';
import { CriteriaPanel } from './criteria-panel';
import { deskKeyMap } from './desk-key-map';
import { OrderMenu, RankingState } from './order-menu';
import { RecordListView } from './record-list';
import { useRecordList } from './use-record-list';
import { useRecordOrder } from './use-record-order';
import { useCoderView, useScreeningDesk, type ScreeningDesk as Desk } from './use-screening-desk';
import { VoteBar } from './vote-bar';
import { useWhy } from './use-why';
import { WorkDialog } from './work-dialog';
import { WhyHere } from './why-here';
import styles from './screening.module.css';

export type DeskPageProps = {
  readonly recordId: NonNullable<Desk['current']>;
  readonly desk: Desk;
  /** Shows places in the documents of the record. */
  readonly pane: Ref<ReportPaneHandle>;
};

const DeskView = z.enum(['focus', 'list']);
type DeskView = z.infer<typeof DeskView>;

/** One record in focus or all in a list, the criteria beside it, every action one key away. */
export function ScreeningDesk({
  stage,
  empty,
  beside,
  page: Page,
  titled = true,
  start = null,
}: {
  readonly stage: ScreeningStage;
  /** What to show when nothing waits. */
  readonly empty: ReactNode;
  /** What belongs to the record at this stage only (the report and its documents at full text). */
  readonly beside?: (recordId: NonNullable<Desk['current']>) => ReactNode;
  /** What is read instead of the record: the report, which fills the middle. */
  readonly page?: ComponentType<DeskPageProps>;
  /** Whether the desk says which stage it is; false where that stands above it. */
  readonly titled?: boolean;
  /** The record to begin with, where somebody came for it. */
  readonly start?: RecordId | null;
}) {
  const [shown, show] = useChoice<DeskView>('screening view', DeskView, 'focus');
  const [marks, showMarks] = useMarksShown();
  const { say, navigate } = useApp();
  const { session, viewer } = useReview();
  const view = useCoderView(stage);
  const order = useRecordOrder(stage);
  const list = useRecordList(stage, view, order.arranged, shown === 'list');
  const walk = shown === 'list' ? list : null;
  const desk = useScreeningDesk(stage, view, order.arranged, walk, order, start);
  const texts = useTexts();
  const { app, screening, screeningList } = texts;
  const why = useWhy(order.ranking, desk?.current ?? null);
  const pane = useRef<ReportPaneHandle>(null);
  const formats = useFormats();
  const toggle = (): void => {
    // What is in focus stays so in the other view.
    if (desk?.current) desk.goTo(desk.current);
    show(shown === 'list' ? 'focus' : 'list');
  };
  const toggleMarks = (): void => {
    showMarks(!marks);
    say({ text: marks ? screening.marksOff : screening.marksOn });
  };
  const keys = useDeskKeys();
  const [bulk, setBulk] = useState(false);
  const [work, setWork] = useState(false);
  const screenActions = {
    progress: () => {
      if (stage === 'title-abstract') navigate({ at: 'review', screen: 'reading' });
    },
    marks: toggleMarks,
    view: toggle,
    search: () => focusField('[data-search] input'),
    label: () => focusField('[data-label-form] input'),
    note: () => focusField('[data-note-form] textarea'),
    work: () => setWork(true),
    bulk: () => {
      if (shown === 'list') setBulk(true);
    },
  };
  const readsAlong =
    viewer.role === 'observer' || viewer.role === 'adjudicator' ? screening.noVote[viewer.role] : null;
  const noVote = session.readOnly ? screening.noVote.readOnly : readsAlong;
  useKeys(
    desk === null ? {} : deskKeyMap(desk, screenActions, keys, shown === 'list', noVote === null),
    desk !== null,
  );
  if (!desk) return null;
  const { current } = desk;
  const allowMaybe = desk.protocol.stages[stage].allowMaybe;
  const nothing = view.entries.length === 0;
  const viewKey = keys.printed('view');
  return (
    <div className={`${styles['desk']} ${current === null ? styles['alone'] : ''}`}>
      <div
        className={
          shown === 'list'
            ? styles['listing']
            : Page && current !== null
              ? styles['document']
              : styles['reading']
        }
      >
        <header className={styles['deskHead']}>
          {titled ? <h1>{screening.titles[stage]}</h1> : null}
          <OrderMenu {...order} />
          <Segments
            label={screeningList.view}
            value={shown}
            choices={[
              {
                value: 'focus',
                label: screeningList.focus,
                shortcut: shown === 'list' ? viewKey : undefined,
              },
              { value: 'list', label: screeningList.list, shortcut: shown === 'focus' ? viewKey : undefined },
            ]}
            onChange={(chosen) => {
              if (chosen !== shown) toggle();
            }}
          />
          <div className={styles['deskProgress']}>
            {readsAlong === null ? (
              <Progress
                value={desk.done}
                total={desk.done + desk.waiting}
                caption={[
                  ...(desk.pilot
                    ? [texts.work.inPilot(formats.count(desk.pilot.done), formats.count(desk.pilot.size))]
                    : []),
                  screening.progress(formats.count(desk.done), formats.count(desk.waiting)),
                  ...(desk.parkedCount > 0 ? [screening.parkedCount(formats.count(desk.parkedCount))] : []),
                ].join(' · ')}
              />
            ) : null}
            {noVote === null ? null : <p className={styles['quiet']}>{noVote}</p>}
            {order.order.by === 'likely' ? <RankingState ranking={order.ranking} /> : null}
            <Button small shortcut={keys.printed('work')} onPress={() => setWork(true)}>
              {texts.work.open}
            </Button>
          </div>
        </header>
        {shown === 'list' && !nothing ? (
          <RecordListView
            list={list}
            current={current}
            goTo={desk.goTo}
            actions={
              list.waiting > 0 && noVote === null ? (
                <Button small shortcut={keys.printed('bulk')} onPress={() => setBulk(true)}>
                  {screening.bulkOpen(formats.count(list.waiting))}
                </Button>
              ) : null
            }
          />
        ) : current === null ? (
          desk.ready ? (
            empty
          ) : (
            <Loading>{app.loading}</Loading>
          )
        ) : Page ? (
          <Page recordId={current} desk={desk} pane={pane} />
        ) : (
          <RecordPage recordId={current} highlighter={why.highlighter} />
        )}
      </div>
      {current === null ? null : (
        <aside className={styles['beside']}>
          {shown === 'list' ? (
            <div className={styles['preview']}>
              <RecordPage recordId={current} narrow highlighter={why.highlighter} />
            </div>
          ) : null}
          <div className={styles['steps']}>
            <Button small shortcut={keys.printed('previous')} onPress={() => desk.step(-1)}>
              {screening.previous}
            </Button>
            <Button small shortcut={keys.printed('next')} onPress={() => desk.step(1)}>
              {screening.next}
            </Button>
            {noVote === null ? (
              <>
                <Button small shortcut={keys.printed('undo')} disabled={desk.done === 0} onPress={desk.undo}>
                  {app.undo}
                </Button>
                <Button small shortcut={keys.printed('park')} pressed={desk.parked} onPress={desk.park}>
                  {desk.parked ? screening.unpark : screening.park}
                </Button>
              </>
            ) : null}
            <Button small shortcut={keys.printed('doi')} onPress={desk.openDoi}>
              {screening.openDoi}
            </Button>
          </div>
          {desk.parked ? <p className={styles['quiet']}>{screening.parked}</p> : null}
          {desk.own ? (
            <p className={styles['ownVote']}>
              {screening.yourVote}{' '}
              <VoteBadge
                vote={desk.own.body.vote}
                reason={
                  desk.protocol.exclusionReasons.find((reason) => reason.id === desk.own?.body.reasonId)
                    ?.label
                }
              />
            </p>
          ) : null}
          {noVote === null ? beside?.(current) : null}
          {noVote === null ? <VoteBar desk={desk} allowMaybe={allowMaybe} /> : null}
          <CriteriaPanel locked={noVote !== null} desk={desk} onShow={(place) => pane.current?.goTo(place)} />
          {order.order.by === 'likely' ? (
            <WhyHere ranking={order.ranking} recordId={current} why={why} />
          ) : null}
          <Annotations key={current} stage={stage} recordId={current} />
          <p className={styles['quiet']}>{screening.othersVoted(desk.others)}</p>
        </aside>
      )}
      {work ? <WorkDialog stage={stage} onClose={() => setWork(false)} /> : null}
      {bulk ? (
        <BulkDialog
          stage={stage}
          protocol={desk.protocol}
          lines={list.lines}
          onClose={() => setBulk(false)}
        />
      ) : null}
    </div>
  );
}

const focusField = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** An empty queue: what it means and where to go on. */
export function EmptyQueue({
  title,
  text,
  action,
  onAction,
}: {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}) {
  return (
    <EmptyState title={title} action={<NextStep onPress={onAction}>{action}</NextStep>}>
      {text}
    </EmptyState>
  );
}
