import { assertNever } from '@shared/kernel';
import { useState } from 'react';
import type { Catalogue } from '@shared/i18n';
import type { OpenProblem } from '../ledger/review-session';
import { Button, Notice } from '../ui-kit';
import { useReview, useTexts, wordsForStorageError } from './app-context';

/** What was found, healed or could not be healed when the review was opened. */
export function OpenProblems() {
  const texts = useTexts();
  const { session, state } = useReview();
  const [dismissed, setDismissed] = useState(false);
  const newer = state.notUnderstood.length;
  if (dismissed || (session.problems.length === 0 && newer === 0)) return null;
  const nameOf = (authorId: string): string =>
    [...state.coders.values()].find((coder) => coder.authorId === authorId)?.name ?? authorId;
  const serious = session.problems.some((problem) => problem.code !== 'healed');
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
        <p key={index}>{sentence(texts, problem, nameOf)}</p>
      ))}
      {newer > 0 ? <p>{texts.app.problems.newerEvents(newer)}</p> : null}
    </Notice>
  );
}

function sentence(texts: Catalogue, problem: OpenProblem, nameOf: (authorId: string) => string): string {
  const { problems } = texts.app;
  switch (problem.code) {
    case 'healed':
      return problem.side === 'database'
        ? problems.healedDatabase(problem.events)
        : problems.healedJournal(problem.events);
    case 'logs-differ':
      return problems.logsDiffer(
        nameOf(problem.comparison.key.authorId),
        (problem.comparison.differsAt ?? 0) + 1,
      );
    case 'chain-broken':
      return problems.chainBroken(nameOf(problem.key.authorId), problem.problem.position);
    case 'records-missing':
      return problems.recordsMissing(problem.blocks.length);
    case 'copy-failed':
      return problems.copyFailed(wordsForStorageError(texts, problem.error.code));
    case 'journal-unreadable':
      return problems.journalUnreadable;
    default:
      return assertNever(problem, 'problem');
  }
}
