import { useMemo, useState } from 'react';
import type { EarlierDecision } from '@shared/formats';
import { recordIdOf, type AuthorId } from '@shared/kernel';
import { openReasons } from '@shared/protocol';
import type { Batch } from '@shared/records';
import { currentProtocol, membersOf } from '@shared/review';
import {
  earlierCoders,
  hasVoted,
  ScreeningStage,
  votesOfEarlierDecisions,
  type EarlierVotes,
} from '@shared/screening';
import { Button, Dialog, Segments, SelectField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { decisionsIn } from './decisions-in';
import styles from './import.module.css';

const newCoder = '+';
const nobody = '';

/** Who is who, and what the decisions of another program become, before anything is taken over. */
export function EarlierDecisionsDialog({
  batch,
  step,
  onClose,
}: {
  readonly batch: Batch;
  readonly step: string;
  readonly onClose: () => void;
}) {
  const { imports, screening, app } = useTexts();
  const { earlier: words } = imports;
  const formats = useFormats();
  const { state, session, makeCoder } = useReview();
  const { say } = useApp();
  const protocol = currentProtocol(state)?.protocol;
  const { file, recordCount } = batch.imported;
  const recordId = (index: number) => recordIdOf(file.sha256, index + 1);
  const [stage, setStage] = useState<ScreeningStage>('title-abstract');
  const [listVote, setListVote] = useState<EarlierDecision['vote']>('include');
  const [otherReason, setOtherReason] = useState('');
  const decisions = useMemo(
    () =>
      decisionsIn(
        recordCount,
        (ordinal) => session.records.imported(recordIdOf(file.sha256, ordinal)),
        listVote,
      ),
    [file.sha256, recordCount, session, listVote],
  );
  const coders = [...state.coders.values()].filter(({ role }) => role === 'coder' || role === 'lead');
  const names = earlierCoders(decisions);
  const program = names.every(({ name }) => name === names[0]?.name) ? (names[0]?.name ?? '') : 'Rayyan';
  const [people, setPeople] = useState<{ readonly [name: string]: string }>({});
  const personOf = (name: string): string =>
    people[name] ??
    coders.find((coder) => coder.name.toLowerCase() === name.toLowerCase())?.authorId ??
    newCoder;
  if (!protocol) return null;

  /** The votes as they would stand; a coder still to be made is stood for by the name. */
  const plan = (idOf: (name: string) => AuthorId | undefined): EarlierVotes =>
    votesOfEarlierDecisions(
      decisions,
      recordId,
      new Map(
        names.flatMap(({ name }) => {
          const id = idOf(name);
          return id === undefined ? [] : [[name, id] as const];
        }),
      ),
      {
        stage,
        protocol,
        otherReason: otherReason === '' ? null : otherReason,
        hasVoted: (author, id) => hasVoted(state.screening, stage, membersOf(state, id), author),
      },
    );
  const preview = plan((name) => (personOf(name) === nobody ? undefined : (`preview-${name}` as AuthorId)));
  const exact = plan((name) => coders.find((coder) => coder.authorId === personOf(name))?.authorId);
  const total =
    [...preview.votes.values()].reduce((sum, votes) => sum + votes.length, 0) - exact.alreadyVoted;

  const takeOver = async (): Promise<void> => {
    onClose();
    const made = new Map<string, AuthorId>();
    for (const { name } of names) {
      const chosen = personOf(name);
      if (chosen === nobody) continue;
      const known = coders.find((coder) => coder.authorId === chosen)?.authorId;
      const id = known ?? (await makeCoder(name, 'coder'));
      if (id !== null) made.set(name, id);
    }
    let count = 0;
    for (const [author, votes] of plan((name) => made.get(name)).votes) {
      const taken = await session.dispatch(author, {
        do: 'takeOverVotes',
        stage,
        votes,
        program,
        together: step,
      });
      if (taken.ok) count += votes.length;
    }
    say({ text: words.done(formats.count(count)) });
  };

  return (
    <Dialog
      title={words.title}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" disabled={total <= 0} onPress={() => void takeOver()}>
            {words.action(formats.count(Math.max(0, total)))}
          </Button>
        </>
      }
    >
      <p>{words.text(formats.count(decisions.length), program)}</p>
      <Segments
        label={words.stage}
        value={stage}
        choices={ScreeningStage.options.map((value) => ({ value, label: screening.titles[value] }))}
        onChange={setStage}
      />
      {program === 'Covidence' ? (
        <SelectField
          label={words.listHolds}
          value={listVote}
          choices={(['include', 'exclude', 'maybe'] as const).map((value) => ({
            value,
            label: words.listVotes[value],
          }))}
          onChange={setListVote}
        />
      ) : null}
      <table className={controls['table']}>
        <caption className="visually-hidden">{words.who}</caption>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th className={controls['num']}>{words.decisions}</th>
            <th>{words.person}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ name, decisions: made }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={controls['num']}>{formats.count(made)}</td>
              <td>
                <SelectField
                  label={`${words.person}: ${name}`}
                  hideLabel
                  value={personOf(name)}
                  choices={[
                    ...coders.map((coder) => ({ value: coder.authorId as string, label: coder.name })),
                    { value: newCoder, label: words.makeNew(name) },
                    { value: nobody, label: words.leaveOut },
                  ]}
                  onChange={(chosen) => setPeople({ ...people, [name]: chosen })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SelectField
        label={words.otherReason}
        value={otherReason}
        choices={[
          { value: '', label: words.noReason },
          ...openReasons(protocol).map(({ id, label }) => ({ value: id as string, label })),
        ]}
        onChange={setOtherReason}
      />
      <ul className={styles['plan']} aria-live="polite">
        <li>{words.willTake(formats.count(Math.max(0, total)))}</li>
        {exact.alreadyVoted > 0 ? <li>{words.already(formats.count(exact.alreadyVoted))}</li> : null}
        {preview.withoutReason > 0 ? (
          <li>{words.withoutReason(formats.count(preview.withoutReason))}</li>
        ) : null}
        {preview.maybeAsInclude > 0 ? <li>{words.maybe(formats.count(preview.maybeAsInclude))}</li> : null}
      </ul>
    </Dialog>
  );
}
