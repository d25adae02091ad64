import { useState } from 'react';
import { Button, TextField } from '../../ui-kit';
import { openReasons } from '@shared/protocol';
import { useTexts } from '../../app/app-context';
import { useDeskKeys } from '../../app/desk-keys';
import { VoteBadge } from '../../review-kit';
import type { ScreeningDesk } from './use-screening-desk';
import styles from './screening.module.css';

/** What the answers say, the direct votes, and what is asked before a vote counts. */
export function VoteBar({
  desk,
  allowMaybe,
}: {
  readonly desk: ScreeningDesk;
  readonly allowMaybe: boolean;
}) {
  const { screening, app } = useTexts();
  const { proposal, protocol } = desk;
  const keys = useDeskKeys();
  const reasonLabel = (id: string | null): string | undefined =>
    protocol.exclusionReasons.find((reason) => reason.id === id)?.label;
  return (
    <section className={styles['votes']}>
      <div className={styles['proposal']} aria-live="polite">
        {proposal.vote === null ? (
          desk.criteria.length > 0 ? (
            <span className={styles['quiet']}>{screening.answersOpen(proposal.unanswered.length)}</span>
          ) : null
        ) : (
          <>
            <span>{screening.answersSay}</span>
            <VoteBadge vote={proposal.vote} reason={reasonLabel(proposal.reasonId)} />
            <Button
              kind="primary"
              small
              shortcut={keys.printed('accept')}
              onPress={() => {
                if (proposal.vote) desk.vote(proposal.vote);
              }}
            >
              {screening.accept}
            </Button>
          </>
        )}
      </div>
      <div className={styles['voteButtons']}>
        <Button
          kind="include"
          shortcut={keys.printed('include')}
          pressed={desk.own?.body.vote === 'include'}
          onPress={() => desk.vote('include')}
        >
          <span aria-hidden="true">✓</span> {screening.include}
        </Button>
        {allowMaybe ? (
          <Button
            kind="maybe"
            shortcut={keys.printed('maybe')}
            pressed={desk.own?.body.vote === 'maybe'}
            onPress={() => desk.vote('maybe')}
          >
            <span aria-hidden="true">?</span> {screening.maybe}
          </Button>
        ) : null}
        <Button
          kind="exclude"
          shortcut={keys.printed('exclude')}
          pressed={desk.own?.body.vote === 'exclude'}
          onPress={() => desk.vote('exclude')}
        >
          <span aria-hidden="true">✕</span> {screening.exclude}
        </Button>
      </div>
      {desk.asking === 'reason' ? (
        <div className={styles['asking']} role="group" aria-label={screening.chooseReason}>
          <p>{screening.chooseReason}</p>
          <ol className={styles['reasons']}>
            {openReasons(protocol).map((reason, index) => (
              <li key={reason.id}>
                <Button
                  small
                  shortcut={index < 9 && !keys.off ? String(index + 1) : undefined}
                  onPress={() => desk.vote('exclude', reason.id)}
                >
                  {reason.label}
                </Button>
              </li>
            ))}
          </ol>
          <Button kind="quiet" small shortcut="Esc" onPress={desk.stopAsking}>
            {app.cancel}
          </Button>
        </div>
      ) : null}
      {desk.asking === 'overrule' ? <Overrule desk={desk} /> : null}
    </section>
  );
}

function Overrule({ desk }: { readonly desk: ScreeningDesk }) {
  const { screening, app } = useTexts();
  const [why, setWhy] = useState('');
  return (
    <form
      className={styles['asking']}
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() !== '') desk.overrule(why.trim());
      }}
    >
      <TextField
        label={screening.overruleLabel}
        hint={screening.overruleHint}
        value={why}
        autoFocus
        onChange={setWhy}
      />
      <div className={styles['askingActions']}>
        <Button kind="quiet" small onPress={desk.stopAsking}>
          {app.cancel}
        </Button>
        <Button kind="primary" small disabled={why.trim() === ''} onPress={() => desk.overrule(why.trim())}>
          {screening.overruleAction}
        </Button>
      </div>
    </form>
  );
}
