import { useApp, useReview, useTexts } from '../../app/app-context';
import { EmptyQueue, ScreeningDesk } from './screening-desk';

export function TitleAbstractScreen() {
  const { screening } = useTexts();
  const { navigate } = useApp();
  const { state } = useReview();
  const nothingImported = state.origins.size === 0;
  const words = nothingImported ? screening.emptyNoRecords : screening.emptyDone;
  return (
    <ScreeningDesk
      stage="title-abstract"
      empty={
        <EmptyQueue
          {...words}
          onAction={() => navigate({ at: 'review', screen: nothingImported ? 'import' : 'conflicts' })}
        />
      }
    />
  );
}
