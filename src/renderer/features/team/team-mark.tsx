import { useCallback, useEffect, useState } from 'react';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import type { TeamLink } from '../../ledger/team-link';
import { Badge, Button, useKeys } from '../../ui-kit';
import { RecoverySheet } from './recovery-sheet';
import { ShareDialog } from './share-dialog';
import { TeamDialog } from './team-dialog';
import { useTeamStatus } from './use-team-status';

/** The quiet line that says how far the team is in step; it opens what there is to know about it. */
export function TeamMark() {
  const { team: words } = useTexts();
  const { team } = useReview();
  const [open, setOpen] = useState(false);
  useKeys({ 'mod+0': () => setOpen(true) });
  if (!team) {
    return (
      <>
        <Button kind="quiet" small shortcut="Ctrl 0" onPress={() => setOpen(true)}>
          {words.mark.share}
        </Button>
        {open ? <ShareDialog onClose={() => setOpen(false)} /> : null}
      </>
    );
  }
  return (
    <>
      <Step team={team} onOpen={() => setOpen(true)} />
      {open ? <TeamDialog team={team} onClose={() => setOpen(false)} /> : null}
      <SheetReminder team={team} />
    </>
  );
}

function Step({ team, onOpen }: { readonly team: TeamLink; readonly onOpen: () => void }) {
  const { team: words } = useTexts();
  const formats = useFormats();
  const { away, inStepSince, problems, keysMissing } = useTeamStatus(team);
  const attention = problems.length > 0 || keysMissing.length > 0;
  return (
    <Button kind="quiet" small shortcut="Ctrl 0" onPress={onOpen}>
      {attention ? (
        <Badge tone="exclude">! {words.mark.attention}</Badge>
      ) : away ? (
        <Badge tone="maybe">○ {words.mark.away}</Badge>
      ) : (
        <span>
          {inStepSince === null ? words.mark.starting : `⇄ ${words.mark.inStep(formats.time(inStepSince))}`}
        </span>
      )}
    </Button>
  );
}

/** Asks once for each coder of this computer that the recovery sheet is kept, whenever the review is open until it is. */
function SheetReminder({ team }: { readonly team: TeamLink }) {
  const { sheetKept, noteSheetKept, viewer } = useReview();
  useTeamStatus(team);
  const [asking, setAsking] = useState(false);
  const [put, setPut] = useState(false);
  const sealer = team.sealers.find(({ authorId }) => authorId === viewer.authorId);
  const authorId = sealer?.authorId;
  useEffect(() => {
    let current = true;
    if (authorId !== undefined)
      void sheetKept(authorId).then((kept) => {
        if (current) setAsking(!kept);
      });
    return () => {
      current = false;
    };
  }, [authorId, sheetKept]);
  const onKept = useCallback(() => {
    setAsking(false);
    if (authorId !== undefined) void noteSheetKept(authorId);
  }, [authorId, noteSheetKept]);
  if (!asking || put || !sealer) return null;
  return <RecoverySheet team={team} sealer={sealer} onKept={onKept} onClose={() => setPut(true)} />;
}
