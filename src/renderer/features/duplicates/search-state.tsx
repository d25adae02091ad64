import { Button, Progress } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { useDuplicateSearch } from '../../app/duplicate-search';
import styles from './duplicates.module.css';

/** How far the search is, with a way to stop it; or the way to begin one. */
export function SearchState({ searched }: { readonly searched: boolean }) {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { state } = useReview();
  const { status, start, cancel } = useDuplicateSearch();
  if (state.origins.size === 0) return null;
  if (status.state === 'running') {
    return (
      <div className={styles['search']}>
        <Progress
          value={Math.round(status.share * 100)}
          total={100}
          caption={words.searching(formats.percent(status.share))}
        />
        <Button small onPress={cancel}>
          {words.cancelSearch}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles['search']}>
      {searched ? null : <span className={styles['notSearched']}>{words.notSearched}</span>}
      <Button small kind={searched ? 'quiet' : 'primary'} onPress={start}>
        {searched ? words.searchAgain : words.searchNow}
      </Button>
    </div>
  );
}
