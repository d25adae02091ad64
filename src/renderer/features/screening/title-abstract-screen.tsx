import { useApp, useReview, useTexts } from '../../app/app-context';
import { EmptyQueue, ScreeningDesk } from './screening-desk';
import { useWayOn } from './use-way-on';

export function TitleAbstractScreen() {
  const { screening } = useTexts();
  const { navigate } = useApp();
  const { state } = useReview();
  const nothingImported = state.origins.size === 0;
  const done = useWayOn('title-abstract');
  const way = nothingImported ? { ...screening.emptyNoRecords, screen: 'import' as const } : done;
  return (
    <ScreeningDesk
      stage="title-abstract"
      empty={<EmptyQueue {...way} onAction={() => navigate({ at: 'review', screen: way.screen })} />}
    />
  );
}
