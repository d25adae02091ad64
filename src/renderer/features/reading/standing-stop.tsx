import { Button, Notice, useKeys } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import type { Reading } from './use-reading';

/** That reading has stopped, by whom and why, and the way back. */
export function StandingStop({ stop }: Pick<Reading, 'stop'>) {
  const { ranking: words } = useTexts();
  const formats = useFormats();
  const { state, dispatch, session } = useReview();
  const { say } = useApp();
  const reopen = (): void => {
    if (!stop) return;
    void dispatch({ do: 'withdraw', target: stop.stop.eventId }).then((ids) => {
      if (ids) say({ text: words.stop.reopened });
    });
  };
  useKeys(stop ? { o: reopen } : {}, stop !== undefined);
  if (!stop) return null;
  const { authorId, at, body } = stop.stop;
  return (
    <Notice
      action={
        <Button small shortcut="O" disabled={session.readOnly} onPress={reopen}>
          {words.stop.reopen}
        </Button>
      }
    >
      {words.stop.standing(
        state.coders.get(authorId)?.name ?? authorId,
        formats.moment(at),
        formats.count(stop.unread),
      )}{' '}
      {words.report.reason(body.reason)}
    </Notice>
  );
}
