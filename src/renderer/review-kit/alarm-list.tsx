import { useEffect, useRef, useState } from 'react';
import { correctionChanges, sourceOfCheck, type Alarm, type CorrectionChange } from '@shared/checks';
import type { ReviewAlarm } from '@shared/export';
import type { Command } from '@shared/review';
import { Badge, Button, SelectField, TextField, controls, type Tone } from '../ui-kit';
import { useApp, useReview, useTexts } from '../app/app-context';
import styles from './alarm-list.module.css';

const toneOf: { readonly [S in Alarm['severity']]: Tone } = {
  error: 'exclude',
  warning: 'maybe',
  note: 'neutral',
};

/** The sentence of an alarm with its severity in a word; the method stands in the tooltip. */
export function AlarmSentence({ alarm }: { readonly alarm: Alarm }) {
  const { findings, checks: words } = useTexts();
  const source = sourceOfCheck(alarm.check);
  return (
    <div className={styles['sentence']} title={source === '' ? undefined : words.source(source)}>
      <Badge tone={toneOf[alarm.severity]}>{findings.severities[alarm.severity]}</Badge>
      <span>{findings.codes[alarm.check]?.(alarm.detail) ?? alarm.check}</span>
    </div>
  );
}

/** Alarms about final extractions, each with what was answered or the two answers there are. */
export function AlarmList({
  alarms,
  withStudy,
}: {
  readonly alarms: readonly ReviewAlarm[];
  readonly withStudy: boolean;
}) {
  const { checks: words } = useTexts();
  const [answering, setAnswering] = useState<Answering | null>(null);
  return (
    <table className={`${controls['table']} ${styles['list']}`}>
      <thead>
        <tr>
          {withStudy ? (
            <>
              <th className={controls['num']}>{words.row}</th>
              <th>{words.study}</th>
            </>
          ) : null}
          <th>{words.finding}</th>
          <th className={styles['answerColumn']}>{words.answer}</th>
        </tr>
      </thead>
      <tbody>
        {alarms.map((alarm) => (
          <tr key={alarm.key}>
            {withStudy ? (
              <>
                <td className={controls['num']}>{alarm.row === 0 ? '' : alarm.row}</td>
                <td>
                  {alarm.study || words.wholeSheet}
                  {alarm.instrument === '' ? null : (
                    <div className={styles['instrument']}>{alarm.instrument}</div>
                  )}
                </td>
              </>
            ) : null}
            <td>
              {withStudy || alarm.instrument === '' ? null : (
                <div className={styles['instrument']}>{alarm.instrument}</div>
              )}
              <AlarmSentence alarm={alarm} />
            </td>
            <td>
              {answering?.key === alarm.key ? (
                <AnswerForm alarm={alarm} how={answering.how} onClose={() => setAnswering(null)} />
              ) : (
                <Answer alarm={alarm} onAnswer={(how) => setAnswering({ key: alarm.key, how })} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type How = 'stands' | 'differently';
type Answering = { readonly key: string; readonly how: How };

/** What was answered, with the way back; or the answers to choose from. */
function Answer({ alarm, onAnswer }: { readonly alarm: ReviewAlarm; readonly onAnswer: (how: How) => void }) {
  const { checks: words } = useTexts();
  const { state, session, viewer, dispatch } = useReview();
  const { say } = useApp();
  const given = alarm.correction ?? alarm.cleared;
  const mayWrite = !session.readOnly && viewer.role !== 'observer';
  const about = `${alarm.study} ${alarm.instrument}`.trim();
  if (given) {
    const name = state.coders.get(given.authorId)?.name ?? given.authorId;
    const { reason } = given.body;
    const reopen = async (): Promise<void> => {
      const ids = await dispatch({ do: 'withdraw', target: given.eventId });
      if (ids) say({ text: words.reopened });
    };
    return (
      <div className={styles['given']}>
        <span>
          ✓{' '}
          {alarm.correction
            ? words.correctedBy(name, words.changes[alarm.correction.body.change], reason)
            : words.standsBy(name, reason)}
        </span>
        {mayWrite ? (
          <Button small kind="quiet" label={`${words.reopen}: ${about}`} onPress={() => void reopen()}>
            {words.reopen}
          </Button>
        ) : null}
      </div>
    );
  }
  if (!mayWrite) return null;
  return (
    <div className={styles['answers']}>
      <Button small label={`${words.stands}: ${about}`} onPress={() => onAnswer('stands')}>
        {words.stands}
      </Button>
      {alarm.resultId === '' ? null : (
        <Button
          small
          kind="quiet"
          label={`${words.readDifferently} ${about}`}
          onPress={() => onAnswer('differently')}
        >
          {words.readDifferently}
        </Button>
      )}
    </div>
  );
}

/** What a check, if it is right, says about the row. */
const likelyChange = (check: string): CorrectionChange => {
  if (check === 'se-as-sd') return 'sd-is-se';
  return check === 'sign' || check === 'direction-differs' ? 'sign' : 'leave-out';
};

function AnswerForm({
  alarm,
  how,
  onClose,
}: {
  readonly alarm: ReviewAlarm;
  readonly how: How;
  readonly onClose: () => void;
}) {
  const { checks: words } = useTexts();
  const { dispatch } = useReview();
  const { say } = useApp();
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    const { current } = form;
    current?.addEventListener('keydown', close);
    return () => current?.removeEventListener('keydown', close);
  }, [onClose]);
  const [change, setChange] = useState(likelyChange(alarm.check));
  const save = async (): Promise<void> => {
    const { check, studyId, resultId } = alarm;
    const command: Command =
      how === 'stands'
        ? { do: 'clearAlarm', check, studyId, resultId, reason }
        : { do: 'correctResult', studyId, resultId, change, check, reason };
    const ids = await dispatch(command);
    const [eventId] = ids ?? [];
    if (eventId === undefined) return;
    onClose();
    say({ text: words.saved, undo: () => void dispatch({ do: 'withdraw', target: eventId }) });
  };
  return (
    <form
      ref={form}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') void save();
      }}
    >
      {how === 'differently' ? (
        <SelectField
          label={words.change}
          value={change}
          choices={correctionChanges.map((value) => ({ value, label: words.changes[value] }))}
          onChange={setChange}
        />
      ) : null}
      <TextField
        label={words.reason}
        placeholder={words.reasonPlaceholder}
        value={reason}
        autoFocus
        onChange={setReason}
      />
      <div className={styles['answers']}>
        <Button small kind="primary" disabled={reason.trim() === ''} onPress={() => void save()}>
          {words.save}
        </Button>
        <Button small kind="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
