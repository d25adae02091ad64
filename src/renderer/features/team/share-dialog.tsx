import { useReview, useTexts } from '../../app/app-context';
import { Button, Dialog } from '../../ui-kit';

/** What sharing does, before a folder is chosen. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { app, team: words } = useTexts();
  const { share } = useReview();
  return (
    <Dialog
      title={words.share.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            onPress={() => {
              onClose();
              void share();
            }}
          >
            {words.share.choose}
          </Button>
        </>
      }
    >
      <p>{words.share.about}</p>
      <h3>{words.dialog.visible}</h3>
      <p>{words.dialog.visibleText}</p>
    </Dialog>
  );
}
