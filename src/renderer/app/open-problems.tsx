import { useState } from 'react';
import { isSerious } from '../ledger/open-problem';
import { Button, Notice } from '../ui-kit';
import { useReview, useTexts } from './app-context';
import { problemInWords } from './problem-in-words';

/** What was found, healed or could not be healed when the review was opened. */
export function OpenProblems() {
  const texts = useTexts();
  const { session, state } = useReview();
  const [dismissed, setDismissed] = useState(false);
  const newer = state.notUnderstood.length;
  if (dismissed || (session.problems.length === 0 && newer === 0)) return null;
  const nameOf = (authorId: string): string =>
    [...state.coders.values()].find((coder) => coder.authorId === authorId)?.name ?? authorId;
  const serious = session.problems.some(isSerious);
  return (
    <Notice
      tone={serious ? 'error' : 'info'}
      action={
        <Button small onPress={() => setDismissed(true)}>
          {texts.app.problems.dismiss}
        </Button>
      }
    >
      {session.problems.map((problem, index) => (
        <p key={index}>{problemInWords(texts, problem, nameOf)}</p>
      ))}
      {newer > 0 ? <p>{texts.app.problems.newerEvents(newer)}</p> : null}
    </Notice>
  );
}
