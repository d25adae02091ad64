import { useRef, useState, type ComponentType, type ReactNode, type Ref } from 'react';
import type { ScreeningStage } from '@shared/screening';
import { z } from '@shared/kernel/schema';
import { Button, EmptyState, Progress, Segments, TextField, useKeys, type KeyMap } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useChoice } from '../../app/use-choice';
import { RecordPage, useMarksShown, VoteBadge, type ReportPaneHandle } from '../../review-kit';
import { CriteriaPanel } from './criteria-panel';
import { OrderMenu } from './order-menu';
import { RecordListView } from './record-list';
import { useRecordList } from './use-record-list';
import { useRecordOrder } from './use-record-order';
import { useCoderView, useScreeningDesk, type ScreeningDesk as Desk } from './use-screening-desk';
import { VoteBar } from './vote-bar';
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
}: {
  readonly stage: ScreeningStage;
  /** What to show when nothing waits. */
  readonly empty: ReactNode;
  /** What belongs to the record at this stage only (the report and its documents at full text). */
  readonly beside?: (recordId: NonNullable<Desk['current']>) => ReactNode;
  /** What is read instead of the record: the report, which fills the middle. */
  readonly page?: ComponentType<DeskPageProps>;
}) {
  const [shown, show] = useChoice<DeskView>('screening view', DeskView, 'focus');
  const [marks, showMarks] = useMarksShown();
  const { say } = useApp();
  const view = useCoderView(stage);
  const order = useRecordOrder(stage);
  const list = useRecordList(stage, view, order.arranged, shown === 'list');
  const desk = useScreeningDesk(stage, view, order.arranged, shown === 'list' ? list.ids : null);
  const { screening, screeningList } = useTexts();
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
  useKeys(
    desk === null ? {} : { ...keysOf(desk), ...viewKeys(desk, shown, toggle), h: toggleMarks },
    desk !== null,
  );
  if (!desk) return null;
  const { current } = desk;
  const allowMaybe = desk.protocol.stages[stage].allowMaybe;
  const nothing = view.entries.length === 0;
  return (
    <div className={styles['desk']}>
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
          <h1>{screening.titles[stage]}</h1>
          <OrderMenu {...order} />
          <Segments
            label={screeningList.view}
            value={shown}
            choices={[
              {
                value: 'focus',
                label: shown === 'list' ? `${screeningList.focus} · V` : screeningList.focus,
              },
              { value: 'list', label: shown === 'focus' ? `${screeningList.list} · V` : screeningList.list },
            ]}
            onChange={(chosen) => {
              if (chosen !== shown) toggle();
            }}
          />
          <div className={styles['deskProgress']}>
            <Progress
              value={desk.done}
              total={desk.done + desk.waiting}
              caption={screening.progress(formats.count(desk.done), formats.count(desk.waiting))}
            />
          </div>
        </header>
        {shown === 'list' && !nothing ? (
          <RecordListView list={list} current={current} goTo={desk.goTo} />
        ) : current === null ? (
          empty
        ) : Page ? (
          <Page recordId={current} desk={desk} pane={pane} />
        ) : (
          <RecordPage recordId={current} />
        )}
      </div>
      {current === null ? null : (
        <aside className={styles['beside']}>
          {shown === 'list' ? (
            <div className={styles['preview']}>
              <RecordPage recordId={current} narrow />
            </div>
          ) : null}
          <div className={styles['steps']}>
            <Button small shortcut="K" onPress={() => desk.step(-1)}>
              {screening.previous}
            </Button>
            <Button small shortcut="J" onPress={() => desk.step(1)}>
              {screening.next}
            </Button>
            <UndoButton desk={desk} />
          </div>
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
          {beside?.(current)}
          <VoteBar desk={desk} allowMaybe={allowMaybe} />
          <CriteriaPanel desk={desk} onShow={(place) => pane.current?.goTo(place)} />
          <Note key={current} stage={stage} recordId={current} />
          <p className={styles['quiet']}>{screening.othersVoted(desk.others)}</p>
        </aside>
      )}
    </div>
  );
}

function UndoButton({ desk }: { readonly desk: Desk }) {
  const { app } = useTexts();
  return (
    <Button small shortcut="Z" disabled={desk.done === 0} onPress={desk.undo}>
      {app.undo}
    </Button>
  );
}

/** The keys for the two views; arrows go through the lines of the list. */
function viewKeys(desk: Desk, shown: DeskView, toggle: () => void): KeyMap {
  if (shown === 'focus') return { v: toggle };
  return {
    v: toggle,
    ArrowDown: () => desk.step(1),
    ArrowUp: () => desk.step(-1),
    '/': () => document.querySelector<HTMLInputElement>('[data-search] input')?.focus(),
  };
}

function keysOf(desk: Desk): KeyMap {
  const { criteria, exclusionReasons } = desk.protocol;
  const focused = criteria[desk.focusedCriterion];
  const keys: { [key: string]: () => void } = {
    i: () => desk.vote('include'),
    e: () => desk.vote('exclude'),
    m: () => desk.vote('maybe'),
    z: desk.undo,
    'mod+z': desk.undo,
    j: () => desk.step(1),
    k: () => desk.step(-1),
    ArrowRight: () => desk.step(1),
    ArrowLeft: () => desk.step(-1),
    Escape: desk.stopAsking,
    Enter: () => {
      if (desk.proposal.vote) desk.vote(desk.proposal.vote);
    },
  };
  if (focused) {
    keys['y'] = () => desk.answer(focused.id, 'yes');
    keys['n'] = () => desk.answer(focused.id, 'no');
    keys['u'] = () => desk.answer(focused.id, 'unclear');
  }
  if (desk.asking === 'reason') {
    for (const [index, reason] of exclusionReasons.slice(0, 9).entries()) {
      keys[String(index + 1)] = () => desk.vote('exclude', reason.id);
    }
  } else {
    for (const index of criteria.slice(0, 9).keys())
      keys[String(index + 1)] = () => desk.focusCriterion(index);
  }
  return keys;
}

function Note({
  stage,
  recordId,
}: {
  readonly stage: ScreeningStage;
  readonly recordId: NonNullable<Desk['current']>;
}) {
  const { screening } = useTexts();
  const { state, viewer, dispatch } = useReview();
  const { say } = useApp();
  const saved = state.screening.notes
    .get(recordId)
    ?.filter((note) => note.authorId === viewer.authorId && note.body.stage === stage)
    .at(-1)?.body.text;
  const [text, setText] = useState(saved ?? '');
  return (
    <TextField
      label={screening.note}
      placeholder={screening.notePlaceholder}
      rows={2}
      value={text}
      onChange={setText}
      onCommit={() => {
        if (text.trim() === '' || text === saved) return;
        void dispatch({ do: 'writeNote', stage, recordId, text, shared: false }).then((ids) => {
          if (ids) say({ text: screening.noteSaved });
        });
      }}
    />
  );
}

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
    <EmptyState
      title={title}
      action={
        <Button kind="primary" onPress={onAction}>
          {action}
        </Button>
      }
    >
      {text}
    </EmptyState>
  );
}
