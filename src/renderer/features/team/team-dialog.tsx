import { useMemo, useState } from 'react';
import type { AuthorId } from '@shared/kernel';
import type { Role } from '@shared/review';
import type { SealedStage } from '@shared/sealing';
import { changedAfterReveal } from '@shared/team';
import { useApp, useFormats, useReview, useTexts, wordsForTeamError } from '../../app/app-context';
import type { TeamLink } from '../../ledger/team-link';
import { Button, Dialog, Notice, SelectField } from '../../ui-kit';
import { UnblindDialog } from '../../review-kit';
import { Escrow, UseEscrowDialog } from './escrow';
import { RecoverySheet } from './recovery-sheet';
import { SealedStages } from './sealed-stages';
import styles from './team.module.css';
import { useTeamStatus } from './use-team-status';

const roles: readonly Role[] = ['lead', 'coder', 'adjudicator', 'observer'];

/** Who works on a review, until when their work is here, what is sealed, and what does not travel. */
export function TeamDialog({ team, onClose }: { readonly team: TeamLink; readonly onClose: () => void }) {
  const texts = useTexts();
  const { app, team: words } = texts;
  const { say } = useApp();
  const formats = useFormats();
  const { viewer, leaveTeam, noteSheetKept, share } = useReview();
  const status = useTeamStatus(team);
  const [sheet, setSheet] = useState(false);
  const [unblinding, setUnblinding] = useState<SealedStage | null>(null);
  const [opening, setOpening] = useState(false);
  const sealer = team.sealers.find(({ authorId }) => authorId === viewer.authorId);
  if (sheet && sealer)
    return (
      <RecoverySheet
        team={team}
        sealer={sealer}
        onKept={() => {
          void noteSheetKept(sealer.authorId);
          onClose();
        }}
        onClose={onClose}
      />
    );
  // In its place, not over it: a dialog over another one does not get the keys.
  if (unblinding) return <UnblindDialog stage={unblinding} onClose={() => setUnblinding(null)} />;
  if (opening) return <UseEscrowDialog team={team} onClose={() => setOpening(false)} />;
  return (
    <Dialog
      title={words.dialog.title}
      wide
      onClose={onClose}
      actions={
        <>
          <Button
            kind="quiet"
            onPress={() => {
              onClose();
              void leaveTeam();
              say({ text: words.dialog.leaveDone });
            }}
          >
            {words.dialog.leave}
          </Button>
          {sealer ? <Button onPress={() => setSheet(true)}>{words.dialog.sheet}</Button> : null}
          <Button kind="close" onPress={onClose}>
            {app.close}
          </Button>
        </>
      }
    >
      <div className={styles['place']}>
        <p>
          {words.dialog.place} <bdi>{status.place}</bdi>
        </p>
        <Button
          small
          onPress={() =>
            void navigator.clipboard.writeText(status.place).then(() => say({ text: words.dialog.copied }))
          }
        >
          {words.dialog.copy}
        </Button>
      </div>
      <p>
        {status.inStepSince === null
          ? words.dialog.never
          : words.dialog.exchanged(formats.time(status.inStepSince))}
      </p>
      {status.away ? (
        <Notice tone="warn">
          <p className={styles['away']}>
            {words.dialog.awayText(wordsForTeamError(texts, status.away.code))}
          </p>
          {status.away.code === 'folder-missing' ? (
            <Button
              small
              onPress={() =>
                void share().then((shared) => {
                  if (!shared.ok) say({ text: wordsForTeamError(texts, shared.error.code), tone: 'error' });
                })
              }
            >
              {words.dialog.findFolder}
            </Button>
          ) : null}
        </Notice>
      ) : null}
      <Problems team={team} />
      <Members />
      <h3>{words.dialog.sealed}</h3>
      <SealedStages onUnblind={setUnblinding} />
      <Escrow onOpen={() => setOpening(true)} />
      <h3>{words.dialog.visible}</h3>
      <p>{words.dialog.visibleText}</p>
    </Dialog>
  );
}

function Members() {
  const { app, team: words } = useTexts();
  const formats = useFormats();
  const { state, session, viewer, version, dispatch } = useReview();
  const until = useMemo(() => {
    const latest = new Map<AuthorId, string>();
    for (const { authorId, at } of session.events)
      if (at > (latest.get(authorId) ?? '')) latest.set(authorId, at);
    return latest;
    // The list of events is the same object while it grows; the version tells.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, version]);
  const here = new Set(session.authorsHere);
  return (
    <table className={styles['members']} aria-label={words.dialog.members}>
      <thead>
        <tr>
          <th scope="col">{words.dialog.name}</th>
          <th scope="col">{words.dialog.role}</th>
          <th scope="col">{words.dialog.until}</th>
        </tr>
      </thead>
      <tbody>
        {[...state.coders.values()].map(({ authorId, name, role }) => {
          const last = until.get(authorId);
          return (
            <tr key={authorId}>
              <td>
                <bdi>{name}</bdi>
                {here.has(authorId) ? <span className={styles['aside']}> {words.dialog.here}</span> : null}
              </td>
              <td>
                {viewer.role === 'lead' && authorId !== viewer.authorId ? (
                  <SelectField
                    label={`${words.dialog.role} ${name}`}
                    hideLabel
                    value={role}
                    choices={roles.map((value) => ({ value, label: app.coder.roles[value] }))}
                    onChange={(given) => void dispatch({ do: 'giveRole', coder: authorId, role: given })}
                  />
                ) : (
                  app.coder.roles[role]
                )}
              </td>
              <td>{last === undefined ? words.dialog.nothingYet : formats.moment(last)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Problems({ team }: { readonly team: TeamLink }) {
  const texts = useTexts();
  const { team: words } = texts;
  const { state } = useReview();
  const { problems, recordsMissing, keysMissing } = useTeamStatus(team);
  const nameOf = (authorId: AuthorId | undefined): string =>
    (authorId === undefined ? undefined : state.coders.get(authorId)?.name) ?? '?';
  const sentences = [
    ...problems.map(({ code, key }) => {
      const name = nameOf(key?.authorId);
      return isKnownProblem(code, words.problem)
        ? words.problem[code](name)
        : words.problem.other(name, wordsForTeamError(texts, code));
    }),
    ...keysMissing.map((authorId) => words.problem['key-missing'](nameOf(authorId))),
  ];
  const changed = changedAfterReveal(state).length;
  return (
    <>
      {sentences.length > 0 ? (
        <Notice tone="error">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : null}
      {recordsMissing > 0 ? <Notice>{words.dialog.recordsMissing(recordsMissing)}</Notice> : null}
      {state.uncounted.length > 0 ? <Notice>{words.dialog.uncounted(state.uncounted.length)}</Notice> : null}
      {changed > 0 ? <Notice>{words.dialog.changedAfter(changed)}</Notice> : null}
    </>
  );
}

type ProblemTexts = ReturnType<typeof useTexts>['team']['problem'];
type ProblemCode = Exclude<keyof ProblemTexts, 'other'>;
const isKnownProblem = (code: string, known: ProblemTexts): code is ProblemCode =>
  code !== 'other' && code in known;
