import { useState } from 'react';
import { openReasons, type Protocol } from '@shared/protocol';
import type { OwnLine, ScreeningStage, Vote } from '@shared/screening';
import { Button, Dialog, Segments, SelectField } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';

/** One vote on everything in the list that waits: how many and why is said before, one step takes it back. */
export function BulkDialog({
  stage,
  protocol,
  lines,
  onClose,
}: {
  readonly stage: ScreeningStage;
  readonly protocol: Protocol;
  readonly lines: readonly OwnLine[];
  readonly onClose: () => void;
}) {
  const { screening, app } = useTexts();
  const formats = useFormats();
  const { dispatch } = useReview();
  const { say } = useApp();
  const [vote, setVote] = useState<Vote>('exclude');
  const [reason, setReason] = useState('');
  const reasonNeeded = vote === 'exclude' && stage === 'full-text';
  const waiting = lines.flatMap((line) => (line.state === 'waiting' ? line.entry.recordId : []));
  const others = lines.length - waiting.length;
  const count = formats.count(waiting.length);

  const cast = async (): Promise<void> => {
    const together = `bulk ${crypto.randomUUID()}`;
    const reasonId = vote === 'exclude' && reason !== '' ? reason : null;
    onClose();
    const ids = await dispatch({ do: 'castVotes', stage, recordIds: waiting, vote, reasonId, together });
    if (!ids) return;
    say({
      text: screening.bulkDone(formats.count(ids.length)),
      undo: () => void dispatch({ do: 'withdrawTogether', together }),
    });
  };

  return (
    <Dialog
      title={screening.bulkTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={waiting.length === 0 || (reasonNeeded && reason === '')}
            onPress={() => void cast()}
          >
            {screening.bulkAction(screening[vote], count)}
          </Button>
        </>
      }
    >
      <p>
        {waiting.length === 0 ? screening.bulkNone : screening.bulkText(count)}{' '}
        {others > 0 ? screening.bulkOthers(formats.count(others)) : ''}
      </p>
      <Segments
        label={screening.bulkVote}
        value={vote}
        choices={(['exclude', 'maybe', 'include'] as const)
          .filter((value) => value !== 'maybe' || protocol.stages[stage].allowMaybe)
          .map((value) => ({ value, label: screening[value] }))}
        onChange={setVote}
      />
      {vote === 'exclude' ? (
        <SelectField
          label={screening.bulkReason}
          value={reason}
          choices={[
            { value: '', label: screening.bulkNoReason },
            ...openReasons(protocol).map(({ id, label }) => ({ value: id as string, label })),
          ]}
          onChange={setReason}
        />
      ) : null}
    </Dialog>
  );
}
