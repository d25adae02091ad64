import { useCallback, useState } from 'react';
import { screeningContext, type Coder, type ReviewState } from '@shared/review';
import { hoursLeft, isBlind, workAt, type ScreeningStage, type Workload } from '@shared/screening';
import { Button, Dialog, controls } from '../../ui-kit';
import { UnblindDialog } from '../../review-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { AllocationForm } from './allocation-form';
import { PilotRound } from './pilot-round';
import styles from './work.module.css';

/** Days without a vote after which somebody with records waiting counts as idle. */
const idleDays = 7;

/** Who has done what, what waits, how long it will take; the pilot round; who is to screen what. */
export function WorkDialog({
  stage,
  onClose,
}: {
  readonly stage: ScreeningStage;
  readonly onClose: () => void;
}) {
  const { work: words, app } = useTexts();
  const formats = useFormats();
  const { viewer } = useReview();
  const derive = useCallback(
    (state: ReviewState) => {
      const context = screeningContext(state);
      const blind = isBlind(context, stage, viewer);
      const coders = [...state.coders.values()].filter(({ role }) => role === 'coder' || role === 'lead');
      return {
        coders,
        work: workAt(
          context,
          stage,
          coders.map((coder) => coder.authorId),
          (coder) => !blind || coder === viewer.authorId,
        ),
      };
    },
    [stage, viewer],
  );
  const { coders, work } = useDerived(derive);
  const [now] = useState(() => Date.now());
  const lead = viewer.role === 'lead';
  return (
    <Dialog
      title={words.title}
      wide
      onClose={onClose}
      actions={
        <Button kind="close" onPress={onClose}>
          {app.close}
        </Button>
      }
    >
      <section className={styles['section']}>
        <h3>{words.people}</h3>
        <table className={controls['table']}>
          <thead>
            <tr>
              <th>{words.coder}</th>
              <th className={controls['num']}>{words.done}</th>
              <th className={controls['num']}>{words.waiting}</th>
              <th>{words.last}</th>
              <th className={controls['num']}>{words.pace}</th>
              <th className={controls['num']}>{words.hours}</th>
            </tr>
          </thead>
          <tbody>
            {work.people.map((person) => (
              <PersonRow
                key={person.coder}
                person={person}
                now={now}
                name={coders.find((coder) => coder.authorId === person.coder)?.name ?? ''}
              />
            ))}
          </tbody>
        </table>
        <p className={styles['hint']}>
          {words.second(formats.count(work.awaitSecond), formats.count(work.untouched))} {words.paceHint}
        </p>
      </section>
      <Blindness stage={stage} coders={coders} />
      {stage === 'title-abstract' ? (
        <>
          <PilotRound coders={coders} />
          {lead ? <AllocationForm coders={coders} /> : null}
        </>
      ) : null}
    </Dialog>
  );
}

/** Who still votes blind at the stage, and the lead's way to end that for everybody. */
function Blindness({ stage, coders }: { readonly stage: ScreeningStage; readonly coders: readonly Coder[] }) {
  const { heldBack: words } = useTexts();
  const formats = useFormats();
  const { state, viewer } = useReview();
  const [asking, setAsking] = useState(false);
  const context = screeningContext(state);
  const blind = coders.filter((coder) => isBlind(context, stage, coder)).map(({ name }) => name);
  const ended = state.sealing.unblinded.get(stage);
  return (
    <section className={styles['section']}>
      <h3>{words.blindness}</h3>
      <p className={styles['hint']}>
        {ended
          ? words.unblinded(state.coders.get(ended.authorId)?.name ?? '?', formats.moment(ended.at))
          : blind.length === 0
            ? words.nobodyBlind
            : words.stillBlind(blind.join(', '))}
      </p>
      {viewer.role === 'lead' && !ended ? (
        <div>
          <Button onPress={() => setAsking(true)}>{words.endBlindness}</Button>
        </div>
      ) : null}
      {asking ? <UnblindDialog stage={stage} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function PersonRow({
  person,
  name,
  now,
}: {
  readonly person: Workload;
  readonly name: string;
  /** ms since 1970, when the dialog was opened. */
  readonly now: number;
}) {
  const { work: words } = useTexts();
  const formats = useFormats();
  const hours = hoursLeft(person);
  const { lastAt, secondsPerRecord } = person;
  const idle = person.waiting > 0 && lastAt !== undefined && now - Date.parse(lastAt) > idleDays * 86_400_000;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={controls['num']}>{formats.count(person.done)}</td>
      <td className={controls['num']}>{formats.count(person.waiting)}</td>
      <td>
        {lastAt === undefined ? words.never : formats.day(lastAt)}
        {idle ? ` · ${words.idle}` : ''}
      </td>
      <td className={controls['num']}>
        {secondsPerRecord === undefined ? '–' : words.seconds(formats.decimal(secondsPerRecord, 0))}
      </td>
      <td className={controls['num']}>{hours === undefined ? '–' : formats.decimal(hours, 1)}</td>
    </tr>
  );
}
