import { useMemo, useRef, useState } from 'react';
import type { EventId, RecordId } from '@shared/kernel';
import type { DuplicateQuestion } from '@shared/records';
import { linkPair } from '@shared/review';
import { Button, EmptyState, NextStep, SelectField, useKeys } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { ComparedRecords } from './compared-records';
import { Reasons } from './reasons';
import { useDoubtWords } from './rule-words';
import styles from './duplicates.module.css';

const keyOf = ({ left, right, a, b }: DuplicateQuestion): string => `${left[0] ?? a} ${right[0] ?? b}`;

/** One pair at a time, side by side; every answer is one key. */
export function Questions({ questions }: { readonly questions: readonly DuplicateQuestion[] }) {
  const { duplicates: words, screening } = useTexts();
  const { navigate } = useApp();
  const formats = useFormats();
  const { dispatch, state } = useReview();
  const doubtWords = useDoubtWords();
  const [reason, setReason] = useState('');
  const [postponed, setPostponed] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const [news, setNews] = useState('');
  const busy = useRef(false);
  /** The events of each answer given here, the last one last. */
  const answers = useRef<(readonly EventId[])[]>([]);

  const reasons = useMemo(() => countedReasons(questions), [questions]);
  const queue = useMemo(() => {
    const fitting = questions.filter(({ why }) => reason === '' || why === reason);
    const isLater = (question: DuplicateQuestion): boolean => postponed.has(keyOf(question));
    return [...fitting.filter((one) => !isLater(one)), ...fitting.filter(isLater)];
  }, [questions, reason, postponed]);
  const here = Math.min(at, Math.max(0, queue.length - 1));
  const question = queue[here];

  const answer = async (verdict: 'same' | 'different', lead?: RecordId): Promise<void> => {
    if (!question || busy.current) return;
    busy.current = true;
    const ids = await dispatch({
      do: 'decideDuplicates',
      verdict,
      records: [question.a, question.b],
      ...(lead === undefined ? {} : { lead }),
    });
    busy.current = false;
    if (!ids?.length) return;
    answers.current.push(ids);
    setNews(verdict === 'same' ? words.saidSame : words.saidDifferent);
  };
  const answerOneStudy = async (): Promise<void> => {
    if (!question || busy.current) return;
    const { a, b } = question;
    busy.current = true;
    const link = linkPair(state, [a, b]);
    const ids = await dispatch(
      { do: 'decideDuplicates', verdict: 'different', records: [a, b] },
      ...(link === null ? [] : [link]),
    );
    busy.current = false;
    if (!ids?.length) return;
    answers.current.push(ids);
    setNews(words.oneStudy.said);
  };
  const undo = async (): Promise<void> => {
    const target = answers.current.at(-1);
    if (target === undefined) {
      setNews(words.nothingToUndo);
      return;
    }
    answers.current.pop();
    const back = [...target].reverse();
    if (await dispatch(...back.map((id) => ({ do: 'withdraw', target: id }) as const))) setNews(words.undone);
  };
  const later = (): void => {
    if (question) setPostponed((keys) => new Set([...keys, keyOf(question)]));
  };
  const go = (by: number): void => setAt(Math.max(0, Math.min(queue.length - 1, here + by)));

  useKeys({
    s: question ? () => void answer('same') : undefined,
    d: question ? () => void answer('different') : undefined,
    r: question ? () => void answerOneStudy() : undefined,
    1: question ? () => void answer('same', question.left[0]) : undefined,
    2: question ? () => void answer('same', question.right[0]) : undefined,
    l: question ? later : undefined,
    z: () => void undo(),
    ArrowRight: () => go(1),
    ArrowLeft: () => go(-1),
  });

  if (!question) {
    return (
      <EmptyState
        title={words.settledTitle}
        action={
          <>
            <NextStep onPress={() => navigate({ at: 'review', screen: 'title-abstract' })}>
              {screening.emptyFullText.action}
            </NextStep>
            <Button small shortcut="Z" onPress={() => void undo()}>
              {words.undo}
            </Button>
          </>
        }
      >
        {reason === '' ? words.settledText : words.noneOfReason}
      </EmptyState>
    );
  }
  return (
    <section className={styles['questions']} aria-label={words.questionRegion}>
      <div className={styles['queueHead']}>
        <div className={styles['answerKeys']}>
          <Button kind="primary" shortcut="S" onPress={() => void answer('same')}>
            {words.same}
          </Button>
          <Button shortcut="D" onPress={() => void answer('different')}>
            {words.different}
          </Button>
          <Button shortcut="R" onPress={() => void answerOneStudy()}>
            {words.oneStudy.answer}
          </Button>
          <Button kind="quiet" shortcut="L" onPress={later}>
            {words.later}
          </Button>
          <Button kind="quiet" shortcut="Z" onPress={() => void undo()}>
            {words.undo}
          </Button>
        </div>
        <div className={styles['queuePlace']}>
          <SelectField
            label={words.reasonFilter}
            hideLabel
            value={reason}
            choices={[
              { value: '', label: words.everyReason(formats.count(questions.length)) },
              ...reasons.map(([why, count]) => ({
                value: why,
                label: words.reasonCount(doubtWords(why), formats.count(count)),
              })),
            ]}
            onChange={(why) => {
              setReason(why);
              setAt(0);
            }}
          />
          <span className="numeric" role="status">
            {news === '' ? null : <span className={styles['quiet']}>{news} · </span>}
            {words.questionOf(formats.count(here + 1), formats.count(queue.length))}
          </span>
          <Button small kind="quiet" shortcut="←" disabled={here === 0} onPress={() => go(-1)}>
            {words.previous}
          </Button>
          <Button small kind="quiet" shortcut="→" disabled={here >= queue.length - 1} onPress={() => go(1)}>
            {words.next}
          </Button>
        </div>
      </div>
      <div className={styles['pair']} tabIndex={0} role="group" aria-label={words.questionRegion}>
        <Reasons a={question.a} b={question.b} doubt={question.why} />
        <ComparedRecords
          left={question.a}
          right={question.b}
          leftHead={
            <SideHead
              copies={question.left.length - 1}
              shortcut="1"
              onLead={() => void answer('same', question.left[0])}
            />
          }
          rightHead={
            <SideHead
              copies={question.right.length - 1}
              shortcut="2"
              onLead={() => void answer('same', question.right[0])}
            />
          }
        />
      </div>
    </section>
  );
}

function SideHead({
  copies,
  shortcut,
  onLead,
}: {
  readonly copies: number;
  readonly shortcut: string;
  readonly onLead: () => void;
}) {
  const { duplicates: words } = useTexts();
  return (
    <>
      {copies > 0 ? <span className={styles['quiet']}>{words.inGroup(copies)}</span> : null}
      <Button small kind="quiet" shortcut={shortcut} onPress={onLead}>
        {words.leads}
      </Button>
    </>
  );
}

/** The doubts there are, the most frequent first. */
function countedReasons(questions: readonly DuplicateQuestion[]): [why: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { why } of questions) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
