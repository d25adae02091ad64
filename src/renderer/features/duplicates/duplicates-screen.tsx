import { useCallback, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import type { ReviewState } from '@shared/review';
import { Badge, Button, EmptyState, TextField, controls } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import styles from './duplicates.module.css';

const shownAtOnce = 100;

/** Every group as it stands, its members side by side, each group one press away from being taken apart. */
export function DuplicatesScreen() {
  const { duplicates: words } = useTexts();
  const formats = useFormats();
  const { session } = useReview();
  const [search, setSearch] = useState('');
  const derive = useCallback((state: ReviewState) => [...state.duplicates.groups.values()], []);
  const groups = useDerived(derive);
  const copies = groups.reduce((sum, members) => sum + members.length - 1, 0);
  const term = search.trim().toLowerCase();
  const found =
    term === ''
      ? groups
      : groups.filter((members) =>
          members.some((id) => session.records.get(id)?.title?.toLowerCase().includes(term)),
        );
  if (groups.length === 0) return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  return (
    <div className={styles['duplicates']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        <p className={styles['summary']}>
          {words.summary(formats.count(groups.length), formats.count(copies))}
        </p>
        <div className={styles['search']}>
          <TextField
            label={words.filter}
            hideLabel
            placeholder={words.filter}
            type="search"
            value={search}
            onChange={setSearch}
          />
        </div>
      </header>
      {found.slice(0, shownAtOnce).map((members) => (
        <Group key={members[0]} members={members} />
      ))}
      {found.length > shownAtOnce ? (
        <p className={styles['summary']}>{words.more(formats.count(found.length - shownAtOnce))}</p>
      ) : null}
    </div>
  );
}

function Group({ members }: { readonly members: readonly RecordId[] }) {
  const { duplicates: words, screening } = useTexts();
  const { say } = useApp();
  const { session, state, dispatch } = useReview();
  const why = whyJoined(state, members);

  const split = async (): Promise<void> => {
    const ids = await dispatch({ do: 'decideDuplicates', verdict: 'different', records: members });
    const decided = ids?.[0];
    if (decided)
      say({ text: words.splitDone, undo: () => void dispatch({ do: 'withdraw', target: decided }) });
  };

  return (
    <section className={styles['group']}>
      <header className={styles['groupHead']}>
        {why === null ? <Badge>{words.byPerson}</Badge> : <Badge>{words.why[why]}</Badge>}
        <Button small kind="quiet" onPress={() => void split()}>
          {words.split}
        </Button>
      </header>
      <table className={controls['table']}>
        <thead>
          <tr>
            <th>{words.record}</th>
            <th>{words.year}</th>
            <th>{words.identifiers}</th>
            <th>{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((id, index) => {
            const record = session.records.get(id);
            return (
              <tr key={id}>
                <td>
                  {record?.title ?? screening.noTitle}
                  {index === 0 ? <span className={styles['lead']}>{words.lead}</span> : null}
                  <div className={styles['authors']}>{record?.authors.slice(0, 4).join('; ')}</div>
                </td>
                <td className="numeric">{record?.year ?? '–'}</td>
                <td className={styles['ids']}>
                  {[record?.doi, record?.pmid ? `PMID ${record.pmid}` : undefined]
                    .filter(Boolean)
                    .join(' · ') || '–'}
                </td>
                <td>{state.origins.get(id)?.imported.source.database}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The rule that joined the group, or null where a coder did. */
function whyJoined(state: ReviewState, members: readonly RecordId[]): 'doi' | 'pmid' | 'title-year' | null {
  for (const { found } of state.records.rules) {
    for (const group of found.groups) {
      if (group.records.filter((id) => members.includes(id)).length < 2) continue;
      if (group.why === 'doi' || group.why === 'pmid' || group.why === 'title-year') return group.why;
    }
  }
  return null;
}
